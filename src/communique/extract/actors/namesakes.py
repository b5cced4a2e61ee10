"""Persons who are called like a place: "Foreign Minister Moral City", then "Moral City said"."""

from collections.abc import Iterable, Iterator

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import ARGUMENTS, Line, NamedAt
from communique.extract.actors.titled import Titled
from communique.languages.en.actors import actor_words

PLACES = (NamingKind.STATE, NamingKind.CAPITAL, NamingKind.SEAT)
NAMINGS = (*PLACES, NamingKind.ADJECTIVE, NamingKind.PEOPLE)


def family_names(lines: tuple[Line, ...], titled: tuple[tuple[Titled, ...], ...]) -> frozenset[str]:
    """Family names of office-holders that are names of places of which the text does not tell.

    It tells of the state too where it calls it by any other name.
    """
    found = dict(_namesakes(lines, titled))
    if not found:
        return frozenset()
    told = {
        code
        for line in lines
        for one in line.named()
        if (code := one.code(*NAMINGS)) and " ".join(line.words[one.start : one.end]) not in found
    }
    return frozenset(word for word, code in found.items() if code not in told)


def _namesakes(
    lines: tuple[Line, ...], titled: tuple[tuple[Titled, ...], ...]
) -> Iterator[tuple[str, str]]:
    for line, uses in zip(lines, titled, strict=True):
        for start, end, is_owned in _names(uses):
            cover = line.cover[end - 1]
            code = None if cover is None else cover.code(*PLACES)
            if code and (is_owned or end - start > 1):
                yield line.words[end - 1], code


def _names(uses: Iterable[Titled]) -> Iterator[tuple[int, int, bool]]:
    return ((*name, bool(one.owner.sides)) for one in uses for name in one.names)


def is_called_so(line: Line, at: int, names: frozenset[str]) -> bool:
    """Whether a place's name means the person who bears it: as one who acts, not as a place."""
    cover, token = line.cover[at], line.tokens[at]
    if line.words[at] not in names or cover is None or not _is_one_word(cover):
        return False
    if line.is_title_case or token.dep not in ARGUMENTS:
        return False
    head = line.sentence.head(token)
    if token.dep == "pobj":
        return head.lower in actor_words("place_preposition", "acting")
    return token.dep != "dobj" or head.lemma.lower() not in actor_words("motion")


def _is_one_word(cover: NamedAt) -> bool:
    return cover.end - cover.start == 1 and cover.has(*PLACES)
