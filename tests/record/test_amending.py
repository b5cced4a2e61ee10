"""Corrections of what was read: they count, survive another reading, and are never lost."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

import communique.extract.reading
import communique.record.held
from communique.errors import NotInRecord, NotPossible
from communique.model.contents import ClaimEntry
from communique.model.decisions import Standing
from communique.model.readings import AccountId, ClaimId, Reading
from communique.model.vocabulary import Aspect
from communique.record import Record
from tests.record.conftest import by_hand

BY = {"reason": "seen in the diary", "author": "A. Clerk"}
Opened = Callable[[], Record]
VERSIONS = count(90)


def claim_in(record: Record, document: str, aspect: Aspect) -> ClaimEntry:
    about = record.document(document).id
    return next(
        one for one in record.claims() if one.aspect is aspect and one.passage.document == about
    )


def read_by_a_later_version(
    record: Record, monkeypatch: pytest.MonkeyPatch, change: Callable[[Reading], Reading]
) -> None:
    monkeypatch.setattr(communique.record.held, "__version__", f"{next(VERSIONS)}.0")
    monkeypatch.setattr(
        communique.extract.reading, "read_page", lambda page, run: change(by_hand(page, run))
    )
    record.read_again()


def with_status(status: str) -> Callable[[Reading], Reading]:
    def change(reading: Reading) -> Reading:
        claims = tuple(
            replace(one, value=status) if one.aspect is Aspect.STATUS else one
            for one in reading.claims
        )
        return replace(reading, claims=claims)

    return change


def with_other_ids(reading: Reading) -> Reading:
    claims = (replace(one, id=ClaimId(f"{one.id}x")) for one in reading.claims)
    return replace(reading, claims=tuple(claims))


def test_a_corrected_value_counts_and_says_who_corrected_it(record: Record) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    assert [one.value for one in next(record.contacts(form="visit")).status] == ["held"]
    made = record.correct(claim.id, "value", "planned", **BY)
    assert [one.value for one in next(record.contacts(form="visit")).status] == ["planned"]
    [now] = record.why(claim.id).claims
    assert "A. Clerk" in now.rule
    assert "seen in the diary" in now.rule
    assert claim.rule in now.rule
    record.withdraw(made.id, **BY)
    assert record.why(claim.id).claims == (claim,)
    assert record.verify().sound


def test_a_corrected_day_moves_a_contact(record: Record) -> None:
    claim = claim_in(record, "reed", Aspect.DATE)
    record.correct(claim.id, "value", "2031-05-08", **BY)
    [visit] = record.contacts(form="visit")
    assert [one.value for one in visit.date] == ["2031-05-08"]
    assert visit.date[0].basis == "corrected by hand"


def test_parts_of_an_undertaking_are_corrected_one_by_one(record: Record) -> None:
    claim = claim_in(record, "heron", Aspect.UNDERTAKING)
    record.correct(claim.id, "due", "2031-06", **BY)
    record.correct(claim.id, "strength", "done", **BY)
    record.correct(claim.id, "to", "Fredville", **BY)
    [owed] = {one for one in record.undertakings() if claim.id in one.claims}
    assert owed.due is not None
    assert (owed.due.edtf, owed.strength.value, owed.to) == ("2031-06", "done", "Fredville")


def test_an_account_that_is_none_goes_with_all_its_claims(record: Record) -> None:
    [visit] = record.contacts(form="visit")
    made = record.correct(visit.accounts[0].id, "counts", "no", **BY)
    assert list(record.contacts(form="visit")) == []
    record.withdraw(made.id, **BY)
    assert list(record.contacts(form="visit")) == [visit]


def test_a_claim_that_was_corrected_before_can_still_be_left_out(record: Record) -> None:
    claim = claim_in(record, "heron", Aspect.UNDERTAKING)
    record.correct(claim.id, "what", "sell the grain", **BY)
    record.correct(claim.id, "counts", "no", **BY)
    assert claim.id not in {one.id for one in record.claims()}
    assert [one.standing for one in record.decisions()] == [Standing.STANDS, Standing.STANDS]


@pytest.mark.parametrize(
    ("aspect", "field", "value", "expected"),
    [
        (Aspect.STATUS, "value", "perhaps", "held, ongoing"),
        (Aspect.STATUS, "due", "2031", "counts"),
        (Aspect.DATE, "value", "soon", "EDTF"),
        (Aspect.UNDERTAKING, "value", "x", "what"),
        (Aspect.UNDERTAKING, "by", "x", "what"),
        (Aspect.UNDERTAKING, "strength", "iron", "agreed"),
        (Aspect.UNDERTAKING, "what", None, "empty"),
        (Aspect.STATUS, "counts", "perhaps", "expected no"),
        (Aspect.STATUS, "strength", "done", "expected one of"),
        (Aspect.UNDERTAKING, "what", " ", "blank"),
    ],
)
def test_what_does_not_fit_a_claim_is_refused_and_nothing_is_written(
    record: Record, aspect: Aspect, field: str, value: str | None, expected: str
) -> None:
    claim = claim_in(record, "heron", aspect)
    with pytest.raises(NotPossible, match=expected):
        record.correct(claim.id, field, value, **BY)
    assert record.decisions() == ()


def test_an_unknown_claim_is_refused(record: Record) -> None:
    for unknown in ("q-0000000000000000", "a-0000000000000000"):
        with pytest.raises(NotInRecord):
            record.correct(unknown, "counts", "no", **BY)


def test_a_correction_counts_in_later_readings_that_read_the_same(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    record.correct(claim.id, "value", "planned", **BY)

    read_by_a_later_version(record, monkeypatch, with_other_ids)
    [visit] = record.contacts(form="visit")
    assert [one.value for one in visit.status] == ["planned"]
    assert [one.standing for one in record.decisions()] == [Standing.STANDS]


def test_a_correction_in_conflict_with_a_new_reading_is_shown(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    made = record.correct(claim.id, "value", "planned", **BY)
    read_by_a_later_version(record, monkeypatch, with_status("cancelled"))
    [visit] = record.contacts(form="visit")
    assert [one.value for one in visit.status] == ["cancelled"]
    [problem] = [one for one in record.problems() if one.code == "correction-in-conflict"]
    assert problem.document == claim.passage.document
    assert problem.passage == claim.passage
    for said in ("A. Clerk", "planned", "cancelled", made.id):
        assert said in problem.message
    assert [one.standing for one in record.decisions()] == [Standing.IN_CONFLICT]
    read_by_a_later_version(record, monkeypatch, with_status("planned"))
    assert [one.standing for one in record.decisions()] == [Standing.STANDS]
    assert not [one for one in record.problems() if one.code == "correction-in-conflict"]


def test_things_are_judged_by_the_names_they_are_shown_under(record: Record) -> None:
    call, visit = record.contacts()
    made = record.different((call.label, visit.id), **BY)
    assert (made.kind, made.subjects) == ("contact", (call.id, visit.id))
    one, other, *_ = (actor for actor in record.actors() if actor.kind.value == "person")
    made = record.different((one.name, other.id), **BY)
    assert (made.kind, made.subjects) == ("actor", (one.id, other.id))
    with pytest.raises(NotPossible, match="one kind"):
        record.same((call.label, one.name), **BY)
    with pytest.raises(NotPossible, match="two things"):
        record.same((call.label, call.id), **BY)
    with pytest.raises(NotInRecord):
        record.same((call.label, "nobody"), **BY)


def test_all_that_was_decided_is_listed_with_what_became_of_it(record: Record) -> None:
    call, visit = record.contacts()
    first = record.different((call.label, visit.label), **BY)
    second = record.same((visit.label, call.label), **BY)
    outlet = record.correct("heron", "outlet", "The Heron", **BY)
    again = record.correct("heron", "outlet", "Heron", **BY)
    note = record.note("heron", "Ask the editor.", author="B. Clerk")
    gone = record.withdraw(outlet.id, **BY)
    listed = {one.id: one for one in record.decisions()}
    assert [one.id for one in record.decisions()] == [
        *(first.id, second.id, outlet.id, again.id, note.id, gone.id)
    ]
    assert listed[first.id].standing is Standing.OVERRULED
    assert listed[second.id].standing is Standing.STANDS
    assert listed[outlet.id].standing is Standing.WITHDRAWN
    assert listed[again.id].decided == "outlet: Heron"
    assert (listed[note.id].decided, listed[note.id].author) == ("Ask the editor.", "B. Clerk")
    assert listed[gone.id].about == (outlet.id,)


def test_a_note_is_about_something_that_is_there(record: Record) -> None:
    [visit] = record.contacts(form="visit")
    made = record.note(visit.label, "Who paid?", author="A. Clerk")
    assert made.about == visit.id
    assert record.notes(visit.label) == (made,)
    with pytest.raises(NotInRecord):
        record.note("nowhere", "x", author="A. Clerk")
    with pytest.raises(NotPossible, match="words"):
        record.note(visit.label, "  ", author="A. Clerk")


def test_corrections_do_not_depend_on_the_order_of_reading(
    tmp_path: Path, folder: Path, opened: Opened, record: Record
) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    record.correct(claim.id, "value", "planned", **BY)
    expected = record.contents().contacts
    record.close()
    (tmp_path / "r.db").unlink()
    with opened() as again:
        again.read([folder / "reed.txt"])
        again.correct(claim.id, "value", "planned", **BY)
        again.read([folder])
        assert again.contents().contacts == expected


def test_a_contact_that_is_none_is_left_out_by_its_label(record: Record) -> None:
    [visit] = record.contacts(form="visit")
    with pytest.raises(NotPossible, match="counts no"):
        record.withdraw(visit.label, **BY)
    with pytest.raises(NotPossible, match=visit.accounts[0].id):
        record.correct(visit.label, "form", "call", **BY)
    record.correct(visit.label, "counts", "no", **BY)
    assert list(record.contacts(form="visit")) == []


def test_of_a_contact_with_several_accounts_one_is_named(record: Record) -> None:
    [call] = record.contacts(form="call")
    with pytest.raises(NotPossible, match=call.accounts[1].id):
        record.correct(call.label, "counts", "no", **BY)


@pytest.mark.parametrize("aspect", [Aspect.FORM, Aspect.STATUS, Aspect.PARTY])
def test_an_account_keeps_what_it_cannot_do_without(record: Record, aspect: Aspect) -> None:
    claim = claim_in(record, "reed", aspect)
    with pytest.raises(NotPossible, match="leave the whole account out"):
        record.correct(claim.id, "counts", "no", **BY)


def test_what_was_withdrawn_is_not_withdrawn_by_another(record: Record) -> None:
    note = record.note("heron", "Ask.", author="A. Clerk")
    record.withdraw(note.id, **BY)
    with pytest.raises(NotPossible, match="before"):
        record.withdraw(note.id, reason="answered", author="B. Clerk")


def test_who_says_the_same_again_says_it_once(record: Record) -> None:
    def said() -> tuple[object, ...]:
        note = record.note("heron", "Ask.", author="A. Clerk")
        outlet = record.correct("heron", "outlet", "The Heron", **BY)
        gone = record.withdraw("reed", **BY)
        return note, outlet, gone

    assert said() == said()
    assert len(record.decisions()) == 3
    first = record.correct("heron", "outlet", "The Heron", **BY)
    record.correct("heron", "outlet", "Heron", reason="its masthead", author="B. Clerk")
    assert record.correct("heron", "outlet", "The Heron", **BY) != first
    record.withdraw(record.note("heron", "Ask.", author="A. Clerk").id, **BY)
    assert record.note("heron", "Ask.", author="A. Clerk").id == record.notes()[0].id


def test_a_claim_can_be_noted_and_a_label_that_is_nearly_right_is_offered(record: Record) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    assert record.note(claim.id, "Who says so?", author="A. Clerk").about == claim.id
    [visit] = record.contacts(form="visit")
    with pytest.raises(NotInRecord, match=f"Did you mean {visit.label}"):
        record.contact(visit.label[:-1])


def test_of_two_claims_in_one_passage_the_one_that_was_corrected_is_meant(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = record.document("heron").id
    parties = [
        one
        for one in record.claims()
        if one.aspect is Aspect.PARTY and one.passage.document == about
    ]
    assert parties[0].passage == parties[1].passage
    record.correct(parties[1].id, "role", "host", **BY)
    expected = [one.role for one in next(record.contacts(form="call")).parties]

    read_by_a_later_version(record, monkeypatch, with_other_ids)
    assert [one.role for one in next(record.contacts(form="call")).parties] == expected
    assert [one.standing for one in record.decisions()] == [Standing.STANDS]


def test_an_account_that_is_none_stays_out_of_later_readings(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    [visit] = record.contacts(form="visit")
    record.correct(visit.label, "counts", "no", **BY)

    def with_another_account(reading: Reading) -> Reading:
        accounts = (replace(one, id=AccountId(f"{one.id}x")) for one in reading.accounts)
        claims = (
            replace(one, account=AccountId(f"{one.account}x")) if one.account else one
            for one in reading.claims
        )
        return replace(reading, accounts=tuple(accounts), claims=tuple(claims))

    read_by_a_later_version(record, monkeypatch, with_another_account)
    assert list(record.contacts(form="visit")) == []


def test_a_correction_that_no_longer_fits_is_a_conflict_and_no_failure(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_in(record, "heron", Aspect.UNDERTAKING)
    record.correct(claim.id, "due", "2031-06", **BY)

    def with_words_instead(reading: Reading) -> Reading:
        claims = tuple(
            replace(one, value="grain") if one.aspect is Aspect.UNDERTAKING else one
            for one in reading.claims
            if one.aspect is not Aspect.UNDERTAKING or one.account is None
        )
        return replace(reading, claims=claims)

    read_by_a_later_version(record, monkeypatch, with_words_instead)
    assert [one.standing for one in record.decisions()] == [Standing.IN_CONFLICT]


def test_equal_decisions_in_one_second_all_count(record: Record) -> None:
    claim = claim_in(record, "reed", Aspect.STATUS)
    for value in ("planned", "held", "planned"):
        record.correct(claim.id, "value", value, **BY)
    assert [one.value for one in next(record.contacts(form="visit")).status] == ["planned"]
    assert len({one.id for one in record.decisions()}) == 3


def test_documents_whose_names_look_like_ids_are_corrected_as_documents(
    record: Record, folder: Path
) -> None:
    (folder / "q-and-a.txt").write_text("date 2031-05-12\nThe grain was sold.\n")
    record.read([folder])
    record.correct("q-and-a.txt", "outlet", "The Heron", **BY)
    assert record.document("q-and-a.txt").outlet == "The Heron"


def test_only_documents_and_decisions_are_withdrawn(record: Record) -> None:
    gone = record.purge("copy", **BY)
    for other in (gone.id, f"document:{record.document('heron').id}"):
        with pytest.raises(NotInRecord):
            record.withdraw(other, **BY)


def test_an_export_with_corrections_is_rebuilt_the_same(record: Record) -> None:
    for aspect, field, value in (
        (Aspect.STATUS, "value", "planned"),
        (Aspect.DATE, "value", "2031-05-08"),
        (Aspect.UNDERTAKING, "strength", "done"),
    ):
        record.correct(claim_in(record, "heron", aspect).id, field, value, **BY)
    before = record.export("json")
    record.rebuild()
    assert record.export("json") == before
    assert record.verify().sound
