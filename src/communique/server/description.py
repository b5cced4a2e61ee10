"""How the interface describes itself: parameters, answers and problems, after OpenAPI 3.1."""

import json
from functools import cache
from typing import Any

from communique.exports.schema import make_schema
from communique.model.vocabulary import Form, Status, Strength
from communique.server.collections import MOST, USUAL, Collection

WORDS: dict[str, tuple[str, str | None]] = {
    "state": ("Only those with this state: its code or name.", "IND"),
    "dyad": ("Only those of two states: codes or names.", "IND,RUS"),
    "body": ("Only those with this body: its code or name.", "SCO"),
    "form": ("Only those of contacts of this form.", "call"),
    "status": ("Only those of contacts of this status.", "held"),
    "heard": ("Only those of contacts on which this side is heard.", "IND"),
    "strength": ("Only those of contacts in which something is said so strongly.", "agreed"),
    "since": ("Only those on or after this day, month or year.", "2021-08-24"),
    "until": ("Only those on or before this day, month or year.", "2021-08"),
    "contact": ("Only those of this contact: its label or id.", None),
}
"""What each filter asks, and an example."""
CLOSED: dict[str, list[str]] = {
    "form": [one.value for one in Form],
    "status": [one.value for one in Status],
    "strength": [one.value for one in Strength],
}
"""Filters that take one of a closed list."""


def parameters(collection: Collection) -> list[dict[str, Any]]:
    """The parameters of a list."""
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    following = "Where to go on: the `next` of the answer before, while the record is as it was."
    return [
        *(_filter(name) for name in collection.filters),
        _parameter("limit", "How many entries at most.", limit),
        _parameter("cursor", following, {"type": "string"}),
    ]


def _filter(name: str) -> dict[str, Any]:
    words, example = WORDS[name]
    schema: dict[str, Any] = {"type": "string"}
    if name in CLOSED:
        schema["enum"] = CLOSED[name]
    made = _parameter(name, words, schema)
    return made if example is None else made | {"example": example}


def _parameter(name: str, words: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": words, "required": False, "schema": schema}


def described(collection: Collection, *, is_one: bool = False) -> dict[str, Any]:
    """One operation: what it gives, by what it is narrowed, what it answers to mistakes."""
    entry = {"$ref": f"#/components/schemas/{collection.kind.__name__}"}
    named = _parameter("name", "Its label or id.", {"type": "string", "minLength": 1})
    page = {
        "type": "object",
        "properties": {
            collection.name: {"type": "array", "items": entry},
            "next": {"type": ["string", "null"]},
        },
        "required": [collection.name, "next"],
        "additionalProperties": False,
    }
    codes = {"400": "What is asked cannot be", "404": "It is not in the record"}
    codes["503"] = "The record cannot be used now"
    tag = {"ETag": {"description": "The state of the record.", "schema": {"type": "string"}}}
    answers: dict[str, Any] = {
        "200": {
            "description": f"{collection.is_of[:1].upper()}{collection.is_of[1:]}",
            "headers": tag,
            "content": {"application/json": {"schema": entry if is_one else page}},
        },
        "304": {"description": "The record is as it was", "headers": tag},
    }
    for code, words in codes.items():
        problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
        answers[code] = {"description": words, "content": {"application/problem+json": problem}}
    own = [named | {"in": "path", "required": True}] if is_one else parameters(collection)
    return {"summary": collection.is_of, "parameters": own, "responses": answers}


@cache
def schemas() -> dict[str, Any]:
    """The schema of the export's values, and of a problem (RFC 9457), under OpenAPI's roof."""
    written = json.dumps(make_schema()["$defs"]).replace("#/$defs/", "#/components/schemas/")
    problem = {
        "description": "What is wrong with a request, and what to do (RFC 9457).",
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    }
    return {**json.loads(written), "Problem": problem}
