"""Who takes part in talks that a text tells of by their place or matter alone.

Reports of long negotiations seldom name the sides where they say that "talks resumed in Strelsau":
who mediates, who sent negotiators and between whom there is war stands in other sentences.
"""

from communique.catalog.naming import NamingKind, namings_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, clause_verb, is_verb, subject_of, word_of
from communique.extract.contacts.words.modifiers import hanging_before
from communique.extract.contacts.words.phrases import (
    Keys,
    behind,
    merged,
    owner_of,
    phrase_actors,
    subject_actors,
)
from communique.extract.contacts.words.places import place_span
from communique.extract.contacts.words.sides import Sides
from communique.languages.en.contact_cues import NounCue
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Form

MOST = 6
"""More sides than these are those of several talks, and none of them is known to be in these."""
_JOINED = ("conj", "appos")
_BEFORE = ("amod", "compound", "nmod", "poss")


def names_nobody(scene: ContactScene, site: Site, sides: Sides) -> bool:
    """Whether a noun of talks has none of its sides with it, or only as "the warring parties".

    So also where "the mediators met in Velan", and of "a negotiating summit".
    """
    words = scene.cues.words
    if sides.all:
        return False
    if not isinstance(site.cue, NounCue):
        subject = subject_of(site.sentence, site.token)
        meets = site.cue.form is Form.MEETING and site.cue.is_reciprocal
        return meets and subject is not None and _is_unnamed(scene, site.sentence, subject)
    if site.cue.form is Form.SUMMIT:
        return any(one.lower in words["negotiating"] for one in site.sentence.children(site.token))
    if site.cue.form is not Form.TALKS:
        return False
    if site.token.tag not in ("NNS", "NNPS") and not site.cue.modifiers:
        return False
    met = [
        one
        for preposition in site.sentence.children(site.token)
        if preposition.lower in words["between"] | words["with"]
        for one in site.sentence.children(preposition)
        if one.dep == "pobj"
    ]
    return all(word_of(one) in words["unnamed"] for one in met) and _may_end_war(scene, site)


def _is_unnamed(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun means those who negotiate, or experts who do so for them, without a name."""
    words = scene.cues.words
    if word_of(noun) not in words["experts"]:
        return word_of(noun) in words["unnamed"]
    return any(one.lower in words["of_experts"] for one in sentence.children(noun))


def is_carried_on(scene: ContactScene, site: Site) -> bool:
    """Whether talks are one more of those told of: "a third round", "the delegations will meet"."""
    words, sentence = scene.cues.words, site.sentence
    if not isinstance(site.cue, NounCue):
        return True
    nouns = (site.token, sentence.head(sentence.head(site.token)))
    return any(
        under.lower in words["numbered"]
        for noun in nouns
        if noun == site.token or word_of(noun) in words["rounds"]
        for under in sentence.children(noun)
    )


def _may_end_war(scene: ContactScene, site: Site) -> bool:
    """Whether nothing says that talks are of another matter: no "wage talks", "talks on gas"."""
    words, sentence = scene.cues.words, site.sentence
    for one in sentence.children(site.token):
        if one.dep in ("compound", "nmod") and one.pos == "NOUN":
            if word_of(one) not in words["ending"] | words["of_any_talks"]:
                return False
        elif one.lower in words["about"]:
            matter = {word_of(under) for under in sentence.subtree(one)}
            if matter.isdisjoint(words["ending"]):
                return False
    return True


def negotiating_sides(scene: ContactScene) -> Keys:
    """Who the text says takes part in talks: mediators, negotiators, and who is at war."""
    core: Keys = ()
    pairs: list[Keys] = []
    for sentence in scene.page.sentences:
        if not sentence.block_kind.is_account:
            continue
        for token in sentence.tokens:
            core = merged(core, _at_the_table(scene, sentence, token))
            if token.lower in scene.cues.words["between"]:
                pairs += _at_war(scene, sentence, token)
            elif word_of(token) in scene.cues.words["warfare"]:
                pairs += _warring(scene, sentence, token)
    core = merged(core, _opposed(scene, pairs, core))
    return core if 1 < len(scene.sides_of(core)) <= MOST else ()


def _opposed(scene: ContactScene, pairs: list[Keys], core: Keys) -> Keys:
    """The two at war with one another, of whom one is known to negotiate or no others are named."""
    sides = {frozenset(scene.sides_of(pair)): pair for pair in pairs}
    known = set(scene.sides_of(core))
    fitting = [pair for both, pair in sides.items() if both & known]
    inside = [pair for both, pair in sides.items() if both <= known]
    if inside or len(fitting) != 1:
        return () if known or len(sides) != 1 else next(iter(sides.values()))
    return fitting[0]


def _at_the_table(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Who takes part by what one word says."""
    words, word = scene.cues.words, word_of(token)
    if word in words["mediators"]:
        return _called(scene, sentence, token)
    if word in words["mediating"] and is_verb(token):
        by = behind(scene, sentence, token, words["agent"])
        return _acting(scene, merged(by, _subject(scene, sentence, token)))
    if word in words["table"] and any(
        one.lower in words["negotiating"] for one in sentence.children(token)
    ):
        verb = clause_verb(sentence, token)
        return () if verb is None else _acting(scene, subject_actors(scene, sentence, verb))
    if word in words["delegates"] and _is_of_talks(scene, sentence):
        mention = scene.mention_at(sentence, token)
        return () if mention is None else _acting(scene, mention.actors)
    if word in words["plans"] and _is_of_talks(scene, sentence):
        return _who_drew_up(scene, sentence, token)
    if token.lower in words["among_them"] and _are_represented(scene, sentence, token):
        return _behind(scene, sentence, token)
    return ()


def _who_drew_up(scene: ContactScene, sentence: Sentence, plan: Token) -> Keys:
    """By whom a plan to end a war was drawn up: "a truce plan put forward by Y and Z"."""
    words = scene.cues.words
    if not any(word_of(one) in words["ending"] for one in sentence.subtree(plan)):
        return ()
    found: Keys = ()
    for clause in sentence.children(plan):
        if clause.dep == "acl" and clause.tag == "VBN":
            for by in sentence.children(clause):
                if by.lower in words["agent"]:
                    found = merged(found, _behind(scene, sentence, by))
    return found


def _is_of_talks(scene: ContactScene, sentence: Sentence) -> bool:
    return any(word_of(one) in scene.cues.words["bargaining"] for one in sentence.tokens)


def _are_represented(scene: ContactScene, sentence: Sentence, including: Token) -> bool:
    """Whether "including" names one of the sides that are at talks: "all sides, including Y"."""
    words = scene.cues.words
    whole = sentence.head(including)
    if word_of(whole) not in words["unnamed"] or not _is_of_talks(scene, sentence):
        return False
    return word_of(sentence.head(whole)) in words["represented"]


def _called(scene: ContactScene, sentence: Sentence, noun: Token) -> Keys:
    """Whom a text calls mediators: before, beside and behind the word."""
    words = scene.cues.words
    mention = scene.mention_at(sentence, noun)
    found: Keys = () if mention is None else mention.actors
    for one in sentence.children(noun):
        if one.dep in _BEFORE or one.dep in _JOINED:
            found = merged(found, _row(scene, sentence, one))
        elif one.lower in words["among_them"]:
            found = merged(found, _behind(scene, sentence, one))
    above = sentence.head(noun)
    if noun.dep == "appos":
        found = merged(found, _row(scene, sentence, above))
    elif noun.dep == "attr":
        found = merged(found, _subject(scene, sentence, above))
    elif above.lower in words["as_one"] and is_verb(sentence.head(above)):
        found = merged(found, _subject(scene, sentence, sentence.head(above)))
    return _acting(scene, found)


def _behind(scene: ContactScene, sentence: Sentence, preposition: Token) -> Keys:
    found: Keys = ()
    for one in sentence.children(preposition):
        if one.dep in ("pobj", "dobj"):
            found = merged(found, _row(scene, sentence, one))
        elif one.dep == "prep":
            found = merged(found, _behind(scene, sentence, one))
    return _acting(scene, found)


def _subject(scene: ContactScene, sentence: Sentence, verb: Token) -> Keys:
    """Who the subject of a verb is, a row of states too that the text names like places."""
    own = subject_of(sentence, verb)
    return subject_actors(scene, sentence, verb) if own is None else _row(scene, sentence, own)


def _row(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """Who is named at a token and in the row joined to it."""
    found = phrase_actors(scene, sentence, token) or _by_table(scene, sentence, token)
    for one in sentence.children(token):
        if one.dep == "conj" or (one.dep == "appos" and one.pos == "PROPN"):
            found = merged(found, _row(scene, sentence, one))
    return found


def _by_table(scene: ContactScene, sentence: Sentence, token: Token) -> Keys:
    """The state or group of a name that stands for nobody by itself: "the militant Y group"."""
    for one in (token, *sentence.children(token)):
        if one.pos != "PROPN" or (one.index != token.index and one.dep != "compound"):
            continue
        span = place_span(sentence, one)
        text = scene.page.document.text[span.start : span.end]
        for naming in namings_of(scene.page.tables, text):
            if naming.kind in (NamingKind.STATE, NamingKind.CAPITAL):
                return (ActorKey(naming.code),)
            if naming.kind is NamingKind.GROUP:
                return (ActorKey(f"group:{naming.code}"),)
    return ()


def _at_war(scene: ContactScene, sentence: Sentence, between: Token) -> list[Keys]:
    """The two between whom there is a war, a truce or talks, if it is just two."""
    words = scene.cues.words
    if word_of(sentence.head(between)) not in words["strife"] | words["warfare"]:
        return []
    found = _behind(scene, sentence, between)
    return [found] if len(scene.sides_of(found)) == 2 else []


def _warring(scene: ContactScene, sentence: Sentence, war: Token) -> list[Keys]:
    """The two whose war a noun names: "the Ruvia-Costona war", "Ruvia's war against Costona"."""
    named = hanging_before(scene, sentence, war)
    against = behind(scene, sentence, war, scene.cues.words["against"])
    found = _acting(scene, merged(named, owner_of(scene, sentence, war), against))
    return [found] if len(scene.sides_of(found)) == 2 else []


def _acting(scene: ContactScene, keys: Keys) -> Keys:
    """Those who act for a side, and do not only speak for it."""
    return tuple(key for key in keys if scene.acts(key))
