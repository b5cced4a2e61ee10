"""What is wrong in a call: every exception the package raises descends from CommuniqueError."""

from collections.abc import Sequence
from pathlib import Path


class CommuniqueError(Exception):
    """Something in a call cannot be done; the message says what was met, expected, and to do."""


class RecordError(CommuniqueError):
    """A record cannot be used as asked; ``path`` is its file."""

    def __init__(self, path: Path | str, message: str) -> None:
        super().__init__(message)
        self.path = Path(path)


class NoRecord(RecordError):
    """There is no file where a record was expected."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path, f"no record at {path}: read some documents into it first, or name another file"
        )


class NotARecord(RecordError):
    """The file is something else than a record."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            f"{path} is not a communique record, but something else; nothing in it was changed. "
            "Name another file for the record",
        )


class RecordTooNew(RecordError):
    """The record was written by a newer version of the software."""

    def __init__(self, path: Path | str, *, met: str, known: str) -> None:
        super().__init__(
            path,
            f"{path} was written by a newer version (its tables are at {met}, this version knows "
            f"{known}); nothing was changed. Install a newer communique to open it",
        )


class RecordDamaged(RecordError):
    """The file of a record is cut short or its bytes are changed."""

    def __init__(self, path: Path | str, detail: str) -> None:
        super().__init__(
            path,
            f"{path} is damaged ({detail}). Restore it from a backup; until then "
            "communique verify says how far it can be trusted",
        )


class RecordLocked(RecordError):
    """Another process is writing to the record and did not finish in time."""

    def __init__(self, path: Path | str, *, waited: float) -> None:
        super().__init__(
            path,
            f"{path} is being written by another process; waited {waited:g} s. "
            "Wait until that one has ended, then try again; what was read so far is kept",
        )


class RecordReadOnly(RecordError):
    """The record, or its folder, may not be written."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path, f"{path} may not be written: change its permissions, or copy it elsewhere first"
        )


class RecordBehind(RecordError):
    """What a record shows was not worked out by this version, and it is only looked at."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            f"what {path} shows was not worked out by this version yet: run communique contacts "
            "on it, which brings it up to date",
        )


class RecordFull(RecordError):
    """There is no room left to write the record."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            f"no room left to write {path}: make room on the disk and do it again; "
            "what was committed before is kept",
        )


class RecordElsewhere(RecordError):
    """A record over HTTP cannot be used as asked; ``address`` is where it was looked for."""

    def __init__(self, address: str, message: str) -> None:
        super().__init__(address, message)
        self.address = address


class RecordUnreachable(RecordElsewhere):
    """No answer comes from where a record is served, or none that is whole."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            address,
            f"no answer from {address} ({detail}): look whether it is served there, and try again",
        )


class NoRecordThere(RecordElsewhere):
    """Something else than a record answers at an address."""

    def __init__(self, address: str, met: str) -> None:
        super().__init__(
            address,
            f"no record is served at {address}: met {met}. Name the address that communique serve "
            "prints, without what follows the port",
        )


class OtherSchema(RecordElsewhere):
    """A record is served in a schema that this version does not read."""

    def __init__(self, address: str, *, met: str, known: str) -> None:
        super().__init__(
            address,
            f"{address} tells its record in schema {met}, this version reads {known}: use the same "
            "version of communique on both sides",
        )


class RecordClosed(RecordElsewhere):
    """Who asks is not let in where a record is served, or may not do this there."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            address,
            f"{address} says: {detail}. The name and password of a user stand in the address: "
            "http://NAME:PASSWORD@HOST",
        )


class RecordUnusable(RecordElsewhere):
    """Where a record is served it cannot be used now."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(address, f"{address} says: {detail}")


class NotInRecord(CommuniqueError):
    """Nothing in the record has this id, label or name; ``id`` is what was asked for."""

    def __init__(self, asked: str, *, kind: str = "entry", near: Sequence[str] = ()) -> None:
        meant = f". Did you mean {' or '.join(near)}?" if near else ""
        article = "an" if kind[:1] in "aeiou" else "a"
        super().__init__(f"not in the record: {asked} (looked for {article} {kind}){meant}")
        self.id = asked


class NotPossible(CommuniqueError):
    """What was asked cannot be done with these arguments."""
