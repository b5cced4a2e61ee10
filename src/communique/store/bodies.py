"""What the bodies of entries hold, as bytes and back: JSON, and for a document its own bytes."""

import json
from dataclasses import dataclass, replace
from typing import Any

from communique.errors import CommuniqueError
from communique.model.codec import from_json, to_json
from communique.model.documents import Document
from communique.model.readings import Problem, Reading
from communique.text.digests import digest_of

BREAK = b"\n"


class BodyUnreadable(CommuniqueError):
    """The body of an entry does not have the shape of its kind."""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading as the log keeps it.

    ``under`` is the digest of the document as it was read (its text and metadata); ``equals`` the
    number of an earlier entry that holds an equal reading, with ``reading`` None, or None.
    """

    document: str
    under: str
    run: str
    equals: int | None
    reading: Reading | None


def canonical(data: Any) -> bytes:
    """JSON with sorted keys and without spare white space, in UTF-8."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def loads(body: bytes) -> Any:
    """The JSON that a body holds; raises BodyUnreadable."""
    try:
        return json.loads(body.decode("utf-8", "surrogatepass"))
    except ValueError as problem:
        raise BodyUnreadable(f"expected JSON in the body of an entry: {problem}") from None


def told_of(document: Document, problems: tuple[Problem, ...]) -> bytes:
    """A document and what could not be read of its bytes, as one line of JSON."""
    written = {"document": to_json(document), "problems": [to_json(one) for one in problems]}
    return canonical(written)


def document_body(told: bytes, data: bytes) -> bytes:
    """What was told of a document, then its bytes as they came."""
    return told + BREAK + data


def told_in(body: bytes) -> bytes:
    """What the body of a document or a sighting tells of it."""
    return body.partition(BREAK)[0]


def data_in(body: bytes) -> bytes:
    """The bytes as they came that the body of a document holds."""
    return body.partition(BREAK)[2]


def document_of(body: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a body holds, and what could not be read of its bytes."""
    told = loads(told_in(body))
    problems = tuple(from_json(one, Problem) for one in told["problems"])
    return from_json(told["document"], Document), problems


def digest_of_document(document: Document) -> str:
    """16 hexadecimal digits over all that a reading depends on: the text, blocks and metadata."""
    return digest_of(canonical(to_json(document)))[:16]


def content_of(reading: Reading) -> bytes:
    """What two equal readings share whatever run made them."""
    return canonical(to_json(replace(reading, run="")))


def reading_body(reading: Reading, *, under: str, equals: int | None) -> bytes:
    """A reading, or the note that it equals an earlier one."""
    return canonical(
        {
            "document": reading.document,
            "under": under,
            "run": reading.run,
            "equals": equals,
            "reading": None if equals is not None else to_json(replace(reading, run="")),
        }
    )


def reading_of(body: bytes) -> KeptReading:
    """The reading that a body holds, with the run that made it."""
    data = loads(body)
    held = data["reading"]
    return KeptReading(
        document=data["document"],
        under=data["under"],
        run=data["run"],
        equals=data["equals"],
        reading=None if held is None else replace(from_json(held, Reading), run=data["run"]),
    )
