"""A government and the envoys of another that it calls in, sends away or has called home."""

from dataclasses import dataclass

from communique.catalog.naming import NamingKind, namings_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, is_passive, subject_of, word_of
from communique.extract.contacts.words.ends import Ends
from communique.extract.contacts.words.envoys import envoy_behind, envoy_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.places import states_behind
from communique.languages.en.contact_cues import VerbCue
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form


@dataclass(frozen=True, slots=True)
class EnvoyCase:
    """Who acts, whose envoy it is, and where he is posted, so far as the words say."""

    government: Keys
    envoy: Keys
    post: Keys
    is_passive: bool


def envoy_sides(scene: ContactScene, site: Site) -> Ends | None:
    """The government that acts and the other state: that of the envoy, or where its own sits."""
    patient = _patient(scene, site)
    if patient is None:
        return None
    case = _case(scene, site, patient)
    sides = scene.sides_of(case.government)
    if sides and _is_own(scene, site.sentence, patient, case, sides):
        return Ends(case.government, _other_than(scene, case.post, sides))
    others = tuple(key for key in case.envoy if scene.side_of(key) not in sides)
    if sides:
        # A government's own envoy deals with nobody: the other side is the state he is sent to.
        return Ends(case.government, others or _other_than(scene, case.post, sides))
    post = _other_than(scene, case.post, scene.sides_of(case.envoy))
    if site.cue.form is Form.SUMMONS:
        return Ends(post, case.envoy)
    return Ends(merged(case.envoy, post), ())


def _is_own(
    scene: ContactScene, sentence: Sentence, patient: Token, case: EnvoyCase, sides: tuple[str, ...]
) -> bool:
    """Whether "its ambassador to X" is the government's own, whoever else is called ambassador."""
    owner = sentence.child(patient, "poss")
    if owner is None or owner.lower not in scene.cues.words["whose_envoy"]:
        return False
    return bool(_other_than(scene, case.post, sides))


def _patient(scene: ContactScene, site: Site) -> Token | None:
    sentence = site.sentence
    if not isinstance(site.cue, VerbCue):
        return envoy_behind(sentence, site.token, scene.cues)
    if not site.cue.object_words:
        found_so = envoy_of(sentence, site.token, scene.cues)
        return found_so or _envoy_named(scene, sentence, site.token)
    found = (
        envoy_behind(sentence, one, scene.cues)
        for one in sentence.children(site.token)
        if word_of(one) in site.cue.object_words
    )
    return next((one for one in found if one is not None), None)


def _envoy_named(scene: ContactScene, sentence: Sentence, verb: Token) -> Token | None:
    """The object of a verb that stands in the mention of an envoy: "the charge d'affaires"."""
    patient = sentence.child(verb, "dobj", "nsubjpass")
    mention = None if patient is None else scene.mention_at(sentence, patient)
    titles = {
        word
        for key in (() if mention is None else mention.actors)
        for title in scene.titles_of(key)
        for word in title.lower().split()
    }
    return patient if titles & scene.cues.words["envoy"] else None


def _case(scene: ContactScene, site: Site, patient: Token) -> EnvoyCase:
    sentence = site.sentence
    passive = not isinstance(site.cue, VerbCue) or is_passive(sentence, site.token)
    government = _doer(scene, site, patient) if passive else _subject(scene, site)
    envoy = _envoy(scene, sentence, patient)
    if not scene.sides_of(government) and passive:
        government = _teller(scene, site, envoy)
    return EnvoyCase(government, envoy, _post(scene, site, patient), passive)


def _subject(scene: ContactScene, site: Site) -> Keys:
    return subject_actors(scene, site.sentence, site.token)


def _doer(scene: ContactScene, site: Site, patient: Token) -> Keys:
    """Who does it, behind "by", before "'s", or as the house that an envoy is called to."""
    sentence, noun, words = site.sentence, site.token, scene.cues.words
    by_whom = merged(
        behind(scene, sentence, noun, words["agent"]),
        behind(scene, sentence, patient, words["agent"]),
    )
    if by_whom:
        return by_whom
    if not isinstance(site.cue, VerbCue):
        own = merged(owner_of(scene, sentence, noun), hanging_before(scene, sentence, noun))
        return own or _of_owner(scene, sentence, patient)
    return _acting(scene, _house(scene, sentence, noun))


def _house(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Whose ministry an envoy is called to: a capital may be his own."""
    words = scene.cues.words
    found: Keys = ()
    for preposition in sentence.children(verb):
        if preposition.dep == "prep" and preposition.lower in words["towards_house"]:
            for one in sentence.children(preposition):
                if one.dep == "pobj" and word_of(one) in words["house"]:
                    found = merged(found, phrase_actors(scene, sentence, one))
    return found


def _of_owner(scene: ContactScene, sentence: Sentence, patient: Token) -> Keys:
    """Whose own envoy it is: "the recall of its ambassador"."""
    owner = sentence.child(patient, "poss")
    return () if owner is None else phrase_actors(scene, sentence, owner)


def _teller(scene: ContactScene, site: Site, envoy: Keys) -> Keys:
    """The government that itself says what was done to another's envoy."""
    sentence, verb = site.sentence, site.token
    if verb.dep != "ccomp":
        return ()
    teller = subject_of(sentence, sentence.head(verb))
    found = () if teller is None else phrase_actors(scene, sentence, teller)
    sides = set(scene.sides_of(envoy))
    return tuple(key for key in found if sides and scene.side_of(key) not in sides)


def _envoy(scene: ContactScene, sentence: Sentence, patient: Token) -> Keys:
    """The envoy himself, or the states whose envoys are named by an adjective or behind "of"."""
    named = _acting(scene, phrase_actors(scene, sentence, patient))
    titles = (one for one in sentence.children(patient) if one.dep == "compound")
    found = named or _acting(
        scene,
        merged(
            owner_of(scene, sentence, patient),
            hanging_before(scene, sentence, patient),
            behind(scene, sentence, patient, scene.cues.words["envoy_from"]),
            *(hanging_before(scene, sentence, one) for one in titles),
        ),
    )
    return found or _by_adjective(scene, sentence, patient)


def _by_adjective(scene: ContactScene, sentence: Sentence, patient: Token) -> Keys:
    """The state of an adjective that names nobody by itself: "two Ruritanian attachés"."""
    near = [one for one in sentence.children(patient) if one.index < patient.index]
    near += [kid for one in near for kid in sentence.children(one)]
    return tuple(
        ActorKey(met.code)
        for one in near
        if one.text[:1].isupper()
        for met in namings_of(scene.page.tables, one.text)
        if met.kind is NamingKind.ADJECTIVE
    )


def _acting(scene: ContactScene, keys: Keys) -> Keys:
    """Those of whom it is known for which side they act."""
    return tuple(key for key in keys if scene.side_of(key) is not None)


def _post(scene: ContactScene, site: Site, patient: Token) -> Keys:
    """The state where an envoy sits, or which he is to leave."""
    sentence, words = site.sentence, scene.cues.words
    where = words["envoy_at"]
    found = merged(
        states_behind(scene, sentence, site.token, where),
        states_behind(scene, sentence, patient, where),
    )
    for one in sentence.children(site.token):
        if one.lower in words["out"]:
            left = (*where, *sorted(words["of"]))
            found = merged(found, states_behind(scene, sentence, one, left))
    return found


def _other_than(scene: ContactScene, keys: Keys, sides: tuple[str, ...]) -> Keys:
    return tuple(key for key in keys if scene.side_of(key) not in sides)
