"""Lists: what a reader meets first."""

from communique.model.contents import Finding
from communique.model.vocabulary import FindingType
from communique.views.lists import one_of_each_type_first


def found(name: str, kind: FindingType, weight: int) -> Finding:
    return Finding(
        id=name, type=kind, passages=(), reason="", about=None, contact=None, weight=weight
    )


def test_seven_findings_of_one_type_leave_room_for_the_others() -> None:
    many = [found(f"f{at}", FindingType.ONE_SIDE_ONLY, 90) for at in range(7)]
    rare = found("g", FindingType.NAME_WORDING, 20)
    better = found("h", FindingType.QUOTE_DRIFT, 40)
    ordered = one_of_each_type_first([rare, *reversed(many), better])
    assert [one.id for one in ordered] == ["f0", "h", "g", *(f"f{at}" for at in range(1, 7))]
