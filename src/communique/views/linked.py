"""Words of a view that lead to what they name: a passage, or a thing of the record."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the record: the part of the contents that it stands in, and its id or label."""

    part: str
    name: str


Target = Passage | Thing


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and where they lead, if anywhere."""

    words: str
    to: Target | None = None


class Words(str):
    """Words that know their pieces: the same as a string, and more where a view can draw links."""

    __slots__ = ("pieces",)
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> "Words":
        """The words of some pieces one after the other."""
        kept = tuple(pieces)
        made = cls("".join(one.words for one in kept))
        made.pieces = kept
        return made


def linked(words: str, to: Target | None) -> Words:
    """Words that lead somewhere as a whole."""
    return Words.of((Piece(words, to),))


def pieces_of(words: str) -> tuple[Piece, ...]:
    """The pieces of a cell: one that leads nowhere, if it is a plain string."""
    return words.pieces if isinstance(words, Words) else (Piece(words),)


def put_together(*parts: str) -> Words:
    """Several words one after the other, each with its links."""
    return Words.of(piece for one in parts for piece in pieces_of(one))


def joined(between: str, parts: Iterable[str]) -> Words:
    """Words with the same string between each two, as ``str.join`` does it."""
    pieces: list[Piece] = []
    for number, one in enumerate(parts):
        if number:
            pieces.append(Piece(between))
        pieces += pieces_of(one)
    return Words.of(pieces)
