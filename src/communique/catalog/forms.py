"""The forms of contact: what each means, who takes part in what role, and its code elsewhere.

The crosswalk to PLOVER (0.8) and CAMEO follows the published conversion of 2021; where those
codebooks have no code of their own for a form, the nearest one is given.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from communique.model.vocabulary import Form, Means, PartyRole


@dataclass(frozen=True, slots=True)
class PloverCode:
    """An event of the PLOVER codebook with mode and context, None where it knows none."""

    event: str
    mode: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One form of contact.

    ``family`` groups forms that may be words for one contact (a visit and the meeting during it);
    ``open`` marks forms that say nothing of how the parties came together.
    """

    form: Form
    definition: str
    family: str
    roles: tuple[PartyRole, ...]
    means: tuple[Means, ...]
    plover: PloverCode
    cameo: str


@cache
def load_forms() -> dict[Form, FormEntry]:
    """Every form of the closed list with its entry; raises KeyError where a file lacks a field."""
    folder = files("communique.catalog") / "forms"
    return {
        form: _entry(tomllib.loads((folder / f"{form}.toml").read_text(encoding="utf-8")))
        for form in Form
    }


def _entry(row: dict[str, Any]) -> FormEntry:
    return FormEntry(
        form=Form(row["form"]),
        definition=row["definition"],
        family=row["family"],
        roles=tuple(PartyRole(one) for one in row["roles"]),
        means=tuple(Means(one) for one in row["means"]),
        plover=PloverCode(**row["plover"]),
        cameo=row["cameo"],
    )


def may_be_one(left: Form, right: Form) -> bool:
    """Whether two forms may be words for one and the same contact."""
    forms = load_forms()
    families = {forms[left].family, forms[right].family}
    if len(families) == 1:
        return True
    return "open" in families and not families & {"written", "continuing", "recall", "summons"}
