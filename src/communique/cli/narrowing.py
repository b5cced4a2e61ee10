"""What a list is narrowed to: the filters that a user gave, and how they hold for each thing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from communique.cli.choosing import check, check_days, chosen, day_of, has_states
from communique.text.intervals import days_of

if TYPE_CHECKING:
    from communique.model.contents import Contact
    from communique.record import Record
    from communique.views.naming import Naming

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a list as a user gave them; all that are given must hold."""

    state: str | None = None
    dyad: str | None = None
    body: str | None = None
    form: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        """Raise NotPossible where the days asked for cannot be."""
        check_days(self.since, self.until)

    @property
    def is_of_contacts(self) -> bool:
        """Whether anything but days is asked for."""
        return any((self.state, self.dyad, self.body, self.form, self.status))

    @property
    def is_of_anything(self) -> bool:
        """Whether there is any filter."""
        return self.is_of_contacts or bool(self.since or self.until)


def contacts_asked(
    kept: "Record", asked: Asked, sort: str | None = None, *, days: bool = True
) -> "tuple[Contact, ...]":
    """The contacts for which the filters hold, those on days if ``days``; raises NotPossible."""
    since, until = (asked.since, asked.until) if days else (None, None)
    wanted = chosen(
        kept.actors(),
        *(asked.state, asked.dyad, asked.body, asked.form, asked.status, since, until),
        sort or "date",
    )
    return tuple(kept.contacts(**wanted))


def documents_asked(kept: "Record", asked: Asked) -> frozenset[str]:
    """The ids of documents published between the days that tell of the contacts asked for."""
    on_days = [
        one.id
        for one in kept.documents()
        if is_within(one.published.edtf if one.published else None, asked)
    ]
    if not asked.is_of_contacts:
        return frozenset(on_days)
    contacts = contacts_asked(kept, asked, days=False)
    told = {account.document for one in contacts for account in one.accounts}
    return frozenset(told.intersection(on_days))


def is_within(edtf: str | None, asked: Asked) -> bool:
    """Whether a date may lie between the days asked for; what has none does not."""
    since, until = day_of(asked.since, "--since"), day_of(asked.until, "--until")
    if since is None and until is None:
        return True
    first, last = days_of(edtf)
    if first is None and last is None:
        return False
    low, high = days_of(since)[0], days_of(until)[1]
    return (low is None or last is None or last >= low) and (
        high is None or first is None or first <= high
    )


def keeper(naming: "Naming", asked: Asked) -> Callable[[Iterable[str]], bool]:
    """A test for groups of actors: whether the states and the body asked for are among them."""
    of_states = has_states(naming, asked.state, asked.dyad)
    of_body = has_states(naming, asked.body, None)

    def keeps(actors: Iterable[str]) -> bool:
        named = tuple(actors)
        return of_states(named) and of_body(named)

    return keeps


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
