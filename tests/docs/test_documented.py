"""Whatever a user can type or meet is documented; these tests fail when it is not."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import communique
from communique import errors
from communique.catalog.forms import load_forms
from communique.cli.app import make_app
from communique.intake.readers import READERS
from communique.model.vocabulary import Form, Status
from communique.server.acting.acts import ACTS
from communique.server.acting.adding import ADDING
from communique.server.acting.deciding import ACTING
from communique.server.acting.works import WORKING
from communique.server.admission.admission import SIGNING_IN
from communique.server.admission.programs import ROOT as ROOT_OF_API
from communique.server.library.collections import COLLECTIONS
from communique.server.library.singles import SINGLES
from communique.server.pages.pages import PAGES
from communique.server.pages.saving import LEAVING, SAVING
from communique.server.pages.signing import SIGNING_OUT
from tests.acceptance.running import ROOT
from tests.docs.forms import PAGE as FORMS

DOCS = ROOT / "docs"
COMMANDS = DOCS / "reference" / "commands.md"
API = DOCS / "reference" / "api.md"
FORMS_AT = (ACTING, WORKING, ADDING, SAVING, LEAVING, SIGNING_IN, SIGNING_OUT)
LINK = re.compile(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def sections_of(page: Path) -> dict[str, str]:
    """The text under each heading of the second level."""
    parts = re.split(r"^## (.+)$", text_of(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands_in(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by the words that call it, groups opened."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_in(command, f"{before}{name} ")
        else:
            yield before + name, command


def options_of(command: Any) -> set[str]:
    return {name for one in command.params if one.param_type_name == "option" for name in one.opts}


APP = get_command(make_app())
BY_NAME = dict(commands_in(APP))


@pytest.mark.parametrize("name", BY_NAME)
def test_every_command_and_each_of_its_options_is_documented(name: str) -> None:
    section = sections_of(COMMANDS)[name]
    assert f"$ communique {name}" in section, "expected an example"
    known = options_of(BY_NAME[name])
    assert {one for one in known if one.startswith("--") and f"`{one}`" not in section} == set()
    assert set(re.findall(r"`(--[a-z]+)`", section)) <= known, "documented, but not there"


def test_no_command_is_documented_that_is_not_there() -> None:
    about_all = {"Options of many commands", "Exit codes"}
    assert list(BY_NAME) == [one for one in sections_of(COMMANDS) if one not in about_all]


def test_options_of_all_commands_and_short_ones_are_documented() -> None:
    options = set().union(options_of(APP), *map(options_of, BY_NAME.values()))
    assert {one for one in options if one not in text_of(COMMANDS)} == set()


def test_every_address_of_the_server_is_documented() -> None:
    page = text_of(DOCS / "guide" / "browser.md")
    assert {one for one in PAGES if f"`{one}`" not in page} == set()
    lists = {f"{ROOT_OF_API}/{one.name}" for one in COLLECTIONS}
    lists |= {f"{ROOT_OF_API}/{one.name}/{{name}}" for one in COLLECTIONS if one.one}
    lists |= {ROOT_OF_API + one.path.replace(":path", "") for one in SINGLES}
    assert {one for one in lists if f"`{one}`" not in page} == set()
    assert {one for one in FORMS_AT if f"`{one}`" not in page} == set()
    named = set(re.findall(r"`(/[a-z]+[^`.]*)`", page)) - {"/home.json", ROOT_OF_API}
    assert named <= {*PAGES, *FORMS_AT, *lists}


def test_every_act_is_documented() -> None:
    page = text_of(DOCS / "guide" / "browser.md")
    assert {one for one in ACTS if f"| `{one}` |" not in page} == set()


def test_every_variable_of_the_environment_is_documented() -> None:
    named = {one.envvar for command in BY_NAME.values() for one in command.params if one.envvar}
    assert len(named) == 3
    for one in named:
        assert f"`{one}`" in text_of(COMMANDS)


def test_every_command_and_option_helps_where_it_is_typed() -> None:
    for name, command in BY_NAME.items():
        assert command.help, name
        for one in command.params:
            assert getattr(one, "help", None), f"{name} {one.name}"


def test_every_exit_code_is_documented() -> None:
    from communique.cli import app, keeping, reading

    section = sections_of(COMMANDS)["Exit codes"]
    codes = {app.NOT_UNDERSTOOD, app.UNUSABLE, app.NOT_THERE, app.INTERRUPTED}
    for code in sorted({0, *codes, keeping.NOT_SOUND, reading.PARTLY}):
        assert f"| {code} |" in section


def test_every_status_that_a_list_can_be_narrowed_to_is_documented() -> None:
    for one in Status:
        assert f"`{one}`" in sections_of(COMMANDS)["contacts"]


@pytest.mark.parametrize("form", Form)
def test_every_form_of_the_catalog_is_documented(form: Form) -> None:
    section, entry = sections_of(FORMS)[form], load_forms()[form]
    assert entry.definition in section
    assert f"`{entry.cameo}`" in section
    assert f"`{entry.plover.event}`" in section
    for one in (*entry.roles, *entry.means):
        assert one in section
    assert section.count("- “") >= 1, "expected an example: python -m tests.docs.forms"


def test_every_public_name_is_in_the_reference_of_the_api() -> None:
    for name in communique.__all__:
        assert f"`{name}`" in text_of(API)
    for name in ("open_record", "Record"):
        assert re.search(rf"^::: communique\.re\w+\.\w+\.{name}$", text_of(API), re.MULTILINE)
    assert "::: communique.errors" in text_of(API)


def test_what_the_reference_of_the_api_names_is_there_and_has_a_docstring() -> None:
    for path in re.findall(r"^::: ([\w.]+)$", text_of(API), re.MULTILINE):
        module, _, name = path.rpartition(".")
        found = getattr(__import__(module, fromlist=[name]), name)
        assert inspect.getdoc(found), path


def test_every_error_has_a_docstring_and_says_what_to_do() -> None:
    for _, one in inspect.getmembers(errors, inspect.isclass):
        if one.__module__ == errors.__name__:
            assert inspect.getdoc(one)


def test_every_reader_and_every_code_of_a_refusal_is_documented() -> None:
    intake = text_of(DOCS / "reference" / "intake.md")
    for reader in READERS:
        assert f"| {reader.name} |" in intake
    sources = (ROOT / "src" / "communique" / "intake").glob("*.py")
    written = " ".join(map(text_of, sources))
    codes = set(re.findall(r'Refused\(\s*[^"]+?,\s*"([a-z-]+)"', written))
    assert len(codes) > 8
    for code in codes:
        assert f"`{code}`" in text_of(DOCS / "reference" / "bad-input.md")


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=str)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(text_of(page)):
        assert (page.parent / target).is_file(), target


def test_every_page_can_be_found_from_the_first_one() -> None:
    found, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in found:
            found.add(page)
            linked = [(page.parent / one).resolve() for one in LINK.findall(text_of(page))]
            waiting += [one for one in linked if one.is_file()]
    assert set(DOCS.rglob("*.md")) - found == set()
