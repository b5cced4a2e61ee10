"""What recurs, is only supposed, or lies far back: clauses that tell of no contact."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import subject_of, word_of
from communique.model.syntax import Sentence, Token
from communique.text.intervals import day_of

_ADVERBS = ("advmod", "npadvmod", "amod")
_TIMES = (*_ADVERBS, "nmod", "dobj")
_TOLD = ("ROOT", "ccomp", "conj", "parataxis")


def is_supposed(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause depends on something or is only imagined: "if they meet", "had they met"."""
    return _is_conditional(scene, sentence, verb) or _is_unreal(scene, sentence, verb)


def is_habit(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells of what recurs, is one of a count, or has never been."""
    return (
        any(
            recurs(scene, sentence, one) or _is_whenever(scene, sentence, one)
            for one in sentence.children(verb)
        )
        or _is_experience(scene, sentence, verb)
        or _is_of_years(scene, sentence, verb)
        or _is_remembered(scene, sentence, verb)
        or (verb.dep == "relcl" and _is_counted(scene, sentence, sentence.head(verb)))
    )


def _is_whenever(scene: ContactScene, sentence: Sentence, clause: Token) -> bool:
    """Whether a clause says that something is so each time: "whenever they meet"."""
    return clause.dep == "advcl" and any(
        one.lower in scene.cues.words["whenever"] for one in sentence.children(clause)
    )


def recurs(scene: ContactScene, sentence: Sentence, child: Token) -> bool:
    """Whether a word on a verb or noun says that it happens again and again: "every year"."""
    words = scene.cues.words
    if _is_dated(scene, sentence, child):
        return False
    if child.lower in words["habitual"] and child.dep in _ADVERBS:
        return True
    if child.dep in _TIMES and child.lower in words["recurring"]:
        return True
    if child.dep in _TIMES and _is_each(scene, sentence, child):
        return True
    verb = sentence.head(child)
    fronted = child.pos == "NOUN" and child.index < verb.index
    beside = verb.dep not in _TOLD or fronted
    if child.dep in _TIMES and beside and _is_counted(scene, sentence, child):
        return True
    if child.dep != "prep":
        return False
    return any(
        one.tag in ("NNS", "NNPS") and one.pos == "PROPN" and word_of(one) in words["unit"]
        for one in sentence.children(child)
    )


def _is_dated(scene: ContactScene, sentence: Sentence, child: Token) -> bool:
    """Whether a day is given of what is counted: "last spoke on 21 May", "twice on Monday"."""
    if child.lower not in scene.cues.words["once_or_twice"] or child.dep not in _ADVERBS:
        return False
    return any(
        day_of(one.when.edtf) is not None and above.tag not in ("NN", "NNS")
        for one, above in scene.times_on(sentence, sentence.head(child))
    )


def _is_each(scene: ContactScene, sentence: Sentence, child: Token) -> bool:
    """Whether a noun of time stands for all of its kind: "every spring", "three times a year"."""
    words = scene.cues.words
    if word_of(child) not in words["unit"]:
        return False
    inside = sentence.children(child)
    counts = any(
        one.lower in words["recurring"] | words["per_unit"] or one.dep in ("nummod", "npadvmod")
        for one in inside
    )
    a_unit = any(one.lower in words["per"] for one in inside) and counts
    return a_unit or any(one.lower in words["each"] and one.dep == "det" for one in inside)


def _is_counted(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether a clause is one of a count: "the third time they met"."""
    words = scene.cues.words
    return word_of(noun) in words["occasions"] and any(
        one.lower in words["ordinal"] for one in sentence.children(noun)
    )


def _is_conditional(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is a condition, or stands under one: "if they meet", "would if asked"."""
    words = scene.cues.words
    if _has_condition(scene, sentence, verb):
        return True
    modal = any(one.tag == "MD" for one in sentence.children(verb))
    return modal and any(
        (one.dep == "advcl" and (is_supposed(scene, sentence, one) or _opens(scene, sentence, one)))
        or (one.dep == "advmod" and one.lower in words["only"] and one.index < verb.index)
        for one in sentence.children(verb)
        if not any(kid.lower in words["concessive"] for kid in sentence.children(one))
    )


def _opens(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause opens with "had" or "were": "had the fog lifted", however it is parsed."""
    subject = subject_of(sentence, verb)
    first = subject is None or verb.index < subject.index
    return verb.lower in scene.cues.words["had"] and first


def _has_condition(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    return any(
        one.dep in ("mark", "advmod") and one.lower in scene.cues.words["conditional"]
        for one in sentence.children(verb)
    )


def _is_unreal(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether the auxiliary stands before the subject: "had they met"."""
    subject = subject_of(sentence, verb)
    helpers = [one for one in sentence.children(verb) if one.dep in ("aux", "auxpass")]
    head = sentence.head(verb)
    if verb.dep == "xcomp" and head.pos == "AUX":
        # "Were they to meet".
        helpers, subject = [head], subject_of(sentence, head)
    return subject is not None and any(
        one.index < subject.index and one.lower in scene.cues.words["had"] for one in helpers
    )


def _is_experience(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a perfect says what has never been: "has never met him", "has yet to meet him"."""
    words = scene.cues.words
    children = sentence.children(verb)
    perfect = any(one.dep == "aux" and one.lemma == "have" for one in children)
    if verb.tag == "VBN" and perfect and any(one.lower in words["never"] for one in children):
        return True
    head = sentence.head(verb)
    return (
        verb.dep == "xcomp"
        and head.lemma in words["have"]
        and any(one.lower in words["yet"] for one in sentence.children(head))
    )


def _is_remembered(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether years have gone by since: "Sunday marks twenty years since they met"."""
    mark = sentence.child(verb, "mark")
    if mark is None or mark.lower not in scene.cues.words["since_then"]:
        return False
    return any(
        one.duration is not None and one.duration.endswith("Y") and one.passage.start < verb.start
        for one in scene.times_in(sentence)
    )


def _is_of_years(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause sums up months or years: "have dragged on for nine years"."""
    for one in scene.times_in(sentence):
        if one.duration is None or "T" in one.duration or one.duration[-1] not in "YM":
            continue
        for token in sentence.within(one.passage.span)[-1:]:
            over = sentence.head(token)
            if over.lower in scene.cues.words["for_years"] and over.head == verb.index:
                return True
    return False
