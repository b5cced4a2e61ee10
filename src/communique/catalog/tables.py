"""What we know before reading: states, bodies, formats, outlets, and who held which office when.

Everything here is background: it helps to read a text and is never shown as found in one. The rows
that ship stand in TOML files beside this module; a user adds rows in a file of the same shape.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from communique.errors import CommuniqueError

OFFICES = ("head of state", "head of government", "foreign minister")
"""The offices that tenures are kept of."""

SHIPPED = ("states", "bodies", "groups", "formats", "outlets")
KEYS = {
    "state": "code",
    "body": "code",
    "group": "name",
    "format": "label",
    "outlet": "name",
    "tenure": "person",
}
"""The kinds of rows, as a file names them, and the field that tells rows of one kind apart."""


class TablesUnfit(CommuniqueError):
    """A file of tables that cannot be used; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """A state: its ISO 3166 codes and the words that name it in texts.

    ``names`` are names of the state itself, the first one for showing; ``adjectives`` also serve as
    names of its people; ``metonyms`` (capital, seats of power) stand for its government. ``people``
    are plural names of its people, ``ministries`` names of ministries that no other state uses.
    ``hours`` is how far the clocks of its capital go before those of Greenwich, in winter.
    """

    code: str
    alpha2: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A body of states: code (``SCO``), names, and members as background.

    ``metonyms`` stand for it ("Brussels"); ``part_of`` is the code of the body it is an organ of.
    """

    code: str
    names: tuple[str, ...]
    members: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A party without a code: a movement or an authority that no ISO code names."""

    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A standing company of states, under all its names; the link between them is background."""

    label: str
    names: tuple[str, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder's time in an office.

    ``office`` is head of state, head of government or foreign minister; ``title`` the usual English
    title. ``since`` and ``until`` are EDTF dates; ``until`` is None while the tenure runs.
    ``family`` is the family name where it does not stand last; ``disputed`` marks an office that
    more than one person held or claimed at the time.
    """

    person: str
    names: tuple[str, ...]
    state: str
    office: str
    title: str
    since: str
    until: str | None = None
    family: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """Whoever publishes documents under one name; ``is_agency`` for news agencies."""

    name: str
    names: tuple[str, ...]
    state: str | None = None
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables that a reading uses. ``digest`` is a SHA-256 over their content."""

    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    formats: tuple[Format, ...]
    tenures: tuple[Tenure, ...]
    outlets: tuple[Outlet, ...]
    digest: str

    def __hash__(self) -> int:
        # Lookups are cached per Tables; hashing all rows at every call would cost more than they.
        return hash(self.digest)


Row = State | Body | Group | Format | Tenure | Outlet
R = TypeVar("R", State, Body, Group, Format, Tenure, Outlet)
KINDS: dict[str, type[Row]] = {
    "state": State,
    "body": Body,
    "group": Group,
    "format": Format,
    "outlet": Outlet,
    "tenure": Tenure,
}


def load_tables(own: Path | None = None) -> Tables:
    """The tables that ship, with the rows of a user's own TOML file added.

    A row whose code, name or label is known adds to that row, its own words first; any other row is
    new. Raises TablesUnfit when the file cannot be read or a row is not what it should be.
    """
    shipped = _shipped()
    if own is None:
        return shipped
    added = _rows_of(_parsed(own), str(own))
    return _checked(_merged(shipped, added), str(own))


@cache
def _shipped() -> Tables:
    rows: list[Row] = []
    folder = files("communique.catalog")
    places = [folder / f"{name}.toml" for name in SHIPPED]
    tenures = folder / "tenures"
    if tenures.is_dir():
        found = [one for one in tenures.iterdir() if one.name.endswith(".toml")]
        places += sorted(found, key=lambda one: one.name)
    for place in places:
        rows += _rows_of(tomllib.loads(place.read_text(encoding="utf-8")), place.name)
    return _tables(rows)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TablesUnfit(f"cannot read {path}: {error.strerror}; check the path") from error
    except UnicodeDecodeError as error:
        raise TablesUnfit(f"{path} is not UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise TablesUnfit(f"{path} is not TOML: {error}; see the guide on tables") from error


def _rows_of(data: dict[str, Any], where: str) -> list[Row]:
    rows: list[Row] = []
    for kind, listed in data.items():
        if kind not in KINDS:
            known = ", ".join(f"[[{one}]]" for one in KINDS)
            raise TablesUnfit(f"{where}: met {kind!r}, expected rows of {known}")
        if not isinstance(listed, list):
            raise TablesUnfit(f"{where}: met one table {kind!r}: write [[{kind}]] for each row")
        rows += [_row(kind, one, f"{where}, {kind} {at}") for at, one in enumerate(listed, 1)]
    return rows


def _row(kind: str, data: dict[str, Any], where: str) -> Row:
    made = KINDS[kind]
    hints = get_type_hints(made)
    unknown = sorted(set(data) - set(hints))
    if unknown:
        raise TablesUnfit(f"{where}: met {unknown[0]!r}, expected {', '.join(hints)}")
    if KEYS[kind] not in data:
        raise TablesUnfit(f"{where}: {KEYS[kind]!r} is missing; add it")
    values = {name: _value(one, hints[name], f"{where}, {name}") for name, one in data.items()}
    names = values.setdefault("names", ())
    if kind == "state":
        values.setdefault("alpha2", "")
    elif kind in ("group", "outlet", "format") and not names:
        values["names"] = (values[KEYS[kind]],)
    try:
        row = made(**values)
    except TypeError:
        needed = [one for one in hints if one in _required(made) and one not in values]
        raise TablesUnfit(f"{where}: {needed[0]!r} is missing; add it") from None
    _check_form(row, where)
    return row


def _required(kind: type[Row]) -> set[str]:
    return {one.name for one in fields(kind) if one.default is MISSING}


def _value(value: Any, hint: Any, where: str) -> Any:
    if hint == tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise TablesUnfit(f'{where}: met {value!r}, expected a list like ["one", "two"]')
        return tuple(value)
    if hint == float | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TablesUnfit(f"{where}: met {value!r}, expected a number like 5.5")
        return float(value)
    expected = bool if hint is bool else str
    if not isinstance(value, expected):
        word = "true or false" if expected is bool else "text in quotation marks"
        raise TablesUnfit(f"{where}: met {value!r}, expected {word}")
    return value


DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
CODE = re.compile(r"[A-Z]{3}")


def _check_form(row: Row, where: str) -> None:
    if isinstance(row, State) and not CODE.fullmatch(row.code):
        raise TablesUnfit(f"{where}: met code {row.code!r}, expected three capital letters (IND)")
    if isinstance(row, Tenure):
        if row.office not in OFFICES:
            expected = ", ".join(OFFICES)
            raise TablesUnfit(f"{where}: met office {row.office!r}, expected one of {expected}")
        for day in (row.since, row.until):
            if day is not None and not DAY.fullmatch(day):
                raise TablesUnfit(f"{where}: met date {day!r}, expected YYYY[-MM[-DD]]")


def _merged(tables: Tables, added: list[Row]) -> Tables:
    rows = list(_all_rows(tables))
    places = {_key(row): at for at, row in enumerate(rows)}
    for row in added:
        at = places.get(_key(row))
        if at is None:
            places[_key(row)] = len(rows)
            rows.append(row)
        else:
            rows[at] = _joined(rows[at], row)
    return _tables(rows)


def _key(row: Row) -> tuple[str, ...]:
    if isinstance(row, Tenure):
        return ("tenure", row.person, row.state, row.office, row.since)
    kind = next(name for name, made in KINDS.items() if isinstance(row, made))
    return (kind, getattr(row, KEYS[kind]))


def _joined(known: Row, own: Row) -> Row:
    changes: dict[str, Any] = {}
    for one in fields(known):
        old, new = getattr(known, one.name), getattr(own, one.name)
        if isinstance(new, tuple):
            changes[one.name] = tuple(dict.fromkeys((*new, *old)))
        elif new not in (None, "", False):
            changes[one.name] = new
    return replace(known, **changes)


def _checked(tables: Tables, where: str) -> Tables:
    # A body has offices too: the European Union has its presidents and its High Representative.
    states = {one.code for one in tables.states} | {one.code for one in tables.bodies}
    for tenure in tables.tenures:
        if tenure.state not in states:
            raise TablesUnfit(
                f"{where}: tenure of {tenure.person}: no state or body {tenure.state!r}; add a "
                "[[state]] with this code or correct it"
            )
    nameless = [one.code for one in tables.states if not one.names]
    nameless += [one.code for one in tables.bodies if not one.names]
    if nameless:
        raise TablesUnfit(f"{where}: {nameless[0]} has no names; add names = [...]")
    return tables


def _all_rows(tables: Tables) -> Iterator[Row]:
    for name in ("states", "bodies", "groups", "formats", "outlets", "tenures"):
        yield from getattr(tables, name)


def _tables(rows: list[Row]) -> Tables:
    def of(kind: type[R]) -> tuple[R, ...]:
        return tuple(row for row in rows if isinstance(row, kind))

    return Tables(
        states=of(State),
        bodies=of(Body),
        groups=of(Group),
        formats=of(Format),
        tenures=of(Tenure),
        outlets=of(Outlet),
        digest=_digest(rows),
    )


def _digest(rows: list[Row]) -> str:
    plain = [[type(row).__name__, *(getattr(row, one.name) for one in fields(row))] for row in rows]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()
