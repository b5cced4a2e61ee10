"""The words above a contact that say what becomes of it, read from their table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.model.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What becomes of a contact, by the word above it; None where the word leaves it open.

    ``verbs`` and ``adjectives`` say so of a deed or a noun, ``deeds`` of a deed alone, ``clauses``
    of a clause with a tense, ``passives`` only in the passive, ``nouns`` of all of them.
    ``phrases`` has for a verb its particles, prepositions and "on hold".
    """

    verbs: dict[str, Status | None]
    deeds: dict[str, Status | None]
    clauses: dict[str, Status | None]
    passives: dict[str, Status | None]
    adjectives: dict[str, Status | None]
    nouns: dict[str, Status | None]
    phrases: dict[str, dict[str, Status | None]]

    def carries(self, verb: str) -> bool:
        """Whether a verb with a noun as its object says what became of what the noun names."""
        return self.verbs.get(verb) is not None

    def is_planning(self, verb: str) -> bool:
        """Whether what the verb is done to lies ahead."""
        return self.verbs.get(verb) is Status.PLANNED

    @property
    def lemmas(self) -> frozenset[str]:
        """All words above a contact that say what becomes of it."""
        tables = (self.verbs, self.deeds, self.clauses, self.passives, self.adjectives, self.nouns)
        return frozenset(self.phrases).union(*tables)

    def puts_off(self, verb: str) -> bool:
        """Whether the verb, alone or with a particle, says that something will be later."""
        told = {self.verbs.get(verb), *self.phrases.get(verb, {}).values()}
        return Status.POSTPONED in told


def outcomes_in(rows: list[dict[str, Any]]) -> Outcomes:
    """The outcomes that the rows of a table give; of two rows with one word the first holds."""
    phrases: dict[str, dict[str, Status | None]] = {}
    for row in rows:
        for verb, rest in row.get("phrases", ()):
            phrases.setdefault(verb, {}).setdefault(rest, _status(row))
    return Outcomes(
        verbs=_first(_listed(rows, "verbs")),
        deeds=_first(_listed(rows, "deeds")),
        clauses=_first(_listed(rows, "clauses")),
        passives=_first(_listed(rows, "passives")),
        adjectives=_first(_listed(rows, "adjectives")),
        nouns=_first(_listed(rows, "nouns")),
        phrases=phrases,
    )


def _listed(rows: list[dict[str, Any]], kind: str) -> Iterator[tuple[str, Status | None]]:
    return ((word, _status(row)) for row in rows for word in row.get(kind, ()))


def _first(listed: Iterator[tuple[str, Status | None]]) -> dict[str, Status | None]:
    made: dict[str, Status | None] = {}
    for word, status in listed:
        made.setdefault(word, status)
    return made


def _status(row: dict[str, Any]) -> Status | None:
    return Status(row["status"]) if "status" in row else None
