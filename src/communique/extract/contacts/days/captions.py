"""The days that captions of pictures give contacts: furniture dates a contact, and opens none."""

import re
from collections.abc import Iterator
from functools import cache

from communique.extract.contacts.accounts import Draft, parties_of
from communique.extract.contacts.mentions import is_caption
from communique.extract.contacts.scene import ContactScene
from communique.extract.times_anchor import anchor_of
from communique.languages.en.cues import table, words
from communique.languages.en.expression_makers import TENSE
from communique.languages.en.expressions import Expression, expressions_in
from communique.model.passages import Span
from communique.model.syntax import Sentence
from communique.model.times import TimeMention, When
from communique.model.vocabulary import ActorKind, BlockKind, Status
from communique.text.calendar import settle
from communique.text.intervals import day_of, days_of, meet

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.]*(?:\.(?! [A-Z\"“])[^.]*)*\.?")
_FRESH = 10
"""How many days a picture may be older than the document whose contact it shows."""
_TABLE = "contact_times"


def captioned_days(scene: ContactScene, draft: Draft) -> Iterator[TimeMention]:
    """The days that captions tell of a contact: they name its sides and show them dealing."""
    if draft.status is not Status.HELD:
        return
    for span in _captions(scene):
        text = scene.page.document.text[span.start : span.end]
        if not _shows(scene, draft, text):
            continue
        told = _one_day(text)
        when = None if told is None else _when(scene, text, told)
        is_own = any(span.holds(one.span) for one in draft.tellings)
        if told is not None and when is not None and (is_own or _fits(scene, draft, when)):
            start, end = span.start + told.start, span.start + told.end
            yield TimeMention(scene.page.passage(start, end), when)


def _one_day(text: str) -> Expression | None:
    """The only time of a caption, or the only full date among several."""
    times = [one for one in expressions_in(text) if one.edtf or one.relative]
    full = [one for one in times if day_of(one.edtf) is not None]
    return next((row[0] for row in (full, times) if len(row) == 1), None)


def _captions(scene: ContactScene) -> Iterator[Span]:
    """The sentences of captions: of those marked as such, and of those among the paragraphs."""
    for block in scene.page.document.blocks:
        if block.kind is BlockKind.CAPTION:
            text = scene.page.document.text[block.span.start : block.span.end]
            for met in _SENTENCE.finditer(text):
                yield Span(block.span.start + met.start(), block.span.start + met.end())
    for sentence in scene.page.sentences:
        is_dated = any(day_of(one.when.edtf) for one in scene.times_in(sentence))
        is_shown = is_caption(scene, sentence) or _ends_in_place(scene, sentence)
        if is_dated and (is_shown or _marks().search(sentence.text)):
            yield sentence.span


def _ends_in_place(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether the present tells of a full date and a place at its end: "on 1 May 2031 in Velan"."""
    if sentence.root.tag not in ("VBZ", "VBP"):
        return False
    return any(
        day_of(one.when.edtf) is not None and _is_at_end(scene, sentence, one.passage.end)
        for one in scene.times_in(sentence)
    )


def _is_at_end(scene: ContactScene, sentence: Sentence, end: int) -> bool:
    """Whether a sentence ends with a day, or with the place behind it: "May 1, 2031, in Velan"."""
    behind = [one for one in sentence.tokens if one.start >= end and one.pos != "PUNCT"]
    if not behind:
        return True
    first, *names = behind
    is_place = first.lower in scene.cues.words["where"] and 0 < len(names) <= _PLACE
    return is_place and all(one.pos in _OF_PLACES for one in names)


_PLACE = 5
"""How many words a place takes at most, and of which kinds they are."""
_OF_PLACES = ("PROPN", "ADP", "DET", "ADJ")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(table(_TABLE)["caption"]["pattern"])


def _shows(scene: ContactScene, draft: Draft, text: str) -> bool:
    """Whether a caption names somebody of each side, and what pictures of contacts show."""
    found = {one.lower() for one in _WORD.findall(text)}
    if found & words(_TABLE, "composed") or not _pictures(found):
        return False
    named = {scene.side_of(key) for key in parties_of(scene, draft) if _is_named(scene, key, found)}
    return len(named - {None}) > 1


def _pictures(found: set[str]) -> bool:
    shown = words(_TABLE, "pictured")
    return any(one in shown or one.removesuffix("s") in shown for one in found)


def _is_named(scene: ContactScene, key: str, found: set[str]) -> bool:
    """Whether a caption has the last name of a person, or the name of a state or body."""
    actor = next((one for name, one in scene.actors.items() if name == key), None)
    if actor is None:
        return False
    if actor.kind is not ActorKind.PERSON:
        return any(set(_WORD.findall(one.lower())) <= found for one in actor.names)
    return any(part[-1] in found for one in actor.names if (part := _WORD.findall(one.lower())))


def _when(scene: ContactScene, text: str, one: Expression) -> When | None:
    """The day that a caption's words mean; those without a year lie back."""
    expression = text[one.start : one.end]
    if one.edtf is not None:
        return When(one.edtf, "as stated", expression)
    anchor = anchor_of(scene.page.document)
    relative = (one.relative or "").replace(TENSE, "past")
    if anchor is None or (edtf := settle(relative, anchor)) is None:
        return None
    return When(edtf, f"{expression}; document dated {anchor}", expression, relative)


def _fits(scene: ContactScene, draft: Draft, when: When) -> bool:
    """Whether a picture can be of this contact and of no earlier one."""
    day = day_of(when.edtf)
    if day is None:
        return False
    anchor = anchor_of(scene.page.document)
    if anchor is not None:
        return 0 <= (anchor - day).days <= _FRESH
    told = [one.time.when for one in draft.tellings if one.time is not None]
    weekdays = {number for one in told if (number := _weekday_of(one)) is not None}
    years = (days_of(one.when.edtf)[1] for row in scene.times.values() for one in row)
    newest = max((one.year for one in years if one is not None), default=day.year)
    is_day = not weekdays or weekdays == {day.isoweekday()}
    return is_day and day.year >= newest and all(meet(one.edtf, when.edtf) for one in told)


def _weekday_of(when: When) -> int | None:
    """The number of a weekday of which no date is known, else None."""
    name, *rest = (when.relative or "").split(":")
    return int(rest[0]) if when.edtf is None and name == "weekday" else None
