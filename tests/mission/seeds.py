"""The seed documents and the record they should yield, read from beside the checkout."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from communique.model.contents import (
    ActorEntry,
    ClaimEntry,
    Contact,
    Contents,
    DocumentEntry,
    Finding,
    OriginalEntry,
)
from communique.model.passages import Passage
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Aspect, FindingType, UndertakingKind

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = SHARED / "seeds"
EXPECTED = SHARED / "gold" / "expected.json"


def expected() -> Any:
    """The expected record as data."""
    return json.loads(EXPECTED.read_text(encoding="utf-8"))


def quotes(row: str) -> list[str]:
    """The quotations of a row of the mission, in order."""
    rows = json.loads((SHARED / "gold" / "mission.json").read_text(encoding="utf-8"))
    [found] = [one for one in rows if one["id"] == row]
    return [words for _, words in found["quotes"]]


@dataclass(frozen=True)
class Found:
    """A record of the seeds, with the questions that the rows of the mission ask."""

    contents: Contents
    texts: dict[str, str]

    @cached_property
    def documents(self) -> dict[str, DocumentEntry]:
        """Documents by the first three digits of their file."""
        return {one.name[:3]: one for one in self.contents.documents}

    @cached_property
    def names(self) -> dict[str, str]:
        """The first three digits of a file by the id of its document."""
        return {one.id: name for name, one in self.documents.items()}

    @cached_property
    def actors(self) -> dict[str, ActorEntry]:
        """Actors by id."""
        return {one.id: one for one in self.contents.actors}

    @cached_property
    def originals(self) -> dict[str, OriginalEntry]:
        """Originals by id."""
        return {one.id: one for one in self.contents.originals}

    def contact(self, label: str) -> Contact:
        """The one contact with this label."""
        [found] = [one for one in self.contents.contacts if one.label == label]
        return found

    def codes(self, actors: Iterable[str]) -> set[str]:
        """The states and bodies that actors act for; a group by its name."""
        return {self.actors[one].state or one if one in self.actors else one for one in actors} | {
            self.actors[one].name
            for one in actors
            if one in self.actors and self.actors[one].kind == "group"
        }

    def touches(self, passage: Passage, document: str, start: int, end: int) -> bool:
        """Whether a passage overlaps a place in a document."""
        return (
            self.names.get(passage.document) == document
            and passage.start < end
            and start < passage.end
        )

    def claims(
        self, document: str, start: int, end: int, aspect: Aspect | None = None
    ) -> list[ClaimEntry]:
        """The claims whose words overlap a place, of one aspect or of any."""
        return [
            one
            for one in self.contents.claims
            if (aspect is None or one.aspect is aspect)
            and self.touches(one.passage, document, start, end)
        ]

    def undertakings(
        self, kind: UndertakingKind, document: str, start: int, end: int
    ) -> list[UndertakingEntry]:
        """The undertakings of a kind that rest on the words at a place."""
        return [
            one
            for one in self.contents.undertakings
            if one.kind is kind and any(self.touches(p, document, start, end) for p in one.passages)
        ]

    def findings(self, kind: FindingType, *places: tuple[str, int, int]) -> list[Finding]:
        """The findings of a type that show a passage at each of these places."""
        return [
            one
            for one in self.contents.findings
            if one.type is kind
            and all(any(self.touches(p, *place) for p in one.passages) for place in places)
        ]
