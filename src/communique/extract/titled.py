"""Titles of public office in a line: of which state they are, and whose name they go with."""

from dataclasses import dataclass, field, replace

from communique.catalog.naming import NamingKind
from communique.extract.lines import POSSESSIVE, Line, NamedAt
from communique.extract.names import name_end
from communique.languages.en.actors import actor_phrases, actor_words, phrase_end
from communique.languages.en.titles import TitleFound, title_at

NAMES_STATE = (
    NamingKind.ADJECTIVE,
    NamingKind.STATE,
    NamingKind.SEAT,
    NamingKind.MINISTRY,
    NamingKind.CAPITAL,
)
NAMES_BODY = (NamingKind.BODY,)
DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this"}
)
LONGEST_ORGAN = 6
LOCAL = frozenset({"governor", "mayor", "lawmaker"})
"""Offices of a part of a state, which may bear the name of another state: Georgia."""
SENT = frozenset({"envoy", "ambassador"})
"""Offices that a bare name of a state before them sends somewhere: "the Ruvia envoy"."""


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


@dataclass(frozen=True, slots=True)
class Titled:
    """One use of a title: tokens ``start`` to ``end`` with all that belongs to it.

    ``names`` are the token ranges of the persons that hold the title, empty when none is named;
    ``title`` from ``title_start`` to ``title_end`` the words of the office alone.
    """

    start: int
    end: int
    title_start: int
    title_end: int
    titles: tuple[TitleFound, ...]
    owner: Owner
    names: tuple[tuple[int, int], ...] = ()
    is_apposed: bool = False
    """The name stands before the title ("Dan, the Ruvian president")."""

    @property
    def office(self) -> str:
        """The office, by the wording that makes two titles one."""
        return self.titles[0].office

    @property
    def is_plural(self) -> bool:
        """Whether the title stands in the plural."""
        return self.titles[0].is_plural


@dataclass(slots=True)
class _Left:
    at: int
    states: list[str] = field(default_factory=list)
    body: str | None = None
    group: str | None = None
    possessor: tuple[int, int] | None = None
    determiner: str = ""
    is_former: bool = False
    is_acting: bool = False
    is_shadow: bool = False


def find_titled(line: Line) -> tuple[Titled, ...]:
    """All uses of titles in a line, left to right, none overlapping."""
    found: list[Titled] = []
    at = done = 0
    while at < len(line.words):
        title = title_at(line.words, at)
        if title is None or not _is_office(line, title) or _is_in_name(line, title):
            at += 1
            continue
        one = _titled(line, title, done, found[-1] if found else None)
        found.append(one)
        at = done = max(one.end, title.end)
    return tuple(found)


def _is_office(line: Line, title: TitleFound) -> bool:
    token = line.tokens[title.end - 1]
    if token.pos not in ("NOUN", "PROPN") and not token.text[0].isupper():
        return False
    cover = line.cover[title.start]
    if cover is not None and cover.start < title.start:
        return False
    after = line.word(title.end)
    if after in POSSESSIVE and line.word(title.end + 1) == "office":
        return False  # "the prime minister's office" is an organ
    return after != "-" or line.word(title.end + 1) in ("elect", "designate", "general")


def _is_in_name(line: Line, title: TitleFound) -> bool:
    """Whether a word that is also a title stands inside a name: "Hassan Sheikh Mohamud"."""
    at = title.start
    if at == 0 or title.end > at + 1 or line.words[at] not in actor_words("name_word"):
        return False
    return name_end(line, at - 1) > at and title_at(line.words, at - 1) is None


def _titled(line: Line, first: TitleFound, floor: int, previous: Titled | None) -> Titled:
    left = _before(line, first.start, floor)
    if previous is not None and previous.names and left.at - 1 == floor:
        _take_previous(line, left, previous)
    if first.office in SENT | LOCAL and left.at < first.start and not left.possessor:
        _drop_target(line, left)
    titles = [first]
    end, states, body = _after_title(line, first.end, is_plural=first.is_plural)
    states = () if first.office in LOCAL else states
    while True:
        following = _next_title(line, end, is_plural=first.is_plural)
        if following is None:
            break
        titles.append(following)
        end, more, other = _after_title(line, following.end, is_plural=following.is_plural)
        states, body = states or more, body or other
    title_end = titles[-1].end
    owner = Owner(
        states=tuple(dict.fromkeys((*left.states, *states))),
        body=left.body or body,
        group=left.group,
        possessor=left.possessor,
        determiner=left.determiner,
        is_former=left.is_former,
        is_acting=left.is_acting,
        is_shadow=left.is_shadow,
    )
    made = Titled(left.at, max(end, title_end), first.start, title_end, tuple(titles), owner)
    return _with_names(line, made, end, floor)


def _next_title(line: Line, at: int, *, is_plural: bool) -> TitleFound | None:
    """Another title of the same holder: "Deputy Prime Minister and Foreign Minister"."""
    start = at
    links = ("and", "&", "cum") if is_plural else ("and", "&", ",", "cum")
    while line.word(start) in links:
        start += 1
    while line.word(start) in actor_words("before_title") and start - at < 3:
        start += 1
    if start >= len(line.words):
        return None
    found = title_at(line.words, start)
    if found is None or (found.end >= len(line.words) and start > at):
        return None
    # After a comma or "and" it is the same holder only when his name follows.
    if start > at and name_end(line, _past_honorifics(line, found.end)) == found.end:
        return None
    return found


def _before(line: Line, at: int, floor: int) -> _Left:
    left = _Left(at)
    while left.at > floor and _take_left(line, left, floor):
        pass
    return left


def _take_previous(line: Line, left: _Left, previous: Titled) -> None:
    """Take the holder of the title before as the possessor: "President Dan's spokesman"."""
    if line.word(left.at - 1) in POSSESSIVE and previous.names[-1][1] == left.at - 1:
        left.possessor, left.determiner = previous.names[-1], "'s"


def _drop_target(line: Line, left: _Left) -> None:
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


def _take_left(line: Line, left: _Left, floor: int) -> bool:
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
    if word in DETERMINERS:
        left.determiner, left.at = word, last
        return True
    if _take_former(line, left, floor):
        return True
    organ = _organ_ending(line, left.at, floor)
    if organ is not None:
        left.at = organ
        return True
    return _take_modifier(line, left, floor)


def _take_former(line: Line, left: _Left, floor: int) -> bool:
    last = left.at - 1
    if line.words[last] == "-" and last > floor:
        last -= 1
    if line.words[last] not in actor_words("former"):
        return False
    left.is_former, left.at = True, last
    return True


def _take_modifier(line: Line, left: _Left, floor: int) -> bool:
    last = left.at - 1
    word = line.words[last]
    if word in actor_words("shadow"):
        left.is_shadow, left.at = True, last
        return True
    if word in actor_words("before_title") or (word == "-" and last > floor):
        left.is_acting |= word in ("acting", "interim", "caretaker")
        left.at = last
        return not (word == "-" and line.word(last - 1) not in actor_words("before_title"))
    if word in ("and", ",", "&") and left.states and last > floor:
        before = line.cover[last - 1]
        if before is not None and before.has(NamingKind.ADJECTIVE) and before.start >= floor:
            left.at = last
            return True
    return False


def _take_named(line: Line, left: _Left, cover: NamedAt) -> bool:
    state = cover.code(*NAMES_STATE)
    body = cover.code(*NAMES_BODY)
    group = cover.code(NamingKind.GROUP)
    is_listed = line.word(left.at) in ("and", ",", "&")
    if (state is None and body is None and group is None) or (
        (left.states or left.body or left.group) and not is_listed
    ):
        return False
    if state is not None:
        left.states.insert(0, state)
    left.body, left.group, left.at = body, group, cover.start
    return True


def _take_possessor(line: Line, left: _Left, last: int, floor: int) -> bool:
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


def _after_title(
    line: Line, at: int, *, is_plural: bool
) -> tuple[int, tuple[str, ...], str | None]:
    """What follows the title: "of Ruvia", "to Costona", "(PM)". Returns end, states, body."""
    states: list[str] = []
    body: str | None = None
    end = at
    if line.word(end) == "(" and line.word(end + 2) == ")":
        end += 3
    link = line.word(end)
    if link not in ("of", "for", "to", "on", "in", "at"):
        return end, (), None
    start = end + 1 + (line.word(end + 1) == "the")
    cover = line.cover[start] if start < len(line.words) else None
    if cover is None or cover.start != start or not cover.has(*NAMES_STATE, *NAMES_BODY):
        return end, (), None
    if link in ("in", "at", "on", "for") and name_end(line, cover.end) == cover.end:
        return end, (), None
    end = cover.end
    if link == "of":
        body = cover.code(*NAMES_BODY)
        states += [code] if (code := cover.code(NamingKind.STATE)) else []
        while is_plural and line.word(end) in ("and", ",") and end + 1 < len(line.words):
            other = line.cover[end + 1 + (line.word(end + 1) == "and")]
            if other is None or not (code := other.code(NamingKind.STATE)):
                break
            states.append(code)
            end = other.end
    return end, tuple(states), body


def _past_honorifics(line: Line, at: int) -> int:
    while line.word(at) in actor_words("honorific") and line.word(at) != "the":
        at += 1
    return at


def _with_names(line: Line, made: Titled, at: int, floor: int) -> Titled:
    start = _past_honorifics(line, at)
    end = name_end(line, start) if start < len(line.words) else start
    if end > start:
        return _with_following(line, made, start, end)
    if line.word(at) == "," and (made.owner.states or made.owner.determiner in ("the", "'s")):
        start = _past_honorifics(line, at + 1)
        end = name_end(line, start) if start < len(line.words) else start
        is_person = end > start and line.tokens[start].entity == "PERSON"
        if is_person and end - start >= 2 and line.word(end) in (",", "", ".", ")", "-", "--"):
            return replace(made, end=end, names=((start, end),))
    return _apposed(line, made, floor)


def _with_following(line: Line, made: Titled, start: int, end: int) -> Titled:
    names = [(start, end)]
    while made.is_plural and line.word(end) in ("and", ",", "&"):
        start = _past_honorifics(line, end + 1 + (line.word(end + 1) == "and"))
        after = name_end(line, start) if start < len(line.words) else start
        if after == start:
            break
        names.append((start, after))
        end = after
    named = replace(made, end=end, names=tuple(names))
    return _with_home(line, named) if len(names) == 1 else named


def _with_home(line: Line, made: Titled) -> Titled:
    """The state or body that follows the name: "Prime Minister Ana Brel of Costona"."""
    owner = made.owner
    if owner.states or owner.body or made.office in LOCAL or line.word(made.end) != "of":
        return made
    at = made.end + 1 + (line.word(made.end + 1) == "the")
    cover = line.cover[at] if at < len(line.words) else None
    if cover is None or cover.start != at:
        return made
    state, body = cover.code(NamingKind.STATE), cover.code(*NAMES_BODY)
    if state is None and body is None:
        return made
    states = () if state is None else (state,)
    return replace(made, end=cover.end, owner=replace(owner, states=states, body=body))


def _apposed(line: Line, made: Titled, floor: int) -> Titled:
    """A name before the title, set off by a comma: "Olo Dan, Ruvia's top diplomat,"."""
    comma = made.start - 1
    owned = made.owner.states or made.owner.body or made.owner.determiner in ("the", "a", "an")
    closed = line.word(made.end) in (",", ".", ";", ")", "", "-", "--", "–", "—", "and", "who")
    if made.is_plural or not owned or not closed or comma <= floor or line.word(comma) != ",":
        return made
    start = comma
    while start > floor and name_end(line, start - 1) >= comma:
        start -= 1
    if start == comma:
        return made
    return replace(made, start=start, names=((start, comma),), is_apposed=True)
