"""Bodies that gather: the state that receives a summit, and whose joint commission sits."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, subject_above, word_of
from communique.extract.contacts.words.phrases import Keys, merged
from communique.extract.contacts.words.places import is_seat, states_at, states_behind
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form


def with_gathered(scene: ContactScene, site: Site, sides: Sides) -> Sides:
    """The sides with those whom a gathering itself names: its host, the states of a commission."""
    if sides.is_blocked:
        return sides
    added: Keys = ()
    if site.cue.form is Form.SUMMIT:
        added = _host(scene, site, sides)
    elif site.cue.form is Form.SESSION:
        added = _members(scene, site, sides)
    elif site.cue.form is Form.MEETING and site.link is Link.VERB:
        added = _host(scene, site, sides) if len(sides.all) == 1 else ()
    new = tuple(key for key in added if scene.side_of(key) not in scene.sides_of(sides.all))
    if not new:
        return sides
    return Sides(merged(sides.first, sides.second), new, sides.starter, between=sides.between)


def _host(scene: ContactScene, site: Site, sides: Sides) -> Keys:
    """The member state in whose capital a body holds its summit."""
    codes = scene.sides_of(sides.all)
    members = {
        state for one in scene.page.tables.bodies if one.code in codes for state in one.members
    }
    of_ministers = site.cue.form is Form.MEETING
    if not members or site.verb is None or site.link is Link.NAMED:
        return ()
    found: Keys = ()
    for holder in (site.token, site.verb):
        for preposition in site.sentence.children(holder):
            if preposition.lower in scene.cues.words["held_at"]:
                found = merged(
                    found, _capitals(scene, site.sentence, preposition, by_name=of_ministers)
                )
    return tuple(key for key in found if key in members)


def _capitals(
    scene: ContactScene, sentence: Sentence, preposition: Token, *, by_name: bool
) -> Keys:
    """The states whose capitals stand behind a preposition, or whose names do."""
    found: Keys = ()
    for one in sentence.children(preposition):
        if one.dep == "pobj" and (by_name or is_seat(scene, sentence, one)):
            found = merged(found, states_at(scene, sentence, one))
    return found


def _members(scene: ContactScene, site: Site, sides: Sides) -> Keys:
    """The states of "the joint commission of X and Y", named like places behind "of"."""
    verb = site.token if isinstance(site.cue, VerbCue) else site.verb
    subject = None if verb is None else subject_above(site.sentence, verb)
    if subject is None or word_of(subject) not in scene.cues.words["joint_body"]:
        return ()
    words = scene.cues.words["between"] | scene.cues.words["of"]
    found = states_behind(scene, site.sentence, subject, words)
    return found if len(scene.sides_of(merged(found, sides.all))) > 1 else ()
