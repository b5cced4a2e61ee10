"""Entries of one kind are found without walking the whole log."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Index the log by kind."""
    op.create_index("log_kind", "log", ["kind"])
