"""Looking into a record."""

import pytest

from communique.errors import NotInRecord, NotPossible
from communique.record import Record
from communique.record.parts import passages_in


@pytest.fixture
def call(record: Record) -> str:
    return next(one.label for one in record.contacts(form="call"))


def test_two_accounts_of_one_call_are_one_contact(record: Record, call: str) -> None:
    contact = record.contact(call)
    assert contact.reports == 2
    assert {one.document for one in contact.accounts} == {
        record.document("heron").id,
        record.document("copy").id,
    }


def test_a_contact_is_found_by_label_id_and_account(record: Record, call: str) -> None:
    contact = record.contact(call)
    assert record.contact(contact.id) == contact
    assert record.contact(contact.accounts[0].id) == contact


def test_contacts_are_filtered_by_dyad_form_and_days(record: Record, call: str) -> None:
    assert [one.label for one in record.contacts(dyad=("SYL", "FRD"))] == [call]
    assert [one.label for one in record.contacts(state="OST", form="call")] == []
    assert [one.label for one in record.contacts(until="2031-05-08")] == [call]
    assert len(list(record.contacts(since="2031-05", until="2031"))) == 2
    assert len(list(record.contacts(state="FRD", sort="reports"))) == 2


def test_what_is_not_there_is_said_with_what_was_looked_for(record: Record) -> None:
    with pytest.raises(
        NotInRecord, match=r"not in the record: 2031-01-01-x \(looked for a contact"
    ):
        record.contact("2031-01-01-x")
    with pytest.raises(NotInRecord, match="looked for a document"):
        record.text_of("no-such")
    with pytest.raises(NotInRecord):
        record.why("q-none")
    with pytest.raises(NotInRecord):
        record.channel("none")
    with pytest.raises(NotInRecord):
        record.format("none")


def test_a_document_is_found_by_label_name_and_id(record: Record) -> None:
    document = record.document("heron")
    assert record.document("heron.txt") == document == record.document(document.id)
    assert record.text_of("heron").startswith("date 2031-05-06")


def test_a_part_holds_one_contact_and_all_that_it_names(record: Record, call: str) -> None:
    part = record.part(call)
    [contact] = part.contacts
    assert contact.label == call
    named = {one.id for one in part.actors}
    assert {one.actor for one in contact.parties} <= named
    assert {one.id for one in part.documents} == {one.document for one in contact.accounts}
    assert {one.contact for one in part.claims} == {contact.id}
    assert {one.id for one in part.originals} >= {
        key for one in contact.accounts for key in one.originals
    }


def test_why_leads_from_a_contact_an_aspect_and_a_claim_to_the_words(
    record: Record, call: str
) -> None:
    whole = record.why(call)
    assert len(whole.claims) > 5
    means = record.why(f"{call}#means")
    assert {one.passage.exact for one in means.claims} == {"spoke by phone"}
    [single] = record.why(means.claims[0].id).claims
    assert single == means.claims[0]
    assert means.part.contacts[0].label == call


def test_why_leads_from_an_undertaking_to_the_words(record: Record) -> None:
    [undertaking, *_] = record.undertakings()
    found = record.why(undertaking.id)
    assert {one.id for one in found.claims} == set(undertaking.claims)


def test_every_passage_of_the_record_is_the_words_at_its_place(record: Record) -> None:
    texts = {one.id: record.text_of(one.id) for one in record.documents()}
    passages = list(passages_in(record.contents()))
    assert passages
    for one in passages:
        assert texts[one.document][one.start : one.end] == one.exact


def test_a_search_gives_passages(record: Record) -> None:
    hits = list(record.search("Teasdale"))
    text = record.text_of("reed")
    assert [one.document for one in hits] == [record.document("reed").id]
    assert text[hits[0].start : hits[0].end] == hits[0].exact


def test_all_lists_of_the_record_are_those_of_its_contents(record: Record) -> None:
    contents = record.contents()
    for name in (
        *("documents", "actors", "contacts", "originals", "claims", "undertakings", "channels"),
        *("formats", "positions", "findings", "offers", "gaps", "problems"),
    ):
        listed = sorted(getattr(record, name)(), key=repr)
        assert listed == sorted(getattr(contents, name), key=repr), name
    assert {"communique", "run", "rules", "tables", "languages", "model"} == set(contents.version)


def test_changes_since_an_entry_beyond_the_log_are_refused(record: Record) -> None:
    with pytest.raises(NotPossible, match="no entry 99999: the log ends with"):
        record.changes("99999")
