import pytest

from communique.extract.contacts.mentions import means_at, route_at
from communique.extract.contacts.scene import ContactScene, set_contact_scene
from communique.extract.contacts.sites import Site
from communique.extract.contacts.status import status_at
from communique.extract.contacts.words.finding import find_sites
from communique.extract.page import Cast, Page, Speeches
from communique.languages.en.contact_cues import Example, examples
from communique.languages.en.parse import parse
from tests.extract.make_contacts import TABLES, document

EVERY = examples()


def of_kind(*kinds: str) -> list[Example]:
    return [one for one in EVERY if any(kind in one.name for kind in kinds)]


def sites_in(text: str) -> tuple[ContactScene, list[Site]]:
    [(made, sentences)] = list(parse([document(text, None, {})]))
    scene = set_contact_scene(Page(made, sentences, TABLES), Cast((), ()), (), Speeches((), ()))
    return scene, [site for one in sentences for site in find_sites(one, scene.cues)]


def rows_met(text: str) -> set[str]:
    return {site.cue.name for site in sites_in(text)[1]}


def statuses_met(text: str) -> set[str | None]:
    scene, sites = sites_in(text)
    return {status_at(scene, site) for site in sites}


def test_every_row_has_an_example_and_one_that_is_none() -> None:
    for one in EVERY:
        assert one.matches
        assert one.unlike
        assert one.matches != one.unlike


@pytest.mark.slow
@pytest.mark.parametrize("row", of_kind(".verb.", ".noun."), ids=lambda one: one.name)
def test_rows_match_their_example_and_not_the_other(row: Example) -> None:
    assert row.name in rows_met(row.matches)
    assert row.name not in rows_met(row.unlike)


@pytest.mark.slow
@pytest.mark.parametrize("row", of_kind("outcome."), ids=lambda one: one.name)
def test_a_word_above_a_contact_gives_its_status(row: Example) -> None:
    assert row.gives in statuses_met(row.matches)
    assert statuses_met(row.unlike) == {"held"}


@pytest.mark.slow
@pytest.mark.parametrize("row", of_kind("route."), ids=lambda one: one.name)
def test_a_word_beside_a_contact_gives_its_route(row: Example) -> None:
    for text, expected in ((row.matches, row.gives), (row.unlike, None)):
        scene, sites = sites_in(text)
        met = [route_at(scene, site) for site in sites]
        assert [None if one is None else one[0] for one in met] == [expected]


@pytest.mark.slow
@pytest.mark.parametrize("row", of_kind(".means."), ids=lambda one: one.name)
def test_words_beside_a_contact_give_its_means(row: Example) -> None:
    scene, sites = sites_in(row.matches)
    assert any(means_at(scene, site) for site in sites)
    scene, sites = sites_in(row.unlike)
    assert not any(means_at(scene, site) for site in sites)
