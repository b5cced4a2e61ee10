"""Deciding on a record: judgements, corrections, withdrawals, notes and purges by people."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from communique.errors import NotInRecord, NotPossible
from communique.model.contents import Judgement
from communique.model.vocabulary import VERDICTS, JudgementKind, SameOrNot
from communique.record.decided import D, said_before
from communique.record.purging import document_to_purge, entries_to_purge, names_of
from communique.record.recalling import Recalling
from communique.store.amending import COUNTS, read_as
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
from communique.store.effective import CORRECTABLE, Correction, ReadAs, day_given, kind_of
from communique.store.engine import Derived, Log
from communique.store.entries import Author, Draft, EntryKind, instant
from communique.store.past import (
    decisions_of,
    effective_of,
    reading_as_it_stands,
)
from communique.text.digests import content_id

_ID = re.compile(r"[a-z]-[0-9a-f]{16}")
"""What an id looks like: a letter for the kind of thing, and a digest."""
_BY_ID = {
    "originals": JudgementKind.ORIGINAL,
    "undertakings": JudgementKind.UNDERTAKING,
    "stories": JudgementKind.STORY,
    "claims": JudgementKind.ORIGIN,
}
"""What is judged by its id alone, by the part of the record that lists it."""
_WITHIN = {JudgementKind.POINT, JudgementKind.UNDERTAKING}
"""Kinds of things that may be judged with one another: both are rows of a contact's grid."""
_WITHDRAWN = (
    EntryKind.JUDGEMENT,
    EntryKind.CORRECTION,
    EntryKind.WITHDRAWAL,
    EntryKind.NOTE,
)
"""What can be withdrawn besides documents."""


class Deciding(Recalling):
    """What people may enter into a record; nothing that was entered is ever changed.

    Who says again what stands as they said it last is given the decision that stands: a program
    that lost an answer asks once more.
    """

    def same(self, things: Iterable[str], *, reason: str, author: str) -> Judgement:
        """Enter that things are one; each is a label, id or name of a thing of the same kind.

        A claim and an original are one where the words of the claim come from the original: what
        rests on these words and on nobody's word so far stands on its word then.
        """
        return self._judge_things(things, SameOrNot.SAME, reason, author)

    def different(self, things: Iterable[str], *, reason: str, author: str) -> Judgement:
        """Enter that things are not the same; see ``same``."""
        return self._judge_things(things, SameOrNot.NOT_SAME, reason, author)

    def _judge_things(
        self, things: Iterable[str], verdict: SameOrNot, reason: str, author: str
    ) -> Judgement:
        found = [self.judged_as(one) for one in things]
        if len({known for _, known in found}) < 2:
            met = ", ".join(known for _, known in found) or "nothing"
            raise NotPossible(f"expected two things or more, met {met}: name each by label or id")
        kind = _kind_of([kind for kind, _ in found])
        ids = [known for _, known in found]
        return self.judge(kind, ids, verdict, reason=reason, author=author)

    def judge(
        self, kind: str, subjects: Iterable[str], verdict: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter that things are one, or are not; the next look follows it.

        ``kind`` says what is judged and ``verdict`` what is decided of it, both of the closed lists
        in VERDICTS; ``subjects`` are the things by id or label. The last decision on two things
        stands. Raises NotPossible for other kinds and verdicts, and where no subject is named.
        """
        _check_reason(reason)
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
        return self._once(made, judgement_draft)

    def judged_as(self, name: str) -> tuple[JudgementKind, str]:
        """As what a thing is judged, and its id; raises NotInRecord.

        ``name`` is the label or id of a contact, the id of an account, original, undertaking or
        claim, a point by its id or as ``LABEL#words of it``, the id or a name of an actor, the id
        of a story, or the label or id of a channel, format or document. Of a document is judged
        whether it carries the same story, of a claim where it comes from.
        """
        store = self._held.look()
        if (point := self.point_named(name)) is not None:
            is_undertaking = point[:2] == "u-"
            return (JudgementKind.UNDERTAKING if is_undertaking else JudgementKind.POINT), point
        if (contact := store.contact_named(name)) is not None:
            return JudgementKind.CONTACT, name if name[:2] == "a-" else contact
        for part, kind in _BY_ID.items():
            if any(True for _ in store.part(part, {"id": name})):
                return kind, name
        if (line := self._line_named(name)) is not None:
            return line
        named = [one.id for one in self.actors() if name in (one.id, *one.names)]
        if len(named) == 1:
            return JudgementKind.ACTOR, named[0]
        if named:
            raise NotPossible(f"several actors are named {name!r}: name one of {', '.join(named)}")
        if self._is_document(name):
            return JudgementKind.STORY, self.document(name).id
        raise NotInRecord(
            name,
            kind="contact, actor, original, undertaking, point, claim, channel, format, story or "
            "document",
        )

    def correct(
        self, about: str, field: str, value: str | None, *, reason: str, author: str
    ) -> Correction:
        """Correct what is held of a document beside its text, or what was read in it.

        ``about`` is a document, then ``field`` is outlet, published (a date), kind, side, title,
        language or address, and the document is read again as it then stands. Or it is the id of a
        claim, then ``field`` is ``value``, ``strength``, a part of its value (``due``, ``what``) or
        ``counts`` (``no`` leaves it out); or an account, or a contact that has one account, of
        which only ``counts`` can be corrected. ``value`` None empties the field. A correction of a
        claim counts for later readings that read the same there, and is shown as a problem where
        they do not. Raises NotInRecord; NotPossible for other fields and values.
        """
        _check_reason(reason)
        try:
            claim = self._read_as(about, field, value)
        except NotInRecord:
            return self._left_out(about, field, value, (reason, author))
        document = str(claim.passage.document) if claim else self.document(about).id
        if claim is None:
            _check_field(field, value)
        at = self._now()
        key = claim.id if claim else document
        made = content_id("x", key, field, value or "", reason, author, at)
        correction = Correction(made, document, field, value, reason, author, at, claim)
        return self._once(correction, correction_draft)

    def _left_out(
        self, about: str, field: str, value: str | None, by: tuple[str, str]
    ) -> Correction:
        """The correction that left a claim out, said again; raises NotInRecord for any other."""
        for listed in decisions_of(self._held.store).corrections.values():
            for one in listed:
                said = (one.field, one.value, (one.reason, one.author))
                if one.claim is not None and (one.claim.id, *said) == (about, field, value, by):
                    return one
        raise NotInRecord(about, kind="claim or account")

    def _read_as(self, about: str, field: str, value: str | None) -> ReadAs | None:
        """How the claim or account of this id is read; None if it is the name of neither."""
        about = self._only_account(about, field)
        if about[:2] not in ("a-", "q-") or not _ID.fullmatch(about):
            return None
        store = self._held.store
        one = effective_of(store, decisions_of(store), self._document_of(about))
        reading = None if one is None else reading_as_it_stands(store, one)
        return None if reading is None else read_as(reading, about, field, value)

    def _only_account(self, about: str, field: str) -> str:
        """The account of a contact that has one, else the same name; raises NotPossible."""
        store = self._held.look()
        if _ID.fullmatch(about) and about[:2] != "c-":
            return about
        if store.contact_named(about) is None or self._is_document(about):
            return about
        accounts = self.contact(about).accounts
        if field != COUNTS or len(accounts) > 1:
            listed = ", ".join(f"{one.id} in {self.label_of(one.document)}" for one in accounts)
            raise NotPossible(
                f"{about} is worked out from accounts: correct one of its claims (why lists them), "
                f"or {COUNTS} of one of its accounts: {listed}"
            )
        return accounts[0].id

    def _is_document(self, name: str) -> bool:
        try:
            return bool(self.document(name))
        except NotInRecord:
            return False

    def _document_of(self, about: str) -> str:
        """The document in which the claim or account of this id was read; raises NotInRecord."""
        for claim in self.why(about).claims if about[:2] == "q-" else ():
            return str(claim.passage.document)
        if self._held.look().contact_named(about) is not None:
            for account in self.contact(about).accounts:
                if account.id == about:
                    return str(account.document)
        raise NotInRecord(about, kind="claim or account")

    def withdraw(self, about: str, *, reason: str, author: str) -> Withdrawal:
        """Enter that a document, judgement, correction, note or withdrawal no longer counts.

        The id of a withdrawal may be withdrawn in turn.
        """
        _check_reason(reason)
        target = self._id_of(about)
        at = self._now()
        made_id = content_id("w", target, reason, author, at)
        made = Withdrawal(made_id, target, reason, author, at)
        is_gone = target in decisions_of(self._held.store).gone
        if is_gone and said_before(self._held.store, made) is None:
            raise NotPossible(f"{about} was withdrawn before: judgements lists by whom")
        return self._once(made, withdrawal_draft)

    def note(self, about: str, words: str, *, author: str) -> Note:
        """Write a note about anything in the record; it changes nothing else.

        ``about`` is a label or an id. Raises NotInRecord, and NotPossible for an empty note.
        """
        if not words.strip():
            raise NotPossible("a note needs words: nothing was written")
        about = self._thing(about)
        at = self._now()
        made = Note(content_id("n", about, words, author, at), about, words, author, at)
        return self._once(made, note_draft)

    def notes(self, about: str | None = None) -> tuple[Note, ...]:
        """The notes that were not withdrawn, all or those about one thing, by label or id."""
        found = decisions_of(self._held.store).notes
        if about is None:
            return found
        named = (about, self._thing(about))
        return tuple(one for one in found if one.about in named)

    def purge(self, document: str, *, reason: str, author: str) -> Purge:
        """Empty all that is kept of a document; digests, and by whom and why it went, stay.

        A withdrawn document can be named by its id or file name. What people wrote about the
        document goes with it; the next look derives again. Raises NotInRecord; NotPossible when
        nothing of it is left.
        """
        _check_reason(reason)
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
            writer.empty()
            writer.mark(Derived(writer.head(), "", "", "{}"), ())
        store.compact()
        return purge

    def _once(self, made: D, draft: Callable[[D], Draft]) -> D:
        """What stands: the decision, entered unless the same person said the same last.

        Both in one transaction, so that of two processes that say it at once one enters it.
        """
        with self._held.store.writing() as writer:
            if (before := said_before(writer, made)) is not None:
                return before
            made = replace(made, id=_new(writer, made.id))
            writer.add(draft(made), at=self._held.clock(), author=Author(made.author))
        return made

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

    def _thing(self, name: str) -> str:
        """The id of anything in the record by its label or id; raises NotInRecord."""
        found = self._subject(name)
        entry = self._held.store.entry_by_key(name)
        if found != name or (entry is not None and entry.kind in _WITHDRAWN):
            return found
        try:
            return self.document(name).id
        except NotInRecord:
            try:
                return self.why(name).asked
            except NotInRecord:
                return self.judged_as(name)[1]

    def _id_of(self, about: str) -> str:
        entry = self._held.store.entry_by_key(about)
        if entry is not None and entry.kind in _WITHDRAWN:
            return about
        try:
            return self.document(about).id
        except NotInRecord:
            self._refuse_contact(about)
            return self._gone(about)

    def _gone(self, about: str) -> str:
        """The id of a document that was withdrawn before; raises NotInRecord."""
        store = self._held.store
        try:
            found = document_to_purge(store, about)
        except NotInRecord:
            found = None
        if found is None or found not in decisions_of(store).gone:
            raise NotInRecord(about, kind="document or decision")
        return found

    def _refuse_contact(self, about: str) -> None:
        """Says what to do about a contact, which is worked out and nobody entered."""
        if self._held.look().contact_named(about) is not None:
            raise NotPossible(
                f"{about} is worked out from accounts and cannot be withdrawn: leave out what "
                f"was misread by correcting it, as in correct {about} {COUNTS} no"
            )

    def _now(self) -> str:
        return instant(self._held.clock())


def _new(log: Log, made: str) -> str:
    """The id, or one made from it where an equal decision was entered in the same second."""
    while log.entry_by_key(made) is not None:
        made = content_id(made[0], made)
    return made


def _kind_of(kinds: list[JudgementKind]) -> JudgementKind:
    """As what things are judged together; raises NotPossible."""
    if sorted(kinds) == [JudgementKind.ORIGIN, JudgementKind.ORIGINAL]:
        return JudgementKind.ORIGIN
    if JudgementKind.ORIGIN in kinds:
        raise NotPossible("a claim is judged with one original, from which its words come or not")
    if set(kinds) == _WITHIN:
        return JudgementKind.POINT
    if len(set(kinds)) > 1:
        met = " and ".join(sorted({one.value for one in kinds}))
        raise NotPossible(
            f"expected things of one kind, met {met}: "
            "judge contacts with contacts, actors with actors"
        )
    return kinds[0]


def _check(what: str, met: str, known: Iterable[str]) -> None:
    if met not in known:
        raise NotPossible(f"no {what} {met!r}: expected one of {', '.join(known)}")


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise NotPossible("a decision needs a reason, in words that others can read: met none")


def _check_field(field: str, value: str | None) -> None:
    """Whether a field of a document can be corrected to this value; raises NotPossible."""
    if field not in CORRECTABLE:
        expected = ", ".join(CORRECTABLE)
        raise NotPossible(f"cannot correct {field!r}: expected one of {expected}")
    if field == "kind":
        kind_of(value)
    if field == "published" and value is not None:
        day_given(value)
