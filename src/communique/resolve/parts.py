"""Names that are put together, two by two, into groups."""

from collections.abc import Iterable, Set


class Parts:
    """Names that are put together into groups."""

    def __init__(self, names: Iterable[str]) -> None:
        self._of = {name: name for name in names}

    def add(self, names: Iterable[str]) -> None:
        """Take in more names, each alone."""
        for one in names:
            self._of.setdefault(one, one)

    def of(self, name: str) -> str:
        """The name that stands for the group of one."""
        while self._of[name] != name:
            # Each look halves the way of the next one.
            self._of[name] = name = self._of[self._of[name]]
        return name

    def join(self, *names: str) -> None:
        """Put the groups of these names together."""
        heads = [self.of(one) for one in names if one in self._of]
        for one in heads[1:]:
            self._of[self.of(one)] = self.of(heads[0])

    def names(self) -> Set[str]:
        """All names that were taken in."""
        return self._of.keys()

    def has_joined(self, one: str, other: str) -> bool:
        """Whether two names are in one group."""
        return one in self._of and other in self._of and self.of(one) == self.of(other)

    def groups(self) -> list[list[str]]:
        """The groups, each in the order of its names."""
        found: dict[str, list[str]] = {}
        for name in self._of:
            found.setdefault(self.of(name), []).append(name)
        return list(found.values())
