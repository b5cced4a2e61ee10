"""One test for each of the 44 rows of the mission, named for it.

The seeds are not ours: a test points at its words by document, start and end.
"""

import pytest

from communique.model.readings import Position
from communique.model.vocabulary import (
    ActorKind,
    Aspect,
    AttributionMode,
    CellState,
    FindingType,
    Held,
    OriginalKind,
    Strength,
    UndertakingKind,
    Voice,
)
from tests.mission.seeds import Found, quotes

pytestmark = pytest.mark.slow

IN_RU = "2021-08-24-in-ru-call"
CN_RU = "by-2021-08-25-cn-ru-call"
PK_RU = "2021-08-25-pk-ru-call"
DE_IN = "2021-08-23-de-in-call"


def test_s01_permanent_channel_is_registered_once_and_named_by_one_side(found: Found) -> None:
    [channel] = [
        one
        for one in found.contents.channels
        if found.codes(one.parties) == {"IND", "RUS"} and "bilateral" in one.names[0][0] + one.kind
    ]
    assert channel.label == "in-ru-afghanistan"
    assert channel.topic == "Afghanistan"
    assert [(one.step, one.date) for one in channel.lifecycle] == [("announced", "2021-08-24")]
    assert channel.says == ("RUS",)
    assert channel.not_quoted == ("IND",)
    assert len({name for name, _ in channel.names}) >= 3
    assert {found.names[passage.document] for _, passage in channel.names} == {"001", "003"}


def test_s02_extended_troika_and_troika_plus_are_one_format(found: Found) -> None:
    [entry] = [one for one in found.contents.formats if one.label == "extended-troika"]
    assert {name.lower() for name, _ in entry.names} == {"extended troika", "troika plus"}
    assert entry.alias_basis is not None
    assert "background" in entry.alias_basis
    assert found.codes(entry.members) == {"PAK", "RUS"}
    values = [c.value for c in found.claims("002", 794, 818, Aspect.POSITION)]
    assert any(isinstance(v, Position) and found.codes(v.holder) == {"PAK"} for v in values)
    [voice] = {c.voice for c in found.claims("001", 617, 639, Aspect.POSITION)}
    assert voice is Voice.OUTLET


def test_s03_undertakings_within_the_sco_stand_on_its_page(found: Found) -> None:
    [entry] = [one for one in found.contents.formats if one.body == "SCO"]
    within = [one for one in found.contents.undertakings if one.id in entry.undertakings]
    by = {frozenset(found.codes(one.by)): one for one in within}
    assert by[frozenset({"CHN", "RUS"})].said_by == ()
    assert by[frozenset({"PAK", "RUS"})].said_by == ("PAK",)


def test_s04_the_sco_summit_is_scheduled_for_a_month(found: Found) -> None:
    [summit] = [
        one for one in found.contents.contacts if any(v.value == "planned" for v in one.status)
    ]
    assert [v.value for v in summit.form] == ["summit"]
    assert [v.value for v in summit.date] == ["2021-09"]
    assert "next month" in (summit.date[0].basis or "")
    assert [v.value for v in summit.place] == ["Tajikistan"]
    assert {found.names[one.document] for one in summit.accounts} == {"000", "002"}


def test_s05_arms_offer_goes_to_some_members_of_a_body_through_an_agency(found: Found) -> None:
    [offer] = found.undertakings(UndertakingKind.READINESS, "000", 1497, 1523)
    assert found.codes(offer.by) == {"RUS"}
    assert offer.to is not None
    assert "CSTO" in offer.to
    assert "border Afghanistan" in offer.to
    [claim] = [one for one in found.contents.claims if one.id in offer.claims]
    assert "deputy prime minister" in claim.attribution.chain[0]
    assert "RIA" in claim.attribution.chain[-1]
    assert claim.attribution.side == "RUS"


def test_s06_tasking_of_officials_is_offered_as_a_counterpart_and_not_merged(found: Found) -> None:
    [tasking] = found.undertakings(UndertakingKind.INSTRUCTION, "003", 965, 988)
    assert found.codes(tasking.by) == {"IND", "RUS"}
    assert tasking.said_by == ("IND",)
    assert tasking.due is None
    offered = [
        one
        for one in found.contents.offers
        if any(found.touches(p, "003", 999, 1017) for p in one.passages)
        and any("channel" in p.exact for p in one.passages)
    ]
    assert offered


def test_s07_a_line_through_diplomatic_agencies_loses_a_detail(found: Found) -> None:
    assert any(
        found.codes(one.parties) == {"CHN", "RUS"}
        and any("diplomatic agencies" in name for name, _ in one.names)
        for one in found.contents.channels
    )
    assert found.findings(
        FindingType.DETAIL_DROPPED,
        ("000", 693, 720),
        ("002", 2003, 2041),
    )


def test_s08_a_schedule_was_discussed_and_is_carried_over(found: Found) -> None:
    [entry] = found.undertakings(UndertakingKind.SCHEDULE, "001", 2117, 2142)
    assert found.codes(entry.by) == {"IND", "RUS"}
    assert entry.due is None
    [claim] = [one for one in found.contents.claims if one.id in entry.claims]
    assert claim.attribution.mode is AttributionMode.CARRIED_OVER


def test_s09_one_tweet_in_two_papers_is_one_undertaking(found: Found) -> None:
    [entry] = found.undertakings(UndertakingKind.AGREEMENT, "001", 1011, 1032)
    assert {found.names[one.document] for one in entry.passages} == {"001", "004"}
    assert found.codes(entry.by) == {"IND", "RUS"}
    assert entry.said_by == ("IND",)
    originals = {
        one.attribution.original for one in found.contents.claims if one.id in entry.claims
    }
    assert len(originals) == 1


def test_s10_exactly_four_calls_with_their_dates(found: Found) -> None:
    calls = {
        one.label: one
        for one in found.contents.contacts
        if [v.value for v in one.status] == ["held"]
    }
    assert set(calls) == {DE_IN, IN_RU, PK_RU, CN_RU}
    assert {one.value for call in calls.values() for one in call.form} == {"call"}
    assert [v.value for v in calls[IN_RU].duration] == ["PT45M"]
    assert calls[IN_RU].initiator == ()
    [initiator] = calls[CN_RU].initiator
    assert found.codes([initiator.actor or ""]) == {"RUS"}
    assert [v.value for v in calls[CN_RU].date] == ["../2021-08-25"]
    reports = {
        label: {found.names[one.document] for one in call.accounts} for label, call in calls.items()
    }
    assert reports == {
        DE_IN: {"003", "004"},
        IN_RU: {"001", "003", "004"},
        PK_RU: {"002"},
        CN_RU: {"000", "002"},
    }
    assert [v.value for v in calls[IN_RU].means] == ["phone"]
    assert [v.value for v in calls[IN_RU].date] == ["2021-08-24"]


def test_s11_an_invitation_waits_for_an_answer(found: Found) -> None:
    [entry] = found.undertakings(UndertakingKind.INVITATION, "002", 1429, 1451)
    assert found.codes(entry.by) == {"PAK"}
    assert "Putin" in (entry.to or "")
    assert entry.state == "open"
    assert entry.said_by == ("PAK",)


def test_s12_a_count_of_exchanges_is_no_contact(found: Found) -> None:
    assert not [
        one for one in found.claims("002", 946, 976) if one.aspect in (Aspect.PARTY, Aspect.FORM)
    ]


def test_s13_contacts_with_a_party_that_is_no_state_continue(found: Found) -> None:
    [entry] = [
        one for one in found.contents.contacts if [v.value for v in one.status] == ["ongoing"]
    ]
    assert [v.value for v in entry.form] == ["contacts"]
    assert {one.state or one.name for one in entry.parties} == {
        "CHN",
        "RUS",
        "Taliban leadership",
    }
    assert {found.names[one.document] for one in entry.accounts} == {"001"}
    assert entry.sides == ()
    assert entry.means == entry.place == ()


def test_s14_embassies_kept_open_are_presence(found: Found) -> None:
    open_in = {
        (found.codes([one.state]).pop(), one.place): {found.names[d] for d in one.documents}
        for one in found.contents.presence
        if one.is_open
    }
    assert open_in == {("RUS", "Kabul"): {"001", "004"}, ("CHN", "Kabul"): {"001"}}


def test_s15_alignment_of_the_nineties_leaks_into_no_contact(found: Found) -> None:
    states = {party.state for one in found.contents.contacts for party in one.parties}
    assert states.isdisjoint({"IRN", "TUR", "TJK"})
    assert not [
        one
        for one in found.claims("003", 144, 170)
        if one.voice is not Voice.BACKGROUND and one.aspect is not Aspect.MATTER
    ]


def test_s16_an_appeal_of_the_un_is_a_stance_and_no_contact(found: Found) -> None:
    claims = found.claims("000", 1442, 1466, Aspect.POSITION)
    assert any(isinstance(one.value, Position) and one.value.holder == ("UN",) for one in claims)


def test_s17_an_intended_outreach_is_at_most_proposed(found: Found) -> None:
    others = {
        (found.names[passage.document], status.value)
        for one in found.contents.contacts
        if {party.state for party in one.parties} >= {"GBR"}
        for passage in one.passages
        for status in one.status
    }
    assert others <= {("004", "proposed")}
    speeches = found.claims("004", 2756, 2797)
    assert any(
        "Raab" in one.attribution.chain[0] and "Sunday Telegraph" in one.attribution.chain[-1]
        for one in speeches
        if one.attribution.chain
    )


def test_s18_also_read_is_a_lead_and_no_evidence(found: Found) -> None:
    [lead] = found.documents["004"].leads
    assert "go into a huddle" in lead.exact
    assert not found.claims("004", 986, 1025)


def test_s19_military_exercises_create_no_contact_with_a_date(found: Found) -> None:
    assert not [
        one for one in found.claims("004", 2233, 2264) if one.aspect in (Aspect.PARTY, Aspect.FORM)
    ]


def test_s20_strength_is_kept_and_a_stronger_lead_is_flagged(found: Found) -> None:
    [intention] = found.undertakings(UndertakingKind.INTENTION, "001", 1414, 1434)
    assert intention.said_by == ("RUS",)
    stressed = found.claims("003", 2619, 2656)
    assert {one.strength for one in stressed} == {Strength.NOTED}
    assert found.findings(
        FindingType.STRENGTH_DIFFERS,
        ("001", 1414, 1446),
        ("003", 2619, 2656),
    )
    assert found.findings(
        FindingType.STRONGER,
        ("000", 98, 123),
        ("000", 284, 321),
    )
    assert found.findings(
        FindingType.QUOTE_DRIFT,
        ("000", 335, 393),
        ("002", 1843, 1896),
    )


def test_s21_thanks_are_no_promise(found: Found) -> None:
    [readiness] = found.undertakings(UndertakingKind.READINESS, "002", 2564, 2586)
    assert found.codes(readiness.by) == {"CHN"}
    thanks = found.claims("001", 1910, 1938)
    assert thanks
    assert Aspect.UNDERTAKING not in {one.aspect for one in thanks}


def test_s22_touched_upon_is_a_topic_and_resolve_is_repeated(found: Found) -> None:
    touched = found.claims("001", 1738, 1765, Aspect.TOPIC)
    assert {one.strength for one in touched} == {Strength.TOUCHED_UPON}
    [resolve] = found.undertakings(UndertakingKind.RESOLVE, "002", 1107, 1147)
    assert resolve.is_repeated
    assert found.codes(resolve.by) == {"PAK"}


def test_s23_early_is_not_a_date(found: Found) -> None:
    [resolve] = found.undertakings(UndertakingKind.RESOLVE, "002", 1194, 1222)
    assert resolve.due is not None
    assert resolve.due.edtf is None
    assert resolve.due.expression == "early"
    [project] = found.contents.projects
    assert "Pakistan Stream" in project.name
    assert resolve.id in project.undertakings


def test_s24_a_plan_of_others_is_opposed_by_a_leader(found: Found) -> None:
    claims = found.claims("004", 1878, 1900, Aspect.POSITION)
    assert any(
        isinstance(one.value, Position)
        and found.codes(one.value.holder) == {"RUS"}
        and "plan" in one.value.matter
        for one in claims
    )
    runs = [
        one
        for one in found.contents.shared_runs
        if {found.names[d] for d in one.documents} == {"000", "002"}
    ]
    assert runs


def test_s25_recognition_has_three_conditions(found: Found) -> None:
    positions = [
        one
        for one in found.contents.positions
        if any(found.touches(p, "003", 2074, 2102) for p in one.passages)
    ]
    assert [found.codes(one.holder) for one in positions] == [{"IND"}]
    assert len(positions[0].conditions) == 3


def test_s26_positions_sit_ill_together_without_contradiction(found: Found) -> None:
    assert found.findings(
        FindingType.TENSION,
        ("004", 1363, 1413),
        ("000", 1347, 1385),
    )


def test_s27_a_pledge_is_claimed_by_another(found: Found) -> None:
    [pledge] = found.undertakings(UndertakingKind.PLEDGE, "000", 2006, 2030)
    assert any("Taliban" in found.actors[one].name for one in pledge.by)
    assert pledge.said_by == ("CHN",)


def test_s28_remarks_inside_a_call_keep_their_speaker(found: Found) -> None:
    remarks = [
        *found.claims("002", 3137, 3183),
        *found.claims("002", 2867, 2896),
        *found.claims("002", 3278, 3312),
    ]
    assert remarks
    for one in remarks:
        assert one.attribution.speaker is not None
        assert found.actors[one.attribution.speaker].name.endswith("Jinping")
        assert one.attribution.original is None
    assert found.contact(CN_RU).unattributed == ("CHN",)


def test_s29_calls_on_third_parties_are_positions(found: Found) -> None:
    stay = found.claims("002", 580, 617, Aspect.POSITION)
    assert any(
        isinstance(one.value, Position)
        and "international community" in (one.value.addressee or "")
        and found.codes(one.value.holder) == {"PAK"}
        for one in stay
    )
    assert found.claims("002", 436, 469)


def test_s30_labels_are_kept_by_dyad_and_user(found: Found) -> None:
    special, partners, comprehensive = (words.removeprefix("the two ") for words in quotes("S30"))
    labels = {one.label: one for one in found.contents.labels}
    assert found.codes(labels[special].dyad) == {"IND", "RUS"}
    assert labels[special].said_by == ("RUS",)
    assert labels[partners].said_by == ("IND",)
    assert found.codes(labels[comprehensive].dyad) == {"CHN", "RUS"}
    assert labels[comprehensive].said_by == ("CHN",)


def test_s31_sour_relations_are_the_outlets_background(found: Found) -> None:
    assert not [
        one
        for start, end in ((2894, 2929), (3237, 3264))
        for one in found.claims("004", start, end)
        if one.aspect in (Aspect.PARTY, Aspect.FORM) or one.voice is Voice.SIDE
    ]


def test_s32_an_embassy_readout_is_an_original_held_in_excerpts(found: Found) -> None:
    [readout] = [
        one
        for one in found.contents.originals
        if one.kind is OriginalKind.READOUT and one.side == "RUS"
    ]
    assert readout.held is Held.EXCERPTS
    assert len(readout.passages) >= 4
    [added] = found.undertakings(UndertakingKind.AGREEMENT, "001", 1624, 1650)
    assert readout.id in {
        one.attribution.original for one in found.contents.claims if one.id in added.claims
    }


def test_s33_silence_is_not_called_from_an_excerpt(found: Found) -> None:
    [release] = [
        one
        for one in found.contents.originals
        if one.side == "IND" and one.kind is OriginalKind.RELEASE
    ]
    assert release.held is Held.EXCERPTS
    [point] = [
        one
        for one in found.contact(IN_RU).points
        if "channel" in one.words and one.aspect is Aspect.UNDERTAKING
    ]
    states = {cell.column: cell.state for cell in point.cells}
    assert states[release.id] is CellState.NOT_QUOTED


def test_s34_embassy_and_kremlin_carry_one_text(found: Found) -> None:
    origins = found.contact(IN_RU).origins
    assert len(origins) == 3
    [russian] = [one for one in origins if {found.originals[o].side for o in one} == {"RUS"}]
    assert len(russian) == 2
    assert found.contact(IN_RU).sides == ("IND", "RUS")


def test_s35_a_split_tweet_is_one_original_in_two_papers(found: Found) -> None:
    [tweet] = [one for one in found.contents.originals if one.kind is OriginalKind.POST]
    assert tweet.side == "IND"
    assert {found.names[one] for one in tweet.documents} == {"001", "004"}
    assert len([p for p in tweet.passages if found.names[p.document] == "004"]) >= 2


def test_s36_chains_are_kept_and_unnamed_links_allowed(found: Found) -> None:
    tass = found.claims("000", 284, 321, Aspect.UNDERTAKING)
    assert {one.attribution.side for one in tass} == {None}
    assert any("Tass" in link for one in tass for link in one.attribution.chain)
    media = found.claims("002", 2003, 2041, Aspect.UNDERTAKING)
    assert any("international media reports" in c for one in media for c in one.attribution.chain)
    contact = found.contact(CN_RU)
    assert len(contact.origins) == 1
    assert contact.sides == ("RUS",)


def test_s37_an_attribution_in_the_lead_is_carried_over_and_ends(found: Found) -> None:
    lead = found.claims("002", 145, 194, Aspect.FORM)
    assert {one.attribution.side for one in lead} == {"PAK"}
    assert AttributionMode.CARRIED_OVER not in {one.attribution.mode for one in lead}
    later = found.claims("002", 1277, 1304, Aspect.UNDERTAKING)
    assert {one.attribution.mode for one in later} == {AttributionMode.CARRIED_OVER}
    assert found.contact(PK_RU).sides == ("PAK",)
    assert len(found.contact(PK_RU).origins) == 1
    xi = found.claims("002", 2564, 2591)
    assert "PAK" not in {one.attribution.side for one in xi}


def test_s38_an_official_is_quoted_by_an_agency_in_the_passive(found: Found) -> None:
    [claim] = found.claims("000", 1497, 1523, Aspect.UNDERTAKING)
    assert claim.attribution.wording is not None
    assert "was quoted as saying" in claim.attribution.wording.exact
    assert len(claim.attribution.chain) == 2


def test_s39_an_outlets_analysis_stands_in_no_column(found: Found) -> None:
    for document, start, end in (
        ("001", 695, 726),
        ("003", 1824, 1859),
    ):
        assert not [one for one in found.claims(document, start, end) if one.voice is Voice.SIDE]


def test_s40_earlier_statements_are_not_part_of_the_call(found: Found) -> None:
    for document, start, end in (
        ("003", 1703, 1747),
        ("003", 1948, 1982),
        ("004", 1711, 1750),
    ):
        claims = found.claims(document, start, end)
        assert claims
        assert {one.contact for one in claims if one.aspect is not Aspect.MATTER} == {None}


def test_s41_furniture_yields_nothing_and_offsets_hold(found: Found) -> None:
    for document, start, end in (
        ("002", 90, 101),
        ("003", 309, 331),
        ("000", 2185, 2196),
        ("004", 33, 40),
        ("003", 0, 13),
    ):
        assert not found.claims(document, start, end)
        assert any(
            found.touches(passage, document, start, end)
            for passage in found.documents[document].furniture
        )
    for claim in found.contents.claims:
        text = found.texts[found.names[claim.passage.document]]
        assert text[claim.passage.start : claim.passage.end] == claim.passage.exact


def test_s42_each_document_has_its_date_and_basis(found: Found) -> None:
    dates = {name: one.published for name, one in found.documents.items()}
    assert {name: when and when.edtf for name, when in dates.items()} == {
        "000": "2021-08-25",
        "001": "2021-08-25",
        "002": "2021-08-26",
        "003": "2021-08-24T23:01+05:30",
        "004": None,
    }
    for name in ("000", "001", "002"):
        basis = dates[name]
        assert basis is not None
        assert "line" in basis.basis
    assert found.documents["004"].placed_by is not None
    assert "2021-08-24" in found.documents["004"].placed_by


def test_s43_one_person_across_spellings_and_orders(found: Found) -> None:
    people = [one for one in found.contents.actors if one.kind is ActorKind.PERSON]
    [putin] = [one for one in people if "Vladimir Putin" in one.names]
    assert "Vladmir Putin" in putin.names
    assert putin.name == "Vladimir Putin"
    [xi] = [one for one in people if "Xi Jinping" in one.names]
    assert "Jinping" in xi.names
    assert (xi.name, xi.state) == ("Xi Jinping", "CHN")
    [jaishankar] = [one for one in people if any("Jaishankar" in name for name in one.names)]
    assert jaishankar.state == "IND"


def test_s44_accounts_differ_on_what_became_of_the_matter(found: Found) -> None:
    assert found.findings(
        FindingType.STATUS_DIFFERS,
        ("001", 286, 334),
        ("003", 795, 819),
    )
