"""Short texts about invented states, read as far as contacts, with a cast given by name."""

import re
from dataclasses import replace

from communique.catalog.tables import Tables
from communique.extract.contacts.contacts import find_contacts
from communique.extract.page import Cast, Page, Speeches, Told
from communique.extract.times import find_times
from communique.languages.en.parse import parse
from communique.model.documents import Block, Document
from communique.model.passages import DocumentId, Span
from communique.model.readings import Actor, ActorKey, Mention, Office
from communique.model.syntax import Sentence
from communique.model.times import When
from communique.model.vocabulary import ActorKind, Aspect, BlockKind, DocumentKind

TABLES = Tables((), (), (), (), (), (), "")
STATES = {
    "ARC": ("Arcadia", "Arcadian", "Arcadopolis"),
    "RUR": ("Ruritania", "Ruritanian", "Strelsau"),
    "VOS": ("Vostland", "Vostlandic", "Vost"),
}
PEOPLE = {
    "Anton Dovic": ("ARC", "President", "Dovic"),
    "Vera Lund": ("RUR", "Prime Minister", "Lund"),
    "Pavel Orr": ("VOS", "Foreign Minister", "Orr"),
}
GROUPS = {"Hill Front": "group:Hill Front", "Lakeland Union": "LKU"}
BOTH = ("the two leaders", "both leaders", "the two sides", "both sides", "they")


def document(text: str, day: str | None, headings: dict[str, BlockKind]) -> Document:
    """An article whose paragraphs are the lines of the text."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = headings.get(line, BlockKind.PARAGRAPH)
            blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(
        id=DocumentId("d-0000000000000000"),
        digest="",
        name="test",
        text=text,
        media_type="text/plain",
        decoding="utf-8",
        flattening=None,
        blocks=tuple(blocks),
        language="en",
        published=None if day is None else When(day, "test"),
    )


def cast_of(page: Page, people: dict[str, tuple[str, str, str]] = PEOPLE) -> Cast:
    """The invented states, people and groups that a page names, and pairs called "they"."""
    actors: dict[ActorKey, Actor] = {}
    names: dict[str, tuple[ActorKey, str]] = {}
    for code, words in STATES.items():
        actors[ActorKey(code)] = Actor(
            ActorKey(code), ActorKind.STATE, words[0], words, code, "table"
        )
        for word, how in zip(words, ("state", "state", "metonym"), strict=True):
            names[word] = (ActorKey(code), how)
    for name, (state, title, surname) in people.items():
        key = ActorKey(f"person:{name}")
        offices = (Office(title, state),)
        actors[key] = Actor(key, ActorKind.PERSON, name, (name,), state, "text", offices)
        for word in (f"{title} {name}", f"{title} {surname}", name, surname):
            names[word] = (key, "name")
    for name, code in GROUPS.items():
        kind = ActorKind.GROUP if code.startswith("group") else ActorKind.BODY
        actors[ActorKey(code)] = Actor(ActorKey(code), kind, name, (name,), None, "table")
        names[name] = (ActorKey(code), "body")
    mentions: list[Mention] = []
    for sentence in page.sentences:
        mentions += _mentions(sentence, names, mentions)
    return Cast(tuple(actors.values()), tuple(mentions))


def _mentions(
    sentence: Sentence, names: dict[str, tuple[ActorKey, str]], before: list[Mention]
) -> list[Mention]:
    words = sorted([*names, *BOTH], key=len, reverse=True)
    pattern = re.compile(r"(?<![\w])(" + "|".join(map(re.escape, words)) + r")(?!\w)", re.I)
    made: list[Mention] = []
    for met in pattern.finditer(sentence.text):
        span = Span(sentence.start + met.start(), sentence.start + met.end())
        tokens = sentence.within(span)
        if not tokens:
            continue
        inside = {one.index for one in tokens}
        head = next((one for one in tokens if one.head not in inside), tokens[-1])
        if met[0].lower() in BOTH:
            people = [m.actors[0] for m in (*before, *made) if m.how == "name"]
            last = tuple(dict.fromkeys(reversed(people)))[:2]
            if len(last) == 2:
                made.append(Mention(span, sentence.index, head.index, tuple(sorted(last)), "role"))
        elif met[0] in names:
            key, how = names[met[0]]
            made.append(Mention(span, sentence.index, head.index, (key,), how))
    return made


def read(
    text: str,
    day: str | None = "2021-08-25",
    headings: dict[str, BlockKind] | None = None,
    side: str | None = None,
) -> Told:
    """The contacts that a text tells of; ``side`` makes it a readout of that side."""
    made = document(text, day, headings or {})
    if side is not None:
        made = replace(made, kind=DocumentKind.READOUT, side=side)
    [(made, sentences)] = list(parse([made]))
    page = Page(made, sentences, TABLES)
    return find_contacts(page, cast_of(page), find_times(page), Speeches((), ()))


def shown(told: Told) -> list[dict[str, object]]:
    """Each account as its values by aspect, parties by key."""
    rows = []
    for account in told.accounts:
        row: dict[str, object] = {"party": tuple(sorted(told.parties[account.id]))}
        for claim in told.claims:
            if claim.account != account.id or claim.aspect is Aspect.PARTY:
                continue
            value = claim.value
            if isinstance(value, When):
                value = value.edtf or value.relative or ""
            row.setdefault(claim.aspect.value, getattr(value, "text", value))
        rows.append(row)
    return rows


__all__ = ["cast_of", "document", "read", "replace", "shown"]
