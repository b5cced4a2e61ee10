"""What is near a contact and none, and what tells more of one: who moved first, for how long."""

import pytest

from tests.extract.make_contacts import read, shown

pytestmark = pytest.mark.slow

DOVIC, LUND, ORR = "person:Anton Dovic", "person:Vera Lund", "person:Pavel Orr"
PAIR = ("President Anton Dovic", "Prime Minister Vera Lund")


def rows(text: str) -> list[dict[str, object]]:
    return shown(read(text.format(*PAIR), "2021-08-25"))


@pytest.mark.parametrize(
    "text",
    [
        "Neither {} nor {} confirmed that they had spoken.",
        "{} has spoken to {} by phone at least three times since March.",
        "{} held phone calls with {} over the past year.",
        "Arcadia is not speaking to Ruritania.",
        "No meeting between {} and {} is planned.",
        "Women of Vostland who meet with Arcadian and Ruritanian officials wear scarves.",
        "The king spoke after talks with {} and {}.",
        "Arcadia and Ruritania summoned the guests.",
    ],
)
def test_near_a_contact_is_not_one(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Pavel Orr denied reports that {} had met {} on Monday.",
        "The palace dismissed as false a report that {} met {} on Monday.",
    ],
)
def test_a_report_that_is_denied_tells_of_a_contact_denied(text: str) -> None:
    [row] = rows(text)
    assert row["status"] == "denied"


def test_what_was_hoped_for_was_not_held() -> None:
    [row] = rows("{} hoped to meet {} in September.")
    assert row["status"] == "proposed"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{} will speak to {} by phone ahead of the summit in June.", None),
        ("A meeting between {} and {} planned for Friday was cancelled on Monday.", "2021-08-27"),
        ("{} met {} on Monday, days before the harvest fair in September.", "2021-08-23"),
        ("{} met {} on Monday just as farmers fear the storm next week.", "2021-08-23"),
    ],
)
def test_the_time_of_another_event_is_not_the_contacts(text: str, date: str | None) -> None:
    [row] = rows(text)
    assert row.get("date") == date


@pytest.mark.parametrize(
    ("text", "starter"),
    [
        ("{} spoke with {} by phone on Monday at the initiative of Ruritania.", "Vera Lund"),
        ("At Arcadia's request, {} and {} met on Monday.", "Anton Dovic"),
        ("{} received a phone call from {} on Monday.", "Vera Lund"),
    ],
)
def test_words_beside_a_contact_tell_who_moved_first(text: str, starter: str) -> None:
    [row] = rows(text)
    assert row["initiator"] == starter


@pytest.mark.parametrize(
    "text",
    [
        "The Arcadian ambassador was summoned to the Ruritanian foreign ministry on Monday.",
        "Ruritania summoned the Arcadian ambassador on Monday.",
    ],
)
def test_an_ambassador_is_called_in_by_whom_he_is_sent_to(text: str) -> None:
    [row] = rows(text)
    assert row["form"] == "summons"


def test_contacts_that_are_kept_up_regularly_are_continuing() -> None:
    [row] = rows("Arcadia has kept up regular contacts with the Hill Front.")
    assert row["status"] == "ongoing"


def test_separate_talks_with_two_are_two_contacts() -> None:
    found = rows("{} held separate talks on Monday with {} and Foreign Minister Pavel Orr.")
    assert [row["party"] for row in found] == [(DOVIC, LUND), (DOVIC, ORR)]


def test_what_they_also_discussed_opens_no_second_contact() -> None:
    [row] = rows("{} phoned {} on Monday. The king was away. They also discussed the harvest.")
    assert row["form"] == "call"


def test_the_country_gone_to_is_the_state_named_before() -> None:
    [row] = rows("Ruritania hopes for rain ahead of the visit of {} to the country next week.")
    assert (row["form"], row["status"]) == ("visit", "planned")
