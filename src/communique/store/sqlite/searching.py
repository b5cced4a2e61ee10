"""Search by SQLite's FTS5 over the documents' titles and texts."""

import re
from collections.abc import Container, Iterator
from itertools import islice

from sqlalchemy import Connection, bindparam, text

from communique.store.engine import Hit

LINES = 3
"""Lines shown of one document, those with the most matches first."""
_START, _END = "\x02", "\x03"
_TERM = re.compile(r'"([^"]+)"|(\S+)')

MAKE = (
    """
create virtual table search using fts5(
  title, text, content = 'documents', content_rowid = 'number',
  tokenize = "unicode61 remove_diacritics 2"
)
""",
    """
create trigger documents_are_found after insert on documents
begin
  insert into search(rowid, title, text) values (new.number, new.title, new.text);
end
""",
    """
create trigger documents_are_lost after delete on documents
begin
  insert into search(search, rowid, title, text)
  values ('delete', old.number, old.title, old.text);
end
""",
)


def make(connection: Connection) -> None:
    """An empty index that follows the documents."""
    for one in MAKE:
        connection.execute(text(one))


def search(
    connection: Connection, words: str, limit: int, among: Container[str] | None = None
) -> Iterator[Hit]:
    """Lines that hold the words, at most ``limit`` of them, the best documents first.

    ``among`` are the documents that count, None for all.
    """
    query = _query(words)
    if not query:
        return
    left = limit
    for document, kept, marked in _marked(connection, query, limit, among):
        for hit in _lines(document, kept or "", marked or "")[: min(LINES, left)]:
            left -= 1
            yield hit


def _marked(
    connection: Connection, query: str, limit: int, among: Container[str] | None
) -> Iterator[tuple[str, str, str]]:
    """The best documents with the words marked, a few at a time, for as long as more are wanted."""
    ranked = connection.execute(RANKED, {"query": query})
    chosen = (number for number, found in ranked if among is None or found in among)
    numbers = tuple(islice(chosen, limit))
    for at in range(0, len(numbers), FEW):
        few = numbers[at : at + FEW]
        asked = {"start": _START, "end": _END, "query": query, "numbers": few}
        told = {one[0]: tuple(one[1:]) for one in connection.execute(MARKED, asked)}
        yield from (told[number] for number in few)


FEW = 20
"""Documents that one statement marks: to mark words is what costs, and a few give lines enough."""
RANKED = text(
    "select d.number, d.id from search join documents d on d.number = search.rowid "
    "where search match :query order by rank, d.place"
)
MARKED = text(
    "select d.number, d.id, d.text, highlight(search, 1, :start, :end) "
    "from search join documents d on d.number = search.rowid "
    "where search match :query and search.rowid in :numbers"
).bindparams(bindparam("numbers", expanding=True))


def _query(words: str) -> str:
    """What a person typed as an FTS5 query: words that must all stand, phrases in quotes."""
    terms = [phrase or word for phrase, word in _TERM.findall(words)]
    return " ".join('"' + one.replace('"', "") + '"' for one in terms if re.search(r"\w", one))


def _lines(document: str, kept: str, marked: str) -> list[Hit]:
    # Texts that hold the marks themselves cannot be told apart: the whole first line is shown.
    if _START in kept or _END in kept:
        return [Hit(document, 0, len(kept.split("\n")[0]), kept.split("\n")[0])]
    hits: list[tuple[int, Hit]] = []
    place = 0
    for line in marked.split("\n"):
        plain = line.replace(_START, "").replace(_END, "")
        if _START in line:
            hits.append((-line.count(_START), Hit(document, place, place + len(plain), plain)))
        place += len(plain) + 1
    if not hits:
        first = kept.split("\n")[0]
        return [Hit(document, 0, len(first), first)]
    return [hit for _, hit in sorted(hits, key=lambda one: (one[0], one[1].start))]
