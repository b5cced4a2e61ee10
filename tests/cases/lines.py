"""The lines of a case's record, one kind of line at a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from communique.catalog.tables import Tables
from communique.model.vocabulary import (
    ChannelStep,
    DocumentKind,
    Form,
    Means,
    OriginalKind,
    Route,
    Status,
    Strength,
    UndertakingKind,
)
from communique.text.intervals import days_of
from tests.cases.values import (
    Detail,
    Expected,
    ExpectedChannel,
    ExpectedContact,
    ExpectedEntry,
    ExpectedOriginal,
    ExpectedParty,
    ExpectedPosition,
    ExpectedSaying,
    ExpectedTime,
    ExpectedUndertaking,
)

E = TypeVar("E", bound=StrEnum)
ORIGINALS = (*OriginalKind, "letter", "memo")
"""The kinds of originals that a case may name."""
REGISTERS: dict[str, tuple[str, ...]] = {
    "step": tuple(ChannelStep),
    "label": (),
    "presence": ("open", "closed"),
    "project": (),
}
"""The registers whose entries a case may name with one line each, and the answers of an entry."""
DETAILS = ("means", "place", "duration", "initiator", "route", "topic")
_QUOTED = re.compile(r'(?P<before>[^"]*?)\s*"(?P<words>.+)"(?:\s+(?P<after>[^"]+))?')
_CONTACT = re.compile(r"(?P<date>\S+) (?P<forms>\S+) (?P<statuses>\S+(?: \S+)*?)  +(?P<parties>.+)")
_DATED = re.compile(r"undated\b|\d{2}[\dX]{2}\b|\.\.?/|\d{4}-")
_DURATION = re.compile(r"P(?=.)(\d+[YMWD])*(T(?=.)(\d+(\.\d+)?[HMS])*)?")
_ONE = r"\d{2}[\dX]{2}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?)?)?[?~%]?"
_EDTF = re.compile(rf"{_ONE}|({_ONE}|\.\.|)/({_ONE}|\.\.|)")


class Unsound(Exception):
    """A line that cannot be read: its number, and what was met and expected."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Words:
    """The names that a record may use: codes of states and bodies, groups, outlets."""

    codes: frozenset[str]
    groups: tuple[str, ...]
    outlets: tuple[str, ...]

    @classmethod
    def of(cls, tables: Tables) -> "Words":
        """The names in tables."""
        states, bodies = tables.states, tables.bodies
        return cls(
            codes=frozenset({one.code for one in states} | {one.code for one in bodies}),
            groups=tuple(sorted((one.name for one in tables.groups), key=len, reverse=True)),
            outlets=tuple(sorted((one.name for one in tables.outlets), key=len, reverse=True)),
        )


def add_line(
    expected: Expected, number: int, line: str, words: Words, text: str
) -> tuple[Expected, str | None]:
    """The record with one line more, and what details under the line would belong to."""
    word = line.split()[0].rstrip(":")
    if _DATED.match(line):
        if expected.contacts == ():
            raise Unsound(number, f"met {line!r} behind 'nothing'; expected one or the other")
        made = _contact(number, line, words)
        return replace(expected, contacts=(*(expected.contacts or ()), made)), "contacts"
    if word in ("nothing", "no"):
        return _nothing(expected, number, line), None
    if word not in _READERS:
        known = ", ".join(("DATE FORM STATUS  PARTIES", "nothing", "no …", *_READERS))
        raise Unsound(number, f"met {line!r}; expected one of: {known}")
    rest = line.removeprefix(word).strip()
    part, read = _READERS[word]
    changes: dict[str, Any] = {part: read(expected, _Rest(number, rest, words, text))}
    return replace(expected, **changes), part


def _nothing(expected: Expected, number: int, line: str) -> Expected:
    if line == "nothing":
        if expected.contacts:
            raise Unsound(number, "met 'nothing' behind a contact; expected one or the other")
        return replace(expected, contacts=())
    if line == "no undertaking":
        return replace(expected, no_undertaking=True)
    if line == "no position":
        return replace(expected, no_position=True)
    if (register := line.removeprefix("no ")) in REGISTERS:
        return replace(expected, empty=(*expected.empty, register))
    known = ", ".join(
        ("nothing", *(f"no {one}" for one in ("undertaking", "position", *REGISTERS)))
    )
    raise Unsound(number, f"met {line!r}; expected one of: {known}")


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands behind the first word of a line."""

    number: int
    line: str
    words: Words
    text: str

    def quoted(self) -> tuple[str, str, str]:
        """What stands before the words in quotation marks, the words, and what stands behind."""
        found = _QUOTED.fullmatch(self.line)
        if found is None:
            raise Unsound(self.number, f'met {self.line!r}; expected words in "quotation marks"')
        if found["words"] not in self.text:
            met = f"met the words {found['words']!r}"
            raise Unsound(self.number, f"{met}; expected words as they stand in the text")
        return found["before"], found["words"], found["after"] or ""

    def named(self) -> tuple[str, str]:
        """What stands before a colon, and the words in quotation marks behind it."""
        before, words, after = self.quoted()
        if not before.endswith(":") or after:
            raise Unsound(self.number, f'met {self.line!r}; expected … : "words"')
        return before[:-1].strip(), words


def _contact(number: int, line: str, words: Words) -> ExpectedContact:
    found = _CONTACT.fullmatch(line)
    if found is None:
        expected = "DATE FORM STATUS, two spaces, PARTY, PARTY"
        raise Unsound(number, f"met {line!r}; expected {expected}")
    date = None if found["date"] == "undated" else _edtf(number, found["date"])
    parties = tuple(party(number, one, words) for one in found["parties"].split(","))
    return ExpectedContact(
        date=date,
        forms=_closed(number, found["forms"], Form),
        statuses=_closed(number, found["statuses"], Status),
        parties=parties,
        line=number,
    )


def _closed(number: int, met: str, kind: type[E]) -> tuple[E, ...]:
    """The words of a closed list that stand here, parted by slashes."""
    try:
        return tuple(kind(one.strip()) for one in met.split("/"))
    except ValueError:
        raise Unsound(number, f"met {met!r}; expected {', '.join(kind)}") from None


def _edtf(number: int, value: str) -> str:
    if not _EDTF.fullmatch(value) or value in ("", "/") or days_of(value) == (None, None):
        raise Unsound(number, f"met the date {value!r}; expected EDTF, for instance 2031-03-04")
    return value


def party(number: int, met: str, words: Words, *, outlets: bool = False) -> ExpectedParty:
    """A code, or the name of a group (or outlet where one may stand), and a person's name."""
    met = " ".join(met.split())
    code, _, person = met.partition(" ")
    if code in words.codes:
        return ExpectedParty(code, person or None)
    for name in (*words.groups, *(words.outlets if outlets else ())):
        if met == name or met.startswith(f"{name} "):
            return ExpectedParty(name, met.removeprefix(name).strip() or None)
    kinds = "a state or body, a group" + (", an outlet" if outlets else "")
    raise Unsound(number, f"met {met!r}; expected the code of {kinds} of the cast")


def _parties(number: int, met: str, words: Words) -> tuple[ExpectedParty, ...]:
    return tuple(party(number, one, words) for one in met.split(","))


def _saying(rest: _Rest) -> ExpectedSaying:
    speaker, words = rest.named()
    if speaker == "nobody":
        return ExpectedSaying(None, words, rest.number)
    return ExpectedSaying(party(rest.number, speaker, rest.words, outlets=True), words, rest.number)


def _original(rest: _Rest) -> ExpectedOriginal:
    kinds, _, unit = rest.line.partition(" ")
    unknown = [one for one in kinds.split("/") if one not in ORIGINALS]
    if unknown:
        raise Unsound(rest.number, f"met {unknown[0]!r}; expected {', '.join(ORIGINALS)}")
    named = party(rest.number, unit, rest.words, outlets=True)
    return ExpectedOriginal(tuple(kinds.split("/")), named.unit, rest.number)


def _issued(rest: _Rest) -> ExpectedOriginal:
    kinds, _, unit = rest.line.partition(" ")
    wanted = _closed(rest.number, kinds, DocumentKind)
    named = "nobody" if unit in ("", "nobody") else party(rest.number, unit, rest.words).unit
    return ExpectedOriginal(wanted, named, rest.number)


def _time(rest: _Rest) -> ExpectedTime:
    before, words, value = rest.quoted()
    if before or not value:
        raise Unsound(rest.number, f'met {rest.line!r}; expected time "words" VALUE')
    if value == "none":
        return ExpectedTime(words, None, rest.number)
    if not _DURATION.fullmatch(value):
        _edtf(rest.number, value)
    return ExpectedTime(words, value, rest.number)


def _undertaking(rest: _Rest) -> ExpectedUndertaking:
    before, words = rest.named()
    kinds, _, behind = before.partition(" ")
    strengths, by = _strengths(rest.number, behind)
    return ExpectedUndertaking(
        kinds=_closed(rest.number, kinds, UndertakingKind),
        strengths=strengths,
        by=_parties(rest.number, by, rest.words),
        words=words,
        line=rest.number,
    )


def _strengths(number: int, met: str) -> tuple[tuple[Strength, ...], str]:
    """The strengths at the head of a line, several parted by slashes, and the rest of it."""
    found: list[Strength] = []
    while True:
        one = next((one for one in Strength if re.match(rf"{one}(?=[ /]|$)", met)), None)
        if one is None:
            raise Unsound(number, f"met {met!r}; expected {', '.join(Strength)}")
        found.append(one)
        met = met.removeprefix(one)
        if not met.startswith("/"):
            return tuple(found), met.strip()
        met = met[1:]


def _position(rest: _Rest) -> ExpectedPosition:
    before, words = rest.named()
    return ExpectedPosition(_parties(rest.number, before, rest.words), words, rest.number)


def _channel(rest: _Rest) -> ExpectedChannel:
    before, words = rest.named()
    return ExpectedChannel(_parties(rest.number, before, rest.words), words, rest.number)


def _entry(register: str) -> Callable[[Expected, _Rest], tuple[object, ...]]:
    def read(told: Expected, rest: _Rest) -> tuple[object, ...]:
        before, words = rest.named()
        answers = REGISTERS[register]
        answer = next((one for one in answers if before.startswith(f"{one} ")), None)
        if answers and answer is None:
            raise Unsound(rest.number, f"met {before!r}; expected one of: {', '.join(answers)}")
        by = _parties(rest.number, before.removeprefix(answer or ""), rest.words)
        return (*told.entries, ExpectedEntry(register, answer, by, words, rest.number))

    return read


_READERS: dict[str, tuple[str, Callable[[Expected, _Rest], object]]] = {
    "issued": ("issued", lambda told, rest: _issued(rest)),
    "said": ("sayings", lambda told, rest: (*told.sayings, _saying(rest))),
    "original": ("originals", lambda told, rest: (*told.originals, _original(rest))),
    "time": ("times", lambda told, rest: (*told.times, _time(rest))),
    "undertaking": ("undertakings", lambda told, rest: (*told.undertakings, _undertaking(rest))),
    "position": ("positions", lambda told, rest: (*told.positions, _position(rest))),
    "channel": ("channels", lambda told, rest: (*told.channels, _channel(rest))),
    **{one: ("entries", _entry(one)) for one in REGISTERS},
}
"""For each first word of a line the part of the record that it adds to, and that part with it."""


def add_detail(
    expected: Expected, part: str | None, number: int, line: str, words: Words
) -> Expected:
    """The record with an indented line more, which belongs to the last line above it."""
    word, _, value = line.partition(" ")
    value = value.strip()
    if part == "contacts" and word in DETAILS and value and expected.contacts:
        last = expected.contacts[-1]
        made = Detail(word, _detail(number, word, value, words), number)
        last = replace(last, details=(*last.details, made))
        return replace(expected, contacts=(*expected.contacts[:-1], last))
    if part == "undertakings" and word in ("to", "due") and value:
        told = expected.undertakings[-1]
        if word == "to":
            told = replace(told, to=party(number, value, words))
        else:
            told = replace(told, due=_edtf(number, value))
        return replace(expected, undertakings=(*expected.undertakings[:-1], told))
    may = {"contacts": DETAILS, "undertakings": ("to", "due")}.get(part or "", ("no such line",))
    raise Unsound(number, f"met {line!r} indented; expected {', '.join(may)}")


def _detail(number: int, word: str, value: str, words: Words) -> str:
    if word == "means":
        return "/".join(_closed(number, value, Means))
    if word == "route":
        return "/".join(_closed(number, value, Route))
    if word == "duration" and not _DURATION.fullmatch(value):
        raise Unsound(number, f"met {value!r}; expected a duration, for instance PT45M")
    if word == "initiator":
        party(number, value, words)
    if word in ("place", "topic"):
        if not re.fullmatch(r'".+"', value):
            raise Unsound(number, f'met {value}; expected words in "quotation marks"')
        return value[1:-1]
    return value
