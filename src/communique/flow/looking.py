"""The first look over a batch: which documents need not be read, and why not."""

from collections.abc import Sequence
from functools import partial

from communique.flow.naming import names_in
from communique.flow.run import Extent, Run
from communique.languages.en.parse import NAMING, parse
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Problem
from communique.model.vocabulary import NO_CONTACT, NO_SIGN


def look_over(documents: Sequence[Document], run: Run) -> dict[DocumentId, Problem]:
    """Those of these documents that need not be read whole, each with the reason."""
    # The rules and their cues take time to load: only where there is a text to look at.
    from communique.extract.first_look import first_look, glimpse, is_read_whole
    from communique.extract.page import Page
    from communique.extract.reading import tells_of_contact

    if run.extent is Extent.WHOLE:
        return {}
    looks = {one.id: first_look(one, run.tables) for one in documents if not is_read_whole(one)}
    passed = {about: _no_sign(look.sentences) for about, look in looks.items() if not look.signs}
    close = {about: one for about, one in looks.items() if one.signs and not one.is_plain}
    seen = [glimpse(one, close[one.id]) for one in documents if one.id in close]
    # Without a text to parse the model is not even loaded.
    parsed = parse(seen, partial(names_in, run.tables), NAMING) if seen else ()
    for document, sentences in parsed:
        look = close[document.id]
        if not tells_of_contact(Page(document, sentences, run.tables), look.persons):
            passed[document.id] = _no_contact(len(look.signs), look.sentences)
    return passed


TO_READ = "To read it all the same: read --whole"


def _no_sign(sentences: int) -> Problem:
    return Problem(
        NO_SIGN,
        f"none of its {_counted(sentences)} has a word of contact near two parties: the text is "
        f"kept, it was not parsed, and nothing was taken from it. {TO_READ}",
    )


def _no_contact(signs: int, sentences: int) -> Problem:
    return Problem(
        NO_CONTACT,
        f"{signs:,} of its {_counted(sentences)} might have told of a contact and, read with those "
        "that name their persons, tell of none: the text is kept, the rest was not parsed, and "
        f"nothing was taken from it. {TO_READ}",
    )


def _counted(sentences: int) -> str:
    return f"{sentences:,} sentence{'' if sentences == 1 else 's'}"
