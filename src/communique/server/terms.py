"""On what terms a record is served: who may act, under which names, and how much is taken in."""

from dataclasses import dataclass

from communique.intake.values import MEGABYTE

HOSTS = ("127.0.0.1", "localhost")
"""Names under which it answers: a page elsewhere cannot reach it under a name of its own."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a server is to behave; as it stands, the record is only looked at, on this machine.

    ``author`` is under whose name is decided and added, None where nobody may. ``limit`` is the
    most that is taken in at once, in bytes; ``wait`` for how many seconds another process that
    writes is waited for.
    """

    author: str | None = None
    hosts: tuple[str, ...] = HOSTS
    limit: int = 20 * MEGABYTE
    wait: float = 10.0


LOOKING = Terms()
