"""Where states stand over time: positions, labels of relations, missions, works between them."""

from collections.abc import Iterable

from communique.model.contents import ClaimEntry, Contents
from communique.model.registers import LabelEntry, PositionEntry, PresenceEntry
from communique.model.times import edtf_of
from communique.views.naming import Naming, day_named, quoted
from communique.views.owing import said_by, what_of, who_of
from communique.views.registers import on_whose_word
from communique.views.tables import Table, under


def positions_table(part: Contents, naming: Naming) -> Table:
    """Where states, bodies and groups stand, since when, on whose word, from which document."""
    matters = {one.id: one for one in part.positions}
    rows = tuple(
        (
            naming.codes(one.holder),
            day_named(edtf_of(one.date)),
            one.matter,
            _stance(one) + _before(one, matters),
            ", ".join(one.said_by) or one.voice.value,
            "\n".join(naming.place(passage) for passage in one.passages),
        )
        for one in part.positions
    )
    columns = ("Who", "When", "Matter", "Stance", "Said by", "Where")
    return Table(columns, rows, keep=("Who", "When"), empty="No position.")


def _stance(entry: PositionEntry) -> str:
    """The stance, with its conditions one by one and to whom it is addressed."""
    conditions = "".join(f"\n  {n}. {item}" for n, item in enumerate(entry.conditions, 1))
    return entry.stance + conditions + (f"\n  to: {entry.addressee}" if entry.addressee else "")


def _before(entry: PositionEntry, positions: dict[str, PositionEntry]) -> str:
    """What the holder said on the matter before, the last time first."""
    told = (positions[one] for one in reversed(entry.earlier) if one in positions)
    return "".join(f"\n  before ({day_named(edtf_of(one.date))}): {one.stance}" for one in told)


def remarks_table(remarks: Iterable[ClaimEntry], naming: Naming) -> Table:
    """What sides said outside any contact at hand: who, when, the words, on whose word."""
    days = {one.id: edtf_of(one.published) for one in naming.contents.documents}
    rows = tuple(
        (
            naming.code(str(one.attribution.side)),
            day_named(days[one.passage.document]),
            quoted(one.passage.exact),
            on_whose_word(one),
            naming.place(one.passage),
        )
        for one in remarks
    )
    columns = ("Who", "Told", "Words", "On whose word", "Where")
    return Table(columns, rows, keep=("Who", "Told"), empty="No remark outside a contact.")


def labels_table(labels: Iterable[LabelEntry], naming: Naming) -> Table:
    """What relations of two are called, by whom, and between which days."""
    rows = tuple(
        (
            naming.codes(one.dyad),
            quoted(one.label),
            use.side or "no side",
            day_named(use.first),
            day_named(use.last),
            ", ".join(dict.fromkeys(naming.document(p.document) for p in one.passages)),
        )
        for one in labels
        for use in one.uses
    )
    columns = ("Between", "Label", "Used by", "First", "Last", "Documents")
    return Table(columns, rows, keep=("Between", "First", "Last"), empty="No label recorded.")


def presence_table(missions: Iterable[PresenceEntry], naming: Naming) -> Table:
    """Diplomatic missions reported open or closed, where, from when to when, on whose word."""
    rows = tuple(
        (
            naming.code(one.state),
            one.place,
            "open" if one.is_open else "closed",
            day_named(one.first),
            day_named(one.last),
            ", ".join(one.said_by) or "outlets only",
            "\n".join(naming.place(passage) for passage in one.passages),
        )
        for one in missions
    )
    columns = ("Mission of", "In", "Is", "First told", "Last told", "Said by", "Where")
    keep = ("Mission of", "In", "Is", "First told", "Last told")
    return Table(columns, rows, keep=keep, empty="No mission is told of.")


def projects_table(part: Contents, naming: Naming) -> Table:
    """Named works between states, each with what was undertaken about it."""
    owed = {one.id: one for one in part.undertakings}
    rows: list[tuple[str, ...]] = []
    for one in part.projects:
        told = [
            (who_of(each, naming), f"{each.kind.value}: {what_of(each)}", said_by(each), each.id)
            for each in (owed[key] for key in one.undertakings if key in owed)
        ]
        heading = (one.name, naming.codes(one.states))
        rows += under(heading, told or [("–", "nothing undertaken", "–", "–")])
    columns = ("Project", "States", "Who", "Undertaken", "Said by", "Id")
    return Table(columns, tuple(rows), keep=("Id",), empty="No project is named.")
