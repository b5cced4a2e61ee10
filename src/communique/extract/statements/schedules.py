"""What is to be fixed, and what one party says that another has promised."""

from collections.abc import Iterator

from communique.extract.clauses import complement_end, is_negated, span_of, subject_of
from communique.extract.statements.details import whom_in
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength, UndertakingKind


def find_schedules(scene: Scene) -> Iterator[Claim]:
    """The schedules of contacts to come that the parties of a contact spoke of."""
    for sentence, token in scene.having(words("undertakings", "schedule", "nouns")):
        yield from _schedule(scene, sentence, token)


def _schedule(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Claim]:
    if not _is_about_contacts(sentence, noun):
        return
    verb = sentence.head(noun)
    while verb.dep == "conj" and verb.pos == "NOUN":
        verb = sentence.head(verb)
    if verb.lemma not in words("undertakings", "schedule", "spoken") or is_negated(sentence, verb):
        return
    what = sentence.subtree_span(noun)
    by = scene.acting(scene.parties_at(what), what)
    if len(by) < 2:
        return
    passive = noun.index < verb.index
    subject = subject_of(sentence, verb)
    start = what.start if passive or subject is None else sentence.subtree_span(subject).start
    yield scene.claim(
        Aspect.UNDERTAKING,
        Undertaking(kind=UndertakingKind.SCHEDULE, by=by, to=None, what=scene.text(what)),
        Span(start, verb.end if passive else what.end),
        rule="undertaking.schedule.discussed",
        strength=Strength.MENTIONED,
    )


def _is_about_contacts(sentence: Sentence, noun: Token) -> bool:
    about = words("undertakings", "schedule", "about")
    for preposition in sentence.children(noun):
        if preposition.dep == "prep":
            target = sentence.child(preposition, "pobj")
            if target is not None and target.lemma.lower() in about:
                return True
    return False


def find_pledges(scene: Scene) -> Iterator[Claim]:
    """The obligations that one party says another has given, with the promisor as actor."""
    for sentence, token in scene.having(words("undertakings", "pledge", "nouns")):
        if token.pos == "NOUN":
            yield from _pledge(scene, sentence, token)


def _pledge(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Claim]:
    owner, verb = sentence.child(noun, "poss"), _verb_above(sentence, noun)
    content = _content_start(sentence, noun)
    if owner is None or verb is None or content is None:
        return
    about = Span(noun.start, noun.end)
    subject = subject_of(sentence, verb) if owner.tag == "PRP$" else owner
    by = scene.acting(actors_meant(scene, sentence, subject, about), about)
    claimant = scene.attribution_of(about)
    if not by or claimant.mode == "none" or claimant.side in by:
        return
    end = complement_end(sentence, content, scene.wordings.get(sentence.index, ()))
    what = span_of(sentence, content, end)
    to = _addressee(scene, sentence, noun) or whom_in(scene, sentence, what, by)
    start = sentence.subtree_span(subject).start if subject is not None else owner.start
    yield scene.claim(
        Aspect.UNDERTAKING,
        Undertaking(kind=UndertakingKind.PLEDGE, by=by, to=to, what=scene.text(what)),
        Span(min(start, owner.start), what.end),
        rule=f"undertaking.pledge.{noun.lemma}",
        strength=Strength.RESOLVED,
        within=what,
    )


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
    return head if head.lemma in words("undertakings", "pledge", "verbs") else None


def _content_start(sentence: Sentence, noun: Token) -> int | None:
    for token in sentence.tokens[noun.index + 1 : noun.index + 3]:
        if token.lower in ("of", "to", "that", "not"):
            return token.index + (token.lower != "not")
    return None
