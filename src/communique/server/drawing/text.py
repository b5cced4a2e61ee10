"""The text of a document as a page shows it: its lines, and in them who says what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.model.contents import ClaimEntry, DocumentEntry
from communique.model.passages import Passage, Span
from communique.model.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a line that the same claims rest on.

    ``voice`` is that of the claims (a side's code where a side speaks), None where there is none;
    ``told`` says in words what the claims are about.
    """

    words: str
    voice: str | None
    side: str | None
    told: str
    is_lit: bool
    opens: bool
    """Whether the lit passage begins here."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; furniture is greyed."""

    stretches: tuple[Stretch, ...]
    is_furniture: bool


def lines_of(
    text: str, entry: DocumentEntry, claims: Iterable[ClaimEntry], lit: Span | None
) -> tuple[Line, ...]:
    """The lines of a text that hold anything, each cut where a claim or the lit passage ends."""
    told = sorted(claims, key=lambda one: (one.passage.start, one.passage.end))
    aside = (*entry.furniture, *entry.leads)
    return tuple(_line(text, span, told, aside, lit) for span in _spans(text))


def _spans(text: str) -> Iterable[Span]:
    start = 0
    for words in text.split("\n"):
        if words.strip():
            yield Span(start, start + len(words))
        start += len(words) + 1


def _line(
    text: str,
    span: Span,
    claims: Sequence[ClaimEntry],
    aside: Sequence[Passage],
    lit: Span | None,
) -> Line:
    here = [one for one in claims if one.passage.span.overlaps(span)]
    cuts = {span.start, span.end}
    for one in (*(claim.passage.span for claim in here), *((lit,) if lit else ())):
        cuts |= {at for at in (one.start, one.end) if span.start < at < span.end}
    edges = sorted(cuts)
    stretches = (_stretch(text, Span(*edge), here, lit) for edge in pairwise(edges))
    furniture = any(one.span.overlaps(span) for one in aside)
    return Line(tuple(stretches), furniture)


def _stretch(text: str, span: Span, claims: Sequence[ClaimEntry], lit: Span | None) -> Stretch:
    here = [one for one in claims if one.passage.span.overlaps(span)]
    sides = dict.fromkeys(one.attribution.side for one in here if one.attribution.side)
    return Stretch(
        words=text[span.start : span.end],
        voice=_voice(here),
        side=", ".join(sides) or None,
        told=", ".join(dict.fromkeys(one.aspect.value for one in here)),
        is_lit=lit is not None and lit.overlaps(span),
        opens=lit is not None and span.start <= lit.start < span.end,
    )


def _voice(claims: Sequence[ClaimEntry]) -> str | None:
    """Whose voice is heard: a side's before an outlet's, both before what stands aside."""
    heard = {one.voice for one in claims}
    return next((one.value for one in Voice if one in heard), None)
