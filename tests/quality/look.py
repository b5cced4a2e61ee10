"""Pages with what was missed, what is false, and what differs: half A, or the set of contacts.

Half B of the blind gold is for figures only: nobody looks at its pages, so that they can tell
whether a rule is general. So ``look`` shows half A and refuses half B.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.quality import contacts
from tests.quality.dates import is_given
from tests.quality.gold import OTHERS, PAGES, labelled_in, texts
from tests.quality.matching import Paired, is_same_date, pair
from tests.quality.pages import told_of
from tests.quality.reading import Text, read_files
from tests.quality.told import Told, told_in

OPEN_HALF = "A"


class HalfClosed(Exception):
    """A half was asked for whose pages are not to be looked at."""


def look(what: str, part: str = "") -> Iterator[str]:
    """The lines to print for half A or for ``contacts``; raises HalfClosed for any other.

    ``part`` limits the pages to those in whose address it stands.
    """
    if what == "contacts":
        yield from _look_at_contacts(part)
        return
    if what != OPEN_HALF:
        raise HalfClosed(
            f"half {what} is for figures only: its pages show whether a rule is general for as "
            f"long as nobody has looked at them; expected {OPEN_HALF}, or contacts"
        )
    every = (*labelled_in(PAGES), *labelled_in(OTHERS))
    pages = [one for one in every if one.half == what and part in one.page]
    _, told = told_of(pages)
    for one in pages:
        yield from lines_of(texts()[one.page], one.contacts, told.get(one.page, ()))


def _look_at_contacts(part: str) -> Iterator[str]:
    paths = [one for one in contacts.paths() if part in one.stem]
    with tempfile.TemporaryDirectory() as folder:
        read = read_files(paths, Path(folder))
    told = told_in(read.contents, read.names)
    published = {read.names[one.id]: one.published for one in read.contents.documents}
    for name, wanted in contacts.wanted_in().items():
        if part in name:
            text = (contacts.PLACE / "docs" / f"{name}.txt").read_text(encoding="utf-8")
            when = published[name]
            page = Text(name, text, date=when.edtf if when else None)
            yield from lines_of(page, wanted, told[name])


def lines_of(page: Text, wanted: Sequence[Told], told: Sequence[Told]) -> Iterator[str]:
    """The lines for one page; none where all is as wanted."""
    lines = list(_differences(pair(wanted, told), page.text))
    if lines:
        yield f"\n{page.name}\n  {page.outlet or ''} {page.date or 'undated'}: {page.title or ''}"
        yield from lines


def _differences(paired: Paired, text: str) -> Iterator[str]:
    for one in paired.missed:
        yield f"  missed  {_facts(one)}"
        yield from _words(one, text)
    for one in paired.false:
        yield f"  false   {_facts(one)}"
        yield from _words(one, text)
    for wanted, told in paired.pairs:
        aspects = list(_aspects(wanted, told))
        if aspects:
            yield f"  differs {', '.join(aspects)}"
            yield f"     wanted {_facts(wanted)}"
            yield from _words(wanted, text)
            yield f"     told   {_facts(told)}"
            yield from _words(told, text)


def _aspects(wanted: Told, told: Told) -> Iterator[str]:
    if wanted.parties != told.parties:
        yield "parties"
    if told.form not in wanted.forms:
        yield "form"
    if told.status not in wanted.statuses:
        yield "status"
    is_bound = wanted.date is None and not is_given(told.date)
    if not is_bound and not is_same_date(wanted, told):
        yield "date"


def _facts(one: Told) -> str:
    role = "" if one.contact else {2: "core", 1: "secondary", 0: "background"}[one.rank]
    names = ", ".join(one.names)
    return " | ".join(
        part
        for part in (
            role,
            "/".join(one.forms),
            "/".join(one.statuses),
            " ".join(sorted(one.parties)),
            names,
            " ".join(one.dates) or "no date",
        )
        if part
    )


def _words(one: Told, text: str) -> Iterator[str]:
    for start, end in one.spans:
        yield f"            “{' '.join(text[start:end].split())}” [{start}:{end}]"
