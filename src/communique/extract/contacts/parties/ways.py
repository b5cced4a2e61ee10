"""Forms whose parties stand in the sentence in a way of their own."""

from collections.abc import Callable

from communique.extract.contacts.parties.continuing import continuing_sides
from communique.extract.contacts.parties.credentials import credentials_sides
from communique.extract.contacts.parties.embassies import envoy_sides
from communique.extract.contacts.parties.issued import issued_sides
from communique.extract.contacts.parties.written import written_sides
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site
from communique.extract.contacts.words.ends import Ends
from communique.extract.contacts.words.pacts import pact_sides
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.vocabulary import Form

_Way = Callable[[ContactScene, Site], Ends | None]

_OF_VERBS: dict[Form, _Way] = {
    Form.SUMMONS: envoy_sides,
    Form.RECALL: envoy_sides,
    Form.LETTER: written_sides,
    Form.SIGNING: pact_sides,
    Form.CONTACTS: continuing_sides,
}
_OF_NOUNS: dict[Form, _Way] = {
    Form.SUMMONS: envoy_sides,
    Form.RECALL: envoy_sides,
    Form.CREDENTIALS: credentials_sides,
    Form.LETTER: written_sides,
    Form.JOINT_STATEMENT: issued_sides,
    Form.CONTACTS: continuing_sides,
}


def own_way(site: Site) -> _Way | None:
    """How a form has its parties, where they stand in the sentence in a way of their own."""
    if isinstance(site.cue, NounCue):
        return _OF_NOUNS.get(site.cue.form)
    mutual = site.cue.is_reciprocal and site.cue.form is Form.LETTER
    return None if mutual else _OF_VERBS.get(site.cue.form)


def sides_of(found: Ends | None) -> Sides:
    """The two ends as sides; blocked where the words name nobody we know."""
    if found is None:
        return Sides((), (), is_blocked=True)
    return Sides(found.first, found.second, between=found.between)
