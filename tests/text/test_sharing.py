"""What two texts share, on invented ones."""

from communique.languages.en.sharing import load_signs
from communique.model.vocabulary import Sharing
from communique.text.sharing import Shared, prepare, shared_by
from tests.make import document

BRIDGE = (
    "The two governments opened the rebuilt bridge over the Amber on Thursday in thick fog. "
    "Some forty carts of timber had waited since the evening before on the northern bank. "
    "Nobody from the customs house would tell the drivers what they would have to pay. "
    "By noon the first of them had reached the market of Strelsau and sold what they had brought."
)
OTHER = (
    "Fishing crews along the coast stayed in port for a third week over the price of diesel. "
    "Their union wants the ministry to buy what they catch at a price fixed in spring. "
    "A buyer from the islands offered half of that. "
    "Talks between the two are to go on after the holidays, in the old harbour office."
)
QUOTED = (
    "We shall not pay a single crown for a bridge that our grandfathers built with their own hands"
)
RELEASE = (
    "the guard ship Heron stopped two boats without papers near the mouth of the Amber at dawn"
)


def shared(left: str, right: str) -> Shared:
    signs = load_signs()
    return shared_by(prepare(document("a", left), signs), prepare(document("b", right), signs))


def test_a_text_under_another_headline_is_a_whole_copy() -> None:
    found = shared(BRIDGE, "Bridge open again\n\n" + BRIDGE.replace("thick ", ""))
    assert found.kind is Sharing.WHOLE_COPY
    assert "stand in the other" in found.reason


def test_a_few_sentences_taken_over_are_a_partial_copy() -> None:
    sentences = ". ".join(BRIDGE.split(". ")[:2])
    assert shared(BRIDGE, f"{OTHER} {sentences}.").kind is Sharing.PARTIAL_COPY


def test_what_both_quote_is_a_shared_quotation() -> None:
    left = f"{BRIDGE} “{QUOTED},” said a carter from the hills."
    right = f"{OTHER} A carter was angry. “{QUOTED},” he told our reporter."
    found = shared(left, right)
    assert found.kind is Sharing.QUOTATION
    assert "quotation marks" in found.reason


def test_words_on_an_authority_in_one_text_and_plain_in_the_other_are_an_official_text() -> None:
    left = f"{BRIDGE} On Friday {RELEASE}, the navy said."
    right = f"{OTHER} On Friday {RELEASE}. Nobody was hurt."
    assert shared(left, right).kind is Sharing.OFFICIAL_TEXT


def test_words_copied_together_with_who_said_them_are_a_copy() -> None:
    told = f"On Friday {RELEASE}, the navy said."
    assert shared(f"{BRIDGE} {told}", f"{OTHER} {told}").kind is Sharing.PARTIAL_COPY


def test_a_long_statement_that_both_quote_is_an_official_text() -> None:
    statement = f"{BRIDGE} {OTHER}".replace(". ", ", and ")
    left = f"The palace gave out a statement. “{statement}” it said. Carts went on waiting."
    right = f"Nobody answered. In a statement the palace wrote: “{statement}” The fog stayed."
    assert shared(left, right).kind is Sharing.OFFICIAL_TEXT


def test_texts_that_tell_one_thing_in_their_own_words_share_nothing() -> None:
    told = "On Thursday the bridge over the Amber was opened again and timber reached the market."
    found = shared(BRIDGE, told)
    assert found.kind is Sharing.NONE
    assert not found.runs


def test_what_is_shared_does_not_hang_on_which_text_is_given_first() -> None:
    longer = f"{OTHER} {BRIDGE} {OTHER[:120]}"
    one, other = shared(BRIDGE, longer), shared(longer, BRIDGE)
    assert (one.kind, one.reason) == (other.kind, other.reason)
    assert [(run.left_at, run.right_at) for run in one.runs] == [
        (run.right_at, run.left_at) for run in other.runs
    ]


def test_an_empty_text_shares_nothing() -> None:
    assert shared("", BRIDGE).kind is Sharing.NONE


def test_of_equally_long_texts_either_may_be_given_first() -> None:
    left, right = f"{BRIDGE} one two", f"one two {BRIDGE}"
    assert shared(left, right).reason == shared(right, left).reason
