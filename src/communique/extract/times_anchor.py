"""From which days the times of a page count: the document's, its dateline's, or days it states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.extract.page import Page
from communique.languages.en.cues import words as cue_words
from communique.languages.en.datelines import dateline_in, day_in_address, is_file_picture
from communique.languages.en.expressions import Expression, expressions_in
from communique.languages.en.times import weekdays
from communique.model.documents import Document
from communique.model.syntax import Sentence
from communique.model.times import When
from communique.model.vocabulary import BlockKind
from communique.text.calendar import settle
from communique.text.intervals import day_of, days_of

_WORD = re.compile(r"\w+")
_OPENING = 120
"""How many characters of a dispatch its dateline takes at most."""
_SENT_BEFORE = timedelta(days=3)
"""How long before its publication a dispatch may have been sent."""
_UPDATED = timedelta(days=14)
"""How long after its first publication a page may be dated anew."""
_MENDED = timedelta(days=3)
"""How long its news are brought up to date; later changes are corrections."""
_SAME_YEAR = timedelta(days=300)
"""How much older than a page the newest day may be that it states, to tell the page's year."""
_WEEK = timedelta(days=7)
_ALREADY = timedelta(days=14)
"""How far a day may lie on the wrong side of another that an undated page states."""

Told = tuple[Sentence, tuple[Expression, ...]]


@dataclass(frozen=True, slots=True)
class Anchors:
    """The day from which a page's times count, in words how it is known; the days it states.

    ``anchor`` is None in an undated page; ``stated`` are then the days with their year that the
    page states, its captions included, with their words. ``newest_year`` is the last year named.
    ``first`` is the day of first publication of a page that was brought up to date later: what it
    says will be on Wednesday may lie between the two days, what was on Wednesday too.
    """

    anchor: date | None
    told_by: str
    first: date | None = None
    stated: tuple[tuple[date, str], ...] = ()
    newest_year: int | None = None
    portrayed: frozenset[date] = frozenset()
    """Days stated of portraits alone: what they show may be another day's."""
    news: frozenset[date] = frozenset()
    """Days stated whose weekday the text tells of without its date: those of its news."""

    def when(self, words: str, relative: str) -> When:
        """The time that words mean here; without a day they keep their meaning for later."""
        if self.anchor is not None:
            anchor = self.anchor if _looks_back(relative) else self.first or self.anchor
            told_by = self.told_by if anchor == self.anchor else _by_address(anchor)
            return When(settle(relative, anchor), f"{words}; {told_by}", words, relative)
        edtf, by = self._by_stated(relative)
        basis = f"{words}; {self.told_by}" + (f", which states {by}" if edtf else "")
        return When(edtf, basis, words, relative)

    def _by_stated(self, relative: str) -> tuple[str | None, str]:
        """The date that follows from the days stated alone, and the words of the one used."""
        if not self.stated:
            return None, ""
        day, words = max(self.stated)
        if self.newest_year is not None and day.year < self.newest_year:
            return None, ""
        if relative.startswith("weekday:"):
            return self._same_weekday(relative)
        if len({one.year for one, _ in self.stated}) > 1:
            return None, ""
        if relative.startswith("month-of:") and ":year:" not in relative:
            return settle(relative, day), words
        if relative.startswith("date:") and ":year:" not in relative:
            return _on_right_side(relative, day), words
        return None, ""

    def _same_weekday(self, relative: str) -> tuple[str | None, str]:
        """The one day stated that has the weekday told of, if it lies back.

        Where the news is of the newest day stated, another weekday is the last one before it.
        """
        parts = relative.split(":")
        if len(parts) != 3 or parts[2] not in ("past", "near"):
            return None, ""
        fits = {
            one: words
            for one, words in self.stated
            if one.isoweekday() == int(parts[1]) and one not in self.portrayed
        }
        newest = max(self.stated)
        if not fits and newest[0] in self.news:
            return settle(relative, newest[0]), newest[1]
        if len(fits) != 1:
            return None, ""
        [(day, words)] = fits.items()
        return (day.isoformat(), words) if newest[0] - day < _WEEK else (None, "")


def _looks_back(relative: str) -> bool:
    return (
        relative.startswith("weekday:") and ":future" not in relative and ":after" not in relative
    )


def _on_right_side(relative: str, near: date) -> str | None:
    """A day without its year, in the year that puts it on its side of a day stated."""
    if "/" in relative:
        first, last = (_on_right_side(one, near) for one in relative.split("/"))
        return f"{first}/{last}" if first and last and first < last else None
    how = relative.rpartition(":")[2]
    # The day stated is near the day of publication, but may lie a little before or after it.
    shift = {"past": _ALREADY, "future": -_ALREADY}.get(how, timedelta())
    return settle(relative, near + shift)


def anchors_of(page: Page, told: Iterable[Told]) -> Anchors:
    """From which days the times of a page count."""
    told = tuple(told)
    published = anchor_of(page.document)
    sent = _dateline(page, told, published)
    if sent is not None:
        return sent
    first = day_in_address(page.document.address or "")
    if published is not None:
        return _updated(published, first)
    if first is not None:
        return Anchors(first, _by_address(first))
    stated = _stated(page, told)
    whole = _with_year(page.document, stated)
    if whole is not None:
        return whole
    portrayed = _portrayed(page, told)
    news = _news(told, stated) - portrayed
    return Anchors(None, "document undated", None, stated, _newest_year(told), portrayed, news)


def _updated(published: date, first: date | None) -> Anchors:
    """The anchors of a page that bears a day, and perhaps an earlier one in its address."""
    if first is None or not first < published <= first + _UPDATED:
        return Anchors(published, f"document dated {published}")
    last = min(published, first + _MENDED)
    told_by = f"document dated {published}" if last == published else _by_address(first)
    return Anchors(last, told_by, first)


def _by_address(day: date) -> str:
    return f"page of {day} by its address"


def _with_year(document: Document, stated: tuple[tuple[date, str], ...]) -> Anchors | None:
    """The anchor of a page whose day is known without the year, which the text gives."""
    when = document.published
    if when is None or when.relative is None or not stated:
        return None
    newest, words = max(stated)
    day = day_of(settle(when.relative.replace("near", "future"), newest - timedelta(days=1)))
    if day is None or day - newest > _SAME_YEAR:
        return None
    return Anchors(day, f"document of {when.expression}, its year by {words}")


def anchor_of(document: Document) -> date | None:
    """The day the document was published, None where it is undated or dated more coarsely."""
    return None if document.published is None else day_of(document.published.edtf)


def _dateline(page: Page, told: tuple[Told, ...], published: date | None) -> Anchors | None:
    """The day before the first words of a dispatch, when it fits that of publication."""
    line = next((found for words in _openings(page) if (found := dateline_in(words))), None)
    if line is None:
        return None
    day = line.day
    if day is None:
        near = published or max((one for one, _ in _stated(page, told)), default=None)
        day = None if near is None else day_of(settle(f"date:{line.month_day}:near", near))
    if day is None or (published is not None and not _fits(day, published)):
        return None
    return Anchors(day, f"dateline {line.words}")


def _openings(page: Page) -> Iterator[str]:
    """The words that may hold a dateline: lines marked as one, and the first paragraph's first."""
    text = page.document.text
    for block in page.document.blocks:
        if block.kind is BlockKind.DATE_LINE:
            yield text[block.span.start : block.span.end]
        elif block.kind is BlockKind.PARAGRAPH:
            yield text[block.span.start : min(block.span.end, block.span.start + _OPENING)]
            return


def _fits(sent: date, published: date) -> bool:
    return -timedelta(days=1) <= published - sent <= _SENT_BEFORE


def _stated(page: Page, told: tuple[Told, ...]) -> tuple[tuple[date, str], ...]:
    """The days with their year that the text and its captions state, each with its words."""
    found: dict[date, str] = {}
    for sentence, expressions in told:
        if not is_file_picture(sentence.text):
            found |= _full_days(sentence.text, expressions)
    for block in page.document.blocks:
        if block.kind is BlockKind.CAPTION:
            words = page.document.text[block.span.start : block.span.end]
            if not is_file_picture(words):
                found |= _full_days(words, expressions_in(words))
    return tuple(sorted(found.items()))


def _news(told: Iterable[Told], stated: tuple[tuple[date, str], ...]) -> frozenset[date]:
    """The days stated whose weekday the text names by itself: "was held, they said on Tuesday"."""
    relatives = {(one.relative or "")[: len("weekday:1")] for _, row in told for one in row}
    return frozenset(day for day, _ in stated if f"weekday:{day.isoweekday()}" in relatives)


def _portrayed(page: Page, told: Iterable[Told]) -> frozenset[date]:
    """The days that only portraits state, which may be old: "The king poses on 1 May 2031"."""
    rows = [(sentence.text, expressions) for sentence, expressions in told]
    for block in page.document.blocks:
        if block.kind is BlockKind.CAPTION:
            words = page.document.text[block.span.start : block.span.end]
            rows.append((words, expressions_in(words)))
    shown: set[date] = set()
    others: set[date] = set()
    for text, expressions in rows:
        for day, words in _full_days(text, expressions).items():
            is_shown = _is_portrait(text) and not _names_weekday(words)
            (shown if is_shown else others).add(day)
    return frozenset(shown - others)


def _is_portrait(text: str) -> bool:
    portrait = cue_words("contact_times", "portrait")
    found = _WORD.findall(text.lower())
    return any(one.endswith("s") and one.removesuffix("s") in portrait for one in found)


def _names_weekday(words: str) -> bool:
    """Whether a day is stated with its weekday: "Tuesday, 4 March 2031"."""
    return not weekdays().keys().isdisjoint(_WORD.findall(words.lower()))


def _full_days(text: str, expressions: tuple[Expression, ...]) -> dict[date, str]:
    found = ((day_of(one.edtf), text[one.start : one.end]) for one in expressions)
    return {day: words for day, words in found if day is not None}


def _newest_year(told: tuple[Told, ...]) -> int | None:
    ends = (days_of(one.edtf)[1] for _, expressions in told for one in expressions)
    return max((one.year for one in ends if one is not None), default=None)
