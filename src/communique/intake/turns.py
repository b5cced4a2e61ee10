"""The turns of a transcript: whose label stands before them, and which of them only ask."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.languages.en.furniture import cue_of
from communique.languages.en.turns import turn_words
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind
from communique.text.blocks import Line, trimmed

TURNS = 3
"""Turns that a text must have for its labels to count where nobody is said to ask."""
QUESTIONS = 2
"""Questions that show a talk where no title or name shows who else is labelled."""
_NAME = re.compile(
    r"(?:(?<=[a-z,] )|\b[A-Z][\w.’'-]{0,30} )[A-Z][\w.’'-]{0,30} ([A-Z][\w’'-]{0,30})\b(?! ?:)"
)
"""A first and a last name, behind a title or within a sentence."""

_Labels = dict[Span, tuple[str, int]]
"""For each line with a label who it says speaks, and where it ends."""


def turns_in(text: str, lines: Sequence[Line]) -> dict[Span, tuple[Block, ...]]:
    """For each line of a turn its blocks: a byline for the label, and what was said.

    Labels count where somebody asks and somebody else answers, or two speak by turns. What is asked
    is no account; a line without a label between a question and an answer goes on with it.
    """
    labels = _labels(text, (line.span for line in lines))
    if not _is_talk(text, labels):
        return {}
    answers = [one for one, (who, _) in labels.items() if not turn_words().is_asking(who)]
    found: dict[Span, tuple[Block, ...]] = {}
    asked = False
    for line in lines:
        label = labels.get(line.span)
        if label is not None:
            who, end = label
            asked = turn_words().is_asking(who)
            named = Block(BlockKind.BYLINE, trimmed(text, Span(line.span.start, end)))
            said = trimmed(text, Span(end, line.span.end))
            kind = BlockKind.OTHER if asked else BlockKind.PARAGRAPH
            found[line.span] = (named, *([Block(kind, said)] if said.start < said.end else []))
        elif asked and line.span.start < answers[-1].start:
            found[line.span] = (Block(BlockKind.OTHER, line.span),)
    return found


def _labels(text: str, lines: Iterable[Span]) -> _Labels:
    """The labels of the lines that are no furniture."""
    return {
        one: label
        for one in lines
        if (label := turn_words().label_in(text, one.start, one.end))
        and cue_of(text[one.start : one.end]) is None
    }


def _is_talk(text: str, labels: _Labels) -> bool:
    """Whether those labelled talk: some ask and others answer, or people speak by turns."""
    counted = Counter(who for who, _ in labels.values())
    asking = {who for who in counted if turn_words().is_asking(who)}
    questions = sum(
        who in asking and "?" in text[end : one.end] for one, (who, end) in labels.items()
    )
    if len(asking) == len(counted) or questions >= QUESTIONS:
        return len(asking) < len(counted)
    by_turns = len(labels) >= TURNS and 2 <= len(counted) < len(labels)
    is_likely = questions > 0 or by_turns
    return is_likely and 2 * (questions + _known(text, counted, asking)) > len(labels)


def _known(text: str, counted: Counter[str], asking: set[str]) -> int:
    """How many labels say by a title or the name of somebody named elsewhere who speaks."""
    words = turn_words()
    last_names = {one[1].lower() for one in _NAME.finditer(text)}
    return sum(
        count
        for who, count in counted.items()
        if who not in asking
        and (words.is_known(who) or not last_names.isdisjoint(words.names_in(who)[-1:]))
    )
