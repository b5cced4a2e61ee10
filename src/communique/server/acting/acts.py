"""What a person may decide in a browser: each act with its fields, done as on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from communique.model.codec import to_json
from communique.model.vocabulary import Score
from communique.record import Record
from communique.server.acting.desk import Done
from communique.views.tables import Page

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks for; ``choices`` are all that may be answered."""

    name: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    is_long: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person enters into the record; ``does`` enters it and tells what it was."""

    name: str
    title: str
    button: str
    fields: tuple[Field, ...]
    does: Callable[[Record, Given, str], Done]


ABOUT = Field("about", "About", "label or id")
OTHER = Field("other", "And", "label or id of the other one")
REASON = Field("reason", "Why", "in words that others can read", is_long=True)


def _entered(told: str, name: str, made: object) -> Done:
    return Done(Page((told,), ()), {name: to_json(made)})


def _same(record: Record, given: Given, author: str) -> Done:
    made = record.same((given["about"], given["other"]), reason=given["reason"], author=author)
    told = f"{given['about']} and {given['other']}: {made.verdict} ({made.id})"
    return _entered(told, "judgement", made)


def _different(record: Record, given: Given, author: str) -> Done:
    made = record.different((given["about"], given["other"]), reason=given["reason"], author=author)
    told = f"{given['about']} and {given['other']}: {made.verdict} ({made.id})"
    return _entered(told, "judgement", made)


def _correct(record: Record, given: Given, author: str) -> Done:
    about, field, value = given["about"], given["field"], given["value"] or None
    made = record.correct(about, field, value, reason=given["reason"], author=author)
    now = f"is now {value}" if value else "is not stated now"
    told = f"{about}: {field} {now} ({made.id}); the old entry stays in the log"
    return _entered(told, "correction", made)


def _withdraw(record: Record, given: Given, author: str) -> Done:
    made = record.withdraw(given["about"], reason=given["reason"], author=author)
    told = f"{given['about']} counts no more ({made.id}); it stays in the log"
    return _entered(told, "withdrawal", made)


def _note(record: Record, given: Given, author: str) -> Done:
    made = record.note(given["about"], given["words"], author=author)
    return _entered(f"noted about {given['about']} ({made.id})", "note", made)


def _close(record: Record, given: Given, author: str) -> Done:
    about, by = given["about"], given["by"]
    made = record.close_undertaking(about, by=by, reason=given["reason"], author=author)
    return _entered(f"{about}: closed by {by} ({made.id})", "judgement", made)


def _score(record: Record, given: Given, author: str) -> Done:
    about, score = given["about"], given["score"]
    made = record.score_undertaking(about, score, reason=given["reason"], author=author)
    return _entered(f"{about}: scored {score} ({made.id})", "judgement", made)


SAME = Act("same", "Two things are one", "They are the same", (ABOUT, OTHER, REASON), _same)
DIFFERENT = Act(
    "different",
    "Two things are not one",
    "They are not the same",
    (ABOUT, OTHER, REASON),
    _different,
)
CORRECT = Act(
    "correct",
    "Correct what was read, or what is held of a document",
    "Correct",
    (
        ABOUT,
        Field("field", "What of it", "outlet, published, kind, side … of a document"),
        Field("value", "What it should be", "left empty: it is not stated", may_be_empty=True),
        REASON,
    ),
    _correct,
)
WITHDRAW = Act(
    "withdraw", "Let a document or decision count no more", "Withdraw", (ABOUT, REASON), _withdraw
)
NOTE = Act(
    "note",
    "Write a note; it changes nothing else",
    "Keep the note",
    (ABOUT, Field("words", "Note", is_long=True)),
    _note,
)
CLOSE = Act(
    "close",
    "An undertaking was met",
    "Close",
    (ABOUT, Field("by", "Met by", "label or id of the contact or document that met it"), REASON),
    _close,
)
SCORE = Act(
    "score",
    "How far an undertaking was complied with",
    "Score",
    (
        ABOUT,
        Field(
            "score",
            "Score",
            "+1: in full; 0: in part, or in work; -1: not, or acted against",
            tuple(one.value for one in Score),
        ),
        REASON,
    ),
    _score,
)
ACTS = {one.name: one for one in (SAME, DIFFERENT, CORRECT, WITHDRAW, NOTE, CLOSE, SCORE)}
"""Every act by the name under which it stands in an address."""
