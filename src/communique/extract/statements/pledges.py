"""Pledges: what one party says that another has promised."""

from collections.abc import Iterator

from communique.extract.clauses import complement_end, is_negated, span_of, subject_of
from communique.extract.statements.addressees import whom_in
from communique.extract.statements.dues import due_in
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.places import state_named
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, AttributionMode, Strength, UndertakingKind


def find_pledges(scene: Scene) -> Iterator[Claim]:
    """The obligations that one party says another has given, with the promisor as actor."""
    for sentence, token in scene.having(words("undertakings", "pledge", "nouns")):
        if token.pos == "NOUN":
            yield from _pledge(scene, sentence, token)


def _pledge(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Claim]:
    verb, content = _verb_above(sentence, noun), _content_start(sentence, noun)
    if verb is None or content is None or is_negated(sentence, noun):
        return
    by, start = _promisor(scene, sentence, noun, verb)
    if not by or not _is_claimed(scene, sentence, noun, verb, by):
        return
    end = complement_end(sentence, content, scene.wordings.get(sentence.index, ()))
    what = span_of(sentence, content, _before_giver(sentence, content, end))
    to = _addressee(scene, sentence, noun) or whom_in(scene, sentence, what, by)
    due = due_in(scene, sentence, what)
    yield scene.claim(
        Aspect.UNDERTAKING,
        Undertaking(kind=UndertakingKind.PLEDGE, by=by, to=to, what=scene.text(what), due=due),
        Span(start, what.end),
        rule=f"undertaking.pledge.{noun.lemma}",
        strength=Strength.AGREED,
        within=what,
    )


def _promisor(
    scene: Scene, sentence: Sentence, noun: Token, verb: Token
) -> tuple[tuple[ActorKey, ...], int]:
    """Who gave the promise, and where the words begin: its owner, or whom it was received from."""
    about = Span(noun.start, noun.end)
    owner = sentence.child(noun, "poss")
    if owner is not None:
        subject = subject_of(sentence, verb) if owner.tag == "PRP$" else owner
        by = scene.acting(actors_meant(scene, sentence, subject, about), about)
        start = owner.start if subject is None else sentence.subtree_span(subject).start
        return by, min(start, owner.start)
    for link in (*sentence.children(noun), *sentence.children(verb)):
        if link.lower in words("undertakings", "pledge", "givers"):
            return _giver(scene, sentence, sentence.child(link, "pobj"), about), noun.start
    return (), noun.start


def _giver(
    scene: Scene, sentence: Sentence, named: Token | None, about: Span
) -> tuple[ActorKey, ...]:
    found = scene.acting(actors_meant(scene, sentence, named, about), about)
    if found or named is None:
        return found
    place = state_named(scene.page.tables, sentence, named)
    return () if place is None else (place,)


def _is_claimed(
    scene: Scene, sentence: Sentence, noun: Token, verb: Token, by: tuple[ActorKey, ...]
) -> bool:
    """Whether another than the promisor says it, holds him to it, or has received it."""
    about = Span(noun.start, noun.end)
    said = scene.attribution_of(about)
    if verb.lemma in words("undertakings", "pledge", "verbs"):
        return said.mode is not AttributionMode.NONE and said.side not in by
    holder = scene.acting(subject_actors(scene, sentence, verb, about), about)
    return bool(holder) and not set(holder) & set(by)


def _before_giver(sentence: Sentence, start: int, end: int) -> int:
    """The end of what was promised without the day and the "from" that close the phrase."""
    if sentence.tokens[end - 1].lower not in words("undertakings", "pledge", "givers"):
        return end
    cut = next(
        (one.index for one in sentence.tokens[start:end] if one.pos == "ADP" and one.lower != "of"),
        end - 1,
    )
    return max(cut, start + 1)


def _addressee(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """Whom a promise was given to, where the words say so: "its pledge to Ostania"."""
    link = sentence.child(noun, "prep")
    given = None if link is None or link.lower != "to" else sentence.child(link, "pobj")
    mention = None if given is None else scene.mention_at(sentence, given)
    return None if mention is None else scene.text(mention.span)


def _verb_above(sentence: Sentence, noun: Token) -> Token | None:
    head = sentence.head(noun)
    if head.dep == "prep":
        head = sentence.head(head)
    known = words("undertakings", "pledge", "verbs") | words("undertakings", "pledge", "receiving")
    return head if head.lemma in known else None


def _content_start(sentence: Sentence, noun: Token) -> int | None:
    """The first token of what was promised: after "of", "to" or "that", a giver passed over."""
    for child in (*sentence.children(noun), *sentence.children(sentence.head(noun))):
        if child.index > noun.index and child.dep in ("acl", "relcl", "ccomp"):
            first = sentence.subtree(child)[0]
            if first.lower in ("to", "that"):
                return first.index + 1
    for token in sentence.tokens[noun.index + 1 : noun.index + 3]:
        if token.lower in ("of", "to", "that", "not"):
            return token.index + (token.lower != "not")
    return None
