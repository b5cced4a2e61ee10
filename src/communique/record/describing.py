"""What a user says of documents beside their text, checked before they are read."""

from communique.catalog.tables import Tables
from communique.errors import NotPossible
from communique.intake.about import About
from communique.languages.en.times import stamp_in
from communique.model.vocabulary import DocumentKind
from communique.record.choosing import code_of

KINDS = tuple(one.value for one in DocumentKind)


def about_given(
    outlet: str | None,
    date: str | None,
    kind: str | None,
    side: str | None,
    *,
    tables: Tables | None,
) -> About:
    """What is said of every document; raises NotPossible for what there is not.

    ``tables`` know the sides by name, None for those that ship.
    """
    if date is not None and stamp_in(date) is None:
        raise NotPossible(f"date: no date {date!r}: expected a day of a year, as in 2021-08-24")
    if kind is not None and kind not in KINDS:
        raise NotPossible(f"no kind of document {kind!r}: expected one of {', '.join(KINDS)}")
    return About(
        outlet=outlet,
        date=date,
        basis=None if date is None else "option",
        kind=None if kind is None else DocumentKind(kind),
        side=None if side is None else code_of(side, tables=tables),
    )
