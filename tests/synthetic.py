"""A record of any size: documents of an invented world with the readings of them, made directly.

It grows as an archive does: so many documents a day, year after year, some pairs of states far more
often than others. Its words are as often met as those of news: few very often, most hardly ever,
some only where their matter is dealt with. Document and reading follow from a number alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from random import Random

from communique.catalog.tables import State, Tables
from communique.model.documents import Document
from communique.model.readings import Actor, ActorKey, FormatNaming, Reading, RelationLabel
from communique.model.vocabulary import Aspect, OriginalKind, Status
from communique.store.bodies import digest_of_document, document_body, reading_body, told_of
from communique.store.engine import Writer
from communique.store.entries import Author, Draft, EntryKind
from tests import make

A_DAY = 14
"""Documents a day: a hundred thousand in twenty years."""
FIRST_DAY = date(2031, 1, 1)
NOON = datetime(2031, 1, 1, 12, tzinfo=UTC)
SOFTWARE = Author("synthetic", "r-synthetic")
STATES = 60
MATTERS = 60
"""Matters that news is about, some far more often than others."""
WORDS, OWN_WORDS = 20_000, 600
"""Words that are met in any text, and those of each matter, by how often they are met."""
OWN_SHARE = 0.47
"""The share of words in a text that are of its matter."""
NAMES = 60
"""Words of a matter, those that are met most, that are names."""
SENTENCES = 8
UNDATED = 0.03
"""The share of documents without a date."""
SYLLABLES = ("bar", "den", "fol", "gri", "han", "kor", "lem", "mir", "nos", "pel", "tas", "vun")
FORMATS = tuple(f"{word} Group" for word in ("Amber", "Birch", "Cedar", "Dune", "Elm", "Fjord"))


def name_of(number: int) -> str:
    """An invented name for each number."""
    length = len(SYLLABLES)
    first, second, third = number % length, number // length % length, number // length**2
    return f"{SYLLABLES[first]}{SYLLABLES[second]}{SYLLABLES[third % length]}".capitalize()


def word_of(number: int) -> str:
    """An invented word for each number, longer than a name."""
    return f"{name_of(number)}{name_of(number // 1728 + 7)}".lower()


def code_of(state: int) -> str:
    """The code of a state."""
    return f"X{chr(65 + state // 26)}{chr(65 + state % 26)}"


@cache
def tables() -> Tables:
    """The states of this world; all else as in other tests."""
    states = tuple(
        State(
            code_of(one),
            code_of(one)[1:],
            (f"{name_of(one)}ia",),
            (f"{name_of(one)}ian",),
            (f"{name_of(one)}ville",),
            (),
        )
        for one in range(STATES)
    )
    return replace(make.tables(), states=states, tenures=(), digest="5" * 64)


def leader(state: int, on: int) -> Actor:
    """Who leads a state on a day: somebody else every four years."""
    person = state * 100 + on // 1461
    name = f"{name_of(person * 7 + 3)} {name_of(person * 13 + 5)}"
    return make.person(ActorKey(f"person:{name}"), code_of(state), title="President")


def _pair(random: Random) -> tuple[int, int]:
    """Two states, those with small numbers far more often."""
    left = int(STATES * random.random() ** 2)
    right = int((STATES - 1) * random.random() ** 2)
    return (left, right + (right >= left))


def page(number: int) -> tuple[Document, Reading]:
    """The document with this number, and what is read in it."""
    random = Random(number)
    on = number // A_DAY
    # The documents of one day tell of a few contacts, some of them of the same.
    story = Random(f"story {on} {random.randrange(A_DAY // 2)}")
    return _page(number, on, story, random)


def _page(number: int, on: int, story: Random, random: Random) -> tuple[Document, Reading]:
    left, right = _pair(story)
    people = leader(left, on), leader(right, on)
    day = FIRST_DAY + timedelta(days=on)
    told = f"{people[0].name} and {people[1].name} spoke by phone"
    matter = " ".join(name_of(story.randrange(1728)).lower() for _ in range(5))
    verb, until = (word_of(story.randrange(WORDS)) for _ in range(2))
    agreed = f"agreed to {verb} the {matter} by {until} {name_of(number)}"
    lines = [told + f" about the {matter}.", f"They {agreed}."]
    about = _often(story, MATTERS, 3)
    lines += [_sentence(random, about) for _ in range(SENTENCES)]
    earlier = on - random.randrange(1, 60)
    is_background = random.random() < 1 / 6
    before = f"They had met in {name_of(left)}ville after the {name_of(earlier)} fair"
    if is_background:
        lines.append(before + ".")
    named = FORMATS[min(int(random.paretovariate(1)) - 1, len(FORMATS) - 1)]
    lines.append(f"{_sentence(random, about)[:-1]} of the {named}, as for their steady friendship.")
    document = make.document(
        f"page-{number}",
        "\n".join(lines),
        None if random.random() < UNDATED else day.isoformat(),
        outlet=f"{name_of(number % 40)} Post",
    )
    reader = make.Reader(document, (*people, make.state(ActorKey(code_of(left)))))
    if random.random() < 0.6:
        _read(reader, people, (left, right), told, agreed, None if random.random() < 0.1 else day)
    if is_background:
        met = FIRST_DAY + timedelta(days=earlier)
        reader.contact(before, *(one.key for one in people), form="meeting", on=met.isoformat())
    if random.random() < 0.05:
        reader.claim(Aspect.FORMAT, FormatNaming(named, _keys(left, right), None), named)
    if random.random() < 0.05:
        value = RelationLabel("steady friendship", _keys(left, right))
        reader.claim(Aspect.LABEL, value, "steady friendship")
    return document, reader.reading()


def _read(
    reader: make.Reader,
    people: tuple[Actor, Actor],
    states: tuple[int, int],
    told: str,
    agreed: str,
    day: date | None,
) -> None:
    side = code_of(states[0])
    key = reader.original(f"{side}:readout", OriginalKind.READOUT, side, "the readout", agreed)
    account = reader.contact(
        told,
        *(one.key for one in people),
        on=None if day is None else day.isoformat(),
        means="phone",
        status=Status.HELD,
    )
    reader.undertaking(agreed, *_keys(*states), account=account, attribution=make.said(side, key))


def _keys(left: int, right: int) -> tuple[ActorKey, ...]:
    return ActorKey(code_of(left)), ActorKey(code_of(right))


def _sentence(random: Random, about: int) -> str:
    first, *words = (_word(random, about) for _ in range(12))
    return f"{' '.join((first.capitalize(), *words))}."


def _word(random: Random, about: int) -> str:
    if random.random() < OWN_SHARE:
        rank = _often(random, OWN_WORDS, 8)
        word = word_of(WORDS + about * OWN_WORDS + rank)
        return word.capitalize() if rank < NAMES else word
    return word_of(_often(random, WORDS, 100))


def _often(random: Random, many: int, among: int) -> int:
    """One of so many, each the less often the later it comes, as words are (Zipf, Mandelbrot).

    The first ones are about as often met: nobody counts the words that stand in every text.
    """
    return int(among * ((many + among) / among) ** random.random()) - among


def pages(first: int, last: int) -> Iterator[tuple[Document, Reading]]:
    """The documents from one number up to another, and what is read in them."""
    return (page(number) for number in range(first, last))


def enter(writer: Writer, document: Document, reading: Reading) -> None:
    """Add a document and its reading to the log, as taking in and reading do."""
    about, under = document.id, digest_of_document(document)
    body = document_body(told_of(document, ()), document.text.encode())
    drafts = (
        Draft(EntryKind.DOCUMENT, about, f"document:{about}", body),
        Draft(
            EntryKind.READING,
            about,
            f"reading:{about}:{under}:{reading.run}",
            reading_body(reading, under=under, equals=None),
        ),
    )
    for draft in drafts:
        writer.add(draft, at=NOON, author=SOFTWARE)


def in_batches(first: int, last: int, size: int) -> Iterator[list[tuple[Document, Reading]]]:
    """The documents from one number up to another, some at a time."""
    made = pages(first, last)
    while batch := list(islice(made, size)):
        yield batch
