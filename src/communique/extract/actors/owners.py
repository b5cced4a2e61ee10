"""What stands before a title of office and says whose office it is."""

from dataclasses import dataclass, field
from functools import cache

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.names import name_end, name_start
from communique.extract.actors.sides import Side, side_at, sides_at
from communique.languages.en.actors import actor_words, organ_phrases, phrase_end
from communique.languages.en.titles import TitleFound, family
from communique.model.vocabulary import ActorKind

LONGEST_ORGAN = 6
MOST_FREE = 3
"""How many words of any sense may stand between a state and a title of its officers."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What stands before or after a title and says whose office it is."""

    sides: tuple[Side, ...] = ()
    possessor: tuple[int, int] | None = None
    """Tokens of a person's name in the possessive ("Putin's spokesman")."""
    determiner: str = ""
    is_former: bool = False
    is_acting: bool = False
    is_private: bool = False
    """Whether the title is none of a state's: "shadow minister", "opposition leader"."""

    @property
    def states(self) -> tuple[str, ...]:
        """The codes of the states."""
        return tuple(one.code for one in self.sides if one.kind is ActorKind.STATE)

    @property
    def state(self) -> str | None:
        """The state when there is exactly one."""
        return self.states[0] if len(self.states) == 1 else None

    @property
    def body(self) -> str | None:
        """The code of the body when there is one."""
        return next((one.code for one in self.sides if one.kind is ActorKind.BODY), None)

    @property
    def group(self) -> str | None:
        """The name of the group when there is one."""
        return next((one.code for one in self.sides if one.kind is ActorKind.GROUP), None)

    @property
    def of(self) -> str | None:
        """The body or group, for an office that is none of a state's."""
        return self.body or self.group


@dataclass(slots=True)
class Left:
    """What stands before a title, taken in step by step; lives inside one call."""

    at: int
    title: TitleFound
    sides: list[Side] = field(default_factory=list)
    target: bool = False
    """Whether the last side taken is a bare name, to which somebody may be sent."""
    possessor: tuple[int, int] | None = None
    determiner: str = ""
    is_former: bool = False
    is_acting: bool = False
    is_private: bool = False


def owner_before(line: Line, title: TitleFound, floor: int) -> Left:
    """What belongs to a title on its left, down to a floor that it may not pass."""
    left = Left(title.start, title)
    while left.at > floor and _take_left(line, left, floor):
        pass
    if left.target and title.office in family("sent") | family("local") and not left.possessor:
        # So it is with a governor: the bare name before him may be that of a part of a state.
        left.sides = [one for one in left.sides if one.kind is not ActorKind.STATE]
    return left


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
    return (
        _take_modifier(line, left, floor)
        or _take_free(line, left, floor)
        or _take_servant(line, left, floor)
    )


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
    is_head = left.title.office in family("any_house")
    if word in actor_words("private") or (is_head and word in actor_words("private", "wing")):
        left.is_private, left.at = True, last
        return True
    is_counted = left.title.is_plural and word in actor_words("pair", "determiners")
    if is_counted or word in actor_words("before_title") or (word == "-" and last > floor):
        left.is_acting |= word in actor_words("acting")
        left.at = last
        return not (word == "-" and line.word(last - 1) not in actor_words("before_title"))
    if joins(word) and left.sides and last > floor:
        before = line.cover[last - 1]
        if before is not None and before.start >= floor and _is_listed(before):
            left.at = last
            return True
    return False


def _is_listed(cover: NamedAt) -> bool:
    """Whether a name may stand in a list before a title: "Ruvian and Costonan ministers"."""
    return cover.has(NamingKind.ADJECTIVE, NamingKind.BODY, NamingKind.GROUP)


def _take_free(line: Line, left: Left, floor: int) -> bool:
    """Words of any sense between a state and its officer: "Ruvia's humanitarian envoy".

    Before a word that heads of any house bear ("chief", "leader") they say which house it is: the
    state's own only if the table has them.
    """
    if left.sides or left.possessor:
        return False
    at = left.at - 1
    lowest = max(floor, left.at - MOST_FREE)
    while at >= lowest and _is_free(line, at):
        at -= 1
    if at == left.at - 1 or at < floor or not _is_owner(line, at):
        return False
    words = set(line.words[at + 1 : left.at])
    nouns = {line.words[one] for one in range(at + 1, left.at) if line.tokens[one].pos == "NOUN"}
    is_house = bool(nouns - actor_words("governing") or words & actor_words("private"))
    left.is_private |= left.title.office in family("any_house") and is_house
    left.at = at + 1
    return True


def _is_free(line: Line, at: int) -> bool:
    token = line.tokens[at]
    is_word = token.pos in ("ADJ", "NOUN") and token.text.islower()
    return (is_word or token.text == "-") and line.cover[at] is None


def _is_owner(line: Line, at: int) -> bool:
    cover = line.cover[at]
    if cover is not None:
        return side_at(cover, (NamingKind.ADJECTIVE,)) is not None
    return line.words[at] in POSSESSIVE and at > 0 and side_at(line.cover[at - 1]) is not None


def _take_servant(line: Line, left: Left, floor: int) -> bool:
    """The holder served, named right before the title: "Dan aide Ilo Vant", "Dan's envoy"."""
    last = left.at - 1
    if left.title.office not in family("serving") or left.sides or left.possessor:
        return False
    if not line.tokens[last].tag.startswith("NN") or name_end(line, last) != left.at:
        return False
    start = name_start(line, left.at, floor)
    left.possessor, left.at, left.determiner = (start, left.at), start, "'s"
    return True


def _take_named(line: Line, left: Left, cover: NamedAt) -> bool:
    sides = sides_at(cover)
    is_listed = joins(line.word(left.at)) or past_long_joint(line, left.at)
    is_sent = left.target and left.title.office in family("sent")
    if not sides or (left.sides and not is_listed and not is_sent):
        return False
    if is_sent and not is_listed:
        left.sides.clear()
    left.sides[:0] = sides
    is_place = not cover.has(NamingKind.ADJECTIVE, NamingKind.SEAT)
    left.target = is_place and not is_listed and line.word(cover.end) not in POSSESSIVE
    left.at = cover.start
    return True


def past_long_joint(line: Line, at: int) -> bool:
    """Whether two or three words that join the members of a list stand at a place."""
    joint = actor_words("and", "long")
    return any(" ".join(line.words[at : at + size]) in joint for size in (2, 3))


def _take_possessor(line: Line, left: Left, last: int, floor: int) -> bool:
    cover = line.cover[last - 1]
    if cover is not None and cover.start >= floor and _take_named(line, left, cover):
        return True
    organ = _organ_ending(line, last, floor)
    if organ is not None:
        # "The Ruvian embassy's spokesman": whose the organ is, he is.
        left.at = organ
        return True
    start = name_start(line, last, floor)
    if start < last:
        left.possessor, left.at, left.determiner = (start, last), start, "'s"
        return True
    return False


def _organ_ending(line: Line, end: int, floor: int) -> int | None:
    phrases = organ_phrases()
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
