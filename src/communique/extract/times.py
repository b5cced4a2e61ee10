"""The times that a document names, resolved against its own date."""

from communique.extract.page import Page
from communique.model.times import TimeMention


def find_times(page: Page) -> tuple[TimeMention, ...]:
    """Every span of the document that names a time or a duration, in the order of the text."""
    return ()
