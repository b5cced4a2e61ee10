"""Who sent a letter, message or note to whom, and who only carried it."""

from collections.abc import Iterator

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.extract.contacts.words.ends import Ends, doer_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
)
from communique.extract.contacts.words.places import all_behind
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Means

_CLAUSES = ("acl", "relcl")


def written_sides(scene: ContactScene, site: Site) -> Ends | None:
    """Sender, recipient and carrier of what is written; None where it is only a figure of speech.

    Empty rows stand for whom the words do not name.
    """
    sentence, words = site.sentence, scene.cues.words
    if isinstance(site.cue, VerbCue):
        return _by_verb(scene, sentence, site.token, site.cue)
    sender, recipient = _sender(scene, sentence, site.token), _recipient(scene, site)
    if site.verb is not None and (site.link is Link.CARRIED or _is_moved(scene, site)):
        return _moved(scene, site, site.verb, sender, recipient)
    if site.link is Link.BESIDE and site.verb is not None:
        sender = sender or doer_of(scene, sentence, site.verb)
        if not _is_addressed(scene, site):
            recipient = recipient or _addressed(scene, sentence, site.verb)
    passed = all_behind(scene, sentence, site.token, words["by_way_of"])
    return Ends(sender, recipient, _between(scene, passed, sender, recipient))


def _is_addressed(scene: ContactScene, site: Site) -> bool:
    """Whether the words say to whom a letter goes, be it nobody we know: "a letter to a daily"."""
    to = scene.cues.words["towards_one"]
    return any(one.lower in to for one in site.sentence.children(site.token))


def _is_moved(scene: ContactScene, site: Site) -> bool:
    """Whether the letter itself is the subject of a verb of sending: "a letter was sent"."""
    verb = site.verb
    if site.link is not Link.SUBJECT or verb is None:
        return False
    words = scene.cues.words
    passive = site.sentence.child(verb, "nsubjpass") is not None
    return passive and word_of(verb) in words["authoring"] | words["received"] | words["accepting"]


def _by_verb(scene: ContactScene, sentence: Sentence, verb: Token, cue: VerbCue) -> Ends:
    """Who writes to whom; who answers what another wrote."""
    words = scene.cues.words
    sender = doer_of(scene, sentence, verb)
    recipient = _objects(scene, sentence, verb) if cue.takes_object else ()
    recipient = merged(recipient, all_behind(scene, sentence, verb, frozenset(cue.withs)))
    if not recipient:
        for preposition in sentence.children(verb):
            if preposition.dep == "prep" and preposition.lower in cue.withs:
                for one in sentence.children(preposition):
                    recipient = merged(recipient, _sender(scene, sentence, one))
    passed = all_behind(scene, sentence, verb, words["by_way_of"])
    return Ends(sender, recipient, _between(scene, passed, sender, recipient))


def _moved(
    scene: ContactScene, site: Site, verb: Token, sender: Keys, recipient: Keys
) -> Ends | None:
    """Who sends, hands over, receives or answers what is written."""
    sentence, words, word = site.sentence, scene.cues.words, word_of(verb)
    doer = doer_of(scene, sentence, verb)
    passed = merged(
        all_behind(scene, sentence, verb, words["by_way_of"]),
        all_behind(scene, sentence, site.token, words["by_way_of"]),
    )
    # "Wrote a letter to Y" is no reply, "wrote back to Y's letter" is one.
    if word in words["replying"] and (sender or not recipient):
        return Ends(doer, sender, _between(scene, passed, doer, sender))
    if word in words["received"] | words["accepting"] and not recipient:
        sender = sender or all_behind(scene, sentence, verb, words["away"])
        passed = merged(passed, _bringers(scene, site))
        return Ends(sender, doer, _between(scene, passed, sender, doer))
    recipient = recipient or _addressed(scene, sentence, verb)
    author = sender or doer
    if _is_figure(scene, site, verb, merged(author, recipient), passed):
        return None
    return Ends(author, recipient, _between(scene, merged(passed, doer), author, recipient))


def _addressed(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """To whom something is handed, sent or said: an object, or behind "to" or "with"."""
    to_whom = all_behind(scene, sentence, verb, scene.cues.words["addressing"])
    return merged(_objects(scene, sentence, verb), to_whom)


def _objects(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    found: Keys = ()
    for one in sentence.children(verb):
        if one.dep in ("dobj", "dative", "nsubjpass", "npadvmod", "oprd"):
            found = merged(found, phrase_actors(scene, sentence, one))
    return found


def _sender(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whose letter it is: "her letter", "a letter from X", "one signed by X", "that X wrote"."""
    words = scene.cues.words
    found = merged(
        owner_of(scene, sentence, noun),
        all_behind(scene, sentence, noun, words["away"] | words["agent"]),
        hanging_before(scene, sentence, noun),
    )
    for clause in _clauses(sentence, noun):
        if found or word_of(clause) not in words["authoring"]:
            continue
        found = doer_of(scene, sentence, clause)
    return found


def _recipient(scene: ContactScene, site: Site) -> Keys:
    """To whom a letter goes: behind "to", or behind "addressed to"."""
    sentence, noun, words = site.sentence, site.token, scene.cues.words
    found = all_behind(scene, sentence, noun, words["addressing"])
    for clause in _clauses(sentence, noun):
        if not found and word_of(clause) in words["authoring"]:
            found = all_behind(scene, sentence, clause, words["addressing"])
    return found


def _clauses(sentence: Sentence, noun: Token) -> Iterator[Token]:
    return (one for one in sentence.children(noun) if one.dep in _CLAUSES and one.pos == "VERB")


def _bringers(scene: ContactScene, site: Site) -> Keys:
    """Who brought what was received: "a message delivered by the envoy"."""
    sentence = site.sentence
    found: Keys = ()
    for clause in _clauses(sentence, site.token):
        found = merged(found, behind(scene, sentence, clause, scene.cues.words["agent"]))
    return found


def _between(scene: ContactScene, keys: Keys, sender: Keys, recipient: Keys) -> Keys:
    """Those of a third side, who only carried it."""
    sides = {*scene.sides_of(sender), *scene.sides_of(recipient)}
    return tuple(key for key in keys if (side := scene.side_of(key)) and side not in sides)


def _is_figure(scene: ContactScene, site: Site, verb: Token, parties: Keys, passed: Keys) -> bool:
    """Whether a state only "sends a message" to another by what it does.

    It is no figure where the words say what the message was, or who carried it.
    """
    words = scene.cues.words
    if site.cue.means is not Means.MESSAGE or word_of(verb) not in words["figurative"]:
        return False
    if passed or not all(scene.is_bare(key) for key in parties):
        return False
    sentence = site.sentence
    holders = (*sentence.children(site.token), *sentence.children(verb))
    says_what = any(one.dep in ("acl", "relcl", "ccomp") for one in holders) or any(
        one.dep == "advcl" and one.tag == "VBG" for one in holders
    )
    is_worded = any(word_of(one) in words["worded"] for one in sentence.children(site.token))
    routed = any(preposition.lower in words["by_way_of"] for preposition in holders)
    return not (says_what or is_worded or routed)
