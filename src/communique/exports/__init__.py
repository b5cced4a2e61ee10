"""Shapes for other programs."""

from collections.abc import Callable

from communique.exports.json import schema_text, write_json
from communique.exports.plain import write_plain
from communique.model.contents import Contents

EXPORTS: dict[str, Callable[[Contents], str]] = {
    "json": write_json,
    "plain": write_plain,
}
"""By name, what writes the contents of a record for other programs and people."""

__all__ = ["EXPORTS", "schema_text", "write_json", "write_plain"]
