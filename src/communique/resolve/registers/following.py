"""What became of undertakings: said again, closed by a person, scored by a person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from communique.model.contents import Judgement
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import JudgementKind, Openness, Score, UndertakingKind
from communique.resolve.registers.moments import Moments
from communique.resolve.registers.told import Told
from communique.resolve.registers.undertakings import kinds_agree
from communique.text.intervals import days_of
from communique.text.nearness import Nearness
from communique.text.wording import overlap

MOST, MANY = 0.75, 4
"""Share of the shorter wording's content words that an undertaking said again has in common with
the earlier one, or how many of them where it is half (``is_one_object``)."""
NEXT_DAY, NEXT_WEEK = timedelta(days=1), timedelta(days=8)
"""How much later one is given than the one that it repeats. Outside contacts only the day of the
report is known, and reports of one day's words go on for a week."""
Days = tuple[date, date]


@dataclass(slots=True)
class Decided:
    """What people decided of undertakings, by the digits of the claim that an id was made from."""

    closed: dict[str, str | None] = field(default_factory=dict)
    """Those that stand closed, each with the contact or document that closed it."""
    scores: dict[str, Score] = field(default_factory=dict)


def follow_undertakings(
    entries: Sequence[UndertakingEntry], told: Told
) -> tuple[UndertakingEntry, ...]:
    """The undertakings, each with the earlier ones that it repeats, and what was decided."""
    decided = _decisions(told.judgements, told.contact_of)
    days = {one.id: _days(one, told.moments) for one in entries}
    near = _near(entries, told)
    repeats = {
        one.id: tuple(other.id for other in near[one.id] if _repeats(one, other, days, told))
        for one in entries
    }
    closed = _closed(entries, repeats, decided)
    return tuple(_followed(one, repeats[one.id], closed, decided) for one in entries)


def _near(entries: Sequence[UndertakingEntry], told: Told) -> dict[str, list[UndertakingEntry]]:
    """For each undertaking those of the same parties that share a telling word, in order."""
    sharing: dict[tuple[tuple[str, ...], str], dict[str, UndertakingEntry]] = {}
    words = {one.id: told.nearness.content(one.what, told.without_names(one.by)) for one in entries}
    for one in entries:
        for word in words[one.id]:
            sharing.setdefault((one.by, word), {})[one.id] = one
    places = {one.id: at for at, one in enumerate(entries)}
    found = {
        one.id: {k: v for word in words[one.id] for k, v in sharing[one.by, word].items()}
        for one in entries
    }
    return {
        key: sorted(near.values(), key=lambda one: places[one.id]) for key, near in found.items()
    }


def _decisions(judgements: Iterable[Judgement], contact_of: Mapping[str, str]) -> Decided:
    """What stands of the judgements that close, reopen or score, the last one on each thing."""
    found = Decided()
    for one in judgements:
        about = [subject[2:] for subject in one.subjects if subject[:2] in ("u-", "q-")]
        if one.kind == JudgementKind.SCORE:
            found.scores |= dict.fromkeys(about, Score(one.verdict))
        elif one.kind == JudgementKind.CLOSE and one.verdict == Openness.CLOSED:
            by = next((each for each in one.subjects if each[:2] in ("c-", "d-")), None)
            found.closed |= dict.fromkeys(about, _as_it_is_now(by, contact_of))
        elif one.kind == JudgementKind.CLOSE:
            for digits in about:
                found.closed.pop(digits, None)
    return found


def _as_it_is_now(by: str | None, contact_of: Mapping[str, str]) -> str | None:
    """The contact that holds the account from which a contact once had its id; else the same."""
    return by and contact_of.get(f"a-{by[2:]}", by)


def _days(entry: UndertakingEntry, moments: Moments) -> Days | None:
    """The days between which it was given: those of its contact, else of its first document."""
    contact = moments.over(entry.contact)
    told = [one.value for one in contact.date] if contact is not None else []
    if not told:
        shelf = moments.shelf
        published = shelf.documents[shelf.places[entry.passages[0].document]].published
        told = [published.edtf] if published and published.edtf else []
    days = [day for one in told for day in days_of(one) if day is not None]
    return (min(days), max(days)) if days else None


def _repeats(
    entry: UndertakingEntry,
    other: UndertakingEntry,
    days: Mapping[str, Days | None],
    told: Told,
) -> bool:
    """Whether one undertaking was given before another, by the same parties and for the same."""
    here, there = days[entry.id], days[other.id]
    in_contacts = entry.contact is not None and other.contact is not None
    if not here or not there or (in_contacts and entry.contact == other.contact):
        return False
    if here[0] - there[1] < (NEXT_DAY if in_contacts or entry.is_repeated else NEXT_WEEK):
        return False
    return (
        kinds_agree(entry.kind, other.kind)
        and _towards_one(entry, other, told.nearness)
        and is_said_again(entry.what, other.what, told.nearness, told.without_names(entry.by))
    )


def _towards_one(entry: UndertakingEntry, other: UndertakingEntry, nearness: Nearness) -> bool:
    """Whether both are given to the same; an invitation is nothing without the one invited."""
    if entry.to and other.to:
        return bool(nearness.content(entry.to) & nearness.content(other.to))
    return entry.kind is not UndertakingKind.INVITATION


def is_said_again(
    later: str, earlier: str, nearness: Nearness, without: frozenset[str] = frozenset()
) -> bool:
    """Whether two wordings of different days tell of one thing to be done.

    Closer than within one contact, where little else can be meant: two meetings each promise more
    cooperation, in trade and in energy.
    """
    mine, other = nearness.content(later, without), nearness.content(earlier, without)
    if not nearness.is_one_object(later, earlier, without):
        return False
    return overlap(mine, other) >= MOST or len(mine & other) >= MANY


def _closed(
    entries: Sequence[UndertakingEntry],
    repeats: Mapping[str, Sequence[str]],
    decided: Decided,
) -> dict[str, str | None]:
    """By id those that are closed and by what; what closes one closes those that it repeats."""
    found: dict[str, str | None] = {}
    for one in entries:
        for digits in _digits(one):
            if digits in decided.closed:
                found[one.id] = decided.closed[digits]
    for later in tuple(found):
        for earlier in repeats[later]:
            found.setdefault(earlier, found[later])
    return found


def _digits(entry: UndertakingEntry) -> Iterator[str]:
    """The digits of its claims: an id that it had before an earlier document came names one."""
    return (one[2:] for one in entry.claims)


def _followed(
    entry: UndertakingEntry,
    repeats: tuple[str, ...],
    closed: Mapping[str, str | None],
    decided: Decided,
) -> UndertakingEntry:
    scores = [decided.scores[one] for one in _digits(entry) if one in decided.scores]
    said_again = entry.is_repeated or bool(repeats)
    state = Openness.REPEATED if said_again else Openness.OPEN
    return replace(
        entry,
        state=Openness.CLOSED if entry.id in closed else state,
        repeats=repeats,
        closed_by=closed.get(entry.id),
        score=scores[0] if scores else None,
    )
