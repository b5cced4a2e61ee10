"""Journeys to where somebody deals with others: the state of the place is no host then."""

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, opens_with_to
from communique.languages.en.cues import words
from communique.model.syntax import Token
from communique.model.vocabulary import Form


def without_errands(scene: ContactScene, tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings of one sentence without visits to where somebody deals only with others."""
    return tuple(one for one in tellings if not _is_errand(scene, one, tellings))


def _is_errand(scene: ContactScene, telling: Telling, others: tuple[Telling, ...]) -> bool:
    """Whether somebody goes to a place to deal with a body, or with persons of a third state.

    Then nothing is told of a visit to the state that the place is in.
    """
    site, hosts = telling.site, telling.sides.second
    is_journey = telling.form is Form.VISIT and site.link is Link.VERB
    if not is_journey or not hosts or not all(map(scene.is_bare, hosts)):
        return False
    guests, places = set(scene.sides_of(telling.sides.first)), set(scene.sides_of(hosts))
    dealt = [one for one in others if one is not telling]
    if any(places & set(one.states) for one in dealt):
        return False
    return any(
        scene.side_of(key) not in guests
        and (
            _is_aim(scene, one, site) or (scene.is_of_body(key) and _is_met_there(scene, one, site))
        )
        for one in dealt
        for key in one.parties
    )


def _is_aim(scene: ContactScene, telling: Telling, journey: Site) -> bool:
    """Whether somebody goes somewhere for what is told: "to meet Y", "for talks with Y"."""
    site = telling.site
    if site.preposition in scene.cues.words["purpose"]:
        return site.verb == journey.token
    return any(
        one.dep in ("advcl", "xcomp")
        and one.head == journey.token.index
        and opens_with_to(site.sentence, one)
        for one in _above(site)
    )


def _is_met_there(scene: ContactScene, telling: Telling, journey: Site) -> bool:
    """Whether it is told of where a journey leads: "flew to Strelsau, where he met Y"."""
    site = telling.site
    below = site.sentence.subtree(journey.token)
    return any(
        one in below and any(kid.lower in _places() for kid in site.sentence.children(one))
        for one in _above(site)
    )


def _places() -> frozenset[str]:
    return words("contact_times", "where")


def _above(site: Site) -> tuple[Token, ...]:
    return (site.token, *site.sentence.ancestors(site.token))
