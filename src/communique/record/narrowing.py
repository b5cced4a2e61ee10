"""What a list is narrowed to: the filters that a user gave, and how they hold for each thing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

from communique.model.contents import Contact, Contents
from communique.model.times import edtf_of
from communique.model.vocabulary import Form, Status, Strength
from communique.record.choosing import check, code_of, days_asked, dyad_of, has_states
from communique.record.record import Record
from communique.text.intervals import days_of
from communique.views.naming import Naming

SORTS = ("date", "latest", "label", "reports", "origins")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a list as a user gave them; all that are given must hold.

    ``heard`` is a side that an account names an original of, ``strength`` one with which something
    is said in an account.
    """

    state: str | None = None
    dyad: str | None = None
    body: str | None = None
    form: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    heard: str | None = None
    strength: str | None = None

    def __post_init__(self) -> None:
        """Raise NotPossible where the days asked for cannot be."""
        days_asked(self.since, self.until)

    @property
    def is_of_contacts(self) -> bool:
        """Whether anything but days is asked for."""
        return any((self.state, self.dyad, self.body, self.form, self.status)) or self.is_of_words

    @property
    def is_of_words(self) -> bool:
        """Whether accounts must be looked into: who is heard in them, and how strongly."""
        return bool(self.heard or self.strength)

    @property
    def is_of_anything(self) -> bool:
        """Whether there is any filter."""
        return self.is_of_contacts or bool(self.since or self.until)


def contacts_asked(
    kept: Record,
    asked: Asked,
    sort: str = "date",
    *,
    limit: int | None = None,
    skip: int = 0,
    brief: bool = False,
) -> tuple[Contact, ...]:
    """The contacts for which the filters hold, ``limit`` of them after ``skip``.

    With ``brief`` without their points. Raises NotPossible.
    """
    check("sort", sort, SORTS)
    found = kept.contacts(
        **_filters(kept, asked),
        since=asked.since,
        until=asked.until,
        sort=sort,
        limit=None if asked.is_of_words else limit,
        skip=0 if asked.is_of_words else skip,
        brief=brief and asked.strength is None,
    )
    if not asked.is_of_words:
        return tuple(found)
    heard = None if asked.heard is None else code_of(asked.heard, kept.actors())
    of = (one for one in found if _is_told(one, heard, asked.strength))
    return tuple(islice(of, skip, None if limit is None else skip + limit))


def _filters(kept: Record, asked: Asked) -> dict[str, Any]:
    """What contacts are asked for by, without the days, in codes; raises NotPossible."""
    check("form", asked.form, [one.value for one in Form])
    check("status", asked.status, [one.value for one in Status])
    check("strength", asked.strength, [one.value for one in Strength])
    known = tuple(kept.actors()) if asked.state or asked.dyad or asked.body else ()
    return {
        "state": None if asked.state is None else code_of(asked.state, known),
        "dyad": None if asked.dyad is None else dyad_of(asked.dyad, known),
        "body": None if asked.body is None else code_of(asked.body, known),
        "form": asked.form,
        "status": asked.status,
    }


def _is_told(contact: Contact, heard: str | None, strength: str | None) -> bool:
    """Whether that side is heard on a contact, and something is said with that strength."""
    return (heard is None or heard in contact.sides) and (
        strength is None or strength in strengths_of(contact)
    )


def strengths_of(contact: Contact) -> frozenset[str]:
    """The strengths with which anything is said in the accounts of a contact."""
    return frozenset(
        cell.strength.value for point in contact.points for cell in point.cells if cell.strength
    )


def documents_asked(kept: Record, asked: Asked) -> frozenset[str]:
    """The ids of documents published between the days that tell of the contacts asked for."""
    on_days = [one.id for one in kept.documents() if is_within(edtf_of(one.published), asked)]
    if not asked.is_of_contacts:
        return frozenset(on_days)
    if asked.is_of_words:
        contacts = contacts_asked(kept, replace(asked, since=None, until=None))
        told = frozenset(str(account.document) for one in contacts for account in one.accounts)
    else:
        told = kept.documents_of(**_filters(kept, asked))
    return told.intersection(on_days)


def is_within(edtf: str | None, asked: Asked) -> bool:
    """Whether a date may lie between the days asked for; what has none does not."""
    low, high = days_asked(asked.since, asked.until)
    if low is None and high is None:
        return True
    first, last = days_of(edtf)
    if first is None and last is None:
        return False
    return (low is None or last is None or last >= low) and (
        high is None or first is None or first <= high
    )


def keeper(naming: Naming, asked: Asked) -> Callable[[Iterable[str]], bool]:
    """A test for groups of actors: whether the states and the body asked for are among them."""
    of_states = has_states(naming, asked.state, asked.dyad)
    of_body = has_states(naming, asked.body, None)

    def keeps(actors: Iterable[str]) -> bool:
        named = tuple(actors)
        return of_states(named) and of_body(named)

    return keeps


def owed(kept: Record, naming: Naming, asked: Asked) -> Contents:
    """What is owed by or to those asked for: undertakings, and contacts that are planned.

    ``naming`` names all that the record holds. With a form, of undertakings those that stand in
    contacts of this form.
    """
    part = naming.contents
    keep = has_states(naming, asked.state, asked.dyad)
    of_body = has_states(naming, asked.body, None)
    venue = None if asked.body is None else code_of(asked.body, part.actors)
    planned = contacts_asked(kept, replace(asked, status=Status.PLANNED))
    of_form = {one.id for one in kept.contacts(form=asked.form)} if asked.form else set()
    return replace(
        part,
        undertakings=tuple(
            one
            for one in part.undertakings
            if (asked.form is None or one.contact in of_form)
            and keep(one.by)
            and (of_body(one.by) or (venue is not None and one.within == venue))
            and is_within(edtf_of(one.due), asked)
        ),
        contacts=planned,
    )


def in_order(
    entries: Iterable[T], sort: str | None, orders: Mapping[str, Callable[[T], Any]]
) -> tuple[T, ...]:
    """Entries sorted by one of the orders, as they are if none is asked for; raises NotPossible."""
    check("sort", sort, orders)
    return tuple(entries) if sort is None else tuple(sorted(entries, key=orders[sort]))


def day_first(edtf: str | None) -> tuple[bool, str]:
    """Sorts dates in EDTF, the earliest first, what has none at the end."""
    first, last = days_of(edtf)
    day = first or last
    return day is None, "" if day is None else day.isoformat()
