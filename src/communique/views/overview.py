"""What reading some documents came to: the first thing a user sees."""

from dataclasses import replace

from communique.model.contents import Contents
from communique.model.vocabulary import PASSED_OVER
from communique.views.lists import contacts_tables, documents_table, first_looks
from communique.views.naming import Naming, by_date, quoted
from communique.views.owing import scheduled, still_owed
from communique.views.tables import Page, Table

MOST_DOCUMENTS = 20
"""Past so many documents they are counted, not listed."""


def overview(
    part: Contents, naming: Naming, *, taken: int, known: int, refused: int, again: int = 0
) -> Page:
    """Documents with their dates, contacts, what to look at first, and what is owed.

    Of the documents ``known`` before, as many as ``again`` says were read by the rules now.
    ``part`` is what the documents read bear on; ``naming`` names all that the record holds.
    """
    tables: list[Table] = []
    if 0 < len(part.documents) <= MOST_DOCUMENTS:
        tables.append(documents_table(part.documents))
    if part.documents:
        listed = contacts_tables(sorted(part.contacts, key=by_date))
        tables += (replace(one, empty="No contact is told of.") for one in listed)
        tables.append(first_looks(part.findings, naming))
    heading = f"Read {_counted(taken, 'document')}. Kept byte for byte; nothing left this machine."
    if known:
        anew = f", {again:,} of them read anew" if again else ""
        heading += f" {_counted(known, 'document')} known already{anew}."
    if refused:
        heading += f" {refused:,} refused."
    owed = ("", _owed(part), *_unread(part)) if part.documents else ()
    return Page((heading,), tuple(tables), owed)


def _owed(part: Contents) -> str:
    follow_ups, ahead = len(still_owed(part)), len(scheduled(part))
    leads = sum(len(one.leads) for one in part.documents)
    owed = f"{_counted(follow_ups, 'follow-up')} open, {_counted(ahead, 'contact')} scheduled"
    told = [f"{owed} (communique due)"]
    if leads:
        told.append(f"{_counted(leads, 'lead')} not read")
    passed = sum(one.code in PASSED_OVER for one in part.problems)
    if len(part.problems) > passed:
        told.append(f"{_counted(len(part.problems) - passed, 'problem')} (communique problems)")
    if passed:
        told.append(f"{_counted(passed, 'text')} without a contact passed over (read --whole)")
    return " · ".join(told)


def _unread(part: Contents) -> tuple[str, ...]:
    leads = [passage.exact for one in part.documents for passage in one.leads]
    return (f"Lead not read: {quoted(leads[0])}",) if len(leads) == 1 else ()


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
