"""Places named as where somebody went: the states that they belong to are hosts."""

from collections.abc import Collection

from communique.catalog.naming import NamingKind, namings_of
from communique.catalog.tables import Tables
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.extract.contacts.words.hanging import prepositions_of
from communique.extract.contacts.words.phrases import behind, is_excepted, merged
from communique.model.passages import Span
from communique.model.readings import Actor, ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind

_KINDS = (NamingKind.STATE, NamingKind.CAPITAL)
_OF_STATE = (*_KINDS, NamingKind.ADJECTIVE)
_BEFORE = ("poss", "amod", "compound", "nmod")
_TIMES = ("DATE", "TIME")


def place_span(sentence: Sentence, token: Token) -> Span:
    """The name of the place whose last word this is."""
    first = token.index
    while (
        first
        and sentence.tokens[first - 1].dep == "compound"
        and sentence.tokens[first - 1].head == token.index
        and not sentence.tokens[first - 1].text.islower()
    ):
        first -= 1
    return Span(sentence.tokens[first].start, token.end)


def states_at(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The states of a place and of those joined to it by "and", however the text has them."""
    found: list[ActorKey] = []
    mention = scene.mention_at(sentence, token)
    if mention is not None and mention.how in ("state", "metonym"):
        found += mention.actors
    elif _is_no_actor(mention, token) and token.text[:1].isupper():
        span = place_span(sentence, token)
        words = scene.page.document.text[span.start : span.end]
        code = _code(scene.page.tables, words, _KINDS)
        if code is not None:
            found.append(ActorKey(code))
    found = found or list(_around(scene, sentence, token))
    for child in sentence.children(token):
        if child.dep == "conj" and not is_excepted(scene, sentence, child):
            found += states_at(scene, sentence, child)
    return tuple(dict.fromkeys(found))


def _around(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The state of a place that the words around it tell: "Ruvia's capital", "Lund, Ruvia".

    The parser hangs a place on the day behind it, too: "to Strelsau Monday".
    """
    children = sentence.children(token)
    left = [one for one in children if one.dep in _BEFORE and one.index < token.index]
    if token.entity in _TIMES:
        return tuple(key for one in left[-1:] for key in states_at(scene, sentence, one))
    is_city = word_of(token) in scene.cues.words["city"]
    if is_city or token.pos == "PROPN":
        owners = [one for one in left if is_city or one.dep == "poss"]
        found = (state_before(scene, sentence, one) for one in owners)
        own = next((key for key in found if key is not None), None)
        if own is not None:
            return (own,)
    behind_it = [one for one in children if one.dep == "appos" and one.index > token.index]
    named = behind_it if is_city or token.pos == "PROPN" else []
    return next((keys for one in named if (keys := states_at(scene, sentence, one))), ())


def state_before(scene: ContactScene, sentence: Sentence, token: Token) -> ActorKey | None:
    """The state that a name or adjective before a noun is of."""
    span = place_span(sentence, token)
    words = scene.page.document.text[span.start : span.end]
    code = _code(scene.page.tables, words, _OF_STATE) if words[:1].isupper() else None
    return None if code is None else ActorKey(code)


def is_seat(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a name is that of a capital or a seat of power."""
    span = place_span(sentence, token)
    words = scene.page.document.text[span.start : span.end]
    met = namings_of(scene.page.tables, words) if words[:1].isupper() else ()
    return any(one.kind in (NamingKind.CAPITAL, NamingKind.SEAT) for one in met)


def is_set_elsewhere(scene: ContactScene, sentence: Sentence, sides: frozenset[str]) -> bool:
    """Whether a sentence names capitals where something was, and none of them of these sides."""
    capitals = {
        scene.side_of(key) or str(key)
        for one in sentence.tokens
        if one.dep == "pobj"
        and sentence.head(one).lower in scene.cues.words["where"]
        and is_seat(scene, sentence, one)
        for key in states_at(scene, sentence, one)
    }
    return bool(capitals) and not capitals & sides


def _is_no_actor(mention: Mention | None, token: Token) -> bool:
    """Whether a name stands for nobody by itself, as in "its ambassador to Ruritania"."""
    return mention is None or (mention.how == "office" and mention.head != token.index)


def states_behind(
    scene: ContactScene, sentence: Sentence, token: Token, prepositions: Collection[str]
) -> tuple[ActorKey, ...]:
    """The states of the places behind these prepositions."""
    return tuple(
        key
        for preposition in prepositions_of(sentence, token)
        if preposition.lower in prepositions
        for one in sentence.children(preposition)
        if one.dep == "pobj"
        for key in states_at(scene, sentence, one)
    )


def all_behind(
    scene: ContactScene, sentence: Sentence, token: Token, prepositions: Collection[str]
) -> tuple[ActorKey, ...]:
    """Who stands behind these prepositions, states named by a place among them: "to Strelsau"."""
    return merged(
        behind(scene, sentence, token, prepositions),
        states_behind(scene, sentence, token, prepositions),
    )


def places_before(scene: ContactScene, sentence: Sentence, noun: Token) -> tuple[ActorKey, ...]:
    """The state of a place named as a modifier: "the Strelsau trip"."""
    return tuple(
        key
        for one in sentence.children(noun)
        if one.dep in ("compound", "nmod") and one.index < noun.index
        for key in states_at(scene, sentence, one)
    )


def the_country(
    scene: ContactScene,
    sentence: Sentence,
    token: Token,
    prepositions: tuple[str, ...],
    guests: tuple[str, ...],
) -> tuple[ActorKey, ...]:
    """The state that "the country" means behind these: named last, and not the guests' own."""
    means_one = any(
        one.dep == "pobj"
        and one.lemma.lower() in scene.cues.words["country"]
        and _is_the_one(scene, sentence, one)
        for preposition in sentence.children(token)
        if preposition.dep == "prep" and preposition.lower in prepositions
        for one in sentence.children(preposition)
    )
    if not means_one:
        return ()
    persons = [one for one in _named_before(scene, sentence, token) if scene.is_person(one)]
    own = {*guests, *scene.sides_of(tuple(persons))}
    named = [
        key
        for one in sentence.tokens[: token.index]
        for key in _state_named(scene, sentence, one)
        if key not in own
    ]
    return (named[-1],) if named else ()


def _is_the_one(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether nothing but what is known already says which: "the island nation", "that country"."""
    beside = sentence.children(noun)
    points = any(one.lower in scene.cues.words["definite"] for one in beside)
    return points and not any(one.index > noun.index and one.dep != "punct" for one in beside)


def _named_before(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """Everybody whom a sentence names before a token."""
    return tuple(
        key
        for one in sentence.tokens[: token.index]
        if (mention := scene.mention_at(sentence, one)) is not None
        for key in mention.actors
    )


def _state_named(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The state that one word names by itself, be it only as a place."""
    mention = scene.mention_at(sentence, token)
    if mention is not None:
        return tuple(key for key in mention.actors if scene.is_bare(key))
    return states_at(scene, sentence, token) if token.pos == "PROPN" else ()


def actor_for(tables: Tables, key: ActorKey) -> Actor | None:
    """A state or body that no mention stands for by itself, as an actor; None if none knows it."""
    body = next((one for one in tables.bodies if one.code == key), None)
    if body is not None:
        return Actor(key, ActorKind.BODY, body.names[0], (body.names[0],), None, None)
    state = next((one for one in tables.states if one.code == key), None)
    if state is None:
        return None
    return Actor(
        key=key,
        kind=ActorKind.STATE,
        name=state.names[0],
        names=(state.names[0],),
        state=key,
        state_basis="text: named as the place",
    )


def _code(tables: Tables, words: str, kinds: Collection[NamingKind]) -> str | None:
    met = namings_of(tables, words)
    return next((one.code for one in met if one.kind in kinds), None)
