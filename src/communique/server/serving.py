"""Serving a record over HTTP until somebody stops it."""

import socket
from pathlib import Path

import uvicorn

from communique.errors import NotPossible
from communique.server.admission.terms import LOOKING, Terms
from communique.server.app import make_app

LAST_ANSWERS = 5
"""Seconds that answers under way are given when the server is to end."""


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises NotPossible where the port is taken or not allowed."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise NotPossible(
            f"cannot listen at {host}:{port} ({error.strerror}): name another --port"
        ) from error
    return listening


def run(record: Path, listening: socket.socket, terms: Terms = LOOKING) -> None:
    """Serve the record in this file at that socket until the process is told to end."""
    # What proxies say is believed on the terms of the application alone.
    settings = uvicorn.Config(
        make_app(record, terms),
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=LAST_ANSWERS,
    )
    uvicorn.Server(settings).run(sockets=[listening])
