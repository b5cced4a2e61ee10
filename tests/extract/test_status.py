"""What becomes of a contact: held, planned, refused, denied, or nothing that is told at all."""

import pytest

from tests.extract.make_contacts import read, shown

pytestmark = pytest.mark.slow

PAIR = ("President Anton Dovic", "Prime Minister Vera Lund")


def statuses(text: str) -> list[object]:
    return [row["status"] for row in shown(read(text.format(*PAIR), "2021-08-25"))]


@pytest.mark.parametrize(
    "text",
    [
        "{} and {} did not meet in Strelsau on Monday.",
        "Neither {} nor {} met the other on Monday.",
        "At no time did {} meet {} in Strelsau on Monday.",
        "There was no meeting between {} and {} on Monday.",
        "No talks took place between {} and {} on Monday.",
        "{} left Strelsau on Monday without meeting {}.",
        "{} was unable to meet {} on Monday.",
    ],
)
def test_what_an_account_says_did_not_take_place_was_not_held(text: str) -> None:
    assert set(statuses(text)) <= {"not held"}


@pytest.mark.parametrize(
    "text",
    [
        "The palace denied that {} had met {} on Monday.",
        "The palace has repeatedly denied that {} met {} on Monday.",
        "The palace said reports that {} had met {} were untrue.",
        "Reports that {} had met {} are false, the palace said.",
        "The palace described the report that {} met {} as fake.",
        "It is not true that {} met {} on Monday, the palace said.",
    ],
)
def test_what_a_party_denies_is_denied_and_never_held(text: str) -> None:
    assert statuses(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "The palace neither confirmed nor denied that {} had met {}.",
        "The palace refused to say whether {} had met {}.",
        "There was no evidence that {} had met {}.",
        "{} did not rule out a meeting with {}.",
        "{} refused to rule out a meeting with {}.",
        "No date has been set for a meeting between {} and {}.",
        "{} has no plans to meet {}.",
        "{} is unlikely to meet {}.",
        "{} would meet {} if the border reopened.",
        "Had {} met {}, the harvest would have been saved.",
        "Were {} to meet {}, farmers would cheer.",
        "It is time for {} to meet {}, the bishop said.",
        "{} has never met {}.",
        "{} and {} meet once a year.",
        "{} and {} used to meet in a tea house.",
        "The third time {} met {}, they danced.",
    ],
)
def test_what_is_open_supposed_or_usual_tells_of_no_contact(text: str) -> None:
    assert statuses(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{} turned down a meeting with {}.", "refused"),
        ("{} has ruled out a meeting with {}.", "refused"),
        ("{} has called off a meeting with {}.", "cancelled"),
        ("{} has dropped plans for a meeting with {}.", "cancelled"),
        ("Talks between {} and {} were put on hold.", "postponed"),
        ("{} has asked for a meeting with {}.", "proposed"),
        ("{} is open to talks with {}.", "proposed"),
        ("{} is going to meet {} on Friday.", "planned"),
        ("A meeting between {} and {} has not been cancelled, the palace said.", "planned"),
        ("{} is said to have met {} on Monday.", "rumoured"),
        ("According to unconfirmed reports, {} met {} on Monday.", "rumoured"),
        ("Talks between {} and {} are under way in Strelsau.", "ongoing"),
    ],
)
def test_words_above_a_contact_say_what_becomes_of_it(text: str, status: str) -> None:
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "{} denied wrongdoing in a call with {} on Monday.",
        "In a meeting with {} on Monday, {} refused to give way.",
        "{} did meet {} on Monday, the palace confirmed.",
        "Talks between {} and {} broke down on Monday.",
        "{} could not persuade {} when they met on Monday.",
    ],
)
def test_what_is_denied_or_refused_at_a_contact_leaves_the_contact_held(text: str) -> None:
    assert statuses(text) == ["held"]


def test_what_was_to_have_been_and_was_called_off_is_cancelled() -> None:
    assert statuses("{} was to have met {} on Monday but cancelled.") == ["cancelled"]
