"""Which names of persons over all documents are one person."""

from communique.model.contents import ActorEntry
from communique.model.readings import Actor, ActorKey
from communique.model.vocabulary import ActorKind
from tests.at_once import resolve
from tests.make import Reader, document, documents_of, judgement, person, tables


def people(*named: Actor, judgements=()) -> list[ActorEntry]:  # type: ignore[no-untyped-def]
    readers = [
        Reader(document(f"d{at}", f"text {at}"), actors=(one,)) for at, one in enumerate(named)
    ]
    readings = tuple(one.reading() for one in readers)
    found = resolve(documents_of(readers), readings, judgements, tables())
    return [one for one in found.actors if one.kind is ActorKind.PERSON]


def named(name: str, state: str | None = "SYL", *names: str) -> Actor:
    return person(ActorKey(f"person:{name}"), state, *names)


def test_spellings_and_orders_of_one_state_are_one_person() -> None:
    [one] = people(
        named("Ambrose Trentino"),
        named("Ambrose Trentino"),
        named("Ambrosse Trentino"),
        named("Trentino Ambrose"),
    )
    assert one.name == "Ambrose Trentino"
    assert one.names == ("Ambrose Trentino", "Ambrosse Trentino", "Trentino Ambrose")


def test_a_first_name_cut_short_an_initial_and_a_sons_ending_are_one_person() -> None:
    [one] = people(
        named("Joseph R. Trentino, Jr."),
        named("Joe Trentino"),
        named("Joseph Trentino"),
        named("Trentino"),
    )
    assert one.name == "Joseph R. Trentino, Jr."


def test_a_first_name_that_is_short_for_two_others_joins_neither() -> None:
    both = (named("Alexander Kord"), named("Alexandra Kord"))
    assert len(people(*both, named("Alex Kord"))) == 3
    assert len(people(*both)) == 2
    assert len(people(both[1], named("Alex Kord"))) == 1


def test_a_family_name_that_is_also_a_first_name_is_cut_short_by_nobody() -> None:
    assert len(people(named("Olo Frank"), named("Olo Francis"))) == 2
    assert len(people(named("Peter James"), named("Peter Jamie"))) == 2


def test_forms_of_different_first_names_are_two_persons() -> None:
    assert len(people(named("Joe Trentino"), named("Jack Trentino"))) == 2


def test_a_lone_family_name_joins_where_one_person_bears_it() -> None:
    [one] = people(named("Ambrose Trentino"), named("Trentino"))
    assert one.names == ("Ambrose Trentino", "Trentino")


def test_a_lone_family_name_that_two_bear_stays_alone() -> None:
    assert len(people(named("Ambrose Trentino"), named("Vera Trentino"), named("Trentino"))) == 3


def test_one_family_name_in_two_states_is_two_persons() -> None:
    assert len(people(named("Ambrose Trentino", "SYL"), named("Trentino", "OST"))) == 2


def test_a_state_misread_in_one_document_gives_way_to_the_many() -> None:
    [one] = people(*[named("Ambrose Trentino")] * 3, named("Ambrose Trentino", "OST"))
    assert one.state == "SYL"


def test_a_former_holder_is_the_same_person_and_acts_for_no_state() -> None:
    [one] = people(named("Ambrose Trentino"), named("Ambrose Trentino", None))
    assert one.state == "SYL"


def test_offices_of_the_tables_are_marked_as_background() -> None:
    [one] = people(person(ActorKey("person:Rufus Firefly"), "FRD", title="President"))
    assert [(office.title, office.background) for office in one.offices] == [
        ("President", False),
        ("President", True),
    ]


def test_a_reader_may_decide_that_two_names_are_one_person_or_two() -> None:
    two = people(named("Ambrose Trentino"), named("Vera Trentino"))
    together = people(
        named("Ambrose Trentino"),
        named("Vera Trentino"),
        judgements=(judgement("same", *(one.id for one in two), kind="actor"),),
    )
    assert len(together) == 1
    [one] = people(named("Ambrose Trentino"), named("Trentino"))
    lone = people(named("Trentino"))[0]
    parted = (judgement("not same", one.id, lone.id, kind="actor"),)
    assert len(people(named("Ambrose Trentino"), named("Trentino"), judgements=parted)) == 2
