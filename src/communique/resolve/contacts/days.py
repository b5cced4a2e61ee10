"""Whether two accounts can tell of one day."""

from collections.abc import Callable
from datetime import date, timedelta

from communique.languages.en.moments import is_early, is_late
from communique.model.times import When
from communique.resolve.contacts.outlines import Outline
from communique.text.intervals import days_of, meet

NEAR = 7
"""Days between two documents within which accounts without a day may tell of one contact."""

WIDEST = 62
"""Days that the time of an account may span for it to join another: some weeks, not a year."""

HOURS_APART = 5
"""Hours between the clocks of two capitals from which an evening here is a morning there."""

IsNear = Callable[[], bool]
"""Whether the documents of two accounts may carry one story."""

_WEEK = 7


def dates_agree(left: Outline, right: Outline, near: IsNear) -> bool:
    """Whether both can have happened on one day.

    Without a day the documents must lie near in time, or carry one story where one is undated.
    """
    if not meet(left.edtf, right.edtf):
        return False
    if not left.is_open and not right.is_open:
        return not (_is_wide(left) or _is_wide(right))
    first, second = span_of(left), span_of(right)
    is_near = first is not None and second is not None and _days_between(first, second) <= NEAR
    if is_near or not (left.is_loose or right.is_loose):
        return is_near
    return weekdays_agree(left, right) and not _is_of_earlier(left, right) and near()


def _days_between(left: tuple[date, date], right: tuple[date, date]) -> int:
    return (max(left[0], right[0]) - min(left[1], right[1])).days


def _is_wide(one: Outline) -> bool:
    """Whether the account's time is too wide ("over the past year") to mean one known contact."""
    first, last = days_of(one.edtf)
    return first is not None and last is not None and (last - first).days > WIDEST


def span_of(one: Outline) -> tuple[date, date] | None:
    """The days between which it lies; near the day of its document where the text leaves it open.

    None where the document has no day either.
    """
    first, last = days_of(one.edtf)
    if first is not None and last is not None:
        return first, last
    return None if one.anchor is None else (one.anchor, one.anchor)


def weekdays_agree(left: Outline, right: Outline) -> bool:
    """Whether the weekday or day that an undated account tells can be the other's known day.

    What was late on one day may be told of the next, and what was early of the day before.
    """
    return _weekday_fits(left, right.day) and _weekday_fits(right, left.day)


def _weekday_fits(one: Outline, day: date | None) -> bool:
    told = [when for when in one.times if is_telling(when)]
    if day is None or not told or one.day is not None:
        return True
    return any(_can_mean(when, day) for when in told)


def _can_mean(when: When, day: date) -> bool:
    return (
        tells_day(when, day)
        or (is_late(when.expression) and tells_day(when, day - timedelta(days=1)))
        or (is_early(when.expression) and tells_day(when, day + timedelta(days=1)))
    )


def is_telling(when: When) -> bool:
    """Whether an unknown time names a weekday or a day of a month, not only "yesterday"."""
    return when.edtf is None and (when.relative or "").startswith(("weekday:", "date:"))


def tells_day(when: When, day: date) -> bool:
    """Whether a weekday or a day of a month, the first of several, is that of a known day."""
    kind, _, rest = (when.relative or "").partition("/")[0].partition(":")
    told = rest.partition(":")[0]
    if kind == "weekday":
        return told == str(day.isoweekday())
    return kind == "date" and told == f"{day.month:02}-{day.day:02}"


def _is_of_earlier(left: Outline, right: Outline) -> bool:
    """Whether one lies in a month in which the other's page sets something earlier than its news.

    Who writes of "the first call since May" does not write in May of the call in May.
    """
    return _lies_behind(left, right) or _lies_behind(right, left)


def _lies_behind(one: Outline, other: Outline) -> bool:
    span = span_of(other)
    if not one.behind or span is None:
        return False
    around = (span[0], span[1] + timedelta(days=_WEEK))
    return {day.month for day in around} <= one.behind


def are_a_day_apart(left: Outline, right: Outline) -> bool:
    """Whether one tells of the day after the other's."""
    return left.day is not None and right.day is not None and abs((left.day - right.day).days) == 1


def was_over(left: Outline, right: Outline) -> bool:
    """Whether the page that names the earlier day was published after the later one."""
    before, after = sorted((left, right), key=lambda one: one.day or date.min)
    if before.anchor is None or after.day is None or before.is_placed:
        return False
    return before.anchor > after.day


def falls_on_two_days(left: Outline, right: Outline) -> bool:
    """Whether it was evening in one capital and the next morning in another.

    Clocks of the capitals must be far apart, and one account must tell of evening or morning.
    """
    if not are_a_day_apart(left, right):
        return False
    if max(left.clocks, default=0.0) - min(left.clocks, default=0.0) < HOURS_APART:
        return False
    before, after = sorted((left, right), key=lambda one: one.day or date.min)
    told = _at(before, is_late) or _at(after, is_early)
    return told and not _at(before, is_early) and not _at(after, is_late)


def _at(one: Outline, part: Callable[[str | None], bool]) -> bool:
    return any(part(when.expression) for when in one.times)
