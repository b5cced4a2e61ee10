"""Titles of public office in a line: of which state they are, and whose name they go with."""

from dataclasses import dataclass, replace

from communique.extract.actors.complements import (
    Complement,
    complement_at,
    past_charge,
    without_sides,
)
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.names import name_end, name_start
from communique.extract.actors.owners import Left, Owner, joins, owner_before
from communique.extract.actors.sides import Side, side_at
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import TitleFound, family, title_at

STOPS = frozenset({",", ".", ";", ")", "", "-", "--", "–", "—"})
SET_OFF = frozenset({",", "-", "--", "–", "—", ":"})
CLOSED = frozenset({",", "", ".", ")", "-", "--", "–", "—"})
MOST_LINKING = 5
"""How many words may lead from a name to its title: "who also serves as"."""


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
    is_listed: bool = False
    """Several names stand behind, set off: "the ministers of Ruvia and Costona, Dan and Brel"."""
    homes: tuple[Side | None, ...] = ()
    """For each of several names the side given with it: "ministers Dan of Ruvia and Vant"."""

    @property
    def office(self) -> str:
        """The office, by the wording that makes two titles one."""
        return self.titles[0].office

    @property
    def is_plural(self) -> bool:
        """Whether the title stands in the plural."""
        return self.titles[0].is_plural

    def of_name(self, number: int) -> "Titled":
        """The title as the holder with one of the names bears it."""
        side = self.homes[number] if number < len(self.homes) else None
        if side is None and self.titles[0].title.tenure is None:
            # "Deputy Prime Ministers Dan and Brel of Costona": both may be Costona's.
            is_last = self.homes.count(None) + 1 == len(self.homes)
            side = self.homes[-1] if is_last else None
        if side is None and len(self.names) == len(self.owner.sides) > 1:
            side = self.owner.sides[number]
        return self if side is None else replace(self, owner=replace(self.owner, sides=(side,)))


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
        if not _counts(one):
            at += 1
            continue
        if found and (joined := _joined(line, found[-1], one)) is not None:
            one = found.pop() and joined
        found.append(one)
        at = done = max(one.end, title.end)
    return tuple(found)


def _joined(line: Line, before: Titled, one: Titled) -> Titled | None:
    """Two titles of one holder: "Sheikh Olo Sabar, Ruvia's deputy prime minister,"."""
    apart = one.names or one.is_plural or one.owner.is_former or before.is_plural
    if apart or len(before.names) != 1 or not one.owner.sides or before.end != one.start - 1:
        return None
    if before.owner.sides or one.owner.possessor or line.word(before.end) not in SET_OFF:
        return None
    owner = replace(before.owner, sides=one.owner.sides)
    return replace(before, end=one.end, titles=(*one.titles, *before.titles), owner=owner)


def _counts(one: Titled) -> bool:
    """Whether a word for anybody's officers ("official", "chief") is one of somebody's here."""
    if one.office in family("with_name") and (not one.names or one.is_plural):
        return False
    owned = one.owner.sides or one.owner.possessor or one.owner.is_private
    return bool(owned) or one.office not in family("with_owner")


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
    is_tight = after == "-" and line.tokens[title.end].start == token.end
    return not is_tight or line.word(title.end + 1) in actor_words("elect")


def _is_in_name(line: Line, title: TitleFound) -> bool:
    """Whether a word that is also a title stands inside a name: "Hassan Sheikh Mohamud"."""
    at = title.start
    if title.end > at + 1 or line.words[at] not in actor_words("name_word"):
        return False
    if at and title_at(line.words, at - 1) is not None:
        # "Crown Prince Sultan bin Olo": a title of his own, then a name that is a title too.
        return name_end(line, at) > at
    return at > 0 and name_end(line, at - 1) > at


def _titled(line: Line, first: TitleFound, floor: int, previous: Titled | None) -> Titled:
    left = owner_before(line, first, floor)
    if previous is not None and left.at - 1 == floor:
        _take_previous(line, left, previous)
    own = side_at(line.cover[first.start]) if not left.sides else None
    if own is not None:
        left.sides = [own]  # "CIA Director": the title itself names the organ
    titles = [first]
    is_owned = bool(left.sides)
    found = _complement(line, first.end, first, is_owned=is_owned)
    while (following := _next_title(line, found, titles[-1])) is not None:
        titles.append(following)
        more = _complement(line, following.end, following, is_owned=is_owned)
        private = found.is_private or more.is_private
        found = Complement(more.end, found.sides or more.sides, private)
    made = Titled(
        left.at,
        max(found.end, titles[-1].end),
        first.start,
        titles[-1].end,
        tuple(titles),
        _owner(line, left, found),
    )
    return _with_names(line, made, found.end, floor)


def _complement(line: Line, at: int, title: TitleFound, *, is_owned: bool) -> Complement:
    found = complement_at(line, at, title, is_owned=is_owned)
    return without_sides(found) if title.office in family("local") else found


def _owner(line: Line, left: Left, found: Complement) -> Owner:
    sides = tuple(dict.fromkeys((*left.sides, *found.sides)))
    house = not left.sides and left.title.office in family("of_houses")
    private = left.is_private or found.is_private or (house and _is_of_house(line, left.at - 1))
    private = private or left.title.office in family("stateless")
    return Owner(
        sides=() if private else sides,
        possessor=left.possessor or found.possessor,
        determiner=left.determiner,
        is_former=left.is_former,
        is_acting=left.is_acting,
        is_private=private,
    )


def _is_of_house(line: Line, at: int) -> bool:
    """Whether the name of some house stands right before a title: "Ruvbank chief"."""
    if at < 0 or line.cover[at] is not None or line.is_title_case:
        return False
    token, word = line.tokens[at], line.words[at]
    is_word = word in actor_words("calendar") or word in actor_words("before_title")
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper() and not is_word


def _take_previous(line: Line, left: Left, previous: Titled) -> None:
    """Take the holder of the title before as the possessor: "President Dan's spokesman"."""
    if line.word(left.at - 1) not in POSSESSIVE:
        return
    if previous.names and previous.names[-1][1] == left.at - 1:
        left.possessor, left.determiner = previous.names[-1], "'s"
    elif not previous.names and not previous.is_plural:
        left.sides, left.determiner = list(previous.owner.sides), "'s"


def _next_title(line: Line, behind: Complement, last: TitleFound) -> TitleFound | None:
    """Another title of the same holder: "Deputy Prime Minister and Foreign Minister"."""
    start = at = behind.end
    links = actor_words("and", "titles")
    while line.word(start) in links or (line.word(start) == "," and not last.is_plural):
        start += 1
    while line.word(start) in actor_words("before_title") and start - at < 3:
        start += 1
    if start >= len(line.words):
        return None
    found = title_at(line.words, start)
    if found is None or (found.end >= len(line.words) and start > at):
        return None
    if _is_in_name(line, found):
        return None
    # After a comma or "and" it is the same holder only when his name follows.
    end = name_end(line, past_honorifics(line, found.end))
    if start > at and (end == found.end or _is_another(line, behind, last, found, end)):
        return None
    return found


def _is_another(
    line: Line, behind: Complement, last: TitleFound, following: TitleFound, end: int
) -> bool:
    """Whether the title after "and" is a second person's: "the premier of Ruvia and King Olo".

    It is where the first has all it needs and the second stands in capitals as the first does not,
    or has a state of its own, or is the same office again.
    """
    if not behind.sides:
        return False
    is_raised = line.tokens[following.start].text[0].isupper()
    is_raised = is_raised and not line.tokens[last.start].text[0].isupper()
    return is_raised or following.office == last.office or _home_behind(line, end)[0] is not None


def past_honorifics(line: Line, at: int) -> int:
    """The place behind "Mr", "Dr" and the like, or the place itself."""
    while line.word(at) in actor_words("honorific"):
        at += 1
        if line.word(at) in ("'", ".") and line.tokens[at].start == line.tokens[at - 1].end:
            at += 1
    return at


def _is_definite(made: Titled) -> bool:
    word = made.owner.determiner
    return word in POSSESSIVE or word in actor_words("article", "definite")


def _with_names(line: Line, made: Titled, at: int, floor: int) -> Titled:
    start = past_honorifics(line, at)
    end = name_end(line, start) if start < len(line.words) else start
    if end > start:
        return _with_following(line, made, start, end)
    comma = at if line.word(at) in SET_OFF else past_charge(line, at)
    if line.word(comma) in SET_OFF and (made.owner.sides or _is_definite(made)):
        named = _with_apposed_names(line, made, comma)
        if named is not None and (comma == at or not _has_own_title(line, named.end)):
            return named
    return _apposed(line, made, floor)


def _with_apposed_names(line: Line, made: Titled, comma: int) -> Titled | None:
    """Names set off behind: "the ministers of Ruvia and Costona, Olo Dan and Ana Brel"."""
    start = past_honorifics(line, comma + 1)
    end = name_end(line, start) if start < len(line.words) else start
    if end == start or not (made.is_plural or _is_full_name(line, start, end)):
        return None
    names, end = _more_names(line, start, end) if made.is_plural else ([(start, end)], end)
    if line.word(end) not in CLOSED or len(names) < 1 + made.is_plural:
        return None
    return replace(made, end=end, names=tuple(names), is_listed=made.is_plural)


def _has_own_title(line: Line, at: int) -> bool:
    """Whether a title set off behind a name is his: "the envoy in Ruvia, Dan, the king, said"."""
    if line.word(at) not in SET_OFF:
        return False
    for place in range(at + 1, min(at + MOST_LINKING, len(line.words))):
        if line.word(place) in SET_OFF or title_at(line.words, place) is not None:
            return line.word(place) not in SET_OFF
    return False


def _is_full_name(line: Line, start: int, end: int) -> bool:
    return end - start >= 2 and all(one.tag == "NNP" for one in line.tokens[start:end])


def _more_names(line: Line, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    names = [(start, end)]
    while joins(line.word(end)):
        start = past_honorifics(line, end + 1 + joins(line.word(end + 1)))
        after = name_end(line, start) if start < len(line.words) else start
        if after == start:
            break
        names.append((start, after))
        end = after
    return names, end


def _with_following(line: Line, made: Titled, start: int, end: int) -> Titled:
    if not made.is_plural:
        return _with_home(line, replace(made, end=end, names=((start, end),)))
    names, homes = [(start, end)], []
    while True:
        home, end = _home_behind(line, end)
        homes.append(home)
        start = past_honorifics(line, end + 1 + joins(line.word(end + 1)))
        after = name_end(line, start) if joins(line.word(end)) and start < len(line.words) else 0
        if after <= start:
            return replace(made, end=end, names=tuple(names), homes=tuple(homes))
        names.append((start, after))
        end = after


def _with_home(line: Line, made: Titled) -> Titled:
    """The side that follows the name: "Prime Minister Ana Brel of Costona"."""
    owner = made.owner
    if owner.sides or made.office in family("local"):
        return made
    side, end = _home_behind(line, made.end)
    if side is None:
        return made
    sides = () if owner.is_private else (side,)
    return replace(made, end=end, owner=replace(owner, sides=sides))


def _home_behind(line: Line, at: int) -> tuple[Side | None, int]:
    """So "of Costona" or "(Costona)" behind a name: the side and where it ends."""
    is_bracket = line.word(at) == "("
    if not is_bracket and line.word(at) not in actor_words("of"):
        return None, at
    start = at + 1 + (line.word(at + 1) in actor_words("article", "definite"))
    cover = line.cover[start] if start < len(line.words) else None
    if cover is None or cover.start != start:
        return None, at
    side = side_at(cover)
    if side is None or (is_bracket and line.word(cover.end) != ")"):
        return None, at
    if line.word(cover.end) in POSSESSIVE:
        return None, at
    return side, cover.end + is_bracket


def _apposed(line: Line, made: Titled, floor: int) -> Titled:
    """A name before the title, set off by a comma: "Olo Dan, Ruvia's top diplomat,"."""
    comma, linking = _comma_before(line, made.start, floor)
    articles = actor_words("article", "definite") | actor_words("article", "indefinite")
    owner = made.owner
    is_capital = line.tokens[made.title_start].text[0].isupper()
    owned = bool(owner.sides or linking) or owner.is_private or owner.determiner in articles
    owned = owned or owner.possessor is not None
    owned = owned or (is_capital and made.office not in family("weak"))
    after = line.word(made.end)
    closed = (
        linking or owner.possessor or after in STOPS or after in actor_words("after_apposition")
    )
    if not owned or not closed or comma is None:
        return made
    if made.is_plural:
        return made if linking else _with_names_before(line, made, comma, floor)
    start = name_start(line, comma, floor)
    if start == comma:
        return made
    is_past = after in actor_words("after_apposition", "past")
    is_former = owner.is_former or is_past or bool(linking & actor_words("apposing", "past"))
    owner = replace(owner, is_former=is_former)
    return replace(made, start=start, owner=owner, names=((start, comma),), is_apposed=True)


def _with_names_before(line: Line, made: Titled, comma: int, floor: int) -> Titled:
    """As many names before as it is of sides: "Olo Dan and Ana Brel, the Ruvian and Costonan …"."""
    names: list[tuple[int, int]] = []
    end = comma
    while end > floor and len(names) < len(made.owner.sides):
        start = name_start(line, end, floor)
        if start == end:
            break
        names.insert(0, (start, end))
        end = start - 1
        if not joins(line.word(end)):
            break
        end -= line.word(end - 1) == ","
    if len(names) < 2 or len(names) != len(made.owner.sides):
        return made
    return replace(made, start=names[0][0], names=tuple(names), is_apposed=True)


def _comma_before(line: Line, at: int, floor: int) -> tuple[int | None, frozenset[str]]:
    """The comma that sets a title off from the name before it, and the words between.

    "Dan, the president" has none between, "Dan, who also serves as" some.
    """
    words: list[str] = []
    place = at - 1
    while place > floor and len(words) <= MOST_LINKING and line.word(place) != ",":
        words.append(line.word(place))
        place -= 1
    linking = frozenset(words)
    if place <= floor or line.word(place) != ",":
        return None, linking
    is_role = bool(words) and words[0] in actor_words("apposing", "role")
    is_who = linking <= actor_words("apposing") and bool(linking & actor_words("apposing", "who"))
    fits = not linking or is_role or is_who or linking <= actor_words("apposing", "adverbs")
    return (place if fits else None), linking
