"""How people sign in, in a real browser in which no script runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from communique.server.admission import users
from communique.server.admission.terms import Terms
from communique.server.admission.users import users_beside
from communique.server.admission.visitors import Role
from tests.server.acting import copied
from tests.server.conftest import rules_broken, served, window

pytestmark = pytest.mark.slow
CALL = "/contacts/2031-05-13-xks-xvd-call"
SECRET = "correct horse battery"


@pytest.fixture(scope="module")
def own(examples_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a record is served to a team."""
    record = copied(examples_file, tmp_path_factory.mktemp("team"))
    path = users_beside(record)
    users.add(path, "Edda Marl", Role.EDITOR, SECRET)
    users.add(path, "Rolf Tann", Role.READER, SECRET)
    with served(record, Terms(writes=True, users=path, signs_in=True)) as address:
        yield address


def sign_in(page: Page, name: str, password: str = SECRET) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_label("Password").press("Enter")


def test_one_comes_to_the_page_that_was_asked_for_and_decides_there(page: Page, own: str) -> None:
    page.goto(own + CALL)
    sign_in(page, "Edda Marl", "not the password")
    assert "no user has this name" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Name").input_value() == "Edda Marl"
    sign_in(page, "Edda Marl")
    page.wait_for_url(own + CALL)
    page.get_by_text("Write a note").click()
    page.get_by_label("Note").fill("ask the embassy")
    page.get_by_role("button", name="Keep the note").click()
    page.wait_for_url(re.compile("/work/"))
    page.get_by_role("link", name="Back").click()
    assert "Note by Edda Marl" in page.locator("main").inner_text()
    page.get_by_role("button", name="Sign out").click()
    page.goto(own + CALL)
    assert page.url.startswith(f"{own}/login")


def test_a_reader_is_shown_no_form_and_told_what_is_not_for_readers(page: Page, own: str) -> None:
    page.goto(own)
    sign_in(page, "Rolf Tann")
    page.goto(own + CALL)
    assert page.locator("form.act").count() == 0
    assert page.get_by_role("link", name="Add", exact=True).count() == 0
    page.goto(f"{own}/add")
    assert page.locator("h1").inner_text() == "That is not for you to do"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/login", CALL, "/acts/note"])
def test_what_a_team_sees_passes_the_rules_of_accessibility(
    browser: Browser, own: str, path: str, scheme: str
) -> None:
    context = window(browser, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(own + path)
    if path != "/login":
        sign_in(page, "Rolf Tann")
    told = rules_broken(page)
    context.close()
    assert told == []
