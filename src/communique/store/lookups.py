"""Looking things up in the derived tables, whatever engine holds them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from communique.errors import NotPossible
from communique.store.engine import Wanted
from communique.store.shelves import Row
from communique.store.tables import (
    ACCOUNTS,
    CONTACT_NAMES,
    GIVEN_NAMES,
    LINKS,
    PARTIES,
    PARTS,
)

CONTACTS = PARTS["contacts"]


def part(connection: Connection, name: str, where: Mapping[str, str] | None) -> list[str]:
    """The entries of a part as JSON, in the order of the export."""
    table = PARTS[name]
    wanted = select(table.c.json).order_by(table.c.place)
    for column, value in (where or {}).items():
        wanted = wanted.where(table.c[column] == value)
    return _fetch(connection, wanted)


def rows(connection: Connection, name: str, where: Mapping[str, str] | None) -> list[Row]:
    """The rows of a derived table, in the order in which they were written."""
    table = PARTS[name] if name in PARTS else LINKS[name]
    wanted = select(table).order_by(*(table.c[one.name] for one in table.columns))
    for column, value in (where or {}).items():
        wanted = wanted.where(table.c[column] == value)
    return [dict(row) for row in connection.execute(wanted).mappings()]


def contacts(connection: Connection, wanted: Wanted) -> list[str]:
    """The contacts that are wanted, as JSON, sorted as asked."""
    chosen = _filtered(select(CONTACTS.c.json), wanted).order_by(*_order(wanted.sort))
    return _fetch(connection, chosen)


def contact_named(connection: Connection, name: str) -> str | None:
    """The id of the contact with this name, account, or a name that was once shown."""
    now = select(CONTACT_NAMES.c.contact).where(CONTACT_NAMES.c.name == name)
    by_account = select(ACCOUNTS.c.contact).where(ACCOUNTS.c.id == name)
    once = (
        select(ACCOUNTS.c.contact)
        .join(GIVEN_NAMES, GIVEN_NAMES.c.account == ACCOUNTS.c.id)
        .where(GIVEN_NAMES.c.name == name)
        .order_by(GIVEN_NAMES.c.since_entry.desc(), ACCOUNTS.c.id)
    )
    for chosen in (now, by_account, once):
        found = connection.execute(chosen.limit(1)).scalar()
        if found is not None:
            return str(found)
    return None


def _fetch(connection: Connection, chosen: Select[Any]) -> list[str]:
    # Fetched at once: a cursor left open while the caller writes would lock the file against it.
    return list(connection.execute(chosen).scalars())


def _filtered(chosen: Select[Any], wanted: Wanted) -> Select[Any]:
    for state in wanted.states:
        chosen = chosen.where(
            exists().where(
                PARTIES.c.contact == CONTACTS.c.id,
                or_(PARTIES.c.state == state, PARTIES.c.body == state, PARTIES.c.actor == state),
            )
        )
    if wanted.body is not None:
        at_body = exists().where(PARTIES.c.contact == CONTACTS.c.id, PARTIES.c.body == wanted.body)
        chosen = chosen.where(or_(at_body, func.lower(CONTACTS.c.format) == wanted.body.lower()))
    for column, value in (("form", wanted.form), ("status", wanted.status)):
        if value is not None:
            chosen = chosen.where(CONTACTS.c[column] == value)
    # A contact whose days are open at one end is listed when it may lie in the span asked for.
    if wanted.since is not None:
        chosen = chosen.where(func.coalesce(CONTACTS.c.last_day, "9999") >= wanted.since)
    if wanted.until is not None:
        chosen = chosen.where(func.coalesce(CONTACTS.c.first_day, "0000") <= wanted.until)
    return chosen


def _order(sort: str) -> tuple[ColumnElement[Any], ...]:
    day = func.coalesce(CONTACTS.c.first_day, CONTACTS.c.last_day, "9999")
    orders: dict[str, tuple[ColumnElement[Any], ...]] = {
        "date": (day, CONTACTS.c.last_day, CONTACTS.c.label, CONTACTS.c.place),
        "label": (CONTACTS.c.label, CONTACTS.c.place),
        "reports": (CONTACTS.c.reports.desc(), day, CONTACTS.c.place),
        "origins": (CONTACTS.c.origins.desc(), day, CONTACTS.c.place),
    }
    if sort not in orders:
        raise NotPossible(f"cannot sort by {sort}: expected one of {', '.join(orders)}")
    return orders[sort]
