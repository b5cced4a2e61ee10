"""Ministries, embassies, offices and officials: who acts for a state without being named."""

from collections.abc import Iterator

from communique.catalog.naming import NamingKind
from communique.extract.actors.drafts import Draft
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.names import MOST_WORDS, name_end
from communique.extract.actors.owners import NAMES_STATE
from communique.languages.en.actors import actor_keys, actor_phrases, actor_words, phrase_end
from communique.model.vocabulary import ActorKind

MOST_BETWEEN = 3


def find_organs(line: Line, number: int, taken: list[bool]) -> Iterator[Draft]:
    """The offices that a line names by what they are, outside the titles already found."""
    at = 0
    has_possessive = not POSSESSIVE.isdisjoint(line.words)
    while at < len(line.words):
        if taken[at] and not has_possessive:
            at += 1
            continue
        draft = _organ_at(line, number, at, is_taken=taken[at])
        if draft is None:
            at += 1
        else:
            yield from _joined_owners(line, draft)
            yield draft
            at = draft.end


def _joined_owners(line: Line, draft: Draft) -> Iterator[Draft]:
    """The other states of officials of several: "Ruvian and Costonan officials"."""
    at = draft.start
    if line.tokens[draft.end - 1].tag != "NNS" or draft.state is None:
        return
    while at > 1 and line.word(at - 1) in ("and", ",", "&"):
        cover = line.cover[at - 2]
        state = None if cover is None else cover.code(NamingKind.ADJECTIVE)
        if cover is None or state is None or cover.end != at - 1:
            return
        at = cover.start
        places = (ActorKind.OFFICE, "office", None, draft.words, state)
        yield Draft(draft.line, at, cover.end, *places)


def _organ_at(line: Line, number: int, at: int, *, is_taken: bool) -> Draft | None:
    if is_taken:
        return _of_person(line, number, at)
    cover = line.cover[at]
    if cover is not None and cover.start == at:
        if cover.has(NamingKind.MINISTRY):
            return _ministry(line, number, cover)
        return _of_state(line, number, cover)
    end = phrase_end(actor_phrases("organ", "alone"), line.words, at)
    if end is not None and _stands_alone(line, at):
        return _alone(line, number, at, end)
    return _of_person(line, number, at)


def _of_state(line: Line, number: int, cover: NamedAt) -> Draft | None:
    """So "the Ruvian embassy", "Ruvia's foreign ministry", "senior Ruvian officials"."""
    state = cover.code(*NAMES_STATE)
    if state is None or cover.has(NamingKind.CAPITAL) or _is_prefixed(line, cover.start):
        return None
    at = cover.end + (line.word(cover.end) in POSSESSIVE)
    for start in range(at, min(at + MOST_BETWEEN, len(line.words))):
        end = phrase_end(actor_phrases("organ"), line.words, start)
        if end is not None:
            return _office(line, number, (cover.start, start, end), state)
        if line.tokens[start].pos not in ("ADJ", "NOUN", "PROPN") or line.cover[start]:
            return None
    return None


def _is_prefixed(line: Line, at: int) -> bool:
    return line.word(at - 1) == "-" and line.word(at - 2) in actor_words("prefix")


def _office(line: Line, number: int, places: tuple[int, int, int], state: str | None) -> Draft:
    whole, start, end = places
    words = line.text(start, end)
    return Draft(number, whole, end, ActorKind.OFFICE, "office", None, words, state)


def _ministry(line: Line, number: int, cover: NamedAt) -> Draft:
    """A ministry whose name gives its state away, unless the line puts it elsewhere."""
    words = line.text(cover.start, cover.end)
    state = _owner_before(line, cover.start) or _state_after(line, cover.end)
    given = state or cover.code(NamingKind.MINISTRY)
    kind, background = ActorKind.OFFICE, state is None
    return Draft(number, cover.start, cover.end, kind, "office", None, words, given, background)


def _owner_before(line: Line, at: int) -> str | None:
    last = at - 1 - (line.word(at - 1) in POSSESSIVE)
    cover = line.cover[last] if last >= 0 else None
    return None if cover is None else cover.code(NamingKind.ADJECTIVE, NamingKind.STATE)


def _state_after(line: Line, at: int) -> str | None:
    """So "of Ruvia" or "in Moral City" after the name of an organ, or None."""
    is_abroad = line.word(at - 1) in actor_words("abroad")
    links = actor_words("of") if is_abroad else actor_words("of") | actor_words("of", "seat")
    if line.word(at) not in links:
        return None
    start = at + 1 + (line.word(at + 1) in actor_words("article", "definite"))
    cover = line.cover[start] if start < len(line.words) else None
    if cover is None:
        return None
    return cover.code(NamingKind.STATE, NamingKind.CAPITAL)


def _stands_alone(line: Line, at: int) -> bool:
    before = line.word(at - 1)
    is_known = before == "" or before in actor_words("before_organ")
    return is_known or line.tokens[at].text[0].isupper()


def _alone(line: Line, number: int, at: int, end: int) -> Draft:
    state = _state_after(line, end)
    return _office(line, number, (at, at, end), state)


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
    words = line.text(at, last)
    state = _state_after(line, last)
    return Draft(number, at, last, ActorKind.OFFICE, "office", None, words, state, owner=(at, end))


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
