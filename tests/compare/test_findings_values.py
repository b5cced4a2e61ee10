"""Clashes on when, where, how long, by what means and on whose call; and renderings of one word."""

import pytest

from communique.compare import compare
from communique.model.contents import Finding
from communique.model.readings import Value, Words
from communique.model.vocabulary import Aspect, AttributionMode, FindingType, Strength, Voice
from tests.at_once import resolve
from tests.compare.test_findings import BOTH, findings, told
from tests.make import FIREFLY, TRENTINO, Reader, documents_of, judgement, said, tables

CLASHES: tuple[tuple[FindingType, Aspect, Value, Value], ...] = (
    (FindingType.MEANS_DIFFERS, Aspect.MEANS, "phone", "video"),
    (FindingType.PLACE_DIFFERS, Aspect.PLACE, Words("Fredville"), Words("Sylvan Falls")),
    (FindingType.DURATION_DIFFERS, Aspect.DURATION, "PT45M", "PT2H"),
    (
        FindingType.INITIATOR_DIFFERS,
        Aspect.INITIATOR,
        Words("Firefly", FIREFLY),
        Words("Trentino", TRENTINO),
    ),
)


def saying(name: str, aspect: Aspect, *values: Value, voice: Voice | None = None) -> Reader:
    reader, account = told(name)
    for value in values:
        reader.claim(aspect, value, "Firefly rang Trentino", account=account, voice=voice)
    return reader


@pytest.mark.parametrize(("kind", "aspect", "left", "right"), CLASHES)
def test_values_that_cannot_both_hold_clash_with_a_passage_and_a_word_for_each(
    kind: FindingType, aspect: Aspect, left: Value, right: Value
) -> None:
    [found] = findings(kind, saying("a", aspect, left), saying("b", aspect, right))
    assert [one.document for one in found.passages] == sorted(
        {one.document for one in found.passages}, key=[p.document for p in found.passages].index
    )
    assert len(found.passages) == 2
    assert "(a)" in found.reason
    assert "(b)" in found.reason


@pytest.mark.parametrize(("kind", "aspect", "left", "right"), CLASHES)
def test_equal_values_and_values_of_one_account_do_not_clash(
    kind: FindingType, aspect: Aspect, left: Value, right: Value
) -> None:
    assert not findings(kind, saying("a", aspect, left), saying("b", aspect, left))
    assert not findings(kind, saying("a", aspect, left, right), saying("b", aspect, left, right))


def test_two_sides_in_one_text_clash_and_are_named() -> None:
    reader, account = told("a")
    for value, side in (("PT45M", "FRD"), ("PT2H", "SYL")):
        word = said(side)
        reader.claim(Aspect.DURATION, value, "rang", account=account, attribution=word)
    [found] = findings(FindingType.DURATION_DIFFERS, reader)
    assert "FRD in a" in found.reason
    assert "SYL in a" in found.reason


def joined(*readers: Reader) -> list[Finding]:
    accounts = [one.accounts[0].id for one in readers]
    readings = tuple(one.reading() for one in readers)
    judged = (judgement("same", *accounts),)
    return list(compare(resolve(documents_of(readers), readings, judged, tables())).findings)


def test_one_contact_under_two_days_differs_in_date() -> None:
    late, _ = told("b", on="2031-05-04")
    found = [one for one in joined(told("a")[0], late) if one.type is FindingType.DATE_DIFFERS]
    [clash] = found
    assert "2031-05-04 (b)" in clash.reason
    assert "2031-05-05 (a)" in clash.reason


def test_one_day_told_twice_is_no_clash() -> None:
    kinds = {one.type for one in joined(told("a")[0], told("b")[0])}
    assert FindingType.DATE_DIFFERS not in kinds


def test_accounts_that_name_the_same_persons_do_not_differ_on_who_was_there() -> None:
    assert not findings(FindingType.PARTICIPANTS_DIFFER, told("a")[0], told("b")[0])


def test_a_channel_under_one_name_has_no_other_wording() -> None:
    readers = [told(name, "agreed on a standing line")[0] for name in "ab"]
    assert not findings(FindingType.NAME_WORDING, *readers)


WOODS = "we shall clear the felled timber of the northern forest together"
TREES = "together we will take the felled timber out of the forest of the north"


def quoting(name: str, words: str, side: str | None = "FRD", *, quoted: bool = True) -> Reader:
    reader, account = told(name, words)
    mode = AttributionMode.DIRECT if quoted else AttributionMode.INDIRECT
    reader.undertaking(words, *BOTH, account=account, attribution=said(side, mode=mode))
    return reader


def test_one_utterance_in_two_renderings_is_a_translation_variant() -> None:
    [found] = findings(
        FindingType.TRANSLATION_VARIANT, quoting("a", WOODS), quoting("b", TREES, None)
    )
    assert [one.exact for one in found.passages] == [WOODS, TREES]


@pytest.mark.parametrize(
    "other",
    [
        quoting("b", WOODS),
        quoting("b", "clear the felled timber of the northern forest"),
        quoting("b", TREES, quoted=False),
        quoting("b", TREES, "SYL"),
        quoting("b", WOODS.replace("northern", "western")),
    ],
    ids=["equal words", "a part of them", "no quotation", "another side", "words that drifted"],
)
def test_what_is_no_other_rendering_is_no_variant(other: Reader) -> None:
    assert not findings(FindingType.TRANSLATION_VARIANT, quoting("a", WOODS), other)


@pytest.mark.parametrize("voice", [Voice.BACKGROUND, Voice.FURNITURE])
def test_nothing_is_found_from_background_or_furniture(voice: Voice) -> None:
    one, account = told("a", "agreed to plant oaks")
    one.claim(
        Aspect.REMARK,
        Words("agreed to plant oaks"),
        "agreed to plant oaks",
        account=account,
        strength=Strength.AGREED,
        attribution=said("FRD"),
        voice=voice,
    )
    other, account = told("b", "noted the oaks that were to be planted")
    other.remark("noted the oaks that were to be planted", account, attribution=said("FRD"))
    readings = (one.reading(), other.reading())
    found = compare(resolve(documents_of((one, other)), readings, (), tables()))
    assert found.findings == ()
