"""The log of a record as it was at an earlier time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.store.engine import Log
from communique.store.entries import Entry, EntryKind, Head


@dataclass(frozen=True, slots=True)
class LogUntil:
    """The entries of a log up to one of them; bodies that were purged since are gone here too."""

    log: Log
    last: int

    def head(self) -> Head:
        """The last entry of that time."""
        found = (Head(one.number, one.digest) for one in self.log.entries(after=self.last - 1))
        return next(found, Head()) if self.last else Head()

    def entries(
        self, *kinds: EntryKind, about: str | None = None, after: int = 0
    ) -> Iterator[Entry]:
        """Entries in their order: of these kinds (all if none is named), about one thing."""
        for one in self.log.entries(*kinds, about=about, after=after):
            if one.number > self.last:
                return
            yield one

    def entry_by_key(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        found = self.log.entry_by_key(key)
        return found if found is not None and found.number <= self.last else None

    def body(self, number: int) -> bytes | None:
        """The body of an entry, or None when it was purged."""
        return self.log.body(number) if number <= self.last else None

    def bodies(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes | None]]:
        """The bodies of these entries with their numbers, in the order of the numbers."""
        return self.log.bodies(one for one in numbers if one <= self.last)


def last_before(log: Log, day: str) -> int:
    """The number of the last entry made before a day (ISO 8601, UTC); 0 if there is none."""
    return max((one.number for one in log.entries() if one.at < day), default=0)
