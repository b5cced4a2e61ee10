"""How accounts of one contact part, with both passages and a reason."""

from dataclasses import replace

from communique.compare import compare
from communique.model.contents import Finding
from communique.model.derived import Compared
from communique.model.readings import (
    Account,
    ActorKey,
    Attribution,
    ChannelNaming,
    Matter,
    Position,
    Undertaking,
)
from communique.model.vocabulary import (
    Aspect,
    FindingType,
    OriginalKind,
    Status,
    Strength,
    UndertakingKind,
)
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    REBELS,
    SYLVANIA,
    TEASDALE,
    TRENTINO,
    Reader,
    document,
    documents_of,
    person,
    said,
    tables,
    with_cast,
)

BOTH: tuple[ActorKey, ...] = (FREEDONIA, SYLVANIA)
AGREED = "agreed to step up the fight against smuggling of timber"
READY = "voiced willingness to do more against the smuggling of timber"


def told(  # type: ignore[no-untyped-def]
    name: str, *sentences: str, day: str = "2031-05-06", **how
) -> tuple[Reader, Account]:
    text = "Firefly rang Trentino. " + ". ".join(sentences) + "."
    reader = Reader(document(name, text, day))
    how.setdefault("on", "2031-05-05")
    return reader, reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, **how)


def from_house(reader: Reader, words: str, side: str = "FRD") -> Attribution:
    issuer = {"FRD": "the Red House", "SYL": "the Castle"}[side]
    key = reader.original(f"{side}:o", OriginalKind.READOUT, side, issuer, words)
    return said(side, key, chain=(issuer,))


def compared(*readers: Reader) -> Compared:
    readings = tuple(one.reading() for one in readers)
    return compare(resolve(documents_of(readers), readings, (), tables()))


def findings(kind: FindingType, *readers: Reader) -> list[Finding]:
    return [one for one in compared(*readers).findings if one.type is kind]


def words(finding: Finding) -> list[str]:
    return [one.exact for one in finding.passages]


def lead_and_words(lead: Strength, carried: Strength) -> Reader:
    reader, account = told("a", AGREED, READY)
    reader.undertaking(AGREED, *BOTH, account=account, strength=lead)
    reader.undertaking(
        READY,
        *BOTH,
        account=account,
        kind=UndertakingKind.READINESS,
        strength=carried,
        attribution=from_house(reader, READY),
    )
    return reader


def test_a_lead_that_goes_further_than_the_words_it_carries_is_stronger() -> None:
    reader = lead_and_words(Strength.AGREED, Strength.INTENDS)
    [found] = findings(FindingType.STRONGER, reader)
    assert words(found) == [AGREED, READY]
    assert "“agreed”" in found.reason
    assert "the Red House" in found.reason


def test_a_lead_that_goes_less_far_is_weaker() -> None:
    reader = lead_and_words(Strength.INTENDS, Strength.AGREED)
    assert findings(FindingType.WEAKER, reader)
    assert not findings(FindingType.STRONGER, reader)


def test_a_lead_that_goes_as_far_as_the_words_it_carries_is_neither() -> None:
    reader = lead_and_words(Strength.AGREED, Strength.AGREED)
    assert not findings(FindingType.STRONGER, reader)
    assert not findings(FindingType.WEAKER, reader)


def test_what_is_stated_before_its_origin_is_given_is_attributed_late() -> None:
    reader = lead_and_words(Strength.AGREED, Strength.AGREED)
    [found] = findings(FindingType.ATTRIBUTION_LATE, reader)
    assert words(found)[0] == AGREED


def test_an_origin_named_first_is_not_late() -> None:
    reader, account = told("a", READY, AGREED)
    reader.undertaking(AGREED, *BOTH, account=account)
    reader.undertaking(READY, *BOTH, account=account, attribution=from_house(reader, READY))
    assert not findings(FindingType.ATTRIBUTION_LATE, reader)


def test_an_origin_that_a_later_paper_no_longer_names_is_lost() -> None:
    first, account = told("a", READY)
    first.undertaking(READY, *BOTH, account=account, attribution=from_house(first, READY))
    later, other = told("b", READY, day="2031-05-07")
    later.undertaking(READY, *BOTH, account=other)
    assert findings(FindingType.ATTRIBUTION_LOST, first, later)
    earlier, other = told("b", READY, day="2031-05-05")
    earlier.undertaking(READY, *BOTH, account=other)
    assert not findings(FindingType.ATTRIBUTION_LOST, first, earlier)


def test_two_accounts_of_one_thing_may_differ_in_strength() -> None:
    first, account = told("a", READY)
    first.undertaking(
        READY,
        *BOTH,
        account=account,
        kind=UndertakingKind.INTENTION,
        strength=Strength.INTENDS,
        attribution=from_house(first, READY),
    )
    stressed = "stressed the fight against the smuggling of timber"
    other, account = told("b", stressed, day="2031-05-07")
    other.remark(stressed, account, attribution=from_house(other, stressed))
    [found] = findings(FindingType.STRENGTH_DIFFERS, first, other)
    assert words(found) == [READY, stressed]


def test_two_accounts_that_go_as_far_do_not_differ_in_strength() -> None:
    readers = []
    for name in ("a", "b"):
        reader, account = told(name, READY)
        reader.undertaking(READY, *BOTH, account=account, attribution=from_house(reader, READY))
        readers.append(reader)
    assert not findings(FindingType.STRENGTH_DIFFERS, *readers)


def test_what_one_side_alone_says_of_both_is_found_with_how_the_other_stands() -> None:
    reader, account = told("a", AGREED)
    reader.undertaking(AGREED, *BOTH, account=account, attribution=from_house(reader, AGREED))
    [found] = findings(FindingType.ONE_SIDE_ONLY, reader)
    assert found.reason.endswith("FRD says so; SYL gave no account that is held")


def test_what_one_side_alone_says_always_says_what_it_is_about() -> None:
    reader, account = told("a", AGREED)
    made = reader.undertaking(
        AGREED, *BOTH, account=account, attribution=from_house(reader, AGREED)
    )
    assert isinstance(made.value, Undertaking)
    nameless = replace(made, value=replace(made.value, what=""))
    reader.claims[reader.claims.index(made)] = nameless
    [found] = findings(FindingType.ONE_SIDE_ONLY, reader)
    assert found.reason.startswith(f"“{AGREED}”: FRD says so;")


def test_what_both_sides_say_is_not_one_sided() -> None:
    readers = []
    for name, side in (("a", "FRD"), ("b", "SYL")):
        reader, account = told(name, AGREED)
        attribution = from_house(reader, AGREED, side)
        reader.undertaking(AGREED, *BOTH, account=account, attribution=attribution)
        readers.append(reader)
    assert not findings(FindingType.ONE_SIDE_ONLY, *readers)


def test_what_a_party_says_it_will_do_alone_is_not_one_sided() -> None:
    reader, account = told("a", AGREED)
    reader.undertaking(AGREED, FREEDONIA, account=account, attribution=from_house(reader, AGREED))
    assert not findings(FindingType.ONE_SIDE_ONLY, reader)


FULL = "agreed to raise the grain trade, chiefly by way of river ports"
SHORT = "agreed to raise the grain trade"


def agreeing(name: str, text: str, day: str) -> Reader:
    reader, account = told(name, text, day=day)
    reader.undertaking(text, *BOTH, account=account, attribution=from_house(reader, text))
    return reader


def test_a_detail_that_a_later_paper_drops_is_shown() -> None:
    first, later = agreeing("a", FULL, "2031-05-06"), agreeing("b", SHORT, "2031-05-07")
    [found] = findings(FindingType.DETAIL_DROPPED, first, later)
    assert words(found)[0] == "chiefly by way of river ports"
    assert not findings(FindingType.DETAIL_ADDED, first, later)


def test_a_detail_that_only_a_later_paper_has_is_added() -> None:
    first, later = agreeing("a", SHORT, "2031-05-06"), agreeing("b", FULL, "2031-05-07")
    [found] = findings(FindingType.DETAIL_ADDED, first, later)
    assert words(found)[0] == "chiefly by way of river ports"
    assert not findings(FindingType.DETAIL_DROPPED, first, later)


def test_a_detail_that_both_papers_have_is_neither_dropped_nor_added() -> None:
    first, later = agreeing("a", FULL, "2031-05-06"), agreeing("b", FULL, "2031-05-07")
    assert not findings(FindingType.DETAIL_DROPPED, first, later)
    assert not findings(FindingType.DETAIL_ADDED, first, later)


def test_two_strings_in_quotation_marks_for_one_utterance_are_drift() -> None:
    first, _ = told("a", "They spoke of “the flow of grain and timber from the valley”")
    other, _ = told(
        "b", "They spoke of “the growing flow of grain and timber coming out of the valley”"
    )
    [found] = findings(FindingType.QUOTE_DRIFT, first, other)
    assert sorted(words(found)) == [
        "the flow of grain and timber from the valley",
        "the growing flow of grain and timber coming out of the valley",
    ]


def test_a_quotation_cut_short_is_no_drift() -> None:
    first, _ = told("a", "They spoke of “the flow of grain and timber from the valley”")
    other, _ = told("b", "They spoke of “the flow of grain and timber”")
    assert not findings(FindingType.QUOTE_DRIFT, first, other)


def test_a_channel_under_two_names_is_found() -> None:
    readers = []
    for name, called in (("a", "permanent channel"), ("b", "permanent diplomatic channel")):
        reader, account = told(name, f"They set up a {called}")
        naming = ChannelNaming(called, BOTH, None)
        reader.claim(Aspect.CHANNEL, naming, called, account=account)
        readers.append(reader)
    [found] = findings(FindingType.NAME_WORDING, *readers)
    assert "“permanent diplomatic channel”" in found.reason


def matter(name: str, text: str, state: str, day: str = "2031-05-06") -> Reader:
    reader = Reader(document(name, text, day))
    reader.claim(Aspect.MATTER, Matter("return to power", REBELS, state), text)
    return reader


def test_papers_of_the_same_days_may_differ_on_what_became_of_a_matter() -> None:
    [found] = findings(
        FindingType.STATUS_DIFFERS,
        matter("a", "the imminent return of the rebels", "imminent"),
        matter("b", "the return of the rebels last week", "done", "2031-05-07"),
    )
    assert len(found.passages) == 2


def test_a_matter_may_move_in_a_month() -> None:
    assert not findings(
        FindingType.STATUS_DIFFERS,
        matter("a", "the imminent return of the rebels", "imminent"),
        matter("b", "the return of the rebels last week", "done", "2031-06-07"),
    )


def test_held_and_denied_come_before_all_else() -> None:
    first, _ = told("a")
    other, _ = told("b", status=Status.DENIED)
    found = compared(first, other).findings[0]
    assert found.type is FindingType.STATUS_DIFFERS


def test_planned_and_then_held_is_no_clash() -> None:
    first, _ = told("a", status=Status.PLANNED)
    other, _ = told("b")
    assert not findings(FindingType.STATUS_DIFFERS, first, other)


def test_two_durations_of_one_call_differ() -> None:
    readers = []
    for name, length in (("a", "PT45M"), ("b", "PT1H")):
        reader, account = told(name)
        reader.claim(Aspect.DURATION, length, "Firefly rang Trentino", account=account)
        readers.append(reader)
    assert findings(FindingType.DURATION_DIFFERS, *readers)


def test_a_person_whom_one_account_leaves_out_is_shown() -> None:
    first, _ = told("a")
    reader = Reader(document("b", "Firefly and Teasdale rang Trentino."))
    reader.contact("Firefly and Teasdale rang", FIREFLY, TEASDALE, TRENTINO, on="2031-05-05")
    other = with_cast(reader, person(TEASDALE, "FRD"))
    assert findings(FindingType.PARTICIPANTS_DIFFER, first, other)


def position(name: str, stance: str, about: str, day: str = "2031-05-06") -> Reader:
    reader = Reader(document(name, f"Freedonia {stance} {about}.", day))
    value = Position((FREEDONIA,), about, stance)
    reader.claim(Aspect.POSITION, value, f"{stance} {about}", attribution=said("FRD"))
    return reader


WITHHELD = ("would not yet recognise", "the Rebels of the hills")
OFFERED = ("has offered friendly relations to", "the Rebels of the hills")


def test_recognition_withheld_and_friendly_relations_offered_are_in_tension() -> None:
    [found] = findings(
        FindingType.TENSION, position("a", *WITHHELD), position("b", *OFFERED, day="2031-05-08")
    )
    assert "recognition withheld" in found.reason


def test_positions_on_two_counterparts_or_in_two_years_are_in_no_tension() -> None:
    other = (OFFERED[0], "the Herders of the plain")
    assert not findings(FindingType.TENSION, position("a", *WITHHELD), position("b", *other))
    late = position("b", *OFFERED, day="2032-05-08")
    assert not findings(FindingType.TENSION, position("a", *WITHHELD), late)
