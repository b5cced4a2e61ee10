"""Whom an undertaking is made to: by name, where the words hold a pronoun or only his office."""

from communique.extract.clauses import span_of
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind


def addressee(
    scene: Scene, sentence: Sentence, place: tuple[int, int], by: tuple[ActorKey, ...]
) -> str:
    """The words at a place, or the name of whom they mean: "him", "the President"."""
    span = span_of(sentence, *place)
    tokens = sentence.tokens[place[0] : place[1]]
    found: tuple[ActorKey, ...] = ()
    if len(tokens) == 1 and tokens[0].tag == "PRP":
        found = _other_than(scene, by, _by_pronoun(scene, sentence, tokens[0], by, span))
    elif tokens[0].lower == "the":
        found = _other_than(scene, by, _holders(scene, scene.text(span)[len("the ") :]))
    return scene.actors[found[0]].name if len(found) == 1 else scene.text(span)


def told_in(scene: Scene, sentence: Sentence, what: Span, by: tuple[ActorKey, ...]) -> str | None:
    """Who is told of it by the verb above: "told Belk that Vostland would ...", or None."""
    first = next(iter(sentence.within(what)), None)
    if first is None or len(by) != 1:
        return None
    for above in sentence.ancestors(first):
        if above.lemma in words("undertakings", "telling"):
            told = sentence.child(above, "dobj", "dative")
            mention = None if told is None else scene.mention_at(sentence, told)
            if mention is None or not set(scene.states_of(mention.actors)) - set(by):
                return None
            return scene.text(mention.span)
    return None


def is_known(
    scene: Scene, sentence: Sentence, place: tuple[int, int], by: tuple[ActorKey, ...]
) -> bool:
    """Whether the words at a place name nobody themselves, and mean one who is known by name."""
    span = span_of(sentence, *place)
    return addressee(scene, sentence, place, by) != scene.text(span)


def _other_than(
    scene: Scene, by: tuple[ActorKey, ...], keys: tuple[ActorKey, ...]
) -> tuple[ActorKey, ...]:
    return tuple(one for one in dict.fromkeys(keys) if not scene.states_of((one,)) & set(by))


def _by_pronoun(
    scene: Scene, sentence: Sentence, token: Token, by: tuple[ActorKey, ...], about: Span
) -> tuple[ActorKey, ...]:
    """The object of the verb that the pronoun's own is joined to, else the other party."""
    if token.lower == "them":
        return ()
    verb = sentence.head(token)
    while verb.dep == "conj" and verb.head != verb.index:
        verb = sentence.head(verb)
        found = actors_meant(scene, sentence, sentence.child(verb, "dobj"), about)
        if _other_than(scene, by, found):
            return found
    return tuple(one for one in scene.parties_at(about) if one in scene.actors)


def _holders(scene: Scene, title: str) -> tuple[ActorKey, ...]:
    """The persons of the document who hold an office of this title."""
    return tuple(
        key
        for key, one in scene.actors.items()
        if one.kind is ActorKind.PERSON
        and not one.is_former
        and any(office.title.casefold() == title.casefold() for office in one.offices)
    )


def whom_in(scene: Scene, sentence: Sentence, what: Span, by: tuple[ActorKey, ...]) -> str | None:
    """The words for whom a single actor undertakes it: "to its allies in the bloc", or None."""
    if len(by) != 1:
        return None
    for token in sentence.within(what):
        if token.dep == "dative" and token.pos in ("PROPN", "NOUN"):
            mention = scene.mention_at(sentence, token)
            if mention is not None and set(scene.acting(mention.actors, what)) - set(by):
                return scene.text(mention.span)
        if token.lower not in words("clauses", "links", "whom") or token.dep not in (
            "prep",
            "dative",
        ):
            continue
        noun = sentence.child(token, "pobj")
        if noun is None or sentence.head(token).pos not in ("VERB", "NOUN"):
            continue
        span = _phrase(sentence, noun, what)
        named = [key for one in scene.named_in(span, sentence) for key in one.actors]
        if any(one not in by for one in scene.acting(tuple(named), span)):
            return scene.text(span)
    return None


def _phrase(sentence: Sentence, noun: Token, within: Span) -> Span:
    tree = sentence.subtree_span(noun)
    return Span(tree.start, min(tree.end, within.end))
