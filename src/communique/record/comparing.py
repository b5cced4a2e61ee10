"""What a record showed before something is done to it, so that one can tell what that changed."""

from itertools import islice

from communique.model.contents import Contents
from communique.record.record import Record

MOST_COMPARED = 2000
"""Documents up to which it is shown what was changed: past that, looking twice takes long."""


def held_before(kept: Record) -> Contents | None:
    """What a record holds, where there is anything, and not too much to look at it twice."""
    if not kept.position():
        return None
    held = sum(1 for _ in islice(kept.documents(), MOST_COMPARED + 1))
    return kept.contents() if 0 < held <= MOST_COMPARED else None
