"""Channels and formats, under all the names they are given."""

from communique.compare import compare
from communique.model.contents import Judgement
from communique.model.derived import Resolved
from communique.model.readings import ActorKey, ChannelNaming, FormatNaming
from communique.model.times import When
from communique.model.vocabulary import Aspect, ChannelStep, OriginalKind, Status, Strength
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    OSTERLICH,
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
LONG = "permanent bilateral line for conferring"
SHORT = "permanent diplomatic line of conferring"


def resolved(*readers: Reader, judgements: tuple[Judgement, ...] = ()) -> Resolved:
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, judgements, tables())


def naming(
    name: str, words: str, topic: str, *, side: str | None = None, status: Status | None = None
) -> Reader:
    reader = Reader(document(name, f"Firefly rang Trentino. They set up a {words} on Osterlich."))
    account = reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")
    told = said(None)
    if side:
        key = reader.original("o", OriginalKind.READOUT, side, "the Red House", words)
        told = said(side, key)
    value = ChannelNaming(words, BOTH, topic)
    reader.claim(Aspect.CHANNEL, value, words, account=account, status=status, attribution=told)
    return reader


def test_a_side_that_says_there_is_no_such_line_says_otherwise() -> None:
    [channel] = resolved(
        naming("a", LONG, "Osterlich", side="FRD"),
        naming("b", LONG, "Osterlich", side="SYL", status=Status.DENIED),
    ).channels
    assert (channel.says, channel.denies, channel.not_quoted) == (("FRD",), ("SYL",), ())


def test_a_line_that_is_only_denied_is_none() -> None:
    denied = naming("a", LONG, "Osterlich", side="FRD", status=Status.DENIED)
    assert resolved(denied).channels == ()


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
    assert [(one.step, one.date) for one in channel.lifecycle] == [("announced", "2031-05-05")]


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


def formats_told(name: str, *told: FormatNaming, on: str = "2031-05-06") -> Reader:
    reader = Reader(document(name, ". ".join(one.name for one in told), on))
    for one in told:
        reader.claim(Aspect.FORMAT, one, one.name, attribution=said("FRD"))
    return reader


def test_another_name_that_a_text_gives_a_format_is_its_own_in_that_text_only() -> None:
    alias = FormatNaming("Hill Three", (OSTERLICH,), None, alias_of="Hill Club")
    here = formats_told("a", FormatNaming("Hill Club", (), None), alias)
    elsewhere = formats_told("b", FormatNaming("Hill Three", (), None))
    first, other = resolved(here, elsewhere).formats
    assert (first.label, [name for name, _ in first.names]) == (
        "hill-club",
        ["Hill Club", "Hill Three"],
    )
    assert first.alias_basis == "told: “Hill Three”"
    assert [unit for unit, _ in first.member_passages] == ["OST"]
    assert first.said_by == ("FRD",)
    assert (other.label, other.alias_basis) == ("hill-three", None)


def test_the_life_of_a_format_holds_each_step_once_and_no_mere_naming() -> None:
    def step(which: ChannelStep, day: str | None) -> FormatNaming:
        when = None if day is None else When(day, day, day)
        return FormatNaming("Hill Club", (), None, step=which, when=when)

    [entry] = resolved(
        formats_told("a", step(ChannelStep.DORMANT, "2029"), FormatNaming("Hill Club", (), None)),
        formats_told("b", step(ChannelStep.ENDED, "2030-01-02"), step(ChannelStep.ENDED, None)),
        formats_told("c", step(ChannelStep.DORMANT, "2029")),
    ).formats
    assert [(one.step, one.date, one.said_by) for one in entry.lifecycle] == [
        ("dormant", "2029", ("FRD",)),
        ("ended", "2030-01-02", ("FRD",)),
    ]


def stepping(
    name: str,
    words: str,
    *,
    step: ChannelStep | None,
    on: str | None,
    side: str | None = None,
    topic: str = "Osterlich",
) -> Reader:
    text = f"Firefly met Trentino. The {words} was spoken of."
    reader = Reader(document(name, text, on or "2031-09-01"))
    account = reader.contact("Firefly met Trentino", FIREFLY, TRENTINO, form="meeting", on=on)
    told = said(None)
    if side:
        told = said(side, reader.original("o", OriginalKind.READOUT, side, "the Red House", words))
    value = ChannelNaming(words, BOTH, topic, step=step)
    strength = None if step else Strength.MENTIONED
    reader.claim(Aspect.CHANNEL, value, words, account=account, attribution=told, strength=strength)
    return reader


def test_each_step_in_the_life_of_a_channel_is_somebody_s_claim() -> None:
    [channel] = resolved(
        naming("a", LONG, "Osterlich", side="FRD"),
        stepping("b", SHORT, step=ChannelStep.FIRST_USE, on="2031-06-01"),
        stepping("c", SHORT, step=ChannelStep.FIRST_USE, on="2031-06-01", side="SYL"),
        stepping("d", SHORT, step=None, on="2031-07-01"),
    ).channels
    assert [(one.step, one.date, one.said_by) for one in channel.lifecycle] == [
        ("announced", "2031-05-05", ("FRD",)),
        ("first use", "2031-06-01", ("SYL",)),
    ]


def test_a_contact_is_one_of_a_channel_by_claim_and_not_by_its_parties() -> None:
    met = Reader(document("e", "Firefly met Trentino on Osterlich.", "2031-08-01"))
    met.contact("Firefly met Trentino", FIREFLY, TRENTINO, form="meeting", on="2031-08-01")
    used = stepping("b", SHORT, step=ChannelStep.MEETING, on="2031-06-01")
    found = resolved(naming("a", LONG, "Osterlich"), used, met)
    tied = {one.contact for one in found.channels[0].lifecycle}
    assert tied == {None, *(c.id for c in found.contacts if c.date[0].value == "2031-06-01")}


def test_a_channel_that_is_only_named_has_that_as_its_one_step() -> None:
    [channel] = resolved(stepping("d", SHORT, step=None, on="2031-07-01")).channels
    assert [one.step for one in channel.lifecycle] == ["named"]


ODD = "permanent military post for signals"


def test_a_name_that_fits_two_shows_that_the_two_are_one() -> None:
    both = "permanent bilateral line for signals by the military post"
    named = (naming("a", LONG, "Osterlich"), naming("b", ODD, "Osterlich"))
    assert len(resolved(*named).channels) == 2
    assert len(resolved(*named, naming("c", both, "Osterlich")).channels) == 1


def test_people_decide_whether_two_names_are_of_one_channel() -> None:
    readers = (naming("a", LONG, "Osterlich"), naming("b", ODD, "Osterlich"))
    first, other = resolved(*readers).channels
    same = judgement("same", first.id, other.id, kind="channel")
    assert len(resolved(*readers, judgements=(same,)).channels) == 1
    alike = (naming("a", LONG, "Osterlich"), naming("b", SHORT, "Osterlich"))
    ids = [f"h-{one.claims[-1].id[2:]}" for one in alike]
    apart = judgement("not same", *ids, kind="channel")
    assert len(resolved(*alike).channels) == 1
    assert len(resolved(*alike, judgements=(apart,)).channels) == 2


def test_two_channels_of_one_pair_are_offered_as_one_until_somebody_decides() -> None:
    left = naming("a", "permanent channel on grain", "Osterlich")
    right = naming("b", "secret hotline of the palaces", "Osterlich")
    found = resolved(left, right)
    first, other = found.channels
    [offer] = [one for one in compare(found).offers if one.left[:2] == "h-"]
    assert {offer.left, offer.right} == {first.id, other.id}
    decided = judgement("not same", first.id, other.id, kind="channel")
    assert not [
        one
        for one in compare(resolved(left, right, judgements=(decided,))).offers
        if one.left[:2] == "h-"
    ]


def test_an_arrangement_for_consultations_is_offered_as_the_line_and_not_joined() -> None:
    found = resolved(
        naming("a", "permanent channel", "Osterlich"),
        naming("b", "road map for consultations", "Osterlich"),
        naming("c", "channel", "Osterlich"),
    )
    assert {one.kind for one in found.channels} == {"channel", "road map"}
    [offer] = [one for one in compare(found).offers if one.left[:2] == "h-"]
    assert "may be two names of one" in offer.reason


def offered_as_one(*readers: Reader) -> list[str]:
    offers = compare(resolved(*readers)).offers
    return [one.reason for one in offers if one.left[:2] in ("h-", "f-")]


def test_lines_that_keep_in_touch_are_offered_as_one_by_matter_and_time() -> None:
    line = naming("a", "permanent channel on grain", "fisheries")
    words = "secret hotline of the palaces"
    soon = stepping("b", words, step=None, on="2031-07-01", topic="coastal fisheries")
    [reason] = offered_as_one(line, soon)
    assert reason.startswith("between the same parties on coastal fisheries")
    late = stepping("b", words, step=None, on="2035-07-01", topic="coastal fisheries")
    elsewhere = stepping("b", words, step=None, on="2031-07-01", topic="prisoners")
    assert offered_as_one(line, late) == []
    assert offered_as_one(line, elsewhere) == []


THREE: tuple[ActorKey, ...] = (FREEDONIA, OSTERLICH, SYLVANIA)


def test_formats_with_the_same_members_are_offered_as_one() -> None:
    [reason] = offered_as_one(formats(("Hill Troika", THREE)), formats(("Ridge Talks", THREE)))
    assert reason.startswith("both have as members FRD, OST and SYL")


def test_formats_with_a_telling_word_in_common_are_offered_as_one() -> None:
    [reason] = offered_as_one(formats(("Ridgeway process", ())), formats(("Ridgeway Four", BOTH)))
    assert reason.startswith("a telling word in common")


def test_formats_of_others_or_with_common_words_alone_are_not_offered() -> None:
    others = formats(("Ridgeway Four", (OSTERLICH, SYLVANIA)))
    assert offered_as_one(formats(("Ridgeway process", BOTH)), others) == []
    assert offered_as_one(formats(("Hill process", ())), formats(("Ridge process", ()))) == []
    assert offered_as_one(formats(("Hill Club", BOTH)), formats(("Ridge Four", BOTH))) == []
