"""Which quotations come from one text, and which texts are copies."""

from communique.model.readings import Account
from communique.model.vocabulary import Aspect, DocumentKind, Held, OriginalKind
from tests.at_once import resolve
from tests.make import FIREFLY, TRENTINO, Reader, document, documents_of, judgement, said, tables

READOUT = "the sides noted the growing weight of timber and grain in the trade of the two glades"
POST = "Spoke with my friend Ambrose today about the river and about a fair price for timber"


def told(name: str, text: str, on: str = "2031-05-06") -> tuple[Reader, Account]:
    reader = Reader(document(name, f"Firefly rang Trentino. {text}", on))
    return reader, reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")


def quoting(
    name: str,
    text: str,
    kind: OriginalKind,
    side: str | None,
    issuer: str,
    on: str = "2031-05-06",
) -> Reader:
    reader, account = told(name, text, on)
    key = reader.original("o", kind, side, issuer, text)
    reader.remark(text, account, attribution=said(side, key))
    return reader


def resolved(*readers: Reader, judgements=()):  # type: ignore[no-untyped-def]
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, judgements, tables())


def test_two_houses_of_a_state_that_carry_one_text_are_one_origin() -> None:
    found = resolved(
        quoting("a", READOUT, OriginalKind.READOUT, "FRD", "the Freedonian embassy"),
        quoting("b", READOUT, OriginalKind.RELEASE, "FRD", "the Red House"),
    )
    [contact] = found.contacts
    assert [len(group) for group in contact.origins] == [2]
    assert contact.sides == ("FRD",)
    assert "a run of 17 words" in found.originals[0].reason


def test_two_houses_without_common_words_are_two_origins() -> None:
    found = resolved(
        quoting("a", READOUT, OriginalKind.READOUT, "FRD", "the Freedonian embassy"),
        quoting("b", "timber was discussed", OriginalKind.RELEASE, "FRD", "the Red House"),
    )
    assert [len(group) for group in found.contacts[0].origins] == [1, 1]


def test_a_person_may_decide_that_two_originals_carry_one_text() -> None:
    readers = (
        quoting("a", READOUT, OriginalKind.READOUT, "FRD", "the Freedonian embassy"),
        quoting("b", "timber was discussed", OriginalKind.RELEASE, "FRD", "the Red House"),
    )
    ids = [one.id for one in resolved(*readers).originals]
    same = (judgement("same", *ids, kind="original"),)
    assert [len(group) for group in resolved(*readers, judgements=same).contacts[0].origins] == [2]


def test_a_house_named_in_two_documents_on_one_contact_is_one_original() -> None:
    found = resolved(
        quoting("a", READOUT, OriginalKind.STATEMENT, "FRD", "the Red House"),
        quoting("b", "timber was discussed", OriginalKind.STATEMENT, "FRD", "Firefly’s office"),
    )
    [original] = found.originals
    assert len(original.documents) == 2
    assert set(original.issuer_wordings) == {"the Red House", "Firefly’s office"}


def test_one_post_in_two_papers_is_one_original() -> None:
    found = resolved(
        quoting("a", POST, OriginalKind.POST, "FRD", "Firefly"),
        quoting("b", POST, OriginalKind.POST, "FRD", "President Firefly"),
    )
    assert len(found.originals) == 1


def test_a_news_agency_carries_and_is_no_origin() -> None:
    found = resolved(quoting("a", READOUT, OriginalKind.REPORT, None, "Glade Wire"))
    [contact] = found.contacts
    assert contact.origins == ()
    assert contact.sides == ()
    assert contact.accounts[0].originals


def test_a_side_that_speaks_without_a_named_text_is_unattributed() -> None:
    reader, account = told("a", READOUT)
    reader.remark(READOUT, account, attribution=said("SYL"))
    [contact] = resolved(reader).contacts
    assert contact.sides == ()
    assert contact.unattributed == ("SYL",)


def test_the_full_text_joins_the_original_that_others_quote() -> None:
    text = f"Firefly rang Trentino. At length {READOUT}, and parted."
    full = Reader(
        document("z", text, kind=DocumentKind.RELEASE, side="FRD", outlet="the Red House")
    )
    account = full.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")
    full.remark(READOUT, account)
    excerpt = quoting("a", READOUT, OriginalKind.RELEASE, "FRD", "the Red House", "2031-05-05")
    found = resolved(excerpt, full)
    [original] = found.originals
    assert original.held is Held.FULL
    assert len(original.documents) == 2
    remarks = [one for one in found.claims if one.aspect is Aspect.REMARK]
    assert {one.attribution.original for one in remarks} == {original.id}
    assert {one.attribution.side for one in remarks} == {"FRD"}


def looking_back(side: str, *, say: str | None = None) -> Reader:
    """A ministry's text of a month later, quoted on the call that it follows."""
    reader = Reader(document("later", f"Firefly rang Trentino on 5 May. {say or ''}", "2031-06-10"))
    how = said(side, reader.original("o", OriginalKind.RELEASE, side, "the Moss Ministry"))
    words = "Firefly rang Trentino"
    account = reader.contact(words, FIREFLY, TRENTINO, on="2031-05-05", attribution=how)
    if say:
        reader.remark(say, account, attribution=how)
    return reader


def test_a_later_text_that_only_looks_back_is_no_further_origin_of_a_side_that_was_heard() -> None:
    own = quoting("a", READOUT, OriginalKind.READOUT, "FRD", "the Red House")
    for later, origins in (
        (looking_back("FRD"), 1),
        (looking_back("FRD", say="grain was spoken of"), 2),
        (looking_back("SYL"), 2),
    ):
        [contact] = resolved(own, later).contacts
        assert len(contact.origins) == origins
