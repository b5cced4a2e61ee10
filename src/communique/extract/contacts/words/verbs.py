"""Verbs that tell of a contact, by what hangs on them."""

from communique.extract.contacts.sites import (
    HEADINGS,
    Link,
    Site,
    subject_above,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.envoys import envoy_behind, envoy_of, is_envoy
from communique.extract.contacts.words.hanging import (
    is_time,
    objects_of,
    prepositions_of,
    under_particles,
)
from communique.extract.contacts.words.means import means_under
from communique.extract.contacts.words.objects import raised_to, run_behind
from communique.languages.en.contact_cues import ContactCues, VerbCue
from communique.model.syntax import Sentence, Token

_OBJECTS = ("dobj", "nsubjpass", "npadvmod")
_PARTICLES = ("prt", "advmod", "prep", "advcl", "compound", "amod", "oprd", "npadvmod", "acomp")
_TAIL = ("attr", "acomp", "oprd")
_WHERE = ("in", "at", "on", "near", "outside")


def verb_site(sentence: Sentence, token: Token, word: str, cues: ContactCues) -> Site | None:
    """The cue at a verb, or None where what hangs on it fits none of its rows."""
    if token.pos == "NOUN" and _is_heading_verb(sentence, token):
        rows = (cue for cue in cues.verbs.get(word, ()) if cue.takes_object)
        return next((Site(sentence, token, cue, Link.VERB, token) for cue in rows), None)
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod", "compound"):
        return None
    for cue in cues.verbs.get(word, ()):
        if _fits(sentence, token, cue, cues):
            return Site(sentence, token, cue, Link.VERB, token)
    return None


def _is_heading_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a heading's "phones" between two names, parsed as a plural, is its verb."""
    if token.tag != "NNS" or sentence.block_kind not in HEADINGS:
        return False
    if not 0 < token.index < len(sentence.tokens) - 1:
        return False
    before, behind = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return before.text[:1].isupper() and behind.text[:1].isupper()


def _fits(sentence: Sentence, token: Token, cue: VerbCue, cues: ContactCues) -> bool:
    children = sentence.children(token)
    if not _has_particle(sentence, children, cue, cues) or not _stands_right(
        sentence, token, cue, children, cues
    ):
        return False
    if cue.object_words:
        led = not cue.needs_people or cue.is_reciprocal
        leading = {*cue.withs, *cue.tos}
        led = led or bool(_prepositions(sentence, token, cue) & leading)
        return led and _has_object(sentence, token, cue, cues)
    if cue.takes_envoy:
        led = not cue.tos or bool(_prepositions(sentence, token, cue) & set(cue.tos))
        return led and envoy_of(sentence, token, cues) is not None
    return _has_partner(sentence, token, cue, cues)


def _has_partner(sentence: Sentence, token: Token, cue: VerbCue, cues: ContactCues) -> bool:
    """Whether a verb has somebody to deal with: an object, behind a preposition, or several."""
    children = sentence.children(token)
    prepositions = _prepositions(sentence, token, cue)
    objects = tuple(one for one in objects_of(sentence, token, _OBJECTS) if not is_time(one))
    named_so = [one for one in children if one.dep == "oprd"]
    if named_so and (objects or len(named_so) > 1):
        return False
    objects += tuple(one for one in named_so if one.pos == "PROPN")
    if cue.needs_people and any(_is_called_so(sentence, one) for one in objects):
        return False
    if cue.takes_object and (objects or token.dep in ("relcl", "acl")):
        open_ended = cue.needs_means or cue.beside or cue.takes_clause
        # What stands before the verb was said first: "they admitted it: he did meet her".
        behind = (one for one in children if one.index > token.index and one not in objects)
        return bool(open_ended) or not any(one.dep in ("ccomp", "acomp") for one in behind)
    if cue.moves_object and not objects:
        return False
    if prepositions & set(cue.withs) or prepositions & set(cue.tos):
        return True
    if cue.is_reciprocal:
        return _may_be_several(sentence, token, cues)
    return cue.takes_body and subject_above(sentence, token) is not None


def _prepositions(sentence: Sentence, token: Token, cue: VerbCue) -> set[str]:
    """The prepositions that may lead from a verb to whom its subject deals with."""
    found = {one.lower for one in prepositions_of(sentence, token)}
    if cue.moves_object or ((cue.needs_people or cue.is_reciprocal) and not cue.takes_object):
        # "Raised the arrest with Y", "sent a team to Y": the parser hangs "with" on the thing.
        things = (one for one in sentence.children(token) if one.dep == "dobj")
        found |= {one.lower for thing in things for one in prepositions_of(sentence, thing)}
    for one in under_particles(sentence, token, cue.particles):
        found |= {prep.lower for prep in prepositions_of(sentence, one)}
    return found


def _has_object(sentence: Sentence, verb: Token, cue: VerbCue, cues: ContactCues) -> bool:
    """Whether a verb is done to one of the things that its row asks for."""
    named = [
        one
        for one in _named_things(sentence, verb, sentence.children(verb))
        if _names(sentence, one, cue.object_words)
    ]
    if cue.takes_envoy:
        return any(envoy_behind(sentence, one, cues) is not None for one in named)
    return bool(named)


def _has_particle(
    sentence: Sentence, children: tuple[Token, ...], cue: VerbCue, cues: ContactCues
) -> bool:
    """Whether a verb goes with a particle just when its row asks for one: "call in", "sit down"."""
    if cue.particles:
        return any(_is_particle(sentence, one, cue, cues) for one in children)
    return not any(one.dep == "prt" for one in children)


def _is_particle(sentence: Sentence, child: Token, cue: VerbCue, cues: ContactCues) -> bool:
    if child.dep not in _PARTICLES or child.lower not in cue.particles:
        return False
    target = sentence.child(child, "pobj")
    return target is None or (cue.takes_envoy and is_envoy(sentence, target, cues))


def _stands_right(
    sentence: Sentence,
    token: Token,
    cue: VerbCue,
    children: tuple[Token, ...],
    cues: ContactCues,
) -> bool:
    """Whether the words that a row asks for stand around a verb, and none that bar it."""
    if cue.forms and token.lower not in cue.forms:
        return False
    if cue.unless and _is_led_on(sentence, token, cue, children):
        return False
    if cue.needs_progress and token.tag != "VBG":
        return False
    if cue.beside and not any(word_of(one) in cue.beside for one in sentence.subtree(token)):
        return False
    if cue.needs_setting and not has_setting(sentence, children):
        return False
    if cue.needs_privacy and not _is_private(sentence, token, cue, children, cues):
        return False
    if cue.needs_passive and sentence.child(token, "auxpass", "nsubjpass") is None:
        return False
    if cue.needs_reason and not _has_reason(sentence, token, children, cues):
        return False
    return not cue.needs_means or means_under(sentence, token, cues) is not None


_LEADING = ("prep", "mark", "advcl")


def _is_led_on(sentence: Sentence, token: Token, cue: VerbCue, children: tuple[Token, ...]) -> bool:
    """Whether a word that bars a row leads on from its verb: "saw her as", "called on her to".

    So does what is said by the same breath: "called on her, urging restraint".
    """
    verbs = (one for one in sentence.subtree(token) if one.tag == "VB" and one.dep != "relcl")
    marks = (sentence.child(one, "aux") for one in verbs)
    leading = *(one for one in children if one.dep in _LEADING), *marks
    return any(one is not None and one.lower in cue.unless for one in leading)


def has_setting(sentence: Sentence, children: tuple[Token, ...]) -> bool:
    """Whether words on a verb, or on its object, say when or where."""
    inner = (kid for one in children if one.dep in _OBJECTS for kid in sentence.children(one))
    return any(_is_setting(sentence, one) for one in (*children, *inner))


def _is_private(
    sentence: Sentence,
    token: Token,
    cue: VerbCue,
    children: tuple[Token, ...],
    cues: ContactCues,
) -> bool:
    """Whether something was told to somebody's face, and not before the public."""
    if cue.takes_clause and not _tells_clause(sentence, token, children):
        return False
    return not any(one.lower in cues.words["public"] for one in sentence.tokens)


def _tells_clause(sentence: Sentence, token: Token, children: tuple[Token, ...]) -> bool:
    """Whether a clause with "that" says what somebody told another in the past."""
    told = token.tag in ("VBD", "VBN") and any(
        one.dep == "ccomp" and one.index > token.index and sentence.child(one, "mark") is not None
        for one in children
    )
    return told and not any(one.dep in _OBJECTS and one.tag == "PRP" for one in children)


def _has_reason(
    sentence: Sentence, token: Token, children: tuple[Token, ...], cues: ContactCues
) -> bool:
    """Whether words on "be" say when somebody is somewhere, or what for."""
    if any(one.dep in _TAIL for one in children):
        return False
    for one in children:
        if one.tag == "MD" or (one.entity == "DATE" and one.dep == "npadvmod"):
            return True
        if one.dep == "advcl" and one.tag == "VB" and one.index > token.index:
            return True
        target = sentence.child(one, "pobj") if one.dep == "prep" else None
        if target is None:
            continue
        if target.entity == "DATE" or one.lower in cues.words["purpose"]:
            return True
        if any(kid.entity == "DATE" for kid in sentence.children(target)):
            return True
    return False


def _is_setting(sentence: Sentence, child: Token) -> bool:
    """Whether what hangs on a verb says when or where: a time, or a name behind a preposition."""
    if child.entity in ("DATE", "TIME") and child.dep == "npadvmod":
        return True
    target = sentence.child(child, "pobj") if child.dep == "prep" else None
    if target is None:
        return False
    return target.entity in ("DATE", "TIME") or (child.lower in _WHERE and target.pos == "PROPN")


def _named_things(
    sentence: Sentence, token: Token, children: tuple[Token, ...]
) -> tuple[Token, ...]:
    """What a verb is done to: of "a treaty signed by both", what stands above it too."""
    found = tuple(one for one in children if one.dep in (*_OBJECTS, "oprd"))
    raised = raised_to(sentence, token)
    above = (sentence.head(token),) if token.dep in ("acl", "relcl") else ()
    return (*found, *above, *((raised,) if raised else ())) or run_behind(sentence, token)


def _is_called_so(sentence: Sentence, token: Token) -> bool:
    """Whether a quoted name for him follows an object: "called him 'a friend'"."""
    behind = token.index + 1
    return behind < len(sentence.tokens) and sentence.tokens[behind].tag in ("``", "''", "POS")


def _names(sentence: Sentence, token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, one joined to it, or the one behind its "of" is one of these words."""
    if word_of(token) in words:
        return True
    return any(
        word_of(one) in words for one in sentence.children(token) if one.dep in ("conj", "compound")
    )


def _may_be_several(sentence: Sentence, verb: Token, cues: ContactCues) -> bool:
    subject = subject_of(sentence, verb)
    if subject is None:
        return True
    if subject.tag in ("WDT", "WP") or subject.lower in cues.words["several"]:
        return True
    named = [one for one in sentence.children(subject) if one.dep in ("appos", "prep")]
    homes = [kid for one in named for kid in sentence.children(one) if kid.dep == "pobj"]
    plural = any(one.tag in ("NNS", "NNPS") for one in (subject, *named))
    return plural or any(_is_joined(sentence, one) for one in (subject, *named, *homes))


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """Whether the parse joins another to a name: to the subject, to who it is, or to his state."""
    return sentence.child(token, "conj", "cc") is not None
