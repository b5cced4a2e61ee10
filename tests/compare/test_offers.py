"""Words on nobody's word that may come from an original held elsewhere: offered, never attached."""

from communique.compare import compare
from communique.model.contents import Judgement, Offer
from communique.model.derived import Compared, Resolved
from communique.model.vocabulary import AttributionMode, OriginalKind, Voice
from tests.at_once import resolve
from tests.make import FIREFLY, TRENTINO, Reader, document, documents_of, judgement, said, tables

WORDS = (
    "the ferry over the Amber is to run by night again from the first day of June until the frost"
)
MORE = "carts with grain go first"


def told(name: str, *sentences: str) -> Reader:
    reader = Reader(document(name, ". ".join(("Firefly rang Trentino", *sentences)) + "."))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-05")
    return reader


def readout() -> Reader:
    reader = told("a", WORDS)
    key = reader.original("o", OriginalKind.READOUT, "FRD", "the Red House", WORDS)
    reader.remark(WORDS, reader.accounts[0], attribution=said("FRD", key))
    return reader


def own_voice(*, chain: tuple[str, ...] = ()) -> Reader:
    reader = told("b", f"At noon {WORDS}", MORE)
    how = said(None, chain=chain) if chain else said(None, mode=AttributionMode.NONE)
    reader.remark(WORDS, reader.accounts[0], attribution=how)
    reader.remark(f"At noon {WORDS}", reader.accounts[0], attribution=how)
    reader.remark(MORE, reader.accounts[0], attribution=how)
    return reader


def looked(*readers: Reader, judgements: tuple[Judgement, ...] = ()) -> tuple[Resolved, Compared]:
    readings = tuple(one.reading() for one in readers)
    resolved = resolve(documents_of(readers), readings, judgements, tables())
    return resolved, compare(resolved)


def offered() -> Offer:
    [offer] = looked(readout(), own_voice())[1].offers
    return offer


def test_an_outlets_own_words_that_a_readout_has_are_offered_to_it() -> None:
    resolved, compared = looked(readout(), own_voice())
    [original] = resolved.originals
    [offer] = compared.offers
    assert offer.right == original.id
    assert "equal words in a row in a, from the Red House" in offer.reason
    assert {one.attribution.side for one in resolved.claims if one.id == offer.left} == {None}


def test_words_of_unnamed_media_are_offered_to_the_original_that_has_them() -> None:
    [offer] = looked(readout(), own_voice(chain=("international media reports",)))[1].offers
    assert "the Red House" in offer.reason


def test_few_common_words_are_not_offered() -> None:
    reader = told("b", WORDS[:40])
    reader.remark(WORDS[:40], reader.accounts[0], attribution=said(None))
    assert looked(readout(), reader)[1].offers == ()


def test_an_accepted_offer_puts_all_that_rests_on_the_words_on_the_original() -> None:
    offer = offered()
    same = judgement("same", offer.left, offer.right, kind="origin")
    resolved, compared = looked(readout(), own_voice(), judgements=(same,))
    there = [one for one in resolved.claims if WORDS in one.passage.exact]
    assert {one.attribution.original for one in there} == {offer.right}
    assert {one.attribution.side for one in there} == {"FRD"}
    assert {one.voice for one in there} == {Voice.SIDE}
    [decided] = [one for one in there if one.id == offer.left]
    assert decided.attribution.mode is AttributionMode.CARRIED_OVER
    assert decided.attribution.chain == ("the Red House",)
    assert "origin decided by a reader" in decided.rule
    [rest] = [one for one in resolved.claims if one.passage.exact == MORE]
    assert rest.attribution.side is None
    [contact] = compared.contacts
    assert len(contact.origins) == 1
    assert compared.offers == ()


def test_a_rejected_offer_is_not_made_again_and_attaches_nothing() -> None:
    offer = offered()
    apart = judgement("not same", offer.left, offer.right, kind="origin")
    resolved, compared = looked(readout(), own_voice(), judgements=(apart,))
    assert all(one.id != offer.id for one in compared.offers)
    assert {one.attribution.side for one in resolved.claims if one.id == offer.left} == {None}
