"""A person who acts in a browser, asked in this process: forms are sent with their token."""

import re
import shutil
from pathlib import Path
from typing import Any

import httpx2
from starlette.testclient import TestClient

from communique.server.admission.terms import Terms
from communique.server.app import make_app

AUTHOR = "Mara Lind"
PATIENCE = 60.0
"""Seconds that an answer waits for what was asked: tests may run beside much else."""


def writing(record: Path, terms: Terms | None = None) -> TestClient:
    """Asks a server of this record on which is acted under one name."""
    app = make_app(record, terms or Terms(writes=True, author=AUTHOR, patience=PATIENCE))
    return TestClient(app, base_url="http://127.0.0.1")


def copied(record: Path, folder: Path) -> Path:
    """A record of one's own, which may be changed."""
    return Path(shutil.copy(record, folder / "own.db"))


def token(client: httpx2.Client, path: str = "/acts/note") -> str:
    """The token of the forms of this session."""
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def sent(client: httpx2.Client, path: str, **given: Any) -> Any:
    """The answer to a form that is sent as a browser sends it, led where it leads."""
    return client.post(path, data={"token": token(client), **given})
