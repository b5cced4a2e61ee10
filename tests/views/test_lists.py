"""Lists: what a reader meets first."""

from communique.model.contents import Contact, Finding, Valued
from communique.model.vocabulary import FindingType
from communique.views.lists import contacts_tables, one_of_each_type_first


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


def contact(label: str, *statuses: str) -> Contact:
    aspects = ["form", "means", "date", "place", "duration", "initiator", "route", "channel"]
    others = ["other_labels", "format", "parties", "accounts", "origins", "sides", "unattributed"]
    empty: dict[str, tuple[()]] = dict.fromkeys((*aspects, *others, "points", "passages"), ())
    status = tuple(Valued(one, None, None, ()) for one in statuses)
    return Contact(id=label, label=label, status=status, reports=1, **empty)


def test_what_was_only_planned_or_offered_stands_below_what_was_held() -> None:
    listed = contacts_tables(
        [
            contact("invitation", "proposed"),
            contact("visit", "held"),
            contact("summit", "planned"),
            contact("talks", "planned", "held"),
            contact("call", "cancelled"),
        ],
        labels=True,
    )
    assert [[row[0] for row in one.rows] for one in listed] == [
        ["visit", "talks", "call"],
        ["summit", "invitation"],
    ]
    assert listed[1].title == "Planned or proposed"


def test_a_list_of_plans_alone_has_no_empty_table_before_it() -> None:
    [listed] = contacts_tables([contact("summit", "planned")])
    assert listed.title == "Planned or proposed"


def test_no_contact_at_all_is_said_once() -> None:
    [listed] = contacts_tables([])
    assert not listed.rows
