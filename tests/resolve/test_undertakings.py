"""One thing undertaken, however many accounts tell of it."""

from communique.model.readings import ActorKey, ChannelNaming
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Aspect, OriginalKind, Strength, UndertakingKind
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    SYLVANIA,
    TRENTINO,
    Reader,
    document,
    documents_of,
    judgement,
    said,
    tables,
)

BOTH: tuple[ActorKey, ...] = (FREEDONIA, SYLVANIA)
LEAD = "agreed to step up the fight against smuggling of timber"
CARRIED = "voiced willingness to do more against the smuggling of timber from the hills"
CHANNEL = "set up a permanent channel on grain"


def reader_of(name: str, *sentences: str, on: str = "2031-05-06") -> Reader:
    reader = Reader(document(name, "Firefly rang Trentino. " + ". ".join(sentences) + ".", on))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")
    return reader


def undertakings(*readers: Reader, judgements=()) -> tuple[UndertakingEntry, ...]:  # type: ignore[no-untyped-def]
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, judgements, tables()).undertakings


def test_a_lead_joins_the_words_it_carries_and_the_carried_words_give_the_kind() -> None:
    reader = reader_of("a", LEAD, CARRIED)
    key = reader.original("o", OriginalKind.STATEMENT, "FRD", "the Red House", CARRIED)
    reader.undertaking(LEAD, *BOTH, account=reader.accounts[0])
    reader.undertaking(
        CARRIED,
        FIREFLY,
        TRENTINO,
        kind=UndertakingKind.READINESS,
        strength=Strength.INTENDS,
        account=reader.accounts[0],
        attribution=said("FRD", key),
    )
    [entry] = undertakings(reader)
    assert entry.kind is UndertakingKind.READINESS
    assert entry.strength is Strength.INTENDS
    assert entry.by == ("FRD", "SYL")
    assert entry.said_by == ("FRD",)
    assert entry.said_by_words == ("outlet’s own voice",)
    assert len(entry.passages) == 2


def test_what_one_sentence_gives_as_two_things_stays_two() -> None:
    reader = reader_of("a", "resolved to raise timber trade, including timber trade by river")
    for words in ("raise timber trade", "timber trade by river"):
        reader.undertaking(
            words, FREEDONIA, kind=UndertakingKind.RESOLVE, account=reader.accounts[0]
        )
    assert len(undertakings(reader)) == 2


def test_an_order_is_not_an_agreement() -> None:
    reader = reader_of("a", "agreed to stay in close touch on grain")
    other = reader_of("b", "instructed officials to stay in close touch on grain")
    reader.undertaking("stay in close touch on grain", *BOTH, account=reader.accounts[0])
    other.undertaking(
        "stay in close touch on grain",
        *BOTH,
        kind=UndertakingKind.INSTRUCTION,
        account=other.accounts[0],
    )
    assert len(undertakings(reader, other)) == 2


def test_undertakings_of_other_parties_stay_apart() -> None:
    reader, other = reader_of("a", LEAD), reader_of("b", LEAD)
    reader.undertaking(LEAD, *BOTH, account=reader.accounts[0])
    other.undertaking(LEAD, FREEDONIA, account=other.accounts[0])
    assert len(undertakings(reader, other)) == 2


def test_undertakings_to_set_up_one_channel_are_one_under_any_name() -> None:
    other_name = "have a lasting diplomatic channel for harvest and market questions about grain"
    readers = (reader_of("a", CHANNEL), reader_of("b", other_name))
    for reader, words, name in zip(
        readers,
        (CHANNEL, other_name),
        ("permanent channel", "lasting diplomatic channel"),
        strict=True,
    ):
        account = reader.accounts[0]
        reader.undertaking(words, *BOTH, account=account)
        naming = ChannelNaming(name, BOTH, "grain")
        reader.claim(Aspect.CHANNEL, naming, name, account=account)
    assert len(undertakings(*readers)) == 1


def test_outside_contacts_only_the_same_words_are_one_undertaking() -> None:
    text = "Freedonia is ready to sell its finest timber to every glade at a low price"
    readers = [Reader(document(name, text)) for name in "ab"]
    readers.append(Reader(document("c", "Freedonia is ready to sell timber at a low price")))
    for reader in readers:
        reader.undertaking(reader.document.text, FREEDONIA, kind=UndertakingKind.READINESS)
    assert sorted(len(one.claims) for one in undertakings(*readers)) == [1, 2]


def test_a_reader_may_close_an_undertaking() -> None:
    reader = reader_of("a", LEAD)
    reader.undertaking(LEAD, *BOTH, account=reader.accounts[0])
    [entry] = undertakings(reader)
    assert entry.state == "open"
    closed = judgement("closed", entry.id, kind="close")
    assert undertakings(reader, judgements=(closed,))[0].state == "closed"
