"""What we know before reading: states, bodies, formats, outlets, and who held which office when.

Everything here is background: it helps to read a text and is never shown as found in one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A state: its ISO 3166 codes and the words that name it in texts.

    ``names`` are names of the state itself, the first one for showing; ``adjectives`` also serve as
    names of its people; ``metonyms`` (capital, seats of power) stand for its government.
    """

    code: str
    alpha2: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body of states: code (``SCO``), names, and members as background."""

    code: str
    names: tuple[str, ...]
    members: tuple[str, ...]


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
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder's time in an office. ``office`` is head of state, head of government or foreign
    minister; ``title`` the usual English title. ``since`` and ``until`` are EDTF dates; ``until``
    is None while the tenure runs."""

    person: str
    names: tuple[str, ...]
    state: str
    office: str
    title: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Whoever publishes documents under one name; ``is_agency`` for news agencies."""

    name: str
    names: tuple[str, ...]
    state: str | None
    is_agency: bool


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
