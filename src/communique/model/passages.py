"""Places in a text, and the words that stand there."""

from dataclasses import dataclass
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""``d-`` and the first 16 hexadecimal digits of the SHA-256 of the bytes as they came."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: offsets in code points, start included, end not."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The words that back a claim, with their place in the document's kept text."""

    document: DocumentId
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)
