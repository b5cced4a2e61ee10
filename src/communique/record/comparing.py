"""What a reading came to, and what a record showed before something was done to it."""

from dataclasses import replace
from itertools import islice

from communique.flow.reading import Summary
from communique.model.contents import Contents
from communique.record.record import Record
from communique.views.naming import Naming
from communique.views.overview import overview
from communique.views.tables import Page

MOST_COMPARED = 2000
"""Documents up to which it is shown what was changed: past that, looking twice takes long."""


def held_before(kept: Record, most: int = MOST_COMPARED) -> Contents | None:
    """What a record holds, where there is anything, and not too much to look at it twice."""
    if not kept.position():
        return None
    held = sum(1 for _ in islice(kept.documents(), most + 1))
    return kept.contents() if 0 < held <= most else None


def read_told(contents: Contents, summary: Summary) -> Page:
    """What was read, for a person, in a record that holds this now."""
    known = {*summary.known, *summary.met_again}
    return overview(
        touching(contents, set(summary.documents)),
        Naming(contents),
        taken=len(summary.taken),
        known=len(known),
        refused=len(summary.refused),
        again=len(known.intersection(summary.read)),
    )


def touching(contents: Contents, documents: set[str]) -> Contents:
    """The contents as far as they rest on these documents."""
    contacts = tuple(
        one for one in contents.contacts if {a.document for a in one.accounts} & documents
    )
    return replace(
        contents,
        documents=tuple(one for one in contents.documents if one.id in documents),
        contacts=contacts,
        findings=tuple(
            one for one in contents.findings if {p.document for p in one.passages} & documents
        ),
        undertakings=tuple(
            one for one in contents.undertakings if {p.document for p in one.passages} & documents
        ),
        problems=tuple(one for one in contents.problems if one.document in documents),
    )
