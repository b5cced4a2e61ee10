"""Conditions: where one begins, in what words, and each as an item of its own."""

from dataclasses import dataclass
from functools import cache

from communique.extract.clauses import complement_end, span_of, trimmed
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import phrases, words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: the places of its first token, of its content, and of the one after it."""

    start: int
    content: int
    end: int


def condition_from(scene: Scene, sentence: Sentence, start: int, end: int) -> Condition | None:
    """The first condition that begins in a stretch of tokens, or just after it, or None."""
    last = min(end + 2, len(sentence.tokens))
    for token in sentence.tokens[start:last]:
        if _is_outside(scene, sentence, token):
            return None
        content = _content(sentence, token.index)
        if content is not None:
            stop = complement_end(sentence, content, scene.wordings.get(sentence.index, ()))
            return Condition(token.index, content, stop)
    return None


def condition_ahead(scene: Scene, sentence: Sentence, verb: Token) -> Condition | None:
    """The condition that stands before the clause of a verb ("If X pays, Y will ..."), or None."""
    for clause in sentence.children(verb):
        if clause.dep != "advcl" or clause.index > verb.index:
            continue
        first = sentence.subtree(clause)[0]
        content = _content(sentence, first.index)
        if content is not None:
            comma = next(
                (t.index for t in sentence.tokens[clause.index : verb.index] if t.text == ","),
                clause.index + 1,
            )
            return Condition(first.index, content, trimmed(sentence, content, comma))
    return None


def conditions_after(scene: Scene, sentence: Sentence, start: int) -> tuple[Span, ...]:
    """The conditions that follow a place directly ("if it ..., kept ... and promised ...")."""
    for token in sentence.tokens[start : start + 3]:
        content = _content(sentence, token.index)
        if content is not None:
            end = _end(scene, sentence, content)
            return tuple(_items(sentence, content, end))
    return ()


def _is_outside(scene: Scene, sentence: Sentence, token: Token) -> bool:
    wordings = scene.wordings.get(sentence.index, ())
    return any(one.start <= token.start < one.end for one in wordings)


def _content(sentence: Sentence, index: int) -> int | None:
    """The place after the words of condition that begin here ("on condition that"), or None."""
    tokens = sentence.tokens
    for phrase in _by_first().get(tokens[index].lower, ()):
        after = index + len(phrase)
        if after < len(tokens) and all(
            one.lower == word for one, word in zip(tokens[index:after], phrase, strict=True)
        ):
            is_verb = tokens[index].pos == "VERB" and len(phrase) == 1
            return None if is_verb or _is_idle(sentence, after) else after
    return None


def is_campaign(sentence: Sentence, condition: Condition) -> bool:
    """Whether it hangs on an election at home: what a candidate says he would do."""
    inside = sentence.tokens[condition.start : condition.end]
    return any(one.lower in words("clauses", "conditions", "campaign") for one in inside)


def _is_idle(sentence: Sentence, start: int) -> bool:
    """Whether it is no condition that another could meet: "if we must", "if necessary"."""
    ahead = [one.lower for one in sentence.tokens[start : start + 2]]
    idle = words("clauses", "conditions", "idle")
    return " ".join(ahead) in idle or (bool(ahead) and ahead[0] in idle)


@cache
def _by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The wordings of a condition by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases("clauses", "conditions"):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(rows) for first, rows in found.items()}


def _end(scene: Scene, sentence: Sentence, start: int) -> int:
    for token in sentence.tokens[start:]:
        if _is_outside(scene, sentence, token):
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
