"""Looking things up in the derived tables, whatever engine holds them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from communique.errors import NotPossible
from communique.store.engine import HeldBy, Wanted
from communique.store.shelves import Row
from communique.store.tables import (
    ACCOUNTS,
    ALL_DERIVED,
    CONTACT_NAMES,
    GIVEN_NAMES,
    HOLDS,
    PARTIES,
    PARTS,
    TELLING,
    UNDATED,
)

FEW = 200
"""Values that one statement asks for."""
CONTACTS = PARTS["contacts"]


def part(
    connection: Connection,
    name: str,
    where: Mapping[str, str] | None,
    limit: int | None = None,
    skip: int = 0,
) -> list[str]:
    """The entries of a part as JSON, in the order of the export: ``limit`` of them after some."""
    table = PARTS[name]
    wanted = select(table.c.json).order_by(table.c.place)
    for column, value in (where or {}).items():
        wanted = wanted.where(table.c[column] == value)
    return _fetch(connection, _window(wanted, limit, skip))


def _window(chosen: Select[Any], limit: int | None, skip: int) -> Select[Any]:
    # SQLite knows an offset only after a limit; -1 is none.
    return chosen.limit(-1 if limit is None else limit).offset(skip)


def rows(connection: Connection, name: str, where: Mapping[str, str] | None) -> list[Row]:
    """The rows of a derived table, in the order in which they were written."""
    asked = dict(where or {})
    return _rows(connection, _equal(name, tuple(asked)), asked)


# Statements that run for every document cost more to build than to run.
@cache
def _equal(name: str, columns: tuple[str, ...]) -> Select[Any]:
    table = ALL_DERIVED[name]
    chosen = select(table).order_by(*(table.c[one.name] for one in table.columns))
    for column in columns:
        chosen = chosen.where(table.c[column] == bindparam(column))
    return chosen


def _rows(connection: Connection, chosen: Select[Any], asked: Mapping[str, Any]) -> list[Row]:
    found = connection.execute(chosen, asked)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.all()]


def rows_among(
    connection: Connection, name: str, column: str, values: Iterable[str]
) -> Iterator[Row]:
    """The rows of a derived table that have one of these values in a column."""
    for some in in_chunks(values):
        yield from _rows(connection, _among(name, column), {"some": some})


@cache
def _among(name: str, column: str) -> Select[Any]:
    table = ALL_DERIVED[name]
    return select(table).where(table.c[column].in_(bindparam("some", expanding=True)))


def first_of(connection: Connection, name: str, where: Mapping[str, str]) -> Row | None:
    """The row that comes first by its place, of those equal in these columns."""
    return next(iter(_rows(connection, _first(name, tuple(where)), where)), None)


@cache
def _first(name: str, columns: tuple[str, ...]) -> Select[Any]:
    table = ALL_DERIVED[name]
    chosen = select(table).order_by(table.c.place).limit(1)
    for column in columns:
        chosen = chosen.where(table.c[column] == bindparam(column))
    return chosen


def counted(
    connection: Connection, name: str, column: str, values: Iterable[str]
) -> Iterator[tuple[str, str, int]]:
    """For these values of a column the different JSON beside each, and in how many rows."""
    for some in in_chunks(values):
        found = connection.execute(_counting(name, column), {"some": some})
        yield from [(one[0], one[1], one[2]) for one in found]


@cache
def _counting(name: str, column: str) -> Select[Any]:
    table = ALL_DERIVED[name]
    key, json = table.c[column], table.c.json
    chosen = select(key, json, func.count()).group_by(key, json)
    return chosen.where(key.in_(bindparam("some", expanding=True)))


def widespread(
    connection: Connection, threads: Iterable[str], kind: str, most: int
) -> frozenset[str]:
    """Of the blocks of one kind that these threads hold those that too many documents have."""
    found: set[str] = set()
    for some in in_chunks(threads):
        asked = {"threads": some, "kind": kind, "after": kind + LAST, "most": most}
        found.update(connection.execute(WIDESPREAD, asked).scalars())
    return frozenset(found)


ONE, OTHER = HOLDS.alias("one"), HOLDS.alias("other")
LAST = "\uffff"
"""Sorts behind all that a block can go on with."""
OF_THREADS = ONE.c.thread.in_(bindparam("threads", expanding=True))
WIDESPREAD = (
    select(OTHER.c.block)
    .join(ONE, ONE.c.block == OTHER.c.block)
    .where(OF_THREADS, ONE.c.block >= bindparam("kind"), ONE.c.block < bindparam("after"))
    .group_by(OTHER.c.block)
    .having(func.count(OTHER.c.document.distinct()) > bindparam("most"))
)


def near_holds(
    connection: Connection, threads: Iterable[str], apart_from: Iterable[str], within: int
) -> Iterator[tuple[HeldBy, HeldBy]]:
    """Pairs of holds of one block whose days lie near: of these threads, and of others."""
    size = len(ONE.columns)
    left_out = list(apart_from)
    for some in in_chunks(threads):
        asked = {"threads": some, "left_out": left_out, "within": within}
        for row in connection.execute(NEAR_HOLDS, asked).all():
            yield HeldBy(*row[:size]), HeldBy(*row[size:])


def _near_holds() -> CompoundSelect[Any]:
    """Open holds are few, and looked for among all of a block; others by their days alone."""
    pairs = select(ONE, OTHER).where(
        OF_THREADS,
        ONE.c.block.not_in(bindparam("left_out", expanding=True)),
        OTHER.c.block == ONE.c.block,
        OTHER.c.thread != ONE.c.thread,
    )
    is_open = ONE.c.is_open == 1
    within: BindParameter[int] = bindparam("within")
    since = case((is_open, -1), else_=ONE.c.first - within)
    until = case((is_open, FOREVER), else_=ONE.c.last + within)
    dated = OTHER.c.is_open == 0, OTHER.c.first.between(since, until)
    return pairs.where(OTHER.c.is_open == 1).union_all(pairs.where(*dated))


FOREVER = 10_000_000
"""Days after the last of any calendar."""
NEAR_HOLDS = _near_holds()


def near_documents(
    connection: Connection, document: str, within: int, least: int
) -> dict[str, int]:
    """The documents of these days around one that have so much in common with it, and how much."""
    asked = {"document": document, "within": within, "least": least}
    return {one[0]: one[1] for one in connection.execute(NEAR_IN_TIME, asked)}


def near_at_any_time(
    connection: Connection, document: str, least: int, *, dated: bool
) -> dict[str, int]:
    """The documents of any day that have so much in common with an undated one, and how much.

    Of a dated document those that are undated.
    """
    asked = {"document": document, "least": least}
    wanted = NEAR_UNDATED if dated else NEAR_DATED
    return {one[0]: one[1] for one in connection.execute(wanted, asked)}


TOLD, BY = TELLING.alias("told"), TELLING.alias("by")
SHARED = select(BY.c.document, (TOLD.c.weight * BY.c.weight).label("both")).where(
    TOLD.c.document == bindparam("document"),
    BY.c.word == TOLD.c.word,
    BY.c.document != TOLD.c.document,
)


def _summed(*where: ColumnElement[bool]) -> Select[Any]:
    """The documents that share at the least so much, and how much."""
    each = SHARED.where(*where).subquery()
    total = func.sum(each.c.both)
    chosen = select(each.c.document, total).group_by(each.c.document)
    return chosen.having(total >= bindparam("least"))


def _around(day: ColumnElement[int]) -> ColumnElement[bool]:
    within: BindParameter[int] = bindparam("within")
    return BY.c.day.between(day - within, day + within)


NEAR_IN_TIME = _summed(TOLD.c.day > UNDATED, _around(TOLD.c.day))
NEAR_DATED = _summed(TOLD.c.day == UNDATED, BY.c.day > 0)
NEAR_UNDATED = _summed(TOLD.c.day > 0, BY.c.day == UNDATED)


def in_chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """The values a few at a time, each once: a statement takes so many."""
    once = iter(dict.fromkeys(values))
    while some := list(islice(once, FEW)):
        yield some


def contacts(connection: Connection, wanted: Wanted) -> list[str]:
    """The contacts that are wanted, as JSON, sorted as asked."""
    told: Any = CONTACTS.c.json
    if wanted.brief:
        told = func.json_set(told, "$.points", func.json("[]"))
    order = _order(wanted.sort)
    # Which they are is found first: what is written of contacts that are left out is not looked at.
    chosen = _filtered(select(CONTACTS.c.id), wanted).order_by(*order)
    few = _window(chosen, wanted.limit, wanted.skip).subquery()
    return _fetch(connection, select(told).join(few, few.c.id == CONTACTS.c.id).order_by(*order))


def documents_of(connection: Connection, wanted: Wanted) -> list[str]:
    """The ids of the documents that tell of the contacts that are wanted."""
    chosen = _filtered(select(CONTACTS.c.id), wanted)
    told = select(ACCOUNTS.c.document).where(ACCOUNTS.c.contact.in_(chosen)).distinct()
    return _fetch(connection, told)


def labels(connection: Connection) -> list[str]:
    """The labels of all contacts."""
    return _fetch(connection, select(CONTACTS.c.label))


def labels_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The labels of the contacts and documents with these ids."""
    found: dict[str, str] = {}
    for few in in_chunks(ids):
        for table in (CONTACTS, PARTS["documents"]):
            chosen = select(table.c.id, table.c.label).where(table.c.id.in_(few))
            found.update((one[0], one[1]) for one in connection.execute(chosen))
    return found


def contact_named(connection: Connection, name: str) -> str | None:
    """The id of the contact with this name, account, or a name that was once shown."""
    labelled = select(CONTACTS.c.id).where(CONTACTS.c.label == name)
    now = (
        select(CONTACT_NAMES.c.contact)
        .where(CONTACT_NAMES.c.name == name)
        .order_by(CONTACT_NAMES.c.rank, CONTACT_NAMES.c.place)
    )
    by_account = select(ACCOUNTS.c.contact).where(ACCOUNTS.c.id == name)
    once = (
        select(ACCOUNTS.c.contact)
        .join(GIVEN_NAMES, GIVEN_NAMES.c.account == ACCOUNTS.c.id)
        .where(GIVEN_NAMES.c.name == name)
        .order_by(GIVEN_NAMES.c.since_entry.desc(), ACCOUNTS.c.id)
    )
    for chosen in (labelled, now, by_account, once):
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
    latest = func.coalesce(CONTACTS.c.last_day, CONTACTS.c.first_day, "")
    orders: dict[str, tuple[ColumnElement[Any], ...]] = {
        "date": (day, CONTACTS.c.last_day, CONTACTS.c.label, CONTACTS.c.place),
        "latest": (latest.desc(), CONTACTS.c.label, CONTACTS.c.place),
        "label": (CONTACTS.c.label, CONTACTS.c.place),
        "reports": (CONTACTS.c.reports.desc(), day, CONTACTS.c.place),
        "origins": (CONTACTS.c.origins.desc(), day, CONTACTS.c.place),
    }
    if sort not in orders:
        raise NotPossible(f"cannot sort by {sort}: expected one of {', '.join(orders)}")
    return orders[sort]
