"""The tables of a record, declared once for every engine.

``log`` and ``bodies`` are kept; ``given_names`` remembers labels that were once shown; all others
are derived from the log and can be dropped and rebuilt.
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
        Column("place", Integer, primary_key=True),
        *made,
        Column("json", Text, nullable=False),
    )
    for one in index:
        Index(f"{name}_{one}", table.c[one])
    return table


def _column(name: str) -> Column[int] | Column[str]:
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
            *("published", "digest", "characters", "revises", "text"),
            index=("id", "label", "published"),
        ),
        _part("actors", "id", "kind", "name", "names", "state", "offices", index=("id",)),
        _part(
            "contacts",
            *("id", "label", "form", "means", "status", "date", "first_day", "last_day", "site"),
            *("duration", "initiator", "route", "channel", "format", "who", "states"),
            *("reports", "origins", "sides"),
            index=("id", "label", "first_day"),
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
        _part("channels", "id", "label", "kind", "parties", "topic", "says", index=("id", "label")),
        _part("formats", "id", "label", "name", "body", "members", "topic", index=("id", "label")),
        _part("labels", "label", "dyad", "said_by"),
        _part("presence", "state", "site", "is_open"),
        _part("projects", "id", "name", "states"),
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
            index=("id", "contact"),
        ),
        _part("offers", "id", "left", "right", "about", "reason", index=("about",)),
        _part(
            "gaps", "contact", "original", "side", "issuer", "wanted", "reason", index=("contact",)
        ),
        _part("judgements", "id", "kind", "subjects", "verdict", "reason", "author", "made_at"),
        _part("problems", "document", "code", "message"),
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
    Index("accounts_contact", "contact"),
    Index("accounts_document", "document"),
)

CONTACT_NAMES = Table(
    "contact_names",
    DERIVED,
    Column("name", Text, primary_key=True),
    Column("contact", Text, nullable=False),
)

POINTS = Table(
    "points",
    DERIVED,
    Column("id", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("aspect", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Index("points_id", "id"),
    Index("points_contact", "contact"),
)

LINKS: dict[str, Table] = {
    table.name: table for table in (PARTIES, ACCOUNTS, CONTACT_NAMES, POINTS)
}
"""Tables that join parts to one another, for looking things up."""
