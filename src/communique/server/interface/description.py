"""How the interface describes itself: parameters, answers and problems, after OpenAPI 3.1."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique.exports.schema import definitions
from communique.server.interface.entering import ENTERINGS, Entering
from communique.server.interface.given import REFERENCE, schemas_given
from communique.server.library.collections import COLLECTIONS, MOST, USUAL, Collection
from communique.server.library.filters import CLOSED, WORDS
from communique.server.library.singles import SINGLES, Single


def parameters(collection: Collection) -> list[dict[str, Any]]:
    """The parameters of a list."""
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
    following = "Where to go on: the `next` of the answer before, while the record is as it was."
    return [
        *(_filter(name) | {"required": name in collection.needs} for name in collection.filters),
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


NAMED = _parameter("name", "Its label or id.", {"type": "string", "minLength": 1}) | {
    "in": "path",
    "required": True,
}


def described(collection: Collection, *, is_one: bool = False) -> dict[str, Any]:
    """One operation on a list: what it gives, by what it is narrowed, what it says of mistakes."""
    entry = _shape_of(collection.kind)
    page = {
        "type": "object",
        "properties": {
            collection.name: {"type": "array", "items": entry},
            "next": {"type": ["string", "null"]},
        },
        "required": [collection.name, "next"],
        "additionalProperties": False,
    }
    content = {"application/json": {"schema": entry if is_one else page}}
    own = [NAMED] if is_one else parameters(collection)
    return _gotten(collection.is_of, own, content)


def described_single(single: Single) -> dict[str, Any]:
    """One operation beside the lists."""
    text = {"type": "string"}
    asked = [_parameter(one, words, text) for one, words in single.may.items()]
    asked += [_parameter(*one, text) | {"required": True} for one in single.needs.items()]
    named = [NAMED] if "{name" in single.path else []
    schema = {} if single.kind is None else {"schema": _shape_of(single.kind)}
    return _gotten(single.is_of, named + asked, {single.media_type: schema})


def _shape_of(kind: type[Any]) -> dict[str, str]:
    return {"$ref": REFERENCE.format(model=kind.__name__)}


def _gotten(is_of: str, asked: list[dict[str, Any]], content: Mapping[str, Any]) -> dict[str, Any]:
    """One operation that gives something, unless who asks has it already."""
    codes = {"400": "What is asked cannot be", "404": "It is not in the record"}
    codes["503"] = "The record cannot be used now"
    tag = {"ETag": {"description": "The state of the record.", "schema": {"type": "string"}}}
    answers: dict[str, Any] = {
        "200": {
            "description": f"{is_of[:1].upper()}{is_of[1:]}",
            "headers": tag,
            "content": content,
        },
        "304": {"description": "The record is as it was", "headers": tag},
    }
    return {"summary": is_of, "parameters": asked, "responses": answers | _problems(codes)}


def _problems(codes: Mapping[str, str]) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    content = {"application/problem+json": schema}
    return {code: {"description": words, "content": content} for code, words in codes.items()}


def _posted(summary: str, sent: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """One operation that enters something: what may be sent, and what is answered."""
    schema = {"$ref": f"#/components/schemas/{sent}"}
    codes = {
        "400": "What is sent cannot be entered",
        "403": "Whoever asks may not enter anything",
        "413": "More was sent than is taken in",
        "415": "It is not JSON",
        "500": "It failed, and what the server says tells where",
        "503": "The record cannot be used now: another process writes it, or much is waiting",
    }
    return {
        "summary": summary,
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {**answers, **_problems(codes)},
    }


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _answered(words: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": schema}}, **more}


_IDS = _list_of({"type": "string"})
_REFUSED = {
    "type": "object",
    "properties": {one: {"type": "string"} for one in ("path", "code", "message")},
    "required": ["path", "code", "message"],
    "additionalProperties": False,
}
_READ = {
    "type": "object",
    "properties": {
        "documents": _list_of({"$ref": "#/components/schemas/DocumentEntry"}),
        "taken": _IDS,
        "known": _IDS,
        "purged": _IDS,
        "refused": _list_of(_REFUSED),
    },
    "required": ["documents", "taken", "known", "purged", "refused"],
    "additionalProperties": False,
}
_AT = {"Location": {"description": "Where the document stands.", "schema": {"type": "string"}}}
ADDED = _posted(
    "add a document; the same bytes again are the same document",
    "DocumentGiven",
    {
        "200": _answered("It was in the record already", _READ, headers=_AT),
        "201": _answered("It was taken in and read", _READ, headers=_AT),
        **_problems({"409": "It was purged, and is not taken in again"}),
    },
)


def described_entering(one: Entering) -> dict[str, Any]:
    """One operation that enters a decision."""
    shape = _shape_of(one.kind)
    answers = {
        "200": _answered("The same person said the same last: it stands", shape),
        "201": _answered("It was entered", shape),
        **_problems({"404": "It is not in the record"}),
    }
    return _posted(one.is_of, one.given.__name__, answers)


def for_users(made: dict[str, Any]) -> dict[str, Any]:
    """The description of an interface that asks for the name and password of a user."""
    made["components"]["securitySchemes"] = {"user": {"type": "http", "scheme": "basic"}}
    made["security"] = [{"user": []}]
    for path in made["paths"].values():
        for operation in path.values():
            operation["responses"] |= _problems({"401": "Nobody has this name and password"})
    return made


@cache
def schemas() -> dict[str, Any]:
    """The schema of the export's values, and of a problem (RFC 9457), under OpenAPI's roof."""
    told = (*COLLECTIONS, *SINGLES, *ENTERINGS)
    kinds = (one.kind for one in told if one.kind is not None)
    written = json.dumps(definitions(*kinds)).replace("#/$defs/", "#/components/schemas/")
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
    return {**schemas_given(), **json.loads(written), "Problem": problem}
