"""What a person sees: pages walked in a browser, without any script, by keyboard, at all widths."""

import pytest
from playwright.sync_api import Browser, Page

from tests.server.conftest import rules_broken, window

pytestmark = pytest.mark.slow
CALL = "/contacts/2031-05-13-xks-xvd-call"
PATHS = ["/", "/contacts", CALL, "/documents", "/documents/01-velan-courier", "/undertakings"]
PATHS += ["/timeline", "/network", "/dyads/XKS,XVD", "/bodies/TRC", "/search?q=consultations"]


def test_from_the_first_page_to_a_lit_sentence(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1500, "height": 1000})
    page.goto(address)
    page.click(f"a[href='{CALL}']")
    cell = page.locator("table.grid td a[target=words]").first
    start = cell.inner_text().strip("12 “”").split(" ", 3)[:3]
    cell.click()
    words = page.frame_locator("iframe[name=words]")
    lit = words.locator("mark.lit").first
    lit.wait_for(state="visible")
    told = " ".join(words.locator("mark.lit").all_inner_texts())
    assert " ".join(start) in told
    assert lit.bounding_box() is not None


def test_the_grid_is_reached_by_keyboard_alone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1500, "height": 1000})
    page.goto(address + CALL)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator("table.grid td a:focus").count():
            break
    page.keyboard.press("Enter")
    page.frame_locator("iframe[name=words]").locator("mark.lit").first.wait_for(state="visible")


def test_a_search_leads_to_its_words(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#find", "consultations")
    page.press("#find", "Enter")
    page.locator("main table a").first.click()
    assert "consultations" in " ".join(page.locator("mark.lit").all_inner_texts()).lower()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_pass_the_rules_of_accessibility(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    context = window(browser, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    told = rules_broken(page)
    context.close()
    assert told == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [360, 3840])
def test_no_page_is_wider_than_its_window(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= width
