"""What tense, mood and negation alone say of a clause that tells of a contact."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import HEADINGS, subject_of, word_of
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status


def mood_of(scene: ContactScene, sentence: Sentence, verb: Token) -> Status | None:
    """The status that tense, mood and negation of a verb alone give its clause."""
    words = scene.cues.words
    auxiliaries = auxiliaries_of(sentence, verb)
    negated = is_negated(scene, sentence, verb)
    lowers = {one.lower for one in auxiliaries}
    if lowers & words["modal_future"]:
        return _refused(scene, verb) if negated else Status.PLANNED
    if lowers & words["modal_reported"] and _is_reported(sentence, verb):
        return Status.CANCELLED if negated else Status.PLANNED
    if lowers & words["modal_possible"]:
        return None
    if verb.tag == "VB" and lowers & words["towards_one"]:
        return _infinitive(scene, sentence, verb, negated=negated)
    if verb.tag == "VBN" and lowers & words["towards_one"] and _was_to(scene, sentence, verb):
        return Status.PLANNED
    if verb.tag == "VBG" and not auxiliaries:
        return _participle(scene, sentence, verb)
    if verb.tag in ("VBZ", "VBP") and _waits(scene, sentence, verb):
        return Status.PLANNED
    if verb.tag == "VB" and not lowers & words["do"]:
        return None if sentence.block_kind not in HEADINGS else Status.HELD
    if negated and _is_stance(verb, lowers & words["do"]):
        return None if sentence.block_kind not in HEADINGS else Status.NOT_HELD
    return Status.NOT_HELD if negated else Status.HELD


def _is_stance(verb: Token, does: set[str]) -> bool:
    """Whether a negated present says how sides stand: "are not talking", "do not negotiate"."""
    return verb.tag in ("VBG", "VBZ", "VBP") or (verb.tag == "VB" and not does & {"did"})


def _was_to(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a perfect infinitive stands under "be": "was to have met"."""
    return verb.dep == "xcomp" and word_of(sentence.head(verb)) in scene.cues.words["being"]


def _refused(scene: ContactScene, verb: Token) -> Status | None:
    """That persons will not meet is told of a contact; that sides will not negotiate, a stance."""
    rows = scene.cues.verbs.get(word_of(verb), ())
    return None if any(not one.needs_person for one in rows) else Status.NOT_HELD


def _is_reported(sentence: Sentence, verb: Token) -> bool:
    head = sentence.head(verb)
    return verb.dep == "ccomp" and head.tag in ("VBD", "VBN", "VB", "VBG")


def _waits(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Present tense behind "before", "when" or "until" looks ahead."""
    return any(
        one.dep in ("mark", "advmod") and one.lower in scene.cues.words["waiting"]
        for one in sentence.children(verb)
    )


def _infinitive(
    scene: ContactScene, sentence: Sentence, verb: Token, *, negated: bool
) -> Status | None:
    """An infinitive with its own subject as root is a headline's future: "Lund to meet Dovic"."""
    if verb.head == verb.index and subject_of(sentence, verb) is not None:
        return Status.NOT_HELD if negated else Status.PLANNED
    head = sentence.head(verb)
    if word_of(head) in scene.cues.words["being"] and verb.dep in ("xcomp", "ROOT", "conj"):
        return Status.NOT_HELD if negated else Status.PLANNED
    if word_of(head) in scene.cues.words["going"] and head.tag == "VBG":
        return Status.PLANNED
    if verb.dep in ("acl", "relcl"):
        return None if negated else _on_noun(scene, sentence, head)
    return Status.HELD if not negated else Status.NOT_HELD


def _on_noun(scene: ContactScene, sentence: Sentence, noun: Token) -> Status | None:
    """What an infinitive on a noun tells: done by "the first to visit", planned by who accepts "an
    invitation to visit", left to words of planning, else nothing.
    """
    words = scene.cues.words
    children = sentence.children(noun)
    if noun.lower in words["foremost"] or any(one.lower in words["foremost"] for one in children):
        return Status.HELD
    if word_of(noun) in words["invited"]:
        accepted = word_of(sentence.head(noun)) in words["accepting"]
        return Status.PLANNED if accepted and noun.dep == "dobj" else None
    return Status.HELD if (word_of(noun), "") in scene.cues.governors else None


def _participle(scene: ContactScene, sentence: Sentence, verb: Token) -> Status | None:
    if verb.dep == "pcomp":
        preposition = sentence.head(verb).lower
        if preposition in scene.cues.words["future_side"]:
            return Status.PLANNED
        return Status.HELD if preposition in scene.cues.words["done_by"] else None
    if verb.dep in ("advcl", "acl", "conj", "ROOT", "xcomp"):
        return Status.HELD
    return None


def auxiliaries_of(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The auxiliaries of a verb, in order."""
    return tuple(one for one in sentence.children(verb) if one.dep in ("aux", "auxpass"))


def is_negated(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is denied by a word that hangs on it."""
    return any(
        one.dep == "neg" or (one.lower in scene.cues.words["negation"] and one.dep != "prep")
        for one in sentence.children(verb)
    )
