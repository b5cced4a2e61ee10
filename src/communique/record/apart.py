"""What a record showed otherwise at an earlier entry of its log: worked out where it changed."""

import json
from functools import cache
from typing import Any

from communique.flow.changes import Changes, changes_after
from communique.flow.deriving import write_changes
from communique.flow.run import Run
from communique.model.codec import from_json
from communique.model.contents import SCHEMA, Contents
from communique.record.parts import part_kinds, version
from communique.store.engine import Store
from communique.store.until import LogUntil

NAMING = ("actors", "documents", "originals", "undertakings")
"""Parts that the others are told by: they are given whole."""
UNTOLD = ("claims", "shared_runs", "relations", "problems")
"""Parts of which no change is told: what rests on them tells it."""
OF_CONTACTS = ("gaps", "findings")
TRIES = 3
"""How often a copy is made anew where the record was changed while it was compared."""


def states_apart(store: Store, position: int, run: Run) -> tuple[Contents, Contents] | None:
    """What the record held when that entry was its last, and what it holds, as far as they differ.

    The tables of a copy are brought back in step with the log of that time, as they are brought
    forward when something is added. None where most of the record came later: then it is less work
    to derive from nothing; and where the tables were brought forward meanwhile time and again.
    """
    if _is_most(changes_after(store, position), store):
        return None
    for _ in range(TRIES):
        with store.copied() as past:
            of_now = past.derived()
            with past.writing() as writer:
                changes = changes_after(writer, position)
                write_changes(LogUntil(writer, position), writer, changes, run)
            told = _differing(past, store)
        if store.derived() == of_now:
            return told
    return None


def _is_most(changes: Changes, store: Store) -> bool:
    held = sum(1 for _ in store.part("documents"))
    return changes.is_all or 2 * len(changes.documents) > held


def _differing(before: Store, after: Store) -> tuple[Contents, Contents]:
    told: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for name, kind in part_kinds().items():
        sides = () if name in UNTOLD else (tuple(before.part(name)), tuple(after.part(name)))
        same = set() if not sides or name in NAMING else set(sides[0]) & set(sides[1])
        # What both states hold is loaded once.
        loaded = cache(lambda written, kind=kind: from_json(json.loads(written), kind))
        for parts, written in zip(told, sides or ((), ()), strict=True):
            parts[name] = tuple(loaded(one) for one in written if one not in same)
    return _with_contacts(before, told[0]), _with_contacts(after, told[1])


def _with_contacts(store: Store, parts: dict[str, Any]) -> Contents:
    """These parts, with the contacts that are named in them."""
    held = {one.id for one in parts["contacts"]}
    named = {one.contact for part in OF_CONTACTS for one in parts[part]} - held
    kind = part_kinds()["contacts"]
    written = (one for name in sorted(named) for one in store.part("contacts", {"id": name}))
    parts["contacts"] += tuple(from_json(json.loads(one), kind) for one in written)
    return Contents(schema=SCHEMA, version=version(store), **parts)
