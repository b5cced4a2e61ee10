"""Until when something is to be done: the last day that the words leave, or a vague wording."""

from dataclasses import replace

from communique.extract.statements.scene import Scene
from communique.languages.en.cues import phrases, words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.text.calendar import settle
from communique.text.intervals import days_of

_VAGUE = "a wording that gives no date"


def due_in(scene: Scene, sentence: Sentence, what: Span) -> When | None:
    """When it is due: a time to come that the words name, a vague wording, or None."""
    today = _today(scene)
    for one in scene.times:
        if not what.holds(one.passage.span) or one.duration is not None:
            continue
        due = _deadline(sentence, one, today)
        if _is_to_come(due, today):
            # "Soon" and "at an early date" set no day: whoever says so is bound to none.
            is_soon = (due.relative or "").endswith("soon")
            return When(None, _VAGUE, one.passage.exact) if is_soon else due
    vague = _vague_due(sentence, what)
    return None if vague is None else When(None, _VAGUE, vague)


def _today(scene: Scene) -> str | None:
    published = scene.page.document.published
    return published.edtf[:10] if published is not None and published.edtf else None


def _deadline(sentence: Sentence, mention: TimeMention, today: str | None) -> When:
    """The time as a deadline: a day without a year lies ahead, an end is the last day."""
    when = mention.when
    anchor, _ = days_of(today)
    if anchor is not None and when.relative and when.relative.endswith(":near"):
        ahead = settle(when.relative.removesuffix("near") + "future", anchor)
        when = replace(when, edtf=ahead, relative=when.relative.removesuffix("near") + "future")
    _, last = days_of(when.edtf)
    if last is None or not _names_the_end(sentence, mention):
        return when
    return replace(when, edtf=last.isoformat(), basis=f"{when.basis}; its last day", relative=None)


def _names_the_end(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether it is "the end of May" or "within 30 days", and not "in May"."""
    span = mention.passage.span
    before = sentence.text[: max(span.start - sentence.start, 0)].split()[-3:]
    near = " ".join([*before, mention.passage.exact]).lower()
    return any(phrase in near for phrase in phrases("clauses", "deadlines", "ends"))


def _is_to_come(when: When, today: str | None) -> bool:
    if when.relative is not None and when.relative.endswith("past"):
        return False
    _, last = days_of(when.edtf)
    now, _ = days_of(today)
    if last is not None and now is not None:
        return last > now
    relative = when.relative or ""
    return ":+" in relative or relative.endswith(("future", "near", "soon"))


def _vague_due(sentence: Sentence, what: Span) -> str | None:
    text = sentence.text[max(0, what.start - sentence.start) : what.end - sentence.start].lower()
    for phrase in phrases("clauses", "vague_due"):
        if phrase in text:
            return phrase
    for token in sentence.within(what):
        if token.lower in words("clauses", "vague_due") and token.dep in ("amod", "advmod"):
            return token.text
        event = _event_after(sentence, token)
        if event is not None and event.end <= what.end:
            named = sentence.text[token.start - sentence.start : event.end - sentence.start]
            return " ".join(named.split())
    return None


def _event_after(sentence: Sentence, token: Token) -> Token | None:
    """The event that a deadline is set by: "before the summit"."""
    if token.lower not in words("clauses", "deadlines", "before"):
        return None
    target = sentence.child(token, "pobj")
    if target is None and token.index + 1 < len(sentence.tokens):
        after = sentence.tokens[token.index + 1]
        target = sentence.child(after, "pobj")
    events = words("clauses", "deadlines", "events")
    return target if target is not None and target.lemma.lower() in events else None
