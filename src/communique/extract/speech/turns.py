"""The turns of a transcript: what follows a label is that speaker's word."""

import re
from collections.abc import Iterator

from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Reference, Teller, TellerKind
from communique.languages.en.titles import title_at
from communique.languages.en.turns import turn_words
from communique.model.passages import Span
from communique.model.readings import Actor
from communique.model.vocabulary import ActorKind, AttributionMode, BlockKind


def turn_utterances(page: Page, company: Company, own: Reference | None) -> Iterator[Utterance]:
    """What each speaker of a transcript says, where the document tells who he is."""
    speaker: tuple[Teller, Span] | None = None
    asked: Teller | None = None
    labelled: dict[str, Teller | None] = {}
    for block in page.document.blocks:
        words = page.document.text[block.span.start : block.span.end]
        who = words.removesuffix(":").strip()
        if block.kind is BlockKind.BYLINE and turn_words().is_asking(who):
            speaker = None
        elif block.kind is BlockKind.BYLINE and words.endswith(":"):
            is_answer = who.lower() in turn_words().answering
            asked = asked or (_asked(company, block.span) if is_answer else None)
            if not is_answer and who not in labelled:
                labelled[who] = _teller(page, company, who, own)
            teller = asked if is_answer else labelled[who]
            speaker = None if teller is None else (teller, block.span)
        elif block.kind is BlockKind.PARAGRAPH and speaker is not None:
            teller, label = speaker
            sentence = page.sentence_at(block.span.start)
            yield Utterance(
                span=block.span,
                mode=AttributionMode.DIRECT,
                teller=teller,
                carriers=(),
                wording=page.passage(label.start, label.end),
                reference=own,
                sentence=-1 if sentence is None else sentence.index,
            )


def _teller(page: Page, company: Company, label: str, own: Reference | None) -> Teller | None:
    """Whom a label means: by his name, else as the one who holds the office that it names.

    In a side's own transcript somebody of whom the text says no more speaks for that side.
    """
    words = turn_words().names_in(label)
    people = [one for one in company.cast.actors if one.kind is ActorKind.PERSON]
    named = [one for one in people if _shared(one, words)]
    best = max((_shared(one, words) for one in named), default=0)
    found = [one for one in named if _shared(one, words) == best] or _holders(page, people, words)
    issuer = None if own is None else own.side
    if len(found) == 1:
        actor = found[0]
        side = company.side_of(actor.key) or (None if actor.is_former else issuer)
        return Teller(TellerKind.PERSON, actor.key, side, actor.name)
    if found or issuer is None or not words or title_at(words, 0) is not None:
        return None
    return Teller(TellerKind.PERSON, None, issuer, _name_in(page, words[-1]) or label)


def _asked(company: Company, label: Span) -> Teller | None:
    """Who answers without being named: the one person who was named before."""
    named = {
        key
        for one in company.cast.mentions
        if one.span.end <= label.start and one.how in ("name", "titled name")
        for key in one.actors
    }
    people = [one for one in company.cast.actors if one.key in named]
    if len(people) != 1 or people[0].kind is not ActorKind.PERSON:
        return None
    return Teller(TellerKind.PERSON, people[0].key, company.side_of(people[0].key), people[0].name)


def _name_in(page: Page, last: str) -> str | None:
    """The name with this last word as the text gives it before its account."""
    pattern = re.compile(rf"(?:[A-Z][\w.’'-]+ )+{re.escape(last.title())}\b")
    found = (
        pattern.search(page.document.text, one.span.start, one.span.end)
        for one in page.document.blocks
    )
    return next((one[0] for one in found if one), None)


def _shared(actor: Actor, words: tuple[str, ...]) -> int:
    """How many words of a label are of somebody's name, none where his last name is not."""
    name = actor.name.lower().split()
    return sum(one in name for one in words) if name[-1] in words else 0


def _holders(page: Page, people: list[Actor], words: tuple[str, ...]) -> list[Actor]:
    """Those who hold the office of a label, of the issuing side if any."""
    title = title_at(words, 0)
    if title is None or title.end < len(words):
        return []
    held = [one for one in people if not one.is_former and _holds(one, title.office)]
    own = [one for one in held if one.state == page.document.side]
    return own or held


def _holds(actor: Actor, office: str) -> bool:
    titles = (title_at(tuple(one.title.lower().split()), 0) for one in actor.offices)
    return any(one is not None and one.office == office for one in titles)
