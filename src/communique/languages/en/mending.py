"""The small words that pages run onto names."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def joining_words() -> tuple[str, ...]:
    """Words in small letters, in the order of the table."""
    text = files("communique.languages.en").joinpath("mending.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["joining"])
