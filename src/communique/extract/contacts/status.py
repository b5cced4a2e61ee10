"""What became of a contact, by the words around it; None where they make it background."""

from communique.extract.contacts.outcomes.answers import answered
from communique.extract.contacts.outcomes.consent import effect_of_consent
from communique.extract.contacts.outcomes.effects import Below, effect_of_verb
from communique.extract.contacts.outcomes.fates import fate_of_clause
from communique.extract.contacts.outcomes.moods import (
    Mood,
    auxiliaries_of,
    is_negated,
    is_present,
    mood_above,
    mood_of,
)
from communique.extract.contacts.outcomes.named import noun_status
from communique.extract.contacts.outcomes.vouching import never_was, vouched
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, is_verb, word_of
from communique.extract.contacts.times.when import day_of_document, is_past, time_at
from communique.extract.contacts.words.modifiers import is_ahead, is_due
from communique.languages.en.contact_cues import NounCue, VerbCue
from communique.model.syntax import Token
from communique.model.vocabulary import Form, Status
from communique.text.intervals import days_of

_LASTING = (Form.TALKS, Form.VISIT, Form.CONTACTS, Form.MEETING, Form.SUMMIT, Form.SESSION)


def status_at(scene: ContactScene, site: Site) -> Status | None:
    """The status of the contact at a cue, or None when nothing is told to have come of it."""
    if site.sentence.tokens[-1].text == "?":
        return None
    is_noun = isinstance(site.cue, NounCue)
    consent = effect_of_consent(scene, site)
    if consent is not None:
        return consent.status
    told = noun_status(scene, site) if is_noun else _verb_status(scene, site)
    if told is None and _was_in_vain(scene, site):
        return Status.NOT_HELD
    if told is None and never_was(scene, site):
        return Status.DENIED
    if told is None:
        return Status.DENIED if _is_denied_when_asked(scene, site) else None
    if is_noun and _is_only_called_so(site):
        return None
    told = _doubted(scene, site, told)
    told = vouched(scene, site, _overturned(scene, site, told))
    told = answered(scene, site, told)
    return None if told is None else _timed(scene, site, _lasting(site, told))


def _verb_status(scene: ContactScene, site: Site) -> Status | None:
    """What becomes of a contact that a verb tells of."""
    sentence, verb = site.sentence, site.token
    told = fate_of_clause(scene, sentence, verb, Status.HELD)
    if told in (Status.HELD, Status.ONGOING) and _is_arranged(scene, site):
        return Status.PLANNED
    if told is Status.NOT_HELD and _is_long_so(scene, site):
        return None
    # That persons will not meet is told of a contact; that sides will not negotiate, a stance.
    of_persons = isinstance(site.cue, VerbCue) and (site.cue.needs_person or site.cue.needs_people)
    if told is Status.NOT_HELD and site.cue.is_weak and sentence.child(verb, "dobj") is not None:
        # "They did not discuss the ferry" says of no meeting that it was not.
        return None
    if told is not Status.NOT_HELD or of_persons:
        return told
    return None if mood_of(scene, sentence, verb) is Mood.NOT_AHEAD else told


def _is_long_so(scene: ContactScene, site: Site) -> bool:
    """Whether it is only said for how long they have not: "had not spoken since the war began"."""
    sentence, verb = site.sentence, site.token
    since = scene.cues.words["counted_from"]
    perfect = any(one.lemma == "have" for one in auxiliaries_of(sentence, verb))
    return perfect and any(
        one.lower in since
        for child in sentence.children(verb)
        for one in (child, *sentence.children(child))
        if child.dep in ("prep", "advcl", "mark", "advmod") and child.index > verb.index
    )


def _is_arranged(scene: ContactScene, site: Site) -> bool:
    """Whether a journey is told of as arranged: "is sending", and "said he was flying to" it."""
    sentence, verb, cue = site.sentence, site.token, site.cue
    forms = [one.tag for one in auxiliaries_of(sentence, verb) if one.lemma == "be"]
    if not isinstance(cue, VerbCue) or cue.form is not Form.VISIT or verb.tag != "VBG" or not forms:
        return False
    teller = sentence.head(verb)
    told_before = verb.dep == "ccomp" and teller.index < verb.index
    is_told = told_before and word_of(teller) in scene.cues.words["uttering"]
    if forms[0] == "VBD":
        return bool(cue.tos) and is_told and teller.tag in ("VBD", "VBG", "VBN")
    return cue.moves_object and forms[0] in ("VBZ", "VBP")


def _lasting(site: Site, status: Status) -> Status | None:
    """What goes on is told of a standing contact only as held so far, and of no call at all."""
    if site.cue.status is Status.ONGOING:
        return Status.ONGOING if status in (Status.HELD, Status.ONGOING) else None
    if status is Status.HELD:
        return site.cue.status or status
    if status is Status.ONGOING and site.cue.form not in _LASTING:
        return Status.HELD
    return status


def _doubted(scene: ContactScene, site: Site, status: Status) -> Status:
    """What becomes of it by "reportedly" beside the verb."""
    verb = None if site.link in (Link.BESIDE, Link.NAMED) else site.verb
    if verb is not None and status in (Status.HELD, Status.ONGOING, Status.PLANNED):
        for holder in (verb, *site.sentence.ancestors(verb)):
            if holder.dep == "ccomp" and holder is not verb:
                break
            if any(_is_doubt(scene, site, one) for one in site.sentence.children(holder)):
                return Status.RUMOURED
    return status


def _is_doubt(scene: ContactScene, site: Site, child: Token) -> bool:
    """Whether a word on a verb says that nobody vouches: "reportedly", "by unconfirmed reports"."""
    words = scene.cues.words
    if child.dep != "prep":
        return child.lower in words["rumoured"]
    return any(one.lower in words["unvouched"] for one in site.sentence.subtree(child))


def _overturned(scene: ContactScene, site: Site, status: Status) -> Status:
    """What became of a plan by the clause that follows: "was to meet him but pulled out"."""
    if status not in (Status.PLANNED, Status.NOT_HELD) or site.verb is None:
        return status
    sentence = site.sentence
    for above in (site.verb, *sentence.ancestors(site.verb)):
        if not any(one.lower in scene.cues.words["but"] for one in sentence.children(above)):
            continue
        for one in sentence.children(above):
            if one.dep == "conj" and one.index > site.token.index and is_verb(one):
                effect = effect_of_verb(scene.cues, sentence, one, one, Below.DEED)
                turned = None if effect is None else effect.status
                if turned in (Status.CANCELLED, Status.POSTPONED, Status.REFUSED):
                    return turned if not is_negated(scene, sentence, one) else status
    return status


def _was_in_vain(scene: ContactScene, site: Site) -> bool:
    """Whether somebody tried and did not: "tried to reach her but did not get through"."""
    sentence, words = site.sentence, scene.cues.words
    attempt = sentence.head(site.token) if site.token.dep == "xcomp" else None
    if attempt is None or word_of(attempt) not in words["trying"]:
        return False
    if mood_above(scene, sentence, attempt) is not Mood.TOLD:
        return False
    tokens = sentence.tokens[attempt.index :]
    if any(one.lower in words["vain"] for one in tokens):
        return True
    turned = any(one.lower in words["but"] for one in tokens)
    return turned and any(one.dep == "neg" or word_of(one) in words["failing"] for one in tokens)


def _is_denied_when_asked(scene: ContactScene, site: Site) -> bool:
    """Whether "there was no call" is the answer to whether they had spoken."""
    sentence, words = site.sentence, scene.cues.words
    verb = site.verb
    asking = None if verb is None or verb.dep != "ccomp" else sentence.head(verb)
    if verb is None or asking is None or word_of(asking) not in words["asking"]:
        return False
    if not any(one.lower in words["asked"] for one in sentence.children(verb)):
        return False
    told = (one for one in sentence.children(sentence.head(asking)) if one.dep == "ccomp")
    return any(
        word_of(one) in scene.cues.nouns
        and any(kid.lower in words["none"] for kid in sentence.children(one))
        for clause in told
        for one in sentence.subtree(clause)
    )


def _is_only_called_so(site: Site) -> bool:
    """Whether a noun stands in quotation marks with those it names, and nothing is told of it."""
    sentence, noun = site.sentence, site.token
    if site.verb is not None and site.verb.pos != "AUX" and site.link is not Link.NAMED:
        return False
    behind = sentence.tokens[min(noun.index + 1, len(sentence.tokens) - 1)]
    marks = [one for one in sentence.children(noun) if one.tag in ("``", "''")]
    return behind.tag == "''" and any(one.index < noun.index - 1 for one in marks)


def _timed(scene: ContactScene, site: Site, status: Status | None) -> Status | None:
    """What is told in the present of a day to come is planned, what was planned for before is past.

    "They meet on Friday", and "ahead of the talks on Monday" or "agreed in Monday's call" told on
    Tuesday.
    """
    today = day_of_document(scene)
    if today is None:
        return status
    if status is Status.PLANNED:
        return Status.HELD if _lies_back(scene, site) and not is_due(scene, site) else status
    verb = site.verb
    open_ended = verb is not None and (
        (status in (Status.HELD, Status.ONGOING) and is_present(site.sentence, verb))
        or (status is Status.NOT_HELD and _was_overtaken(scene, site, verb))
    )
    if not open_ended:
        return status
    time = time_at(scene, site)
    first = None if time is None else days_of(time.when.edtf)[0]
    return Status.PLANNED if first is not None and first > today else status


def _was_overtaken(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether words of a plan in the past tell of it: "was to have met", "had been due to meet"."""
    plans = (Mood.THWARTED, Mood.OVERTAKEN)
    above = (verb, *site.sentence.ancestors(verb))
    return any(mood_of(scene, site.sentence, one) in plans for one in above if is_verb(one))


def _lies_back(scene: ContactScene, site: Site) -> bool:
    """Whether what was ahead of another thing lies back itself, or is known by a day that does.

    "Ahead of the talks on Monday", "last Tuesday's call".
    """
    time = time_at(scene, site)
    if time is None or not is_past(scene, time.when):
        return False
    if is_ahead(scene, site) or site.preposition in scene.cues.words["future_side"]:
        return True
    tokens = site.sentence.within(time.passage.span)
    return any(one.dep == "poss" and one.head == site.token.index for one in tokens)
