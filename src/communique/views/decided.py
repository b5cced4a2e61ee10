"""What people decided, for reading."""

from collections.abc import Iterable, Iterator, Mapping

from communique.model.decisions import Decision
from communique.views.linked import Thing, joined, linked
from communique.views.naming import Naming, quoted
from communique.views.tables import Table


def decisions_table(
    decisions: Iterable[Decision], naming: Naming, labels: Mapping[str, str]
) -> Table:
    """Each decision with what became of it; ``labels`` are those of contacts and documents."""
    rows = tuple(
        (
            linked(one.id, Thing("decisions", one.id)),
            joined("\n", _about(one, naming, labels)),
            _decided(one),
            f"{one.author}\n{one.made_at[:10]}",
            one.standing.value,
        )
        for one in decisions
    )
    columns = ("Id", "About", "Decided, and why", "By", "Now")
    return Table(columns, rows, keep=("Id", "By"), empty="Nobody has decided anything.")


def _about(one: Decision, naming: Naming, labels: Mapping[str, str]) -> Iterator[str]:
    called = [
        naming.actors[about].name
        if about in naming.actors
        else naming.undertakings.get(about) or labels.get(about, about)
        for about in one.about
    ]
    for about, name in zip(one.about, called, strict=True):
        # Two that are one by now have one label: their ids tell them apart.
        yield name if called.count(name) == 1 else f"{name} ({about})"
    if one.passage is not None:
        yield naming.place(one.passage)


def _decided(one: Decision) -> str:
    if one.kind == "note":
        return quoted(one.decided)
    return f"{one.decided}\n{one.reason}" if one.reason else one.decided
