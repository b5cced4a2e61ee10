"""What an address shows: data for programs, and tables or a page of its own for people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Any

from starlette.requests import Request

from communique.model.codec import to_json
from communique.server.library.library import Kept
from communique.views.tables import Page, Table


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer in both shapes.

    ``data`` is what ``.json`` gives, values of the model in it as they are; ``title`` and ``page``
    are what a person reads; ``template`` names its template, and ``more`` what that needs besides.
    ``kept`` is what the browser is to remember: for each name a value, and for how many seconds.
    """

    title: str
    data: Any
    page: Page
    template: str = "page.html"
    more: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, tuple[str, int]] = field(default_factory=dict)


Shows = Callable[[Kept, Request], Shown]
"""Answers a request; raises NotInRecord for what is not there, NotPossible for what cannot be."""


def listing(title: str, name: str, entries: Iterable[Any], *tables: Table, **more: Any) -> Shown:
    """A list: its entries for programs under ``name``, its tables for people."""
    data = {name: tuple(entries)}
    return Shown(title, data, Page((title,), tables), more=more, template="list.html")


def written(data: Any) -> Any:
    """The same as JSON: values of the model in the shape of the export."""
    if isinstance(data, Mapping):
        return {name: written(value) for name, value in data.items()}
    if isinstance(data, (tuple, list)):
        return [written(value) for value in data]
    return to_json(data) if is_dataclass(data) else data
