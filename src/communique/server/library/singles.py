"""What the interface over HTTP gives beside its lists: the record as a whole, texts, why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.errors import NotPossible
from communique.model.contents import SCHEMA, Contents
from communique.record.answers import Called, Changes, RecordState, called
from communique.record.looking import Why
from communique.server.library.library import Kept, check_since, check_size
from communique.version import __version__

Given = Mapping[str, str]
LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Single:
    """One address: what it gives, of which kind, and what must and may be asked.

    ``kind`` is the class of what is given, by whose name it is described, None for bytes of the
    ``media_type``. ``needs`` and ``may`` are the parameters that must and may be given, each with
    what it asks. A name in the path is given like them, as ``name``.
    """

    path: str
    name: str
    kind: type[Any] | None
    is_of: str
    gives: Callable[[Kept, Given], Any]
    needs: Mapping[str, str] = field(default_factory=dict)
    may: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"


def _record(kept: Kept, given: Given) -> RecordState:
    record = kept.record
    return RecordState(SCHEMA, __version__, record.position(), record.state())


def _contents(kept: Kept, given: Given) -> Contents:
    """Everything, now or as it stood; raises NotPossible where that takes too long."""
    at = given.get("at")
    if at is None:
        return kept.record.contents()
    check_size(kept, at)
    if not at.isdecimal() or len(at) > LONGEST_NUMBER:
        raise NotPossible(f"at: met {at!r}, expected the number of an entry")
    return kept.record.contents_at(int(at))


def _changes(kept: Kept, given: Given) -> Changes:
    check_since(kept, given["since"])
    return Changes(kept.record.changes(given["since"]))


SINGLES = (
    Single(
        "/record",
        "the record",
        RecordState,
        "how far the record has come, and by what it is read",
        _record,
    ),
    Single(
        "/contents",
        "everything",
        Contents,
        "everything, as one export",
        _contents,
        may={"at": "The number of the entry of the log that was the last then; now if left out."},
    ),
    Single(
        "/contacts/{name:path}/contents",
        "the part of a contact",
        Contents,
        "all that belongs to one contact, as an export that holds no more",
        lambda kept, given: kept.record.part(given["name"]),
    ),
    Single(
        "/documents/{name:path}/text",
        "the text of a document",
        None,
        "the kept text of a document, in which all offsets count code points",
        lambda kept, given: kept.record.text_of(given["name"]).encode(),
        media_type="text/plain",
    ),
    Single(
        "/documents/{name:path}/bytes",
        "the bytes of a document",
        None,
        "the bytes of a document as they came",
        lambda kept, given: kept.record.bytes_of(given["name"]),
        media_type="application/octet-stream",
    ),
    Single(
        "/called/{name:path}",
        "how something is called",
        Called,
        "how a contact or document is called, and under which names a document was met",
        lambda kept, given: called(kept.record, given["name"]),
    ),
    Single(
        "/why",
        "why",
        Why,
        "the claims that something rests on, and the part of the record they stand in",
        lambda kept, given: kept.record.why(given["asked"]),
        needs={"asked": "A contact, LABEL#aspect, or the id of a claim, point or other entry."},
    ),
    Single(
        "/changes",
        "changes",
        Changes,
        "what the record shows otherwise than it did",
        _changes,
        needs={"since": "A day, or the number of an entry of the log."},
    ),
)
"""In the order in which they are looked for: longer paths before those that they may be part of."""
