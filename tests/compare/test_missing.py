"""What is missing, and what might be one thing: gaps and offers."""

from communique.compare import compare
from communique.model.derived import Compared
from communique.model.readings import ActorKey, ChannelNaming, Party, Words
from communique.model.vocabulary import (
    Aspect,
    DocumentKind,
    OriginalKind,
    PartyRole,
    Status,
    Strength,
    UndertakingKind,
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
CHANNEL = "agreed to form a permanent channel on grain"
TOUCH = "instructed officials to remain in touch"
WIRED = "agreed to raise the joint trade in grain and in hill timber"


def compared(*readers: Reader) -> Compared:
    readings = tuple(one.reading() for one in readers)
    return compare(resolve(documents_of(readers), readings, (), tables()))


def told(name: str, *sentences: str, **how) -> Reader:  # type: ignore[no-untyped-def]
    reader = Reader(document(name, "Firefly rang Trentino. " + ". ".join(sentences) + "."))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05", **how)
    return reader


def test_the_side_not_heard_and_the_full_text_not_held_are_gaps() -> None:
    reader = told("a", CHANNEL)
    key = reader.original("o", OriginalKind.READOUT, "FRD", "the Red House", CHANNEL)
    attribution = said("FRD", key)
    reader.undertaking(CHANNEL, *BOTH, account=reader.accounts[0], attribution=attribution)
    gaps = compared(reader).gaps
    assert [(one.side, one.wanted) for one in gaps] == [
        ("SYL", "Sylvania’s own account of the call"),
        ("FRD", "full text of the readout"),
    ]
    assert gaps[1].issuer == "the Red House"
    assert gaps[1].reason == "only excerpts are held, in a"


def test_no_account_is_missing_of_what_is_only_planned() -> None:
    assert compared(told("a", status=Status.PLANNED)).gaps == ()


def test_who_only_carried_messages_is_asked_for_no_account() -> None:
    reader = Reader(document("a", "Firefly rang Trentino."))
    reader.contact("Firefly rang Trentino", FIREFLY)
    mediator = Party(TRENTINO, PartyRole.MEDIATOR, None)
    reader.claim(Aspect.PARTY, mediator, "Trentino", account=reader.accounts[0])
    assert [one.side for one in compared(reader).gaps] == ["FRD"]


def test_a_channel_and_an_order_to_stay_in_touch_are_offered_and_not_joined() -> None:
    reader = told("a", CHANNEL, TOUCH)
    account = reader.accounts[0]
    mine = reader.original("f", OriginalKind.READOUT, "FRD", "the Red House", CHANNEL)
    other = reader.original("s", OriginalKind.RELEASE, "SYL", "the Castle", TOUCH)
    reader.undertaking(CHANNEL, *BOTH, account=account, attribution=said("FRD", mine))
    naming = ChannelNaming("permanent channel", BOTH, "grain")
    reader.claim(Aspect.CHANNEL, naming, "permanent channel", account=account)
    reader.undertaking(
        TOUCH,
        *BOTH,
        account=account,
        kind=UndertakingKind.INSTRUCTION,
        strength=Strength.INSTRUCTED,
        attribution=said("SYL", other),
    )
    [offer] = compared(reader).offers
    assert [one.exact for one in offer.passages] == [CHANNEL, TOUCH]
    assert "FRD says the one, SYL the other" in offer.reason


def test_an_agencys_words_are_offered_the_side_that_another_paper_names_for_them() -> None:
    wire, paper = told("a", WIRED), told("b", WIRED)
    report = wire.original("w", OriginalKind.REPORT, None, "Glade Wire", WIRED)
    wire.undertaking(
        WIRED,
        *BOTH,
        account=wire.accounts[0],
        attribution=said(None, report, chain=("Glade Wire",)),
    )
    readout = paper.original("o", OriginalKind.READOUT, "FRD", "the Red House", WIRED)
    named = said("FRD", readout)
    paper.undertaking(WIRED, *BOTH, account=paper.accounts[0], attribution=named)
    [offer] = compared(wire, paper).offers
    assert offer.reason == "nearly the same words in b, from the Red House"


def test_words_without_an_original_are_offered_the_dispatch_that_has_them() -> None:
    words = "only those who till the field know whether the soil is good or bad for grain"
    paper, wire = told("a", words), Reader(document("w", words, kind=DocumentKind.DISPATCH))
    paper.remark(words, paper.accounts[0], attribution=said("SYL"))
    wire.claim(Aspect.REMARK, Words(words), words, attribution=said("SYL"))
    [offer] = compared(paper, wire).offers
    assert (offer.left, offer.right) == (paper.claims[-1].id, wire.document.id)
    assert "16 equal words in a row" in offer.reason


def test_words_of_another_side_are_not_offered() -> None:
    words = "only those who till the field know whether the soil is good or bad for grain"
    paper, wire = told("a", words), Reader(document("w", words, kind=DocumentKind.DISPATCH))
    paper.remark(words, paper.accounts[0], attribution=said("SYL"))
    wire.claim(Aspect.REMARK, Words(words), words, attribution=said("FRD"))
    assert compared(paper, wire).offers == ()
