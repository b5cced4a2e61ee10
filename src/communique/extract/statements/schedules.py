"""Schedules: what the parties of a contact say is to be fixed, and what they spoke of fixing."""

from collections.abc import Iterator

from communique.extract.clauses import is_negated, subject_of
from communique.extract.statements.dues import due_in
from communique.extract.statements.meant import parties_before
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength, UndertakingKind


def find_schedules(scene: Scene) -> Iterator[Claim]:
    """The schedules of contacts to come that the parties of a contact spoke of."""
    for sentence, token in scene.having(words("undertakings", "schedule", "nouns")):
        if token.pos == "NOUN":
            yield from _schedule(scene, sentence, token)


def _schedule(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Claim]:
    verb = sentence.head(noun)
    while verb.dep == "conj" and verb.pos == "NOUN":
        verb = sentence.head(verb)
    strength = _strength(sentence, noun, verb)
    if strength is None or is_negated(sentence, verb) or is_negated(sentence, noun):
        return
    what = sentence.subtree_span(noun)
    by = scene.acting(parties_before(scene, sentence, what), what)
    if len(by) < 2:
        return
    passive = noun.index < verb.index
    subject = subject_of(sentence, verb)
    start = what.start if passive or subject is None else sentence.subtree_span(subject).start
    due = due_in(scene, sentence, Span(start, max(verb.end, what.end)))
    yield scene.claim(
        Aspect.UNDERTAKING,
        Undertaking(kind=UndertakingKind.SCHEDULE, by=by, to=None, what=scene.text(what), due=due),
        Span(start, verb.end if passive else what.end),
        rule="undertaking.schedule.discussed",
        strength=strength,
    )


def _strength(sentence: Sentence, noun: Token, verb: Token) -> Strength | None:
    """Mentioned where dates were spoken of, agreed where they will be fixed; else None."""
    if verb.lemma in words("undertakings", "schedule", "spoken"):
        return Strength.MENTIONED if _is_about_contacts(sentence, noun) else None
    if noun.dep != "nsubjpass" or verb.lemma not in words("undertakings", "schedule", "settling"):
        return None
    will = words("undertakings", "will", "promising")
    is_ahead = any(one.lower in will for one in sentence.children(verb) if one.tag == "MD")
    has_link = any(one.dep == "prep" for one in sentence.children(noun))
    if not is_ahead or (has_link and not _is_about_contacts(sentence, noun)):
        return None
    return Strength.AGREED


def _is_about_contacts(sentence: Sentence, noun: Token) -> bool:
    about = words("undertakings", "schedule", "about")
    for preposition in sentence.children(noun):
        if preposition.dep == "prep":
            target = sentence.child(preposition, "pobj")
            if target is not None and target.lemma.lower() in about:
                return True
    return False
