"""Small files beside documents that say what their pages do not.

``report.txt.about.toml`` speaks of ``report.txt``; ``about.toml`` of the files in its folder, with
a table for each file name, and a table ``"*"`` for all of them::

    ["*"]
    outlet = "Norland Herald"
    ["report.txt"]
    date = "2019-03-04"
    kind = "readout"
    side = "NOR"
"""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from communique.intake.about import NOTHING, About, over
from communique.intake.values import Refused
from communique.model.vocabulary import DocumentKind

SUFFIX = ".about.toml"
FOLDER_FILE = "about.toml"
_FIELDS = ("outlet", "date", "address", "kind", "side", "title", "language")


def is_sidecar(path: Path) -> bool:
    """Whether a file speaks of others and is no document."""
    return path.name == FOLDER_FILE or path.name.endswith(SUFFIX)


def told_beside(path: Path) -> tuple[About, tuple[Refused, ...]]:
    """What the files beside a document say of it, its own before that of the folder."""
    own, refused = _table(path.with_name(path.name + SUFFIX))
    whole, also_refused = _table(path.with_name(FOLDER_FILE))
    about = NOTHING
    problems = [*refused, *also_refused]
    for where, table in (
        (path.name + SUFFIX, own),
        (FOLDER_FILE, whole.get(path.name)),
        (FOLDER_FILE, whole.get("*")),
    ):
        said = _about(str(path.with_name(where)), table or {})
        if isinstance(said, Refused):
            problems.append(said)
        else:
            about = over(about, said)
    return about, tuple(problems)


def _table(path: Path) -> tuple[dict[str, Any], list[Refused]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError, RecursionError) as error:
        message = f"met {error}; expected TOML: mend the file (the document was read without it)"
        return {}, [Refused(str(path), "sidecar-unreadable", message)]


def _about(where: str, table: Any) -> About | Refused:
    if not isinstance(table, dict):
        return _unfit(where, f"{table!r}", "a table")
    unknown = sorted(set(table) - set(_FIELDS))
    if unknown:
        return _unfit(where, unknown[0], f"only {', '.join(_FIELDS)}")
    kind = table.get("kind")
    if kind is not None and kind_of(kind) is None:
        return _unfit(where, str(kind), f"one of {', '.join(DocumentKind)}")
    texts = {name: _text(value) for name, value in table.items() if name != "kind"}
    return About(**texts, basis="sidecar", kind=kind_of(kind))


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def kind_of(value: Any) -> DocumentKind | None:
    """The kind of document that a word names, or None."""
    word = str(value or "").strip().lower().replace("communique", "communiqué")
    return DocumentKind(word) if word in set(DocumentKind) else None


def _unfit(where: str, met: str, expected: str) -> Refused:
    message = f"met {met}; expected {expected}: mend the file (the document was read without it)"
    return Refused(where, "sidecar-unreadable", message)
