"""What became of a contact, by the words around it; None where they make it background."""

from communique.extract.contacts.moods import auxiliaries_of, is_negated, mood_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import HEADINGS, Link, Site, is_verb, subject_of, word_of
from communique.languages.en.contact_cues import NounCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form, Status

_OPEN = frozenset({None, Status.NOT_HELD, Status.PROPOSED, Status.REFUSED})
_CALLED_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.REFUSED})

_TEXTS = frozenset({Form.LETTER, Form.JOINT_STATEMENT})
_GATHERINGS = frozenset({Form.SUMMIT, Form.SESSION})

STEPS = 6
"""How many heads above a cue may still decide on its status."""


def status_at(scene: ContactScene, site: Site) -> Status | None:
    """The status of the contact at a cue, or None when nothing is told to have come of it."""
    sentence = site.sentence
    if sentence.tokens[-1].text == "?":
        return None
    if isinstance(site.cue, NounCue):
        noun = _noun_status(scene, site)
        if noun is not Status.HELD:
            return _called_off(scene, site) or noun if noun is Status.PLANNED else noun
        above = _noun_above(scene, site)
    else:
        above = _verb_status(scene, sentence, site.token)
    if site.cue.status is Status.ONGOING and above is not Status.HELD:
        return None
    if above is Status.HELD:
        return site.cue.status or _unconfirmed(scene, site) or above
    return above


def _noun_above(scene: ContactScene, site: Site) -> Status | None:
    """What the words around a noun's phrase say became of it."""
    sentence, words = site.sentence, scene.cues.words
    if site.link is Link.BESIDE and site.verb is not None:
        return _beside_clause(scene, sentence, site.verb)
    if site.link is Link.NAMED and site.preposition in words["counted_from"]:
        return None
    if site.link is Link.NAMED and site.preposition in words["amid"]:
        # "At the meeting he denied it": the verb says nothing of the meeting.
        verb = site.verb
        return None if verb is None else _loose_status(scene, sentence, site.token, verb)
    if site.link is Link.NAMED and (beside := _beside_status(scene, site)) is not None:
        return beside
    if site.verb is not None and _is_under_way(scene, site, site.verb):
        return _verb_status(scene, sentence, site.verb)
    if site.verb is not None and site.token in tuple(sentence.ancestors(site.verb)):
        return _told_inside(scene, site, site.verb)
    return _climb(scene, sentence, site.token, is_clause=_start(site))


def _is_under_way(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether a gathering opens or ends, or a text speaks: "a joint statement called for peace"."""
    if site.link is not Link.SUBJECT:
        return False
    if site.cue.form in _TEXTS:
        return site.sentence.child(verb, "nsubj") is not None
    return site.cue.form in _GATHERINGS and word_of(verb) in scene.cues.words["under_way"]


def _told_inside(scene: ContactScene, site: Site, verb: Token) -> Status | None:
    """What became of "the visit that she was to pay": what is said of it, else its own clause."""
    outer = _climb(scene, site.sentence, site.token, is_clause=False)
    return outer if outer in _CALLED_OFF else _verb_status(scene, site.sentence, verb)


def _beside_clause(scene: ContactScene, sentence: Sentence, verb: Token) -> Status | None:
    """What was said or done "during" a contact was done; what "is expected" there is to come."""
    status = _verb_status(scene, sentence, verb)
    passive = sentence.child(verb, "auxpass") is not None
    if status is Status.HELD and passive:
        return _governed(scene, sentence, verb, verb)
    return status


def _called_off(scene: ContactScene, site: Site) -> Status | None:
    """What became of something planned, when the verb that carries it says so."""
    if site.verb is None or not _start(site):
        return None
    governed = _governed(scene, site.sentence, site.verb, site.token)
    if governed not in _CALLED_OFF:
        return None
    return _factual(scene, site.sentence, site.verb, governed)


def _start(site: Site) -> bool:
    return site.link in (Link.CARRIED, Link.SUBJECT, Link.BESIDE)


def _unconfirmed(scene: ContactScene, site: Site) -> Status | None:
    verb = None if site.link in (Link.BESIDE, Link.NAMED) else site.verb
    if verb is not None and any(
        one.lower in scene.cues.words["rumoured"] for one in site.sentence.children(verb)
    ):
        return Status.RUMOURED
    return None


def _noun_status(scene: ContactScene, site: Site) -> Status | None:
    """What the words that hang on a noun say: "the planned visit", "no meeting", "any talks"."""
    words = scene.cues.words
    for child in site.sentence.children(site.token):
        word = word_of(child)
        if child.dep not in ("amod", "det", "compound", "advmod", "nummod"):
            continue
        if word in words["none"] and site.link is not Link.NAMED:
            return None if _is_ahead_of(scene, site) else Status.NOT_HELD
        if word in words["planned_words"] or child.lower in words["planned_words"]:
            return Status.PLANNED
        if word in words["every"] and site.cue.status is Status.ONGOING:
            continue
        if site.cue.form in _GATHERINGS and word in words["yearly"] and not _is_habit(site):
            continue
        if word in words["possible_words"] or word in words["every"]:
            return None
        if word in words["cancelled_words"]:
            return Status.CANCELLED
        if word in words["postponed_words"]:
            return Status.POSTPONED
    return Status.HELD


def _is_habit(site: Site) -> bool:
    """Whether the present tells of what a yearly gathering always is."""
    return site.verb is None or site.verb.tag in ("VBZ", "VBP")


def _is_ahead_of(scene: ContactScene, site: Site) -> bool:
    """Whether the verb looks ahead: that "no meeting is planned" is told of no contact."""
    verb = site.verb
    return verb is not None and scene.cues.governors.get((word_of(verb), "")) is Status.PLANNED


def _beside_status(scene: ContactScene, site: Site) -> Status | None:
    if site.preposition in scene.cues.words["past_side"]:
        return Status.HELD
    if site.preposition in scene.cues.words["future_side"] or _is_ahead(scene, site):
        return Status.PLANNED
    return None


def _is_ahead(scene: ContactScene, site: Site) -> bool:
    """Whether the noun stands behind "ahead of"."""
    preposition = site.sentence.head(site.token)
    return site.sentence.head(preposition).lower in scene.cues.words["ahead"]


def _climb(
    scene: ContactScene, sentence: Sentence, token: Token, *, is_clause: bool
) -> Status | None:
    """The status that the governors above a noun give it."""
    above = sentence.head(token)
    for _ in range(STEPS):
        if is_verb(above):
            governed = _governed(scene, sentence, above, token)
            if governed is not Status.HELD:
                return _factual(scene, sentence, above, governed)
            if is_clause:
                return _verb_status(scene, sentence, above)
            return _loose_status(scene, sentence, token, above)
        governed = _governed(scene, sentence, above, token)
        if governed is not Status.HELD:
            return governed
        if above.head == above.index:
            break
        above = sentence.head(above)
    return _bare_status(sentence, token)


def _bare_status(sentence: Sentence, token: Token) -> Status | None:
    """A noun without a verb tells of a contact only in a heading."""
    return Status.HELD if sentence.block_kind in HEADINGS else None


def _loose_status(
    scene: ContactScene, sentence: Sentence, token: Token, verb: Token
) -> Status | None:
    """A noun under a verb that does not carry it: held when it is a definite one of the past."""
    if (
        sentence.block_kind not in HEADINGS
        and not is_definite(scene, sentence, token)
        and not _is_recorded(scene, sentence, token)
    ):
        return None
    status = _verb_status(scene, sentence, verb)
    return status if status in (Status.HELD, Status.PLANNED) else None


def _is_recorded(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a noun stands behind that of an official record: "a readout of a call"."""
    above = sentence.head(sentence.head(token))
    return token.dep == "pobj" and word_of(above) in scene.cues.words["records"]


def is_definite(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a noun has a definite article or a possessor."""
    return any(
        one.dep == "poss" or (one.dep == "det" and one.lower in scene.cues.words["definite"])
        for one in sentence.children(token)
    )


def _governed(scene: ContactScene, sentence: Sentence, token: Token, below: Token) -> Status | None:
    """What a word above says of the contact: HELD when it says nothing against it."""
    word = word_of(token)
    governors = scene.cues.governors
    for child in sentence.children(token):
        if (word, child.lower) not in governors:
            continue
        above = child.dep == "prep" and child in tuple(sentence.ancestors(below))
        if above or child.dep in ("prt", "advmod"):
            return governors[word, child.lower]
    return governors.get((word, ""), Status.HELD)


def _factual(
    scene: ContactScene, sentence: Sentence, verb: Token, status: Status | None
) -> Status | None:
    """The status that a governor gives, if its own clause is told as a fact and not negated."""
    if is_negated(scene, sentence, verb):
        return None
    if verb.pos in ("VERB", "AUX") and _verb_status(scene, sentence, verb) in _OPEN:
        return None
    return status


def _verb_status(scene: ContactScene, sentence: Sentence, verb: Token) -> Status | None:
    """The status that tense, mood, negation and the verbs above give to a verb's clause."""
    if _is_background(scene, sentence, verb):
        return None
    if verb.dep == "conj" and subject_of(sentence, verb) is None:
        head = sentence.head(verb)
        if (
            head.pos in ("VERB", "AUX")
            and head.tag == verb.tag
            and not auxiliaries_of(sentence, verb)
        ):
            return _verb_status(scene, sentence, head)
    if _is_proposed(scene, sentence, verb):
        return _factual(scene, sentence, sentence.head(verb), Status.PROPOSED)
    own = mood_of(scene, sentence, verb)
    if own is None:
        return None
    above = _above(scene, sentence, verb)
    if above is not Status.HELD:
        return above
    return own


def _is_proposed(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause without a tense says what somebody proposes: "proposes that they meet"."""
    proposing = word_of(sentence.head(verb)) in scene.cues.words["proposing"]
    has_subject = subject_of(sentence, verb) is not None
    if verb.dep != "ccomp" or not proposing or not has_subject:
        return False
    helpers = {one.lower for one in auxiliaries_of(sentence, verb)}
    return verb.tag in ("VB", "VBP") and helpers <= scene.cues.words["ought"]


def _is_background(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    words = scene.cues.words
    for child in sentence.children(verb):
        if child.lower in words["habitual"] and child.dep in ("advmod", "npadvmod", "amod"):
            return True
        if child.dep in ("mark", "advmod") and child.lower in words["conditional"]:
            return True
    return False


def _above(scene: ContactScene, sentence: Sentence, verb: Token) -> Status | None:
    """What the words above a clause say of it: HELD when they leave it as it is."""
    token = verb
    for _ in range(STEPS):
        if token.head == token.index:
            return Status.HELD
        head = sentence.head(token)
        if token.dep == "ccomp":
            return _reported(scene, sentence, head)
        if token.dep in ("acl", "relcl") and word_of(head) in scene.cues.words["hearsay"]:
            return _hearsay(scene, sentence, head)
        if token.dep == "advcl" and token.tag == "VB":
            return _purpose(scene, sentence, head)
        if _ends_climb(token, head):
            return Status.HELD
        governed = _governed(scene, sentence, head, token)
        if governed is not Status.HELD and token.dep != "conj":
            return _factual(scene, sentence, head, governed)
        if head.pos in ("VERB", "AUX") and token.dep == "xcomp":
            lowers = {one.lower for one in auxiliaries_of(sentence, head)}
            if lowers & (scene.cues.words["modal_possible"] | scene.cues.words["modal_future"]):
                return mood_of(scene, sentence, head)
        token = head
    return Status.HELD


def _ends_climb(token: Token, head: Token) -> bool:
    """Whether what stands above a token no longer governs it."""
    if token.dep == "conj":
        return head.tag != token.tag
    if token.dep == "acl":
        return token.tag != "VB"
    return token.dep not in ("xcomp", "pcomp", "prep", "acomp", "dobj", "pobj")


def _reported(scene: ContactScene, sentence: Sentence, head: Token) -> Status | None:
    governed = _governed(scene, sentence, head, head)
    if governed is Status.DENIED:
        return None if is_negated(scene, sentence, head) else Status.DENIED
    if _is_withheld(scene, sentence, head):
        return None
    if governed is Status.PROPOSED or _is_background(scene, sentence, head):
        return None
    return Status.HELD


def _hearsay(scene: ContactScene, sentence: Sentence, noun: Token) -> Status | None:
    """What becomes of "reports that they met": denied, or no more than a rumour."""
    for one in sentence.ancestors(noun):
        if word_of(one) in scene.cues.words["denying"]:
            return None if is_negated(scene, sentence, one) else Status.DENIED
    return Status.RUMOURED


def _is_withheld(scene: ContactScene, sentence: Sentence, head: Token) -> bool:
    """Whether somebody does not say so: "did not confirm that", "neither of them said that"."""
    subject = subject_of(sentence, head)
    about = () if subject is None else sentence.subtree(subject)
    nobody = any(one.lower in scene.cues.words["neither"] for one in about)
    return nobody or is_negated(scene, sentence, head)


def _purpose(scene: ContactScene, sentence: Sentence, head: Token) -> Status | None:
    """What somebody travelled for happened with the journey; other purposes are open."""
    rows = scene.cues.verbs.get(word_of(head), ())
    journey = any(cue.form in (Form.VISIT, Form.MEETING) for cue in rows)
    if journey or word_of(head) in scene.cues.words["being"]:
        return _verb_status(scene, sentence, head)
    return None
