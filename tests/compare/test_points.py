"""The grid of a contact: where each original and each outlet stands."""

from communique.compare import compare
from communique.model.contents import Contact, Point
from communique.model.readings import Account, ActorKey
from communique.model.vocabulary import (
    Aspect,
    AttributionMode,
    CellState,
    DocumentKind,
    OriginalKind,
    Status,
    Verdict,
)
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    SYLVANIA,
    TRENTINO,
    Reader,
    document,
    documents_of,
    said,
    tables,
)

BOTH: tuple[ActorKey, ...] = (FREEDONIA, SYLVANIA)
GRAIN = "agreed to raise the trade in grain"


def told(name: str, text: str, **how) -> tuple[Reader, Account]:  # type: ignore[no-untyped-def]
    reader = Reader(document(name, f"Firefly rang Trentino. They {text}.", **how))
    return reader, reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")


def quoting(  # type: ignore[no-untyped-def]
    name: str, text: str, side: str | None, issuer: str, kind=OriginalKind.READOUT
) -> Reader:
    reader, account = told(name, text)
    key = reader.original("o", kind, side, issuer, text)
    reader.undertaking(text, *BOTH, account=account, attribution=said(side, key, chain=(issuer,)))
    return reader


def contact_of(*readers: Reader) -> Contact:
    readings = tuple(one.reading() for one in readers)
    [contact] = compare(resolve(documents_of(readers), readings, (), tables())).contacts
    return contact


def point_of(*readers: Reader) -> Point:
    [point] = contact_of(*readers).points
    return point


def states(point: Point) -> dict[str, CellState]:
    return {cell.column: cell.state for cell in point.cells}


def test_two_sides_that_say_one_thing_corroborate_it() -> None:
    point = point_of(
        quoting("a", GRAIN, "FRD", "the Red House"), quoting("b", GRAIN, "SYL", "the Castle")
    )
    assert point.verdict is Verdict.CORROBORATED
    assert point.sides == ("FRD", "SYL")


def test_papers_that_carry_one_text_echo_and_do_not_corroborate() -> None:
    point = point_of(
        quoting("a", GRAIN, "FRD", "the Red House"), quoting("b", GRAIN, "FRD", "the Red House")
    )
    assert point.verdict is Verdict.ECHOED


def test_papers_that_carry_one_agency_echo_and_do_not_corroborate() -> None:
    point = point_of(
        *(quoting(name, GRAIN, None, "Glade Wire", OriginalKind.REPORT) for name in "abc")
    )
    assert point.verdict is Verdict.ECHOED
    assert point.sides == ()


def test_one_report_stands_single() -> None:
    assert point_of(quoting("a", GRAIN, "FRD", "the Red House")).verdict is Verdict.SINGLE


def test_a_side_of_which_nothing_is_held_has_no_account() -> None:
    point = point_of(quoting("a", GRAIN, "FRD", "the Red House"))
    assert states(point)["SYL"] is CellState.NO_ACCOUNT


def test_an_original_held_in_excerpts_is_not_called_silent() -> None:
    other, account = told("b", "spoke of timber")
    key = other.original("o", OriginalKind.READOUT, "SYL", "the Castle", "spoke of timber")
    other.remark("spoke of timber", account, attribution=said("SYL", key))
    contact = contact_of(quoting("a", GRAIN, "FRD", "the Red House"), other)
    [point] = [one for one in contact.points if one.aspect is Aspect.UNDERTAKING]
    assert sorted(states(point).values()) == [CellState.NOT_QUOTED, CellState.SAYS]


def test_an_original_held_in_full_that_does_not_say_it_is_silent() -> None:
    full, _ = told(
        "b", "spoke of timber", kind=DocumentKind.RELEASE, side="SYL", outlet="the Castle"
    )
    point = point_of(quoting("a", GRAIN, "FRD", "the Red House"), full)
    assert sorted(states(point).values()) == [CellState.SAYS, CellState.SILENT]


def test_an_official_text_says_in_its_own_column_what_it_says_itself() -> None:
    full, account = told("b", GRAIN, kind=DocumentKind.RELEASE, side="SYL", outlet="the Castle")
    full.undertaking(GRAIN, *BOTH, account=account)
    point = point_of(full)
    assert point.sides == ("SYL",)
    assert states(point)["FRD"] is CellState.NO_ACCOUNT


def test_the_outlets_own_voice_fills_no_sides_column() -> None:
    outlet, account = told("b", GRAIN)
    outlet.undertaking(GRAIN, *BOTH, account=account)
    point = point_of(outlet)
    assert point.sides == ()
    assert states(point) == {
        outlet.document.id: CellState.SAYS,
        "FRD": CellState.NO_ACCOUNT,
        "SYL": CellState.NO_ACCOUNT,
    }


def test_an_original_that_denies_says_otherwise_and_the_point_is_disputed() -> None:
    other, account = told("b", GRAIN)
    key = other.original("o", OriginalKind.READOUT, "SYL", "the Castle", GRAIN)
    made = other.undertaking(GRAIN, *BOTH, account=account, attribution=said("SYL", key))
    other.claims.remove(made)
    other.claim(
        Aspect.UNDERTAKING,
        made.value,
        GRAIN,
        account=account,
        strength=made.strength,
        status=Status.DENIED,
        attribution=made.attribution,
    )
    point = point_of(quoting("a", GRAIN, "FRD", "the Red House"), other)
    assert point.verdict is Verdict.DISPUTED
    assert CellState.SAYS_OTHERWISE in states(point).values()


def test_what_is_carried_over_is_marked() -> None:
    reader, account = told("a", GRAIN)
    key = reader.original("o", OriginalKind.READOUT, "FRD", "the Red House", GRAIN)
    carried = said("FRD", key, mode=AttributionMode.CARRIED_OVER)
    reader.undertaking(GRAIN, *BOTH, account=account, attribution=carried)
    assert [cell.carried_over for cell in point_of(reader).cells if cell.words] == [True]


def test_a_topic_that_two_sides_word_alike_is_one_row() -> None:
    readers = []
    for name, side, issuer, words in (
        ("a", "FRD", "the Red House", "the situation in Osterlich"),
        ("b", "SYL", "the Castle", "recent developments in Osterlich"),
    ):
        reader, account = told(name, f"discussed {words}")
        key = reader.original("o", OriginalKind.READOUT, side, issuer, words)
        reader.remark(words, account, attribution=said(side, key), aspect=Aspect.TOPIC)
        readers.append(reader)
    assert point_of(*readers).verdict is Verdict.CORROBORATED


def test_what_two_sides_say_of_neighbouring_things_is_not_one_row() -> None:
    readers = []
    for name, side, issuer, words in (
        ("a", "FRD", "the Red House", "cooperation against river fever"),
        (
            "b",
            "SYL",
            "the Castle",
            "thanks for the shipment of herbs, tents and cots in river fever",
        ),
    ):
        reader, account = told(name, f"spoke of {words}")
        key = reader.original("o", OriginalKind.READOUT, side, issuer, words)
        reader.remark(words, account, attribution=said(side, key))
        readers.append(reader)
    assert len(contact_of(*readers).points) == 2


def test_a_full_text_that_names_a_topic_in_other_words_is_not_silent_on_it() -> None:
    quoting_side, account = told("a", "discussed the situation in Osterlich")
    topic = "the situation in Osterlich"
    key = quoting_side.original("o", OriginalKind.READOUT, "FRD", "the Red House", topic)
    attribution = said("FRD", key)
    quoting_side.remark(topic, account, attribution=attribution, aspect=Aspect.TOPIC)
    full, _ = told(
        "b", "turned to Osterlich", kind=DocumentKind.RELEASE, side="SYL", outlet="the Castle"
    )
    [point] = contact_of(quoting_side, full).points
    assert CellState.SILENT not in states(point).values()
    assert ["They turned to Osterlich."] in [[one.exact for one in c.words] for c in point.cells]


def test_a_topic_that_names_a_party_and_nothing_else_is_no_row() -> None:
    reader, account = told("a", "spoke of Sylvania")
    reader.remark("Sylvania", account, aspect=Aspect.TOPIC)
    assert contact_of(reader).points == ()


def test_two_texts_of_one_side_do_not_corroborate_each_other() -> None:
    readout = quoting("a", GRAIN, "FRD", "the Red House")
    post = quoting("b", GRAIN, "FRD", "the Red House", OriginalKind.POST)
    contact = contact_of(readout, post)
    assert len(contact.origins) == 2
    assert [one.verdict for one in contact.points] == [Verdict.ECHOED]
