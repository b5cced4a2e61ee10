"""Nothing that people decide is for good: with the last of it undone the record is as it was."""

from collections.abc import Callable, Sequence
from random import Random

import pytest

from communique.exports import write_json
from communique.model.vocabulary import SameOrNot
from communique.record import Record

BY = {"reason": "seen in the archive", "author": "A. Clerk"}
WHICHEVER = tuple(one.value for one in SameOrNot)
Decide = Callable[[Record, Random], str]
"""Decides something of a record; gives the id of what was decided."""


def pair_of(kind: str, things: Callable[[Record], Sequence[str]]) -> Decide:
    """That two of some things are one, or are not."""

    def decide(record: Record, random: Random) -> str:
        pair = random.sample(sorted(things(record)), 2)
        return record.judge(kind, pair, random.choice(WHICHEVER), **BY).id

    return decide


def accounts(record: Record) -> list[str]:
    return [account.id for one in record.contacts() for account in one.accounts]


def on_a_claim(record: Record, random: Random) -> str:
    claim = random.choice([one for one in record.contents().claims if one.contact])
    original = random.choice(record.contents().originals)
    return record.judge("origin", (claim.id, original.id), random.choice(WHICHEVER), **BY).id


def closing(record: Record, random: Random) -> str:
    undertaking = random.choice(record.contents().undertakings)
    by = random.choice(list(record.contacts()))
    return record.close_undertaking(undertaking.id, by=by.id, **BY).id


def scoring(record: Record, random: Random) -> str:
    undertaking = random.choice(record.contents().undertakings)
    return record.score_undertaking(undertaking.id, random.choice(("+1", "0", "-1")), **BY).id


def correcting(record: Record, random: Random) -> str:
    name = random.choice(("heron", "copy", "reed"))
    field, value = random.choice((("outlet", "The Heron"), ("published", "2031-05-20")))
    return record.correct(name, field, value, **BY).id


def withdrawing(record: Record, random: Random) -> str:
    return record.withdraw(random.choice(("heron", "copy", "reed")), **BY).id


DECISIONS: dict[str, Decide] = {
    "contacts": pair_of("contact", accounts),
    "actors": pair_of("actor", lambda record: [one.id for one in record.contents().actors]),
    "stories": pair_of("story", lambda record: [one.id for one in record.documents()]),
    "revises": lambda record, random: (
        record.judge(
            "revises",
            random.sample(sorted(one.id for one in record.documents()), 2),
            "revises",
            **BY,
        ).id
    ),
    "origins": on_a_claim,
    "closing": closing,
    "scoring": scoring,
    "correcting": correcting,
}


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_a_decision_undone_leaves_the_record_as_it_was(record: Record, name: str) -> None:
    before = write_json(record.contents())
    made = DECISIONS[name](record, Random(name))
    assert write_json(record.contents()) != before
    record.withdraw(made, **BY)
    assert write_json(record.contents()) == before


@pytest.mark.parametrize("seed", range(4))
def test_undoing_every_decision_in_any_order_restores_the_record(record: Record, seed: int) -> None:
    random = Random(seed)
    before = write_json(record.contents())
    names = random.choices(sorted(DECISIONS), k=6)
    made = [DECISIONS[name](record, random) for name in names]
    made.append(withdrawing(record, random))
    random.shuffle(made)
    for one in made:
        record.withdraw(one, **BY)
    assert write_json(record.contents()) == before
