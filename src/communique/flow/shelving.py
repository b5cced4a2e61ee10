"""Facts about documents over the whole record: what each is called, and which it revises."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import pairwise

from communique.flow.standing import Pages, revising
from communique.model.contents import Judgement
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.resolve.documents import label_among, plain_label, rank_of, revisions
from communique.store.engine import Looked, Writer
from communique.store.shelves import Row

SHELF = "shelf"


def shelve(writer: Writer, pages: Pages, documents: Collection[str]) -> set[str]:
    """Put documents on the shelf as they stand; returns those whose label or revision changed."""
    old = {str(one["document"]): one for one in writer.rows_among(SHELF, "document", documents)}
    new = [_row(page.document) for one in sorted(documents) if (page := pages.of(one))]
    addresses = {str(one["address"]) for one in (*old.values(), *new) if one["address"]}
    before = revised_at(writer, addresses)
    writer.drop(SHELF, "document", old)
    named = _named_at_once(writer, old.values(), new)
    writer.put(SHELF, [one | {"label": named.get(one["document"], "")} for one in new])
    after = revised_at(writer, addresses)
    changed: set[str] = {one for pair in before.items() ^ after.items() for one in pair}
    plains = {str(one["plain"]) for one in (*old.values(), *new)}
    for plain in sorted(plains.difference(named.values())):
        changed |= _label(writer, plain)
    return changed | named.keys()


def _named_at_once(writer: Writer, old: Iterable[Row], new: Collection[Row]) -> dict[str, str]:
    """The new documents of a name that no other has, or had: nearly all, where nothing else is."""
    counts = Counter(str(one["plain"]) for one in (*old, *new))
    taken = {str(one["label"]) for one in writer.rows_among(SHELF, "label", counts)}
    named = {str(one["document"]): str(one["plain"]) for one in new}
    return {one: of for one, of in named.items() if counts[of] == 1 and of not in taken}


def turn_of(one: Document) -> str:
    """Sorts documents of one address as they revise one another: by date, then by digest."""
    published = one.published.edtf or "" if one.published else ""
    # A month sorts before its days: nothing in a date comes before a blank.
    return f"{published} {one.digest}"


def _row(one: Document) -> Row:
    return {
        "document": one.id,
        "place": rank_of(one),
        "plain": plain_label(one),
        "label": "",
        "address": one.address,
        "turn": turn_of(one),
    }


def _label(writer: Writer, plain: str) -> set[str]:
    """Label the documents of a plain name; returns those that were called otherwise."""
    first = writer.first_of(SHELF, {"plain": plain})
    called = writer.rows_among(SHELF, "label", (plain,))
    unlabelled = writer.rows(SHELF, {"plain": plain, "label": ""})
    changed = set()
    for one in (*([first] if first else ()), *called, *unlabelled):
        if one["plain"] != plain:
            continue
        about = str(one["document"])
        is_first = first is not None and first["document"] == about
        label = label_among(plain, DocumentId(about), is_first=is_first)
        if one["label"] != label:
            writer.change(SHELF, "document", about, {"label": label})
            changed.add(about)
    return changed


def revised_at(log: Looked, addresses: Iterable[str]) -> dict[DocumentId, DocumentId]:
    """Which document revises which under these addresses, as the software says."""
    found: dict[str, list[Row]] = {}
    for one in log.rows_among(SHELF, "address", addresses):
        found.setdefault(str(one["address"]), []).append(one)
    return {
        DocumentId(str(new["document"])): DocumentId(str(old["document"]))
        for same in found.values()
        for old, new in pairwise(sorted(same, key=lambda one: str(one["turn"])))
    }


def revised_among(
    log: Looked, documents: Collection[str], judgements: Iterable[Judgement]
) -> dict[DocumentId, DocumentId]:
    """Which document revises which, of those that one of these does, or that does one of these."""
    here = log.rows_among(SHELF, "document", documents)
    addresses = {str(one["address"]) for one in here if one["address"]}
    made = [revising(new, old) for new, old in revised_at(log, addresses).items()]
    decided = [one for one in judgements if not documents_of(one).isdisjoint(documents)]
    told = {one for each in (*made, *decided) for one in documents_of(each)}
    known = {str(one["document"]) for one in log.rows_among(SHELF, "document", told)}
    found = revisions({DocumentId(one) for one in known}, (*made, *decided))
    return {new: old for new, old in found.items() if new in documents or old in documents}


def documents_of(one: Judgement) -> set[str]:
    """The documents that a judgement names, a story by its first."""
    return {f"d{subject[1:]}" for subject in one.subjects if subject[:2] in ("d-", "s-")}
