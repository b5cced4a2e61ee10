"""Uses of titles of public office: whose names they go with."""

from dataclasses import dataclass, replace

from communique.extract.actors.complements import past_charge
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.names import name_end, name_start
from communique.extract.actors.owners import Owner, joins
from communique.extract.actors.sides import Side, side_at
from communique.languages.en.actors import actor_words
from communique.languages.en.names import name_endings
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


def with_names(line: Line, made: Titled, at: int, floor: int) -> Titled:
    """A title with the names of its holders, from behind it or from before it."""
    start = past_honorifics(line, at)
    end = name_end(line, start)
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
    end = name_end(line, start)
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
    """Whether words are a first and a last name, what joins their parts aside: "Dan al-Brel"."""
    joining = actor_words("particle")
    return end - start >= 2 and all(
        one.tag in ("NNP", "HYPH") or one.lower in joining for one in line.tokens[start:end]
    )


def _more_names(line: Line, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    names = [(start, end)]
    while joins(line.word(end)):
        start = past_honorifics(line, end + 1 + joins(line.word(end + 1)))
        after = name_end(line, start)
        if after == start:
            break
        names.append((start, after))
        end = after
    return names, end


def _with_following(line: Line, made: Titled, start: int, end: int) -> Titled:
    if not made.is_plural:
        return _with_home(line, replace(made, end=end, names=((start, end),)))
    names, homes, is_closed = [(start, end)], [], False
    while True:
        home, end = home_behind(line, end)
        homes.append(home)
        start = past_honorifics(line, end + 1 + joins(line.word(end + 1)))
        after = name_end(line, start) if joins(line.word(end)) else start
        # "Presidents Dan and Brel, Vant said": the name behind "and" is the last.
        is_last, is_closed = is_closed, line.word(start - 1) in actor_words("and")
        if after <= start or is_last:
            return replace(made, end=end, names=tuple(names), homes=tuple(homes))
        names.append((start, after))
        end = after


def _with_home(line: Line, made: Titled) -> Titled:
    """The side that follows the name: "Prime Minister Ana Brel of Costona"."""
    owner = made.owner
    if owner.sides or made.office in family("local"):
        return made
    # "President Olo Dan, Jr., of Costona": the comma closes his name.
    is_son = line.word(made.end - 1).rstrip(".") in name_endings() and line.word(made.end) == ","
    side, end = home_behind(line, made.end + is_son)
    if side is None:
        return made
    sides = () if owner.is_private else (side,)
    return replace(made, end=end, owner=replace(owner, sides=sides))


def home_behind(line: Line, at: int) -> tuple[Side | None, int]:
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
