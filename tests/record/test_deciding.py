"""What people decide: it counts at once, nothing is overwritten, and all can be withdrawn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from communique.errors import NotInRecord, NotPossible
from communique.exports import write_json
from communique.record import Record, decided
from communique.store.decisions import Note, note_of
from communique.store.entries import Entry, EntryKind

BY = {"reason": "seen in the archive", "author": "A. Clerk"}


def test_points_are_judged_by_their_words_and_a_judgement_is_undone(record: Record) -> None:
    [point] = [one for contact in record.contacts() for one in contact.points]
    label = next(one.label for one in record.contacts() if one.points)
    kind, known = record.judged_as(f"{label}#the grain")
    assert (kind.value, known) == ("undertaking", point.id)
    assert record.judged_as(point.id)[1] == point.id
    with pytest.raises(NotInRecord):
        record.judged_as(f"{label}#the timber")


def test_a_correction_counts_and_the_document_is_read_again(record: Record) -> None:
    before = record.document("heron")
    record.correct("heron", "outlet", "The Heron", **BY)
    after = record.document("heron")
    assert before.outlet is None
    assert after.outlet == "The Heron"
    assert after.id == before.id
    assert record.verify().sound


def test_a_corrected_date_says_that_a_person_gave_it(record: Record) -> None:
    record.correct("heron", "published", "2031-05-08", **BY)
    published = record.document("heron").published
    assert published is not None
    assert published.edtf == "2031-05-08"
    assert "by hand" in published.basis
    record.correct("heron", "published", None, **BY)
    assert record.document("heron").published is None


@pytest.mark.parametrize(("field", "value"), [("text", "x"), ("kind", "poem"), ("digest", "0")])
def test_what_cannot_be_corrected_is_refused(record: Record, field: str, value: str) -> None:
    with pytest.raises(NotPossible, match="expected one of"):
        record.correct("heron", field, value, **BY)


def test_a_withdrawn_correction_no_longer_counts(record: Record) -> None:
    made = record.correct("heron", "kind", "readout", **BY)
    assert record.document("heron").kind.value == "readout"
    withdrawal = record.withdraw(made.id, **BY)
    assert record.document("heron").kind.value == "article"
    record.withdraw(withdrawal.id, **BY)
    assert record.document("heron").kind.value == "readout"
    assert record.verify().sound


def test_a_withdrawn_document_is_kept_but_not_shown(record: Record) -> None:
    record.withdraw("reed", **BY)
    assert [one.label for one in record.documents()] == ["heron", "copy"]
    assert [one.form[0].value for one in record.contacts()] == ["call"]
    with pytest.raises(NotInRecord):
        record.document("reed")
    assert record.verify().sound


def test_a_judgement_that_two_accounts_are_two_contacts_parts_them(record: Record) -> None:
    [call] = record.contacts(form="call")
    left, right = (one.id for one in call.accounts)
    made = record.judge("contact", (left, right), "not same", **BY)
    assert len(list(record.contacts(form="call"))) == 2
    assert record.contents().judgements == (made,)
    record.withdraw(made.id, **BY)
    assert len(list(record.contacts(form="call"))) == 1
    assert record.contents().judgements == ()


def test_a_judgement_names_things_as_they_are_shown(record: Record) -> None:
    call, visit = record.contacts()
    made = record.judge("contact", (call.label, visit.label), "not same", **BY)
    assert made.subjects == (call.id, visit.id)
    with pytest.raises(NotPossible):
        record.judge("contact", (), "same", **BY)


def test_the_last_judgement_on_two_accounts_stands_also_at_one_instant(record: Record) -> None:
    [call] = record.contacts(form="call")
    pair = [one.id for one in call.accounts]
    for turn, (verdict, number) in enumerate(2 * (("same", 1), ("not same", 2))):
        record.judge("contact", pair, verdict, reason=f"look {turn}", author="A. Clerk")
        assert len(list(record.contacts(form="call"))) == number
    assert record.verify().sound


@pytest.mark.parametrize(("kind", "verdict"), [("mood", "same"), ("contact", "perhaps")])
def test_a_judgement_of_an_unknown_kind_or_verdict_is_refused(
    record: Record, kind: str, verdict: str
) -> None:
    [call] = record.contacts(form="call")
    with pytest.raises(NotPossible, match="expected one of"):
        record.judge(kind, (call.id, call.accounts[0].id), verdict, **BY)
    assert record.judgements() == ()


def test_a_claim_is_put_on_an_original_and_off_it_again(record: Record) -> None:
    [visit] = record.contacts(form="visit")
    [original] = record.originals()
    claim = next(record.claims(contact=visit.label))
    made = record.same((claim.id, original.id), reason="the same words", author="A. Clerk")
    assert made.kind == "origin"
    [visit] = record.contacts(form="visit")
    assert visit.origins == ((original.id,),)
    assert next(record.claims(contact=visit.label)).attribution.side == "FRD"
    record.withdraw(made.id, **BY)
    assert next(record.contacts(form="visit")).origins == ()


def test_a_claim_is_judged_with_one_original_and_nothing_else(record: Record) -> None:
    [visit] = record.contacts(form="visit")
    one, other, *_ = record.claims(contact=visit.label)
    with pytest.raises(NotPossible, match="with one original"):
        record.same((one.id, other.id), **BY)
    with pytest.raises(NotPossible, match="with one original"):
        record.same((one.id, visit.label), **BY)


def test_a_note_is_kept_and_changes_nothing(record: Record) -> None:
    before = write_json(record.contents())
    made = record.note("heron", "The clerk remembers another day.", author="A. Clerk")
    assert record.notes("heron") == (made,)
    assert write_json(record.contents()) == before
    record.withdraw(made.id, **BY)
    assert record.notes() == ()


def test_equal_decisions_give_equal_exports(
    tmp_path: Path, folder: Path, opened: Callable[[], Record], record: Record
) -> None:
    record.correct("heron", "outlet", "The Heron", **BY)
    record.judge("contact", (record.document("heron").id,), "same", **BY)
    expected = write_json(record.contents())
    record.close()
    (tmp_path / "r.db").unlink()
    with opened() as again:
        for name in ("reed", "heron", "copy"):
            again.read([folder / f"{name}.txt"])
        again.judge("contact", (again.document("heron").id,), "same", **BY)
        again.correct("heron", "outlet", "The Heron", **BY)
        assert write_json(again.contents()) == expected


def test_a_purge_leaves_no_word_in_the_file_and_says_who_did_it(
    record: Record, folder: Path
) -> None:
    about = record.document("reed").id
    assert b"veranda" in record.path.read_bytes()
    purge = record.purge("reed", **BY)
    assert b"veranda" not in record.path.read_bytes()
    assert [one.label for one in record.documents()] == ["heron", "copy"]
    assert record.purges() == (purge,)
    assert purge.document == about
    assert len(purge.entries) == 2
    verified = record.verify()
    assert verified.sound
    assert verified.purged == 2
    summary = record.read([folder])
    assert summary.purged == (about,)
    assert [one.label for one in record.documents()] == ["heron", "copy"]


def test_an_undertaking_is_closed_by_a_contact_and_open_again_when_that_is_withdrawn(
    record: Record,
) -> None:
    [owed] = record.undertakings()
    [visit] = record.contacts(form="visit")
    made = record.close_undertaking(owed.id, by=visit.label, **BY)
    assert made.subjects == (owed.id, visit.id)
    [closed] = record.undertakings()
    assert (closed.state, closed.closed_by) == ("closed", visit.id)
    record.withdraw(made.id, **BY)
    assert list(record.undertakings()) == [owed]
    assert record.verify().sound


def test_a_later_closing_by_something_else_overrules_the_first(record: Record) -> None:
    [owed] = record.undertakings()
    [visit] = record.contacts(form="visit")
    record.close_undertaking(owed.id, by=visit.label, **BY)
    record.close_undertaking(owed.id, by="reed", **BY)
    assert [one.standing for one in record.decisions()] == ["overruled by a later one", "stands"]
    [closed] = record.undertakings()
    assert closed.closed_by == record.document("reed").id


def test_an_undertaking_is_scored_on_three_steps_only(record: Record) -> None:
    [owed] = record.undertakings()
    record.score_undertaking(owed.id, "-1", **BY)
    assert record.undertaking(owed.id).score == "-1"
    with pytest.raises(NotPossible, match="expected one of"):
        record.score_undertaking(owed.id, "2", **BY)


def test_what_closes_is_a_contact_or_a_document_and_what_is_closed_an_undertaking(
    record: Record,
) -> None:
    [owed] = record.undertakings()
    [visit] = record.contacts(form="visit")
    with pytest.raises(NotPossible, match="no contact and no document"):
        record.close_undertaking(owed.id, by=owed.id, **BY)
    with pytest.raises(NotPossible, match="say that it is the one that was held"):
        record.close_undertaking(visit.label, by="reed", **BY)
    with pytest.raises(NotInRecord):
        record.close_undertaking("u-0000000000000000", by="reed", **BY)


def test_a_decision_on_what_is_read_otherwise_now_is_shown_as_in_conflict(record: Record) -> None:
    [owed] = record.undertakings()
    record.score_undertaking(owed.id, "+1", **BY)
    for name in ("heron", "copy"):
        record.withdraw(name, **BY)
    assert record.decisions()[0].standing == "in conflict with what is read now"


def test_documents_are_judged_by_the_story_that_they_carry(record: Record) -> None:
    labels = [one.label for one in record.documents()][:2]
    made = record.same(labels, **BY)
    assert made.kind == "story"
    [story] = record.stories(document=labels[0])
    assert [record.label_of(one.document) for one in story.members] == labels
    assert story.members[1].joined_by
    record.different(labels, **BY)
    assert not list(record.stories(document=labels[0]))
    assert record.verify().sound


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_decision_is_taken_without_a_reason(record: Record, reason: str) -> None:
    owed, document = next(record.undertakings()), next(record.documents())
    why = {"reason": reason, "author": "A. Clerk"}
    for decide in (
        lambda: record.close_undertaking(owed.id, by=document.id, **why),
        lambda: record.score_undertaking(owed.id, "+1", **why),
        lambda: record.same([one.id for one in record.contacts()], **why),
        lambda: record.correct(document.id, "outlet", "Heron", **why),
        lambda: record.withdraw(document.id, **why),
        lambda: record.purge(document.id, **why),
    ):
        with pytest.raises(NotPossible, match="reason"):
            decide()


def test_who_scores_a_document_is_told_what_is_expected(record: Record) -> None:
    document = next(record.documents())
    with pytest.raises(NotPossible, match="is a document: expected the id of an undertaking"):
        record.score_undertaking(document.label, "+1", **BY)
    with pytest.raises(NotInRecord, match="looked for an undertaking"):
        record.score_undertaking("u-none", "+1", **BY)


def test_what_is_decided_twice_at_once_is_entered_once(
    record: Record, opened: Callable[[], Record]
) -> None:
    heron = record.document("heron").id
    with opened() as other:
        other.document("heron")
        started = Barrier(2)

        def decides(kept: Record) -> str:
            started.wait(60)
            return kept.note(heron, "Who placed the call?", author="A. Clerk").id

        with ThreadPoolExecutor(2) as clerks:
            first, second = clerks.map(decides, (record, other))
    assert first == second
    assert [one.id for one in record.notes()] == [first]


def test_what_was_said_of_other_things_is_not_read_again(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    heron, reed = (record.document(one).id for one in ("heron", "reed"))
    record.note(heron, "Who placed the call?", author="A. Clerk")
    before = record.note(reed, "Who was there?", author="A. Clerk")
    read: list[str] = []

    def told(entry: Entry, body: bytes) -> Note:
        read.append(entry.about)
        return note_of(entry, body)

    monkeypatch.setitem(decided._READ, EntryKind.NOTE, told)
    assert record.note(reed, "Who was there?", author="A. Clerk") == before
    assert set(read) == {reed}


def test_a_judgement_is_known_again_in_whatever_order_its_things_are_named(record: Record) -> None:
    [call] = record.contacts(form="call")
    left, right = (one.id for one in call.accounts)
    first = record.judge("contact", (left, right), "same", **BY)
    assert record.judge("contact", (left, right), "same", **BY) == first
    record.judge("contact", (right, left), "not same", **BY)
    assert record.judge("contact", (left, right), "same", **BY) != first
