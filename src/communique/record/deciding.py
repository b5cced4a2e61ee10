"""Deciding on a record: judgements, corrections, withdrawals, notes and purges by people."""

import re
from collections.abc import Iterable

from communique.errors import NotInRecord, NotPossible
from communique.model.contents import Judgement
from communique.model.vocabulary import VERDICTS
from communique.record.looking import Looking
from communique.record.purging import document_to_purge, entries_to_purge, names_of
from communique.store.decisions import (
    Note,
    Purge,
    Withdrawal,
    correction_draft,
    judgement,
    judgement_draft,
    note_draft,
    purge_draft,
    purge_mark,
    withdrawal_draft,
)
from communique.store.effective import CORRECTABLE, Correction, kind_of
from communique.store.engine import Derived
from communique.store.entries import Author, Draft, instant
from communique.store.past import decisions_of, purges_of
from communique.text.digests import content_id
from communique.text.intervals import days_of

_ID = re.compile(r"[a-z]-[0-9a-f]{16}")
"""What an id looks like: a letter for the kind of thing, and a digest."""


class Deciding(Looking):
    """What people may enter into a record; nothing that was entered is ever changed."""

    def judge(
        self, kind: str, subjects: Iterable[str], verdict: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter that things are one, or are not; the next look follows it.

        ``kind`` says what is judged and ``verdict`` what is decided of it, both of the closed lists
        in VERDICTS; ``subjects`` are the things by id or label. The last decision on two things
        stands. Raises NotPossible for other kinds and verdicts, and where no subject is named.
        """
        _check("kind of judgement", kind, VERDICTS)
        _check(f"verdict on a judgement of kind {kind}", verdict, VERDICTS[kind])
        named = tuple(self._subject(one) for one in subjects)
        if not named:
            raise NotPossible("a judgement needs at least one subject: name the ids of the things")
        made = judgement(
            kind=kind,
            subjects=named,
            verdict=verdict,
            reason=reason,
            author=author,
            made_at=self._now(),
        )
        self._enter(judgement_draft(made), author)
        return made

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that were not withdrawn."""
        return decisions_of(self._held.store).judgements

    def correct(
        self, document: str, field: str, value: str | None, *, reason: str, author: str
    ) -> Correction:
        """Correct what is held of a document beside its text; it is read again as it now stands.

        ``field`` is outlet, published (a date), kind, side, title, language or address; ``value``
        None empties it.
        """
        if field not in CORRECTABLE:
            expected = ", ".join(CORRECTABLE)
            raise NotPossible(f"cannot correct {field!r}: expected one of {expected}")
        if field == "kind":
            kind_of(value)
        if field == "published" and value is not None and days_of(value) == (None, None):
            expected = "expected a date in EDTF, as in 2021-08-24, 2021-08 or 2021"
            raise NotPossible(f"no date {value!r}: {expected}")
        about = self.document(document).id
        at = self._now()
        made = content_id("x", about, field, value or "", reason, author, at)
        correction = Correction(made, about, field, value, reason, author, at)
        self._enter(correction_draft(correction), author)
        return correction

    def withdraw(self, about: str, *, reason: str, author: str) -> Withdrawal:
        """Enter that a document, judgement, correction, note or withdrawal no longer counts.

        The id of a withdrawal may be withdrawn in turn.
        """
        target = self._id_of(about)
        at = self._now()
        made = Withdrawal(content_id("w", target, reason, author, at), target, reason, author, at)
        self._enter(withdrawal_draft(made), author)
        return made

    def note(self, about: str, words: str, *, author: str) -> Note:
        """Write a note about anything in the record; it changes nothing else."""
        at = self._now()
        made = Note(content_id("n", about, words, author, at), about, words, author, at)
        self._enter(note_draft(made), author)
        return made

    def notes(self, about: str | None = None) -> tuple[Note, ...]:
        """The notes that were not withdrawn, all or those about one thing."""
        found = decisions_of(self._held.store).notes
        return tuple(one for one in found if about in (None, one.about))

    def purge(self, document: str, *, reason: str, author: str) -> Purge:
        """Empty all that is kept of a document; digests, and by whom and why it went, stay.

        A withdrawn document can be named by its id or file name. What people wrote about the
        document goes with it; the next look derives again. Raises NotInRecord; NotPossible when
        nothing of it is left.
        """
        store = self._held.store
        about = document_to_purge(store, document)
        named = names_of(store, about)
        clock, by, at = self._held.clock, Author(author), self._now()
        with store.writing() as writer:
            entries = tuple(entries_to_purge(writer, named))
            if not entries:
                raise NotPossible(f"nothing is left of {document}: it was purged before")
            numbers = tuple(one.number for one in entries)
            made = content_id("p", about, reason, author, at, str(writer.head().number))
            purge = Purge(made, about, numbers, reason, author, at)
            for other in sorted({one.about for one in entries} - {about}):
                writer.add(purge_mark(purge, other), at=clock(), author=by)
            writer.purge(numbers, purge_draft(purge), at=clock(), author=by)
            # What was derived holds the words too: it is emptied now, and made at the next look.
            writer.derive(Derived(writer.head(), "", "", "{}"), (), ())
        store.compact()
        return purge

    def purges(self) -> tuple[Purge, ...]:
        """What was purged: which entries, by whom, when and why."""
        return purges_of(self._held.store)

    def _enter(self, draft: Draft, author: str) -> None:
        with self._held.store.writing() as writer:
            writer.add(draft, at=self._held.clock(), author=Author(author))

    def _subject(self, name: str) -> str:
        """The id of a contact or document that is named by its label; else the name itself."""
        if _ID.fullmatch(name):
            return name
        found = self._held.look().contact_named(name)
        if found is not None:
            return found
        try:
            return self.document(name).id
        except NotInRecord:
            return name

    def _id_of(self, about: str) -> str:
        if self._held.store.entry_by_key(about) is not None:
            return about
        try:
            return self.document(about).id
        except NotInRecord:
            raise NotInRecord(about, kind="document or decision") from None

    def _now(self) -> str:
        return instant(self._held.clock())


def _check(what: str, met: str, known: Iterable[str]) -> None:
    if met not in known:
        raise NotPossible(f"no {what} {met!r}: expected one of {', '.join(known)}")
