"""Half A of the blind gold page by page: what was missed, what is false, what differs.

Half B is for figures only: nobody looks at its pages, so that they can tell whether a rule is
general. So ``look`` shows half A and refuses any other.
"""

from collections.abc import Iterator, Sequence

from tests.quality.dates import is_given
from tests.quality.gold import OTHERS, PAGES, Labelled, labelled_in, texts
from tests.quality.matching import Paired, is_same_date, pair
from tests.quality.pages import told_of
from tests.quality.told import Told

OPEN_HALF = "A"


class HalfClosed(Exception):
    """A half was asked for whose pages are not to be looked at."""


def look(half: str) -> Iterator[str]:
    """The lines to print for a half; raises HalfClosed for any but A."""
    if half != OPEN_HALF:
        raise HalfClosed(
            f"half {half} is for figures only: its pages show whether a rule is general for as "
            f"long as nobody has looked at them; expected {OPEN_HALF}"
        )
    pages = [one for one in (*labelled_in(PAGES), *labelled_in(OTHERS)) if one.half == half]
    _, told = told_of(pages)
    for one in pages:
        yield from lines_of(one, told.get(one.page, ()))


def lines_of(page: Labelled, told: Sequence[Told]) -> Iterator[str]:
    """The lines for one page; none where all is as wanted."""
    text = texts()[page.page]
    paired = pair(page.contacts, told)
    lines = list(_differences(paired, text.text))
    if lines:
        yield f"\n{page.page}\n  {text.outlet or ''} {text.date or 'undated'}: {text.title or ''}"
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
