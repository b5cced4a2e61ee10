"""The export in JSON, schema ``communique/1``: the contract with other programs."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from communique.errors import CommuniqueError
from communique.model.codec import from_json, to_json
from communique.model.contents import SCHEMA, Contents

SCHEMA_FILE = "communique-1.schema.json"


class NotThisSchema(CommuniqueError):
    """JSON that is no export of the schema that this version reads."""


def write_json(contents: Contents) -> str:
    """The contents as one JSON object with every field, null included, and a line end."""
    return json.dumps(to_json(contents), ensure_ascii=False, indent=1) + "\n"


def read_json(text: str) -> Contents:
    """The contents that a JSON export holds; raises NotThisSchema."""
    try:
        data = json.loads(text)
    except ValueError as problem:
        raise NotThisSchema(f"expected an export in JSON, met none: {problem}") from None
    met = data.get("schema") if isinstance(data, dict) else None
    if met != SCHEMA:
        raise NotThisSchema(f"expected schema {SCHEMA}, met {met}: export it by this version")
    return from_json(data, Contents)


@cache
def schema_text() -> str:
    """The JSON Schema of the export, as shipped."""
    return files("communique.exports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def schema() -> Any:
    """The JSON Schema of the export, as data."""
    return json.loads(schema_text())
