"""Pictures as pages: contacts along time, and who deals with whom, with the table beside each."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from communique.model.contents import Contact, PartyEntry
from communique.pictures.drawing import svg_of
from communique.pictures.network import network, ties_of, ties_table
from communique.pictures.timeline import timeline
from communique.record.narrowing import contacts_asked
from communique.server.drawing.addresses import thing_address
from communique.server.drawing.shown import Shown
from communique.server.library.filters import EVERYTHING
from communique.server.library.library import Kept
from communique.server.pages.asking import asked_in, filters, is_for_people
from communique.views.lists import contacts_tables
from communique.views.tables import Page, Table

DRAWN = 200
"""Contacts that a picture draws: the latest of those asked for."""


def over_time(kept: Kept, request: Request) -> Shown:
    """Contacts along time, a line for each group of parties."""
    found = _drawn(kept, request)
    chart = timeline(found, lambda one: thing_address("contacts", one.label))
    data = {"chart": chart, "contacts": found}
    return _pictured("Timeline", data, found, contacts_tables(found))


def who_deals(kept: Kept, request: Request) -> Shown:
    """Who deals with whom: the thicker a line, the more contacts."""
    found = _drawn(kept, request)
    ties = ties_of(found)
    ids = {one.state or one.body or one.name: one for c in found for one in c.parties}
    chart = network(ties, lambda code: thing_address("actors", _id_of(ids[code])))
    told = [
        {"pair": one.pair, "contacts": [c.label for c in one.contacts], "heard": one.heard}
        for one in ties
    ]
    return _pictured("Network", {"chart": chart, "ties": told}, ties, (ties_table(ties),))


def _id_of(party: PartyEntry) -> str:
    return party.state or party.body or party.actor


def _drawn(kept: Kept, request: Request) -> tuple[Contact, ...]:
    asked, brief = asked_in(request), is_for_people(request)
    return contacts_asked(kept.record, asked, "latest", limit=DRAWN, brief=brief)


def _pictured(
    title: str, data: Mapping[str, Any], drawn: tuple[object, ...], tables: tuple[Table, ...]
) -> Shown:
    more = {
        **filters(*EVERYTHING),
        "picture": svg_of(data["chart"]) if drawn else "",
        "drawn": DRAWN,
    }
    return Shown(title, data, Page((title,), tables), template="picture.html", more=more)
