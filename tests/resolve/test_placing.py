"""Undated documents, placed by what they share with dated ones."""

from communique.model.times import When
from communique.model.vocabulary import Aspect
from tests.at_once import resolve
from tests.make import FIREFLY, TEASDALE, TRENTINO, Reader, document, documents_of, tables

LONG = "the envoys of both glades shall meet again before the first snow falls upon the pass"
MONDAY = ("Monday", "weekday:1:past")
SUNDAY = ("Sunday", "weekday:7:past")


def dated(name: str, day: str, text: str = "") -> Reader:
    reader = Reader(document(name, f"Firefly rang Trentino. {text}", day))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, on=day)
    return reader


def undated(text: str = "") -> Reader:
    words = f"Firefly rang Trentino on Monday. Teasdale rang Trentino on Sunday. {text}"
    reader = Reader(document("z", words, None))
    reader.contact("Firefly rang Trentino", FIREFLY, TRENTINO, relative=MONDAY)
    reader.contact("Teasdale rang Trentino", TEASDALE, TRENTINO, relative=SUNDAY)
    return reader


def resolved(*readers: Reader):  # type: ignore[no-untyped-def]
    return resolve(documents_of(readers), tuple(one.reading() for one in readers), (), tables())


def test_a_weekday_is_taken_from_the_same_call_told_elsewhere() -> None:
    found = resolved(dated("a", "2031-05-05"), undated())
    assert found.documents[-1].placed_by == "“Monday” taken as 2031-05-05: same call as a"
    assert found.documents[-1].published is None


def test_the_other_times_of_a_placed_document_are_worked_out_and_join() -> None:
    sunday = Reader(document("b", "Teasdale rang Trentino.", "2031-05-06"))
    sunday.contact("Teasdale rang Trentino", TEASDALE, TRENTINO, on="2031-05-04")
    found = resolved(dated("a", "2031-05-05"), sunday, undated())
    assert sorted(one.label for one in found.contacts) == [
        "2031-05-04-os-sy-call",
        "2031-05-05-fr-sy-call",
    ]
    assert all(one.reports == 2 for one in found.contacts)
    dates = [one.value for one in found.claims if one.aspect is Aspect.DATE]
    bases = {one.basis for one in dates if isinstance(one, When)}
    assert any("document undated, placed" in basis for basis in bases)


def test_a_weekday_that_does_not_fit_places_nothing() -> None:
    found = resolved(dated("a", "2031-05-07"), undated())
    assert found.documents[-1].placed_by is None


def test_two_contacts_that_fit_place_nothing() -> None:
    found = resolved(dated("a", "2031-05-05"), dated("b", "2031-05-12"), undated())
    assert found.documents[-1].placed_by is None


def test_of_two_contacts_that_fit_shared_words_decide() -> None:
    found = resolved(dated("a", "2031-05-05"), dated("b", "2031-05-12", LONG), undated(LONG))
    assert found.documents[-1].placed_by == "“Monday” taken as 2031-05-12: same call as b"


def test_what_a_placed_document_tells_besides_may_be_long_past() -> None:
    news = "In Velan the Orran bridge, the 40 barges and the Mirna lock were on the table."
    words = f"{news} Firefly rang Trentino on Monday. Teasdale met Trentino at the Kasta fair."
    placed = Reader(document("z", words, None))
    placed.contact("Firefly rang Trentino", FIREFLY, TRENTINO, relative=MONDAY)
    placed.contact("Teasdale met Trentino", TEASDALE, TRENTINO, form="meeting")
    past = Reader(document("b", f"{news} Teasdale met Trentino.", "2031-02-03"))
    past.contact("Teasdale met Trentino", TEASDALE, TRENTINO, form="meeting", on="2031-02-02")
    found = resolved(dated("a", "2031-05-05", news), past, placed)
    assert found.documents[-1].placed_by is not None
    assert [one.reports for one in found.contacts] == [2, 2]
