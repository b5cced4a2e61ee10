"""Who leads an organ that acts for a side: "a Ruvian delegation led by Olo Dan"."""

from communique.extract.actors.lines import POSSESSIVE, Line
from communique.extract.actors.sides import NAMES, OWNERS, Side, past_article, side_at, sides_from
from communique.languages.en.actors import actor_words, organ_phrases, phrase_end

FAR = 8
"""How many words may stand between an organ and "led by", or a name and the organ led."""
NEAR = 3
"""How many words may stand between a side and its organ."""
JOINED = ("ADJ", "NOUN", "PROPN", "PART")


def side_led(line: Line, start: int, end: int) -> tuple[Side, str] | None:
    """The side whose organ the person named from ``start`` to ``end`` leads, and the organ."""
    return _led_by(line, start) or _leading(line, end) or _representing(line, start)


def _led_by(line: Line, at: int) -> tuple[Side, str] | None:
    """So in "a Ruvian delegation to the talks, led by": the organ nearest before."""
    if line.word(at - 1) not in actor_words("led", "by"):
        return None
    if line.word(at - 2) not in actor_words("led"):
        return None
    for start in range(at - 3, max(at - 3 - FAR, -1), -1):
        found = organ_at(line, start, limit=at - 2)
        if found is not None:
            return found
        if line.tokens[start].pos in ("VERB", "SCONJ"):
            return None
    return None


def _leading(line: Line, at: int) -> tuple[Side, str] | None:
    """So in "Dan, who heads Ruvia's delegation", "Dan led a Ruvian team"."""
    for place in range(at, min(at + 5, len(line.words))):
        token = line.tokens[place]
        if token.lemma.lower() in actor_words("led", "verbs") and token.pos == "VERB":
            return _first_organ(line, place + 1)
        if line.words[place] != "," and token.pos not in ("PRON", "AUX", "ADV"):
            return None
    return None


def _representing(line: Line, at: int) -> tuple[Side, str] | None:
    """So in "Ruvia was represented by Olo Dan"."""
    if line.word(at - 1) not in actor_words("led", "by"):
        return None
    if line.word(at - 2) not in actor_words("represented"):
        return None
    subject = line.sentence.child(line.tokens[at - 2], "nsubjpass")
    side = None if subject is None else side_at(line.cover[subject.index], NAMES)
    return None if side is None else (side, line.text(at - 2, at))


def _first_organ(line: Line, at: int) -> tuple[Side, str] | None:
    for start in range(at, min(at + FAR, len(line.words))):
        found = organ_at(line, start, limit=len(line.words))
        if found is not None:
            return found
        if line.tokens[start].pos not in ("DET", "NUM", *JOINED) and start > at:
            return None
    return None


def organ_at(line: Line, at: int, *, limit: int) -> tuple[Side, str] | None:
    """The side of an organ that begins at a place, by what stands before or behind it."""
    end = phrase_end(organ_phrases(), line.words, at)
    if end is None or end > limit:
        return None
    side = _side_before(line, at) or _side_behind(line, end)
    return None if side is None else (side, line.text(at, end))


def _side_before(line: Line, at: int) -> Side | None:
    for place in range(at - 1, max(at - 1 - NEAR, -1), -1):
        if (side := side_at(line.cover[place], OWNERS)) is not None:
            return None if _is_shared(line, place) else side
        if line.words[place] not in POSSESSIVE and line.tokens[place].pos not in JOINED:
            return None
    return None


def _is_shared(line: Line, place: int) -> bool:
    """Whether another side is joined before: who leads which of two delegations is not said."""
    cover = line.cover[place]
    joint = place - 1 if cover is None else cover.start - 1
    is_joined = joint > 0 and line.words[joint] in actor_words("and")
    return is_joined and side_at(line.cover[joint - 1], OWNERS) is not None


def _side_behind(line: Line, at: int) -> Side | None:
    links = actor_words("of") | actor_words("place_preposition", "from")
    if line.word(at) not in links:
        return None
    _, sides = sides_from(line, past_article(line, at + 1), NAMES)
    return sides[0] if len(sides) == 1 else None
