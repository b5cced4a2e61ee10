"""Persons by their age alone: "the 68-year-old said"."""

from communique.extract.actors.lines import ARGUMENTS, Line
from communique.languages.en.actors import actor_words

LONGEST = 6
"""How many tokens "the 68-year-old" may be cut into."""


def aged_until(line: Line, at: int) -> int | None:
    """Where words for somebody's age end that begin at a place and stand for him, or None."""
    if line.words[at] not in actor_words("article", "definite"):
        return None
    if not line.word(at + 1)[:2].isdigit():
        return None
    for end in range(at + 2, min(at + LONGEST, len(line.words))):
        if line.words[end] in actor_words("aged", "old"):
            years = actor_words("aged", "years") & set(line.words[at + 1 : end])
            # The parser may take the article for what the age is said of.
            stands = {line.tokens[at].dep, line.tokens[end].dep} & set(ARGUMENTS)
            return end + 1 if years and stands else None
    return None
