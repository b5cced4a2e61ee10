"""The whole way that people go in a browser, on the examples and on the seeds, and with no script.

Nothing here knows what the documents say: what is followed is what the pages show first.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import communique
from communique.server.admission.terms import Terms
from tests.mission.seeds import SEEDS
from tests.server.acting import AUTHOR
from tests.server.conftest import served, window

pytestmark = pytest.mark.slow
WORDS = re.compile(r"\w{5,}")


@pytest.fixture(scope="module", params=["examples", "seeds"])
def own(
    request: pytest.FixtureRequest, examples_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where a record of one's own is served to be written."""
    record = tmp_path_factory.mktemp("journey") / "own.db"
    if request.param == "examples":
        shutil.copy(examples_file, record)
    elif SEEDS.is_dir():
        with communique.open_record(record) as kept:
            kept.read([SEEDS])
    else:
        pytest.skip("the seed documents are not beside this checkout")
    with served(record, Terms(writes=True, author=AUTHOR)) as address:
        yield address


@pytest.fixture(params=[False, True], ids=["without script", "with script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    viewport = {"width": 1500, "height": 1000}
    context = window(browser, java_script_enabled=request.param, viewport=viewport)
    yield context.new_page()
    context.close()


def richest(page: Page, at: str) -> str:
    """The address of the contact of which most is reported, reached from the first page."""
    page.goto(at)
    page.get_by_role("link", name="All contacts").click()
    page.get_by_label("sort").select_option("reports")
    page.get_by_role("button", name="Show").click()
    link = page.locator("main table a[href^='/contacts/']").first
    return str(link.get_attribute("href"))


def test_from_the_first_page_to_a_lit_sentence(page: Page, own: str) -> None:
    page.goto(own)
    assert page.locator("ol.strip li").count()
    page.goto(own + richest(page, own))
    cells = page.locator("table.grid td a[target=words]")
    assert cells.count() > 2
    for place in (0, cells.count() - 1):
        cells.nth(place).click()
        # The frame may still show what was followed before.
        beside = page.frame(name="words")
        assert beside is not None
        beside.wait_for_url(own + str(cells.nth(place).get_attribute("href")))
        lit = beside.locator("mark.lit").first
        lit.wait_for(state="visible")
        box, frame = lit.bounding_box(), page.locator("iframe[name=words]").bounding_box()
        assert box is not None
        assert frame is not None
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"], "it stands in sight"


def test_a_sentence_leads_on_to_its_whole_document(page: Page, own: str) -> None:
    page.goto(own + richest(page, own))
    page.locator("table.grid td a[target=words]").first.click()
    words = page.frame_locator("iframe[name=words]")
    words.locator("mark.lit").first.wait_for(state="visible")
    words.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/documents/"))
    assert page.locator(".text mark").count()
    assert page.get_by_text("On whose word").count()


def test_what_is_found_leads_to_its_words(page: Page, own: str) -> None:
    page.goto(own + richest(page, own))
    told = " ".join(page.locator("table.grid th[scope=row]").all_inner_texts())
    word = max(WORDS.findall(told), key=len)
    page.fill("#find", word)
    page.press("#find", "Enter")
    page.locator("main table a").first.click()
    assert word.lower() in " ".join(page.locator("mark.lit").all_inner_texts()).lower()


def test_pictures_and_registers_lead_to_contacts(page: Page, own: str) -> None:
    for name in ("Timeline", "Network"):
        page.goto(own)
        page.get_by_role("link", name=name, exact=True).click()
        assert page.locator(".picture svg").is_visible()
        assert page.locator("main table a").count()
    page.goto(f"{own}/timeline")
    page.locator("main table a[href^='/contacts/']").first.click()
    assert page.locator("table.grid").is_visible()
    data = page.request.get(f"{page.url}.json")
    assert len(data.json()["contacts"]) == 1


def test_a_claim_is_left_out_and_the_next_visit_tells_of_it(page: Page, own: str) -> None:
    page.goto(own)
    before = [one for one in page.context.cookies() if one["name"].startswith("last-")]
    page.goto(own + richest(page, own))
    page.locator("table.grid td a[target=words]").last.click()
    words = page.frame_locator("iframe[name=words]")
    words.locator("mark.lit").first.wait_for(state="visible")
    words.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/documents/"))
    page.locator("main table a[href^='/why?asked=q-']").first.click()
    page.get_by_text("Correct this claim").click()
    form = page.locator("form[action='/acts/correct']")
    form.locator("select[name=field]").select_option("counts")
    form.locator("input[name=value]").fill("no")
    form.locator("textarea[name=reason]").fill("the paper guesses")
    form.get_by_role("button", name="Correct").click()
    page.wait_for_url(re.compile("/work/"))
    page.locator("h1", has_text="counts is now no").wait_for()
    page.context.clear_cookies()
    page.context.add_cookies(before)  # type: ignore[arg-type]
    page.goto(own)
    assert "1 decisions were entered" in page.locator("section.news").inner_text()
    page.get_by_role("link", name="What they changed, cell by cell").click()
    assert page.locator("h1", has_text="Changes since").is_visible()
    page.goto(f"{own}/decisions")
    assert "the paper guesses" in page.locator("main").inner_text()


def test_the_whole_way_goes_by_keyboard(page: Page, own: str) -> None:
    page.goto(own + richest(page, own))
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator("table.grid td a[target=words]:focus").count():
            break
    page.keyboard.press("Enter")
    page.frame_locator("iframe[name=words]").locator("mark.lit").first.wait_for(state="visible")
