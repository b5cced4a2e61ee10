import pytest

from communique.model.readings import (
    ChannelNaming,
    FormatNaming,
    Matter,
    Position,
    Presence,
    RelationLabel,
    Words,
)
from communique.model.vocabulary import Aspect, Status
from tests.extract.make_scene import document, read

pytestmark = pytest.mark.slow
BOTH = ("person:Milan Darva", "person:Ana Belk")


def test_a_channel_is_named_as_a_diplomat_would_cite_it_and_its_topic_stands_apart() -> None:
    found = read(
        "The two leaders agreed to open a “permanent joint channel” for consultations on the"
        " situation at the border.",
        parties=BOTH,
    )
    [one] = [claim.value for claim in found if isinstance(claim.value, ChannelNaming)]
    assert one.name == "permanent joint channel for consultations"
    assert (one.parties, one.topic) == (("OST", "VOS"), "border")


def test_a_format_has_the_members_that_the_words_give_it_and_no_others() -> None:
    found = read(
        "Vostland’s decision to work with Ostania through the “Coastal Five” format angered"
        " Norrmark."
    )
    [one] = [claim.value for claim in found if isinstance(claim.value, FormatNaming)]
    assert one.members == ("OST", "VOS")


def formats_in(text: str) -> list[FormatNaming]:
    return [one.value for one in read(text) if isinstance(one.value, FormatNaming)]


def test_a_format_has_the_other_name_that_the_text_gives_it() -> None:
    for between, behind in (
        (", also known as the ", ","),
        (" (", ")"),
        (", or the ", ","),
        (", the so-called “", "”,"),
    ):
        first, other = formats_in(f"Vostland praised the Hill Troika{between}Hill Three{behind}.")
        assert (first.name, first.alias_of) == ("Hill Troika", None)
        assert (other.name, other.alias_of) == ("Hill Three", "Hill Troika")


def test_what_stands_beside_a_format_is_not_its_other_name() -> None:
    for words in (
        " and the Lake Three",
        " (in Ostania)",
        ", or Ostania would leave",
        " of Ostania",
    ):
        assert all(one.alias_of is None for one in formats_in(f"They left the Hill Troika{words}."))


def test_who_makes_up_a_format_is_its_member() -> None:
    for text in (
        "Vostland, Ostania and Norrmark make up the Hill Troika.",
        "The Hill Troika comprises Vostland, Ostania and Norrmark.",
        "The Hill Troika of Vostland, Ostania and Norrmark was praised.",
    ):
        [one] = formats_in(text)
        assert sorted(one.members) == ["NOR", "OST", "VOS"]
    [praised] = formats_in("Vostland, Ostania and Norrmark praised the Hill Troika.")
    assert praised.members == ()


def test_a_format_lives_by_what_the_text_tells_of_it() -> None:
    told = {
        "The Hill Troika met in Ostania.": "meeting",
        "The Hill Troika has been dormant for years.": "dormant",
        "Vostland has dissolved the Hill Troika.": "ended",
        "Vostland revived the Hill Troika.": "resumed",
        "Vostland praised the Hill Troika.": None,
        "The Hill Troika will meet in Ostania.": None,
    }
    for text, step in told.items():
        [one] = formats_in(text)
        assert one.step == step


def test_a_label_keeps_its_wording_and_its_dyad() -> None:
    found = read(
        "Vostland and Ostania spoke of their special and privileged strategic partnership."
    )
    [one] = [claim.value for claim in found if isinstance(claim.value, RelationLabel)]
    assert one.label == "special and privileged strategic partnership"
    assert one.dyad == ("OST", "VOS")


def test_each_state_that_keeps_its_embassy_open_has_a_claim_of_its_own() -> None:
    found = read(
        "Vostland and Ostania are among the states that still keep open their embassies in"
        " Port Ebba."
    )
    held = [claim.value for claim in found if isinstance(claim.value, Presence)]
    assert {(one.state, one.place, one.is_open) for one in held} == {
        ("VOS", "Port Ebba", True),
        ("OST", "Port Ebba", True),
    }


def test_an_embassy_that_was_not_closed_is_open() -> None:
    [one] = [
        claim.value
        for claim in read("Vostland has not closed its embassy in Port Ebba.")
        if isinstance(claim.value, Presence)
    ]
    assert one.is_open


def test_each_condition_of_a_position_is_an_item_of_its_own() -> None:
    [one] = [
        claim.value
        for claim in read(
            "Vostland signalled that it might recognise the council of Ostania if it freed the"
            " sailors, opened the port and promised to hold elections."
        )
        if isinstance(claim.value, Position)
    ]
    assert one.conditions == (
        "it freed the sailors",
        "opened the port",
        "promised to hold elections",
    )


def test_the_plan_opposed_stays_apart_from_the_opposition_to_it() -> None:
    [one] = [
        claim.value
        for claim in read(
            "Darva criticised the plan of some neighbours to dam the river.", parties=BOTH
        )
        if isinstance(claim.value, Position)
    ]
    assert one.stance == "opposes"
    assert one.matter == "the plan of some neighbours to dam the river"


def test_whom_a_position_calls_upon_is_kept() -> None:
    [one] = [
        claim.value
        for claim in read("The international community must feed Ostania.", side="VOS")
        if isinstance(claim.value, Position)
    ]
    assert (one.holder, one.addressee) == (("VOS",), "The international community")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("They spoke after the Hill Front’s takeover of the country.", "done"),
        ("They spoke of the Hill Front’s imminent return to power.", "imminent"),
        ("The Hill Front seems set to seize power.", "imminent"),
        ("The Hill Front has seized power.", "done"),
    ],
)
def test_a_matter_is_done_or_only_imminent(text: str, state: str) -> None:
    [one] = [claim.value for claim in read(text) if isinstance(claim.value, Matter)]
    assert (one.matter, one.holder, one.state) == ("taking power", "group:Hill Front", state)


def test_thanks_are_a_remark_and_no_undertaking() -> None:
    found = read("Darva expressed gratitude to Belk for the grain.", parties=BOTH)
    assert {one.aspect for one in found} == {Aspect.REMARK}


def test_how_and_when_it_was_discussed_is_no_part_of_the_topic() -> None:
    [one] = [
        claim.value
        for claim in read("The two leaders discussed water rights during a call.", parties=BOTH)
        if claim.aspect is Aspect.TOPIC
    ]
    assert one == Words("water rights")


def test_nothing_was_discussed_where_no_contact_is_told() -> None:
    assert not [
        one
        for one in read("Vostland discussed water rights at home.")
        if one.aspect is Aspect.TOPIC
    ]


def test_every_passage_holds_the_words_of_its_place() -> None:
    text = (
        "Vostland and Ostania agreed to form a “joint channel for talks” on water, and Darva"
        " invited Belk to visit the Lakeland Union (LKU) “soon”."
    )
    kept = document(text).text
    assert all(kept[one.passage.start : one.passage.end] == one.passage.exact for one in read(text))


def test_reading_twice_gives_equal_claims_in_an_equal_order() -> None:
    text = "Vostland and Ostania agreed to share data, and Norrmark condemned the plan."
    assert read(text) == read(text)


def test_the_name_of_a_party_is_no_topic() -> None:
    found = read(
        "Darva spoke by telephone with the President of Ostania, Belk.",
        parties=("person:Milan Darva", "person:Ana Belk"),
    )
    assert not [one for one in found if one.aspect is Aspect.TOPIC]


@pytest.mark.parametrize(
    ("text", "stance", "matter"),
    [
        (
            "Vostland stressed the need to reopen the port of Ostania.",
            "stresses",
            "the need to reopen the port of Ostania",
        ),
        (
            "Vostland voiced its opposition to the dam of Ostania.",
            "opposes",
            "the dam of Ostania",
        ),
        (
            "Vostland ruled out a return to the pact with Ostania.",
            "rules out",
            "a return to the pact with Ostania",
        ),
        (
            "Vostland insists that the island belongs to it and not to Ostania.",
            "holds",
            "the island belongs to it and not to Ostania",
        ),
    ],
)
def test_the_words_tell_the_stance_and_what_it_is_on(text: str, stance: str, matter: str) -> None:
    [one] = [claim.value for claim in read(text) if isinstance(claim.value, Position)]
    assert (one.holder, one.stance, one.matter) == (("VOS",), stance, matter)


@pytest.mark.parametrize(
    "text",
    [
        "Vostland does not want to speculate on Ostania.",
        "Vostland, which backs Ostania, closed its ports.",
        "Vostland believes that Ostania will win the match.",
        "Nobody knows how far Ostania might go against Vostland.",
        "Vostland would send troops should Ostania not stop its attacks.",
    ],
)
def test_guesses_and_descriptions_are_nobodys_position(text: str) -> None:
    assert not [one for one in read(text) if isinstance(one.value, Position)]


@pytest.mark.parametrize(
    "words",
    [
        "Vostland and Ostania did not discuss any hotline",
        "There was no agreement between Vostland and Ostania to set up a hotline",
        "No hotline between Vostland and Ostania exists",
        "Neither Vostland nor Ostania agreed to a hotline",
    ],
)
def test_a_line_that_a_side_says_is_not_there_is_denied(words: str) -> None:
    told = read(f"{words}.", parties=BOTH, side="VOS")
    status = [one.status for one in told if isinstance(one.value, ChannelNaming)]
    assert status == [Status.DENIED]
    steps = [one.value.step for one in told if isinstance(one.value, ChannelNaming)]
    assert steps == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Vostland and Ostania had not only discussed a hotline but opened it",
        "Vostland and Ostania have not used their hotline since May",
        "Vostland and Ostania did not deny that they had agreed to set up a hotline",
    ],
)
def test_a_line_that_is_there_though_something_is_negated_is_not_denied(words: str) -> None:
    told = read(f"{words}.", parties=BOTH, side="VOS")
    assert Status.DENIED not in [one.status for one in told]
