"""Documents some at a time: all of a record's would not fit into memory."""

from collections.abc import Collection, Iterator

TOGETHER = 100
"""Documents that are worked on together."""


def in_batches(documents: Collection[str]) -> Iterator[list[str]]:
    """The documents in order, some at a time."""
    ordered = sorted(documents)
    for start in range(0, len(ordered), TOGETHER):
        yield ordered[start : start + TOGETHER]
