"""Keeping a record: verify, rebuild, backup, diff, and export."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from communique.errors import NotPossible, RecordDamaged
from communique.flow.standing import Page, all_pages
from communique.model.contents import Contents
from communique.model.passages import Passage
from communique.record.following import Following
from communique.record.parts import passages_in, passages_of
from communique.store.bodies import canonical
from communique.store.checking import (
    Fault,
    body_faults,
    chain_faults,
    cut_faults,
    passage_faults,
    row_faults,
)
from communique.store.tables import ALL_DERIVED


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification looked at, and what it found wrong; ``sound`` if nothing is.

    ``is_stale`` says that what is derived does not follow from the log as it is now, and was not
    compared with it: the next look derives it again.
    """

    sound: bool
    entries: int
    head: str
    documents: int
    passages: int
    purged: int
    faults: tuple[Fault, ...]
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two documents: the words of the one, those of the other, or both.

    ``before`` and ``after`` are the words, "" where there are none.
    """

    before: str
    after: str
    old: Passage | None
    new: Passage | None


class Keeping(Following):
    """What keeps a record trustworthy over the years."""

    def verify(self) -> Verification:
        """Walk the chain, and compare every passage and every derived row with what it must be.

        Writes nothing. Where what is derived is stale, the log and its readings alone are checked.
        """
        from communique.flow.changes import everything
        from communique.flow.deriving import is_derived, write_changes

        store, run = self._held.store, self._held.run()
        head = store.head()
        faults = [Fault("file-damaged", one) for one in store.faults()]
        faults += chain_faults(store.entries())
        faults += cut_faults(store)
        faults += body_faults(store)
        if faults:
            return Verification(
                sound=False,
                entries=head.number,
                head=head.digest,
                documents=0,
                passages=0,
                purged=0,
                faults=tuple(faults),
            )
        pages = tuple(all_pages(store))
        passages, faults = _passages_read(pages)
        is_stale = not is_derived(store, run.run, self._held.shape)
        if not is_stale:
            shown, unlike = _passages_shown(pages, self.contents())
            passages += shown
            faults += unlike
            with store.scratch() as fresh:
                with fresh.writing() as writer:
                    write_changes(store, writer, everything(store), run)
                for name in ALL_DERIVED:
                    kept, made = _counted(store.rows(name)), _counted(fresh.rows(name))
                    faults += row_faults(name, kept, made)
        return Verification(
            sound=not faults,
            entries=head.number,
            head=head.digest,
            documents=len(pages),
            passages=passages,
            purged=sum(len(one.entries) for one in self.purges()),
            faults=tuple(faults),
            is_stale=is_stale,
        )

    def rebuild(self) -> None:
        """Drop everything that is derived and derive it afresh from the log."""
        from communique.flow.deriving import rebuild

        self._held.settle()
        rebuild(self._held.store, self._held.run(), self._held.shape)

    def backup(self, path: Path | str) -> Verification:
        """Write the whole record to a new file and verify the copy.

        Raises NotPossible when there is something at the path already, RecordDamaged when the
        copy does not verify. The copy appears under its name when it is complete and verified;
        no other file is touched.
        """
        target = Path(path).absolute()
        _check_free(target)
        if not target.parent.is_dir():
            raise NotPossible(f"no folder {target.parent}: make it first")
        with TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            partial = Path(folder) / target.name
            verified = self._copied(partial)
            if verified.faults:
                raise RecordDamaged(self._held.store.path, str(verified.faults[0]))
            _check_free(target)
            partial.rename(target)
        return verified

    def _copied(self, path: Path) -> Verification:
        self._held.store.copy_to(path)
        held = self._held.at(path)
        try:
            return Keeping(held).verify()
        finally:
            held.store.close()

    def diff(self, old: str, new: str | None = None) -> tuple[Change, ...]:
        """What changed between two documents, line by line.

        With one document named, it is compared with the one that it revises.
        """
        later = self.document(old if new is None else new)
        if new is None and later.revises is None:
            raise NotPossible(f"{later.label} revises no document: name two documents to compare")
        earlier = self.document(old) if new is not None else self.document(str(later.revises))
        left, right = self.text_of(earlier.id), self.text_of(later.id)
        return tuple(_changes(_lines(earlier.id, left), _lines(later.id, right)))

    def export(self, name: str, *, contact: str | None = None) -> str:
        """The record, or the part of it that belongs to one contact, as text.

        ``name`` is json or plain; raises NotPossible for another.
        """
        from communique.exports import EXPORTS

        if name not in EXPORTS:
            raise NotPossible(f"no export named {name}: expected one of {', '.join(EXPORTS)}")
        return EXPORTS[name](self.contents() if contact is None else self.part(contact))


def _check_free(target: Path) -> None:
    if target.exists():
        raise NotPossible(f"{target} is there already: name a new file for the backup")


def _passages_read(pages: Sequence[Page]) -> tuple[int, list[Fault]]:
    """How many passages the readings hold, and which are not the words of their documents."""
    faults: list[Fault] = []
    count = 0
    for page in pages:
        listed = list(passages_of(page.reading))
        count += len(listed)
        faults += passage_faults(page.document, listed)
    return count, faults


def _passages_shown(pages: Sequence[Page], contents: Contents) -> tuple[int, list[Fault]]:
    """The same of what is derived."""
    by_id = {page.document.id: page.document for page in pages}
    shown = [one for one in passages_in(contents) if one.document in by_id]
    return len(shown), [
        Fault("passage-differs", f"the words at {one.document} [{one.start}:{one.end}] differ")
        for one in shown
        if by_id[one.document].text[one.start : one.end] != one.exact
    ]


def _counted(rows: Iterator[dict[str, Any]]) -> Counter[str]:
    return Counter(canonical(row).decode("utf-8", "replace") for row in rows)


def _lines(document: Any, text: str) -> list[Passage]:
    """The sentences of a text, roughly, as passages: what ends at a line or after a full stop."""
    found: list[Passage] = []
    start = 0
    for line in text.split("\n"):
        for piece in _pieces(line):
            words = piece.strip()
            if words:
                at = start + len(piece) - len(piece.lstrip())
                found.append(Passage(document, at, at + len(words), words))
            start += len(piece)
        start += 1
    return found


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for at in range(1, len(line)):
        if line[at] == " " and line[at - 1] in '.!?”"' and line[at + 1 : at + 2].isupper():
            pieces.append(line[start : at + 1])
            start = at + 1
    return [*pieces, line[start:]]


def _changes(left: list[Passage], right: list[Passage]) -> Iterator[Change]:
    compared = SequenceMatcher(
        None, [one.exact for one in left], [one.exact for one in right], autojunk=False
    )
    for kind, a, b, c, d in compared.get_opcodes():
        if kind == "equal":
            continue
        old, new = left[a:b], right[c:d]
        for at in range(max(len(old), len(new))):
            yield _change(
                old[at] if at < len(old) else None,
                new[at] if at < len(new) else None,
            )


def _change(old: Passage | None, new: Passage | None) -> Change:
    return Change(old.exact if old else "", new.exact if new else "", old, new)
