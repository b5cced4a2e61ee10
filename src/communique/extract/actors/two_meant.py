"""Whom "the two countries" and "the two ministers" mean by where the words stand."""

from collections import Counter
from collections.abc import Iterable

from communique.catalog.naming import NamingKind
from communique.extract.actors.casting import Casting, state_of
from communique.extract.actors.lines import Line
from communique.extract.actors.offices import titles_of
from communique.extract.actors.roles import Role, has_office, resolve_role
from communique.languages.en.actors import actor_words
from communique.model.readings import ActorKey

_NAMES = (NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.CAPITAL, NamingKind.SEAT)


def role_meant(casting: Casting, role: Role, line: Line, number: int) -> tuple[ActorKey, ...]:
    """The actors that a role word means: by who and what stands near it, else by who was last."""
    if role.kind == "states" and role.noun in actor_words("pair", "countries"):
        found = _guest_and_host(casting, role, line, number) or _only_two(casting, role, number)
        if found:
            return found
    keys = resolve_role(role, line, number, casting.memory)
    if role.kind == "persons" and len(keys) == 2:
        return _with_speaker(casting, role, number, keys)
    return keys


def _guest_and_host(casting: Casting, role: Role, line: Line, number: int) -> tuple[ActorKey, ...]:
    """The state of the person who goes somewhere, and where: "Vant went to Velan to sign"."""
    memory = casting.memory
    guest = next(
        (
            one
            for one in reversed(memory.spoken)
            if one.line == number and one.end <= role.start and len(one.keys) == 1
        ),
        None,
    )
    if guest is None or not guest.is_subject or not memory.is_person(guest.keys[0]):
        return ()
    own = memory.state_of(guest.keys[0])
    places = _named(line, range(guest.end, role.start))
    return _both(casting, [own, *places]) if own is not None else ()


def _only_two(casting: Casting, role: Role, number: int) -> tuple[ActorKey, ...]:
    """The only two states that deal in the line before, where this one names none before."""
    spoken = casting.memory.spoken
    if not number or any(one.line == number and one.end <= role.start for one in spoken):
        return ()
    before = casting.lines[number - 1]
    acting = [one for one in spoken if one.line == number - 1 and one.is_subject]
    own = casting.memory.states_of(key for one in acting for key in one.keys)
    return _both(casting, [*own, *_dealt_with(before)]) if own else ()


def _dealt_with(line: Line) -> list[ActorKey]:
    """The states to whom or with whom something is done, and not those of a place or a matter."""
    found: list[ActorKey] = []
    for one in line.named():
        code, token = one.code(NamingKind.STATE), line.tokens[line.head(one.start, one.end)]
        is_object = token.dep in ("dobj", "dative")
        link = line.sentence.head(token).lower if token.dep == "pobj" else ""
        if code is not None and (is_object or link in actor_words("pair", "dealing")):
            found.append(ActorKey(code))
    return found


def _named(line: Line, places: Iterable[int]) -> list[ActorKey]:
    """The states that a line names, in whatever role, at some places."""
    found = (line.cover[at] for at in places)
    codes = (None if one is None else one.code(*_NAMES) for one in found)
    return [ActorKey(one) for one in codes if one is not None]


def _both(casting: Casting, states: list[ActorKey]) -> tuple[ActorKey, ...]:
    """Two states, brought into the cast; nothing where they are not just two."""
    two = tuple(dict.fromkeys(states))
    return tuple(state_of(casting, one) for one in two) if len(two) == 2 else ()


def _with_speaker(
    casting: Casting, role: Role, number: int, keys: tuple[ActorKey, ...]
) -> tuple[ActorKey, ...]:
    """Who says what "the two ministers" did is one of them; the other is the one told of most."""
    memory = casting.memory
    subjects = [
        one.keys[0]
        for one in memory.spoken
        if one.line == number and one.end <= role.start and one.is_subject and len(one.keys) == 1
    ]
    own = subjects[0] if subjects else None
    if own is None or own in keys or not has_office(own, role.noun, memory):
        return keys
    posts = _posts(casting, own)
    told = Counter(
        key
        for one in memory.spoken
        for key in one.keys
        if posts & _posts(casting, key) and memory.state_of(key) != memory.state_of(own)
    )
    return (own, told.most_common(1)[0][0]) if told else keys


def _posts(casting: Casting, key: ActorKey) -> set[str]:
    """The offices that somebody holds for a known state, each by its one name."""
    if casting.memory.state_of(key) is None or not casting.memory.is_person(key):
        return set()
    return {one.office for one in titles_of(casting.actors[key])}
