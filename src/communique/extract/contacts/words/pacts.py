"""Who puts his name to a document, and with whom."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, word_of
from communique.extract.contacts.words.ends import Ends, doer_of
from communique.extract.contacts.words.hanging import has_behind
from communique.extract.contacts.words.objects import raised_to, run_behind
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
)
from communique.extract.contacts.words.places import all_behind
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form

_OBJECTS = ("dobj", "nsubjpass", "npadvmod", "oprd")
_STEPS = ("prep", "pobj", "dobj", "conj", "acl", "appos")


def pact_sides(scene: ContactScene, site: Site) -> Ends | None:
    """The signers of a document, and those with whom it is made where they are named apart."""
    sentence, verb, words = site.sentence, site.token, scene.cues.words
    documents = documents_at(scene, site)
    signers = doer_of(scene, sentence, verb)
    between: Keys = ()
    partner: Keys = ()
    for one in (verb, *documents):
        between = merged(between, behind(scene, sentence, one, words["between"]))
        partner = merged(partner, _with(scene, sentence, one))
    stranger = any(has_behind(sentence, one, words["with"]) for one in (verb, *documents))
    if stranger and not partner and len(scene.sides_of(signers)) < 2:
        return None
    return Ends(merged(signers, between), partner)


def documents_at(scene: ContactScene, site: Site) -> tuple[Token, ...]:
    """The treaty, pact or deal that is signed: its object, or further down behind "to" or "of"."""
    sentence = site.sentence
    pacts = scene.cues.words["pact"]
    above = sentence.head(site.token)
    found = [above] if site.token.dep in ("acl", "relcl") and word_of(above) in pacts else []
    waiting = [one for one in sentence.children(site.token) if one.dep in (*_OBJECTS, "prep")]
    while waiting:
        one = waiting.pop(0)
        if word_of(one) in pacts:
            found.append(one)
        else:
            waiting += [kid for kid in sentence.children(one) if kid.dep in _STEPS]
    raised = raised_to(sentence, site.token)
    if raised is not None and word_of(raised) in pacts:
        found.append(raised)
    behind_it = (one for one in run_behind(sentence, site.token) if word_of(one) in pacts)
    return tuple(found) or tuple(behind_it)


def _with(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """The partner behind "with", a state named by its capital among them."""
    words = scene.cues.words["with"]
    found: Keys = ()
    for holder in (token, *_matters_of(scene, sentence, token)):
        found = merged(found, all_behind(scene, sentence, holder, words))
    return found


def _matters_of(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """What a document is on, on which the parser may hang with whom it is made."""
    pacts = scene.cues.words["pact"]
    if word_of(token) not in pacts:
        return ()
    return tuple(
        one
        for one in sentence.subtree(token)
        if one.dep == "pobj" and _is_led_to(sentence, one, token)
    )


def _is_led_to(sentence: Sentence, one: Token, top: Token) -> bool:
    """Whether only prepositions and their nouns stand between a noun and one above it."""
    for above in sentence.ancestors(one):
        if above.index == top.index:
            return True
        if above.dep not in ("prep", "pobj"):
            return False
    return False


def signed_at(scene: ContactScene, site: Site) -> tuple[Token, ...]:
    """The documents signed, on which the parser may hang when and where that was."""
    return documents_at(scene, site) if site.cue.form is Form.SIGNING else ()
