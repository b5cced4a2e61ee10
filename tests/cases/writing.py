"""The lines of a case's record in notation, as they are read again."""

from collections.abc import Iterable, Iterator

from tests.cases.values import (
    Detail,
    Expected,
    ExpectedContact,
    ExpectedParty,
    ExpectedUndertaking,
)

_QUOTED = ("place", "topic")


def record_lines(expected: Expected) -> Iterator[str]:
    """The record of a case, a line at a time, indented lines under theirs."""
    if expected.contacts == ():
        yield "nothing"
    for contact in expected.contacts or ():
        yield contact_line(contact)
        yield from map(_detail_line, contact.details)
    if expected.issued is not None:
        yield f"issued {'/'.join(expected.issued.kinds)} {expected.issued.unit}"
    yield from _word_lines(expected)
    for undertaking in expected.undertakings:
        yield from _undertaking_lines(undertaking)
    for entry in expected.entries:
        answer = f"{entry.answer} " if entry.answer else ""
        yield f'{entry.register} {answer}{_named(entry.parties)}: "{entry.words}"'
    yield from (f"no {one}" for one in expected.empty)
    if expected.no_undertaking:
        yield "no undertaking"
    if expected.no_position:
        yield "no position"


def _word_lines(expected: Expected) -> Iterator[str]:
    for saying in expected.sayings:
        speaker = "nobody" if saying.speaker is None else party_words(saying.speaker)
        yield f'said {speaker}: "{saying.words}"'
    for original in expected.originals:
        yield f"original {'/'.join(original.kinds)} {original.unit}"
    for time in expected.times:
        yield f'time "{time.words}" {time.value or "none"}'
    for position in expected.positions:
        yield f'position {_named(position.holders)}: "{position.words}"'
    for channel in expected.channels:
        yield f'channel {_named(channel.parties)}: "{channel.words}"'


def contact_line(contact: ExpectedContact) -> str:
    """A contact in one line, without its details."""
    how = f"{'/'.join(contact.forms)} {'/'.join(contact.statuses)}"
    return f"{contact.date or 'undated'} {how}  {_named(contact.parties)}"


def party_words(party: ExpectedParty) -> str:
    """A party as a line names it."""
    return party.unit if party.person is None else f"{party.unit} {party.person}"


def _named(parties: Iterable[ExpectedParty]) -> str:
    return ", ".join(map(party_words, parties))


def _detail_line(detail: Detail) -> str:
    value = f'"{detail.value}"' if detail.aspect in _QUOTED else detail.value
    return f"  {detail.aspect} {value}"


def _undertaking_lines(one: ExpectedUndertaking) -> Iterator[str]:
    how = f"{'/'.join(one.kinds)} {'/'.join(one.strengths)}"
    yield f'undertaking {how} {_named(one.by)}: "{one.words}"'
    if one.to is not None:
        yield f"  to {party_words(one.to)}"
    if one.due is not None:
        yield f"  due {one.due}"
