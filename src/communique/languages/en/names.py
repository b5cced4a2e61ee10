"""First names and how English cuts them short, and the endings that tell father from son."""

from functools import cache

from communique.languages.en.cues import table


@cache
def name_endings() -> frozenset[str]:
    """What ends a name and is no part of it: "jr"."""
    return frozenset(table("names")["endings"])


@cache
def first_forms() -> dict[str, frozenset[str]]:
    """For a first name its other forms: "Joe" for "Joseph", "Tony" for "Antony"."""
    found: dict[str, set[str]] = {}
    for row in table("names")["first"]:
        for one in row["forms"]:
            found.setdefault(one, set()).update(row["forms"])
    return {one: frozenset(others - {one}) for one, others in found.items()}


def is_one_first_name(left: str, right: str) -> bool:
    """Whether two folded first names are forms of one."""
    return right in first_forms().get(left, ())
