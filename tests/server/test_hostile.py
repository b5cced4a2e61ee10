"""Words that would do something if they were more than words: in texts, names, notes and reasons.

Looked at in a real browser that would run a script, if one were let in.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

import communique
from communique.intake.about import About
from communique.intake.values import Options
from communique.server.admission.terms import Terms
from tests.server.conftest import served

pytestmark = pytest.mark.slow

SCRIPT = "<script>document.title='ran'</script>"
IMAGE = "<img src=x onerror=\"document.title='ran'\">"
SVG = "<svg onload=\"document.title='ran'\"><animate onbegin=\"document.title='ran'\"/></svg>"
BROKEN_OUT = "\"'></textarea></title></a><script>document.title='ran'</script>"
MARKDOWN = "[x](javascript:document.title='ran') ![y](x\" onerror=\"document.title='ran')"
TEMPLATE = "{{ 'wy' * 3 }}{% raw %}${'wy'.repeat(3)}"
ALL = (SCRIPT, IMAGE, SVG, BROKEN_OUT, MARKDOWN, TEMPLATE)
EVERYTHING = " ".join(ALL)
TOLD = (
    "President Oskar Brenn of France met President Ilya Morav of Poland in Oslo on 3 May 2031. "
    "They agreed to hold consultations on {} every month, Brenn's office said.\n"
)
PAGES = (
    "/",
    "/contacts",
    "/documents",
    "/undertakings",
    "/positions",
    "/decisions",
    "/offers",
    "/problems",
    "/originals",
    "/stories",
    "/search?q=script",
    "/timeline",
    "/network",
    f"/contacts?state={SCRIPT}",
    f"/acts/note?about={BROKEN_OUT}&words={BROKEN_OUT}",
    f"/work/{SCRIPT}",
    f"/{SVG}",
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose texts, names, outlets, titles, notes and reasons are all hostile."""
    path = tmp_path_factory.mktemp("hostile") / "r.db"
    body = f"<p>{TOLD.format(EVERYTHING)}</p>{SVG}"
    page = f"<html><head><title>{EVERYTHING}</title>{SCRIPT}</head><body>{body}</body></html>"
    image = f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}<text>{TOLD.format("x")}</text></svg>'
    files = (
        (f"{IMAGE}.txt", TOLD.format(EVERYTHING).encode()),
        ("page.html", page.encode()),
        ("image.svg", image.encode()),
        ("notes.md", f"# {SCRIPT}\n\n{TOLD.format(MARKDOWN)}\n{MARKDOWN}\n".encode()),
    )
    with communique.open_record(path) as kept:
        about = About(outlet=EVERYTHING, title=EVERYTHING, address="javascript:alert(1)")
        kept.read_bytes(files, Options(about), whole=True)
        [document, *_] = kept.documents()
        for contact in kept.contacts():
            kept.note(contact.label, EVERYTHING, author=EVERYTHING)
        kept.correct(document.id, "outlet", EVERYTHING, reason=EVERYTHING, author=EVERYTHING)
        kept.note(document.id, EVERYTHING, author=EVERYTHING)
        kept.state()
    return path


@pytest.fixture(scope="module")
def own(record: Path) -> Iterator[str]:
    with served(record, Terms(writes=True, author=EVERYTHING)) as address:
        yield address


@pytest.fixture(params=[False, True], ids=["as it is sent", "as if no policy were sent"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window in which scripts may run; the second time the policy of the page is set aside.

    So what keeps scripts out is tried twice: the policy, and that all words are escaped.
    """
    context = browser.new_context(bypass_csp=request.param)
    made = context.new_page()
    yield made
    context.close()


@pytest.mark.parametrize("words", [SCRIPT, IMAGE, SVG, BROKEN_OUT])
def test_these_words_would_run_where_they_were_more_than_words(
    browser: Browser, words: str
) -> None:
    page = browser.new_page()
    page.set_content(f"<title>still</title><body>{words}")
    page.wait_for_function("document.title === 'ran'")
    page.close()


def test_nothing_in_words_ever_runs(page: Page, own: str, record: Path) -> None:
    dialogs: list[str] = []
    asked: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("request", lambda request: asked.append(request.url))
    with communique.open_record(record) as kept:
        things = [f"/documents/{one.id}" for one in kept.documents()]
        things += [f"{one}/text" for one in things]
        things += [f"/contacts/{one.id}" for one in kept.contacts()]
        things += [f"/actors/{one.id}" for one in kept.actors()]
        things += [f"/decisions/{one.id}" for one in kept.decisions()]
        things += [f"/why?asked={one.id}" for one in kept.undertakings()]
    assert len(things) > 10
    for path in (*PAGES, *things):
        page.goto(own + path)
        assert page.title() != "ran", path
        told = page.locator("script, svg [onload], img, [onerror], [onload], [onbegin]")
        assert told.count() == 0, path
        leading = page.locator("a, form, iframe, button").evaluate_all(
            "all => all.flatMap(one => ['href', 'src', 'action', 'formaction']"
            ".map(name => one.getAttribute(name))).filter(at => at !== null)"
        )
        assert not [at for at in leading if "script:" in at.lower()], path
        assert "wywywy" not in page.content(), path
    assert dialogs == []
    assert {one for one in asked if not one.startswith(own)} == set()


def test_hostile_words_that_are_typed_come_back_as_words(page: Page, own: str) -> None:
    page.goto(f"{own}/acts/correct")
    for name in ("about", "field", "value"):
        page.locator(f"input[name={name}]").fill(EVERYTHING)
    page.locator("textarea[name=reason]").fill(EVERYTHING)
    page.get_by_role("button", name="Correct").click()
    assert "not in the record" in page.get_by_role("alert").inner_text()
    assert page.locator("textarea[name=reason]").input_value() == EVERYTHING
    assert page.locator("input[name=about]").input_value() == EVERYTHING
    page.goto(f"{own}/add")
    page.locator("textarea[name=words]").fill(EVERYTHING)
    page.locator("input[name=side]").fill(EVERYTHING)
    page.get_by_role("button", name="Read").click()
    assert page.locator("textarea[name=words]").input_value() == EVERYTHING
    assert page.title() != "ran"


def test_hostile_texts_are_read_and_shown_as_words(page: Page, own: str) -> None:
    page.goto(f"{own}/add")
    page.locator("textarea[name=words]").fill(f"{EVERYTHING}\n{TOLD.format('dams')}")
    page.locator("input[name=outlet]").fill(EVERYTHING)
    page.get_by_role("button", name="Read").click()
    page.locator("h1", has_text="Read ").wait_for(timeout=120_000)
    page.locator("main table a[href^='/documents/']").first.click()
    assert page.title() != "ran"
    assert SCRIPT in page.locator(".text").inner_text()
    assert page.locator("main script").count() == 0


@pytest.mark.parametrize("path", ["/", "/add", "/acts/note", "/nothing", "/static/style.css"])
def test_every_answer_bears_the_policy(browser: Browser, own: str, path: str) -> None:
    context = browser.new_context()
    answer = context.request.get(own + path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    context.close()
