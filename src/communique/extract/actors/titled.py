"""Titles of public office in a line: of which state they are, and whose name they go with."""

from dataclasses import dataclass, replace

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.names import name_end
from communique.extract.actors.owners import (
    NAMES_BODY,
    NAMES_STATE,
    Left,
    Owner,
    drop_target,
    joins,
    owner_before,
)
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import TitleFound, family, title_at

STOPS = frozenset({",", ".", ";", ")", "", "-", "--", "–", "—"})


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
    if after in POSSESSIVE and line.word(title.end + 1) in actor_words("office_noun"):
        return False  # "the prime minister's office" is an organ
    return after != "-" or line.word(title.end + 1) in actor_words("elect")


def _is_in_name(line: Line, title: TitleFound) -> bool:
    """Whether a word that is also a title stands inside a name: "Hassan Sheikh Mohamud"."""
    at = title.start
    if at == 0 or title.end > at + 1 or line.words[at] not in actor_words("name_word"):
        return False
    return name_end(line, at - 1) > at and title_at(line.words, at - 1) is None


def _titled(line: Line, first: TitleFound, floor: int, previous: Titled | None) -> Titled:
    left = owner_before(line, first.start, floor)
    if previous is not None and previous.names and left.at - 1 == floor:
        _take_previous(line, left, previous)
    if (
        first.office in family("sent") | family("local")
        and left.at < first.start
        and not left.possessor
    ):
        drop_target(line, left)
    titles = [first]
    end, states, body = _after_title(line, first.end, is_plural=first.is_plural)
    states = () if first.office in family("local") else states
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


def _take_previous(line: Line, left: Left, previous: Titled) -> None:
    """Take the holder of the title before as the possessor: "President Dan's spokesman"."""
    if line.word(left.at - 1) in POSSESSIVE and previous.names[-1][1] == left.at - 1:
        left.possessor, left.determiner = previous.names[-1], "'s"


def _next_title(line: Line, at: int, *, is_plural: bool) -> TitleFound | None:
    """Another title of the same holder: "Deputy Prime Minister and Foreign Minister"."""
    start = at
    links = actor_words("and", "titles")
    while line.word(start) in links or (line.word(start) == "," and not is_plural):
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
    is_owned = link in actor_words("of")
    is_charged = link in actor_words("of", "charge")
    if not (is_owned or is_charged or link in actor_words("of", "target")):
        return end, (), None
    start = _past_article(line, end + 1)
    cover = line.cover[start] if start < len(line.words) else None
    if cover is None or cover.start != start or not cover.has(*NAMES_STATE, *NAMES_BODY):
        return end, (), None
    if is_charged and name_end(line, cover.end) == cover.end:
        return end, (), None
    if not is_owned and title_at(line.words, cover.end) is not None:
        # "Adviser to Ruvian President Dan": the state is that of the next title.
        return end, (), None
    end = cover.end
    if is_owned:
        body = cover.code(*NAMES_BODY)
        states += [code] if (code := cover.code(NamingKind.STATE)) else []
        while is_plural and joins(line.word(end)) and end + 2 < len(line.words):
            other = line.cover[end + 1 + joins(line.word(end + 1))]
            if other is None or not (code := other.code(NamingKind.STATE)):
                break
            states.append(code)
            end = other.end
    return end, tuple(states), body


def _past_honorifics(line: Line, at: int) -> int:
    while line.word(at) in actor_words("honorific"):
        at += 1
    return at


def _past_article(line: Line, at: int) -> int:
    return at + (line.word(at) in actor_words("article", "definite"))


def _is_definite(made: Titled) -> bool:
    word = made.owner.determiner
    return word in POSSESSIVE or word in actor_words("article", "definite")


def _with_names(line: Line, made: Titled, at: int, floor: int) -> Titled:
    start = _past_honorifics(line, at)
    end = name_end(line, start) if start < len(line.words) else start
    if end > start:
        return _with_following(line, made, start, end)
    if line.word(at) == "," and (made.owner.states or _is_definite(made)):
        start = _past_honorifics(line, at + 1)
        end = name_end(line, start) if start < len(line.words) else start
        is_person = end > start and line.tokens[start].entity == "PERSON"
        if is_person and end - start >= 2 and line.word(end) in (",", "", ".", ")", "-", "--"):
            return replace(made, end=end, names=((start, end),))
    return _apposed(line, made, floor)


def _with_following(line: Line, made: Titled, start: int, end: int) -> Titled:
    names = [(start, end)]
    while made.is_plural and joins(line.word(end)):
        start = _past_honorifics(line, end + 1 + joins(line.word(end + 1)))
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
    if owner.states or owner.body or made.office in family("local"):
        return made
    if line.word(made.end) not in actor_words("of"):
        return made
    at = _past_article(line, made.end + 1)
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
    articles = actor_words("article", "definite") | actor_words("article", "indefinite")
    owned = made.owner.states or made.owner.body or made.owner.determiner in articles
    after = line.word(made.end)
    closed = after in STOPS or after in actor_words("after_apposition")
    if made.is_plural or not owned or not closed or comma <= floor or line.word(comma) != ",":
        return made
    start = comma
    while start > floor and name_end(line, start - 1) >= comma:
        start -= 1
    if start == comma:
        return made
    return replace(made, start=start, names=((start, comma),), is_apposed=True)
