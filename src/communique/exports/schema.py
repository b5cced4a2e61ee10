"""The JSON Schema of the export, drawn from the values that it holds."""

import inspect
import json
import types
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from communique.exports.json import SCHEMA_FILE
from communique.model.contents import SCHEMA, Contents

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``Contents``: one definition for each kind of value."""
    found: dict[str, Any] = {}
    whole = _object(Contents, found)
    whole["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": DIALECT,
        "$id": f"urn:communique:schema:{SCHEMA.rpartition('/')[2]}",
        "title": f"communique export, schema {SCHEMA}",
        **whole,
        "$defs": {name: found[name] for name in sorted(found)},
    }


def definitions(*kinds: type[Any]) -> dict[str, Any]:
    """The definitions of these kinds of values, and of all that is in them."""
    found: dict[str, Any] = {}
    for one in kinds:
        _reference(one, found)
    return {name: found[name] for name in sorted(found)}


def _object(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)]
    return {
        "description": _first_sentence(kind),
        "type": "object",
        "properties": {name: _shape(hints[name], found) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _shape(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    if is_dataclass(kind) and isinstance(kind, type):
        return _reference(kind, found)
    if get_origin(kind) in (Union, types.UnionType):
        return _union(get_args(kind), found)
    if get_origin(kind) is tuple:
        return _array(get_args(kind), found)
    if isinstance(kind, type) and issubclass(kind, Enum):
        found[kind.__name__] = {
            "description": _first_sentence(kind),
            "enum": [one.value for one in kind],
        }
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": SCALARS[kind]} if kind in SCALARS else {"type": "object"}


SCALARS: dict[Any, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    float: "number",
    type(None): "null",
}


def _reference(kind: type[Any], found: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in found:
        found[kind.__name__] = {}
        found[kind.__name__] = _object(kind, found)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _union(arms: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    classes = [one for one in arms if is_dataclass(one)]
    if len(classes) < 2:
        return {"anyOf": [_shape(one, found) for one in arms]}
    return {"anyOf": [_named(one, found) if one in classes else _shape(one, found) for one in arms]}


def _named(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """One of several kinds of value: the object says which under ``is``."""
    plain = _object(kind, found)
    name = f"{kind.__name__}Value"
    found[name] = plain | {
        "properties": {"is": {"const": kind.__name__}} | plain["properties"],
        "required": ["is", *plain["required"]],
    }
    return {"$ref": f"#/$defs/{name}"}


def _array(arms: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    if len(arms) == 2 and arms[1] is Ellipsis:
        return {"type": "array", "items": _shape(arms[0], found)}
    items = [_shape(one, found) for one in arms]
    return {"type": "array", "prefixItems": items, "minItems": len(arms), "maxItems": len(arms)}


def _first_sentence(kind: Any) -> str:
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def main() -> None:
    """Write the schema that is shipped: ``python -m communique.exports.schema``."""
    written = json.dumps(make_schema(), indent=1, ensure_ascii=False) + "\n"
    Path(__file__).with_name(SCHEMA_FILE).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
