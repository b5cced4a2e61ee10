"""Noun phrases as names: modifiers before a noun, phrases after it, and topics without shells."""

from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token

_QUOTES = frozenset({"“", "”", "‘", "’", '"', "'", "-"})


def modifiers_start(sentence: Sentence, noun: Token, barred: frozenset[int]) -> int:
    """The place of the first modifier before a noun, articles, numbers and ``barred`` left out."""
    index = noun.index
    while index > 0:
        before = sentence.tokens[index - 1]
        if before.index in barred or before.lower in words("clauses", "several", "barred"):
            break
        if before.pos not in ("ADJ", "NOUN", "PROPN", "CCONJ", "PUNCT", "VERB") or (
            before.pos == "PUNCT" and before.text not in _QUOTES
        ):
            break
        if (before.pos == "VERB" and before.tag not in ("VBN", "VBG")) or before.tag == "POS":
            break
        if before.pos in ("CCONJ", "VERB", "NOUN") and not _belongs(sentence, before, noun):
            break
        index -= 1
    while index < noun.index and sentence.tokens[index].pos in ("CCONJ", "PUNCT", "VERB"):
        if sentence.tokens[index].text in _QUOTES and sentence.tokens[index].text not in "”’-":
            break
        index += 1
    return index


def _belongs(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Whether a word hangs, through words between, on the noun after it."""
    while token.index != token.head:
        if token.head == noun.index:
            return True
        token = sentence.tokens[token.head]
        if token.index > noun.index:
            return False
    return False


def phrase_after(
    sentence: Sentence, index: int, links: frozenset[str], goes_on: frozenset[str] | None
) -> int:
    """The place after "of consultations" and the like that follow a noun at ``index - 1``.

    ``goes_on`` are the nouns that the phrase may have, None for any common noun.
    """
    end = index
    tokens = sentence.tokens
    while end < len(tokens) - 1:
        at = end
        while at < len(tokens) and tokens[at].text in _QUOTES:
            at += 1
        if at >= len(tokens) - 1 or tokens[at].lower not in links:
            return end
        noun = at + 1
        while noun < len(tokens) and tokens[noun].pos in ("DET", "ADJ"):
            noun += 1
        if noun >= len(tokens) or tokens[noun].pos != "NOUN":
            return end
        if goes_on is not None and tokens[noun].lower not in goes_on:
            return end
        end = noun + 1
    return end


def topic_text(text: str) -> str:
    """A topic without shells that say nothing: "the situation in X" is "X"."""
    shells = words("channels", "topic", "shells")
    links = words("channels", "topic", "shell_links")
    parts = text.split()
    for at, word in enumerate(parts[:-1]):
        if word.lower() in shells and parts[at + 1].lower() in links and at < 4:
            return topic_text(" ".join(parts[at + 2 :]))
    while parts and parts[0].lower() in ("the", "a", "an"):
        parts = parts[1:]
    return " ".join(parts)


def unquoted(text: str) -> str:
    """The words without quotation marks, for a name that a quotation runs through."""
    return " ".join("".join(char for char in text if char not in '“”"«»').split())


def topic_after(
    sentence: Sentence, start: int, end: int, prepositions: frozenset[str]
) -> Span | None:
    """The first phrase after one of these prepositions that is no date, or None."""
    for token in sentence.tokens[start:end]:
        if token.lower not in prepositions or token.pos not in ("ADP", "SCONJ"):
            continue
        noun = sentence.child(token, "pobj", "pcomp")
        if noun is None or noun.entity in ("DATE", "TIME") or noun.index >= end:
            continue
        tree = sentence.subtree_span(noun)
        return Span(tree.start, min(tree.end, sentence.tokens[end - 1].end))
    return None
