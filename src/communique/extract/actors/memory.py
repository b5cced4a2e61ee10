"""Who was spoken of last: by this "he", "they" and "the two leaders" are resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from communique.languages.en.actors import actor_words
from communique.languages.en.titles import titles_ending, words_of
from communique.model.readings import Actor, ActorKey
from communique.model.vocabulary import ActorKind

REACH = 4
"""How many sentences back a pronoun may reach."""
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "agent"})


@cache
def is_post(key: ActorKey) -> bool:
    """Whether an office is a post that one person holds, and not an organ or several people."""
    words = words_of(key.rsplit(":", 1)[-1])
    return words[-1] in actor_words("pair", "persons") or any(
        not one.is_plural for one in titles_ending(words)
    )


@cache
def are_posts(key: ActorKey) -> bool:
    """Whether an office is a post, or several posts of one title ("trade ministers")."""
    words = words_of(key.rsplit(":", 1)[-1])
    return is_post(key) or any(titles_ending(words))


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention as memory keeps it: where, whom, and whether it is a subject."""

    line: int
    start: int
    end: int
    keys: tuple[ActorKey, ...]
    is_subject: bool
    is_possessor: bool
    speaks: bool
    is_role: bool


@dataclass(slots=True)
class Memory:
    """The mentions of a document up to a place; used by one call of ``find_cast`` alone."""

    kinds: dict[ActorKey, Actor]
    spoken: list[Spoken] = field(default_factory=list)
    pairs: list[tuple[int, tuple[ActorKey, ActorKey]]] = field(default_factory=list)
    """Two persons told of together, with the line."""
    state_pairs: list[tuple[int, tuple[ActorKey, ActorKey]]] = field(default_factory=list)
    companies: list[tuple[int, tuple[ActorKey, ...]]] = field(default_factory=list)
    """Three or more persons, or three or more states, told of together, with the line."""
    genders: dict[ActorKey, str] = field(default_factory=dict)
    """Of whom the words before his name say so ("Ms Vant"): the key of the pronouns for him."""

    def is_person(self, key: ActorKey) -> bool:
        """Whether the key is a person's, or an office's that one person holds."""
        actor = self.kinds.get(key)
        if actor is None or actor.kind is not ActorKind.OFFICE:
            return actor is not None and actor.kind is ActorKind.PERSON
        return is_post(key)

    def is_state(self, key: ActorKey) -> bool:
        """Whether the key is a state's."""
        actor = self.kinds.get(key)
        return actor is not None and actor.kind is ActorKind.STATE

    def state_of(self, key: ActorKey) -> ActorKey | None:
        """The state that an actor acts for, itself if it is one."""
        actor = self.kinds.get(key)
        if actor is None:
            return None
        if actor.kind is ActorKind.PERSON or actor.kind is ActorKind.OFFICE:
            return None if actor.state is None else ActorKey(actor.state)
        return key

    def states_of(self, keys: Iterable[ActorKey]) -> tuple[ActorKey, ...]:
        """The states that several actors act for, each once."""
        found = (self.state_of(one) for one in keys)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def close_line(self, line: int, *, dealt: bool = True) -> None:
        """Note which two persons and which two states a finished line tells of together."""
        here = [one for one in self.spoken if one.line == line]
        persons = _ordered([one for one in here if not one.is_possessor], self.is_person)
        named = [key for key in persons if self.kinds[key].kind is ActorKind.PERSON]
        two = named if len(named) >= 2 else persons
        if len(two) >= 2 and dealt:
            pair = self._apart(two)
            self.pairs.append((line, pair))
            states = [state for key in pair if (state := self.state_of(key)) is not None]
            if len(set(states)) == 2:
                self.state_pairs.append((line, (states[0], states[1])))
        states = _ordered(here, lambda key: not self.is_person(key))
        self.companies += [(line, tuple(one)) for one in (states, persons) if len(one) > 2]
        if len(states) == 2:
            self.state_pairs.append((line, (states[0], states[1])))

    def _apart(self, persons: list[ActorKey]) -> tuple[ActorKey, ActorKey]:
        """The first person and the next one who acts for another state."""
        first = persons[0]
        own = self.state_of(first)
        for other in persons[1:]:
            if own is None or self.state_of(other) != own:
                return (first, other)
        return (first, persons[1])


def _ordered(spoken: list[Spoken], fits: object) -> list[ActorKey]:
    """The actors that fit, each once, subjects before others and else in the order of the text."""
    assert callable(fits)
    ranked = sorted(spoken, key=lambda one: (not one.is_subject, one.start))
    return list(dict.fromkeys(key for one in ranked for key in one.keys if fits(key)))
