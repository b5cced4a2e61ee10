"""Generated values of every kind that an export holds."""

from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, NewType, get_args, get_origin

from hypothesis import strategies as st

from communique.exports.inline import arms_of, fields_of
from communique.model.contents import SCHEMA, Contents
from communique.model.passages import DocumentId

WORDS = st.one_of(
    st.sampled_from(
        (
            *("", "null", "-", "none", "yes", "a b", " a", "a ", "a  b", "a, b", "(a)", "a · b"),
            *('"', "\\", "# no", "x#y", "[1:2]", "Party (x)", "\n", "\u2028", "\u202eevil", "é"),
            *("When (2031)", "001", "d-1", "12", "noted or stressed", "· when x", "a\tb", "\r"),
        )
    ),
    st.text(max_size=12),
)
DOCUMENTS = st.sampled_from([f"d-{digit * 4}" for digit in "0123"])
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(-5, 5),
    bool: st.booleans(),
    type(None): st.none(),
    DocumentId: DOCUMENTS,
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type hint; documents are few, so that they are named again and again."""
    if hint is DocumentId:
        return DOCUMENTS
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if hint in SCALARS:
        return SCALARS[hint]
    if get_origin(hint) is tuple:
        arms = get_args(hint)
        if arms[-1] is Ellipsis:
            return st.lists(values(arms[0]), max_size=2).map(tuple)
        return st.tuples(*(values(one) for one in arms))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if hasattr(hint, "__dataclass_fields__"):
        return st.builds(hint, **{name: values(one) for name, one in fields_of(hint)})
    return st.one_of([values(one) for one in arms_of(hint)])


def contents() -> st.SearchStrategy[Contents]:
    """Contents with a few entries of every part."""
    parts = {
        one.name: values(dict(fields_of(Contents))[one.name])
        for one in fields(Contents)
        if one.name not in ("schema", "version")
    }
    versions = st.dictionaries(WORDS, st.one_of(WORDS, st.integers(), st.none()), max_size=3)
    return st.builds(Contents, schema=st.just(SCHEMA), version=versions, **parts)


def nothing() -> Contents:
    """Contents without any entry."""
    parts: dict[str, Any] = {one.name: () for one in fields(Contents)}
    return Contents(**(parts | {"schema": SCHEMA, "version": {}}))
