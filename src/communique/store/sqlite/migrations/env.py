"""How Alembic runs the migrations: over the connection that the store hands in."""

from alembic import context

from communique.store.tables import KEPT

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=KEPT,
    transactional_ddl=False,
)
context.run_migrations()
