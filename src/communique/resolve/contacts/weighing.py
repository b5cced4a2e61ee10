"""How well an account fits a contact, and in what words a reader is told why it joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.model.passages import DocumentId
from communique.resolve.contacts.agreeing import ONE_STORY, persons_shared
from communique.resolve.contacts.days import falls_on_two_days
from communique.resolve.contacts.gathering import join_labels
from communique.resolve.contacts.outlines import Outline
from communique.resolve.contacts.ties import Ties

SAME_NEWS = 12
"""Words in a row from which two documents tell one piece of news rather than two."""

TENTHS = 10
"""Steps in which the closeness of documents ranks contacts that fit: less is no difference."""


@dataclass(frozen=True, slots=True)
class Scales:
    """Weighs an account against the accounts of a contact, and says why it belongs to them."""

    ties: Ties
    labels: Mapping[DocumentId, str]
    placed: Mapping[DocumentId, str]

    def score(self, outline: Outline, members: Sequence[Outline]) -> tuple[int, ...]:
        """What speaks for it, the strongest kind of evidence first."""
        return (
            max(persons_shared(outline, one) for one in members),
            int(outline.day is not None and any(one.day == outline.day for one in members)),
            int(any(one.form == outline.form for one in members)),
            int(any(outline.means & one.means for one in members)),
            self.longest(outline, members),
            round(self.closest(outline, members) * TENTHS),
        )

    def longest(self, outline: Outline, members: Sequence[Outline]) -> int:
        """Words of the longest run that its document shares with another of theirs."""
        others = {one.document for one in members} - {outline.document}
        return max((self.ties.words(outline.document, one) for one in others), default=0)

    def closest(self, outline: Outline, members: Sequence[Outline]) -> float:
        """How near its document is to the nearest other of theirs."""
        others = {one.document for one in members} - {outline.document}
        return max((self.ties.closeness(outline.document, one) for one in others), default=0.0)

    def reason(self, outline: Outline, members: Sequence[Outline]) -> str:
        """Why it is of one contact with them."""
        names = join_labels(sorted({self.labels[one.document] for one in members}))
        day = next((one.day for one in members if one.day), None)
        reason = self._reason_alone(outline, members, names)
        placed = self.placed.get(outline.document)
        if placed is None or outline.anchor is None or outline.day != day:
            return reason
        return f"{reason}; document undated, {placed}"

    def _reason_alone(self, outline: Outline, members: Sequence[Outline], names: str) -> str:
        day = next((one.day for one in members if one.day), None)
        alike = f"same parties and form as {names}"
        if outline.day is not None and outline.day == day:
            return f"same parties, form and day ({outline.day.isoformat()}) as {names}"
        if outline.day is not None and day is not None:
            if any(falls_on_two_days(outline, one) for one in members):
                return f"{alike}, a day apart: evening in one capital, the next morning in another"
            run = self.longest(outline, members)
            if run < SAME_NEWS:
                return f"{alike} on one matter, a day apart: each tells of one contact only"
            return f"{alike}, a day apart, {run} words in a row"
        if not outline.is_open:
            return f"{alike}; {outline.edtf} does not clash"
        if self.closest(outline, members) >= ONE_STORY:
            return f"{alike}; no day in the text, the documents are alike"
        if outline.is_loose and not outline.is_placed:
            return f"{alike}; no date in the text, the weekday and the means are the same"
        return f"{alike}; no day in the text, documents near in time"
