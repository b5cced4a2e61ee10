"""How a person decides in a real browser in which no script runs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import communique
from communique.server.admission.terms import Terms
from tests.acceptance.running import EXAMPLES, TABLES
from tests.server.acting import AUTHOR
from tests.server.conftest import rules_broken, served, window

pytestmark = pytest.mark.slow
CALL = "/contacts/2031-05-13-xks-xvd-call"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the record of the first day is served to be written."""
    record = tmp_path_factory.mktemp("own") / "own.db"
    with communique.open_record(record, tables=TABLES) as kept:
        kept.read([EXAMPLES / "texts"])
    with served(record, Terms(writes=True, author=AUTHOR)) as address:
        yield address


def test_a_match_is_accepted_under_its_contact(page: Page, own: str) -> None:
    page.goto(own + CALL)
    matches = page.locator(".decide details", has_text="Possible match")
    offered = matches.first.locator("summary").inner_text()
    matches.first.locator("summary").click()
    matches.first.locator("textarea[name=reason]").fill("both keep the sides in touch")
    matches.first.get_by_role("button", name="They are the same").click()
    page.wait_for_url(re.compile("/work/"))
    assert "What this changed" in page.locator("main").inner_text()
    page.get_by_role("link", name="Back").click()
    page.wait_for_url(own + CALL)
    assert offered not in page.locator(".decide details summary").all_inner_texts()


def test_a_claim_is_corrected_from_its_document(page: Page, own: str) -> None:
    page.goto(f"{own}/documents/01-velan-courier")
    page.locator("main table a[href^='/why?asked=q-']").first.click()
    page.get_by_text("Correct this claim").click()
    form = page.locator("form[action='/acts/correct']")
    form.locator("select[name=field]").select_option("counts")
    form.locator("input[name=value]").fill("maybe")
    form.locator("textarea[name=reason]").fill("it is the paper's own guess")
    form.get_by_role("button", name="Correct").click()
    assert page.get_by_role("alert").is_visible()
    assert page.locator("textarea[name=reason]").input_value() == "it is the paper's own guess"
    page.locator("input[name=value]").fill("no")
    page.get_by_role("button", name="Correct").click()
    page.wait_for_url(re.compile("/work/"))
    assert "counts is now no" in page.locator("h1").inner_text()


def test_the_full_text_of_an_original_is_added_and_its_cells_change(page: Page, own: str) -> None:
    page.goto(own + CALL)
    before = page.locator("table.grid td", has_text="not quoted").count()
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("Files").set_input_files(EXAMPLES / "later" / "11-karsovia-readout.txt")
    page.get_by_label("Kind").select_option("readout")
    page.get_by_label("Side").fill("Nowhere of old")
    page.get_by_role("button", name="Read").click()
    assert "no state or body" in page.get_by_role("alert").inner_text()
    page.get_by_label("Side").fill("XKS")
    page.get_by_label("Files").set_input_files(EXAMPLES / "later" / "11-karsovia-readout.txt")
    page.get_by_role("button", name="Read").click()
    page.locator("h1", has_text="Read 1 document.").wait_for()
    assert "What this changed" in page.locator("main").inner_text()
    page.goto(own + CALL)
    assert page.locator("table.grid td", has_text="not quoted").count() < before


def test_a_text_is_pasted_and_leads_to_its_document(page: Page, own: str) -> None:
    page.goto(f"{own}/add")
    words = "President Ana Vidal of France met President Jan Kord of Poland in Oslo on 3 May 2031."
    page.get_by_label("Or the text itself").fill(words)
    page.get_by_label("Outlet").fill("The Heron")
    page.get_by_role("button", name="Read").click()
    page.locator("h1", has_text="Read 1 document.").wait_for()
    page.locator("main table a[href^='/documents/']").first.click()
    assert words in page.locator(".text").inner_text()


def test_what_a_browser_requires_is_asked_before_it_is_sent(page: Page, own: str) -> None:
    page.goto(f"{own}/acts/note?about={CALL.rpartition('/')[2]}")
    page.get_by_role("button", name="Keep the note").click()
    assert page.url.startswith(f"{own}/acts/note?")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        CALL,
        "/offers",
        "/decisions",
        "/acts/score?about=none",
        "/add",
        "/documents/01-velan-courier",
        "/undertakings",
    ],
)
def test_forms_pass_the_rules_of_accessibility(
    browser: Browser, own: str, path: str, scheme: str
) -> None:
    context = window(browser, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(own + path)
    for one in page.locator(".decide summary").all():
        one.click()
    told = rules_broken(page)
    context.close()
    assert told == []
