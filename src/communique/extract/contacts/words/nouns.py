"""Nouns that name a contact, by what carries them and what they stand beside."""

from communique.extract.contacts.sites import (
    NOMINAL,
    Link,
    Site,
    clause_verb,
    first_of_row,
    measure_of,
    word_of,
)
from communique.extract.contacts.words.envoys import envoy_behind
from communique.extract.occasions import occasion_at
from communique.languages.en.contact_cues import ContactCues, NounCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import GATHERINGS, Form

_LEFT = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "advmod"})
_OBJECTS = ("dobj", "attr", "oprd", "npadvmod", "dative")


_ISSUED = frozenset({Form.LETTER, Form.JOINT_STATEMENT})


def noun_site(sentence: Sentence, token: Token, word: str, cues: ContactCues) -> Site | None:
    """The cue at a noun, or None where it fits none of its rows or nothing carries it."""
    if not _is_noun(token):
        return None
    for cue in cues.nouns.get(word, ()):
        if _fits(sentence, token, cue, cues):
            site = _link(sentence, token, cue, cues)
            if site is not None and _is_supported(site, cue):
                return site
    return None


def _is_noun(token: Token) -> bool:
    """Whether a token stands as a noun: "a bilateral", too, where the parser sees an adjective."""
    if token.pos == "ADJ":
        return token.dep in ("dobj", "pobj")
    return token.pos in NOMINAL and token.dep not in ("compound", "amod", "nmod")


def _is_supported(site: Site, cue: NounCue) -> bool:
    """Whether a noun that tells of a contact only beside certain verbs stands beside one."""
    if cue.supported_by:
        through = not cue.through or site.preposition in cue.through
        if site.link is Link.SUBJECT and site.verb is not None:
            return not cue.through and word_of(site.verb) in cue.supported_by
        return site.link is Link.CARRIED and through
    return site.link is not Link.NAMED or not cue.needs_support


def _fits(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> bool:
    if cue.needs_plural and token.tag not in ("NNS", "NNPS"):
        return False
    if cue.needs_sharing and token.tag in ("NNS", "NNPS"):
        return False
    children = sentence.children(token)
    if any(_turns(sentence, one, cue, cues) for one in children):
        return False
    if cue.takes_envoy and envoy_behind(sentence, token, cues) is None:
        return False
    barred = cues.words["other_sense"] - cue.allows
    if any(one.dep in _LEFT and word_of(one) in barred for one in children):
        return False
    if cue.unless and any(one.dep == "acl" and one.tag == "VB" for one in children):
        return False
    under = (word_of(one) for one in sentence.subtree(token) if one.index != token.index)
    if cue.beside and cue.beside.isdisjoint(under):
        return False
    return not cue.modifiers or bool(cue.modifiers & _modifiers(sentence, token, cues))


def _turns(sentence: Sentence, preposition: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether a preposition behind the noun gives another sense, unless it leads to a time, or says
    what was written: "a letter of thanks".
    """
    if preposition.dep != "prep" or preposition.lower not in cue.unless:
        return False
    return not any(
        one.entity in ("DATE", "TIME") or word_of(one) in cues.words["written"]
        for one in sentence.children(preposition)
    )


def _modifiers(sentence: Sentence, token: Token, cues: ContactCues) -> frozenset[str]:
    """The words that say what sort of thing a noun is: beside it, or behind "of"."""
    found = {word_of(one) for one in sentence.children(token) if one.dep in _LEFT}
    for at in (token.index - 1, token.index - 2):
        if at >= 0:
            found.add(word_of(sentence.tokens[at]))
    for one in sentence.children(token):
        if one.dep == "prep" and one.lower in cues.words["of"]:
            found |= {word_of(object_) for object_ in sentence.children(one)}
    return frozenset(found)


def _link(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> Site | None:
    site = _link_above(sentence, token, cue, cues)
    if site is not None and site.link not in (Link.NAMED, Link.SUBJECT):
        carried = site.link is Link.CARRIED and site.verb is not None
        if not carried or site.verb is None or is_support(site.verb, cue, cues):
            return site
    inner = _verb_behind(sentence, token, cue, cues)
    return site if inner is None else Site(sentence, token, cue, Link.CARRIED, inner)


def _link_above(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> Site | None:
    """How a noun stands to what it hangs on."""
    noun = _measured(sentence, first_of_row(sentence, token), cues)
    head = sentence.head(noun)
    inner = _verb_behind(sentence, token, cue, cues)
    if inner is not None and cue.form is Form.LETTER:
        # "Has not answered the letter that X sent": who wrote it stands in its own clause.
        return Site(sentence, token, cue, Link.CARRIED, inner)
    before = _verb_before(sentence, token)
    is_other = before is not None and before.index != head.index
    if before is not None and is_other and carries(sentence, before, cue, cues):
        return Site(sentence, token, cue, Link.CARRIED, before)
    is_there = noun.dep == "attr" and sentence.child(head, "expl") is not None
    if (noun.dep in ("nsubj", "nsubjpass") or is_there) and head.pos in ("VERB", "AUX"):
        return Site(sentence, token, cue, Link.SUBJECT, head)
    if noun.dep in _OBJECTS and head.pos in ("VERB", "AUX"):
        kept = _particle_of(sentence, head, cue)
        if kept and is_support(head, cue, cues):
            return Site(sentence, token, cue, Link.CARRIED, head, kept)
        # "Was their first contact": what something is, nobody does.
        done = noun.dep != "attr" and carries(sentence, head, cue, cues)
        link = Link.CARRIED if done else Link.NAMED
        return Site(sentence, token, cue, link, head)
    if noun.dep == "pobj":
        return _behind_preposition(sentence, token, noun, cue, cues)
    return Site(sentence, token, cue, Link.NAMED, clause_verb(sentence, noun))


def _measured(sentence: Sentence, noun: Token, cues: ContactCues) -> Token:
    """The noun that only measures another: the hours of "after two hours of talks"."""
    above = measure_of(sentence, noun, cues.words["of"])
    while above is not None and word_of(above) in cues.words["short_spans"]:
        noun, above = above, measure_of(sentence, above, cues.words["of"])
    return noun


def _particle_of(sentence: Sentence, verb: Token, cue: NounCue) -> str:
    """The preposition before a noun that the parser takes for a particle: "kept in touch"."""
    return next(
        (
            one.lower
            for one in sentence.children(verb)
            if one.dep == "prt" and one.lower in cue.through
        ),
        "",
    )


def _verb_behind(sentence: Sentence, token: Token, cue: NounCue, cues: ContactCues) -> Token | None:
    """The verb of a clause on the noun that carries it: "the letter that X sent", "talks held"."""
    for one in sentence.children(token):
        if one.dep not in ("relcl", "acl") or not _is_object_of(sentence, one):
            continue
        if one.dep == "acl" and word_of(one) in cues.words["mediating"]:
            continue  # "talks brokered by X": what X did is not what became of them
        # "The visit that she was to pay": the noun is the object of the verb below.
        below = sentence.child(one, "xcomp") or one
        for verb in (one, below):
            if verb.pos == "VERB" and is_support(verb, cue, cues):
                return verb
    return None


def _is_object_of(sentence: Sentence, verb: Token) -> bool:
    """Whether what stands above a clause is what its verb is done to."""
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD") and sentence.child(verb, "nsubj") is None:
        return True
    subject = sentence.child(verb, "nsubj")
    objects = [one for one in sentence.children(verb) if one.dep == "dobj"]
    is_other = subject is not None and subject.tag not in ("WDT", "WP")
    # "The meeting that he had": the parser may see no pronoun in "that".
    return is_other and all(
        one.tag in ("WDT", "WP") or (subject is not None and one.index < subject.index)
        for one in objects
    )


def _verb_before(sentence: Sentence, token: Token) -> Token | None:
    """The verb that stands directly before a noun's own words, wherever the parser hangs it."""
    first = min((one.index for one in sentence.children(token)), default=token.index)
    at = min(first, token.index) - 1
    if at < 0 or sentence.tokens[at].pos != "VERB":
        return None
    return sentence.tokens[at]


def _behind_preposition(
    sentence: Sentence, token: Token, noun: Token, cue: NounCue, cues: ContactCues
) -> Site | None:
    preposition = sentence.head(noun)
    head = sentence.head(preposition)
    apart = cues.words["records"] | cues.words["offers"]
    bundled = word_of(head) in cues.nouns and word_of(head) not in apart
    if preposition.lower in cues.words["of"] and bundled:
        return None
    occasion = occasion_at(sentence, preposition)
    if occasion is not None:
        return Site(sentence, token, cue, Link.BESIDE, occasion.verb, preposition.lower)
    verb = clause_verb(sentence, preposition)
    if verb is None:
        return Site(sentence, token, cue, Link.NAMED, None, preposition.lower)
    near = head.index in (verb.index, verb.index + 1) or _is_among(sentence, head, verb, cues)
    if near and _takes_part(sentence, verb, preposition, cue, cues):
        return Site(sentence, token, cue, Link.CARRIED, verb, preposition.lower)
    of_verb = head.pos not in NOMINAL and preposition.lower in cues.words["broken_off"]
    if of_verb and breaks_off(sentence, verb, cues):
        return Site(sentence, token, cue, Link.CARRIED, verb, preposition.lower)
    gathers = preposition.lower in cues.words["purpose"]
    gathers = gathers and _stands_beside(preposition, head, verb, cue, cues)
    if not gathers and not cue.supported_by and _leads_to(sentence, preposition, verb, cues):
        return Site(sentence, token, cue, Link.CARRIED, verb, preposition.lower)
    if _stands_beside(preposition, head, verb, cue, cues):
        return Site(sentence, token, cue, Link.BESIDE, verb, preposition.lower)
    return Site(sentence, token, cue, Link.NAMED, verb, preposition.lower)


def _is_among(sentence: Sentence, head: Token, verb: Token, cues: ContactCues) -> bool:
    """Whether a noun is of those among whom somebody is: "were among the leaders at"."""
    link = sentence.head(head)
    return head.dep == "pobj" and link.head == verb.index and link.lower in cues.words["between"]


def _leads_to(sentence: Sentence, preposition: Token, verb: Token, cues: ContactCues) -> bool:
    """Whether a verb says what becomes of what it leads to: "asked for talks", "rejected an offer
    of talks", "dropped plans for a visit".
    """
    head = sentence.head(preposition)
    if _is_opposed(sentence, preposition, verb, cues):
        return True
    if head.index == verb.index:
        leads = preposition.lower in cues.words["leading"] and preposition.index > verb.index
        if leads and cues.outcomes.carries(word_of(verb)):
            return True
        return preposition.lower in cues.outcomes.phrases.get(word_of(verb), {})
    if head.dep == "acomp" and head.head == verb.index:
        # "Is open to talks", "is ready for a meeting".
        return cues.outcomes.adjectives.get(head.lower) is not None
    if preposition.lower not in cues.words["leading"] or word_of(head) not in cues.outcomes.nouns:
        return False
    # "Turned down Y's offer of talks": whose offer it was stands on the offer itself.
    is_owned = sentence.child(head, "poss") is not None
    return head.dep == "dobj" and head.head == verb.index and not is_owned


def _is_opposed(sentence: Sentence, preposition: Token, verb: Token, cues: ContactCues) -> bool:
    """Whether somebody is not set against what follows: "has no objection to", "is not against"."""
    words, head = cues.words, sentence.head(preposition)
    above = sentence.head(verb) if verb.dep == "acomp" else verb
    beside = [one for each in (above, verb, head) for one in sentence.children(each)]
    if all(one.dep != "neg" and one.lower not in words["none"] for one in beside):
        return False
    if head.index == verb.index:
        is_against = preposition.lower in words["opposed_by"] and word_of(verb) in words["being"]
        objects = preposition.lower in words["leading"] and word_of(verb) in words["opposing"]
        return is_against or objects
    is_said = head.head == verb.index and head.dep in ("dobj", "acomp")
    return is_said and not words["opposition"].isdisjoint((word_of(head), head.lower))


def _takes_part(
    sentence: Sentence, verb: Token, preposition: Token, cue: NounCue, cues: ContactCues
) -> bool:
    """Whether somebody engages "in" what the noun names, joins "into" it, or remains "in" it."""
    word = preposition.lower
    if cue.through:
        return word in cue.through and is_support(verb, cue, cues)
    if word in cues.words["host_to"] and _is_host(sentence, verb, cues):
        return True
    if word in cues.words["made_with"] and word_of(verb) in cues.words["closing"]:
        return True
    if cue.form in GATHERINGS and word in cues.words["amid"]:
        return word_of(verb) in cues.words["being"]
    if word not in cues.words["into"]:
        return False
    if word_of(verb) in cues.words["taking_part"]:
        return True
    if cue.form is Form.CALL and word in cues.words["on_day"]:
        # "Was on a call with him".
        return word_of(verb) in cues.words["being"]
    return any(
        one.dep == "dobj" and word_of(one) in cues.words["part"] for one in sentence.children(verb)
    )


def _is_host(sentence: Sentence, verb: Token, cues: ContactCues) -> bool:
    """Whether somebody "is host", "plays host" to what stands behind it."""
    return any(
        one.dep in ("attr", "dobj") and word_of(one) in cues.words["host"]
        for one in sentence.children(verb)
    )


def _stands_beside(
    preposition: Token, head: Token, verb: Token, cue: NounCue, cues: ContactCues
) -> bool:
    """Whether "during a call" or "for talks" says how or why the clause's parties dealt."""
    words = cues.words
    if cue.form in _ISSUED and preposition.lower in words["within"]:
        # Whatever is done "in a letter" is done by its writer.
        return head.index == verb.index
    if preposition.lower in words["purpose"]:
        return head.index == verb.index and _gathers(verb, cues)
    if preposition.lower in words["within_always"]:
        return True
    if preposition.lower in words["within"]:
        # "X, in a call with Y, said": what the parser hangs on a name is of the clause.
        return _is_of_clause(head, verb, cue, cues) and (
            cue.means is not None or word_of(verb) in words["uttering"]
        )
    return False


def _is_of_clause(head: Token, verb: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether what hangs "in a call" does so on the clause's verb, wherever the parser hangs it.

    A name has nothing in it, and what is said "in a phone call" neither.
    """
    if head.index == verb.index or head.pos == "PROPN":
        return True
    is_said = head.dep == "dobj" and head.head == verb.index and cue.means is not None
    return is_said and word_of(head) not in cues.words["inclined"]


def _gathers(verb: Token, cues: ContactCues) -> bool:
    """Whether a verb brings somebody where something is held: "gathered for talks", "landed"."""
    word = word_of(verb)
    is_journey = any(row.form is Form.VISIT and row.tos for row in cues.verbs.get(word, ()))
    return is_journey or word in cues.words["gathering"]


def carries(sentence: Sentence, verb: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether a verb with this noun as its object tells of a contact of its subject."""
    if is_support(verb, cue, cues):
        return True
    if cue.supported_by:
        return False
    return cues.outcomes.carries(word_of(verb)) or breaks_off(sentence, verb, cues)


def is_support(verb: Token, cue: NounCue, cues: ContactCues) -> bool:
    """Whether a verb goes with the noun to say that it was done: "hold talks", "pay a visit"."""
    word = word_of(verb)
    if cue.supported_by:
        return word in cue.supported_by
    if word in cues.words["made_use"]:
        return verb.tag in ("VBD", "VBN")
    return word in cues.words["support"] or word in cues.words["received"]


def breaks_off(sentence: Sentence, verb: Token, cues: ContactCues) -> bool:
    """Whether a verb and its particle say what became of a contact: "pulled out of talks"."""
    rest = cues.outcomes.phrases.get(word_of(verb), {})
    return any(
        one.lower in rest and (one.dep != "prep" or sentence.child(one, "pobj") is None)
        for one in sentence.children(verb)
    )
