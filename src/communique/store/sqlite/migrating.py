"""Bringing a record's tables up to date by the migrations in this folder."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, *, application: int) -> None:
    """Run all migrations that the record has not had yet, and mark it as the application's own."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(text(f"pragma application_id = {application}"))
