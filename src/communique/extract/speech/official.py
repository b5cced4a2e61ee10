"""Official texts: a document that is itself a side's own words."""

from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.originals import slug
from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Reference, Teller, TellerKind
from communique.languages.en.originals import original_words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.vocabulary import OFFICIAL, AttributionMode


def own_reference(page: Page, company: Company) -> Reference | None:
    """The document as its own original, None when it is no official text of a side."""
    document = page.document
    kind = OFFICIAL.get(document.kind)
    if kind is None or document.side is None:
        return None
    words = document.outlet or _name_of_side(page, document.side)
    by = original_words().issuer_of(words) or slug(words)
    actor = ActorKey(document.side)
    known = actor if company.actor(actor) is not None else None
    return Reference(kind, document.side, by, known, words)


def _name_of_side(page: Page, side: str) -> str:
    for state in page.tables.states:
        if state.code == side:
            return state.names[0]
    for body in page.tables.bodies:
        if body.code == side:
            return body.names[0]
    return side


def own_words(page: Page, reference: Reference) -> list[Utterance]:
    """An utterance of the issuer for every block of an official text that tells."""
    teller = Teller(
        TellerKind.INSTITUTION, reference.issuer, reference.side, reference.issuer_words
    )
    made = []
    for block in page.document.blocks:
        if not block.kind.is_account:
            continue
        sentence = page.sentence_at(block.span.start)
        made.append(
            Utterance(
                span=Span(block.span.start, block.span.end),
                mode=AttributionMode.DIRECT,
                teller=teller,
                carriers=(),
                wording=None,
                reference=reference,
                sentence=-1 if sentence is None else sentence.index,
            )
        )
    return made
