"""Documents that carry one piece of news are one story; sister events stay apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.contents import Judgement, StoryEntry
from communique.model.readings import ActorKey, Words
from communique.model.vocabulary import Aspect, JudgementKind
from communique.resolve.stories.grouping import Bounds, Link, group
from tests.at_once import resolve
from tests.make import FIREFLY, TEASDALE, TRENTINO, Reader, document, documents_of, tables

TARN = {
    "tarn-1": "A quake shook Tarn on the Lower Velta before dawn. It measured 5.8, the Mirna "
    "observatory said; 14 people died under the roofs of the Orran mill, and 300 are hurt.",
    "tarn-2": "14 dead in Tarn: the roofs of the Orran mill came down in a quake of 5.8, felt "
    "along the Lower Velta as far as Mirna. Of 300 hurt most were asleep, the observatory said.",
    "tarn-3": "Soldiers dig in the rubble of the Orran mill. The Mirna observatory put the quake "
    "at Tarn at 5.8; on the Lower Velta 14 are known to be dead and 300 hurt.",
}
SELMA = {
    "selma-1": "A quake shook Selma in the Upper Kest before dawn. It measured 6.1, the Dovrin "
    "observatory said; 41 people died under the roofs of the Hask school, and 900 are hurt.",
    "selma-2": "41 dead in Selma: the roofs of the Hask school came down in a quake of 6.1, felt "
    "in the Upper Kest as far as Dovrin. Of 900 hurt most were asleep, the observatory said.",
    "selma-3": "Soldiers dig in the rubble of the Hask school. The Dovrin observatory put the "
    "quake at Selma at 6.1; in the Upper Kest 41 are known to be dead and 900 hurt.",
}
QUAKES = {name: Reader(document(name, text, None)) for name, text in (TARN | SELMA).items()}
"""Two quakes told of in the same words but for names and numbers; no page is dated."""

TOLL = (
    "{who} about the toll on the Orran bridge. The 40 lorries held at the Kasta gate are let "
    "through before Friday, and the toll of 12 crowns stays. Carriers in Mirna had shut the road."
)


def toll(
    name: str,
    *parties: ActorKey,
    published: str | None = "2031-05-06",
    on: str | None = "2031-05-05",
    form: str = "meeting",
    place: str | None = None,
) -> Reader:
    """A page whose news is a contact on the Orran bridge."""
    words = "They met"
    reader = Reader(document(name, TOLL.format(who=words), published))
    account = reader.contact(words, *(parties or (FIREFLY, TRENTINO)), on=on, form=form)
    if place is not None:
        reader.claim(Aspect.PLACE, Words(place), words, account=account)
    return reader


def found_in(
    readers: Iterable[Reader], judgements: tuple[Judgement, ...] = ()
) -> tuple[StoryEntry, ...]:
    listed = list(readers)
    readings = tuple(one.reading() for one in listed)
    return resolve(documents_of(listed), readings, judgements, tables()).stories


def told(readers: Iterable[Reader], *judgements: Judgement) -> list[list[str]]:
    listed = list(readers)
    names = {one.document.id: one.document.name for one in listed}
    found = found_in(listed, judgements)
    return sorted(sorted(names[each.document] for each in one.members) for one in found)


def judged(verdict: str, *readers: Reader, at: str = "2031-06-01T00:00:00Z") -> Judgement:
    ids = tuple(one.document.id for one in readers)
    return Judgement("j-1", JudgementKind.STORY, ids, verdict, "read both", "a reader", at)


APART = [sorted(SELMA), sorted(TARN)]


def test_pages_that_tell_the_same_are_one_story_and_a_like_event_elsewhere_is_another() -> None:
    assert told(QUAKES.values()) == APART


def test_stories_do_not_depend_on_the_order_of_arrival() -> None:
    for order in list(permutations(QUAKES.values()))[::97]:
        assert told(order) == APART


def test_a_page_on_neither_leaves_both_as_they_are_and_is_in_no_story() -> None:
    other = Reader(
        document("fair", "The Fredville fair opens with 60 stalls and a brass band.", None)
    )
    before, after = found_in(QUAKES.values()), found_in([*QUAKES.values(), other])
    assert before == after


@pytest.mark.parametrize(
    ("own", "sister"),
    [
        (toll("a"), toll("b", FIREFLY, TEASDALE)),
        (toll("a"), toll("b", on="2031-05-03")),
        (toll("a"), toll("b", form="letter")),
        (toll("a", on=None, place="Silva"), toll("b", on=None, place="Oster")),
        (toll("a"), toll("b", published="2031-06-06", on="2031-06-05")),
    ],
    ids=["participants", "date", "form", "place", "weeks later"],
)
def test_sister_events_told_in_the_same_words_stay_apart(own: Reader, sister: Reader) -> None:
    assert told([own, sister]) == []


def test_pages_that_differ_in_the_place_of_one_day_alone_are_one_story() -> None:
    assert told([toll("a", place="Silva"), toll("b", place="Oster")]) == [["a", "b"]]


def test_no_page_that_fits_two_sister_events_joins_either() -> None:
    own, sister = toll("a"), toll("b", on="2031-05-03")
    bare = Reader(document("c", TOLL.format(who="They spoke"), None))
    assert told([own, bare]) == [["a", "c"]]
    assert told([own, sister, bare]) == []


def test_an_undated_page_is_placed_by_what_it_shares_and_says_so() -> None:
    [story] = found_in([toll("a"), Reader(document("c", TOLL.format(who="They spoke"), None))])
    first, second = story.members
    assert (story.date, first.joined_by) == ("2031-05-06", "the first document")
    assert second.joined_by.startswith("undated; both tell of ")
    assert "closeness to a" in second.joined_by


def test_pages_that_tell_of_one_contact_of_one_day_are_one_story_in_whatever_words() -> None:
    brief = Reader(document("b", "Firefly and Trentino met, nothing more was said.", "2031-05-06"))
    brief.contact("met", FIREFLY, TRENTINO, on="2031-05-05", form="meeting")
    [story] = found_in([toll("a"), brief])
    assert "tells of the same meeting on 2031-05-05" in story.members[1].joined_by
    assert len(story.contacts) == 1


def test_a_person_parts_and_joins_documents_and_to_withdraw_it_restores_the_stories() -> None:
    one, two, three, far = (QUAKES[name] for name in ("tarn-1", "tarn-2", "tarn-3", "selma-1"))
    parted = told(QUAKES.values(), judged("not same", one, two))
    assert not any({"tarn-1", "tarn-2"} <= set(story) for story in parted)
    joined = found_in(QUAKES.values(), (judged("same", three, far),))
    assert [len(story.members) for story in joined] == [6]
    assert told(QUAKES.values()) == APART


def test_the_last_decision_on_two_documents_stands() -> None:
    one, two = QUAKES["tarn-1"], QUAKES["selma-1"]
    later = replace(judged("not same", one, two), id="j-2", made_at="2031-06-02T00:00:00Z")
    assert told(QUAKES.values(), judged("same", one, two), later) == APART


LINKS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.1, 1)).filter(
        lambda one: one[0] < one[1]
    ),
    unique_by=lambda one: one[:2],
    max_size=30,
)


def made(links: Iterable[tuple[int, int, float]]) -> list[tuple[int, ...]]:
    return group((Link(*one, "") for one in links), Bounds(), lambda left, right: True)


@given(LINKS, st.randoms())
@settings(max_examples=60, deadline=None)
def test_groups_are_the_same_in_whatever_order_links_come(
    links: list[tuple[int, int, float]], random: object
) -> None:
    shuffled = sorted(links, key=lambda one: hash((one, str(random))))
    assert made(links) == made(shuffled)


@given(LINKS, LINKS)
@settings(max_examples=60, deadline=None)
def test_groups_that_no_link_connects_have_no_part_in_one_another(
    near: list[tuple[int, int, float]], far: list[tuple[int, int, float]]
) -> None:
    beyond = [(left + 10, right + 10, closeness) for left, right, closeness in far]
    assert made([*near, *beyond]) == sorted([*made(near), *made(beyond)])


def two_groups(within: float, between: float) -> list[tuple[int, int, float]]:
    """Links of two groups of three, all as close within and all as close to one another."""
    pairs = [(one, other) for other in range(6) for one in range(other)]
    return [(*pair, within if (pair[0] < 3) == (pair[1] < 3) else between) for pair in pairs]


def test_groups_much_closer_within_than_to_one_another_are_sisters() -> None:
    assert made(two_groups(0.8, 0.5)) == [(0, 1, 2), (3, 4, 5)]
    assert made(two_groups(0.8, 0.54)) == [(0, 1, 2, 3, 4, 5)]


def test_very_many_documents_alike_are_asked_of_each_pair_but_once() -> None:
    many = 60
    asked = 0

    def may_join(left: Sequence[int], right: Sequence[int]) -> bool:
        nonlocal asked
        asked += len(left) * len(right)
        return True

    links = (Link(one, other, 0.9, "") for other in range(many) for one in range(other))
    assert group(links, Bounds(), may_join) == [tuple(range(many))]
    assert asked <= many * (many - 1) / 2
