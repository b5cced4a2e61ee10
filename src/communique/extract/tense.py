"""Which way the grammar of a clause sends a time that it holds: back, ahead, or near."""

from communique.extract.occasions import occasions_in
from communique.languages.en.contact_cues import load_contact_cues
from communique.languages.en.expressions import (
    ahead_words,
    planning_words,
    prepositions,
    still_words,
)
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import BlockKind

_STEPS = 12


def direction_of(sentence: Sentence, token: Token) -> str:
    """``past``, ``future`` or ``near`` for a time that hangs on this token.

    The nearest verb above decides by its tense; an infinitive or a participle under a word of
    planning ("agreed to meet", "scheduled for") looks ahead, and so does the present ("flies to
    Velan on Monday"). What was planned in the past may lie on either side. The time of the contact
    in which something was agreed lies back. Without a verb nothing is known.
    """
    if any(one.start < token.index < one.end for one in occasions_in(sentence)):
        return "past"
    node = governor(sentence, token)
    turns = _turns(sentence, token)
    if turns & prepositions("back_from"):
        return "past"
    if token.dep == "poss" and _is_planned_thing(sentence, node):
        return "near"  # who confirms "Monday's call" may mean one that was
    found = _above(sentence, node)
    if found == "past":
        found = _of_plan(sentence, token, node, turns)
    if turns & prepositions("on_to"):
        return "near" if found == "past" else "future"
    if found == _PRESENT:
        if turns & prepositions("behind"):
            return "past"
        return "future" if _hangs_on_verb(sentence, token) else "near"
    return "near" if found == "past" and turns & prepositions("not_yet") else found


_PRESENT = "present"


def _of_plan(sentence: Sentence, token: Token, node: Token, turns: frozenset[str]) -> str:
    """The direction of a time behind a word of planning in the past.

    The new day of what was "pushed back to April" lies ahead; "announced talks in June" leaves open
    whether the time is that of the talks.
    """
    outcomes = load_contact_cues().outcomes
    verb = next((one for one in (node, *sentence.ancestors(node)) if one.pos == "VERB"), node)
    if turns & prepositions("new_day") and outcomes.puts_off(verb.lemma):
        return "future"
    thing = sentence.child(verb, "dobj")
    planned = thing is not None and thing.pos == "NOUN" and verb.index < thing.index < token.index
    return "near" if planned and verb.tag == "VBD" and outcomes.is_planning(verb.lemma) else "past"


def _above(sentence: Sentence, node: Token) -> str:
    """The direction that the verbs above give, the nearest that gives one."""
    for _ in range(_STEPS):
        if node.pos in ("VERB", "AUX"):
            found = _of_verb(sentence, node)
            if found is not None:
                return found
        elif node.pos == "ADJ" and node.lemma in planning_words():
            return "near" if _is_back(sentence, sentence.head(node)) else "future"
        elif _is_planned_thing(sentence, node):
            return "future"
        if node.head == node.index:
            break
        node = sentence.head(node)
    return "near"


def _hangs_on_verb(sentence: Sentence, token: Token) -> bool:
    """Whether a time says when something is done, and not of when a noun is: "letter of 1 May"."""
    head = sentence.head(token)
    above = sentence.head(head) if head.pos == "ADP" else head
    return above.pos in ("VERB", "AUX")


def _is_planned_thing(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is what somebody plans: "announced talks in June"."""
    verb = sentence.head(noun)
    plans = load_contact_cues().outcomes.is_planning(verb.lemma) and verb.pos == "VERB"
    return plans and noun.dep == "dobj" and noun.pos == "NOUN"


def _is_back(sentence: Sentence, verb: Token) -> bool:
    """Whether a plan is told in the past: "was due", "had been scheduled"."""
    return verb.tag == "VBD" or any(one.tag == "VBD" for one in _auxiliaries(sentence, verb))


def _turns(sentence: Sentence, token: Token) -> frozenset[str]:
    """The prepositions between a time and its verb, in lower case: "until midnight on Friday"."""
    found = set()
    for one in (token, *sentence.ancestors(token)):
        if one.pos in ("VERB", "AUX"):
            break
        found.add(one.lower)
    return frozenset(found)


def governor(sentence: Sentence, token: Token) -> Token:
    """The verb in the past right before a time ("said on Monday"), else the time's own head.

    Parsers hang such a time on a verb far off, above all across quotation marks.
    """
    first = sentence.subtree(token)[0]
    at = first.index - 1
    while at >= 0 and sentence.tokens[at].pos in ("ADP", "DET"):
        at -= 1
    if at >= 0 and sentence.tokens[at].tag == "VBD":
        return sentence.tokens[at]
    head = sentence.head(token) if token.head != token.index else token
    above = sentence.head(head) if head.pos == "ADP" else head
    meant = verb_of(sentence, above, first)
    return head if meant is above else meant


def verb_of(sentence: Sentence, verb: Token, token: Token) -> Token:
    """The verb that a time belongs to where a comma stands before it, and parsers go wrong.

    "He met her, Lund said" hangs a time before the comma on "said"; "he arrived in Velan, where
    few speak Norse, on Monday" the one behind it on "speak".
    """
    if token.index < verb.index:
        return _told_before(sentence, verb, token)
    return _resumed(sentence, verb, token) if verb.dep == "relcl" else verb


def _told_before(sentence: Sentence, verb: Token, token: Token) -> Token:
    if verb.lemma not in still_words():
        return verb
    subject = sentence.child(verb, "nsubj")
    said = sentence.child(verb, "ccomp")
    if subject is None or said is None or not said.index < token.index < subject.index:
        return verb
    return said


def _resumed(sentence: Sentence, verb: Token, token: Token) -> Token:
    at = token.index - 1
    while at > 0 and sentence.tokens[at].pos == "ADP":
        at -= 1
    commas = [one.index for one in sentence.tokens[verb.index : at + 1] if one.text == ","]
    # More commas set off a name: "who met his host, Lund, on Monday".
    if commas != [at]:
        return verb
    above = (one for one in sentence.ancestors(verb) if one.pos in ("VERB", "AUX"))
    return next(above, verb)


def _of_verb(sentence: Sentence, verb: Token) -> str | None:
    """The direction that a verb gives, None where the verb above it must tell."""
    modals = _auxiliaries(sentence, verb)
    words = {one.lower for one in modals}
    have = any(one.lemma == "have" for one in modals)
    able = load_contact_cues().words["modal_able"]
    if words & able and sentence.child(verb, "neg") is not None:
        return "past"  # "could not meet"
    if words & ahead_words():
        return "past" if have else "future"
    if verb.lemma in planning_words() and _is_planned(verb):
        return "near" if _is_back(sentence, verb) or _is_overtaken(sentence, verb) else "future"
    if verb.tag == "VBD" or any(one.lemma == "do" and one.tag == "VBD" for one in modals):
        return "past"
    if verb.tag == "VBN" and "to" in words and not have:
        return _of_infinitive(sentence, verb)  # "is expected to be signed"
    if verb.tag == "VBN":
        # "Was to have met" tells of a plan, "is said to have met" of the past.
        is_plan = have and "to" in words and sentence.head(verb).lemma == "be"
        return "near" if is_plan and verb.dep in ("xcomp", "ccomp") else "past"
    if verb.tag == "VB":
        return _of_infinitive(sentence, verb)
    if verb.tag == "VBG":
        if sentence.head(verb).lower in prepositions("not_yet"):
            return "near"
        return _of_participle(modals)
    return _of_present(sentence, verb)


def _is_overtaken(sentence: Sentence, verb: Token) -> bool:
    """Whether what is told of something planned lies back: "a meeting set for Monday was held"."""
    if verb.dep != "acl":
        return False
    above = next((one for one in sentence.ancestors(verb) if one.pos in ("VERB", "AUX")), None)
    return above is not None and above.lemma != "say" and _is_back(sentence, above)


def _is_planned(verb: Token) -> bool:
    """Whether a word of planning says what was planned and not who plans."""
    return verb.tag == "VBN" or verb.dep == "acl" or verb.lemma == "set"


def _auxiliaries(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    own = tuple(one for one in sentence.children(verb) if one.dep in ("aux", "auxpass"))
    if own or verb.dep != "conj":
        return own
    return _auxiliaries(sentence, sentence.head(verb)) if verb.head < verb.index else own


def _of_infinitive(sentence: Sentence, verb: Token) -> str | None:
    head = sentence.head(verb)
    if verb.dep == "conj" and head.tag == "VB":
        return _of_verb(sentence, head)
    if verb.head == verb.index:
        return "future"
    if head.lemma in planning_words() and head.tag == "VBN" and _is_back(sentence, head):
        passive = any(one.dep == "auxpass" for one in _auxiliaries(sentence, head))
        return "near" if passive else "future"
    if head.pos == "ADJ":
        return None  # "is due to meet", "was unable to meet"
    if head.lemma in planning_words() or head.pos in ("NOUN", "PROPN", "ADJ"):
        return "future"
    if head.pos == "AUX":
        return "near" if head.tag == "VBD" else "future"  # "was to meet", "is to meet"
    return None


def _of_participle(auxiliaries: tuple[Token, ...]) -> str | None:
    for one in auxiliaries:
        if one.lemma == "be":
            if one.tag == "VBD":
                return "past"
            # "is meeting him on Friday" looks ahead, "has been meeting" back.
            return "past" if one.tag == "VBN" else "future"
        if one.lemma == "have":
            return "past"
    return None


def _of_present(sentence: Sentence, verb: Token) -> str:
    """The present looks ahead, but for headlines, words of saying, "is" and "has"."""
    if verb.lemma == "be" and any(one.lemma in planning_words() for one in sentence.children(verb)):
        return "future"
    if sentence.block_kind is BlockKind.HEADLINE or verb.tag not in ("VBZ", "VBP"):
        return "near"
    return "near" if verb.pos == "AUX" or verb.lemma in still_words() else _PRESENT
