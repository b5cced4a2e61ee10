"""Which contacts are wanted, in the words of the store."""

from communique.store.engine import Wanted
from communique.text.intervals import days_of


def wanted(
    state: str | None,
    dyad: tuple[str, str] | None,
    body: str | None,
    form: str | None,
    status: str | None,
    since: str | None = None,
    until: str | None = None,
) -> Wanted:
    """Which contacts a user asks for."""
    first, _ = days_of(since)
    _, last = days_of(until)
    return Wanted(
        states=tuple(one for one in (state, *(dyad or ())) if one is not None),
        body=body,
        form=form,
        status=status,
        since=None if first is None else first.isoformat(),
        until=None if last is None else last.isoformat(),
    )
