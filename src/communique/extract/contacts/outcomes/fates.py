"""What becomes of a contact by all that stands above it in its sentence, from the inside out."""

from communique.extract.contacts.outcomes.effects import (
    Below,
    Effect,
    calls_untrue,
    effect_of_adjective,
    effect_of_noun,
    effect_of_verb,
    is_foremost,
    is_sent_off,
)
from communique.extract.contacts.outcomes.moods import (
    Mood,
    auxiliaries_of,
    is_headline_to,
    is_negated,
    is_step,
    mood_above,
    mood_of,
    mooded,
)
from communique.extract.contacts.outcomes.proposals import has_tense, is_proposed, is_wish, orders
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    NOMINAL,
    clause_verb,
    is_verb,
    opens_with_to,
    subject_of,
    unjoined,
    word_of,
)
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form, Status

STEPS = 8
"""How many heads above a cue may still decide on its status."""

_LEFT_OPEN = {Status.CANCELLED: Status.PLANNED, Status.POSTPONED: Status.PLANNED}
_PLAIN = (Status.HELD, Status.ONGOING, Status.PLANNED)
_GIVEN: dict[Status, dict[Status, Status]] = {
    Status.PLANNED: {
        **dict.fromkeys((*_PLAIN, Status.PROPOSED), Status.PLANNED),
        Status.CANCELLED: Status.CANCELLED,
        Status.POSTPONED: Status.POSTPONED,
        Status.REFUSED: Status.REFUSED,
    },
    Status.PROPOSED: {**dict.fromkeys((*_PLAIN, Status.PROPOSED), Status.PROPOSED), **_LEFT_OPEN},
    Status.REFUSED: {
        **dict.fromkeys((*_PLAIN, Status.PROPOSED), Status.REFUSED),
        Status.RUMOURED: Status.DENIED,
        **_LEFT_OPEN,
    },
    Status.DENIED: {
        **dict.fromkeys((*_PLAIN, Status.RUMOURED), Status.DENIED),
        **_LEFT_OPEN,
    },
    Status.CANCELLED: dict.fromkeys(
        (*_PLAIN, Status.PROPOSED, Status.POSTPONED, Status.RUMOURED), Status.CANCELLED
    ),
    Status.POSTPONED: dict.fromkeys((*_PLAIN, Status.PROPOSED, Status.RUMOURED), Status.POSTPONED),
    Status.NOT_HELD: {**dict.fromkeys(_PLAIN, Status.NOT_HELD), **_LEFT_OPEN},
    Status.RUMOURED: {
        **dict.fromkeys(_PLAIN, Status.RUMOURED),
        Status.CANCELLED: Status.CANCELLED,
        Status.REFUSED: Status.REFUSED,
        Status.DENIED: Status.DENIED,
    },
    Status.ONGOING: {Status.HELD: Status.ONGOING, Status.ONGOING: Status.ONGOING},
}
"""For the effect of a word the status that it makes of another; what is not listed is left open."""


def given(effect: Effect | None, status: Status | None) -> Status | None:
    """What becomes of a status under a word with an effect."""
    if effect is None or status is None:
        return status
    if effect.status is None:
        return _LEFT_OPEN.get(status)
    if effect.status is Status.HELD:
        return Status.HELD if status is Status.RUMOURED else status
    return _GIVEN[effect.status].get(status)


def fate_of_clause(
    scene: ContactScene, sentence: Sentence, verb: Token, status: Status | None
) -> Status | None:
    """What becomes of what a clause tells, by its verb's own mood and all above it."""
    verb = unjoined(sentence, verb)
    head = sentence.head(verb)
    if verb.dep == "ccomp" and is_proposed(scene, sentence, head, verb):
        return fate_of_act(scene, sentence, head, Status.PROPOSED)
    if sentence.block_kind in HEADINGS and is_headline_to(sentence, verb):
        return mooded(Mood.AHEAD, status)
    own = mooded(mood_of(scene, sentence, verb), status)
    return fate_above(scene, sentence, verb, own)


def fate_of_act(
    scene: ContactScene, sentence: Sentence, verb: Token, status: Status | None
) -> Status | None:
    """What becomes of a contact by a verb that decides on it, and by all above that verb."""
    verb = unjoined(sentence, verb)
    own = mooded(mood_above(scene, sentence, verb), status)
    return fate_above(scene, sentence, verb, own)


def fate_above(
    scene: ContactScene, sentence: Sentence, token: Token, status: Status | None
) -> Status | None:
    """What becomes of a status by what stands above a verb whose mood is counted already."""
    for _ in range(STEPS):
        if status is None or token.head == token.index:
            return status
        head = sentence.head(token)
        if _is_on_noun(token, head):
            return _on_noun(scene, sentence, token, head, status)
        if token.dep in _ENDING:
            return _ENDING[token.dep](scene, sentence, token, head, status)
        if token.dep in _GOVERNED:
            status = _under(scene, sentence, head, token, status)
            if token.dep == "ccomp" and is_verb(head):
                return _as_said(scene, sentence, head, status)
        elif not _goes_on(token, head):
            return status
        token = head
    return status


def _is_on_noun(token: Token, head: Token) -> bool:
    """Whether a clause hangs on a noun."""
    return token.dep in ("acl", "relcl") or (token.dep == "ccomp" and head.pos in NOMINAL)


def _goes_on(token: Token, head: Token) -> bool:
    """Whether what stands above a token governs what stands above its head."""
    if token.dep == "conj":
        return head.pos in ("VERB", "AUX") and head.tag == token.tag
    return token.dep == "prep"


def _as_said(
    scene: ContactScene, sentence: Sentence, teller: Token, status: Status | None
) -> Status | None:
    """What becomes of what a verb of saying tells by what becomes of the saying itself.

    Who refused to say that they met has told of no contact, and refused none.
    """
    token = teller
    for _ in range(STEPS):
        if status is None or token.head == token.index or token.dep not in _SAID:
            return status
        head = sentence.head(token)
        if token.dep == "ccomp":
            status = _under(scene, sentence, head, token, status)
        elif is_verb(head) and token.dep != "conj":
            effect = _effect(scene, sentence, head, token)
            if effect is not None and effect.status not in _ON_SAYING:
                return None
        token = head
    return status


_SAID = ("ccomp", "xcomp", "conj", "pcomp", "prep")
_ON_SAYING = (Status.PLANNED, Status.RUMOURED, Status.HELD, Status.ONGOING)


def _under(
    scene: ContactScene, sentence: Sentence, head: Token, below: Token, status: Status | None
) -> Status | None:
    """What a verb or adjective makes of the clause that hangs on it."""
    if not is_verb(head):
        effect = effect_of_adjective(scene.cues, head) if head.pos in ("ADJ", "VERB") else None
        return given(effect, status)
    if below.dep == "ccomp" and is_wish(scene, sentence, head, below):
        return None
    effect = _effect(scene, sentence, head, below)
    if effect is None and below.tag == "VB" and below.dep == "ccomp":
        own = auxiliaries_of(sentence, below)
        if not own and word_of(head) in scene.cues.words["seeing"]:
            return mooded(mood_above(scene, sentence, head), status)
        if not own and sentence.block_kind not in HEADINGS:
            return None
    is_predicate = word_of(head) in scene.cues.words["being"]
    if is_predicate and effect == Effect(Status.HELD) and is_negated(scene, sentence, head):
        # "It is not true that they met."
        return Status.DENIED if status is Status.HELD else None
    return _moved(scene, sentence, head, below, given(effect, status))


def _moved(
    scene: ContactScene, sentence: Sentence, head: Token, below: Token, status: Status | None
) -> Status | None:
    """What the mood of a verb above makes of it: that somebody did not say so is not told."""
    mood = mood_above(scene, sentence, head)
    if below.dep != "ccomp":
        return mooded(mood, status)
    untold = (Mood.NEGATED, Mood.NOT_AHEAD, Mood.UNREAL, Mood.POSSIBLE, Mood.UNSURE, Mood.GIVEN_UP)
    return None if mood in untold else status


def _effect(scene: ContactScene, sentence: Sentence, head: Token, below: Token) -> Effect | None:
    kind = Below.CLAUSE if below.dep == "ccomp" and has_tense(sentence, below) else Below.DEED
    effect = effect_of_verb(scene.cues, sentence, head, below, kind)
    if effect is not None and effect.status is Status.PROPOSED and orders(sentence, head, below):
        # "Asked him to meet her" is an appeal, "invited him to meet her" an offer.
        return effect if word_of(head) in scene.cues.words["inviting"] else Effect(None)
    return effect


def _on_noun(
    scene: ContactScene, sentence: Sentence, verb: Token, noun: Token, status: Status | None
) -> Status | None:
    """What becomes of a clause on a noun: "plans to meet", "reports that they met"."""
    effect = effect_of_noun(scene.cues, noun)
    opens = opens_with_to(sentence, verb)
    if opens and effect is None and is_sent_off(scene.cues, sentence, noun):
        return fate_of_clause(scene, sentence, sentence.head(noun), status)
    if opens and effect is None:
        is_first = is_foremost(scene.cues, sentence, noun)
        return _of_the_first(scene, sentence, noun, status) if is_first else None
    that = sentence.child(verb, "mark") is not None and has_tense(sentence, verb)
    if effect == Effect(Status.RUMOURED):
        # The parser takes the "that" of "a story that they had met" for an object.
        that = that or any(one.tag == "WDT" for one in sentence.children(verb))
    if effect is None and that and _qualified(scene, sentence, noun, status) is not status:
        # "There was no evidence that they had met."
        return None
    if effect is None or not (opens or that):
        return status
    told = _qualified(scene, sentence, noun, given(effect, status))
    return fate_of_noun(scene, sentence, noun, told)


def _of_the_first(
    scene: ContactScene, sentence: Sentence, noun: Token, status: Status | None
) -> Status | None:
    """What is ahead or only possible for who "will become the first to visit" it."""
    above = sentence.head(noun)
    if noun.dep != "attr" or not is_verb(above):
        return status
    mood = mood_above(scene, sentence, above)
    return mooded(mood, status) if mood in (Mood.AHEAD, Mood.POSSIBLE, Mood.WISHED) else status


def fate_of_noun(
    scene: ContactScene, sentence: Sentence, noun: Token, status: Status | None
) -> Status | None:
    """What becomes of what a noun names, "plans", "a report", by all that stands above it."""
    token = noun
    for _ in range(STEPS):
        if status is None or token.head == token.index:
            return status
        head = sentence.head(token)
        if is_verb(head):
            return _told_of(scene, sentence, head, token, status)
        if head.pos == "ADJ" and token.dep == "prep":
            status = given(effect_of_adjective(scene.cues, head), status)
        elif head.pos in NOMINAL and token.dep in ("prep", "compound", "nmod"):
            leads = token.dep != "prep" or token.lower in scene.cues.words["leading"]
            effect = effect_of_noun(scene.cues, head) if leads else None
            if effect is not None:
                status = _qualified(scene, sentence, head, given(effect, status))
        token = head
    return status


def _qualified(
    scene: ContactScene, sentence: Sentence, noun: Token, status: Status | None
) -> Status | None:
    """What "no plans" and "possible plans" leave of plans."""
    words = scene.cues.words
    for one in sentence.children(noun):
        if one.lower in words["none"] and one.dep == "det":
            return mooded(Mood.NEGATED, status)
        if one.lower in words["possible_words"]:
            return mooded(Mood.POSSIBLE, status)
    return status


def _told_of(
    scene: ContactScene, sentence: Sentence, verb: Token, below: Token, status: Status
) -> Status | None:
    """What a verb makes of a plan, an offer, a report that it has as object or subject."""
    effect = effect_of_verb(scene.cues, sentence, verb, below, Below.NOUN)
    if status is Status.RUMOURED:
        effect = _on_hearsay(scene, sentence, verb, effect)
        is_told = mood_above(scene, sentence, verb) in (Mood.TOLD, Mood.GOES_ON)
        if effect is None or not is_told:
            return status
    if effect is not None:
        return fate_of_act(scene, sentence, verb, given(effect, status))
    if is_negated(scene, sentence, verb):
        return mooded(Mood.NEGATED, status)
    mood = mood_of(scene, sentence, verb)
    return None if mood in (Mood.UNREAL, Mood.POSSIBLE, Mood.WISHED) else status


def _on_hearsay(
    scene: ContactScene, sentence: Sentence, verb: Token, effect: Effect | None
) -> Effect | None:
    word = word_of(verb)
    if word in scene.cues.words["denying"] or calls_untrue(scene.cues, sentence, verb):
        return Effect(Status.DENIED)
    return Effect(Status.HELD) if word in scene.cues.words["granting"] else effect


def _behind_preposition(
    scene: ContactScene, sentence: Sentence, verb: Token, preposition: Token, status: Status | None
) -> Status | None:
    """What becomes of "meeting him" behind a preposition: "after", "without", "talk of"."""
    words, word = scene.cues.words, preposition.lower
    above = sentence.head(preposition)
    if word in words["negation"] or word in words["instead"]:
        is_past = "VBD" in (above.tag, sentence.head(above).tag)
        return mooded(Mood.NEGATED, status) if is_past else None
    main = clause_verb(sentence, preposition)
    if word in words["with"] and sentence.child(verb, "nsubj") is not None:
        # "Efforts went on, with the king phoning Dan": a clause of its own beside the main one.
        verbs = (one for one in sentence.ancestors(preposition) if is_verb(one))
        moods = (mood_above(scene, sentence, one) for one in verbs)
        return status if next((m for m in moods if m is not Mood.OPEN), None) is Mood.TOLD else None
    if word in words["future_side"]:
        went_on = main is not None and is_step(scene, sentence, main)
        return Status.PLANNED if status is Status.HELD and not went_on else status
    if word in words["done_by"] and not _governs(scene, sentence, above, preposition):
        return status if main is None else _follows(scene, sentence, main, status)
    if above.pos in NOMINAL:
        effect = effect_of_noun(scene.cues, above)
        told = _qualified(scene, sentence, above, given(effect, status))
        return None if effect is None else fate_of_noun(scene, sentence, above, told)
    if not is_verb(above):
        effect = effect_of_adjective(scene.cues, above)
        return None if effect is None else fate_above(scene, sentence, above, given(effect, status))
    effect = effect_of_verb(scene.cues, sentence, above, preposition, Below.DEED)
    return None if effect is None else fate_of_act(scene, sentence, above, given(effect, status))


def _governs(scene: ContactScene, sentence: Sentence, above: Token, preposition: Token) -> bool:
    if not is_verb(above):
        return effect_of_noun(scene.cues, above) is not None
    effect = effect_of_verb(scene.cues, sentence, above, preposition, Below.DEED)
    return effect is not None and preposition.lower in scene.cues.words["leading"]


def _follows(
    scene: ContactScene, sentence: Sentence, main: Token, status: Status | None
) -> Status | None:
    """What is done on the way to what lies ahead, or is not real, lies ahead or is not real too."""
    mood = mood_of(scene, sentence, main)
    if mood in (Mood.UNREAL, Mood.WISHED, Mood.POSSIBLE):
        return None
    return mooded(mood, status) if mood is Mood.AHEAD else status


def _beside(
    scene: ContactScene, sentence: Sentence, verb: Token, main: Token, status: Status | None
) -> Status | None:
    """What becomes of a clause beside the main one: a purpose, a participle, one with a tense."""
    helpers = auxiliaries_of(sentence, verb)
    if verb.tag == "VB" and any(one.tag == "TO" for one in helpers):
        return _purpose(scene, sentence, main, status)
    if verb.tag == "VBG" and not helpers:
        before = any(
            one.lower in scene.cues.words["future_side"] and one.index < verb.index
            for one in sentence.children(verb)
        )
        if before:
            return status if is_step(scene, sentence, main) else mooded(Mood.AHEAD, status)
        return _follows(scene, sentence, main, status)
    return status


def _purpose(
    scene: ContactScene, sentence: Sentence, main: Token, status: Status | None
) -> Status | None:
    """What somebody travelled for happened with the journey; other purposes are open."""
    subject = subject_of(sentence, main)
    is_being = word_of(main) in scene.cues.words["being"]
    if is_being and subject is not None and main.index < subject.index:
        return None  # "were they to meet"
    effect = effect_of_verb(scene.cues, sentence, main, main, Below.DEED)
    if effect is not None and sentence.child(main, "auxpass") is not None:
        return fate_of_clause(scene, sentence, main, given(effect, status))
    rows = scene.cues.verbs.get(word_of(main), ())
    journey = any(cue.form in (Form.VISIT, Form.MEETING) for cue in rows)
    state = sentence.child(main, "acomp") if is_being else None
    if state is not None:
        # "Is due in Strelsau to meet him": what he is due for is still to come.
        status = given(effect_of_adjective(scene.cues, state), status)
    return fate_of_clause(scene, sentence, main, status) if journey or is_being else None


_GOVERNED = ("ccomp", "xcomp", "acomp", "oprd", "csubj", "csubjpass", "pobj", "dobj")
_ENDING = {"pcomp": _behind_preposition, "advcl": _beside}
"""What ends the way up: behind a preposition and beside the main clause other rules hold."""
