"""Whose government somebody is of by what stands beside him: a leader, an embassy, a state."""

from communique.extract.actors.heads import organ_at
from communique.extract.actors.homes import is_owned
from communique.extract.actors.lines import Line
from communique.extract.actors.sides import past_joint
from communique.extract.actors.surroundings import Setting
from communique.extract.actors.uses import Person, Use
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import family
from communique.model.vocabulary import ActorKind


def state_of_colleague(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> str | None:
    """The state of the leader in whose list he stands: "Ruvian President Dan and Minister Vant".

    Two leaders side by side are those of two states: that says nothing.
    """
    for use in person.uses:
        if use.titled is None or _is_leader(use) or _is_deputy(use):
            continue
        line, place = setting.lines[use.line], use.start
        while (before := _use_before(line, place, use.line, people)) is not None:
            other, at = before
            if _is_leader(other) or _is_deputy(other):
                return known[at]
            place = other.start
    return None


def _use_before(
    line: Line, place: int, number: int, people: tuple[Person, ...]
) -> tuple[Use, int] | None:
    for at, person in enumerate(people):
        for use in person.uses:
            joined = use.line == number and use.end < place and past_joint(line, use.end) == place
            if joined and use.titled is not None:
                return use, at
    return None


def _is_leader(use: Use) -> bool:
    return use.titled is not None and any(one.title.is_leader for one in use.titled.titles)


def _is_deputy(use: Use) -> bool:
    offices = {one.office for one in use.titled.titles} if use.titled is not None else set()
    return bool(offices & family("deputy_head"))


def state_of_mission(person: Person, setting: Setting) -> str | None:
    """The one state whose embassy the document names, for an ambassador without a state."""
    offices = {found.office for one in person.titled for found in one.titles}
    if not offices & family("sent"):
        return None
    found = set()
    for line in setting.lines:
        for at, word in enumerate(line.words):
            if word in actor_words("posted"):
                led = organ_at(line, at, limit=len(line.words))
                if led is not None and led[0].kind is ActorKind.STATE:
                    found.add(led[0].code)
    return found.pop() if len(found) == 1 else None


def state_of_home(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> str | None:
    """The state whose possessive stands before a name, in a line with an office-holder.

    "Ruvia's Olo Dan" beside a minister is somebody who deals for Ruvia; beside another such name
    he may play for it, unless the text tells of office-holders of both states.
    """
    told = list(zip(people, known, strict=True))
    holders = {state for one, state in told if state and one.titled}
    for use in person.uses:
        others = [(each, state) for one, state in told if one is not person for each in one.uses]
        if use.home is None or not is_owned(setting.lines[use.line], use.start):
            continue
        if any(
            state or _is_officer(other) or {use.home, other.home} <= holders
            for other, state in others
            if other.line == use.line
        ):
            return use.home
    return None


def _is_officer(use: Use) -> bool:
    return use.titled is not None and bool(use.titled.owner.sides)
