"""Complements: what hangs on a word and says what a view is of, by frames."""

from dataclasses import dataclass

from communique.extract.speech.stretches import trimmed
from communique.languages.en.speech import speech_words
from communique.languages.en.views import ViewWord, view_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Complement:
    """The words that a view is of, and the frames in which they stand."""

    span: Span
    frames: frozenset[str]


def complement_of(
    sentence: Sentence, head: Token, frames: frozenset[str], word: ViewWord
) -> Complement | None:
    """What stands after a word in one or several of these frames, in one piece."""
    found: list[tuple[Token, str]] = []
    for one in sentence.children(head):
        frame = _frame(sentence, one, frames, word) if one.index > head.index else None
        if frame is not None:
            found.append((one, frame))
    met = frozenset(frame for _, frame in found)
    # The object alone, of a verb that takes one only with what it does or is.
    if not met - {"person"}:
        return None
    first = max(min(sentence.subtree(one)[0].index for one, _ in found), head.index + 1)
    last = max(sentence.subtree(one)[-1].index for one, _ in found)
    if found[0][1] == "of" and first == found[0][0].index:
        first += 1
    if first == last and sentence.tokens[first].pos == "PRON":
        return None
    span = trimmed(sentence, first, last + 1)
    return None if span is None else Complement(span, met)


def _frame(sentence: Sentence, one: Token, frames: frozenset[str], word: ViewWord) -> str | None:
    """The frame that a dependant of a word stands in, if it is one of those asked for."""
    if one.dep == "ccomp":
        return _clausal(sentence, one, frames)
    if one.dep == "xcomp":
        return "to" if {"to", "person"} & frames else _only(frames, "as")
    if one.dep == "dobj":
        return "object" if "object" in frames else "person" if {"person", "as"} & frames else None
    if one.dep == "oprd":
        return _only(frames, "as")
    if one.dep == "prep":
        return _prepositional(sentence, one, frames, word)
    return None


def _only(frames: frozenset[str], wanted: str) -> str | None:
    return wanted if wanted in frames else None


def _clausal(sentence: Sentence, clause: Token, frames: frozenset[str]) -> str | None:
    opening = sentence.subtree(clause)[0]
    if opening.tag in ("WP", "WDT", "WRB") or opening.lower in speech_words().unreal_clauses:
        return _only(frames, "question")
    if clause.tag == "VB" and any(one.tag == "TO" for one in sentence.children(clause)):
        return "to" if {"to", "person"} & frames else None
    if clause.pos in ("ADJ", "NOUN", "PROPN") and sentence.child(clause, "aux", "cop") is None:
        return "as" if "as" in frames else _only(frames, "clause")
    return _only(frames, "clause")


def _prepositional(
    sentence: Sentence, joint: Token, frames: frozenset[str], word: ViewWord
) -> str | None:
    thing = sentence.child(joint, "pobj", "pcomp")
    if joint.lower in view_words().taking and "as" in frames:
        return "as"
    if thing is None or thing.entity in ("DATE", "TIME") or "of" not in frames:
        return None
    return "of" if joint.lower in word.prepositions else None
