"""Every public name of a record is documented, and so are its tables and errors."""

import inspect
from pathlib import Path

import pytest

import communique
from communique import errors
from communique.record import Record
from communique.store.entries import EntryKind
from communique.store.tables import DERIVED, KEPT

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
PUBLIC = [name for name in dir(Record) if not name.startswith("_")]
TABLES = [*KEPT.tables, *DERIVED.tables]
ERRORS = [
    name
    for name, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, errors.RecordError) and one is not errors.RecordError
]


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PUBLIC)
def test_every_method_of_a_record_is_documented(name: str) -> None:
    assert f"`{name}(" in page("python.md") or f"`{name}`" in page("python.md")
    assert inspect.getdoc(getattr(Record, name))


def test_every_public_name_of_the_package_is_documented() -> None:
    for name in communique.__all__:
        assert name.startswith("__") or name in page("python.md")


@pytest.mark.parametrize("name", [*TABLES, *(one.value for one in EntryKind), *ERRORS])
def test_every_table_entry_and_error_of_a_record_is_documented(name: str) -> None:
    assert f"`{name}`" in page("record.md")
