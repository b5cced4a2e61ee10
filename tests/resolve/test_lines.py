"""Channels and formats, under all the names they are given."""

from communique.model.readings import ActorKey, ChannelNaming, FormatNaming
from communique.model.vocabulary import Aspect, OriginalKind
from communique.resolve import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    OSTERLICH,
    SYLVANIA,
    TRENTINO,
    Reader,
    document,
    documents_of,
    said,
    tables,
)

BOTH: tuple[ActorKey, ...] = (FREEDONIA, SYLVANIA)
LONG = "permanent bilateral line for conferring"
SHORT = "permanent diplomatic line of conferring"


def resolved(*readers: Reader):  # type: ignore[no-untyped-def]
    return resolve(documents_of(readers), tuple(one.reading() for one in readers), (), tables())


def naming(name: str, words: str, topic: str, *, side: str | None = None) -> Reader:
    reader = Reader(document(name, f"Firefly rang Trentino. They set up a {words} on Osterlich."))
    account = reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")
    told = said(None)
    if side:
        key = reader.original("o", OriginalKind.READOUT, side, "the Red House", words)
        told = said(side, key)
    value = ChannelNaming(words, BOTH, topic)
    reader.claim(Aspect.CHANNEL, value, words, account=account, attribution=told)
    return reader


def test_a_channel_is_one_under_two_names_with_who_says_that_it_exists() -> None:
    [channel] = resolved(
        naming("a", LONG, "the situation in Osterlich", side="FRD"),
        naming("b", SHORT, "Osterlich"),
    ).channels
    assert channel.label == "fr-sy-osterlich"
    assert channel.kind == "permanent bilateral line"
    assert channel.topic == "Osterlich"
    assert {name for name, _ in channel.names} == {LONG, SHORT}
    assert channel.says == ("FRD",)
    assert channel.not_quoted == ("SYL",)
    assert [(step, day) for step, day, _ in channel.lifecycle] == [("announced", "2031-05-05")]


def test_channels_on_two_states_are_two() -> None:
    found = resolved(naming("a", LONG, "Osterlich"), naming("b", LONG, "Marshovia")).channels
    assert {one.label for one in found} == {"fr-sy-osterlich", "fr-sy-marshovia"}


def formats(*named: tuple[str, tuple[ActorKey, ...]]) -> Reader:
    text = ". ".join(f"They praised the {name}" for name, _ in named)
    reader = Reader(document("a", text))
    for name, members in named:
        reader.claim(Aspect.FORMAT, FormatNaming(name, members, None), name)
    return reader


def test_names_that_the_tables_give_to_one_format_are_one_and_marked_as_background() -> None:
    [entry] = resolved(
        formats(("Glade Contact Group", (OSTERLICH,)), ("Glade Three", (SYLVANIA,)))
    ).formats
    assert entry.label == "glade-contact-group"
    assert entry.members == ("OST", "SYL")
    assert entry.background_members == ("FRD",)
    assert entry.alias_basis is not None
    assert "background" in entry.alias_basis


def test_a_format_under_one_name_has_no_alias_basis() -> None:
    [entry] = resolved(formats(("Hill Club", (OSTERLICH,)))).formats
    assert entry.alias_basis is None
    assert entry.label == "hill-club"
