"""Points that people say are one, or are not; and those that are only offered."""

from communique.compare import compare
from communique.model.contents import Judgement, Offer
from communique.model.derived import Compared
from communique.model.vocabulary import CellState, OriginalKind, UndertakingKind, Verdict
from tests.at_once import resolve
from tests.compare.test_points import BOTH, told
from tests.make import Reader, documents_of, judgement, said, tables

DAMS = "repair the old dams of the upper river"
GATES = "repair the gates on the lower river before winter"
FOREST = "plant a forest of oaks"


def saying(name: str, side: str, words: str, *, remark: bool = False) -> Reader:
    reader, account = told(name, f"would {words}")
    key = reader.original("o", OriginalKind.READOUT, side, f"the palace of {side}", words)
    if remark:
        reader.remark(words, account, attribution=said(side, key))
    else:
        reader.undertaking(words, *BOTH, account=account, attribution=said(side, key))
    return reader


def compared(*readers: Reader, judged: tuple[Judgement, ...] = ()) -> Compared:
    readings = tuple(one.reading() for one in readers)
    return compare(resolve(documents_of(readers), readings, judged, tables()))


def points_of(found: Compared) -> list[str]:
    return [one.id for contact in found.contacts for one in contact.points]


def offers_of(found: Compared) -> list[Offer]:
    return [one for one in found.offers if {one.left[:2], one.right[:2]} <= {"u-", "t-"}]


FAR = (saying("a", "FRD", DAMS), saying("b", "SYL", FOREST))
NEAR = (saying("a", "FRD", DAMS), saying("b", "SYL", GATES, remark=True))


def test_points_that_a_person_calls_one_are_one_row_that_both_sides_say() -> None:
    left, right = points_of(compared(*FAR))
    found = compared(*FAR, judged=(judgement("same", left, right, kind="undertaking"),))
    [contact] = found.contacts
    [point] = contact.points
    assert point.verdict is Verdict.CORROBORATED


def test_an_undertaking_and_a_remark_can_be_called_one() -> None:
    left, right = points_of(compared(*NEAR))
    found = compared(*NEAR, judged=(judgement("same", left, right, kind="point"),))
    assert points_of(found) == [left]
    [contact] = found.contacts
    assert {cell.state for cell in contact.points[0].cells} == {CellState.SAYS}


def test_points_that_a_person_parts_are_two_rows() -> None:
    both = (saying("a", "FRD", DAMS), saying("b", "SYL", DAMS, remark=True))
    [only] = points_of(compared(*both))
    later = both[1].claims[-1].id
    found = compared(*both, judged=(judgement("not same", only, later, kind="point"),))
    assert points_of(found) == [only, f"t-{later[2:]}"]


def test_points_with_near_wording_are_offered_with_what_differs() -> None:
    found = compared(*NEAR)
    [offer] = offers_of(found)
    assert {offer.left, offer.right} == set(points_of(found))
    assert "an undertaking" in offer.reason
    assert {one.exact for one in offer.passages} == {DAMS, GATES}


def test_points_on_other_things_are_not_offered() -> None:
    assert offers_of(compared(*FAR)) == []


def test_points_of_one_original_are_not_offered() -> None:
    reader, account = told("a", f"would {DAMS} and {GATES}")
    key = reader.original("o", OriginalKind.READOUT, "FRD", "the palace", DAMS)
    reader.undertaking(DAMS, *BOTH, account=account, attribution=said("FRD", key))
    reader.undertaking(
        GATES,
        *BOTH,
        account=account,
        attribution=said("FRD", key),
        kind=UndertakingKind.INSTRUCTION,
    )
    assert offers_of(compared(reader)) == []


def test_what_a_person_decided_is_not_offered_again() -> None:
    left, right = points_of(compared(*NEAR))
    for verdict in ("same", "not same"):
        found = compared(*NEAR, judged=(judgement(verdict, left, right, kind="point"),))
        assert offers_of(found) == []
