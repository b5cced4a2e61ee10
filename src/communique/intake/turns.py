"""The turns of a transcript: whose label stands before them, and which of them only ask."""

from collections import Counter
from collections.abc import Sequence

from communique.languages.en.turns import turn_words
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind
from communique.text.blocks import Line, trimmed

TURNS = 3
"""Turns that a text must have for its labels to count where nobody is said to ask."""


def turns_in(text: str, lines: Sequence[Line]) -> dict[Span, tuple[Block, ...]]:
    """For each line of a turn its blocks: a byline for the label, and what was said.

    Labels count where somebody asks and somebody else answers, or two speak by turns. What is asked
    is no account; a line without a label goes on with the turn before it.
    """
    labels = {
        line.span: met
        for line in lines
        if (met := turn_words().label_in(text, line.span.start, line.span.end))
    }
    if not _is_talk([who for who, _ in labels.values()]):
        return {}
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
        elif asked:
            found[line.span] = (Block(BlockKind.OTHER, line.span),)
    return found


def _is_talk(labels: Sequence[str]) -> bool:
    counted = Counter(labels)
    asking = sum(turn_words().is_asking(one) for one in counted)
    by_turns = len(labels) >= TURNS and 2 <= len(counted) < len(labels)
    return by_turns or 0 < asking < len(counted)
