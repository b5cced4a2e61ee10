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


class NotInRecord(CommuniqueError):
    """Nothing in the record has this id, label or name; ``id`` is what was asked for."""

    def __init__(self, asked: str, *, kind: str = "entry", near: Sequence[str] = ()) -> None:
        meant = f". Did you mean {' or '.join(near)}?" if near else ""
        article = "an" if kind[:1] in "aeiou" else "a"
        super().__init__(f"not in the record: {asked} (looked for {article} {kind}){meant}")
        self.id = asked


class NotPossible(CommuniqueError):
    """What was asked cannot be done with these arguments."""
