"""The set ``coreference``: which mentions of events in ECB+ are of one event.

Given are the mentions with their extents (those of sentences that the annotators of ECB+ marked as
checked), and nothing else: no topics, no stories, no dates. Two mentions are of one event when the
record groups their documents into one story and the words at their heads have one stem. Heads are
those of our parse, stems those by which the wording of accounts is compared. Measured is the CoNLL
F1 (see ``grouped``) over all mentions, those that are alone included, of all documents together.

So the figure says how far the stories of the record carry. The record itself makes no chains of
events of any kind: two tellings are of one contact by the parties, form, day and persons as well,
which the set ``contacts`` measures.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from communique.extract.page import Page
from communique.languages.en.comparing import load_comparing
from communique.model.syntax import Token
from communique.text.wording import Wordings
from tests.quality.figures import Result
from tests.quality.gold import STORIES
from tests.quality.grouped import b_cubed, ceaf_e, conll, muc
from tests.quality.parsed import Clock, pages_in
from tests.quality.shared import digest_of_files, rows_in
from tests.quality.stories import read_all, stories_in

MENTIONS = STORIES.with_name("ecbplus_event_mentions.jsonl")
APART = 25
"""Characters within which the next word of a sentence must follow."""

Place = tuple[int, int]
Mention = Mapping[str, Any]


def measure() -> Result:
    """Read the documents into one record, and group the mentions by its stories."""
    documents = {row["doc_id"]: row for row in rows_in(STORIES)}
    mentions = [row for row in rows_in(MENTIONS) if row["validated"]]
    with tempfile.TemporaryDirectory() as folder:
        read = read_all(tuple(documents.values()), Path(folder))
        stems = stems_of(mentions, documents, Path(folder))
    stories = stories_in(read)
    found = {
        one["mention_id"]: (stories[one["doc_id"]], stems[one["mention_id"]]) for one in mentions
    }
    wanted = {one["mention_id"]: one["chain"] for one in mentions}
    figures = {
        "CoNLL F1": conll(found, wanted),
        "MUC F1": muc(found, wanted).f1,
        "B³ F1": b_cubed(found, wanted).f1,
        "CEAF-e F1": ceaf_e(found, wanted).f1,
    }
    return Result("coreference", figures, read.rate, digest_of_files([STORIES, MENTIONS]))


def stems_of(
    mentions: Sequence[Mention], documents: Mapping[str, Mention], folder: Path
) -> dict[str, str]:
    """For each mention the stem of the word at its head, of its last word where none is parsed."""
    wordings = Wordings(load_comparing().lexicon)
    told: dict[str, list[Mention]] = {}
    for one in mentions:
        told.setdefault(one["doc_id"], []).append(one)
    path = folder / "texts.jsonl"
    rows = ({"url": name, "text": documents[name]["text"]} for name in told)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = {one["mention_id"]: wordings.stem(one["text"].split()[-1]) for one in mentions}
    for page in pages_in([path], Clock()):
        name = str(page.document.address)
        places = places_in(page.document.text, documents[name]["sentences"])
        for one in told[name]:
            spans = [places.get((one["sent"], token)) for token in one["tokens"]]
            head = head_at(page, [span for span in spans if span is not None])
            if head is not None:
                found[one["mention_id"]] = wordings.stem(head.lemma)
    return found


def places_in(text: str, sentences: Sequence[Sequence[str]]) -> dict[Place, Place]:
    """Where the words of sentences stand in a text, by sentence and word; those found in order."""
    found, at = dict[Place, Place](), 0
    for sentence, words in enumerate(sentences):
        for place, word in enumerate(words):
            start = text.find(word, at, at + len(word) + APART)
            if start >= 0:
                at = start + len(word)
                found[sentence, place] = (start, at)
    return found


def head_at(page: Page, spans: Sequence[Place]) -> Token | None:
    """The first word of some spans that hangs on none of the others."""
    met = list(_tokens(page, spans))
    inside = {token.start for token, _ in met}
    return next(
        (token for token, above in met if above.start not in inside or above is token), None
    )


def _tokens(page: Page, spans: Sequence[Place]) -> Iterator[tuple[Token, Token]]:
    """The words in some spans, each with the word on which it hangs."""
    for start, end in spans:
        sentence = page.sentence_at(start)
        for token in () if sentence is None else sentence.tokens:
            if token.start < end and start < token.end and sentence is not None:
                yield token, sentence.head(token)
