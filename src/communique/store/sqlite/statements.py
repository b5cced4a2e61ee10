"""Statements that run for every document: they cost more to build than to run."""

from sqlalchemy import bindparam, insert, select

from communique.store.tables import BODIES, LOG

ENTRY_WITH_KEY = select(LOG).where(LOG.c.key == bindparam("wanted"))
NUMBER_WITH_KEY = select(LOG.c.entry).where(LOG.c.key == bindparam("wanted"))
BODY_OF_ENTRY = select(BODIES.c.body).where(BODIES.c.entry == bindparam("wanted"))
BODY_WITH_KEY = (
    select(BODIES.c.body)
    .join(LOG, LOG.c.entry == BODIES.c.entry)
    .where(LOG.c.key == bindparam("wanted"))
)
ADD_ENTRY = insert(LOG)
ADD_BODY = insert(BODIES)
LAST_ENTRY = select(LOG.c.entry, LOG.c.digest).order_by(LOG.c.entry.desc()).limit(1)
