"""Pictures of every page on the examples, to be looked at: ``make screenshots``.

Each page is taken in light, in the dark, on a telephone and as it prints, the last one as a PDF
too. With ``--guide`` those that the guide shows are made anew as well.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

import communique
from communique.server.admission.terms import Terms
from communique.server.admission.users import add, users_beside
from communique.server.admission.visitors import Role
from communique.server.pages.pages import PAGES
from communique.server.pages.saving import Search, Searches
from tests.acceptance.running import EXAMPLES, ROOT, TABLES
from tests.server.acting import AUTHOR
from tests.server.conftest import FLAGS, chromium, served

OUT = ROOT / "build" / "screenshots"
GUIDE = ROOT / "docs" / "guide" / "images"
PASSWORD = "a password of the examples"
CALL = "2031-05-13-xks-xvd-call"
NAMES = {
    "/contacts/{name}": CALL,
    "/documents/{name}": "01-velan-courier",
    "/documents/{name}/text": "01-velan-courier",
    "/actors/{name}": "XVD",
    "/bodies/{name}": "TRC",
    "/dyads/{name}": "XKS,XVD",
    "/channels/{name}": "xks-xvd-ness",
}
"""For an address of one thing which one is shown; an address that is not here is left out."""
ASKED = {"/search": "?q=consultations", "/changes": "?since=5", "/why": f"?asked={CALL}"}
"""What has to be asked at an address."""
MORE = (
    "/",
    f"/acts/note?about={CALL}",
    "/add",
    "/contacts?state=XVD&form=call",
    "/contacts/none",
    "/searches",
    "/login",
)
"""Addresses beside those of the record."""
SHOWN = {"grid": (f"/contacts/{CALL}", 720), "timeline": ("/timeline", 560)}
"""Pictures in the guide: of which address, and how high."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of looking at a page."""

    name: str
    width: int = 1440
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


WAYS = (
    Way("light"),
    Way("dark", scheme="dark"),
    Way("phone", width=360),
    Way("print", width=760, media="print"),
)


def addresses() -> Iterator[str]:
    """Every page, with a thing of the examples where it shows one."""
    yield from MORE
    for path in PAGES:
        if "{name}" not in path:
            yield path + ASKED.get(path, "")
        elif path in NAMES:
            yield path.replace("{name}", NAMES[path])


@contextmanager
def shown() -> Iterator[str]:
    """Where the examples are served, with something decided on them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.db"
        with communique.open_record(path, tables=TABLES) as record:
            record.read([EXAMPLES / "texts", EXAMPLES / "later"])
            record.note(CALL, "The desk in Velan has the transcript.", author=AUTHOR)
            record.state()
        users = users_beside(path)
        add(users, AUTHOR, Role.EDITOR, PASSWORD)
        saved = Search(AUTHOR, "Calls of Valdoria", "/contacts?state=XVD&form=call")
        Searches(path).save(saved)
        with served(path, Terms(writes=True, users=users, signs_in=True)) as at:
            yield at


def take(browser: Browser, at: str, way: Way, out: Path) -> None:
    """Take every page in one way."""
    context = browser.new_context(
        java_script_enabled=False,
        color_scheme=way.scheme,
        viewport={"width": way.width, "height": 900},
    )
    page = context.new_page()
    sign_in(page, at)
    page.emulate_media(media=way.media)
    for address in addresses():
        page.goto(at + address)
        name = f"{named(address)}.{way.name}"
        page.screenshot(path=out / f"{name}.png", full_page=True)
        if way.media == "print":
            page.pdf(path=out / f"{name}.pdf", format="A4")
    context.close()


def sign_in(page: Page, at: str) -> None:
    """Come in as the one user there is."""
    page.goto(f"{at}/login")
    page.fill("#name", AUTHOR)
    page.fill("#password", PASSWORD)
    page.click("button")


def take_for_guide(browser: Browser, at: str, out: Path) -> None:
    """Take the pictures that the guide shows, the grid with words opened beside it."""
    page = browser.new_context(java_script_enabled=False).new_page()
    for name, (address, height) in SHOWN.items():
        sign_in(page, at)
        page.set_viewport_size({"width": 1280, "height": height})
        page.goto(at + address)
        cells = page.locator("table.grid td a[target=words]")
        if cells.count():
            cells.first.click()
            page.frame_locator("iframe[name=words]").locator("mark.lit").first.wait_for()
        page.screenshot(path=out / f"{name}.png")


def named(address: str) -> str:
    """The name of the file for an address."""
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"


def main(arguments: list[str] | None = None) -> int:
    """Take all pictures; tells where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guide", action="store_true", help="make those of the guide anew too")
    given = parser.parse_args(arguments)
    OUT.mkdir(parents=True, exist_ok=True)
    with shown() as at, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for way in WAYS:
            take(browser, at, way, OUT)
        if given.guide:
            GUIDE.mkdir(parents=True, exist_ok=True)
            take_for_guide(browser, at, GUIDE)
        browser.close()
    print(f"{len(list(OUT.glob('*.png')))} pictures are in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
