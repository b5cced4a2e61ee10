"""Bodies that gather: the state that receives a summit, and whose joint commission sits."""

from communique.extract.contacts.parties.attending import is_body
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    Link,
    Site,
    subject_above,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.modifiers import is_definite
from communique.extract.contacts.words.phrases import Keys, merged
from communique.extract.contacts.words.places import is_seat, states_at, states_behind
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import VerbCue
from communique.model.readings import ActorKey
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
    if not added and site.cue.form in (Form.SUMMIT, Form.SESSION):
        added = _host_abroad(scene, site, sides)
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


def _host_abroad(scene: ContactScene, site: Site, sides: Sides) -> Keys:
    """The state where another one has called a gathering: "Ruvia convened a summit in Costona"."""
    words, verb = scene.cues.words, site.verb
    holders = [site.token] if isinstance(site.cue, VerbCue) else [site.token, verb]
    calls = holders[-1]
    if calls is None or word_of(calls) not in words["calling_to"]:
        return ()
    if len(sides.all) != 1 or scene.is_of_body(sides.all[0]) or is_body(scene, sides.all[0]):
        return ()
    found = (
        states_behind(scene, site.sentence, one, words["held_at"])
        for one in dict.fromkeys((*holders, *site.sentence.children(calls)))
        if one is not None and (one in holders or one.dep == "dobj")
    )
    return merged(*found)


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
    body = None if verb is None else _joint_body(scene, site.sentence, verb)
    if body is None:
        return ()
    words = scene.cues.words["between"] | scene.cues.words["of"]
    found = states_behind(scene, site.sentence, body, words)
    if not found and not sides.all and is_definite(scene, site.sentence, body):
        found = _two_so_far(scene, site.sentence)
    return found if len(scene.sides_of(merged(found, sides.all))) > 1 else ()


def is_company(scene: ContactScene, site: Site) -> bool:
    """Whether those of several countries meet, told by number: "chiefs of eight countries"."""
    cue, sentence = site.cue, site.sentence
    if not isinstance(cue, VerbCue) or cue.form is not Form.MEETING or not cue.is_reciprocal:
        return False
    subject = None if sentence.block_kind in HEADINGS else subject_of(sentence, site.token)
    if subject is None or subject.tag not in ("NNS", "NNPS"):
        return False
    words = scene.cues.words
    behind = (one for link in sentence.children(subject) for one in sentence.children(link))
    rows = (subject, *(one for one in behind if one.dep == "pobj"))
    return word_of(subject) in words["role"] | words["member_states"] and any(
        word_of(one) in words["member_states"] and _is_counted(sentence, one) for one in rows
    )


def _is_counted(sentence: Sentence, token: Token) -> bool:
    return any(one.dep == "nummod" for one in sentence.children(token))


def is_joint_body(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a company of two states does what a verb says."""
    return _joint_body(scene, sentence, verb) is not None


def _joint_body(scene: ContactScene, sentence: Sentence, verb: Token) -> Token | None:
    """The "commission" that is the subject of a verb, or whose session is."""
    subject = subject_above(sentence, verb)
    behind = [
        one
        for link in (() if subject is None else sentence.children(subject))
        if link.lower in scene.cues.words["of"]
        for one in sentence.children(link)
    ]
    rows = (one for one in (subject, *behind) if one is not None)
    return next((one for one in rows if word_of(one) in scene.cues.words["joint_body"]), None)


def _two_so_far(scene: ContactScene, sentence: Sentence) -> Keys:
    """The two states of which alone a text has told up to the end of a sentence, if it is two."""
    named = (
        key
        for index in range(sentence.index + 1)
        for mention in scene.mentions.get(index, {}).values()
        for key in mention.actors
    )
    sides = scene.sides_of(tuple(dict.fromkeys(named)))
    return tuple(ActorKey(one) for one in sides) if len(sides) == 2 else ()
