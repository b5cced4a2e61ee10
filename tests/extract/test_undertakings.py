from typing import Any

import pytest

from communique.model.readings import Undertaking
from communique.model.vocabulary import Aspect, Strength, UndertakingKind
from tests.extract.make_scene import read

pytestmark = pytest.mark.slow
BOTH = ("person:Milan Darva", "person:Ana Belk")


def undertakings(text: str, **where: Any) -> list[Undertaking]:
    return [
        one.value
        for one in read(text, **where)
        if one.aspect is Aspect.UNDERTAKING and isinstance(one.value, Undertaking)
    ]


def test_the_two_leaders_are_the_parties_of_the_contact() -> None:
    [one] = undertakings("The two leaders agreed to open a border post.", parties=BOTH)
    assert (one.kind, one.by) == (UndertakingKind.AGREEMENT, ("OST", "VOS"))


def test_we_in_a_sides_words_means_both_parties_of_the_contact() -> None:
    [one] = undertakings("We agreed to continue talks on water.", parties=BOTH, side="VOS")
    assert one.by == ("OST", "VOS")


def test_two_verbs_of_one_agreement_are_two_undertakings() -> None:
    found = undertakings("Vostland and Ostania agreed to share data and build a bridge.")
    assert [one.what for one in found] == ["share data", "build a bridge"]


def test_an_included_thing_is_an_undertaking_of_its_own() -> None:
    found = undertakings(
        "Darva reiterated the resolve to widen trade, including the early completion of the dam.",
        parties=BOTH,
    )
    assert [one.what for one in found] == ["widen trade", "the early completion of the dam"]
    assert [one.due.expression if one.due else None for one in found] == [None, "early"]
    assert all(one.is_repeated for one in found)


def test_officials_who_are_told_to_act_stand_apart_from_who_tells_them() -> None:
    [one] = undertakings(
        "The two leaders instructed their foreign ministers to draw up a list.", parties=BOTH
    )
    assert one.kind is UndertakingKind.INSTRUCTION
    assert one.to == "their foreign ministers"
    assert one.what == "draw up a list"


def test_an_invitation_waits_for_the_one_invited() -> None:
    [one] = undertakings("President Milan Darva invited President Ana Belk to visit the coast.")
    assert (one.kind, one.by) == (UndertakingKind.INVITATION, ("VOS",))
    assert one.to == "President Ana Belk"


@pytest.mark.parametrize(
    "text",
    [
        "President Milan Darva thanked President Ana Belk and invited him to visit Vostland.",
        "Darva congratulated Belk on the vote and invited her to visit the coast.",
    ],
)
def test_a_pronoun_of_the_one_invited_is_the_one_spoken_of_beside(text: str) -> None:
    [one] = undertakings(text)
    assert (one.kind, one.by, one.to) == (UndertakingKind.INVITATION, ("VOS",), "Belk")


def test_a_pronoun_of_the_one_invited_is_the_other_party() -> None:
    [one] = undertakings("Darva invited her to visit the coast.", parties=BOTH)
    assert (one.by, one.to) == (("VOS",), "Belk")


def test_readiness_under_a_condition_keeps_it() -> None:
    [one] = undertakings(
        "Vostland is ready to send pumps if the road to Ostania is opened.", side="VOS"
    )
    assert (one.kind, one.what) == (UndertakingKind.READINESS, "send pumps")
    assert one.condition == "if the road to Ostania is opened"


def test_an_offer_names_whom_it_is_made_to() -> None:
    [one] = undertakings(
        "Vostland is ready to supply grain to its partners in the Lakeland Union.", side="VOS"
    )
    assert one.kind is UndertakingKind.READINESS
    assert one.to == "its partners in the Lakeland Union"


def test_an_agreement_is_tied_to_the_body_it_is_to_be_carried_out_in() -> None:
    [one] = undertakings("Vostland and Ostania agreed to cooperate within the Lakeland Union.")
    assert one.within == "LKU"


def test_a_condition_is_kept_with_what_hangs_on_it() -> None:
    [one] = undertakings("Vostland said it would lift the embargo if Ostania freed the sailors.")
    assert one.kind is UndertakingKind.CONDITION
    assert one.condition == "if Ostania freed the sailors"


def test_a_pledge_belongs_to_the_promisor_and_is_claimed_by_the_speaker() -> None:
    [one] = undertakings(
        "The Hill Front must honour its pledge of freeing the sailors.", side="VOS"
    )
    assert (one.kind, one.by) == (UndertakingKind.PLEDGE, ("group:Hill Front",))
    assert one.to is None


def test_a_pledge_is_made_to_whom_its_words_name() -> None:
    [one] = undertakings(
        "The Hill Front must honour its pledge of giving grain to Ostania.", side="VOS"
    )
    assert one.to == "Ostania"


def test_two_who_will_do_something_together_have_agreed_in_the_words_of_the_text() -> None:
    [claim] = [
        one
        for one in read("Vostland and Ostania will establish a joint fund.")
        if one.aspect is Aspect.UNDERTAKING
    ]
    assert claim.strength is Strength.AGREED


@pytest.mark.parametrize(
    "text",
    [
        "Vostland is expected to agree to share data with Ostania.",
        "Vostland and Ostania did not agree to share data.",
        "Vostland and Ostania failed to agree on a date.",
        "If Vostland and Ostania agreed to share data, prices would fall.",
        "Have Vostland and Ostania agreed to share data?",
        "Nobody knows what Vostland is willing to do for Ostania.",
        "Vostland vowed to retaliate against Ostania.",
        "The company agreed to buy its rival in Ostania.",
        "Vostland stressed the need to share data with Ostania.",
        "Vostland has no plans to meet Ostania.",
    ],
)
def test_what_nobody_undertook_is_no_undertaking(text: str) -> None:
    assert undertakings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vostland and Ostania agreed to widen trade during a phone call on Tuesday.",
        "Vostland and Ostania voiced readiness to widen trade in a telephone call on Tuesday.",
        "Vostland and Ostania agreed to widen trade at their talks in Velmar on Tuesday.",
    ],
)
def test_when_and_how_it_was_agreed_is_no_part_of_what_was_agreed(text: str) -> None:
    [one] = undertakings(text)
    assert (one.what, one.due) == ("widen trade", None)


@pytest.mark.parametrize(
    ("text", "to", "what"),
    [
        (
            "Vostland promised Ostania on Tuesday to answer the note.",
            "Ostania",
            "answer the note",
        ),
        (
            "Vostland assured Ostania that it would not close the border.",
            "Ostania",
            "it would not close the border",
        ),
        (
            "Darva pledged to Belk by telephone to clear the mines.",
            "Belk",
            "clear the mines",
        ),
        (
            "Vostland pledged 40 million crowns in flood aid to Ostania.",
            "Ostania",
            "40 million crowns in flood aid to Ostania",
        ),
    ],
)
def test_a_promise_names_whom_it_is_given_to(text: str, to: str, what: str) -> None:
    [one] = undertakings(text)
    assert (one.kind, one.by, one.to) == (UndertakingKind.RESOLVE, ("VOS",), to)
    assert one.what == what


def test_what_another_side_says_was_promised_is_a_pledge() -> None:
    [one] = undertakings("Ostania has promised not to station radar there.", side="VOS")
    assert (one.kind, one.by) == (UndertakingKind.PLEDGE, ("OST",))


def test_assurances_that_were_received_bind_whoever_gave_them() -> None:
    [one] = undertakings(
        "Darva said that he had received assurances from Ostania that the pass would stay open."
    )
    assert (one.kind, one.by) == (UndertakingKind.PLEDGE, ("OST",))
    assert one.what == "the pass would stay open"


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("provided that Ostania opens the road", "provided that Ostania opens the road"),
        ("on condition that Ostania frees them", "on condition that Ostania frees them"),
        ("as long as Ostania keeps the peace", "as long as Ostania keeps the peace"),
        ("only if Ostania does the same", "only if Ostania does the same"),
    ],
)
def test_a_condition_is_kept_in_whatever_words_it_comes(words: str, condition: str) -> None:
    [one] = undertakings(f"Vostland is ready to send pumps {words}.", side="VOS")
    assert (one.what, one.condition) == ("send pumps", condition)


def test_whoever_signs_with_another_binds_both() -> None:
    [one] = undertakings("Vostland signed a treaty on fishing rights with Ostania.")
    assert (one.kind, one.by) == (UndertakingKind.AGREEMENT, ("OST", "VOS"))


def test_what_was_signed_is_agreed_by_those_who_signed_it() -> None:
    [one] = undertakings("A treaty on fishing rights was signed by Vostland and Ostania.")
    assert (one.kind, one.by) == (UndertakingKind.AGREEMENT, ("OST", "VOS"))
    assert one.what == "A treaty on fishing rights"


def test_each_party_is_bound_to_its_own_part_of_a_deal() -> None:
    found = undertakings(
        "Under the accord, Vostland will take down the masts and Ostania will pay for the ferry."
    )
    assert [(one.by, one.what) for one in found] == [
        (("VOS",), "take down the masts"),
        (("OST",), "pay for the ferry"),
    ]


def test_that_dates_will_be_fixed_is_a_schedule_agreed() -> None:
    [claim] = [
        one
        for one in read("The dates of the visit will be agreed by diplomats.", parties=BOTH)
        if isinstance(one.value, Undertaking)
    ]
    assert isinstance(claim.value, Undertaking)
    assert (claim.value.kind, claim.strength) == (UndertakingKind.SCHEDULE, Strength.AGREED)


@pytest.mark.parametrize(
    "text",
    [
        "Vostland invites Ostania to respect the law of the sea.",
        "Vostland vowed that Ostania would pay a heavy price.",
        "Vostland and Ostania will continue to do that.",
        "Vostland plans to visit Ostania.",
        "Ostania would be responsible if Vostland failed.",
        "Vostland charged two officials of Ostania with taking bribes.",
    ],
)
def test_demands_threats_and_travel_are_no_undertakings(text: str) -> None:
    assert undertakings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vostland is willing to sacrifice Ostania.",
        "Vostland plans to ban lorries made in Ostania.",
        "There is no sign that Vostland is ready to talk to Ostania.",
        "Neither Vostland nor Ostania had agreed to share data.",
        "The hope is that Vostland agrees to share data with Ostania.",
        "Vostland vowed to speed up its offensive against Ostania.",
        "Vostland ordered the ambassador of Ostania to leave.",
    ],
)
def test_what_outlets_tell_of_plans_hopes_and_threats_is_no_undertaking(text: str) -> None:
    assert undertakings(text) == []
