"""Sister events: contacts that differ in the day, the pair or the occasion alone stay apart.

The pages are texts as they are met, invented; the accounts are marked in them by hand.
"""

from itertools import permutations

from communique.model.readings import ActorKey
from tests.at_once import resolve
from tests.make import FIREFLY, TEASDALE, TRENTINO, Reader, document, documents_of, tables

BRIDGE = (
    "President Rufus Firefly of Freedonia spoke by telephone with Ambassador Ambrose Trentino of "
    "Sylvania on Monday about the toll on the Orran bridge. The Red House said that the 40 lorries "
    "held at the Kasta gate would be let through before Friday, and that the toll of 12 crowns "
    "stays. Carriers in Mirna had shut the road with barrels."
)
BRIDGE_AGAIN = (
    "Lorries wait at the Kasta gate no longer. After Monday's telephone call between Rufus Firefly "
    "and Ambrose Trentino the 40 held on the Orran bridge may pass, carriers in Mirna were told. "
    "The toll of 12 crowns, the Red House added, is not touched."
)
FLOOD = (
    "Rufus Firefly telephoned Ambrose Trentino on Tuesday to offer boats, the Castle said. The "
    "Lower Velta has risen by 3 metres since Sunday and flooded 18 villages around Tarn; tents and "
    "600 blankets are to leave Fredville by train tonight. Sylvania asked for pumps as well."
)
FLOOD_AGAIN = (
    "In Tarn people sit on roofs. 18 villages on the Lower Velta are under water, and Freedonia "
    "sends 600 blankets, tents and boats by train: so Rufus Firefly told Ambrose Trentino in a "
    "call, the Castle said. Pumps, for which Sylvania asked, are not among them."
)
BRIDGE_WITH_ANOTHER = (
    "President Rufus Firefly of Freedonia spoke by telephone with Chancellor Gloria Teasdale of "
    "Osterlich on Monday about the toll on the Orran bridge. Of the 40 lorries at the Kasta gate 6 "
    "are hers. The toll of 12 crowns stays, the Red House said."
)
BRIDGE_IN_JULY = (
    "Carriers in Mirna roll barrels onto the road once more. Rufus Firefly and Ambrose Trentino "
    "spoke on the telephone about the Orran bridge, their first call since May, the Red House "
    "said. The toll of 12 crowns is to become 9; lorries still wait at the Kasta gate."
)


def page(
    name: str,
    text: str,
    words: str,
    published: str | None,
    *parties: ActorKey,
    on: str | None = None,
    relative: tuple[str, str] | None = None,
) -> Reader:
    reader = Reader(document(name, text, published))
    reader.contact(words, *(parties or (FIREFLY, TRENTINO)), on=on, relative=relative)
    return reader


MONDAY = ("Monday", "weekday:1:past")
TUESDAY = ("Tuesday", "weekday:2:past")

PAGES = {
    "bridge": page("bridge", BRIDGE, "spoke by telephone", "2031-05-06", on="2031-05-05"),
    "bridge-again": page("bridge-again", BRIDGE_AGAIN, "telephone call", None, relative=MONDAY),
    "flood": page("flood", FLOOD, "telephoned", "2031-05-14", on="2031-05-13"),
    "flood-again": page("flood-again", FLOOD_AGAIN, "in a call", None),
    "another": page(
        "another",
        BRIDGE_WITH_ANOTHER,
        "spoke by telephone",
        "2031-05-06",
        FIREFLY,
        TEASDALE,
        on="2031-05-05",
    ),
    "july": page("july", BRIDGE_IN_JULY, "spoke on the telephone", None),
}
"""A call on a bridge, one on a flood eight days later, and one on the bridge with another pair."""


def stories(*names: str) -> list[list[str]]:
    """The names of the pages gathered by the contact that they tell of."""
    readers = [PAGES[name] for name in names]
    found = resolve(documents_of(readers), tuple(one.reading() for one in readers), (), tables())
    called = {one.document.id: one.document.name for one in readers}
    return sorted(sorted(called[each.document] for each in one.accounts) for one in found.contacts)


def test_an_undated_page_joins_the_one_of_two_calls_that_it_tells_of() -> None:
    both = ("bridge", "flood")
    assert stories(*both, "bridge-again") == [["bridge", "bridge-again"], ["flood"]]
    assert stories(*both, "flood-again") == [["bridge"], ["flood", "flood-again"]]


def test_calls_of_one_pair_on_other_days_and_of_another_pair_on_one_day_stay_apart() -> None:
    assert stories("bridge", "flood", "another") == [["another"], ["bridge"], ["flood"]]


def test_an_undated_page_does_not_join_the_call_of_another_matter() -> None:
    assert stories("bridge", "flood-again") == [["bridge"], ["flood-again"]]
    assert stories("flood", "bridge-again") == [["bridge-again"], ["flood"]]


def test_a_later_call_on_the_same_matter_is_not_the_earlier_one() -> None:
    assert stories("bridge", "july") == [["bridge"], ["july"]]


def test_all_pages_fall_into_their_stories_in_whatever_order_they_come() -> None:
    expected = [["another"], ["bridge", "bridge-again"], ["flood", "flood-again"], ["july"]]
    for names in list(permutations(PAGES))[::60]:
        assert stories(*names) == expected
