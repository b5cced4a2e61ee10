"""Precision, recall and F1 from counts, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found rightly, what was found that should not be, and what was missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right, self.false + other.false, self.missed + other.missed
        )

    @property
    def precision(self) -> float | None:
        """Of what was found, how much is right."""
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Of what is to be found, how much was."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, 2 * self.right + self.false + self.missed)


def share(part: float, whole: float) -> float | None:
    """A part of a whole, None where the whole is nothing."""
    return part / whole if whole else None
