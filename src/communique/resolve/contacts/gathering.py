"""Accounts of one contact while they are gathered, each with the reason for which it joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from communique.resolve.contacts.outlines import Outline

FIRST = "the first account"


@dataclass(slots=True)
class Gathering:
    """Accounts of one contact, in the order in which they joined, each with the reason."""

    members: list[Outline] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The day that the accounts give, or None."""
        return next((one.day for one in self.members if one.day), None)

    @property
    def opener(self) -> Outline:
        """The account that the others joined."""
        return next(one for one in self.members if self.reasons[one.account.id] == FIRST)

    def add(self, outline: Outline, reason: str) -> None:
        """Take an account in."""
        self.members.append(outline)
        self.reasons[outline.account.id] = reason

    def take_in(self, other: "Gathering", reason: str) -> None:
        """Take in another gathering, whose first account joins for this reason."""
        for one in other.members:
            told = other.reasons[one.account.id]
            self.add(one, reason if told == FIRST else told)

    def ordered(self) -> list[Outline]:
        """The accounts in the order of the record."""
        return sorted(self.members, key=lambda one: (one.place, one.account.passages))


@dataclass(frozen=True, slots=True)
class Unsure:
    """An account that fits several contacts equally well, and the accounts that open them."""

    outline: Outline
    fits: tuple[Outline, ...]
    reason: str


def join_labels(labels: Sequence[str]) -> str:
    """Labels as a reader lists them: ``001``, ``001 and 003``, ``001, 003 and 004``."""
    return " and ".join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else labels[0]
