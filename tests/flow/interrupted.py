"""Reads documents into a record and kills itself at a given point: run as a process by a test."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import communique
from communique.flow.run import Step

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)


class Fuse:
    """Burns down by one at every entry and every step, and ends the process at zero."""

    def __init__(self, left: int) -> None:
        self.left = left

    def burn(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def clock(self) -> datetime:
        self.burn()
        return NOON

    def progress(self, step: Step) -> None:
        self.burn()


def main(path: str, left: str, *paths: str) -> None:
    fuse = Fuse(int(left))
    with communique.open_record(path, clock=fuse.clock, progress=fuse.progress) as record:
        record.read([Path(one) for one in paths])


if __name__ == "__main__":
    main(*sys.argv[1:])
