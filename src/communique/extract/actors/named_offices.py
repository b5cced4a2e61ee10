"""The office that a role word names: "the two foreign ministers" are no ministers of defence."""

from collections.abc import Sequence

from communique.extract.actors.memory import Memory
from communique.languages.en.titles import Title, TitleFound, title_at, titles_ending, words_of
from communique.model.readings import ActorKey
from communique.model.vocabulary import ActorKind


def may_be_titled(words: Sequence[str], keys: tuple[ActorKey, ...], memory: Memory) -> bool:
    """Whether nobody whom a role word is to mean is known to hold other offices only."""
    named = _title_in(words)
    if named is None:
        return True
    return all(_may_hold(_titles_of(key, memory), named.title) for key in keys)


def _title_in(words: Sequence[str]) -> TitleFound | None:
    """The title of several words in which a role word ends: "the two foreign ministers"."""
    found = (one for one in titles_ending(words) if one.start < len(words) - 1)
    return next(found, None)


def _titles_of(key: ActorKey, memory: Memory) -> tuple[Title, ...]:
    actor = memory.kinds[key]
    known = [one.title for one in actor.offices]
    if actor.kind is ActorKind.OFFICE:
        known.append(key.rsplit(":", 1)[-1])
    found = (title_at(words_of(one), 0) for one in known)
    return tuple(one.title for one in found if one is not None)


def _may_hold(held: tuple[Title, ...], named: Title) -> bool:
    return not held or any(_office(one) == _office(named) for one in held)


def _office(title: Title) -> str:
    return (title.tenure or title.office).removesuffix("s")
