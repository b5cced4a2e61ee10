"""Deals: what was signed or agreed, told in the passive, and what a deal binds a party to do."""

from collections.abc import Iterator

from communique.extract.clauses import complement_end, is_asserted, is_negated
from communique.extract.statements.details import is_history
from communique.extract.statements.meant import actors_meant, parties_before
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import passage_start, stretches
from communique.extract.statements.undertaken import Found, claims_of
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Strength, UndertakingKind


def find_deals(scene: Scene) -> Iterator[Claim]:
    """The deals that were signed, and the deeds of single parties that a deal provides for."""
    for sentence, token in scene.having(words("undertakings", "deals", "nouns")):
        if token.pos == "NOUN" and token.dep == "nsubjpass":
            signed = _signed(scene, sentence, token)
            if signed is not None:
                yield from claims_of(scene, signed)
    for sentence, token in scene.having(words("undertakings", "will", "promising")):
        verb = sentence.head(token)
        if token.tag == "MD" and is_under_deal(sentence, verb):
            bound = _bound(scene, sentence, token, verb)
            if bound is not None:
                yield from claims_of(scene, bound)


def is_under_deal(sentence: Sentence, verb: Token) -> bool:
    """Whether a deal that is named beside a deed, or opens its sentence, provides for it."""
    links = (*sentence.tokens[:2], *sentence.children(verb))
    return any(
        one.lower in words("undertakings", "deals", "under")
        and (noun := sentence.child(one, "pobj")) is not None
        and noun.lemma.lower() in words("undertakings", "deals", "nouns")
        for one in links
    )


def _signed(scene: Scene, sentence: Sentence, noun: Token) -> Found | None:
    verb = sentence.head(noun)
    if verb.lemma not in words("undertakings", "deals", "verbs"):
        return None
    if not is_asserted(sentence, verb) or is_negated(sentence, noun):
        return None
    if is_history(scene, sentence, verb) or is_negated(sentence, verb):
        return None
    about = Span(noun.start, verb.end)
    by = _signers(scene, sentence, noun, verb, about)
    if len(by) < 2:
        return None
    signing = words("undertakings", "deals", "signing")
    tree = sentence.subtree(noun)
    first, last = tree[0].index, min(tree[-1].index + 1, verb.index)
    return Found(
        sentence=sentence,
        kind=UndertakingKind.AGREEMENT,
        strength=Strength.DONE if verb.lemma in signing else Strength.AGREED,
        rule="undertaking.agreement.signed",
        by=by,
        start=first,
        parts=((first, last),),
        until=verb.index + 1,
    )


def _signers(
    scene: Scene, sentence: Sentence, noun: Token, verb: Token, about: Span
) -> tuple[ActorKey, ...]:
    """Who signs: those after "by" or "between", else the parties of the contact told of."""
    found: list[ActorKey] = []
    for link in (*sentence.children(verb), *sentence.children(noun)):
        if link.dep == "agent" or link.lower in words("undertakings", "deals", "between"):
            found += actors_meant(scene, sentence, sentence.child(link, "pobj"), about)
    return scene.acting(tuple(found) or parties_before(scene, sentence, about), about)


def _bound(scene: Scene, sentence: Sentence, auxiliary: Token, verb: Token) -> Found | None:
    """What one party "will" do "under the accord", in whoever's words."""
    if verb.tag != "VB" or is_negated(sentence, verb) or sentence.tokens[-1].text == "?":
        return None
    subject = sentence.child(verb, "nsubj")
    if subject is None or sentence.child(verb, "auxpass") is not None:
        return None
    about = Span(auxiliary.start, verb.end)
    by = scene.acting(actors_meant(scene, sentence, subject, about), about)
    if not by:
        before = scene.mention_before(sentence, auxiliary)
        by = () if before is None else scene.acting(before.actors, about)
    if not by:
        return None
    end = complement_end(sentence, verb.index, scene.wordings.get(sentence.index, ()))
    return Found(
        sentence=sentence,
        kind=UndertakingKind.AGREEMENT,
        strength=Strength.AGREED,
        rule="undertaking.agreement.under",
        by=by,
        start=passage_start(scene, sentence, verb, verb),
        parts=stretches(scene, sentence, verb.index, end),
        is_outward=True,
    )
