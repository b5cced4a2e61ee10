"""What became of a contact that a noun names, by the words on it and what stands above it."""

from communique.extract.contacts.outcomes.effects import Below, Effect, effect_of_verb
from communique.extract.contacts.outcomes.fates import (
    fate_above,
    fate_of_act,
    fate_of_clause,
    fate_of_noun,
    given,
)
from communique.extract.contacts.outcomes.habits import recurs
from communique.extract.contacts.outcomes.mentioned import (
    bare_status,
    is_set_in_seat,
    status_beside,
)
from communique.extract.contacts.outcomes.moods import Mood, is_present, mood_of, mooded
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    Link,
    Site,
    clause_verb,
    is_verb,
    measure_of,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.modifiers import is_definite
from communique.extract.contacts.words.phrases import behind, subject_actors
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS, Form, Status

_TEXTS = frozenset({Form.LETTER, Form.JOINT_STATEMENT})


def noun_status(scene: ContactScene, site: Site) -> Status | None:
    """What becomes of a contact that a noun names."""
    sentence, noun = site.sentence, site.token
    own = _own_status(scene, site)
    if own is None:
        return None
    told = _by_link(scene, site, own)
    if told is Status.NOT_HELD and _is_without_some(scene, site):
        return own
    if told is Status.NOT_HELD and _is_stance(site):
        return None
    is_only_named = site.link is Link.NAMED and is_set_in_seat(scene, sentence, noun)
    if told is None and own is Status.PLANNED and is_only_named:
        # Whatever may be or would be done with a view to it, it is to come.
        return own
    if told in (Status.HELD, Status.ONGOING, Status.PLANNED, Status.PROPOSED) and _has(
        sentence, noun, scene.cues.words["any"]
    ):
        return None
    return told


def _is_stance(site: Site) -> bool:
    """Whether a present says that there is nothing of the kind: "has no contact with"."""
    verb = site.verb
    plain = verb is not None and verb.tag in ("VBZ", "VBP")
    return plain and site.link is Link.CARRIED and site.sentence.block_kind not in HEADINGS


def _is_without_some(scene: ContactScene, site: Site) -> bool:
    """Whether it is told who took no part in what two others held: "Z was not involved in the
    talks between X and Y".
    """
    if site.verb is None or word_of(site.verb) not in scene.cues.words["staying_away"]:
        return False
    held = behind(scene, site.sentence, site.token, scene.cues.words["between"])
    own = scene.sides_of(held)
    absent = scene.sides_of(subject_actors(scene, site.sentence, site.verb))
    return len(own) > 1 and not set(own) & set(absent)


def _by_link(scene: ContactScene, site: Site, own: Status) -> Status | None:
    sentence, noun, verb = site.sentence, site.token, site.verb
    if site.link is Link.BESIDE and verb is not None:
        return _beside_clause(scene, site, verb, own)
    if site.link is Link.NAMED:
        return status_beside(scene, site, own)
    if verb is None:
        return bare_status(site, own)
    if noun in tuple(sentence.ancestors(verb)):
        # "The talks that they held have been suspended": first theirs, then what became of it.
        return _on_top(scene, site, fate_of_clause(scene, sentence, verb, own))
    return _carried(scene, site, verb, own)


def _carried(scene: ContactScene, site: Site, verb: Token, own: Status) -> Status | None:
    """What the verb makes of it that has the noun as its subject or object."""
    sentence, noun = site.sentence, site.token
    below = _below(sentence, noun, verb)
    portion = _is_portion(scene, sentence, noun)
    if below.index != noun.index and below.dep in ("dobj", "attr", "acomp") and not portion:
        # "Rebuffed a request for a meeting": the request first, then what became of it.
        return fate_of_noun(scene, sentence, noun, own)
    if _is_under_way(scene, site, verb):
        return _ongoing_past(scene, site, verb, own)
    if own is Status.HELD and _is_amid(scene, site, verb):
        return fate_of_clause(scene, sentence, verb, Status.ONGOING)
    effect = effect_of_verb(scene.cues, sentence, verb, below, Below.NOUN)
    if effect == Effect(Status.PLANNED) and _is_done_by(site, verb):
        effect = None
    is_offer = effect is not None and effect.status is Status.PROPOSED
    if is_offer and _appeals(scene, site, verb):
        effect = Effect(None)
    if is_offer and site.link is Link.SUBJECT and sentence.child(verb, "nsubj") is not None:
        # "The visit invited anger": what itself invites is not offered.
        effect = None
    if site.link is Link.SUBJECT and effect is None and _is_general(scene, site, verb):
        return None
    return _ongoing_past(scene, site, verb, given(effect, own))


def _is_portion(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is only counted by the one above it: "a round of talks"."""
    above = measure_of(sentence, noun, scene.cues.words["of"])
    return above is not None and word_of(above) in scene.cues.words["portions"]


def _is_done_by(site: Site, verb: Token) -> bool:
    """Whether the verb is itself what is done with such a thing: "accepted her credentials"."""
    return isinstance(site.cue, NounCue) and word_of(verb) in site.cue.supported_by


def _is_amid(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether somebody is "in talks" as the text is written."""
    words = scene.cues.words
    is_in = site.preposition in words["in"] and word_of(verb) in words["being"]
    return is_in and is_present(site.sentence, verb)


def _is_under_way(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether a gathering opens or ends, or a text speaks: "a joint statement called for peace"."""
    if site.link is not Link.SUBJECT:
        return False
    if site.cue.form in _TEXTS:
        return site.sentence.child(verb, "nsubj") is not None
    return site.cue.form in GATHERINGS and word_of(verb) in scene.cues.words["under_way"]


def _ongoing_past(
    scene: ContactScene, site: Site, verb: Token, status: Status | None
) -> Status | None:
    """What went on in the past was held; what goes on is told in the present."""
    mood = mood_of(scene, site.sentence, verb)
    if site.link is Link.SUBJECT and mood is Mood.NOT_AHEAD and status is Status.HELD:
        return fate_above(scene, site.sentence, verb, Status.CANCELLED)
    effective = status is not Status.HELD
    fate = fate_of_act if effective else fate_of_clause
    told = fate(scene, site.sentence, verb, status)
    past = mood is Mood.TOLD and not is_present(site.sentence, verb)
    return Status.HELD if told is Status.ONGOING and past else told


def _below(sentence: Sentence, noun: Token, verb: Token) -> Token:
    """The token between a noun and a verb that hangs on the verb itself."""
    below = noun
    for one in sentence.ancestors(noun):
        if one.index == verb.index:
            return below
        below = one
    return noun


def _appeals(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether others are called upon: "called for talks between them", not "with" them."""
    between = any(
        one.dep == "prep" and one.lower in scene.cues.words["between"]
        for one in site.sentence.children(site.token)
    )
    return between and word_of(verb) in scene.cues.words["with_only"]


def _is_general(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether a present says what contacts are like: "talks are the only way", "dialogue rests"."""
    sentence = site.sentence
    if sentence.block_kind in HEADINGS or verb.tag not in ("VBZ", "VBP"):
        return False
    if is_definite(scene, sentence, site.token):
        return False
    return word_of(verb) not in scene.cues.words["happening"] or verb.pos == "AUX"


def _on_top(scene: ContactScene, site: Site, status: Status | None) -> Status | None:
    """What a verb above makes of a noun whose own clause has told of it, if it says anything."""
    sentence, noun = site.sentence, site.token
    above = clause_verb(sentence, noun)
    if above is None or status is None:
        return status
    below = _below(sentence, noun, above)
    if site.cue.form in _TEXTS and below.dep == "nsubj":
        # What a letter proposes becomes of something else.
        return status
    effect = effect_of_verb(scene.cues, sentence, above, below, Below.NOUN)
    if effect is None or effect.status is None or effect.status is Status.HELD:
        return status
    return fate_of_clause(scene, sentence, above, given(effect, status))


def _beside_clause(scene: ContactScene, site: Site, verb: Token, own: Status) -> Status | None:
    """What was said or done "during" a contact was done; what "is expected" there is to come."""
    sentence = site.sentence
    verb = _fronted_to(site, verb)
    below = _below(sentence, site.token, verb)
    status: Status | None = own
    # "Called for a truce in a joint statement": what they called for is not what they issued.
    is_issued = site.cue.form is Form.JOINT_STATEMENT
    is_purpose = below.lower in scene.cues.words["purpose"] and not is_issued
    if is_purpose or sentence.child(verb, "auxpass") is not None:
        effect = effect_of_verb(scene.cues, sentence, verb, verb, Below.DEED)
        rumoured = effect is not None and effect.status is Status.RUMOURED
        status = own if rumoured else given(effect, own)
    if own is not Status.HELD:
        return own
    mood = mood_of(scene, sentence, verb)
    if mood is Mood.NEGATED and not is_purpose:
        # What was not said in a call was not said, and yet there was a call.
        return fate_above(scene, sentence, verb, status)
    told = fate_above(scene, sentence, verb, mooded(mood, status))
    if is_purpose or status is not Status.HELD:
        return told
    if told is Status.NOT_HELD and site.cue.form in GATHERINGS:
        return None  # "Was to have met him at the summit": who was there is not told
    # What somebody "is said to have stated in a call" is in doubt, the call is not.
    known = is_definite(scene, sentence, site.token) and (
        told in _OF_THE_DEED or (told is None and _is_asked(scene, sentence, verb))
    )
    return Status.HELD if known or told is Status.RUMOURED else told


def _is_asked(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether it is asked what was done there: "did not say whether he raised it in their call"."""
    for one in (verb, *sentence.ancestors(verb)):
        mark = sentence.child(one, "mark")
        if mark is not None and mark.lower in scene.cues.words["asked"]:
            return one.tag == "VBD" and one.dep == "ccomp"
        if one.dep in ("relcl", "acl"):
            return False
    return False


_OF_THE_DEED = (Status.DENIED, Status.REFUSED, Status.PROPOSED, Status.NOT_HELD)
"""What is said of a deed "during his visit" or "at the meeting", and not of the visit itself."""


def _fronted_to(site: Site, verb: Token) -> Token:
    """The verb of the clause at whose head a contact stands: "At a meeting he denied having said"
    tells that he denied it there.
    """
    found = verb
    if site.token.index > verb.index:
        return verb
    for one in site.sentence.ancestors(verb):
        subject = subject_of(site.sentence, one) if is_verb(one) else None
        if subject is not None and site.token.index < min(subject.index, one.index):
            found = one
    return found


def _own_status(scene: ContactScene, site: Site) -> Status | None:
    """What the words that hang on a noun say: "the planned visit", "no meeting", "any talks"."""
    words = scene.cues.words
    for child in site.sentence.children(site.token):
        met = {child.lower, word_of(child)}
        if recurs(scene, site.sentence, child):
            return None
        if child.dep not in ("amod", "det", "compound", "advmod", "nummod"):
            continue
        if met & words["none"]:
            is_told = any(one.lower in words["such"] for one in site.sentence.children(site.token))
            return Status.DENIED if is_told else Status.NOT_HELD
        if _is_of_one(scene, site, met):
            continue
        if met & (words["possible_words"] | words["every"]):
            return None
        for name, status in _MODIFIED:
            if met & words[name]:
                return status
    return Status.HELD


def _is_of_one(scene: ContactScene, site: Site, met: set[str]) -> bool:
    """Whether a word that else tells of many leaves one: "the annual summit", "any such call"."""
    words = scene.cues.words
    if met & words["every"] and site.cue.status is Status.ONGOING:
        return True
    if met & words["such"] and _has(site.sentence, site.token, words["any"]):
        return True
    return site.cue.form in GATHERINGS and bool(met & words["yearly"]) and not _is_habit(site)


_MODIFIED = (
    ("planned_words", Status.PLANNED),
    ("proposed_words", Status.PROPOSED),
    ("rumoured_words", Status.RUMOURED),
    ("cancelled_words", Status.CANCELLED),
    ("postponed_words", Status.POSTPONED),
)


def _is_habit(site: Site) -> bool:
    """Whether the present tells of what a yearly gathering always is."""
    return site.verb is None or site.verb.tag in ("VBZ", "VBP")


def _has(sentence: Sentence, noun: Token, listed: frozenset[str]) -> bool:
    return any(one.lower in listed for one in sentence.children(noun) if one.dep == "det")
