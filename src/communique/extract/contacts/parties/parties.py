"""Who took part: the parties of a contact, as a verb or noun of contact gives them."""

from dataclasses import replace

from communique.extract.contacts.parties.attending import came_together, with_attending
from communique.extract.contacts.parties.beside import beside_sides, is_told_apart
from communique.extract.contacts.parties.callers import other_end, starter_of
from communique.extract.contacts.parties.gatherings import is_joint_body, with_gathered
from communique.extract.contacts.parties.journeys import (
    companions_of,
    hosts_of,
    received_by,
    sent_sides,
    with_inviter,
)
from communique.extract.contacts.parties.locals import with_locals
from communique.extract.contacts.parties.mediating import with_mediators
from communique.extract.contacts.parties.offered import answered_sides, offered_sides
from communique.extract.contacts.parties.partners import (
    met_as_object,
    met_beside,
    passive_sides,
)
from communique.extract.contacts.parties.ways import own_way, sides_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    Link,
    Site,
    first_of_row,
    is_verb,
    measure_of,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.bodies import holds_for_body
from communique.extract.contacts.words.hanging import has_behind
from communique.extract.contacts.words.modifiers import (
    hanging_before,
    is_ahead,
    is_definite,
    is_due,
)
from communique.extract.contacts.words.near_pairs import is_theirs
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    speaker_of,
    subject_actors,
)
from communique.extract.contacts.words.places import places_before, states_behind, the_country
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue, VerbCue
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind


def sides_at(scene: ContactScene, site: Site) -> Sides:
    """Who deals with whom at a cue."""
    sides = with_locals(scene, site, _sides(scene, site))
    sides = with_gathered(scene, site, with_attending(scene, site, sides))
    return with_mediators(scene, site, sides)


def _sides(scene: ContactScene, site: Site) -> Sides:
    own = own_way(site)
    if own is not None:
        return _cleaned(scene, sides_of(own(scene, site)))
    if isinstance(site.cue, VerbCue):
        sides = _cleaned(scene, with_inviter(scene, site, _verb_sides(scene, site, site.cue)))
        passive = site.sentence.child(site.token, "nsubjpass", "auxpass") is not None
        return sides if passive else _of_somebody(scene, sides)
    named = with_inviter(scene, site, _noun_sides(scene, site, site.cue))
    return _of_somebody(scene, _cleaned(scene, named))


def _of_somebody(scene: ContactScene, sides: Sides) -> Sides:
    """Nobody's "talks with Y and Z": that two dealt with a third tells of no dealing of theirs."""
    if sides.first or len(scene.sides_of(sides.second)) < 2:
        return sides
    return Sides(sides.first, sides.second, sides.starter, is_blocked=True)


def _cleaned(scene: ContactScene, sides: Sides) -> Sides:
    """Only those who act for a side, and no state beside its own officials."""
    kept = tuple(key for key in sides.all if scene.acts(key))
    people = {scene.side_of(key) for key in kept if not scene.is_bare(key)}
    kept = tuple(key for key in kept if not scene.is_bare(key) or scene.side_of(key) not in people)
    first = tuple(key for key in sides.first if key in kept)
    second = tuple(key for key in sides.second if key in kept and key not in first)
    starter = sides.starter if sides.starter in kept else None
    between = tuple(key for key in sides.between if not scene.is_mouthpiece(key))
    return Sides(first, second, starter, sides.is_blocked, between)


def _verb_sides(scene: ContactScene, site: Site, cue: VerbCue) -> Sides:
    sentence, verb = site.sentence, site.token
    if cue.moves_object:
        return sent_sides(scene, sentence, verb, cue)
    if sentence.child(verb, "nsubjpass", "auxpass") is not None:
        return passive_sides(scene, sentence, verb, cue)
    subject = subject_actors(scene, sentence, verb)
    partner, blocked = met_as_object(scene, sentence, verb, cue)
    met, unknown = met_beside(scene, sentence, verb, cue, subject)
    partner, blocked = merged(partner, met), blocked or unknown
    if cue.is_reciprocal and not partner and not blocked:
        subject = _all_of_row(scene, sentence, verb, subject)
    if cue.tos or cue.takes_place:
        subject = merged(subject, companions_of(scene, sentence, verb, cue, subject))
        partner = merged(partner, hosts_of(scene, sentence, verb, cue))
        blocked = blocked and not partner
    alone = not (cue.is_reciprocal or is_joint_body(scene, sentence, verb))
    if alone and len(scene.sides_of(subject)) > 1 and not partner:
        return Sides((), ())
    return Sides(subject, partner, is_blocked=blocked)


def _all_of_row(scene: ContactScene, sentence: Sentence, verb: Token, subject: Keys) -> Keys:
    """All whom "X and Y, who met" or "X and Y, meeting in Z," names, although the parser hangs the
    clause on the last.
    """
    noun = sentence.head(verb)
    if verb.dep not in ("relcl", "acl") or noun.dep != "conj" or len(scene.sides_of(subject)) > 1:
        return subject
    return merged(phrase_actors(scene, sentence, first_of_row(sentence, noun)), subject)


def _noun_sides(scene: ContactScene, site: Site, cue: NounCue) -> Sides:
    own = _own_sides(scene, site, cue)
    answered = None if own.all else answered_sides(scene, site, cue)
    if answered is not None:
        return answered
    # "The talks, co-hosted by X and Y, will include": hosts alone are no parties.
    return own if _is_hosted(scene, site) else _linked_sides(scene, site, cue, own)


def _is_hosted(scene: ContactScene, site: Site) -> bool:
    """Whether words set beside a contact only say who hosts it."""
    verb = site.verb
    return verb is not None and verb.dep == "acl" and word_of(verb) in scene.cues.words["host"]


def _linked_sides(scene: ContactScene, site: Site, cue: NounCue, own: Sides) -> Sides:
    sentence, noun, verb = site.sentence, site.token, site.verb
    words = scene.cues.words
    if verb is None and not own.first and noun.dep == "ROOT":
        own = replace(own, first=speaker_of(scene, sentence, noun))
    if site.link is Link.CARRIED and verb is not None:
        partner = own.second
        # "Ended the summit with a dinner": who ends it with something names no stranger.
        blocked = own.is_blocked and word_of(verb) not in words["closing"]
        withs = _own_partners(scene, cue)
        if not partner and has_behind(sentence, verb, withs):
            partner = behind(scene, sentence, verb, withs)
            blocked = not partner and word_of(verb) not in words["closing"]
        partner = partner or other_end(scene, site, verb)
        passive = sentence.child(verb, "nsubjpass") is not None
        enough = bool(own.first) and len(scene.sides_of(own.all)) > 1
        # Who arranges a meeting between two others is not at it.
        enough = enough and word_of(verb) not in words["support"] - words["initiating"]
        enough = enough or holds_for_body(scene, site, own.all)
        subject = () if passive or enough else _carrier(scene, sentence, verb)
        together = words["agent"] | words["between"]
        first = merged(own.first, subject, behind(scene, sentence, verb, together))
        if cue.tos and not partner:
            places = words["in"] | set(cue.tos) - words["of"]
            partner = states_behind(scene, sentence, verb, places)
            partner = partner or _host_that_acts(scene, own, subject)
            subject = () if partner == subject else subject
            first = merged(own.first, subject, behind(scene, sentence, verb, together))
        if _is_miscounted(scene, site, own.first, subject):
            first = subject
        return Sides(first, partner, starter_of(scene, site, subject, partner), blocked)
    if site.link is Link.SUBJECT and verb is not None:
        own = _took_place(scene, sentence, verb, own)
    enough = len(scene.sides_of(own.all)) > 1
    if verb is None or (enough and (own.first or site.link is not Link.BESIDE)):
        return own
    if site.link is Link.BESIDE:
        if not own.first and is_told_apart(scene, site, verb):
            return own
        return beside_sides(scene, sentence, verb, own)
    return _named_sides(scene, site, cue, own)


def _host_that_acts(scene: ContactScene, own: Sides, subject: Keys) -> Keys:
    """Who does something about the visit of another: "X has called off a visit by Y"."""
    guests = set(scene.sides_of(own.first))
    sides = scene.sides_of(subject)
    return subject if guests and len(sides) == 1 and not guests & set(sides) else ()


def _named_sides(scene: ContactScene, site: Site, cue: NounCue, own: Sides) -> Sides:
    """The sides of a contact that is only named: "after talks with Y", "an expected summit"."""
    offered = offered_sides(scene, site)
    if offered is not None:
        return offered
    timed = _stands_in_time(scene, site) or _is_judged(scene, site) or _is_told_of(scene, site)
    if own.second and not own.is_blocked and (timed or is_due(scene, site)):
        return Sides(_who_came(scene, site, own), own.second)
    if cue.tos and not own.second and timed and site.verb is not None:
        return Sides(own.first, received_by(scene, site.sentence, site.verb))
    return own


def _took_place(scene: ContactScene, sentence: Sentence, verb: Token, own: Sides) -> Sides:
    """The parties of "talks took place between X and Y", which hang on the verb."""
    words = scene.cues.words
    if len(scene.sides_of(own.all)) > 1:
        return own
    came = came_together(scene, sentence, verb)
    if came or word_of(verb) not in words["happening"]:
        return replace(own, first=merged(own.first, came))
    met = behind(scene, sentence, verb, words["between"] | words["with"])
    for one in sentence.children(verb):
        if one.dep == "dobj" and word_of(one) in words["place"]:
            met = merged(met, behind(scene, sentence, one, words["between"] | words["with"]))
    return Sides(merged(own.first, met), own.second) if met else own


def _carrier(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """The subject of a verb that carries a noun; of "his trip includes", whose trip it is."""
    found = subject_actors(scene, sentence, verb)
    subject = subject_of(sentence, verb)
    if found or subject is None or word_of(verb) not in scene.cues.words["made_of"]:
        return found
    return owner_of(scene, sentence, subject)


def _stands_in_time(scene: ContactScene, site: Site) -> bool:
    """Whether the noun says before or after what something was: "after talks with Y"."""
    words = scene.cues.words
    if site.preposition in words["of"]:
        return is_ahead(scene, site)
    return site.preposition in words["adverbial"]


def _is_told_of(scene: ContactScene, site: Site) -> bool:
    """Whether somebody says what became of a contact: "said the meeting with Y did not happen"."""
    verb = site.verb
    if site.link is not Link.SUBJECT or verb is None or verb.dep != "ccomp":
        return False
    return is_definite(scene, site.sentence, site.token) or any(
        one.lower in scene.cues.words["none"] for one in site.sentence.children(site.token)
    )


def _is_judged(scene: ContactScene, site: Site) -> bool:
    """Whether somebody says how a contact of his went: "hailed Tuesday's meeting with Y"."""
    verb, words = site.verb, scene.cues.words
    if verb is None or site.token.dep != "dobj" or site.token.head != verb.index:
        return False
    if word_of(verb) not in words["judging"]:
        return False
    whose = site.sentence.child(site.token, "poss")
    return whose is not None and (whose.entity == "DATE" or whose.lower in words["theirs"])


def _who_came(scene: ContactScene, site: Site, own: Sides) -> Keys:
    """The one of another side who is the subject of the clause, or of one above it."""
    if own.first or site.verb is None:
        return own.first
    met = set(scene.sides_of(own.second))
    for verb in (site.verb, *site.sentence.ancestors(site.verb)):
        if is_verb(verb):
            found = subject_actors(scene, site.sentence, verb)
            # Of states that are only named, the one that acts itself, none that reports.
            acts = len(found) == 1 and (verb is site.verb or not scene.is_bare(found[0]))
            if acts and scene.side_of(found[0]) not in met:
                return found
    return ()


def _is_miscounted(scene: ContactScene, site: Site, named: Keys, subject: Keys) -> bool:
    """Whether "between the three countries" was taken for others than those who hold it."""
    roles = [
        mention
        for one in site.sentence.subtree(site.token)
        if (mention := scene.mention_at(site.sentence, one)) is not None and mention.how == "role"
    ]
    counted = any(set(named) <= set(one.actors) for one in roles) and bool(named)
    return counted and not set(scene.sides_of(subject)) <= set(scene.sides_of(named))


def _own_partners(scene: ContactScene, cue: NounCue) -> frozenset[str]:
    return frozenset(cue.withs) - scene.cues.words["belonging"]


def _own_sides(scene: ContactScene, site: Site, cue: NounCue) -> Sides:
    """Whom the noun's own complements name: between, with, of, to, possessors, compounds."""
    sentence, noun = site.sentence, site.token
    holders = _holders(scene, cue)
    between = behind(scene, sentence, noun, scene.cues.words["between"] | holders)
    withs = scene.cues.words["with"].union(cue.withs) - holders
    partner = behind(scene, sentence, noun, withs)
    for one in _inner_nouns(scene, sentence, noun):
        between = merged(between, behind(scene, sentence, one, scene.cues.words["between"]))
        between = merged(between, hanging_before(scene, sentence, one))
        partner = merged(partner, behind(scene, sentence, one, scene.cues.words["with"]))
    blocked = not partner and _has_stranger(scene, sentence, noun, withs)
    owner = merged(
        owner_of(scene, sentence, noun) or _owner_of_row(scene, sentence, noun),
        behind(scene, sentence, noun, scene.cues.words["possessor"]),
    )
    if scene.cues.words["possessor"] & {*cue.withs, *cue.tos}:
        owner = owner_of(scene, sentence, noun)
    named = hanging_before(scene, sentence, noun)
    if cue.tos:
        # "Dan's Ruvia trip": however it is parsed, persons go and places are gone to.
        owner = merged(owner, tuple(key for key in named if scene.is_person(key)))
        named = tuple(key for key in named if not scene.is_person(key))
    host = states_behind(scene, sentence, noun, cue.tos)
    host = merged(host, behind(scene, sentence, noun, cue.tos))
    if cue.tos:
        owner = merged(owner, behind(scene, sentence, noun, scene.cues.words["away"]))
    if cue.tos and not named and not host:
        host = places_before(scene, sentence, noun)
        host = host or the_country(scene, sentence, noun, cue.tos, scene.sides_of(owner))
    if len(scene.sides_of(named)) == 1 and all(_is_place(scene, key) for key in named):
        named = named if cue.tos else ()
    if cue.tos:
        return Sides(owner, merged(host, named, partner), None, blocked)
    return Sides(merged(owner, between, named), partner, None, blocked)


def _owner_of_row(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whose several contacts are: "Dan's flurry of calls with Brel"."""
    measure = measure_of(sentence, noun, scene.cues.words["of"])
    if measure is None or word_of(measure) not in scene.cues.words["short_spans"]:
        return ()
    return owner_of(scene, sentence, measure)


def _holders(scene: ContactScene, cue: NounCue) -> frozenset[str]:
    """The prepositions before those who together hold what a noun names: "a summit of"."""
    words = scene.cues.words
    found = words["possessor"] & set(cue.withs)
    return found | (words["away"] & set(cue.withs) if found & words["agent"] else frozenset())


def _inner_nouns(scene: ContactScene, sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The nouns behind "of": the talks in "a round of talks with"."""
    return tuple(
        one
        for preposition in sentence.children(noun)
        if preposition.dep == "prep" and preposition.lower in scene.cues.words["of"]
        for one in sentence.children(preposition)
        if one.dep == "pobj"
    )


def _has_stranger(
    scene: ContactScene, sentence: Sentence, noun: Token, withs: frozenset[str]
) -> bool:
    """Whether a noun's partner is nobody we know: a time behind "of" is no partner."""
    return any(
        one.dep == "pobj"
        and one.entity not in ("DATE", "TIME")
        and not is_theirs(scene, sentence, one)
        for preposition in sentence.children(noun)
        if preposition.dep == "prep" and preposition.lower in withs
        for one in sentence.children(preposition)
    )


def _is_place(scene: ContactScene, key: ActorKey) -> bool:
    actor = scene.actors.get(key)
    return actor is None or actor.kind is ActorKind.STATE
