"""Bodies that sit: whose council somebody convenes."""

from communique.catalog.tables import Body
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import SUBJECTS, Link, Site
from communique.extract.contacts.words.phrases import Keys, merged
from communique.languages.en.contact_cues import NounCue
from communique.model.readings import ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind, Form

_HOLDERS = (*SUBJECTS, "dobj", "nsubjpass")


def body_convened(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The body whose council somebody convenes: named with it, or with the office that he holds."""
    holders = ("dobj",) if _has_other_name(sentence, verb) else _HOLDERS
    found: Keys = ()
    for one in sentence.children(verb):
        for inner in sentence.subtree(one) if one.dep in holders else ():
            mention = scene.mention_at(sentence, inner)
            if mention is None:
                continue
            found = merged(found, tuple(k for k in mention.actors if scene.is_of_body(k)))
            if one.dep in SUBJECTS:
                found = merged(found, _chaired_by(scene, mention))
    return found


def is_own_meeting(scene: ContactScene, site: Site, keys: Keys) -> bool:
    """Whether a noun is the meeting of a body itself: "the council held an urgent meeting"."""
    if not isinstance(site.cue, NounCue) or site.cue.form is not Form.MEETING or not keys:
        return False
    actors = (scene.actors.get(key) for key in keys)
    return all(one is not None and one.kind is ActorKind.BODY for one in actors)


def _has_other_name(sentence: Sentence, verb: Token) -> bool:
    """Whether the council has a name of its own: "the National Security Council"."""
    council = sentence.child(verb, "dobj")
    return council is not None and any(
        one.dep == "poss" or (one.dep in ("compound", "amod") and one.text[:1].isupper())
        for one in sentence.children(council)
    )


def _chaired_by(scene: ContactScene, mention: Mention) -> Keys:
    """The body whose office a person of a state is named with: "President X, its chair"."""
    held = {
        one.of
        for key in mention.actors
        if (actor := scene.actors.get(key)) is not None and not actor.is_former
        for one in actor.offices
    }
    words = scene.page.document.text[mention.span.start : mention.span.end]
    return tuple(
        ActorKey(one.code)
        for one in scene.page.tables.bodies
        if one.code in held and _is_named(one, words)
    )


def _is_named(body: Body, words: str) -> bool:
    return any(name in words for name in body.names)


def holds_for_body(scene: ContactScene, site: Site, keys: Keys) -> bool:
    """Whether it is undertaken that a body's ministers meet: who undertakes it adds no party."""
    verb, sentence = site.verb, site.sentence
    if site.link is not Link.CARRIED or verb is None or verb.dep != "xcomp" or len(keys) != 1:
        return False
    if site.cue.form is not Form.MEETING or not scene.is_of_body(keys[0]):
        return False
    owner = sentence.child(site.token, "poss")
    return owner is not None and owner.tag in ("NNS", "NNPS")
