"""Whom a noun phrase names, and which phrase is whose subject or partner."""

from collections.abc import Collection

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    NOMINAL,
    SUBJECTS,
    is_verb,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.adjacent import HANGING, before
from communique.extract.contacts.words.hanging import prepositions_of
from communique.extract.contacts.words.near_pairs import near_pair, pair_or_theirs, person_before
from communique.model.passages import Span
from communique.model.readings import ActorKey, Mention
from communique.model.syntax import Sentence, Token

_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acomp"})
DEPTH = 6
"""How far up a subject is sought: further up it is seldom shared."""

Keys = tuple[ActorKey, ...]


def merged(*rows: Keys) -> Keys:
    """The actors of several rows, each once, in order."""
    return tuple(dict.fromkeys(key for row in rows for key in row))


def phrase_actors(scene: ContactScene, sentence: Sentence, token: Token, depth: int = 0) -> Keys:
    """Whom the noun phrase with this head names, those joined to it by "and" included."""
    if depth > DEPTH:
        return ()
    found = _head_actors(scene, sentence, token, depth)
    for child in sentence.children(token):
        if is_excepted(scene, sentence, child):
            continue
        is_named = child.dep == "appos" and (
            not found
            or _share(scene, sentence, token, child)
            or _is_another(scene, sentence, found, child)
        )
        if child.dep == "conj" or is_named:
            found = merged(found, phrase_actors(scene, sentence, child, depth + 1))
        elif child.dep == "prep" and child.lower in scene.cues.words["home"]:
            found = merged(found, _behind_home(scene, sentence, child, depth + 1))
        elif child.lower in scene.cues.words["alongside"]:
            found = merged(found, _alongside(scene, sentence, child, depth + 1))
        elif not found and child.lower in scene.cues.words["led"]:
            # "A delegation led by Dan": nothing else says whose it is.
            found = behind(scene, sentence, child, scene.cues.words["agent"])
    return found


def _is_another(scene: ContactScene, sentence: Sentence, found: Keys, token: Token) -> bool:
    """Whether a name behind a comma is of another person: a list that is parsed as one name."""
    mention = scene.mention_at(sentence, token)
    actors = () if mention is None else mention.actors
    people = [key for key in (*found, *actors) if scene.is_person(key)]
    first = min(one.index for one in sentence.subtree(token))
    if first == 0 or sentence.tokens[first - 1].text != ",":
        return False
    return bool(actors) and len(people) == len(found) + len(actors) and actors[0] not in found


def _alongside(scene: ContactScene, sentence: Sentence, token: Token, depth: int) -> Keys:
    """Whom "along with" or "alongside" sets beside a name."""
    found: Keys = ()
    for one in sentence.children(token):
        if one.dep == "pobj":
            found = merged(found, phrase_actors(scene, sentence, one, depth))
        elif one.dep == "prep" and one.lower in scene.cues.words["with"]:
            for other in sentence.children(one):
                found = merged(found, phrase_actors(scene, sentence, other, depth))
    return found


def _share(scene: ContactScene, sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether two tokens stand in one mention: "his counterparts Olo Dan" of "and Ana Brel"."""
    mention = scene.mention_at(sentence, one)
    return mention is not None and mention is scene.mention_at(sentence, other)


def _behind_home(scene: ContactScene, sentence: Sentence, of: Token, depth: int) -> Keys:
    """Persons whom the parse joins to the state behind "of": "Dan of Ruvia and Brel of Costona"."""
    found: Keys = ()
    for home in sentence.children(of):
        for one in sentence.children(home):
            mention = scene.mention_at(sentence, one) if one.dep == "conj" else None
            if mention is not None and all(scene.is_person(key) for key in mention.actors):
                found = merged(found, phrase_actors(scene, sentence, one, depth))
    return found


def is_excepted(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether "not" stands directly before a name: "to Vost but not Strelsau"."""
    if token.dep not in ("conj", "appos"):
        return False
    first = min(one.index for one in sentence.subtree(token))
    ahead = (sentence.tokens[max(0, at - 1)] for at in (first, token.index))
    return any(one.lower in scene.cues.words["negation"] for one in ahead)


def _head_actors(scene: ContactScene, sentence: Sentence, token: Token, depth: int) -> Keys:
    mention = scene.mention_at(sentence, token)
    if mention is None and token.tag in ("WP", "WDT"):
        return _antecedent_actors(scene, sentence, token, depth)
    if mention is not None:
        inside = mention.head == token.index or not _stands_before(mention, token, sentence)
        if inside and mention.actors:
            led = _heads_of(scene, sentence, token, mention)
            return led or merged(_other_owners(scene, sentence, token), mention.actors)
    if token.entity in ("DATE", "TIME"):
        return _before_time(scene, sentence, token)
    if token.pos not in NOMINAL or word_of(token) not in scene.cues.words["role"]:
        return ()
    found = _role_actors(scene, sentence, token, depth)
    return _leaders_of(scene, sentence, token, found) or found


def _antecedent_actors(scene: ContactScene, sentence: Sentence, pronoun: Token, depth: int) -> Keys:
    """Whom "whom" means: the noun on which its clause hangs, "Dan, with whom Brel held talks"."""
    for verb in sentence.ancestors(pronoun):
        if verb.dep == "relcl":
            return phrase_actors(scene, sentence, sentence.head(verb), depth + 1)
    return ()


def _heads_of(scene: ContactScene, sentence: Sentence, token: Token, organ: Mention) -> Keys:
    """The persons of the same side by whom an organ is led: "a delegation led by Olo Dan"."""
    if organ.how != "office":
        return ()
    return _leaders_of(scene, sentence, token, organ.actors)


def _leaders_of(scene: ContactScene, sentence: Sentence, token: Token, led: Keys) -> Keys:
    """The persons named behind "led by" who are of the side of those led."""
    found: Keys = ()
    for clause in sentence.children(token):
        if clause.dep in ("acl", "appos", "relcl"):
            for one in _agents(scene, sentence, clause):
                keys = phrase_actors(scene, sentence, one)
                found = merged(found, tuple(key for key in keys if scene.is_person(key)))
    same = scene.sides_of(found) == scene.sides_of(led)
    return found if found and same else ()


def _agents(scene: ContactScene, sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The tokens behind "by" under a verb."""
    return tuple(
        one
        for by in sentence.children(verb)
        if by.lower in scene.cues.words["agent"]
        for one in sentence.children(by)
    )


def _other_owners(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """The officials of other states that one noun stands for: "Ruvian and Costonan officials"."""
    found: Keys = ()
    for child in sentence.children(token):
        mention = scene.mention_at(sentence, child)
        if child.dep == "amod" and mention is not None and mention.how == "office":
            found = merged(found, mention.actors)
    return found


def _before_time(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Whom a name means that the parser hangs on the day behind it: "with Lund Wednesday"."""
    for child in reversed(sentence.children(token)):
        mention = scene.mention_at(sentence, child)
        if mention is not None and child.index < token.index and child.dep in HANGING:
            return mention.actors
    return ()


def _stands_before(mention: Mention, token: Token, sentence: Sentence) -> bool:
    """Whether the mention is only an adjective or a possessor inside the token's phrase."""
    head = sentence.tokens[mention.head]
    return head.dep in HANGING and head.head == token.index and mention.how in ("state", "metonym")


def _role_actors(scene: ContactScene, sentence: Sentence, token: Token, depth: int) -> Keys:
    """The states whose "officials", "leaders" or "ministers" a role noun names."""
    words = scene.cues.words
    found: Keys = ()
    for child in sentence.children(token):
        if child.dep in HANGING:
            mention = scene.mention_at(sentence, child)
            if mention is not None:
                found = merged(found, mention.actors, _joined(scene, sentence, child))
            elif child.lower in words["his"] and word_of(token) in words["own_people"]:
                found = merged(found, _last_person(scene, sentence, child))
        elif child.dep == "prep" and child.lower in words["belonging"]:
            for one in sentence.children(child):
                found = merged(found, phrase_actors(scene, sentence, one, depth + 1))
    return found


def _joined(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    found: Keys = ()
    for child in sentence.children(token):
        mention = scene.mention_at(sentence, child)
        # "The Ruvian-Costonan commission": of a pair the first hangs on the second.
        is_paired = child.dep in HANGING and mention is not None and mention.how == "state"
        if mention is not None and (child.dep == "conj" or is_paired):
            found = merged(found, mention.actors, _joined(scene, sentence, child))
    return found


def subject_actors(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who the subject of a verb is; the speaker where a quotation says "I", "we" or nothing."""
    if sentence.block_kind in HEADINGS and (found := before(scene, sentence, verb)):
        return found
    return _grammatical_subject(scene, sentence, verb)


def _grammatical_subject(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    token: Token = verb
    for _ in range(DEPTH):
        own = subject_of(sentence, token)
        if own is not None:
            return _subject_at(scene, sentence, own, token, verb)
        if token.dep in ("relcl", "acl"):
            noun = sentence.head(token)
            found = _who_is(scene, sentence, noun) or phrase_actors(scene, sentence, noun)
            return found or _holder(scene, sentence, token, noun)
        if token.head == token.index:
            break
        above = sentence.head(token)
        if token.dep == "xcomp" and (controller := _controller(sentence, token, above)):
            return phrase_actors(scene, sentence, controller)
        if token.dep not in _SHARED and token.dep != "prep":
            break
        token = above
    return before(scene, sentence, verb) or speaker_of(scene, sentence, verb)


def _who_is(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """The person of the same side who is said to be somebody: "X is the first official to"."""
    if noun.dep != "attr":
        return ()
    subject = subject_of(sentence, sentence.head(noun))
    found = () if subject is None else phrase_actors(scene, sentence, subject)
    same = scene.sides_of(found) == scene.sides_of(phrase_actors(scene, sentence, noun))
    return found if same and all(scene.is_person(key) for key in found) else ()


def _holder(scene: ContactScene, sentence: Sentence, verb: Token, noun: Token) -> Keys:
    """Who is to do what an infinitive on a noun says: "X has accepted an invitation to visit"."""
    above = sentence.head(noun)
    if verb.tag != "VB" or noun.dep not in ("dobj", "attr") or above.pos not in ("VERB", "AUX"):
        return ()
    own = subject_of(sentence, above)
    words = scene.cues.words
    accepts = word_of(noun) in words["invited"] and word_of(above) in words["accepting"]
    if own is not None and accepts:
        # "Has accepted her invitation to visit": who accepts it goes.
        return phrase_actors(scene, sentence, own)
    if sentence.child(noun, "poss") is not None:
        return owner_of(scene, sentence, noun)
    given = sentence.child(above, "dative")
    if given is not None:
        # "Sent the king an invitation to visit", "to the king": he is to visit.
        to_whom = sentence.child(given, "pobj") or given
        return phrase_actors(scene, sentence, to_whom)
    return () if own is None else phrase_actors(scene, sentence, own)


def _controller(sentence: Sentence, verb: Token, above: Token) -> Token | None:
    """The object that is to act: "asked the king to meet"."""
    found = sentence.child(above, "dobj")
    return found if found is not None and found.index < verb.index else None


def _subject_at(
    scene: ContactScene, sentence: Sentence, own: Token, token: Token, verb: Token
) -> Keys:
    if own.tag in ("WDT", "WP") and token.dep == "relcl":
        found = phrase_actors(scene, sentence, sentence.head(token))
        # "Who" is a person: in "the head of the agency, who met", not the agency.
        return tuple(k for k in found if own.tag == "WDT" or not scene.is_bare(k))
    found = _listed_subjects(scene, sentence, own, token) or phrase_actors(scene, sentence, own)
    if not found and word_of(own) in scene.cues.words["vehicle"]:
        found = owner_of(scene, sentence, own)
    if not found and word_of(own) in scene.cues.words["pair"]:
        found = pair_or_theirs(scene, sentence, own)
    if own.lower in scene.cues.words["first_person"]:
        return merged(found, speaker_of(scene, sentence, verb))
    if not found and token.index == verb.index:
        return before(scene, sentence, verb) if own.index > verb.index else ()
    return found


def _listed_subjects(scene: ContactScene, sentence: Sentence, own: Token, verb: Token) -> Keys:
    """The members of a list that the parse cuts into several subjects of one verb."""
    subjects = [one for one in sentence.children(verb) if one.dep in SUBJECTS]
    first = min((one.index for one in subjects), default=own.index)
    if first >= own.index:
        return ()
    found: Keys = ()
    for token in sentence.tokens[first : own.index + 1]:
        mention = scene.mention_at(sentence, token)
        if mention is not None:
            found = merged(found, mention.actors)
        elif token.text != "," and token.lower not in scene.cues.words["joining"]:
            return ()
    return merged(found, phrase_actors(scene, sentence, own))


def owner_of(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whose contact a noun is: its possessor, "his" and "their" by the names before them."""
    owner = sentence.child(noun, "poss")
    if owner is None:
        return ()
    found = phrase_actors(scene, sentence, owner)
    if found:
        return found
    if owner.lower in scene.cues.words["theirs"]:
        return near_pair(scene, sentence, owner) or _two_states(scene, sentence, owner)
    if owner.lower in scene.cues.words["his"]:
        found = _own_subject(scene, sentence, owner) or _last_person(scene, sentence, owner)
        return found or person_before(scene, sentence)
    return ()


def _own_subject(scene: ContactScene, sentence: Sentence, owner: Token) -> Keys:
    """The person who is the subject of the clause in which "his" stands."""
    for verb in sentence.ancestors(owner):
        subject = subject_of(sentence, verb) if is_verb(verb) else None
        if subject is not None and subject.index < owner.index:
            found = phrase_actors(scene, sentence, subject)
            return found if len(found) == 1 and scene.is_person(found[0]) else ()
    return ()


def _two_states(scene: ContactScene, sentence: Sentence, owner: Token) -> Keys:
    """The two that are the subject of the clause: "X and Y reached no deal at their talks"."""
    verb = next((one for one in sentence.ancestors(owner) if one.pos in ("VERB", "AUX")), None)
    subject = None if verb is None else subject_of(sentence, verb)
    if subject is None or owner.index < subject.index:
        return ()
    found = phrase_actors(scene, sentence, subject)
    return found if len(scene.sides_of(found)) == 2 else ()


def pronoun_actors(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Whom "him" or "her" means: the person who is the sentence's subject, else the one before."""
    if token.lower not in scene.cues.words["him"]:
        return ()
    return _last_person(scene, sentence, token)


def _last_person(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Whom "his" means: the person who is the sentence's subject, else the one named last."""
    top = subject_of(sentence, sentence.root)
    # Of a "his" within the subject itself ("Lund and his ministers") the subject cannot be asked.
    if top is not None and top.index < token.index and token not in sentence.subtree(top):
        found = phrase_actors(scene, sentence, top)
        if len(found) == 1 and scene.is_person(found[0]):
            return found
    for one in reversed(sentence.tokens[: token.index]):
        mention = scene.mention_at(sentence, one)
        if mention is not None and len(mention.actors) == 1 and scene.is_person(mention.actors[0]):
            return mention.actors
    return ()


def speaker_of(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Who speaks the words at a token, when they stand on somebody's word."""
    speech = scene.speeches.speech_at(Span(token.start, token.end))
    if speech is None or speech.attribution.speaker is None:
        return ()
    is_whole = speech.span.start <= sentence.start <= sentence.end <= speech.span.end + 2
    if not is_whole and subject_of(sentence, token) is None:
        return ()
    return (speech.attribution.speaker,)


def behind(
    scene: ContactScene, sentence: Sentence, token: Token, prepositions: Collection[str]
) -> Keys:
    """Whom the objects of these prepositions name that hang on a token."""
    found: Keys = ()
    for preposition in prepositions_of(sentence, token):
        if preposition.lower in prepositions:
            for one in sentence.children(preposition):
                if one.dep in ("pobj", "pcomp"):
                    found = merged(found, phrase_actors(scene, sentence, one))
    return found
