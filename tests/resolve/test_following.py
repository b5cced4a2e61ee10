"""What became of undertakings: said again on another day, closed and scored by people."""

from dataclasses import replace

import pytest

from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Openness, Score, UndertakingKind
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    SYLVANIA,
    TRENTINO,
    Reader,
    document,
    documents_of,
    judgement,
    tables,
)

OTHER_WORDS = "build at Silva, over the river, a bridge of stone"
BRIDGE = "build a bridge of stone over the river at Silva"


def call_on(
    day: str,
    what: str,
    *,
    to: str | None = None,
    kind: UndertakingKind = UndertakingKind.AGREEMENT,
) -> Reader:
    reader = Reader(document(f"of-{day}", f"Firefly rang Trentino. They agreed to {what}.", day))
    account = reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on=day)
    reader.undertaking(what, FREEDONIA, SYLVANIA, account=account, to=to, kind=kind)
    return reader


def undertakings(*readers: Reader, judgements=()) -> tuple[UndertakingEntry, ...]:  # type: ignore[no-untyped-def]
    readings = tuple(one.reading() for one in readers)
    return resolve(documents_of(readers), readings, judgements, tables()).undertakings


def test_what_is_undertaken_again_on_a_later_day_repeats_the_earlier() -> None:
    first, again = call_on("2031-05-06", BRIDGE), call_on("2031-06-10", BRIDGE)
    earlier, later = undertakings(first, again)
    assert (earlier.state, earlier.repeats) == (Openness.OPEN, ())
    assert (later.state, later.repeats) == (Openness.REPEATED, (earlier.id,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("deepen cooperation in trade", "deepen cooperation in energy"),
        (BRIDGE, "build a dam in the hills over Fredville"),
        ("meet again in Silva", "train the doctors of Silva"),
    ],
)
def test_what_only_sounds_alike_repeats_nothing(before: str, after: str) -> None:
    found = undertakings(call_on("2031-05-06", before), call_on("2031-06-10", after))
    assert [one.repeats for one in found] == [(), ()]


def test_an_invitation_to_another_guest_is_another_invitation() -> None:
    kind = UndertakingKind.INVITATION
    first = call_on("2031-05-06", "visit the capital", to="Chancellor Teasdale", kind=kind)
    other = call_on("2031-06-10", "visit the capital", to="President Firefly", kind=kind)
    assert [one.repeats for one in undertakings(first, other)] == [(), ()]


def test_two_accounts_of_one_day_repeat_nothing() -> None:
    one = call_on("2031-05-06", BRIDGE)
    other = Reader(document("b", f"Firefly rang Trentino. Both will {BRIDGE}.", "2031-05-08"))
    account = other.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-06")
    other.undertaking(BRIDGE, FREEDONIA, SYLVANIA, account=account)
    [entry] = undertakings(one, other)
    assert entry.repeats == ()


def test_outside_contacts_a_report_of_the_next_days_repeats_nothing() -> None:
    def report(day: str, words: str) -> Reader:
        reader = Reader(document(f"of-{day}", f"They will {words}.", day))
        reader.undertaking(words, FREEDONIA, SYLVANIA)
        return reader

    soon = undertakings(report("2031-05-06", BRIDGE), report("2031-05-08", OTHER_WORDS))
    late = undertakings(report("2031-05-06", BRIDGE), report("2031-05-20", OTHER_WORDS))
    assert [one.repeats for one in soon] == [(), ()]
    assert [one.repeats for one in late] == [(), (late[0].id,)]


def test_a_person_closes_an_undertaking_by_the_contact_that_met_it() -> None:
    first = call_on("2031-05-06", BRIDGE)
    opening = Reader(document("opened", "Firefly met Trentino on the bridge.", "2031-09-01"))
    opening.contact("Firefly met Trentino", FIREFLY, TRENTINO, form="meeting", on="2031-09-01")
    readings = (first.reading(), opening.reading())
    resolved = resolve(documents_of((first, opening)), readings, (), tables())
    [entry], met = resolved.undertakings, resolved.contacts[-1]
    closed = judgement("closed", entry.id, met.id, kind="close")
    [entry] = undertakings(first, opening, judgements=(closed,))
    assert (entry.state, entry.closed_by) == (Openness.CLOSED, met.id)


def test_closing_what_was_said_again_closes_what_it_repeats() -> None:
    readers = call_on("2031-05-06", BRIDGE), call_on("2031-06-10", BRIDGE)
    _, later = undertakings(*readers)
    closed = judgement("closed", later.id, "d-0000000000000000", kind="close")
    found = undertakings(*readers, judgements=(closed,))
    assert [one.state for one in found] == [Openness.CLOSED, Openness.CLOSED]


def test_closing_the_earlier_leaves_what_was_undertaken_again_open() -> None:
    readers = call_on("2031-05-06", BRIDGE), call_on("2031-06-10", BRIDGE)
    earlier, _ = undertakings(*readers)
    closed = judgement("closed", earlier.id, "d-0000000000000000", kind="close")
    found = undertakings(*readers, judgements=(closed,))
    assert [one.state for one in found] == [Openness.CLOSED, Openness.REPEATED]


def test_a_closed_undertaking_can_be_opened_again() -> None:
    reader = call_on("2031-05-06", BRIDGE)
    [entry] = undertakings(reader)
    closed = judgement("closed", entry.id, kind="close")
    opened = replace(judgement("open", entry.id, kind="close"), made_at="2031-07-01T00:00Z")
    assert undertakings(reader, judgements=(closed, opened))[0].state is Openness.OPEN


def test_the_last_score_stands_and_changes_nothing_else() -> None:
    reader = call_on("2031-05-06", BRIDGE)
    [entry] = undertakings(reader)
    begun = judgement("0", entry.id, kind="score")
    done = replace(judgement("+1", entry.id, kind="score"), made_at="2031-07-01T00:00Z")
    [scored] = undertakings(reader, judgements=(done, begun))
    assert scored == replace(entry, score=Score.FULL)


def test_what_people_decided_holds_when_an_earlier_document_comes() -> None:
    late = call_on("2031-05-06", BRIDGE)
    [entry] = undertakings(late)
    judgements = (judgement("closed", entry.id, "d-1", kind="close"),)
    early = Reader(document("early", f"Firefly rang Trentino. Both will {BRIDGE}.", "2031-05-05"))
    account = early.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-06")
    early.undertaking(BRIDGE, FREEDONIA, SYLVANIA, account=account)
    [both] = undertakings(early, late, judgements=judgements)
    assert both.id != entry.id
    assert both.state is Openness.CLOSED
