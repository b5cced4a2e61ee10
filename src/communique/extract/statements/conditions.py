"""Conditions of a position, each as an item of its own."""

from communique.extract.clauses import span_of
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


def conditions_after(scene: Scene, sentence: Sentence, start: int) -> tuple[Span, ...]:
    """The conditions that follow a place directly ("if it ..., kept ... and promised ...")."""
    for token in sentence.tokens[start : start + 3]:
        if token.lower in words("clauses", "breaks", "conditional"):
            end = _end(scene, sentence, token.index)
            return tuple(_items(sentence, token.index + 1, end))
    return ()


def _end(scene: Scene, sentence: Sentence, start: int) -> int:
    wordings = scene.wordings.get(sentence.index, ())
    for token in sentence.tokens[start:]:
        if any(one.start <= token.start < one.end for one in wordings):
            return token.index
        if token.tag == "." or token.text in (";", ":"):
            return token.index
    return len(sentence.tokens)


def _items(sentence: Sentence, start: int, end: int) -> list[Span]:
    cuts = [(start, start)]
    for token in sentence.tokens[start + 1 : end]:
        if _is_next_condition(sentence, token, start):
            link = token.index
            while link > start and _leads_over(sentence.tokens[link - 1]):
                link -= 1
            cuts.append((link, token.index))
    stops = [stop for stop, _ in cuts[1:]] + [end]
    found = []
    for (_, first), stop in zip(cuts, stops, strict=True):
        while stop > first + 1 and _leads_over(sentence.tokens[stop - 1]):
            stop -= 1
        if first < stop:
            found.append(span_of(sentence, first, stop))
    return found


def _leads_over(token: Token) -> bool:
    return token.text == "," or token.pos in ("CCONJ", "ADV")


def _is_next_condition(sentence: Sentence, token: Token, start: int) -> bool:
    """Whether a finite verb joined by a comma or "and" begins a condition of its own."""
    if token.tag not in ("VBD", "VBZ", "VBP", "MD") or token.dep not in ("conj", "advcl", "ROOT"):
        return False
    before = sentence.tokens[token.index - 1]
    if not _leads_over(before):
        return False
    return sentence.child(token, "nsubj", "nsubjpass") is None
