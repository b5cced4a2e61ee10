"""The states that an item of a round-up is about: "Ruvia–Costona: the premiers met"."""

import re
from collections.abc import Iterable

from communique.languages.en.stand_ins import Name, NameKind
from communique.model.passages import Span

_OPENING = re.compile(r"[\s•·▪●*>–—-]*")
_JOINT = re.compile(r"\s*(?:[-–—/,&]|and\b)\s*")
_CLOSE = re.compile(r"\s*:\s+")
_OF_STATES = (NameKind.STATE, NameKind.CAPITAL)


def lead_in_end(text: str, span: Span, names: Iterable[Name]) -> int:
    """Where two or more names of states and a colon end with which words begin, else their start.

    ``names`` are those of the text in order. The words behind are parsed by themselves: a subject
    that only heads them would bend the grammar.
    """
    met = _OPENING.match(text, span.start, span.end)
    at, count = span.start if met is None else met.end(), 0
    for one in names:
        if one.span.start < at:
            continue
        if one.span.start > at or one.kind not in _OF_STATES:
            break
        count += 1
        closed = _CLOSE.match(text, one.span.end, span.end)
        if closed is not None:
            return closed.end() if count > 1 and closed.end() < span.end else span.start
        joint = _JOINT.match(text, one.span.end, span.end)
        if joint is None:
            break
        at = joint.end()
    return span.start
