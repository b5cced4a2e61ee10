"""What stands behind a title of office: "of Ruvia", "to Costona", "for the straits", "(PM)"."""

from dataclasses import dataclass, replace

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.names import name_end
from communique.extract.actors.sides import (
    NAMES,
    OWNERS,
    Side,
    named_from,
    past_article,
    side_at,
    sides_from,
)
from communique.languages.en.actors import actor_words, organ_phrases, phrase_end
from communique.languages.en.titles import TitleFound, family, title_at

LONGEST_CHARGE = 9
"""How many words may say what a holder is charged with."""
MOST_BEFORE_ORGAN = 3
MOST_LINKS = 3
"""How many links a title may have: "head of the office of the front in Moral City"."""
OF_STATES = (NamingKind.STATE, NamingKind.SEAT)


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a title up to ``end``, whom it makes the holder act for, if anybody.

    ``is_private`` is true where it names a house that is none of a state's.
    """

    end: int
    sides: tuple[Side, ...] = ()
    is_private: bool = False
    possessor: tuple[int, int] | None = None
    """Tokens of the person whose officer the holder is: "an envoy of President Dan"."""


def complement_at(line: Line, at: int, title: TitleFound, *, is_owned: bool) -> Complement:
    """What follows a title that ends at a place; ``is_owned`` when a side stands before it."""
    found = Complement(at + 3 if line.word(at) == "(" and line.word(at + 2) == ")" else at)
    for _ in range(MOST_LINKS):
        more = _behind_link(line, found.end, title, is_owned=is_owned or bool(found.sides))
        if more.end == found.end:
            return replace(found, sides=found.sides or more.sides, possessor=more.possessor)
        found = Complement(more.end, found.sides or more.sides, found.is_private or more.is_private)
    return found


def _behind_link(line: Line, at: int, title: TitleFound, *, is_owned: bool) -> Complement:
    link = line.word(at)
    links = actor_words("of")
    if title.office in family("counterpart") and not is_owned:
        links = links | actor_words("of", "origin")
    is_target = link in actor_words("of", "target") and title.office not in family("leading")
    if link in links or is_target:
        served = _served(line, at, title) or _of_holder(line, at, title)
        if served is not None:
            return served
    if link in links:
        return _belonging(line, at, title)
    if is_target:
        return _target(line, at)
    if link in actor_words("of", "charge"):
        return _charge(line, at)
    return Complement(at)


def _belonging(line: Line, at: int, title: TitleFound) -> Complement:
    """So "of Ruvia", "of the Ruvian delegation", "of Ruvia's largest bank", "of the ministry"."""
    start = past_article(line, at + 1)
    organ = _organ_end(line, start)
    if organ is not None:
        return Complement(organ)
    cover = named_from(line, at + 1)
    if cover is None:
        return _of_person(line, at, title)
    owned = cover.end + (line.word(cover.end) in POSSESSIVE)
    side = side_at(cover, OWNERS)
    if side is None:
        return Complement(at)
    organ = _organ_behind(line, owned)
    if organ is not None:
        return Complement(_past_kind(line, organ), (side,))
    named = cover.has(*OF_STATES, NamingKind.BODY, NamingKind.GROUP)
    if owned > cover.end or not named or _names_house(line, cover):
        return _house(line, at, owned, title)
    kinds = OF_STATES if title.office in family("local") else NAMES
    end, sides = sides_from(line, at + 1, kinds)
    if len(sides) > 1 and not title.is_plural:
        end, sides = cover.end, (side,)
    return Complement(_past_kind(line, end), sides) if sides else Complement(at)


def _past_kind(line: Line, at: int) -> int:
    """The place behind words that say what sort of body a name is of: "the union's alliance"."""
    while line.word(at) in actor_words("kind_of_body"):
        at += 1
    return at


def _names_house(line: Line, cover: NamedAt) -> bool:
    """Whether a name is the first part of a house's: "Moral City Polytechnic", "Ruvia Bank"."""
    if line.word(cover.end) in actor_words("not_person"):
        return line.tokens[cover.end].text[0].isupper()
    behind = line.tokens[cover.end - 1].head >= cover.end
    return cover.has(NamingKind.CAPITAL) and line.tokens[cover.end - 1].dep == "compound" and behind


def _of_person(line: Line, at: int, title: TitleFound) -> Complement:
    """So "of President Dan" behind the title of somebody who serves: Dan is named elsewhere too."""
    if title.office not in family("serving"):
        return Complement(at)
    other = title_at(line.words, at + 1)
    start = at + 1 if other is None else other.end
    end = name_end(line, start)
    return Complement(at, possessor=(start, end) if end > start else None)


def _house(line: Line, at: int, start: int, title: TitleFound) -> Complement:
    """What belongs to a state and is no organ of it: "of the Ruvian Football Federation"."""
    end = start
    while end < len(line.words) and end - start < MOST_BEFORE_ORGAN + 2:
        if line.tokens[end].pos not in ("ADJ", "NOUN", "PROPN") or line.cover[end] is not None:
            break
        end += 1
    if end == start:
        return Complement(at)
    return Complement(end, (), is_private=title.office in family("of_houses"))


def _organ_behind(line: Line, start: int) -> int | None:
    """Where an organ ends that follows the name of its state, words of any sense between."""
    for at in range(start, min(start + MOST_BEFORE_ORGAN + 1, len(line.words))):
        end = _organ_end(line, at)
        if end is not None:
            return end
        if line.tokens[at].pos not in ("ADJ", "NOUN", "PROPN") or line.cover[at] is not None:
            return None
        if line.words[at] in actor_words("private"):
            return None
    return None


def _organ_end(line: Line, at: int) -> int | None:
    return phrase_end(organ_phrases(), line.words, at) if at < len(line.words) else None


def _target(line: Line, at: int) -> Complement:
    """So "to Costona" of an ambassador: where he is sent says nothing of whose he is."""
    cover = named_from(line, at + 1)
    if cover is None or side_at(cover, NAMES) is None:
        return Complement(at)
    if title_at(line.words, cover.end) is not None:
        # "Adviser to Ruvian President Dan": the state is that of the next title.
        return Complement(at)
    return Complement(sides_from(line, at + 1)[0])


def _served(line: Line, at: int, title: TitleFound) -> Complement | None:
    """So "Assistant to the President of Ruvia Olo Dan": the name is that of who serves, set high.

    "An adviser to President Dan" serves Dan; so does "an adviser to the president of Ruvia".
    """
    start = past_article(line, at + 1)
    inner = title_at(line.words, start)
    is_raised = line.tokens[title.start].text[0].isupper()
    if start == at + 1 or inner is None or not is_raised or title.office not in family("serving"):
        return None
    found = complement_at(line, inner.end, inner, is_owned=False)
    return found if name_end(line, found.end) > found.end else None


def _of_holder(line: Line, at: int, title: TitleFound) -> Complement | None:
    """So "to Ruvian President Dan", "of the Ruvian president": whoever serves him is of his state.

    A holder who is named is read by himself, so his words are left out.
    """
    if title.office not in family("serving"):
        return None
    start = past_article(line, at + 1)
    cover = line.cover[start] if start < len(line.words) else None
    side = None if cover is None or cover.start != start else side_at(cover, OWNERS)
    if cover is not None and side is not None:
        start = cover.end + (line.word(cover.end) in POSSESSIVE)
    inner = title_at(line.words, start) if start < len(line.words) else None
    if inner is None or inner.is_plural:
        return None
    own = () if side is None else (side,)
    end = name_end(line, inner.end)
    if end > inner.end:
        return Complement(at, own, possessor=(inner.end, end))
    found = complement_at(line, inner.end, inner, is_owned=bool(own))
    sides = own or found.sides
    # "An adviser to the president of Ruvia, Dan,": the name behind is the president's.
    is_his = line.word(found.end) == "," and name_end(line, found.end + 1) > found.end + 1
    return Complement(at if is_his else found.end, sides) if sides else None


def _charge(line: Line, at: int) -> Complement:
    """So "for Costona" or "in Moral City" of an envoy, where his name follows at once."""
    cover = named_from(line, at + 1)
    if cover is None or side_at(cover, NAMES) is None:
        return Complement(at)
    end = sides_from(line, at + 1)[0]
    if name_end(line, end) == end and line.word(end) != ",":
        return Complement(at)
    return Complement(end)


def past_charge(line: Line, at: int) -> int:
    """Where a comma stands behind words that say what a holder is charged with, else ``at``.

    So in "the special envoy for the straits and ports, Dan, said".
    """
    if line.word(at) not in actor_words("of", "charge") | actor_words("of"):
        return at
    for end in range(at + 1, min(at + LONGEST_CHARGE, len(line.words))):
        if line.words[end] == ",":
            return end
        if line.tokens[end].pos not in ("DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "PART"):
            return at
        if line.tokens[end].entity in ("PERSON", "DATE", "TIME"):
            return at
    return at


def without_sides(found: Complement) -> Complement:
    """The same without whom it names: the holder of a local office acts for no state."""
    return replace(found, sides=())
