"""What tense, mood and negation alone say of a clause that tells of a contact."""

from enum import StrEnum

from communique.extract.contacts.outcomes.habits import is_habit, is_supposed
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    NOMINAL,
    clause_verb,
    opens_with_to,
    subject_of,
    word_of,
)
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status


class Mood(StrEnum):
    """How a verb's own form tells its clause."""

    TOLD = "told"
    GOES_ON = "goes on"
    NEGATED = "negated"
    AHEAD = "ahead"
    NOT_AHEAD = "not ahead"
    GIVEN_UP = "given up"
    THWARTED = "thwarted"
    OVERTAKEN = "overtaken"
    WISHED = "wished"
    POSSIBLE = "possible"
    UNSURE = "unsure"
    OPEN = "open"
    UNREAL = "unreal"


_SAVED = {Status.CANCELLED: Status.PLANNED, Status.POSTPONED: Status.PLANNED}
_FLIPPED = {Status.HELD: Status.NOT_HELD, Status.NOT_HELD: Status.HELD, **_SAVED}
_ONLY: dict[Mood, dict[Status, Status]] = {
    Mood.UNREAL: {},
    Mood.NEGATED: _FLIPPED,
    Mood.NOT_AHEAD: _FLIPPED,
    Mood.GIVEN_UP: {Status.HELD: Status.CANCELLED, Status.PLANNED: Status.CANCELLED},
    Mood.THWARTED: {Status.HELD: Status.NOT_HELD, Status.PLANNED: Status.NOT_HELD},
    Mood.WISHED: {Status.PROPOSED: Status.PROPOSED},
    Mood.POSSIBLE: _SAVED,
    Mood.UNSURE: {Status.HELD: Status.RUMOURED, Status.PLANNED: Status.RUMOURED, **_SAVED},
}
"""What becomes of each status in these moods; of the others nothing is told."""
_ALSO: dict[Mood, dict[Status, Status]] = {
    Mood.AHEAD: {Status.HELD: Status.PLANNED, Status.ONGOING: Status.PLANNED},
    Mood.OVERTAKEN: {Status.PLANNED: Status.NOT_HELD},
    Mood.GOES_ON: {Status.HELD: Status.ONGOING},
}
"""What becomes of some statuses in these moods; the others stay."""


def mooded(mood: Mood, status: Status | None) -> Status | None:
    """What becomes of a contact under a verb in this mood, whose status without it is given."""
    if status is None:
        return None
    if mood in _ONLY:
        return _ONLY[mood].get(status)
    return _ALSO.get(mood, {}).get(status, status)


def mood_of(scene: ContactScene, sentence: Sentence, verb: Token) -> Mood:
    """How a verb tells its clause, by its tense, auxiliaries, negation and adverbs."""
    if is_habit(scene, sentence, verb):
        return Mood.UNREAL
    return mood_above(scene, sentence, verb)


def mood_above(scene: ContactScene, sentence: Sentence, verb: Token) -> Mood:
    """The same of a verb that only says what became of a contact: "has repeatedly denied" it."""
    shared = _shared(scene, sentence, verb)
    if shared is not None:
        return shared
    if is_supposed(scene, sentence, verb):
        return Mood.UNREAL
    auxiliaries = auxiliaries_of(sentence, verb)
    lowers = {one.lower for one in auxiliaries}
    modal = _modal(scene, sentence, verb, lowers)
    if modal is not None:
        return modal
    if lowers & scene.cues.words["towards_one"]:
        return _infinitive(scene, sentence, verb)
    if verb.tag == "VBG" and not auxiliaries:
        return Mood.NEGATED if is_negated(scene, sentence, verb) else Mood.OPEN
    if verb.tag == "VB" and not lowers & scene.cues.words["do"]:
        return Mood.TOLD if sentence.block_kind in HEADINGS else Mood.OPEN
    return _indicative(scene, sentence, verb, auxiliaries)


def _shared(scene: ContactScene, sentence: Sentence, verb: Token) -> Mood | None:
    """The mood of the verb that this one is joined to, when it has no words of its own for it."""
    if verb.dep != "conj" or subject_of(sentence, verb) or auxiliaries_of(sentence, verb):
        return None
    head = sentence.head(verb)
    if head.pos not in ("VERB", "AUX") or head.tag != verb.tag:
        return None
    mood = mood_of(scene, sentence, head)
    turned = any(one.lower in scene.cues.words["but"] for one in sentence.children(head))
    if turned and mood in (Mood.NEGATED, Mood.NOT_AHEAD):
        return Mood.AHEAD if mood is Mood.NOT_AHEAD else Mood.TOLD
    return mood


def _modal(scene: ContactScene, sentence: Sentence, verb: Token, lowers: set[str]) -> Mood | None:
    words = scene.cues.words
    negated = is_negated(scene, sentence, verb)
    if any(one.lower in words["never"] for one in sentence.children(verb)):
        return Mood.UNREAL if lowers & words["modals"] else None
    if lowers & words["modal_future"]:
        if _is_no_longer(scene, sentence, verb):
            return Mood.GIVEN_UP
        return Mood.NOT_AHEAD if negated else Mood.AHEAD
    if not lowers & words["modal_possible"]:
        return None
    has_happened = bool(lowers & words["have"])
    if lowers & words["modal_maybe"]:
        sure = negated or not (has_happened or _is_hearsay(scene, sentence, verb))
        return Mood.POSSIBLE if sure else Mood.UNSURE
    if lowers & words["modal_reported"] and not has_happened:
        if _is_reported(scene, sentence, verb):
            return Mood.GIVEN_UP if negated else Mood.AHEAD
        return Mood.UNREAL if negated else Mood.WISHED
    if lowers & words["modal_able"] and negated and not has_happened:
        return Mood.NEGATED
    return Mood.POSSIBLE


def _is_no_longer(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    words = scene.cues.words
    return any(
        one.lower in words["longer"]
        and one.index > 0
        and sentence.tokens[one.index - 1].lower in words["no_more"]
        for one in sentence.children(verb)
    )


def _is_hearsay(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause stands on the word of somebody whom nobody names: "sources said"."""
    for one in sentence.ancestors(verb):
        speaker = subject_of(sentence, one)
        if speaker is not None and word_of(speaker) in scene.cues.words["unnamed"]:
            return True
    return False


def _is_reported(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether somebody said that it would be: "said he would go to Velan, where he would" too."""
    head = sentence.head(verb)
    if verb.dep == "relcl" and head.index < verb.index:
        above = clause_verb(sentence, head)
        helpers = () if above is None else auxiliaries_of(sentence, above)
        would = any(one.lower in scene.cues.words["modal_reported"] for one in helpers)
        return above is not None and would and _is_reported(scene, sentence, above)
    return verb.dep == "ccomp" and head.tag in ("VBD", "VBN", "VB", "VBG")


def _infinitive(scene: ContactScene, sentence: Sentence, verb: Token) -> Mood:
    """An infinitive with its own subject as root is a headline's future: "Lund to meet Dovic"."""
    head, negated = sentence.head(verb), is_negated(scene, sentence, verb)
    if verb.head != verb.index and sentence.child(verb, "nsubj") is not None:
        return Mood.OPEN if word_of(head) not in scene.cues.words["being"] else Mood.UNREAL
    if verb.head == verb.index and subject_of(sentence, verb) is not None:
        return Mood.NOT_AHEAD if negated else Mood.AHEAD
    if word_of(head) in scene.cues.words["being"] and verb.dep in ("xcomp", "conj"):
        if verb.tag == "VBN":
            return Mood.THWARTED
        return Mood.NOT_AHEAD if negated else Mood.AHEAD
    if word_of(head) in scene.cues.words["going"] and head.tag == "VBG":
        return Mood.AHEAD
    return Mood.NEGATED if negated else Mood.OPEN


def _indicative(
    scene: ContactScene, sentence: Sentence, verb: Token, auxiliaries: tuple[Token, ...]
) -> Mood:
    present = _is_present(verb, auxiliaries)
    if _is_no_longer(scene, sentence, verb):
        return Mood.GIVEN_UP
    if is_negated(scene, sentence, verb):
        is_stance = present and sentence.block_kind not in HEADINGS
        return Mood.UNREAL if is_stance else Mood.NEGATED
    if present and _waits(scene, sentence, verb):
        return Mood.AHEAD
    if verb.tag == "VBG" and present and sentence.block_kind not in HEADINGS:
        return Mood.GOES_ON
    if _was_planned(scene, verb, auxiliaries):
        return Mood.OVERTAKEN
    return Mood.TOLD


def _is_present(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a clause is in the present: "meets", "is meeting", "does not meet"."""
    if auxiliaries and auxiliaries[0].tag == "VBD":
        return False
    if verb.tag in ("VBZ", "VBP"):
        return True
    finite = auxiliaries[0] if auxiliaries else verb
    if verb.tag == "VBG":
        return finite.tag in ("VBZ", "VBP") and finite.lemma == "be"
    return verb.tag == "VB" and finite.tag in ("VBZ", "VBP")


def _was_planned(scene: ContactScene, verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a plan is told as overtaken: "had been due", "had been scheduled", "was meant"."""
    past_perfect = any(one.lower == "had" for one in auxiliaries)
    if word_of(verb) in scene.cues.words["being"]:
        return past_perfect
    passive = any(one.dep == "auxpass" for one in auxiliaries)
    word = word_of(verb)
    if word in scene.cues.words["meant"]:
        return passive and auxiliaries[0].tag == "VBD"
    return past_perfect and word in scene.cues.words["overtaken"] and (passive or word == "plan")


def _waits(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Present tense behind "before", "when" or "until" looks ahead."""
    return any(
        one.dep in ("mark", "advmod") and one.lower in scene.cues.words["waiting"]
        for one in sentence.children(verb)
    )


def auxiliaries_of(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The auxiliaries of a verb, in order."""
    return tuple(one for one in sentence.children(verb) if one.dep in ("aux", "auxpass"))


def is_negated(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is denied by a word that hangs on it, or has nobody as its subject."""
    words = scene.cues.words
    for one in sentence.children(verb):
        if one.dep == "neg" or (one.lower in words["negation"] and one.dep not in ("prep", "det")):
            behind = sentence.tokens[min(one.index + 1, len(sentence.tokens) - 1)]
            if behind.lower not in words["only"]:
                return True
        if one.dep == "prep" and _is_never(scene, sentence, one):
            return True
    subject = subject_of(sentence, verb)
    return subject is not None and _is_nobody(scene, sentence, subject)


def _is_never(scene: ContactScene, sentence: Sentence, preposition: Token) -> bool:
    """Whether a phrase says at no time: "at no point", not "with no result", "at No 4"."""
    return preposition.lower in scene.cues.words["never_links"] and any(
        kid.lower in scene.cues.words["none"]
        and not sentence.tokens[min(kid.index + 1, len(sentence.tokens) - 1)].text[:1].isdigit()
        for one in sentence.children(preposition)
        if one.dep == "pobj" and word_of(one) not in scene.cues.nouns
        for kid in sentence.children(one)
    )


def _is_nobody(scene: ContactScene, sentence: Sentence, subject: Token) -> bool:
    nobody = scene.cues.words["neither"]
    if word_of(subject) not in scene.cues.nouns:
        # "No date has been set for it": what a noun of contact itself denies is counted there.
        nobody = nobody | scene.cues.words["none"]
    return subject.lower in nobody or any(
        one.lower in nobody for one in sentence.children(subject) if one.index < subject.index
    )


def is_step(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a deed of the past leads on to the next: "laid a wreath before meeting him".

    What was only said "before meeting him" leaves open whether they met.
    """
    words = scene.cues.words
    said = words["uttering"] | words["saying"] | words["telling"] | words["being"]
    is_told = verb.tag == "VBD" and mood_of(scene, sentence, verb) is Mood.TOLD
    return is_told and word_of(verb) not in said


def is_headline_to(sentence: Sentence, verb: Token) -> bool:
    """Whether a heading is a name and what he is "to" do, parsed as a noun with a clause on it."""
    noun = sentence.head(verb)
    hangs = verb.dep in ("acl", "relcl") and noun.head == noun.index and noun.pos in NOMINAL
    return hangs and opens_with_to(sentence, verb)


def is_present(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells in the present: "meets", "is meeting", "is met"."""
    if verb.tag in ("VBZ", "VBP", "NNS"):
        return True
    helpers = [one for one in sentence.children(verb) if one.dep in ("aux", "auxpass")]
    return verb.tag in ("VBG", "VBN") and any(
        one.tag in ("VBZ", "VBP") and one.lemma == "be" for one in helpers
    )
