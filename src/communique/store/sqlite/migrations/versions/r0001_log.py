"""The log, its bodies, and the names that contacts were once shown by."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TRIGGERS = (
    """
create trigger log_grows_at_its_end before insert on log
when new.entry is not (select coalesce(max(entry), 0) + 1 from log)
  or new.previous is not
     (select coalesce((select digest from log order by entry desc limit 1), printf('%064d', 0)))
begin
  select raise(abort, 'the log grows only at its end');
end
""",
    """
create trigger log_is_never_changed before update on log
begin
  select raise(abort, 'an entry of the log is never changed');
end
""",
    """
create trigger log_is_never_cut before delete on log
begin
  select raise(abort, 'an entry of the log is never deleted');
end
""",
    """
create trigger bodies_are_written_once before insert on bodies
when exists (select 1 from bodies where entry = new.entry)
begin
  select raise(abort, 'a body is written once');
end
""",
    """
create trigger bodies_are_only_purged before update on bodies
when new.entry is not old.entry
  or new.size is not old.size
  or new.body is not null
  or not exists (
    select 1
    from log purge
    join log purged on purged.about = purge.about
    where purge.kind = 'purge' and purged.entry = old.entry and purge.entry > purged.entry
  )
begin
  select raise(abort, 'a body is never changed, only purged by an entry that says so');
end
""",
    """
create trigger bodies_are_never_deleted before delete on bodies
begin
  select raise(abort, 'a body is never deleted');
end
""",
    """
create trigger given_names_are_never_deleted before delete on given_names
begin
  select raise(abort, 'a name once given is never forgotten');
end
""",
)


def upgrade() -> None:
    """Make the tables that are kept, and the triggers that refuse to change them."""
    op.create_table(
        "log",
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("run", sa.Text),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("body_digest", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.UniqueConstraint("key", name="log_key"),
    )
    op.create_index("log_about", "log", ["about", "kind"])
    op.create_table(
        "bodies",
        sa.Column("entry", sa.Integer, sa.ForeignKey("log.entry"), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary),
    )
    op.create_table(
        "given_names",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, primary_key=True),
        sa.Column("since_entry", sa.Integer, nullable=False),
    )
    op.create_table(
        "derived_from",
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("shape", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
    )
    for one in TRIGGERS:
        op.execute(sa.text(one))
