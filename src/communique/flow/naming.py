"""The names of the tables in a text, as the parse wants them for its stand-ins."""

from collections.abc import Iterator

from communique.catalog.naming import NamingKind, find_namings
from communique.catalog.tables import Tables
from communique.languages.en.stand_ins import Name, NameKind

KINDS = (
    (NamingKind.STATE, NameKind.STATE),
    (NamingKind.CAPITAL, NameKind.CAPITAL),
    (NamingKind.ADJECTIVE, NameKind.ADJECTIVE),
    (NamingKind.PEOPLE, NameKind.PEOPLE),
    (NamingKind.SEAT, NameKind.SEAT),
    (NamingKind.AGENCY, NameKind.AGENCY),
)
"""What a wording counts as in a sentence; a word that is several things is the first of these."""


def names_in(tables: Tables, text: str) -> Iterator[Name]:
    """Every name of a state, its people or seats, or of an agency, that stands in a text."""
    for named in find_namings(tables, text):
        for met, kind in KINDS:
            code = named.code(met)
            if code is not None:
                yield Name(named.span, kind, code)
                break
