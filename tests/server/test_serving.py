"""The command that serves: where it listens, how it ends, what it refuses."""

import signal
import socket
import urllib.request
from pathlib import Path

import pytest

from tests.acceptance.running import ended, started

pytestmark = pytest.mark.slow


def test_a_record_is_served_until_it_is_stopped(examples_file: Path) -> None:
    process = started("serve", "--port", "0", record=examples_file)
    assert process.stdout is not None
    told = process.stdout.readline() + process.stdout.readline()
    address = next(word for word in told.split() if word.startswith("http://127.0.0.1:"))
    try:
        with urllib.request.urlopen(address) as answer:
            assert "Latest contacts" in answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        ran = ended(process)
    assert ran.code in (0, 130), ran.err
    assert "Traceback" not in ran.err


def test_a_taken_port_is_told(examples_file: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = ended(started("serve", "--port", str(port), record=examples_file))
    assert ran.code == 2
    assert f"127.0.0.1:{port}" in ran.err
    assert "name another --port" in ran.err


def test_no_record_is_told_before_anything_is_served(tmp_path: Path) -> None:
    ran = ended(started("serve", "--port", "0", record=tmp_path / "none.db"))
    assert ran.code == 3
    assert "no record at" in ran.err
