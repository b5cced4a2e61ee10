"""What has changed between two looks at a record: things new, gone, and told of otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.contents import Contents
from communique.views.columns import TELLS_NOTHING
from communique.views.items import Item, items_of
from communique.views.tables import Page, Table

Pair = tuple[Item | None, Item]


@dataclass(frozen=True, slots=True)
class Changed:
    """One answer that is another one now, for one thing or for several alike.

    ``of`` is the contact that the things belong to. ``question`` is None where they came or went;
    ``before`` is None for what is new, ``now`` None for what is gone, and the other holds all that
    is told of it.
    """

    kind: str
    of: str | None
    names: tuple[str, ...]
    question: str | None
    before: str | None
    now: str | None


def changes_between(before: Contents, after: Contents) -> tuple[Changed, ...]:
    """Every difference between what a record showed and what it shows, kind by kind.

    A thing is the same when it rests on the same accounts, claims or places, whatever its label.
    """
    earlier, later = tuple(items_of(before)), tuple(items_of(after))
    paired, gone = _paired(earlier, later)
    renamed = _renamed(earlier, later)
    changes = [one for pair in paired for one in _of_pair(*pair, renamed)]
    changes += (Changed(one.kind, one.of, (one.name,), None, _all(one), None) for one in gone)
    return tuple(_together(changes))


def _paired(before: Sequence[Item], after: Sequence[Item]) -> tuple[list[Pair], list[Item]]:
    """Each thing with the earlier one with which it shares most, and the earlier ones left over."""
    resting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(before):
        for key in one.rests_on:
            resting[one.kind, key].append(at)
    free = set(range(len(before)))
    paired: list[Pair] = []
    for one in after:
        shared = Counter(at for key in one.rests_on for at in resting[one.kind, key] if at in free)
        best = max(shared, key=lambda at: (shared[at], -at), default=None)
        paired.append((None if best is None else before[best], one))
        free.discard(-1 if best is None else best)
    return paired, [before[at] for at in sorted(free)]


def _renamed(before: Iterable[Item], after: Iterable[Item]) -> dict[str, str]:
    """The ids that originals had, each with the id of the one that holds their words now."""
    now = {place: _id(one) for one in after if one.kind == "original" for place in one.rests_on}
    return {
        _id(one): now[place]
        for one in before
        if one.kind == "original"
        for place in sorted(one.rests_on)
        if place in now
    }


def _id(original: Item) -> str:
    return next(iter(original.columns))


def _of_pair(old: Item | None, new: Item, renamed: Mapping[str, str]) -> Iterator[Changed]:
    if old is None:
        yield Changed(new.kind, new.of, (new.name,), None, None, _all(new))
        return
    made = Changed(new.kind, new.of, (new.name,), "name", old.name, new.name)
    if old.name != new.name:
        yield made
    known: dict[str, str] = {}
    for question, answer in old.told.items():
        column = renamed.get(question, question)
        # Two columns may have become one: what the one said tells more than "not quoted".
        if known.get(column) in (None, *TELLS_NOTHING):
            known[column] = answer
    for question in dict.fromkeys((*known, *new.told)):
        was, now = known.get(question), new.told.get(question)
        if was != now and not {was, now} <= {None, *TELLS_NOTHING}:
            asked = new.columns.get(question) or old.columns.get(question, question)
            yield replace(made, question=asked, before=was, now=now)


def _all(item: Item) -> str:
    told = (
        f"{item.columns.get(question, question)}: {answer}"
        for question, answer in item.told.items()
        if answer not in TELLS_NOTHING
    )
    return " · ".join(told)


def _together(changes: Iterable[Changed]) -> Iterator[Changed]:
    """The changes, those of several things of one contact that are alike in one."""
    alike: dict[tuple[str | None, ...], list[Changed]] = {}
    for one in changes:
        own = one.names if one.question is None or one.question == "name" else ()
        key = (one.kind, one.of, one.question, one.before, one.now, *own)
        alike.setdefault(key, []).append(one)
    for same in alike.values():
        yield replace(same[0], names=tuple(name for one in same for name in one.names))


def changes_table(changes: Iterable[Changed]) -> Table:
    """What changed, where, and from what to what."""
    rows = tuple(
        (one.of or (one.kind if one.question is None else one.names[0]), _what(one), _change(one))
        for one in changes
    )
    return Table(("Where", "What", "Change"), rows, empty="Nothing changed.")


def _what(one: Changed) -> str:
    if one.question is not None:
        return one.question
    return f"{'new' if one.before is None else 'gone'} {one.kind}"


def _change(one: Changed) -> str:
    named = "; ".join(one.names)
    if one.question is None:
        return f"{named} ({one.now or one.before})"
    change = f"{one.before or '–'} → {one.now or '–'}"
    return change if one.of is None else f"{change}: {named}"


MOST_CHANGES = 12
"""How many changes are shown after a reading."""
_OF_NOTE = ("contact", "point", "channel", "undertaking", "gap")
"""Kinds of things whose change a reader should see at once, in this order."""


def changed_by_reading(before: Contents, after: Contents, position: int) -> Page:
    """What a reading changed of what was known before, and how to see all of it."""
    known = [
        one
        for one in changes_between(before, after)
        if one.kind in _OF_NOTE and one.question not in ("name", "verdict")
        if one.before is not None or one.question is not None
    ]
    if not known:
        return Page((), ())
    known.sort(key=lambda one: _OF_NOTE.index(one.kind))
    shown = replace(changes_table(known[:MOST_CHANGES]), title="Changed by this reading")
    rest = f", {len(known) - MOST_CHANGES} more" if len(known) > MOST_CHANGES else ""
    return Page((), (shown,), (f"All that is new{rest}: communique changes --since {position}",))
