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
    government_in: dict[str, frozenset[str]]
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
    if not _is_governments(labels):
        return None
    last = labels[-1]
    by_letters = (one.code for one in tables.states if one.alpha2.lower() == last)
    return _hosts().letters.get(last) or next(by_letters, None)


def _is_governments(labels: list[str]) -> bool:
    """Whether the label right before the letters of a state is one that only governments get."""
    if len(labels) < 2:
        return False
    label, letters = labels[-2:]
    is_listed = letters in _hosts().government_in.get(label, ())
    return label in _hosts().government or (is_listed and len(labels) > 2)


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
    states = {label: frozenset(letters) for label, letters in data["government_in"].items()}
    return _Hosts(frozenset(data["government"]), states, data["letters"], data["hosts"])
