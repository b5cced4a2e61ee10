"""Taking in and reading: batch by batch, so that a process that is killed loses little."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from communique.flow.looking import look_over
from communique.flow.mending import as_read, put_back
from communique.flow.naming import names_in
from communique.flow.run import Run, Step
from communique.intake.taking import documents_from_bytes, take_in
from communique.intake.values import Options, Refused, Taken
from communique.languages.en.parse import ModelUnfit, parse
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Problem, Reading
from communique.model.syntax import Sentence
from communique.store.bodies import (
    content_of,
    digest_of_document,
    document_body,
    reading_body,
    told_in,
    told_of,
)
from communique.store.decisions import Refusal, refusal_draft
from communique.store.engine import Store, Writer
from communique.store.entries import Draft, EntryKind
from communique.store.past import Effective, decisions_of, effective_of, readings_about, unread
from communique.text.digests import digest_of

LOG = logging.getLogger(__name__)
READ_LANGUAGE = "en"
"""The language whose texts are read; others are kept, and marked as not read."""
BATCH = 32
"""Documents committed together: what a process that is killed has to read again, at most."""
BATCH_CHARACTERS = 400_000
"""Characters committed together, so that long documents do not fill the memory."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one reading of paths did; all are ids of documents.

    ``taken`` are new in the record, ``known`` were there, ``met_again`` were there under another
    name or description, ``purged`` are not taken in again, ``read`` were read by the rules.
    """

    taken: tuple[str, ...]
    known: tuple[str, ...]
    met_again: tuple[str, ...]
    purged: tuple[str, ...]
    read: tuple[str, ...]
    refused: tuple[Refused, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """All documents met under the paths, in the order in which they were met."""
        return (*self.taken, *self.known, *self.met_again)


def read(store: Store, paths: Iterable[Path | str], options: Options, run: Run) -> Summary:
    """Take in what lies under the paths and read it, batch by batch; what was read is kept."""
    besides = replace(options, record=store.path, tables=run.tables)
    return read_taken(store, take_in(paths, besides), run)


def read_bytes(
    store: Store, files: Iterable[tuple[str, bytes]], options: Options, run: Run
) -> Summary:
    """The same with bytes, each under the name of a file."""
    besides = replace(options, tables=run.tables)
    taken = (one for name, data in files for one in documents_from_bytes(data, name, besides))
    return read_taken(store, taken, run)


def read_taken(store: Store, taken: Iterable[Taken | Refused], run: Run) -> Summary:
    """Keep and read what was taken in, batch by batch."""
    tally = _Tally()
    for batch in batches(taken):
        documents = _keep_taken(store, batch, run, tally)
        tally.read.extend(_read_batch(store, documents, run, len(tally.read)))
    return tally.summary()


def complete(store: Store, run: Run, after: int = 0) -> tuple[str, ...]:
    """Read the documents that have no reading as they stand; returns their ids.

    Looked at are those of which something was told after an entry.
    """
    decisions = decisions_of(store)
    read_now: list[str] = []
    for batch in _in_batches(unread(store, decisions, after)):
        read_now.extend(_read_batch(store, batch, run, len(read_now)))
    return tuple(read_now)


def read_again(store: Store, documents: Iterable[Effective], run: Run) -> tuple[str, ...]:
    """Read documents by this run, whatever was read of them before; returns their ids."""
    read_now: list[str] = []
    for batch in _in_batches(documents):
        read_now.extend(_read_batch(store, batch, run, len(read_now)))
    return tuple(read_now)


class _Tally:
    """What has been done so far."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.known: list[str] = []
        self.met_again: list[str] = []
        self.purged: list[str] = []
        self.read: list[str] = []
        self.refused: list[Refused] = []

    def summary(self) -> Summary:
        """The tally as a value."""
        return Summary(
            taken=tuple(self.taken),
            known=tuple(self.known),
            met_again=tuple(self.met_again),
            purged=tuple(self.purged),
            read=tuple(self.read),
            refused=tuple(self.refused),
        )


def batches(taken: Iterable[Taken | Refused]) -> Iterator[list[Taken | Refused]]:
    """The documents in batches that are small in number and in characters."""
    batch: list[Taken | Refused] = []
    characters = 0
    for one in taken:
        batch.append(one)
        characters += len(one.document.text) if isinstance(one, Taken) else 0
        if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _in_batches(documents: Iterable[Effective]) -> Iterator[list[Effective]]:
    batch: list[Effective] = []
    characters = 0
    for one in documents:
        batch.append(one)
        characters += len(one.document.text)
        if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _keep_taken(
    store: Store, batch: Sequence[Taken | Refused], run: Run, tally: _Tally
) -> list[Effective]:
    """Add a batch to the log; returns the documents of it that this run has to read."""
    new: list[Effective] = []
    with store.writing() as writer:
        for one in batch:
            if isinstance(one, Refused):
                draft = refusal_draft(Refusal(one.path, one.code, one.message))
                writer.add(draft, at=run.clock(), author=run.author)
                tally.refused.append(one)
            else:
                new += _keep_one(writer, one, run, tally)
    taken = [one.document.id for one in batch if isinstance(one, Taken)]
    return [*new, *_known_unread(store, run, set(taken) - {one.document.id for one in new})]


def _keep_one(writer: Writer, one: Taken, run: Run, tally: _Tally) -> Iterator[Effective]:
    """Add one document; gives it when it is new, for then it stands as it came."""
    about = one.document.id
    told = told_of(one.document, one.problems)
    draft = Draft(EntryKind.DOCUMENT, about, f"document:{about}", document_body(told, one.data))
    entry = writer.add(draft, at=run.clock(), author=run.author)
    if entry is not None:
        tally.taken.append(about)
        under = digest_of_document(one.document)
        yield Effective(one.document, one.problems, under, entry.number)
        return
    first = writer.body_of(draft.key)
    if first is None:
        tally.purged.append(about)
    elif told_in(first) == told:
        tally.known.append(about)
    else:
        key = f"sighting:{about}:{digest_of(told)[:16]}"
        again = Draft(EntryKind.SIGHTING, about, key, told)
        added = writer.add(again, at=run.clock(), author=run.author)
        (tally.known if added is None else tally.met_again).append(about)


def _known_unread(store: Store, run: Run, documents: set[DocumentId]) -> Iterator[Effective]:
    """Of documents that were there before, those that this run has not read as they stand."""
    if not documents:
        return
    decisions = decisions_of(store)
    for document in sorted(documents):
        one = effective_of(store, decisions, document)
        if one is not None and not _was_read(store, one, run):
            yield one


def _reading_key(one: Effective, run: str) -> str:
    return f"reading:{one.document.id}:{one.under}:{run}"


def _was_read(store: Store, one: Effective, run: Run) -> bool:
    """Whether this run, or one that read it whole, has read a document as it stands."""
    versions = dict.fromkeys((run.reading, run.whole))
    return any(store.entry_by_key(_reading_key(one, version)) is not None for version in versions)


def _read_batch(store: Store, batch: Sequence[Effective], run: Run, done: int) -> Iterator[str]:
    """Read a batch and keep the readings, also those made before an interruption."""
    head = store.head()
    made: list[tuple[Effective, Reading]] = []
    try:
        for pair in _readings(batch, run):
            made.append(pair)
            run.progress(Step("reading", done + len(made), None))
    finally:
        _keep_readings(store, made, run, head.number)
    for read_now, _ in made:
        yield read_now.document.id


def _readings(batch: Sequence[Effective], run: Run) -> Iterator[tuple[Effective, Reading]]:
    by_id = {one.document.id: one for one in batch}
    legible = [one.document for one in batch if _is_legible(one.document)]
    for one in batch:
        if not _is_legible(one.document):
            yield one, _not_read(one, run.reading)
    passed = _passed_over(legible, run)
    for about, reason in passed.items():
        yield by_id[about], _unread(by_id[about], run.reading, reason)
    wanted = [as_read(one) for one in legible if one.id not in passed]
    if not wanted:
        return
    done: set[DocumentId] = set(passed)
    try:
        for document, sentences in parse(wanted, partial(names_in, run.tables)):
            done.add(document.id)
            yield by_id[document.id], _read_one(by_id[document.id], document, sentences, run)
    except UNFIT:
        raise
    # Documents are parsed together: whichever the parser fails at is found by parsing each alone.
    except Exception as problem:
        LOG.info("parsing documents one by one after %r", problem)
        for one in batch:
            if _is_legible(one.document) and one.document.id not in done:
                yield one, _read_alone(one, run)


def _passed_over(documents: Sequence[Document], run: Run) -> dict[DocumentId, Problem]:
    """The documents that a first look passes over; none where it fails, so that all are read."""
    try:
        return look_over([as_read(one) for one in documents], run)
    except UNFIT:
        raise
    except Exception as problem:
        LOG.info("reading documents whole after %r", problem)
        return {}


def _read_alone(one: Effective, run: Run) -> Reading:
    """What is read in one document that is parsed by itself."""
    try:
        [(document, sentences)] = parse([as_read(one.document)], partial(names_in, run.tables))
    except UNFIT:
        raise
    except Exception as problem:
        return _not_readable(one, run.reading, problem)
    return _read_one(one, document, sentences, run)


def _read_one(
    one: Effective, document: Document, sentences: tuple[Sentence, ...], run: Run
) -> Reading:
    """What the rules read in one parsed document; an empty reading when they fail.

    ``document`` is the one that was parsed, with the words of its text parted where a page ran them
    together: what is read in it is kept with its places in the text as it came.
    """
    # The rules and their cues take time to load: only where there is a text to read.
    from communique.extract.page import Page
    from communique.extract.reading import read_page

    try:
        reading = put_back(
            read_page(Page(document, sentences, run.tables), run.reading), one.document
        )
    # One document that no rule foresaw must not keep all others from being read and shown.
    except Exception as problem:
        return _not_readable(one, run.reading, problem)
    return replace(reading, problems=(*one.problems, *reading.problems))


UNFIT = (ModelUnfit, ImportError)
"""What says that nothing can be read here, not that one document cannot."""
NOT_READABLE = "not-readable"
"""The code of the problem of a document at which reading failed."""


def _not_readable(one: Effective, run: str, failure: Exception) -> Reading:
    met = " ".join(f"{type(failure).__name__}: {failure}".split())[:200]
    LOG.warning("%s could not be read: %s", one.document.name, met)
    LOG.debug("where reading failed", exc_info=failure)
    problem = Problem(
        NOT_READABLE,
        f"the text could not be read ({met}): it is kept, and nothing was taken from it. "
        "Please report it; a later version may read it",
    )
    return _unread(one, run, problem)


def _unread(one: Effective, run: str, reason: Problem) -> Reading:
    """A reading that took nothing from a document, and why."""
    return Reading(one.document.id, run, (), (), (), (), (*one.problems, reason))


def _is_legible(document: Document) -> bool:
    return (document.language or "").split("-")[0] == READ_LANGUAGE


def _not_read(one: Effective, run: str) -> Reading:
    language = one.document.language
    met = f"the text is in {language}" if language else "the language of the text is not known"
    problem = Problem(
        "language-not-read",
        f"{met}; only English is read: the text is kept, and nothing was taken from it. "
        "If it is English, correct its language to en",
    )
    return _unread(one, run, problem)


def _keep_readings(
    store: Store, made: Sequence[tuple[Effective, Reading]], run: Run, since: int
) -> None:
    if not made:
        return
    drafts = [_reading_draft(store, one, reading) for one, reading in made]
    with store.writing() as writer:
        # Whoever was corrected or met again meanwhile is read again, as it now stands.
        changed = {entry.about for entry in writer.entries(*_TELLING, after=since)}
        for draft in drafts:
            if draft.about not in changed:
                writer.add(draft, at=run.clock(), author=run.author)


_TELLING = (EntryKind.CORRECTION, EntryKind.SIGHTING, EntryKind.WITHDRAWAL, EntryKind.PURGE)


def _reading_draft(store: Store, one: Effective, reading: Reading) -> Draft:
    equals: int | None = None
    content = content_of(reading)
    for entry, kept in readings_about(store, one.document.id):
        same = kept.reading is not None and content_of(kept.reading) == content
        if same and kept.under == one.under:
            equals = entry.number
            break
    body = reading_body(reading, under=one.under, equals=equals)
    return Draft(EntryKind.READING, one.document.id, _reading_key(one, reading.run), body)
