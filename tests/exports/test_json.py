"""The JSON export: every field is there, and the shipped schema describes it."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from communique.exports import EXPORTS
from communique.exports.inline import arms_of, fields_of
from communique.exports.json import NotThisSchema, read_json, schema, write_json
from communique.exports.schema import make_schema
from communique.model.contents import SCHEMA, Contents
from tests.exports import values

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)


@FEW
@given(values.contents())
def test_what_is_exported_is_read_back_and_fits_the_schema(whole: Contents) -> None:
    written = write_json(whole)
    assert read_json(written) == whole
    jsonschema.Draft202012Validator(schema()).validate(json.loads(written))


@FEW
@given(values.contents())
def test_no_field_is_left_out(whole: Contents) -> None:
    assert list(json.loads(write_json(whole))) == [one.name for one in fields(Contents)]


def test_the_shipped_schema_is_that_of_the_values() -> None:
    assert schema() == json.loads(json.dumps(make_schema())), (
        "write it afresh: python -m communique.exports.schema"
    )


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("change", ["missing", "more", "wrong"])
def test_the_schema_refuses_what_is_no_export(change: str) -> None:
    data: dict[str, Any] = {one.name: [] for one in fields(Contents)}
    data |= {"schema": SCHEMA, "version": {}}
    validator = jsonschema.Draft202012Validator(schema())
    assert validator.is_valid(data)
    if change == "missing":
        del data["gaps"]
    elif change == "more":
        data["extra"] = []
    else:
        data["schema"] = "communique/2"
    assert not validator.is_valid(data)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "communique/2"}'])
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(NotThisSchema, match="expected"):
        read_json(text)


def _kinds(hint: Any, found: dict[str, Any]) -> dict[str, Any]:
    for one in arms_of(hint):
        if hasattr(one, "__dataclass_fields__") and one.__name__ not in found:
            found[one.__name__] = one
            for _, inner in fields_of(one):
                _kinds(inner, found)
        for arm in getattr(one, "__args__", ()):
            _kinds(arm, found)
    return found


@pytest.mark.parametrize("kind", sorted(_kinds(Contents, {})))
def test_every_field_of_the_export_is_documented(kind: str) -> None:
    text = (REFERENCE / "export.md").read_text(encoding="utf-8")
    _, _, section = text.partition(f"\n### {kind}\n")
    section = section.partition("\n### ")[0]
    for name, _ in fields_of(_kinds(Contents, {})[kind]):
        assert f"| `{name}` |" in section, f"{kind}.{name} has no line in export.md"


def test_every_export_is_documented() -> None:
    text = (REFERENCE / "export.md").read_text(encoding="utf-8")
    for name in EXPORTS:
        assert f"\n## `{name}`\n" in text
