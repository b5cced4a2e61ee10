"""The page on the forms of contact, made from the catalog and from the examples of its cues.

``python -m tests.docs.forms`` writes it.
"""

import tomllib
from importlib.resources import files

from communique.catalog.forms import FormEntry, PloverCode, load_forms, may_be_one
from communique.model.vocabulary import Form
from tests.acceptance.running import ROOT

PAGE = ROOT / "docs" / "reference" / "forms.md"
HEAD = """\
# Forms of contact

Every contact has a form; where accounts differ, it has several. The list is closed: what fits none
of them is not recorded as a contact. A call by video is a `call` by means of `video`.

The codes are those of PLOVER 0.8 (event, mode, context) and of CAMEO, after the published
conversion of 2021; where those codebooks have no code of their own for a form, the nearest one is
given. *May be one with* names the forms that accounts may use for one and the same contact: a
visit, and the talks during it.

This page is made from `src/communique/catalog/forms` and from the examples of the English cues,
which are tests too.
"""
EXAMPLES = 2


def written() -> str:
    """The text of the page."""
    return "\n".join((HEAD, *(_section(one) for one in load_forms().values())))


def _section(entry: FormEntry) -> str:
    others = ", ".join(
        f"[{one}](#{one})" for one in Form if one is not entry.form and may_be_one(entry.form, one)
    )
    rows = (
        ("roles of parties", ", ".join(entry.roles)),
        ("means", ", ".join(entry.means) or "none of its own"),
        ("may be one with", others or "no other form"),
        ("PLOVER", _plover(entry.plover)),
        ("CAMEO", f"`{entry.cameo}`"),
    )
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    read = "".join(f"- “{one}”\n" for one in _examples(entry.form))
    return (
        f"## {entry.form}\n\n{entry.definition}\n\n| | |\n|---|---|\n{table}\n\nRead in\n\n{read}"
    )


def _plover(code: PloverCode) -> str:
    known = (("mode", code.mode), ("context", code.context))
    return ", ".join((f"`{code.event}`", *(f"{name} `{one}`" for name, one in known if one)))


def _examples(form: Form) -> list[str]:
    folder = files("communique.languages.en") / "forms"
    cues = tomllib.loads((folder / f"{form}.toml").read_text(encoding="utf-8"))
    rows = [row for rows in cues.values() if isinstance(rows, list) for row in rows]
    return [str(row["matches"]) for row in rows if "matches" in row][:EXAMPLES]


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
