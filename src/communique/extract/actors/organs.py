"""Ministries, embassies, offices and officials: who acts for a state without being named."""

from collections.abc import Iterator
from functools import cache

from communique.catalog.naming import NamingKind
from communique.extract.actors.drafts import Draft
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.names import MOST_WORDS, name_end
from communique.extract.actors.sides import OWNERS, Side, past_article, sides_at, sides_from
from communique.languages.en.actors import (
    actor_keys,
    actor_phrases,
    actor_words,
    organ_phrases,
    phrase_end,
)
from communique.model.vocabulary import ActorKind

MOST_BETWEEN = 3
BEFORE = tuple(one for one in OWNERS if one is not NamingKind.CAPITAL)
"""How a name before an organ may give the state whose it is: "the Moral City embassy" does not."""


def find_organs(line: Line, number: int, taken: list[bool]) -> Iterator[Draft]:
    """The offices that a line names by what they are, outside the titles already found."""
    at = 0
    has_possessive = not POSSESSIVE.isdisjoint(line.words)
    while at < len(line.words):
        is_open = not taken[at] and (line.cover[at] is not None or line.words[at] in _openings())
        if not is_open and not has_possessive:
            at += 1
            continue
        draft = _organ_at(line, number, at, is_taken=taken[at])
        if draft is None:
            at += 1
        else:
            yield draft
            at = draft.end


@cache
def _openings() -> frozenset[str]:
    """The words with which the wording of an organ may begin."""
    return frozenset((*organ_phrases(), *actor_phrases("organ", "alone")))


def _organ_at(line: Line, number: int, at: int, *, is_taken: bool) -> Draft | None:
    if is_taken:
        return _of_person(line, number, at)
    cover = line.cover[at]
    if cover is not None and cover.start == at:
        if cover.has(NamingKind.MINISTRY):
            return _ministry(line, number, cover)
        return _of_sides(line, number, cover)
    end = phrase_end(organ_phrases(), line.words, at)
    if end is not None and (draft := _of_list(line, number, at, end)) is not None:
        return draft
    end = phrase_end(actor_phrases("organ", "alone"), line.words, at)
    if end is not None and _stands_alone(line, at):
        return _office(line, number, (at, at, end), ())
    return _of_person(line, number, at)


def _of_sides(line: Line, number: int, first: NamedAt) -> Draft | None:
    """So "Ruvia's foreign ministry", "Ruvian and Costonan officials", "League inspectors"."""
    if not sides_at(first, BEFORE) or is_prefixed(line, first.start):
        return None
    end, sides = sides_from(line, first.start, BEFORE)
    at = end + (line.word(end) in POSSESSIVE)
    for start in range(at, min(at + MOST_BETWEEN, len(line.words))):
        organ = _organ_end(line, start)
        if organ is not None:
            return _owned(line, number, (first, start, organ), sides)
        is_word = line.tokens[start].pos in ("ADJ", "NOUN", "PROPN")
        if not is_word or line.cover[start] or line.words[start] in actor_words("private"):
            return None
    return None


def _organ_end(line: Line, at: int) -> int | None:
    """Where an organ ends, with its own officers: "military representatives"."""
    end = phrase_end(organ_phrases(), line.words, at)
    while end is not None and end < len(line.words):
        after = phrase_end(organ_phrases(), line.words, end)
        if after is None:
            break
        end = after
    return end


def _owned(
    line: Line, number: int, places: tuple[NamedAt, int, int], sides: tuple[Side, ...]
) -> Draft | None:
    """An organ of each of several, if it stands in the plural; else of the one next to it."""
    first, start, end = places
    if len(sides) > 1 and line.tokens[end - 1].tag not in ("NNS", "NNPS"):
        return None
    if len(sides) > 1 and POSSESSIVE & {line.word(start - 1)}:
        return None
    return _office(line, number, (first.start, start, end), sides)


def is_prefixed(line: Line, at: int) -> bool:
    """Whether "pro-" or the like stands before an adjective."""
    return line.word(at - 1) == "-" and line.word(at - 2) in actor_words("prefix")


def _office(
    line: Line, number: int, places: tuple[int, int, int], sides: tuple[Side, ...]
) -> Draft:
    whole, start, end = places
    words = line.text(start, end)
    return Draft(number, whole, end, ActorKind.OFFICE, "office", None, words, sides=sides)


def _of_list(line: Line, number: int, at: int, end: int) -> Draft | None:
    """So "officials from Ruvia, Costona and the League", "the foreign ministry of Ruvia"."""
    link = line.word(end)
    if line.word(at - 1) in actor_words("private"):
        return None
    is_of = link in actor_words("of") | actor_words("place_preposition", "from")
    if not is_of and link not in actor_words("of", "origin"):
        return None
    is_plural = line.tokens[end - 1].tag in ("NNS", "NNPS")
    in_seat = link in actor_words("of", "seat")
    alone = phrase_end(actor_phrases("organ", "alone"), line.words, at) == end
    if in_seat and (_is_abroad(line, end) or not alone):
        return None
    kinds = (NamingKind.STATE, NamingKind.CAPITAL) if is_of or in_seat else (NamingKind.STATE,)
    last, sides = sides_from(line, end + 1, (*kinds, NamingKind.SEAT))
    if not sides or (len(sides) > 1 and not is_plural):
        return None
    if line.word(last) in POSSESSIVE or not (is_of or is_plural or in_seat):
        return None
    words = line.text(at, end)
    place = end if in_seat else last
    return Draft(number, at, place, ActorKind.OFFICE, "office", None, words, sides=sides)


def _ministry(line: Line, number: int, cover: NamedAt) -> Draft:
    """A ministry whose name gives its state away, unless the line puts it elsewhere."""
    words = line.text(cover.start, cover.end)
    state = _owner_before(line, cover.start) or _state_after(line, cover.end)
    given = state or cover.code(NamingKind.MINISTRY) or ""
    return Draft(
        number,
        cover.start,
        cover.end,
        ActorKind.OFFICE,
        "office",
        None,
        words,
        sides=(Side(ActorKind.STATE, given),),
        background=state is None,
    )


def _owner_before(line: Line, at: int) -> str | None:
    last = at - 1 - (line.word(at - 1) in POSSESSIVE)
    cover = line.cover[last] if last >= 0 else None
    return None if cover is None else cover.code(NamingKind.ADJECTIVE, NamingKind.STATE)


def _is_abroad(line: Line, at: int) -> bool:
    return line.word(at - 1) in actor_words("abroad")


def _state_after(line: Line, at: int) -> str | None:
    """So "of Ruvia" or "in Moral City" after the name of an organ, or None."""
    of, seat = actor_words("of"), actor_words("of", "seat")
    if line.word(at) not in (of if _is_abroad(line, at) else of | seat):
        return None
    start = past_article(line, at + 1)
    cover = line.cover[start] if start < len(line.words) else None
    if cover is None:
        return None
    return cover.code(NamingKind.STATE, NamingKind.CAPITAL)


def _stands_alone(line: Line, at: int) -> bool:
    before = line.word(at - 1)
    is_known = before == "" or before in actor_words("before_organ")
    return is_known or line.tokens[at].text[0].isupper()


def _of_person(line: Line, number: int, at: int) -> Draft | None:
    """So "Dan's office": the office of a person named in the possessive."""
    if not line.tokens[at].text[0].isupper() or line.cover[at] is not None:
        return None
    if POSSESSIVE.isdisjoint(line.words[at + 1 : at + MOST_WORDS + 1]):
        return None
    end = name_end(line, at)
    if end == at or line.word(end) not in POSSESSIVE or end + 1 >= len(line.words):
        return None
    last = phrase_end(actor_phrases("organ", "office_of"), line.words, end + 1)
    if last is None:
        return None
    state = _state_after(line, last)
    sides = () if state is None else (Side(ActorKind.STATE, state),)
    words = line.text(at, last)
    return Draft(
        number, at, last, ActorKind.OFFICE, "office", None, words, sides=sides, owner=(at, end)
    )


def is_government_of(line: Line, end: int) -> bool:
    """Whether a person's name that ends here only says which government is meant."""
    return line.word(end) in actor_words("holds_people")


def post_served(words: str) -> str | None:
    """The office whose holder an organ serves: "the PM's office" serves the prime minister."""
    organ = words.replace("’", "'").lower()
    for row in sorted(actor_keys("serves")):
        if organ in actor_words("serves", row):
            return row.replace("_", " ")
    return None
