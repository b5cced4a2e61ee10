"""Whether words of a text are read as a case expects: who says them, what they mean and promise."""

from collections.abc import Iterator, Sequence

from communique.model.passages import Passage, Span
from communique.model.readings import ActorKey
from communique.model.registers import UndertakingEntry
from communique.model.times import TimeMention
from communique.model.vocabulary import OUTLETS, Held
from communique.text.intervals import days_of
from tests.cases.contact_checks import minutes_of
from tests.cases.heard import Heard
from tests.cases.met import HALF, Met, in_words, is_same_day, is_same_person, unit_of
from tests.cases.results import Check
from tests.cases.values import (
    ExpectedOriginal,
    ExpectedParty,
    ExpectedSaying,
    ExpectedTime,
    ExpectedUndertaking,
)
from tests.cases.writing import party_words


def word_checks(met: Met) -> Iterator[Check]:
    """The checks of everything in a case that is no contact."""
    expected = met.case.expected
    if met.heard is not None:
        for saying in expected.sayings:
            yield _saying(met, met.heard, saying)
        for time in expected.times:
            yield _time(met, met.heard, time)
    if expected.issued is not None:
        yield _issued(met, expected.issued)
    for original in expected.originals:
        yield _original(met, original)
    for undertaking in expected.undertakings:
        yield _undertaking(met, undertaking)
    for position in expected.positions:
        told = [(met.units(one.holder), one.passages, one.matter) for one in met.contents.positions]
        yield _registered(met, "position", position.holders, position.words, told)
    for channel in expected.channels:
        named = [
            (met.units(one.parties), tuple(p for _, p in one.names), one.label)
            for one in met.contents.channels
        ]
        yield _registered(met, "channel", channel.parties, channel.words, named)
    for entry in expected.entries:
        listed = [one[1:] for one in told_in(met, entry.register) if one[0] == entry.answer]
        kind = entry.register if entry.answer is None else f"{entry.register} {entry.answer}"
        yield _registered(met, kind, entry.parties, entry.words, listed)
    yield from _nothings(met)


def _issued(met: Met, expected: ExpectedOriginal) -> Check:
    """Whether the text is taken as what it is: of an outlet, or of a side and held in full."""
    document = met.contents.documents[0]
    told = f"{document.kind} {document.side or 'nobody'}"
    is_held = (
        document.kind in OUTLETS
        or document.side is None
        or any(
            one.held is Held.FULL and one.side == document.side for one in met.contents.originals
        )
    )
    passed = document.kind in expected.kinds and (document.side or "nobody") == expected.unit
    line = f"{'/'.join(expected.kinds)} {expected.unit}"
    return Check("issued", line, told if is_held else f"{told}, not held", passed and is_held)


def told_in(
    met: Met, register: str
) -> list[tuple[str | None, frozenset[str], tuple[Passage, ...], str]]:
    """What a register holds: the answer, whom it names, its passages, and what it is called."""
    held = met.contents
    if register == "step":
        return [
            (step.step, met.units(one.parties), (step.passage,), f"{one.label} {step.step}")
            for one in held.channels
            for step in one.lifecycle
        ]
    if register == "label":
        return [(None, met.units(one.dyad), one.passages, one.label) for one in held.labels]
    if register == "presence":
        return [
            ("open" if one.is_open else "closed", met.units((one.state,)), one.passages, one.place)
            for one in held.presence
        ]
    return [(None, met.units(one.states), one.passages, one.name) for one in held.projects]


def _nothings(met: Met) -> Iterator[Check]:
    expected = met.case.expected
    for register in expected.empty:
        named = "; ".join(name for *_, name in told_in(met, register))
        yield Check(f"no {register}", "none", named or "none", not named)
    if expected.no_undertaking:
        told = "; ".join(f"{one.kind}: {one.what}" for one in met.contents.undertakings)
        yield Check("no undertaking", "none", told or "none", not told)
    if expected.no_position:
        told = "; ".join(one.matter for one in met.contents.positions)
        yield Check("no position", "none", told or "none", not told)


def _saying(met: Met, heard: Heard, saying: ExpectedSaying) -> Check:
    speaker = "nobody" if saying.speaker is None else party_words(saying.speaker)
    told: list[str] = []
    for place in met.places(saying.words):
        shown, passed = _spoken(met, heard, saying.speaker, place)
        told.append(shown)
        if passed:
            return Check("said", speaker, shown, passed=True)
    met_speakers = " or ".join(dict.fromkeys(told))
    return Check("said", f'{speaker}: "{saying.words}"', met_speakers, passed=False)


def _spoken(met: Met, heard: Heard, speaker: ExpectedParty | None, place: Span) -> tuple[str, bool]:
    """On whose word the words at a place stand, and whether that is the one expected."""
    speech = heard.speeches.speech_at(place) or max(
        (one for one in heard.speeches.speeches if one.span.overlaps(place)),
        key=lambda one: _shared(one.span, place),
        default=None,
    )
    if speech is None or _shared(speech.span, place) < HALF * (place.end - place.start):
        return "nobody", speaker is None
    said = speech.attribution
    actor = None if said.speaker is None else _actor(heard, said.speaker)
    unit = actor[0] if actor is not None else said.side
    name = actor[1] if actor is not None else None
    wording = " < ".join(said.chain) or (said.wording.exact if said.wording else "somebody")
    shown = f"{unit or 'nobody known'} {name or ''} ({wording})"
    if speaker is None:
        return shown, False
    units = {unit, said.side} - {None}
    if speaker.unit not in met.units((speaker.unit,)) | units:
        return shown, False
    is_unit = speaker.unit in units or any(speaker.unit in one for one in said.chain)
    if speaker.person is None or not is_unit:
        return shown, is_unit
    is_named = name is not None and is_same_person(speaker.person, name)
    return shown, is_named or any(speaker.person in one for one in said.chain)


def _shared(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)


def _actor(heard: Heard, key: ActorKey) -> tuple[str, str | None] | None:
    try:
        actor = heard.cast.actor(key)
    except KeyError:
        return None
    return unit_of(actor, key), actor.name


def _time(met: Met, heard: Heard, expected: ExpectedTime) -> Check:
    found = [
        one
        for one in heard.times
        if any(one.passage.span.overlaps(place) for place in met.places(expected.words))
    ]
    told = " or ".join(_time_shown(one) for one in found) or "no time"
    if expected.value is None:
        passed = all(one.duration is None and one.when.edtf is None for one in found)
    else:
        passed = any(_is_time(expected.value, one) for one in found)
        passed = passed or _is_from_to(expected.value, found)
    shown = f'"{expected.words}" {expected.value or "none"}'
    return Check("time", shown, told, passed)


def _is_from_to(value: str, found: Sequence[TimeMention]) -> bool:
    """Whether several expressions together mean the days from the first to the last."""
    first, last = days_of(value)
    if "/" not in value or len(found) < 2 or None in (first, last):
        return False
    starts, ends = days_of(found[0].when.edtf), days_of(found[-1].when.edtf)
    return (first, last) == (starts[0], ends[1])


def _time_shown(one: TimeMention) -> str:
    value = one.duration or one.when.edtf or one.when.relative or "no date"
    return f'"{one.passage.exact}" {value}'


def _is_time(value: str, mention: TimeMention) -> bool:
    if mention.duration is not None:
        known = minutes_of(value)
        return value == mention.duration or (
            known is not None and known == minutes_of(mention.duration)
        )
    edtf = mention.when.edtf
    return edtf is not None and not value.startswith("P") and is_same_day(value, edtf)


def _original(met: Met, expected: ExpectedOriginal) -> Check:
    told: list[str] = []
    passed = False
    for one in met.contents.originals:
        issuer = None if one.issuer is None else met.unit(one.issuer)
        told.append(f"{one.kind} {one.side or issuer or ', '.join(one.issuer_wordings)}")
        whose = {one.side, issuer, *one.issuer_wordings}
        is_whose = expected.unit in whose or any(expected.unit in w for w in one.issuer_wordings)
        passed = passed or (one.kind in expected.kinds and is_whose)
    line = f"{'/'.join(expected.kinds)} {expected.unit}"
    return Check("original", line, "; ".join(told) or "none", passed)


def _undertaking(met: Met, expected: ExpectedUndertaking) -> Check:
    found = [one for one in met.contents.undertakings if met.touches(expected.words, *one.passages)]
    passed = any(_is_undertaking(met, expected, one) for one in found)
    told = "; ".join(
        f"{one.kind} {one.strength} {in_words(met.units(one.by))}"
        f" to {one.to or 'nobody'} due {one.due.edtf if one.due else 'never'}"
        for one in found
    )
    how = f"{'/'.join(expected.kinds)} {'/'.join(expected.strengths)}"
    to = "" if expected.to is None else f" to {party_words(expected.to)}"
    due = "" if expected.due is None else f" due {expected.due}"
    line = f'{how} {in_words(expected.by)}{to}{due}: "{expected.words}"'
    return Check("undertaking", line, told or "none there", passed)


def _is_undertaking(met: Met, expected: ExpectedUndertaking, one: UndertakingEntry) -> bool:
    due = one.due.edtf if one.due is not None else None
    return (
        one.kind in expected.kinds
        and one.strength in expected.strengths
        and met.units(one.by) == {party.unit for party in expected.by}
        and (expected.to is None or _is_to(met, expected.to, one.to))
        and (expected.due is None or (due is not None and is_same_day(expected.due, due)))
    )


def _is_to(met: Met, expected: ExpectedParty, to: str | None) -> bool:
    if to is None:
        return False
    named = (one.id for one in met.contents.actors if any(name in to for name in one.names))
    return expected.unit in to or expected.unit in met.units((to, *named))


Registered = tuple[frozenset[str], tuple[Passage, ...], str]
"""An entry of a register: whom it names, the passages it rests on, and what it is called."""


def _registered(
    met: Met,
    kind: str,
    parties: tuple[ExpectedParty, ...],
    words: str,
    told: list[Registered],
) -> Check:
    """Whether an entry of a register is about the words and names exactly these parties."""
    near = [(units, name) for units, passages, name in told if met.touches(words, *passages)]
    passed = any(units == {one.unit for one in parties} for units, _ in near)
    shown = "; ".join(f"{in_words(units)}: {name}" for units, name in near)
    return Check(kind, f'{in_words(parties)}: "{words}"', shown or "none there", passed)
