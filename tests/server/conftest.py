"""A server of the examples: asked in this process, or by a browser over HTTP."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright
from starlette.testclient import TestClient

from communique.server.admission.terms import LOOKING, Terms
from communique.server.app import make_app
from communique.server.serving import bound
from tests.server.acting import copied, writing

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


@pytest.fixture(scope="session")
def client(examples_file: Path) -> Iterator[TestClient]:
    """Asks the server of the examples."""
    with asking(examples_file) as made:
        yield made


def asking(record: Path) -> TestClient:
    """Asks a server of this record, under the name under which it answers."""
    return TestClient(make_app(record), base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def address(examples_file: Path) -> Iterator[str]:
    """Where the examples are served, for as long as the tests run."""
    with served(examples_file, LOOKING) as at:
        yield at


@contextmanager
def served(record: Path, terms: Terms) -> Iterator[str]:
    """Serve a record over HTTP on these terms, and tell where."""
    listening = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(record, terms), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


def chromium() -> str | None:
    """Where Debian's chromium is."""
    return shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; without it these tests are skipped, but not where changes are judged."""
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium: .ci/run installs it, and these tests must run there")
        pytest.skip("no chromium on this machine (Debian's package chromium)")
    with sync_playwright() as player:
        try:
            started = player.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            pytest.fail(f"{path} does not start: {error}")
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    context = window(browser, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def own(examples_file: Path, tmp_path: Path) -> Path:
    """A record of the examples which may be changed."""
    return copied(examples_file, tmp_path)


@pytest.fixture
def desk(own: Path) -> TestClient:
    """Asks a server of that record on which is acted."""
    return writing(own)


def rules_broken(page: Page) -> list[tuple[str, str]]:
    """The rules of accessibility (WCAG 2.2 AA) that a page breaks, each with a place."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    return [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]


def window(browser: Browser, **told: Any) -> BrowserContext:
    """A window of a browser in which one waits long: tests may run beside much else."""
    context = browser.new_context(**told)
    context.set_default_timeout(PATIENCE)
    return context


PATIENCE = 180_000
"""Milliseconds that a test waits for what is to appear."""
