"""The tables of a record, declared once for every engine.

``log`` and ``bodies`` are kept; ``given_names`` remembers labels that were once shown; all others
are derived from the log and can be dropped and rebuilt. ``component`` says which documents were
judged together when a row was made; it is null for what several such parts make up.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

KEPT = MetaData()
DERIVED = MetaData()

LOG = Table(
    "log",
    KEPT,
    Column("entry", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("run", Text),
    Column("about", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("body_digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("key", name="log_key"),
    Index("log_about", "about", "kind"),
    Index("log_kind", "kind"),
)

BODIES = Table(
    "bodies",
    KEPT,
    Column("entry", Integer, ForeignKey("log.entry"), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary),
)

GIVEN_NAMES = Table(
    "given_names",
    KEPT,
    Column("name", Text, primary_key=True),
    Column("account", Text, primary_key=True),
    Column("since_entry", Integer, nullable=False),
)

DERIVED_FROM = Table(
    "derived_from",
    KEPT,
    Column("entry", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("run", Text, nullable=False),
    Column("shape", Text, nullable=False),
    Column("version", Text, nullable=False),
)


def _part(name: str, *columns: str, index: tuple[str, ...] = ()) -> Table:
    """A table of one part of the contents: readable columns, then the whole entry as JSON."""
    made = [_column(one) for one in columns]
    table = Table(
        name,
        DERIVED,
        Column("place", Text, nullable=False),
        *made,
        Column("component", Text),
        Column("json", Text, nullable=False),
    )
    for one in ("place", "component", *index):
        Index(f"{name}_{one}", table.c[one])
    return table


def _column(name: str) -> Column[int] | Column[str]:
    if name == "number":
        return Column(name, Integer, primary_key=True)
    if name in NUMBERS:
        return Column(name, Integer)
    return Column(name, Text)


NUMBERS = frozenset(
    (
        "characters",
        "words",
        "start",
        "end",
        "reports",
        "origins",
        "weight",
        "is_open",
        "is_repeated",
    )
)
"""The columns that hold whole numbers; all others hold text."""

PARTS: dict[str, Table] = {
    table.name: table
    for table in (
        _part(
            "documents",
            *("id", "label", "name", "address", "outlet", "title", "kind", "side", "language"),
            *("published", "digest", "characters", "revises", "text", "number"),
            index=("id", "label", "name", "address", "published"),
        ),
        _part("actors", "id", "kind", "name", "names", "state", "offices", index=("id",)),
        _part(
            "contacts",
            *("id", "label", "form", "means", "status", "date", "first_day", "last_day", "site"),
            *("duration", "initiator", "route", "channel", "format", "who", "states"),
            *("reports", "origins", "sides", "plain"),
            index=("id", "label", "first_day", "plain"),
        ),
        _part(
            "originals",
            *("id", "kind", "issuer", "side", "medium", "held", "date", "named"),
            index=("id",),
        ),
        _part(
            "claims",
            *("id", "contact", "aspect", "value", "status", "strength", "voice", "mode", "speaker"),
            *("side", "document", "start", "end", "exact", "run", "rule"),
            index=("id", "contact", "document"),
        ),
        _part(
            "undertakings",
            *("id", "kind", "by", "to", "what", "strength", "condition", "due", "within"),
            *("said_by", "contact", "is_repeated", "state"),
            index=("id", "contact"),
        ),
        _part(
            "positions",
            *("id", "holder", "matter", "stance", "addressee", "said_by", "voice", "date"),
            index=("id",),
        ),
        _part(
            "channels",
            *("id", "label", "kind", "parties", "topic", "says", "plain"),
            index=("id", "label", "plain"),
        ),
        _part("formats", "id", "label", "name", "body", "members", "topic", index=("id", "label")),
        _part("labels", "label", "dyad", "said_by", index=("label",)),
        _part("presence", "state", "site", "is_open"),
        _part("projects", "id", "name", "states", index=("id",)),
        _part("shared_runs", "left", "right", "words", index=("left",)),
        _part("stories", "id", "about", "date", "documents", "contacts", index=("id",)),
        _part("relations", "left", "right", "kind", "agency", "reason", index=("left",)),
        _part(
            "findings",
            "id",
            "type",
            "about",
            "contact",
            "reason",
            "weight",
            index=("id", "about", "contact"),
        ),
        _part("offers", "id", "left", "right", "about", "reason", index=("about",)),
        _part(
            "gaps",
            *("contact", "original", "side", "issuer", "wanted", "reason"),
            index=("contact",),
        ),
        _part("judgements", "id", "kind", "subjects", "verdict", "reason", "author", "made_at"),
        _part("problems", "document", "code", "message", index=("document",)),
    )
}
"""For each part of the contents its table, in the order of the export."""

PARTIES = Table(
    "parties",
    DERIVED,
    Column("contact", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("office", Text),
    Column("state", Text),
    Column("body", Text),
    Column("role", Text, nullable=False),
    Column("component", Text, index=True),
    Index("parties_contact", "contact"),
    Index("parties_state", "state"),
)

ACCOUNTS = Table(
    "accounts",
    DERIVED,
    Column("id", Text, primary_key=True),
    Column("contact", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("joined_by", Text, nullable=False),
    Column("component", Text, index=True),
    Index("accounts_contact", "contact"),
    Index("accounts_document", "document"),
)

CONTACT_NAMES = Table(
    "contact_names",
    DERIVED,
    Column("name", Text, nullable=False, index=True),
    Column("contact", Text, nullable=False, index=True),
    Column("rank", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("component", Text, index=True),
)
"""``rank`` is 0 for the id, 1 for the plain name, 2 for what one account alone would be called."""

POINTS = Table(
    "points",
    DERIVED,
    Column("id", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("aspect", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Column("component", Text, index=True),
    Index("points_id", "id"),
    Index("points_contact", "contact"),
)

LINKS: dict[str, Table] = {
    table.name: table for table in (PARTIES, ACCOUNTS, CONTACT_NAMES, POINTS)
}
"""Tables that join parts to one another, for looking things up."""

SHELF = Table(
    "shelf",
    DERIVED,
    Column("document", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("plain", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("address", Text),
    Column("turn", Text, nullable=False),
    Index("shelf_address", "address", "turn"),
    Index("shelf_plain", "plain", "place"),
    Index("shelf_label", "label"),
)
"""Documents in the order of the record: what each is called, and would be called alone; ``turn`` is
the order in which those of one address revise one another."""

ACTORS_MET = Table(
    "actors_met",
    DERIVED,
    Column("document", Text, nullable=False, index=True),
    Column("node", Text, nullable=False),
    Column("is_person", Integer, nullable=False),
    Column("json", Text, nullable=False),
    Index("actors_met_node", "node", "json"),
)
"""The actors of each document, each under the name by which it is looked for."""

NAMES = Table(
    "names",
    DERIVED,
    Column("node", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("person", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
)
"""Names of persons with their states, and who bears them."""

NAME_WORDS = Table(
    "name_words",
    DERIVED,
    Column("word", Text, primary_key=True),
    Column("node", Text, primary_key=True),
    Index("name_words_node", "node"),
)
"""The words of names of persons; all of a name's words in the order of the alphabet are one."""

THREADS = Table(
    "threads",
    DERIVED,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("component", Text, index=True),
    Column("json", Text, nullable=False),
)
"""The parts of readings that are judged as a whole, and those that are judged together."""

HOLDS = Table(
    "holds",
    DERIVED,
    Column("thread", Text, nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("block", Text, nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("give", Integer, nullable=False),
    Column("form", Text),
    Column("words", Text),
    Index("holds_block", "block", "is_open", "first"),
)
"""By what threads meet; days are counted from the first of the calendar. Those are open that have
none, or span so many that they are looked for among all."""

TELLING = Table(
    "telling",
    DERIVED,
    Column("word", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, primary_key=True, index=True),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The words of each document that weigh most, by which those near it are found about their days.

Those of an undated one stand about the day beside which it lies, and among all undated ones."""
UNDATED, NOWHERE = -2_000, -1_000
"""The days of all documents without one, and of those that lie beside none that has one."""

LYING = Table(
    "lying",
    DERIVED,
    Column("document", Text, primary_key=True),
    Column("beside", Text, primary_key=True, index=True),
    Column("shared", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Beside which dated documents each undated one lies, and on which days these were published."""

COMPANY = Table(
    "company",
    DERIVED,
    Column("document", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
    Column("shared", Integer, nullable=False),
    Column("is_kept", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""To which others a document is nearest, and with which of these it keeps company."""

PIECES = Table(
    "pieces",
    DERIVED,
    Column("part", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("component", Text, index=True),
    Column("json", Text, nullable=False),
    Index("pieces_key", "part", "key", "place"),
)
"""What single components add to entries that several of them make up."""

INNER: dict[str, Table] = {
    table.name: table
    for table in (
        *(SHELF, ACTORS_MET, NAMES, NAME_WORDS, THREADS, HOLDS, TELLING, LYING, COMPANY, PIECES),
    )
}
"""Tables that say how the record hangs together: no part of the export."""
ALL_DERIVED: dict[str, Table] = {**PARTS, **LINKS, **INNER}
