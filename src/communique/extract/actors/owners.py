"""What stands before a title of office and says whose office it is."""

from dataclasses import dataclass, field
from functools import cache

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.names import name_end
from communique.languages.en.actors import actor_phrases, actor_words, phrase_end

NAMES_STATE = (
    NamingKind.ADJECTIVE,
    NamingKind.STATE,
    NamingKind.SEAT,
    NamingKind.MINISTRY,
    NamingKind.CAPITAL,
)
NAMES_BODY = (NamingKind.BODY,)
LONGEST_ORGAN = 6


@dataclass(frozen=True, slots=True)
class Owner:
    """What stands before or after a title and says whose office it is."""

    states: tuple[str, ...] = ()
    body: str | None = None
    group: str | None = None
    possessor: tuple[int, int] | None = None
    """Tokens of a person's name in the possessive ("Putin's spokesman")."""
    determiner: str = ""
    is_former: bool = False
    is_acting: bool = False
    is_shadow: bool = False
    """Whether the title is one of the opposition ("shadow foreign secretary")."""

    @property
    def state(self) -> str | None:
        """The state when there is exactly one."""
        return self.states[0] if len(self.states) == 1 else None


@dataclass(slots=True)
class Left:
    """What stands before a title, taken in step by step; lives inside one call."""

    at: int
    states: list[str] = field(default_factory=list)
    body: str | None = None
    group: str | None = None
    possessor: tuple[int, int] | None = None
    determiner: str = ""
    is_former: bool = False
    is_acting: bool = False
    is_shadow: bool = False


def owner_before(line: Line, at: int, floor: int) -> Left:
    """What belongs to a title on its left, down to a floor that it may not pass."""
    left = Left(at)
    while left.at > floor and _take_left(line, left, floor):
        pass
    return left


def drop_target(line: Line, left: Left) -> None:
    """Take away the state that an envoy is sent to: his own is an adjective or a possessive.

    So it is with a governor: the bare name before him may be that of a part of another state.
    """
    cover = line.cover[left.at]
    at = left.at
    while at < len(line.words) and (cover := line.cover[at]) is None:
        at += 1
    if cover is None or cover.has(NamingKind.ADJECTIVE) or line.word(cover.end) in POSSESSIVE:
        return
    if cover.has(NamingKind.STATE, NamingKind.CAPITAL):
        left.states.clear()


def _take_left(line: Line, left: Left, floor: int) -> bool:
    """Take one more step to the left; False when what stands there does not belong."""
    last = left.at - 1
    word = line.words[last]
    cover = line.cover[last]
    if left.determiner:
        return False
    if cover is not None and cover.start >= floor:
        return _take_named(line, left, cover)
    if word in POSSESSIVE and last - 1 >= floor:
        return _take_possessor(line, left, last, floor)
    if word in _determiners():
        left.determiner, left.at = word, last
        return True
    if _take_former(line, left, floor):
        return True
    organ = _organ_ending(line, left.at, floor)
    if organ is not None:
        left.at = organ
        return True
    return _take_modifier(line, left, floor)


def _take_former(line: Line, left: Left, floor: int) -> bool:
    last = left.at - 1
    if line.words[last] == "-" and last > floor:
        last -= 1
    if line.words[last] not in actor_words("former"):
        return False
    left.is_former, left.at = True, last
    return True


def _take_modifier(line: Line, left: Left, floor: int) -> bool:
    last = left.at - 1
    word = line.words[last]
    if word in actor_words("shadow"):
        left.is_shadow, left.at = True, last
        return True
    if word in actor_words("before_title") or (word == "-" and last > floor):
        left.is_acting |= word in actor_words("acting")
        left.at = last
        return not (word == "-" and line.word(last - 1) not in actor_words("before_title"))
    if joins(word) and left.states and last > floor:
        before = line.cover[last - 1]
        if before is not None and before.has(NamingKind.ADJECTIVE) and before.start >= floor:
            left.at = last
            return True
    return False


def _take_named(line: Line, left: Left, cover: NamedAt) -> bool:
    state = cover.code(*NAMES_STATE)
    body = cover.code(*NAMES_BODY)
    group = cover.code(NamingKind.GROUP)
    is_listed = joins(line.word(left.at))
    if (state is None and body is None and group is None) or (
        (left.states or left.body or left.group) and not is_listed
    ):
        return False
    if state is not None:
        left.states.insert(0, state)
    left.body, left.group, left.at = body, group, cover.start
    return True


def _take_possessor(line: Line, left: Left, last: int, floor: int) -> bool:
    cover = line.cover[last - 1]
    if cover is not None and cover.start >= floor and _take_named(line, left, cover):
        return True
    start = last
    while start > floor and name_end(line, start - 1) >= last:
        start -= 1
    if start < last:
        left.possessor, left.at, left.determiner = (start, last), start, "'s"
        return True
    return False


def _organ_ending(line: Line, end: int, floor: int) -> int | None:
    phrases = actor_phrases("organ")
    for start in range(max(floor, end - LONGEST_ORGAN), end):
        if phrase_end(phrases, line.words, start) == end:
            return start
    return None


def joins(word: str) -> bool:
    """Whether a word or mark joins the members of a list."""
    return word == "," or word in actor_words("and")


@cache
def _determiners() -> frozenset[str]:
    keys = ("definite", "indefinite", "possessive", "pointing")
    return frozenset(word for key in keys for word in actor_words("article", key))
