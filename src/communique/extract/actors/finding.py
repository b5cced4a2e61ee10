"""Titles of public office in a line: where they stand, and of which state they are."""

from dataclasses import replace

from communique.extract.actors.complements import Complement, complement_at, without_sides
from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.names import name_end
from communique.extract.actors.owners import Left, Owner, owner_before
from communique.extract.actors.sides import side_at
from communique.extract.actors.titled import (
    SET_OFF,
    Titled,
    home_behind,
    past_honorifics,
    with_names,
)
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import TitleFound, family, title_at


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
    return with_names(line, made, found.end, floor)


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
    return is_raised or following.office == last.office or home_behind(line, end)[0] is not None
