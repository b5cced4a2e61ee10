"""What people decided in a record, as it is listed."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.passages import Passage


class Standing(StrEnum):
    """What became of a decision."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    OVERRULED = "overruled by a later one"
    IN_CONFLICT = "in conflict with what is read now"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person, as the log keeps it.

    ``about`` are the ids of the things it is about, ``decided`` says in words what was decided of
    them ("same", "outlet: The Heron"), ``reason`` why; a note's words are its ``decided``.
    ``passage`` is the place of a claim or account that was corrected.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    decided: str
    reason: str
    author: str
    made_at: str
    standing: Standing
    passage: Passage | None = None
