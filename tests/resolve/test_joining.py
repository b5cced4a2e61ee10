"""Which accounts tell of the same contact."""

from itertools import permutations

from communique.model.contents import Contact, Judgement
from communique.model.derived import Resolved
from communique.model.readings import Party, Words
from communique.model.times import When
from communique.model.vocabulary import Aspect, Status
from tests.at_once import resolve
from tests.make import (
    FIREFLY,
    FREEDONIA,
    LEAGUE,
    SYLVANIA,
    TEASDALE,
    TRENTINO,
    Reader,
    document,
    documents_of,
    judgement,
    person,
    tables,
    with_cast,
)

WORDS = "Firefly rang Trentino."


def resolved(*readers: Reader, judgements: tuple[Judgement, ...] = ()) -> Resolved:
    return resolve(
        documents_of(readers), tuple(one.reading() for one in readers), judgements, tables()
    )


def call(name: str, on: str | None = "2031-05-06", *, told: str | None = None, **how):  # type: ignore[no-untyped-def]
    reader = Reader(document(name, f"{WORDS} {name}.", on))
    parties = how.pop("parties", (FIREFLY, TRENTINO))
    reader.contact("Firefly rang Trentino", *parties, on=told, **how)
    return reader


def contacts(*readers: Reader, judgements: tuple[Judgement, ...] = ()) -> tuple[Contact, ...]:
    return resolved(*readers, judgements=judgements).contacts


def test_accounts_of_one_day_parties_and_form_are_one_contact() -> None:
    [contact] = contacts(call("a", told="2031-05-05"), call("b", "2031-05-07", told="2031-05-05"))
    assert contact.label == "2031-05-05-fr-sy-call"
    assert contact.reports == 2
    assert contact.accounts[1].joined_by == "same parties, form and day (2031-05-05) as a"


def test_calls_of_one_pair_on_two_days_stay_two() -> None:
    found = contacts(call("a", told="2031-05-05"), call("b", "2031-05-07", told="2031-05-06"))
    assert [one.label for one in found] == ["2031-05-05-fr-sy-call", "2031-05-06-fr-sy-call"]


def test_calls_of_one_pair_a_day_apart_that_no_document_tells_both_of_are_offered() -> None:
    first, second = call("a", told="2031-05-05"), call("b", "2031-05-07", told="2031-05-06")
    [offer] = resolved(first, second).offers
    left, right = (one.id for one in resolved(first, second).contacts)
    assert {offer.left, offer.right} == {left, right}
    assert "a day apart" in offer.reason
    apart = judgement("not same", left, right)
    assert resolved(first, second, judgements=(apart,)).offers == ()


def test_calls_two_days_apart_or_told_of_by_one_document_are_not_offered() -> None:
    first = call("a", told="2031-05-05")
    assert resolved(first, call("b", "2031-05-08", told="2031-05-07")).offers == ()
    first.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on="2031-05-06")
    assert resolved(first).offers == ()
    assert (
        resolved(call("a", told="2031-05-05"), call("b", told="2031-05-06", form="meeting")).offers
        == ()
    )


def test_a_call_and_a_meeting_of_one_day_stay_two() -> None:
    found = contacts(call("a", told="2031-05-05"), call("b", told="2031-05-05", form="meeting"))
    assert len(found) == 2


def test_plain_talks_join_the_call_that_others_tell_of() -> None:
    [contact] = contacts(call("a", told="2031-05-05", form="talks"), call("b", told="2031-05-05"))
    assert [one.value for one in contact.form] == ["call"]


def test_talks_in_person_do_not_join_a_call_by_telephone() -> None:
    found = contacts(
        call("a", told="2031-05-05", form="talks", means="in person"),
        call("b", told="2031-05-05", means="phone"),
    )
    assert len(found) == 2


def test_other_persons_of_the_same_states_stay_apart() -> None:
    other = call("b", told="2031-05-05", parties=(TEASDALE, TRENTINO))
    other = with_cast(other, person(TEASDALE, "FRD"))
    assert len(contacts(call("a", told="2031-05-05"), other)) == 2


def test_an_account_that_names_states_only_joins_the_one_that_names_persons() -> None:
    plain = call("b", told="2031-05-05", parties=(FREEDONIA, SYLVANIA))
    [contact] = contacts(call("a", told="2031-05-05"), plain)
    assert [one.name for one in contact.parties] == ["Rufus Firefly", "Ambrose Trentino"]


def test_states_only_that_fit_two_contacts_are_offered_and_not_joined() -> None:
    other = with_cast(
        call("b", told="2031-05-05", parties=(TEASDALE, TRENTINO)), person(TEASDALE, "FRD")
    )
    plain = call("c", told="2031-05-05", parties=(FREEDONIA, SYLVANIA))
    found = resolved(call("a", told="2031-05-05"), other, plain)
    assert len(found.contacts) == 3
    assert {one.left for one in found.offers} == {found.contacts[-1].id}
    assert len(found.offers) == 2


def test_without_a_day_documents_near_in_time_join_under_the_tightest_bound() -> None:
    [contact] = contacts(call("a", "2031-05-06"), call("b", "2031-05-07"))
    assert contact.label == "by-2031-05-06-fr-sy-call"
    assert contact.other_labels == ("by-2031-05-07-fr-sy-call",)
    assert [(one.value, one.basis) for one in contact.date] == [
        ("../2031-05-06", "no day in the text; not later than a")
    ]


def test_without_a_day_documents_far_apart_stay_apart() -> None:
    assert len(contacts(call("a", "2031-05-06"), call("b", "2031-06-07"))) == 2


def test_a_time_as_wide_as_a_year_joins_no_one_contact() -> None:
    found = contacts(call("a", told="2031-05-05"), call("b", told="2030-05-07/2031-05-07"))
    assert len(found) == 2


def test_planned_and_held_on_one_day_are_one_contact_with_two_statuses() -> None:
    [contact] = contacts(
        call("a", "2031-05-04", told="2031-05-05", status=Status.PLANNED),
        call("b", told="2031-05-05"),
        call("c", told="2031-05-05"),
    )
    assert [one.value for one in contact.status] == ["held", "planned"]


def test_held_and_denied_on_one_day_are_one_contact() -> None:
    [contact] = contacts(
        call("a", told="2031-05-05"), call("b", told="2031-05-05", status=Status.DENIED)
    )
    assert {one.value for one in contact.status} == {"held", "denied"}


def test_a_summit_of_a_body_is_named_for_the_body_and_the_month() -> None:
    [contact] = contacts(
        call("a", told="2031-06", form="summit", status=Status.PLANNED, parties=(LEAGUE,)),
        call("b", told="2031-06", form="summit", status=Status.PLANNED, parties=(LEAGUE,)),
    )
    assert contact.label == "2031-06-lgu-summit"


def test_a_second_contact_of_a_name_is_numbered() -> None:
    other = with_cast(
        call("b", told="2031-05-05", parties=(TEASDALE, TRENTINO)), person(TEASDALE, "FRD")
    )
    labels = [one.label for one in contacts(call("a", told="2031-05-05"), other)]
    assert labels == ["2031-05-05-fr-sy-call", "2031-05-05-fr-sy-call-2"]


def test_a_person_may_decide_that_two_accounts_are_not_one_contact() -> None:
    readers = (call("a", told="2031-05-05"), call("b", told="2031-05-05"))
    left, right = (one.accounts[0].id for one in readers)
    assert len(contacts(*readers, judgements=(judgement("not same", left, right),))) == 2


def test_the_last_decision_on_two_accounts_stands() -> None:
    readers = (call("a", told="2031-05-05"), call("b", told="2031-05-05"))
    pair = [one.accounts[0].id for one in readers]
    same, apart = judgement("same", *pair), judgement("not same", *pair)
    assert len(contacts(*readers, judgements=(same, apart))) == 2
    assert len(contacts(*readers, judgements=(apart, same))) == 1


def test_what_a_person_joins_holds_nothing_that_a_person_parted() -> None:
    days = ("2031-05-05", "2031-05-08", "2031-05-11")
    readers = tuple(call(name, told=day) for name, day in zip("abc", days, strict=True))
    a, b, c = (one.accounts[0].id for one in readers)
    decided = (judgement("not same", a, c), judgement("same", a, b), judgement("same", b, c))
    found = contacts(*readers, judgements=decided)
    assert [len(one.accounts) for one in found] == [2, 1]


def test_a_person_may_decide_that_two_contacts_are_one() -> None:
    readers = (call("a", told="2031-05-05"), call("b", "2031-05-07", told="2031-05-06"))
    apart = contacts(*readers)
    [contact] = contacts(*readers, judgements=(judgement("same", *(one.id for one in apart)),))
    assert contact.id == apart[0].id
    assert [one.value for one in contact.date] == ["2031-05-05", "2031-05-06"]
    assert contact.accounts[1].joined_by == "joined by a person"


def test_the_order_of_arrival_changes_nothing() -> None:
    readers = (
        call("a", told="2031-05-05"),
        call("b", "2031-05-07"),
        call("c", None, relative=("Monday", "weekday:1:past")),
        call("d", told="2031-05-05", parties=(FREEDONIA, SYLVANIA)),
    )
    first, *others = (resolved(*one) for one in permutations(readers))
    assert all(other == first for other in others)


def test_a_document_given_twice_counts_once() -> None:
    reader = call("a", told="2031-05-05")
    [contact] = contacts(reader, reader)
    assert contact.reports == 1


NEWS = "In Velan the Orran bridge, the 40 barges and the Mirna lock were on the table. {}."
OTHER = "At Sorna fair the price of 12 apples, a choir and Kasta cheese drew crowds. {}."


def told_in(name: str, text: str, dated: str | None, **how):  # type: ignore[no-untyped-def]
    reader = Reader(document(name, f"{text} {WORDS} {name}.", dated))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, **how)
    return reader


def test_an_undated_account_joins_a_dated_one_where_both_documents_carry_one_story() -> None:
    dated = told_in("a", NEWS.format("Nobody laughed"), "2031-05-06", on="2031-05-05")
    [contact] = contacts(dated, told_in("b", NEWS.format("All laughed"), None))
    assert contact.accounts[1].joined_by == (
        "same parties and form as a; no day in the text, the documents are alike"
    )


def test_an_undated_account_of_another_story_stays_apart() -> None:
    dated = told_in("a", NEWS.format("Nobody laughed"), "2031-05-06", on="2031-05-05")
    assert len(contacts(dated, told_in("b", OTHER.format("All laughed"), None))) == 2


def test_what_one_document_has_ahead_another_of_the_same_story_may_have_behind_it() -> None:
    planned = told_in("a", NEWS.format("Nobody laughed"), None, status="planned")
    held = told_in("b", NEWS.format("All laughed"), None)
    assert len(contacts(planned, held)) == 1
    assert len(contacts(planned, told_in("b", OTHER.format("All laughed"), None))) == 2


def test_a_contact_of_some_day_in_a_month_is_near_to_every_day_of_it() -> None:
    month = call("a", "2031-08-20", told="2031-05")
    assert len(contacts(month, call("b", "2031-05-30"))) == 1
    assert len(contacts(month, call("b", "2031-06-30"))) == 2


FAR = (TEASDALE, TRENTINO)
"""Of states whose capitals have clocks ten hours apart."""


def told_at(name: str, on: str, words: str, *, parties=FAR, form: str = "call"):  # type: ignore[no-untyped-def]
    reader = Reader(document(name, f"Teasdale rang Trentino {words}. {name}.", "2031-05-06"))
    account = reader.contact("Teasdale rang Trentino", *parties, form=form)
    when = When(on, f"“{words}”", words)
    reader.claim(Aspect.DATE, when, "Teasdale rang Trentino", account=account)
    return reader


def test_an_evening_in_one_capital_is_the_next_morning_in_another() -> None:
    evening = told_at("a", "2031-05-05", "on Monday evening")
    [contact] = contacts(evening, told_at("b", "2031-05-06", "on Tuesday morning"))
    assert [one.value for one in contact.date] == ["2031-05-05", "2031-05-06"]
    assert contact.accounts[1].joined_by == (
        "same parties and form as a, a day apart: "
        "evening in one capital, the next morning in another"
    )


def test_two_days_are_two_calls_where_nothing_tells_of_evening_or_morning() -> None:
    monday = told_at("a", "2031-05-05", "on Monday")
    assert len(contacts(monday, told_at("b", "2031-05-06", "on Tuesday"))) == 2


def test_two_days_are_two_calls_where_the_clocks_are_near() -> None:
    near = (FIREFLY, TRENTINO)
    evening = told_at("a", "2031-05-05", "on Monday evening", parties=near)
    morning = told_at("b", "2031-05-06", "on Tuesday morning", parties=near)
    assert len(contacts(evening, morning)) == 2


def test_the_morning_of_one_day_is_not_the_evening_of_the_next() -> None:
    morning = told_at("a", "2031-05-05", "on Monday morning")
    assert len(contacts(morning, told_at("b", "2031-05-06", "on Tuesday evening"))) == 2


def dealt_with(matter: str, name: str, on: str, dated: str, *more: str):  # type: ignore[no-untyped-def]
    words = f"Firefly rang Trentino. They spoke of {matter}. {name}."
    reader = Reader(document(name, words, dated))
    for day in (on, *more):
        account = reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on=day)
        reader.claim(Aspect.TOPIC, Words(matter), matter, account=account)
    return reader


def test_a_call_of_two_days_is_one_where_each_page_knew_of_both_days_and_tells_of_one() -> None:
    tuesday = dealt_with("the grain ships", "a", "2031-05-06", "2031-05-08")
    wednesday = dealt_with("the grain", "b", "2031-05-07", "2031-05-07")
    more = dealt_with("the grain", "c", "2031-05-07", "2031-05-08")
    for order in permutations((tuesday, wednesday, more)):
        [contact] = contacts(*order)
        assert [one.value for one in contact.date] == ["2031-05-07", "2031-05-06"]
    assert "a day apart: each tells of one contact only" in contact.accounts[1].joined_by


def test_calls_of_two_days_stay_two_where_something_speaks_for_it() -> None:
    wednesday = dealt_with("the grain", "b", "2031-05-07", "2031-05-08")
    early = dealt_with("the grain", "a", "2031-05-06", "2031-05-07")
    other = dealt_with("the spies", "a", "2031-05-06", "2031-05-08")
    both = dealt_with("the grain", "a", "2031-05-06", "2031-05-08", "2031-05-07")
    later = dealt_with("the grain", "a", "2031-05-05", "2031-05-08")
    for one in (early, other, both, later):
        assert len(contacts(one, wednesday)) == 2


def test_what_was_called_off_is_not_what_was_held() -> None:
    cancelled = told_in("a", NEWS.format("Nobody laughed"), None, status="cancelled")
    assert len(contacts(cancelled, told_in("b", NEWS.format("All laughed"), None))) == 2


def test_what_was_planned_may_be_what_was_called_off() -> None:
    cancelled = told_in("a", NEWS.format("Nobody laughed"), None, status="cancelled")
    planned = told_in("b", NEWS.format("All laughed"), None, status="planned")
    assert len(contacts(cancelled, planned)) == 1


MONDAY = ("Monday", "weekday:1:past")
LATE = ("late on Monday", "weekday:1:past")


def test_an_undated_account_of_another_weekday_is_of_another_call() -> None:
    tuesday = told_in("a", NEWS.format("Nobody laughed"), "2031-05-07", on="2031-05-06")
    monday = told_in("b", NEWS.format("All laughed"), None, relative=MONDAY)
    assert len(contacts(tuesday, monday)) == 2


def test_what_was_late_on_one_day_may_be_told_of_the_next() -> None:
    tuesday = told_in("a", NEWS.format("Nobody laughed"), "2031-05-07", on="2031-05-06")
    assert (
        len(contacts(tuesday, told_in("b", NEWS.format("All laughed"), None, relative=LATE))) == 1
    )


SINCE = "It was their first call since May. "


def test_the_first_call_since_a_month_is_not_the_call_of_that_month() -> None:
    in_may = told_in("a", NEWS.format("Nobody laughed"), "2031-05-07", on="2031-05-06")
    in_june = told_in("c", NEWS.format("Nobody laughed"), "2031-06-07", on="2031-06-06")
    later = told_in("b", SINCE + NEWS.format("All laughed"), None)
    assert len(contacts(in_may, later)) == 2
    assert len(contacts(in_june, later)) == 1


def test_the_likest_accounts_join_first_and_keep_one_another_from_an_earlier_call() -> None:
    in_may = told_in("a", NEWS.format("Nobody laughed"), "2031-05-07", on="2031-05-06")
    rest = "Then 90 sheep of Kasta crossed the Sorna ford. All laughed"
    later = told_in("b", SINCE + NEWS.format(rest), None)
    bare = told_in("c", NEWS.format(rest), None)
    found = contacts(in_may, later, bare)
    assert [len(one.accounts) for one in found] == [1, 2]


def test_calls_by_video_of_one_weekday_are_one_however_unlike_the_pages() -> None:
    known = told_in(
        "a", NEWS.format("Nobody laughed"), "2031-05-06", on="2031-05-05", means="video"
    )
    bare = told_in("b", OTHER.format("All laughed"), None, means="video", relative=MONDAY)
    [contact] = contacts(known, bare)
    assert "“Monday” taken as 2031-05-05" in contact.accounts[1].joined_by
    by_phone = told_in("b", OTHER.format("All laughed"), None, means="phone", relative=MONDAY)
    assert len(contacts(known, by_phone)) == 2


THREE = (FIREFLY, TRENTINO, TEASDALE)


def test_a_denial_of_two_joins_the_meeting_of_three_that_it_denies() -> None:
    held = Reader(document("a", f"{NEWS.format('Nobody laughed')} {WORDS} a.", None))
    held.contact("Firefly rang Trentino", *THREE, form="meeting")
    denied = told_in("b", NEWS.format("All laughed"), None, status="denied", form="meeting")
    [contact] = contacts(held, denied)
    assert {one.value for one in contact.status} == {"held", "denied"}
    assert "which name a further party" in contact.accounts[1].joined_by


def test_a_denial_of_two_joins_a_text_that_tells_of_three_and_of_their_denial() -> None:
    told = Reader(document("a", f"{NEWS.format('Nobody laughed')} {WORDS} a.", None))
    told.contact("Firefly rang Trentino", *THREE, form="meeting", status=Status.DENIED)
    denied = told_in("b", NEWS.format("All laughed"), None, status="denied", form="meeting")
    [contact] = contacts(told, denied)
    assert "which name a further party" in contact.accounts[1].joined_by


def test_a_meeting_of_two_is_not_that_of_three_in_one_story() -> None:
    held = Reader(document("a", f"{NEWS.format('Nobody laughed')} {WORDS} a.", None))
    held.contact("Firefly rang Trentino", *THREE, form="meeting")
    assert len(contacts(held, told_in("b", NEWS.format("All laughed"), None, form="meeting"))) == 2
    other = told_in("b", OTHER.format("All laughed"), None, status="denied", form="meeting")
    assert len(contacts(held, other)) == 2


def test_what_officials_dealt_with_is_not_what_persons_by_name_did() -> None:
    summit = told_in("a", NEWS.format("Nobody laughed"), "2031-05-06", on="2031-05-05")
    officials = Reader(document("b", f"{NEWS.format('All laughed')} {WORDS} b.", None))
    account = officials.contact("Firefly rang Trentino")
    for side in (FREEDONIA, SYLVANIA):
        of = Party(side, office="officials")
        officials.claim(Aspect.PARTY, of, "Firefly rang Trentino", account=account)
    assert len(contacts(summit, officials)) == 2
