"""Every page by its address."""

from communique.server.drawing.shown import Shows
from communique.server.pages import bodies, changes, lists, overviews, pictured, things
from communique.server.pages.registers import REGISTERS, showing

PAGES: dict[str, Shows] = {
    **{address: showing(register) for address, register in REGISTERS.items()},
    "/contacts": lists.contacts,
    "/contacts/{name}": things.contact,
    "/documents/{name}": things.document,
    "/documents/{name}/text": things.text,
    "/actors/{name}": overviews.actor,
    "/bodies/{name}": bodies.body,
    "/dyads/{name}": overviews.dyad,
    "/timeline": pictured.over_time,
    "/network": pictured.who_deals,
    "/channels/{name}": things.channel,
    "/formats/{name}": things.format_,
    "/undertakings": lists.undertakings,
    "/problems": lists.problems,
    "/offers": lists.offers,
    "/decisions/{name}": things.decision,
    "/search": lists.search,
    "/changes": changes.since,
    "/why": things.why,
}
"""What stands under which address; with ``.json`` behind it the same as data."""
