"""What programs may enter besides documents: each decision with what is sent and what is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from communique.model.contents import Judgement
from communique.record import Record
from communique.server.interface.given import (
    CorrectionGiven,
    Given,
    JudgementGiven,
    NoteGiven,
    WithdrawalGiven,
)
from communique.store.decisions import Note, Withdrawal
from communique.store.effective import Correction


@dataclass(frozen=True, slots=True)
class Entering:
    """One address at which is decided: what is sent there, and the class of what is made of it.

    ``enters`` does it under somebody's name.
    """

    path: str
    name: str
    is_of: str
    given: type[Given]
    kind: type[Any]
    enters: Callable[[Record, Any, str], Any]


def _judge(record: Record, given: JudgementGiven, author: str) -> Judgement:
    return record.decide(given.subjects, given.verdict, reason=given.reason, author=author)


def _correct(record: Record, given: CorrectionGiven, author: str) -> Correction:
    about, value = given.about, given.value or None
    return record.correct(about, given.field, value, reason=given.reason, author=author)


def _withdraw(record: Record, given: WithdrawalGiven, author: str) -> Withdrawal:
    return record.withdraw(given.about, reason=given.reason, author=author)


def _note(record: Record, given: NoteGiven, author: str) -> Note:
    return record.note(given.about, given.words, author=author)


ENTERINGS = (
    Entering(
        "judgements",
        "decide",
        "decide that things are one or not, that an undertaking was met, or how far",
        JudgementGiven,
        Judgement,
        _judge,
    ),
    Entering(
        "corrections",
        "correct",
        "correct what was read in a claim, or what is held of a document beside its text",
        CorrectionGiven,
        Correction,
        _correct,
    ),
    Entering(
        "withdrawals",
        "withdraw",
        "let a document or a decision count no more",
        WithdrawalGiven,
        Withdrawal,
        _withdraw,
    ),
    Entering(
        "notes",
        "note",
        "write a note about anything; it changes nothing else",
        NoteGiven,
        Note,
        _note,
    ),
)
"""In the order of the command line."""
