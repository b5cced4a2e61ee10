"""Copies, shared official texts and quotations among documents on one contact."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.compare import compare
from communique.model.derived import Resolved
from communique.model.documents import Block
from communique.model.vocabulary import BlockKind, DocumentKind, OriginalKind, Sharing, Verdict
from communique.text.runs import COMMONPLACE
from tests.at_once import resolve
from tests.make import FIREFLY, TRENTINO, Reader, document, documents_of, said, tables

OPENING = "Firefly rang Trentino on Monday."
TELLING = (
    "Forty lorries loaded with timber had been held at the Kasta gate since the evening before. "
    "Carriers in Mirna shut the road with barrels and let nobody pass but the mail. "
    "Towards noon the two of them were put through to one another by the night clerk."
)
OTHER = (
    "What the toll brings in goes into the dykes along the Velta, as it has for thirty years. "
    "Mayors on both banks would sooner see it doubled than lose the boats that clear the ice. "
    "The last flood took the pier, two barns and the lower half of the rope walk."
)
WORDS = "we shall keep the gate open day and night for as long as anybody comes to it in good faith"


def told(
    name: str,
    *texts: str,
    on: str | None = "2031-05-06",
    outlet: str | None = None,
    side: str | None = None,
) -> Reader:
    kind = DocumentKind.ARTICLE if side is None else DocumentKind.RELEASE
    text = "\n".join((OPENING, *texts))
    reader = Reader(document(name, text, on, outlet=outlet, kind=kind, side=side))
    reader.contact(OPENING, FIREFLY, TRENTINO, on="2031-05-05")
    return reader


def resolved(*readers: Reader) -> Resolved:
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, (), tables())


def test_a_text_that_another_paper_prints_the_next_day_is_a_whole_copy_of_it() -> None:
    first, second = told("a", TELLING), told("b", TELLING, on="2031-05-07")
    [relation] = resolved(second, first).relations
    assert relation.kind is Sharing.WHOLE_COPY
    assert relation.documents == (first.document.id, second.document.id)
    assert relation.passages[0].exact == relation.passages[1].exact


def test_sentences_taken_over_among_others_are_a_partial_copy() -> None:
    [relation] = resolved(told("a", TELLING), told("b", OTHER, TELLING[:91])).relations
    assert relation.kind is Sharing.PARTIAL_COPY


def test_the_words_of_a_release_are_an_official_text_and_no_copy_of_an_outlet() -> None:
    release = told("z", TELLING, side="FRD", outlet="the Red House")
    [relation] = resolved(told("a", TELLING, OTHER), release).relations
    assert relation.kind is Sharing.OFFICIAL_TEXT
    assert relation.documents[0] == release.document.id
    assert "z is an official text" in relation.reason


def test_what_two_papers_both_quote_makes_neither_a_copy() -> None:
    quoted = f"“{WORDS.capitalize()},” the president told reporters."
    [relation] = resolved(told("a", TELLING, quoted), told("b", OTHER, quoted)).relations
    assert relation.kind is Sharing.QUOTATION


def test_papers_that_tell_one_contact_in_their_own_words_have_no_relation() -> None:
    reader = Reader(document("b", f"Trentino heard from Firefly at noon. {OTHER}"))
    reader.contact("Trentino heard from Firefly", FIREFLY, TRENTINO, on="2031-05-05")
    assert resolved(told("a", TELLING), reader).relations == ()


def test_a_news_agency_whose_mark_a_paper_bears_is_named() -> None:
    agency = next(one for one in tables().outlets if one.is_agency)
    first, second = told("a", TELLING), told("b", f"({agency.names[0]})", TELLING)
    mark = second.document.text.index("(")
    blocks = tuple(
        Block(BlockKind.DATE_LINE, one.span) if one.span.start == mark else one
        for one in second.document.blocks
    )
    second.document = replace(second.document, blocks=blocks)
    [relation] = resolved(first, second).relations
    assert relation.agency == agency.name
    assert agency.name in relation.reason


def test_what_all_pages_of_an_outlet_end_with_is_no_copy() -> None:
    ending = (
        "Subscribe to our evening letter and read each night what moved the two banks. "
        "All rights in words and pictures are held by the Velta Press of Mirna."
    )
    first = told("a", TELLING, TELLING.upper()[::-1], ending, outlet="Velta Press")
    second = Reader(
        document("b", f"Trentino heard from Firefly.\n{OTHER}\n{ending}", outlet="Velta Press")
    )
    second.contact("Trentino heard from Firefly", FIREFLY, TRENTINO, on="2031-05-05")
    assert resolved(first, second).relations == ()


THIRD = (
    "Mayor Hollin of Tarn heard of it from his barber and had the flags brought down to the quay. "
    "Nobody there had seen a boat since Easter, nor had anybody much wanted to."
)
BODIES = (TELLING, OTHER, THIRD)
SIDES = ("FRD", "SYL", "FRD")
AGREED = "timber is to pass the gate without any toll"


def paper(name: str, number: int, kind: OriginalKind, on: str) -> Reader:
    """A paper that carries the original of one house; with a copy only name and day differ."""
    reader = told(name, BODIES[number], AGREED, on=on)
    side = SIDES[number]
    key = reader.original("o", kind, side, f"house {number}", AGREED)
    reader.remark(AGREED, reader.accounts[0], attribution=said(side, key))
    return reader


def corroborated(found: Resolved) -> list[str]:
    """The words of the points that independent origins back."""
    [contact] = compare(found).contacts
    return sorted(one.words for one in contact.points if one.verdict is Verdict.CORROBORATED)


DAYS = st.sampled_from(["2031-05-06", "2031-05-07", "2031-05-09"])


@settings(deadline=None, max_examples=40)
@given(
    days=st.lists(DAYS, min_size=2, max_size=3),
    kinds=st.lists(st.sampled_from(OriginalKind), min_size=3, max_size=3),
    copied=st.integers(0, 2),
    later=DAYS,
)
def test_a_copy_never_changes_how_many_origins_back_a_contact(
    days: list[str], kinds: list[OriginalKind], copied: int, later: str
) -> None:
    readers = [paper(f"p{at}", at, kinds[at], day) for at, day in enumerate(days)]
    at = copied % len(readers)
    copy = paper("copy", at, kinds[at], later)
    alone, together = resolved(*readers), resolved(*readers, copy)
    [before], [after] = alone.contacts, together.contacts
    assert corroborated(alone) == [AGREED]
    assert corroborated(together) == [AGREED]
    assert len(after.origins) == len(before.origins)
    assert after.sides == before.sides
    assert after.unattributed == before.unattributed
    assert [one.value for one in after.date] == [one.value for one in before.date]


def test_copies_in_more_papers_than_share_commonplaces_back_nothing_either() -> None:
    readers = [paper(f"p{at}", at, OriginalKind.STATEMENT, "2031-05-06") for at in range(2)]
    copies = [
        paper(f"copy{at}", 0, OriginalKind.STATEMENT, "2031-05-06") for at in range(COMMONPLACE + 1)
    ]
    alone, together = resolved(*readers), resolved(*readers, *copies)
    [before], [after] = alone.contacts, together.contacts
    assert len(after.origins) == len(before.origins)
    assert corroborated(together) == corroborated(alone) == [AGREED]


def test_papers_of_one_story_are_set_side_by_side_though_they_tell_of_no_contact() -> None:
    readers = [Reader(document(name, f"{TELLING} {OTHER}")) for name in "ab"]
    [relation] = resolved(*readers).relations
    assert relation.kind is Sharing.WHOLE_COPY
