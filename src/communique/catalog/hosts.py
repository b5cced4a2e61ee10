"""Whose an address is: hosts that only a government or a body of states may use."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from communique.catalog.tables import Tables


@dataclass(frozen=True, slots=True)
class _Hosts:
    government: frozenset[str]
    letters: dict[str, str]
    hosts: dict[str, str]


def side_of_address(address: str | None, tables: Tables) -> str | None:
    """The code of the state or body that alone publishes under an address, or None.

    >>> from communique.catalog.tables import load_tables
    >>> side_of_address("https://www.mofa.go.jp/press/release.html", load_tables())
    'JPN'
    """
    labels = _labels(address)
    known = _hosts().hosts
    for at in range(len(labels)):
        code = known.get(".".join(labels[at:]))
        if code is not None:
            return code
    if len(labels) < 2 or _hosts().government.isdisjoint(labels[-3:-1]):
        return None
    last = labels[-1]
    by_letters = (one.code for one in tables.states if one.alpha2.lower() == last)
    return _hosts().letters.get(last) or next(by_letters, None)


def _labels(address: str | None) -> list[str]:
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        host = None
    return (host or "").lower().split(".") if host else []


@cache
def _hosts() -> _Hosts:
    text = files(__package__).joinpath("hosts.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return _Hosts(frozenset(data["government"]), data["letters"], data["hosts"])
