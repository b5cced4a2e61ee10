"""The first page: the latest contacts, what to look at first, what came in since."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from starlette.requests import Request

from communique.model.contents import Contact
from communique.record.narrowing import Asked, contacts_asked
from communique.server.drawing.shown import Shown
from communique.server.library.library import Kept
from communique.server.pages.asking import is_for_people
from communique.server.pages.changes import news_since, visited
from communique.text.intervals import days_of
from communique.views.lists import contacts_tables, first_looks
from communique.views.tables import Page

LATEST = 25
"""Contacts that the first page lists."""
STRIP = 28
"""Days of the strip on the first page."""


def home(kept: Kept, request: Request) -> Shown:
    """The latest contacts, what to look at first, and the days on which something happened."""
    brief = is_for_people(request)
    found = contacts_asked(kept.record, Asked(), "latest", limit=LATEST, brief=brief)
    findings = tuple(kept.record.findings())
    looks = first_looks(findings, kept.naming)
    visit = visited(kept.record, request, kept.library.mark)
    return Shown(
        title="Latest contacts",
        data={"contacts": found},
        page=Page(("Latest contacts",), (*contacts_tables(found), looks)),
        template="home.html",
        more={
            "strip": _strip(found),
            "documents": len(kept.naming.contents.documents),
            "news": None if visit.since is None else news_since(kept, visit.since),
        },
        kept=visit.kept,
    )


def _strip(contacts: Iterable[Contact]) -> list[tuple[date, int]]:
    """The last days up to the latest contact, each with the contacts known to be of it."""
    days = Counter(
        first
        for one in contacts
        for first, last in [days_of(one.date[0].value if one.date else None)]
        if first is not None and first == last
    )
    if not days:
        return []
    end = max(days)
    return [(day, days[day]) for day in (end - timedelta(n) for n in range(STRIP - 1, -1, -1))]
