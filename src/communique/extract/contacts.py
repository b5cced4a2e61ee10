"""The contacts that a document tells of: form, parties, date, means, status and the rest."""

from communique.extract.page import Cast, Page, Speeches, Told
from communique.model.times import TimeMention


def find_contacts(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches
) -> Told:
    """The contacts told of in a document, with claims on their parties, form, date and the rest."""
    return Told(accounts=(), claims=(), times=times)
