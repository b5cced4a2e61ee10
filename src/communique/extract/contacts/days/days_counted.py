"""The day of a contact from which, or to which, the text counts another one's.

"Friday's meeting came three days after a visit to Velan" tells the day of the visit too.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, subject_of
from communique.extract.contacts.times.counts import Count, counts_in
from communique.extract.contacts.times.when import governs
from communique.languages.en.cues import words
from communique.model.times import TimeMention, When
from communique.text.calendar import settle
from communique.text.intervals import day_of

_NEAR = 2
"""How many sentences back the contact may be told of that "It came two days after" means."""
_SOME = {"PTXM": (0, 0), "PTXH": (0, 0), "PXD": (2, 6), "PXW": (8, 61)}
"""The least and most days that "hours after" and the like mean; of months nothing follows."""
_TURNED = {"+": "-", "-": "+"}


def counted_days(
    scene: ContactScene, drafts: tuple[Draft, ...], at: int, known: list[When | None]
) -> Iterator[TimeMention]:
    """The days of a contact that follow from how long before or after another one it was."""
    for telling in drafts[at].tellings:
        for count in counts_in(scene, telling.site.sentence):
            if not count.other and not governs(scene, telling.site, count.time):
                continue
            is_other = _stands_in(telling.site, count.other)
            base = _base(scene, drafts, at, known, count, is_other=is_other)
            if base is None:
                continue
            shift = _turned(count.shift) if is_other else count.shift
            when = _shifted(base, shift, count.time.when)
            if when is not None:
                yield replace(count.time, when=when)


def _stands_in(site: Site, other: frozenset[int]) -> bool:
    return site.token.index in other


def _base(
    scene: ContactScene,
    drafts: tuple[Draft, ...],
    at: int,
    known: list[When | None],
    count: Count,
    *,
    is_other: bool,
) -> When | None:
    """The day from which a contact's is counted: of the other one, or of the clause around it."""
    if not count.other:
        return _named_before(scene, count)
    if is_other:
        told = _around(scene, count) or _told_beside(drafts, at, known, count, is_other=True)
        return told or _told_before(scene, count)
    return _inside(scene, count) or _told_beside(drafts, at, known, count, is_other=False)


def _around(scene: ContactScene, count: Count) -> When | None:
    """The day that the sentence names outside the words from which it counts."""
    return _named(scene, count, lambda place: place not in count.other)


def _told_before(scene: ContactScene, count: Count) -> When | None:
    """The day of what "It came a day after" points back at: of the sentence told before.

    A noun must stand there too: "That meeting came a day after".
    """
    subject = subject_of(count.sentence, count.sentence.root)
    if subject is None:
        return None
    determiner = count.sentence.child(subject, "det")
    first = subject if determiner is None else determiner
    if first.lower not in words("contact_times", "back"):
        return None
    for place in range(count.sentence.index - 1, max(count.sentence.index - _NEAR, 0) - 1, -1):
        sentence = scene.page.sentences[place]
        days = {one.when.edtf: one.when for one in scene.times_in(sentence) if _is_day(one.when)}
        is_told = determiner is None or subject.lemma in {one.lemma for one in sentence.tokens}
        if days and is_told:
            return next(iter(days.values())) if len(days) == 1 else None
    return None


def _named_before(scene: ContactScene, count: Count) -> When | None:
    """The day named last before "weeks earlier", in its sentence or right before it."""
    here = count.sentence.index
    for sentence in reversed(scene.page.sentences[max(here - _NEAR, 0) : here + 1]):
        for one in reversed(scene.times_in(sentence)):
            if one.passage.start < count.time.passage.start and _is_day(one.when):
                return one.when
    return None


def _inside(scene: ContactScene, count: Count) -> When | None:
    return _named(scene, count, lambda place: place in count.other)


def _named(scene: ContactScene, count: Count, fits: Callable[[int], bool]) -> When | None:
    for one in scene.times_in(count.sentence):
        tokens = count.sentence.within(one.passage.span)
        if one is not count.time and tokens and fits(tokens[0].index) and _is_day(one.when):
            return one.when
    return None


def _is_day(when: When) -> bool:
    return day_of(when.edtf) is not None or (
        when.edtf is None
        and (when.relative or "").startswith(("day:", "weekday:", "date:"))
        and "/" not in (when.relative or "")
    )


def _told_beside(
    drafts: tuple[Draft, ...], at: int, known: list[When | None], count: Count, *, is_other: bool
) -> When | None:
    """The day of the contact on the other side of the count, or of the one told just before."""
    here = count.sentence.index
    best: tuple[int, When] | None = None
    for place, draft in enumerate(drafts):
        when = known[place]
        if place == at or when is None or not _is_day(when):
            continue
        for telling in draft.tellings:
            site = telling.site
            back = here - site.sentence.index
            if back == 0 and (site.token.index in count.other) is not is_other:
                return when
            if is_other and 0 < back <= _NEAR and (best is None or back < best[0]):
                best = (back, when)
    return None if best is None else best[1]


def _turned(shift: str) -> str:
    return _TURNED[shift[0]] + shift[1:]


def _shifted(base: When, shift: str, words: When) -> When | None:
    """The time so long before or after a day; in other words where no date is known."""
    day = day_of(base.edtf)
    if "X" in shift:
        return _about(base, day, shift, words)
    edtf = None if day is None else settle(f"day:0{shift}", day)
    relative = f"{base.relative}{shift}" if base.relative else None
    if edtf is None and (day is not None or relative is None):
        return None
    basis = f"{words.expression}, counted from {base.expression}"
    also = base.basis.partition("; ")[2]
    return When(edtf, f"{basis}; {also}" if also else basis, words.expression, relative)


def _about(base: When, day: date | None, shift: str, words: When) -> When | None:
    """The stretch of time that "weeks after" means, counted from a known day."""
    reach = _SOME.get(shift[1:])
    if day is None or reach is None:
        return None
    sign = 1 if shift[0] == "+" else -1
    first, last = sorted(day + timedelta(days=sign * one) for one in reach)
    also = base.basis.partition("; ")[2]
    basis = f"{words.expression}, counted from {base.expression}"
    edtf = first.isoformat() if first == last else f"{first}/{last}"
    return When(edtf, f"{basis}; {also}" if also else basis, words.expression, None)
