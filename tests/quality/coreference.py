"""The set ``coreference``: which mentions of events in ECB+ are of one event.

Given are the sentences and the mentions with their extents (those of sentences that the annotators
of ECB+ marked as checked), and nothing else: no topics, no stories, no dates. Two mentions are of
one event when the record groups their documents into one story, the words at their heads have one
stem, and what somebody tells is told by one teller. Heads and tellers are those of our parse and of
the cues by which speech is read, stems those by which the wording of accounts is compared: no bound
is chosen. Where the head says nothing of what happened ("took place"), another word of the extent
stands for it. Measured is the CoNLL F1 (see ``grouped``) over all mentions, those that are alone
included, of all documents together.

So the figure says how far the stories of the record and its sense of words carry. The record itself
makes no chains of events of any kind: two tellings are of one contact by the parties, form, day and
persons as well, which the set ``contacts`` measures.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from communique.catalog.tables import load_tables
from communique.extract.page import Page
from communique.extract.speech.cues import find_cues
from communique.flow.naming import names_in
from communique.languages.en.comparing import load_comparing
from communique.languages.en.parse import parse
from communique.model.documents import Block, Document
from communique.model.passages import DocumentId, Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import BlockKind
from communique.text.wording import Lexicon, Wordings
from tests.quality.figures import Result
from tests.quality.gold import STORIES
from tests.quality.grouped import b_cubed, ceaf_e, conll, muc
from tests.quality.shared import digest_of_files, rows_in
from tests.quality.stories import read_all, stories_in

MENTIONS = STORIES.with_name("ecbplus_event_mentions.jsonl")

Mention = Mapping[str, Any]
Told = tuple[str, str | None]
"""The stem of the word that tells of an event, and of the teller where it is told of speech."""


def measure() -> Result:
    """Read the documents into one record, and group the mentions by its stories."""
    documents = {row["doc_id"]: row for row in rows_in(STORIES)}
    mentions = [row for row in rows_in(MENTIONS) if row["validated"]]
    with tempfile.TemporaryDirectory() as folder:
        read = read_all(tuple(documents.values()), Path(folder))
    stories, told = stories_in(read), told_in(mentions, documents)
    found = {
        one["mention_id"]: (stories[one["doc_id"]], told[one["mention_id"]]) for one in mentions
    }
    wanted = {one["mention_id"]: one["chain"] for one in mentions}
    figures = {
        "CoNLL F1": conll(found, wanted),
        "MUC F1": muc(found, wanted).f1,
        "B³ F1": b_cubed(found, wanted).f1,
        "CEAF-e F1": ceaf_e(found, wanted).f1,
    }
    return Result("coreference", figures, read.rate, digest_of_files([STORIES, MENTIONS]))


def told_in(mentions: Sequence[Mention], documents: Mapping[str, Mention]) -> dict[str, Told]:
    """For each mention what its words tell, each sentence of its document parsed by itself."""
    of: dict[str, list[Mention]] = {}
    for one in mentions:
        of.setdefault(one["doc_id"], []).append(one)
    tables, wordings = load_tables(), Wordings(load_comparing().lexicon)
    laid = {name: laid_out(name, documents[name]["sentences"]) for name in of}
    texts = (document for document, _ in laid.values())
    found: dict[str, Told] = {}
    for document, sentences in parse(texts, partial(names_in, tables)):
        page, places = Page(document, sentences, tables), laid[document.name][1]
        for one in of[document.name]:
            spans = [places[one["sent"]][at] for at in one["tokens"]]
            found[one["mention_id"]] = told_at(page, spans, wordings)
    return found


def laid_out(
    name: str, sentences: Sequence[Sequence[str]]
) -> tuple[Document, tuple[tuple[Span, ...], ...]]:
    """A document with a block for each sentence, and the places of the words of each."""
    text, blocks, places = "", list[Block](), list[tuple[Span, ...]]()
    for words in sentences:
        begin, spans = len(text), list[Span]()
        for word in words:
            spans.append(Span(len(text), len(text) + len(word)))
            text += f"{word} "
        places.append(tuple(spans))
        blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, len(text))))
        text += "\n\n"
    made = Document(
        DocumentId(name), "", name, text, "text/plain", "utf-8", None, tuple(blocks), "en"
    )
    return made, tuple(places)


def told_at(page: Page, spans: Sequence[Span], wordings: Wordings) -> Told:
    """The stem of the word that tells at some spans, and of who tells by it."""
    met = list(_tokens(page, spans))
    inside = {token.start for _, token in met}
    sentence, head = next(
        one for one in met if one[0].head(one[1]).start not in inside - {one[1].start}
    )
    telling = [token for _, token in met if says_something(token, wordings.lexicon)]
    word = head if head in telling or not telling else telling[0]
    return wordings.stem(word.lemma), teller_at(sentence, head, wordings)


def _tokens(page: Page, spans: Sequence[Span]) -> Iterator[tuple[Sentence, Token]]:
    """The words at some spans, each with its sentence."""
    for span in spans:
        sentence = page.sentence_at(span.start)
        for token in () if sentence is None else sentence.tokens:
            if token.start < span.end and span.start < token.end and sentence is not None:
                yield sentence, token


def says_something(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word says something of what it stands in, whatever that is."""
    return token.pos != "PUNCT" and not {token.lower, token.lemma.lower()} & lexicon.stop


def teller_at(sentence: Sentence, token: Token, wordings: Wordings) -> str | None:
    """The stem of who tells something by a word in so many words, None where nobody does."""
    for cue in find_cues(sentence):
        is_plain = cue.is_adjunct or "clause" in cue.frames
        if is_plain and cue.source is not None and cue.first <= token.index <= cue.last:
            return wordings.stem(cue.source.lemma)
    return None
