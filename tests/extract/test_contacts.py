from dataclasses import replace

import pytest

from communique.catalog.tables import Body
from communique.extract.contacts.scene import set_contact_scene
from communique.extract.page import Cast, Page, Speeches
from communique.model.passages import Span
from communique.model.readings import Actor, ActorKey, Office
from communique.model.vocabulary import ActorKind, Aspect, BlockKind
from tests.extract.make_contacts import TABLES, document, read, shown

pytestmark = pytest.mark.slow

DOVIC, LUND, ORR = "person:Anton Dovic", "person:Vera Lund", "person:Pavel Orr"


def only(text: str, day: str | None = "2021-08-25") -> dict[str, object]:
    [row] = shown(read(text, day))
    return row


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Prime Minister Vera Lund spoke with President Anton Dovic on Monday.", "call"),
        ("President Anton Dovic phoned Prime Minister Vera Lund on Monday.", "call"),
        ("President Dovic and Prime Minister Lund held talks on Monday.", "talks"),
        ("President Dovic met Prime Minister Lund on Monday.", "meeting"),
        ("President Dovic and Prime Minister Lund met on Monday.", "meeting"),
        ("The king said President Dovic was received by Prime Minister Lund.", "meeting"),
        ("President Anton Dovic visited Ruritania on Monday.", "visit"),
        ("Lund's visit to Arcadia on Monday was criticised by farmers.", "visit"),
        ("President Dovic wrote to Prime Minister Lund on Monday.", "letter"),
        ("President Dovic sent a letter to Prime Minister Lund on Monday.", "letter"),
        ("The Dovic-Lund summit was postponed.", "summit"),
        ("Ruritania summoned the Arcadian ambassador on Monday.", "summons"),
        ("Ruritania expelled ten Arcadian diplomats on Monday.", "recall"),
        ("Arcadia and Ruritania signed a treaty on Monday.", "signing"),
        ("Arcadian and Ruritanian officials held consultations on Monday.", "talks"),
        ("Arcadia has maintained contacts with the Hill Front.", "contacts"),
    ],
)
def test_words_of_contact_give_its_form(text: str, form: str) -> None:
    assert only(text)["form"] == form


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("President Dovic met Prime Minister Lund on Monday.", "held"),
        ("President Dovic did not meet Prime Minister Lund.", "not held"),
        ("President Dovic will meet Prime Minister Lund on Friday.", "planned"),
        ("President Dovic is due to meet Prime Minister Lund on Friday.", "planned"),
        ("President Dovic plans to visit Ruritania next month.", "planned"),
        ("President Dovic refused to meet Prime Minister Lund.", "refused"),
        ("The palace denied that President Dovic had met Prime Minister Lund.", "denied"),
        ("President Dovic cancelled a meeting with Prime Minister Lund.", "cancelled"),
        ("President Dovic postponed a visit to Ruritania.", "postponed"),
        ("President Dovic offered to meet Prime Minister Lund.", "proposed"),
        ("Arcadia has maintained close contacts with the Hill Front.", "ongoing"),
    ],
)
def test_the_words_around_a_contact_give_its_status(text: str, status: str) -> None:
    assert only(text)["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "Arcadia met Ruritania in the final on Sunday.",
        "President Dovic spoke to reporters in Strelsau.",
        "President Dovic called for calm in Ruritania.",
        "President Dovic met Prime Minister Lund in 2018.",
        "President Dovic often meets Prime Minister Lund.",
        "It was the 14th time that Dovic and Lund have met.",
        "If President Dovic met Prime Minister Lund, farmers would cheer.",
        "President Dovic may meet Prime Minister Lund.",
        "Arcadia enjoys increased high-level exchanges with Ruritania.",
        "President Dovic met farmers on Monday.",
        "Did President Dovic meet Prime Minister Lund?",
        "The bishop urged Arcadia to hold talks with Ruritania.",
    ],
)
def test_background_and_other_dealings_make_no_contact(text: str) -> None:
    assert shown(read(text)) == []


def test_a_day_is_carried_over_from_words_on_the_same_parties() -> None:
    told = read(
        "President Anton Dovic and Prime Minister Vera Lund on Tuesday backed joint efforts.\n"
        "The two leaders discussed the drought during a phone conversation."
    )
    [date] = [one for one in told.claims if one.aspect is Aspect.DATE]
    assert getattr(date.value, "edtf", None) == "2021-08-24"
    assert "carried over" in getattr(date.value, "basis", "")


def test_the_day_of_the_document_is_never_the_day_of_the_contact() -> None:
    assert only("President Dovic met Prime Minister Lund.")["date"] == "../2021-08-25"


def test_an_undated_document_keeps_the_weekday_as_worded() -> None:
    row = only("President Dovic had also spoken to Prime Minister Lund on Monday.", None)
    assert str(row["date"]).startswith("weekday:1")


def test_a_sentence_on_the_call_gives_its_length() -> None:
    row = only(
        "President Dovic spoke to Prime Minister Lund on Monday. The call lasted 45 minutes."
    )
    assert row["duration"] == "PT45M"


def test_a_subheading_says_who_called_and_opens_nothing_alone() -> None:
    heading = "Lund phones Dovic, speak on drought"
    kinds = {heading: BlockKind.SUBHEADING}
    body = "Prime Minister Lund also spoke to President Anton Dovic on the drought."
    [row] = shown(read(f"{heading}\n{body}", headings=kinds))
    assert row["initiator"] == "Vera Lund"
    assert shown(read(f"{heading}\nFarmers met.", headings=kinds)) == []


def test_another_partner_is_another_contact() -> None:
    rows = shown(
        read(
            "President Dovic spoke to Prime Minister Lund on Tuesday.\n"
            "Dovic had also spoken to Foreign Minister Pavel Orr on Monday."
        )
    )
    assert [row["party"] for row in rows] == [(DOVIC, LUND), (DOVIC, ORR)]


def test_later_words_on_the_same_parties_belong_to_the_same_contact() -> None:
    text = (
        "President Dovic met Prime Minister Lund on Monday. The two leaders praised the rain.\n"
        "Farmers were glad. Wheat is scarce."
    )
    told = read(text)
    [account] = told.accounts
    at = text.index("praised")
    assert told.account_at(Span(at, at + 7)) == account
    far = text.index("scarce")
    assert told.account_at(Span(far, far + 6)) is None


def account_told(text: str, words: str, side: str | None) -> bool:
    told = read(text, side=side)
    at = text.index(words)
    return told.account_at(Span(at, at + len(words))) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Arcadia is ready to send pumps",
        "The importance of clean water was recalled",
        "It was agreed to remain in contact",
    ],
)
def test_in_a_side_s_own_text_on_one_contact_what_follows_is_of_it(words: str) -> None:
    text = f"President Dovic met Prime Minister Lund on Monday.\nWheat is scarce. {words}."
    assert account_told(text, words, "ARC")
    assert not account_told(text, words, None)


@pytest.mark.parametrize(
    "words",
    [
        "Arcadia will send pumps to Ruritania",
        "Concern was expressed over the floods in Vostland",
        "The situation in Vostland was discussed",
        "The leaders agreed that Arcadia will raise its taxes",
        "Arcadia will lower its tolls as agreed",
    ],
)
def test_words_of_dealing_keep_what_a_side_s_own_text_says_with_its_contact(words: str) -> None:
    text = f"President Dovic met Prime Minister Lund on Monday.\nWheat is scarce. {words}."
    assert account_told(text, words, "ARC")


@pytest.mark.parametrize(
    "words",
    [
        "Fighting on the border of Vostland went on",
        "The harvest in Vostland was poor",
        "Arcadia will raise its taxes next year",
    ],
)
def test_what_others_go_through_or_a_side_plans_alone_is_not_of_its_contact(words: str) -> None:
    text = f"President Dovic met Prime Minister Lund on Monday.\nWheat is scarce. {words}."
    assert not account_told(text, words, "ARC")


def test_a_side_s_own_text_comes_back_from_what_is_planned_with_a_new_paragraph() -> None:
    text = (
        "President Dovic phoned Prime Minister Lund on Monday.\nPresident Dovic will meet Prime "
        "Minister Lund in May. Wheat is scarce.\nGrain is cheap."
    )
    told = read(text, side="ARC")
    planned, held = (
        told.account_at(Span(at, at + 5)) for at in map(text.index, ("Wheat", "Grain"))
    )
    assert held == told.accounts[0]
    assert planned != held


@pytest.mark.parametrize(
    "text",
    [
        "President Dovic met Prime Minister Lund on Monday.\nOrr met Lund on Tuesday.\nX.",
        "President Dovic will meet Prime Minister Lund on 30 August.\nX.",
        "President Dovic met Prime Minister Lund on Monday.\nVostland says that X.",
    ],
)
def test_a_text_on_several_contacts_or_on_others_leaves_open_what_it_tells_of(text: str) -> None:
    words = "wheat is scarce"
    assert not account_told(text.replace("X", words), words, "ARC")


def test_a_body_alone_may_be_due_to_convene() -> None:
    row = only("The Lakeland Union is due to convene next month for its summit in Ruritania.")
    assert (row["party"], row["form"], row["status"], row["date"]) == (
        ("LKU",),
        "summit",
        "planned",
        "2021-09",
    )


def test_every_claim_rests_on_the_words_at_its_place() -> None:
    text = "President Dovic met Prime Minister Lund on Monday. The talks lasted two hours."
    told = read(text)
    assert told.claims
    for claim in told.claims:
        assert text[claim.passage.start : claim.passage.end] == claim.passage.exact


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("President Dovic and Prime Minister Lund agreed in a phone call to trade.", "held"),
        ("President Dovic told Prime Minister Lund during a visit that rain was due.", "held"),
        ("During his visit to Ruritania, President Dovic is expected to meet Lund.", "planned"),
        ("President Dovic took part in talks with Prime Minister Lund.", "held"),
        ("President Dovic pulled out of talks with Prime Minister Lund.", "cancelled"),
        ("President Dovic and Prime Minister Lund reportedly met on Monday.", "rumoured"),
        ("The palace said President Dovic would meet Prime Minister Lund on Friday.", "planned"),
        ("President Dovic is to host Prime Minister Lund in Arcadopolis on Friday.", "planned"),
        ("Ahead of talks with Prime Minister Lund, President Dovic praised rain.", "planned"),
        ("After talks with Prime Minister Lund, President Dovic praised rain.", "held"),
    ],
)
def test_clauses_around_a_contact_tell_what_was_done_and_what_is_to_come(
    text: str, status: str
) -> None:
    assert only(text)["status"] == status


def test_indirect_talks_ran_through_somebody() -> None:
    row = only("Arcadian and Ruritanian officials held indirect talks on Monday.")
    assert row["route"] == "mediated"


def test_a_journey_to_two_states_is_a_visit_to_each() -> None:
    rows = shown(read("Foreign Minister Pavel Orr will visit Arcadia and Ruritania in September."))
    assert [row["party"] for row in rows] == [("ARC", ORR), ("RUR", ORR)]


def test_dealings_of_one_state_with_itself_are_no_contact() -> None:
    assert shown(read("President Dovic met Arcadian officials on Monday.")) == []


def test_a_picture_with_a_full_date_tells_of_no_contact() -> None:
    text = "President Dovic shakes hands before a meeting with Vera Lund in Vost, May 6, 2021."
    assert shown(read(text)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("{} agreed to widen trade during a phone call on Tuesday.", "call"),
        ("{} voiced readiness to widen trade in a telephone conversation on Tuesday.", "call"),
        ("{} agreed to widen trade at their talks in Strelsau on Tuesday.", "talks"),
        ("{} pledged to step up patrols in a meeting on Tuesday.", "meeting"),
    ],
)
def test_the_contact_in_which_something_was_agreed_was_held(text: str, form: str) -> None:
    row = only(text.format("President Dovic and Prime Minister Lund"))
    assert (row["form"], row["status"], row["date"]) == (form, "held", "2021-08-24")


@pytest.mark.parametrize(
    "text",
    [
        "President Dovic and Prime Minister Lund agreed to discuss trade at a meeting on Tuesday.",
        "President Dovic and Prime Minister Lund agreed to meet on Tuesday.",
    ],
)
def test_a_contact_that_was_agreed_on_is_still_to_come(text: str) -> None:
    row = only(text)
    assert (row["status"], row["date"]) == ("planned", "2021-08-31")


def test_a_cancelled_meeting_has_the_day_that_it_was_planned_for() -> None:
    row = only(
        "Prime Minister Lund has cancelled a meeting with President Dovic that was planned for "
        "Friday in Vost, the Ruritanian foreign ministry said on Monday."
    )
    assert (row["status"], row["date"]) == ("cancelled", "2021-08-27")


def test_who_proposes_that_others_meet_proposes_a_contact() -> None:
    row = only(
        "Arcadia proposes that President Dovic and Prime Minister Lund meet in Strelsau in October."
    )
    assert (row["form"], row["status"], row["date"]) == ("meeting", "proposed", "2021-10")


def test_to_call_somebody_is_a_call_and_to_call_something_so_is_none() -> None:
    assert only("President Dovic called Prime Minister Lund on Sunday.")["form"] == "call"
    assert not shown(read("President Dovic called the plan of Prime Minister Lund a mistake."))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{} was to have met {} in Vost on Thursday.", "planned"),
        ("{} had been due to meet {} on Thursday.", "planned"),
        ("{} was to have met {} on Thursday but postponed the meeting.", "postponed"),
    ],
)
def test_what_was_to_have_been_lies_ahead_of_its_document(text: str, status: str) -> None:
    row = only(text.format("President Dovic", "Prime Minister Lund"))
    assert (row["status"], row["date"]) == (status, "2021-08-26")


def test_a_telephone_talk_is_a_call() -> None:
    row = only("President Dovic held a telephone talk with Prime Minister Lund on Monday.")
    assert (row["form"], row["means"], row["status"]) == ("call", "phone", "held")


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania denied that President Dovic had spoken with Prime Minister Lund.",
        "Ruritania rejected a report that Dovic and Lund had held secret talks.",
    ],
)
def test_a_contact_that_a_side_rejects_reports_of_is_denied(text: str) -> None:
    assert only(text)["status"] == "denied"


def test_who_holds_an_office_of_a_body_alone_acts_for_the_body() -> None:
    made = document("Nobody met.", None, {})
    body = Body(code="LKU", names=("Lakeland Union",))
    page = Page(made, (), replace(TABLES, bodies=(body,)))
    key = ActorKey("person:Ana Roth")

    def side(office: Office, *, is_former: bool = False) -> str | None:
        one = Actor(key, ActorKind.PERSON, "Ana Roth", (), None, None, (office,))
        cast = Cast((replace(one, is_former=is_former),), ())
        return set_contact_scene(page, cast, (), Speeches((), ())).side_of(key)

    assert side(Office("Secretary General", "LKU")) == "LKU"
    assert side(Office("Secretary General", "LKU"), is_former=True) is None
    assert side(Office("President", None)) is None
