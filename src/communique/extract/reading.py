"""One document read alone: who, when, on whose word, what contact, what was undertaken."""

from dataclasses import replace

from communique.extract.actors.cast import find_cast
from communique.extract.contacts.contacts import find_contacts
from communique.extract.page import Page
from communique.extract.speech.speeches import find_speeches
from communique.extract.statements.statements import find_statements
from communique.extract.times import find_times
from communique.model.readings import Actor, Reading
from communique.model.vocabulary import ActorKind


def tells_of_contact(page: Page, persons: frozenset[str] = frozenset()) -> bool:
    """Whether the sentences of a first look tell of a contact.

    Of somebody in office whose state these few sentences do not say, the rest of the document may;
    ``persons`` are the names that stand beside a title somewhere in it.
    """
    found = find_cast(page)
    cast = replace(found, actors=tuple(_of_some_state(one, persons) for one in found.actors))
    times = find_times(page)
    return bool(find_contacts(page, cast, times, find_speeches(page, cast, times)).accounts)


def _of_some_state(actor: Actor, persons: frozenset[str]) -> Actor:
    if actor.kind not in _IN_OFFICE or actor.state is not None or actor.is_former:
        return actor
    has_title = bool(actor.offices) or not persons.isdisjoint(actor.name.split())
    return replace(actor, state=f"of {actor.key}") if has_title else actor


_IN_OFFICE = (ActorKind.PERSON, ActorKind.OFFICE)


def read_page(page: Page, run: str) -> Reading:
    """What the rules of this run read in one document."""
    cast = find_cast(page)
    times = find_times(page)
    speeches = find_speeches(page, cast, times)
    told = find_contacts(page, cast, times, speeches)
    stated = find_statements(page, cast, times, speeches, told)
    return Reading(
        document=page.document.id,
        run=run,
        actors=(*cast.actors, *told.actors),
        originals=speeches.originals,
        accounts=told.accounts,
        claims=tuple(
            sorted((*told.claims, *stated), key=lambda one: (one.passage, one.aspect, one.id))
        ),
        problems=told.problems,
    )
