"""Texts about invented states, read as far as the rules on statements need."""

import re

from communique.catalog.tables import Tables
from communique.extract.page import Cast, Page, Speech, Speeches, Told
from communique.extract.statements.statements import find_statements
from communique.languages.en.parse import parse
from communique.model.documents import Block, Document
from communique.model.passages import DocumentId, Passage, Span
from communique.model.readings import (
    Account,
    AccountId,
    Actor,
    ActorKey,
    Attribution,
    Claim,
    Mention,
)
from communique.model.syntax import Sentence
from communique.model.times import When
from communique.model.vocabulary import ActorKind, AttributionMode, BlockKind

NAMES = {
    "Vostland": ("VOS", ActorKind.STATE, "VOS"),
    "Vostlandic": ("VOS", ActorKind.STATE, "VOS"),
    "Ostania": ("OST", ActorKind.STATE, "OST"),
    "Ostanian": ("OST", ActorKind.STATE, "OST"),
    "Norrmark": ("NOR", ActorKind.STATE, "NOR"),
    "Lakeland Union": ("LKU", ActorKind.BODY, None),
    "Lakeland Union (LKU)": ("LKU", ActorKind.BODY, None),
    "LKU": ("LKU", ActorKind.BODY, None),
    "Hill Front": ("group:Hill Front", ActorKind.GROUP, None),
    "President Milan Darva": ("person:Milan Darva", ActorKind.PERSON, "VOS"),
    "Darva": ("person:Milan Darva", ActorKind.PERSON, "VOS"),
    "President Ana Belk": ("person:Ana Belk", ActorKind.PERSON, "OST"),
    "Belk": ("person:Ana Belk", ActorKind.PERSON, "OST"),
}
_PATTERN = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")(?!\w)"
)
TABLES = Tables((), (), (), (), (), (), "")


def document(text: str) -> Document:
    """An article of one paragraph, dated 2021-08-25."""
    return Document(
        id=DocumentId("d-test"),
        digest="",
        name="test",
        text=text,
        media_type="text/plain",
        decoding="utf-8",
        flattening=None,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        language="en",
        published=When("2021-08-25", "test"),
    )


def cast_of(text: str, sentences: tuple[Sentence, ...]) -> Cast:
    """The invented actors, and where their names stand in the text."""
    actors = {
        ActorKey(key): Actor(ActorKey(key), kind, name, (name,), state, "test")
        for name, (key, kind, state) in NAMES.items()
    }
    mentions = []
    for found in _PATTERN.finditer(text):
        key = ActorKey(NAMES[found[0]][0])
        sentence = next(one for one in sentences if one.start <= found.start() < one.end)
        inside = sentence.within(Span(found.start(), found.end()))
        span = Span(found.start(), found.end())
        mentions.append(Mention(span, sentence.index, inside[-1].index, (key,), "name"))
    return Cast(tuple(actors.values()), tuple(mentions))


def read(text: str, *, parties: tuple[str, ...] = (), side: str | None = None) -> tuple[Claim, ...]:
    """The statements read from a text.

    ``parties`` make it all tell of one contact, ``side`` puts it all on the word of that state.
    """
    [(made, sentences)] = parse([document(text)])
    whole = Span(0, len(text))
    passage = Passage(made.id, 0, len(text), text)
    account = Account(AccountId("a-test"), made.id, (passage,))
    told = Told(
        (account,) if parties else (),
        (),
        {account.id: frozenset(ActorKey(one) for one in parties)},
        (),
        {account.id: (whole,)} if parties else {},
    )
    speeches = Speeches((), ())
    if side:
        word = Attribution(AttributionMode.INDIRECT, speaker=ActorKey(side), side=side)
        speeches = Speeches((Speech(whole, word),), ())
    page = Page(made, sentences, TABLES)
    return find_statements(page, cast_of(text, sentences), (), speeches, told)
