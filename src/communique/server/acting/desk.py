"""The desk at which a record is written: one work after the other, while pages are still shown."""

import logging
import secrets
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, RLock
from traceback import format_tb
from typing import Any

from communique.errors import CommuniqueError, RecordLocked
from communique.flow.run import Step
from communique.record import Record, open_record
from communique.record.arriving import changed_since
from communique.server.library.library import COMPARED
from communique.store.sqlite import Settings
from communique.views.changes import Changed
from communique.views.tables import Page

LOG = logging.getLogger(__name__)
REMEMBERED = 50
"""Works of which is known how they went; older ones are forgotten, what they did is kept."""
MOST_WAITING = 20
"""Works that wait for their turn; who asks for more is told to come again."""
ENDED = "the server was stopped; what was read until then is kept"
NOT_YET = Step("waiting for its turn", 0, None)


class Busy(CommuniqueError):
    """So much is to be done already that nothing more is taken in."""


class Stopped(CommuniqueError):
    """The server ends; what was done until then is kept."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a work came to, for people and for programs."""

    page: Page
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done after which entry of the log, and what it changed.

    ``changes`` is None where that takes too long to find out.
    """

    done: Done
    since: int
    changes: tuple[Changed, ...] | None


Does = Callable[[Record], Done]


@dataclass(slots=True)
class Work:
    """Something that somebody has done to the record, under a number that others cannot guess.

    ``back`` is the address of the page it was asked for on; ``does`` is there until it is done or
    tried again, so that what failed can be tried again with all that was typed.
    """

    number: str
    title: str
    author: str
    back: str
    does: Does | None
    step: Step = NOT_YET
    ends: "Future[Outcome]" = field(default_factory=Future)


class Desk:
    """Writes in the record of one file; of all works one is done at a time.

    It waits ``waits`` seconds for others that write, and answers wait ``patience`` seconds for it
    at least.
    """

    def __init__(self, path: Path, waits: float, patience: float = 0.0) -> None:
        self.patience = patience
        self._path = path
        self._settings = Settings(wait=waits)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._works: dict[str, Work] = {}
        self._lock = RLock()
        self._closing = Event()

    def take(self, title: str, author: str, back: str, does: Does) -> Work:
        """Let something be done when its turn comes; raises Busy, Stopped."""
        work = Work(secrets.token_urlsafe(12), title, author, back, does)
        with self._lock:
            if self._closing.is_set():
                raise Stopped(ENDED)
            if sum(not one.ends.done() for one in self._works.values()) > MOST_WAITING:
                raise Busy("much is being read already: wait until some of it is done")
            self._works[work.number] = work
            for number in list(self._works)[:-REMEMBERED]:
                del self._works[number]
            work.ends = self._worker.submit(self._do, work, does)
        return work

    def work(self, number: str, author: str) -> Work | None:
        """The work with this number, for who asked for it."""
        found = self._works.get(number)
        return found if found is not None and found.author == author else None

    def again(self, work: Work) -> Work:
        """Let a work that failed be tried again, once; any other is the same."""
        with self._lock:
            if work.does is None or not work.ends.done():
                return work
            anew = self.take(work.title, work.author, work.back, work.does)
            work.does = None
            return anew

    def close(self) -> None:
        """Do nothing more; what is being read is broken off, and goes on at the next reading."""
        with self._lock:
            self._closing.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _do(self, work: Work, does: Does) -> Outcome:
        try:
            outcome = self._done(work, does)
        except CommuniqueError:
            raise
        except Exception as error:
            # Where it failed is told, not with what words: they may be somebody's.
            places = "".join(format_tb(error.__traceback__))
            LOG.error("a work failed with %s\n%s", type(error).__name__, places)  # noqa: TRY400
            raise
        work.does = None
        return outcome

    def _done(self, work: Work, does: Does) -> Outcome:
        def tell(step: Step) -> None:
            work.step = step
            if self._closing.is_set():
                raise Stopped(ENDED)

        with open_record(
            self._path, create=False, progress=tell, settings=self._settings
        ) as record:
            tell(Step("looking at what is held", 0, None))
            since = record.position()
            done = does(record)
            work.step = Step("working out what follows", 0, None)
            return Outcome(done, since, _changes(record, since))


def _changes(record: Record, since: int) -> tuple[Changed, ...] | None:
    """What is shown otherwise now; None where that is not worked out here."""
    try:
        record.state()
        return record.changes(str(since)) if changed_since(record, since) <= COMPARED else None
    except RecordLocked:
        # What was entered is kept, and whoever looks next works out what follows.
        return None


def ended(work: Work, within: float | None = None) -> Outcome | None:
    """What a work came to; None if it did not end within some seconds, or failed unforeseen.

    Raises CommuniqueError where what was asked cannot be done.
    """
    if not wait((work.ends,), timeout=within).done or work.ends.cancelled():
        return None
    error = work.ends.exception()
    if isinstance(error, CommuniqueError):
        raise error
    return None if error is not None else work.ends.result()
