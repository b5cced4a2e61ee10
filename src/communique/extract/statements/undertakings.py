"""Undertakings: what parties say they will do, are ready to do, order, or offer."""

from collections.abc import Iterator

from communique.extract.clauses import (
    before_past,
    complement_end,
    is_asserted,
    is_in_question,
    is_negated,
    span_of,
    subject_of,
)
from communique.extract.statements.conditions import condition_ahead, condition_from
from communique.extract.statements.denied import is_denied
from communique.extract.statements.details import is_history
from communique.extract.statements.follow import Follow, follow
from communique.extract.statements.meant import actors_meant, parties_before, subject_actors
from communique.extract.statements.places import state_meant
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import passage_start, stretches
from communique.extract.statements.undertaken import Found, claims_of
from communique.languages.en.cues import UndertakingCue, undertaking_cues, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Strength, UndertakingKind

_COPULAS = frozenset({"be", "remain", "stand", "become", "seem"})


def find_undertakings(scene: Scene) -> Iterator[Claim]:
    """The undertakings that cue words give, in the order of the text."""
    cues = undertaking_cues()
    for sentence, token in scene.having(frozenset(cues)):
        for cue in cues.get(token.lemma.lower(), ()):
            found = _read(scene, sentence, cue, token)
            if found is not None:
                yield from claims_of(scene, found)
                break


def _read(scene: Scene, sentence: Sentence, cue: UndertakingCue, token: Token) -> Found | None:
    governor = _governor(sentence, cue, token)
    if governor is None or is_negated(sentence, token) or not _is_said(sentence, cue, governor):
        return None
    after = follow(scene, sentence, cue, token)
    if after is None or is_history(scene, sentence, governor):
        return None
    if is_denied(sentence, governor) or not _is_own_staff(scene, sentence, cue, token, after):
        return None
    if is_in_question(sentence, governor) or not _may_be_asked(sentence, cue, after):
        return None
    if not _told_may_act(scene, sentence, cue, after):
        return None
    by = _by(scene, sentence, cue, token, governor, after)
    if not by or (cue.jointly and len(by) < 2 and cue.alone is None):
        return None
    if cue.alone is not None and len(by) == 1 and not _is_own_word(scene, by, token):
        return None
    end = complement_end(sentence, after.start, scene.wordings.get(sentence.index, ()))
    end = before_past(sentence, after.start, end)
    on = condition_from(scene, sentence, after.start, end)
    end = end if on is None else min(end, on.start)
    kind, strength = _kind(sentence, cue, by, after.start)
    return Found(
        sentence=sentence,
        kind=kind,
        strength=strength,
        rule=cue.name,
        by=by,
        start=passage_start(scene, sentence, token, governor),
        parts=stretches(scene, sentence, after.start, end),
        to=after.to,
        is_repeated=_is_repeated(sentence, governor),
        condition=on or condition_ahead(scene, sentence, governor),
        is_word_given=cue.is_word_given,
        is_own_saying=cue.part == "noun" or governor.lemma in words("undertakings", "offering"),
    )


def _is_own_word(scene: Scene, by: tuple[ActorKey, ...], token: Token) -> bool:
    """Whether one who decides says so himself: else it is only news."""
    return scene.attribution_of(Span(token.start, token.end)).side in by


def _governor(sentence: Sentence, cue: UndertakingCue, token: Token) -> Token | None:
    """The verb that says the cue: itself, the copula of an adjective, the verb above a noun."""
    if cue.part == "verb":
        return token if token.pos in ("VERB", "AUX") else None
    head = sentence.head(token)
    if cue.part == "adjective":
        return (
            head if head.lemma in _COPULAS or (head.tag == "VBG" and head.lemma == "be") else None
        )
    if token.pos != "NOUN":
        return None
    for _ in range(2):
        if head.lemma in cue.under and head.pos in ("VERB", "AUX"):
            return head
        if head.dep not in ("dobj", "conj", "pobj", "prep"):
            return None
        head = sentence.head(head)
    return None


def _is_said(sentence: Sentence, cue: UndertakingCue, governor: Token) -> bool:
    if is_asserted(sentence, governor):
        return True
    # "spoke by phone to express readiness": the purpose of a deed that was done.
    if cue.part == "noun" and governor.tag == "VB" and governor.dep in ("advcl", "conj"):
        head = sentence.head(governor)
        return head.tag in ("VBD", "VBZ", "VBP") and is_asserted(sentence, head)
    return False


def _is_own_staff(
    scene: Scene, sentence: Sentence, cue: UndertakingCue, token: Token, after: Follow
) -> bool:
    """Whether whoever is instructed is not another's: "ordered the ambassador of Y to leave"."""
    if cue.kind is not UndertakingKind.INSTRUCTION or after.to is None:
        return True
    told = sentence.tokens[after.to[0] : after.to[1]]
    found = subject_actors(scene, sentence, token, Span(token.start, token.end))
    by = set(scene.acting(found, sentence.span))
    whose = {state_meant(scene.page.tables, sentence, one) for one in told} - {None}
    named = [key for one in told if (m := scene.mention_at(sentence, one)) for key in m.actors]
    return not (whose | set(scene.acting(tuple(named), sentence.span))) - by


def _may_be_asked(sentence: Sentence, cue: UndertakingCue, after: Follow) -> bool:
    """Whether an invitation is to something that one is invited to, and no demand."""
    if cue.kind is not UndertakingKind.INVITATION:
        return True
    ahead = sentence.tokens[after.start : after.start + 4]
    verbs = [one for one in ahead if one.pos in ("VERB", "AUX")]
    return not verbs or verbs[0].lemma in words("undertakings", "visiting")


def _told_may_act(scene: Scene, sentence: Sentence, cue: UndertakingCue, after: Follow) -> bool:
    """Whether whoever is told to act could: an office of the kind listed, or an actor."""
    if after.to is None:
        return cue.kind is not UndertakingKind.INSTRUCTION
    told = sentence.tokens[after.to[0] : after.to[1]]
    if any(one.lemma.lower() in cue.objects for one in told):
        return True
    if cue.kind is not UndertakingKind.INSTRUCTION and [one.tag for one in told] == ["PRP"]:
        return told[0].lower not in words("undertakings", "hearers")
    return any(scene.mention_at(sentence, one) is not None for one in told)


def _by(
    scene: Scene,
    sentence: Sentence,
    cue: UndertakingCue,
    token: Token,
    governor: Token,
    after: Follow,
) -> tuple[ActorKey, ...]:
    """Who undertakes it; nobody where it is another's deed that is spoken of."""
    about = Span(token.start, sentence.tokens[after.start].end)
    found: tuple[ActorKey, ...] = ()
    owner = sentence.child(token, "poss")
    if owner is not None and token.pos == "NOUN" and owner.tag != "PRP$":
        found = scene.acting(actors_meant(scene, sentence, owner, about), about)
        sayer = scene.acting(subject_actors(scene, sentence, governor, about), about)
        # "X's willingness was a surprise", "it showed X's will": not X says so.
        if found and not set(found) & set(sayer):
            return ()
    if not found and _is_impersonal(sentence, governor):
        found = parties_before(scene, sentence, about)
    elif not found:
        found = subject_actors(scene, sentence, _doer(sentence, governor), about)
    if found and after.partners is not None:
        found += _named(scene, sentence, after.partners)
    by = _without_named(scene, sentence, governor, scene.acting(found, about), after)
    return by if _may_bind(scene, sentence, cue, after, by, about) else ()


def _doer(sentence: Sentence, governor: Token) -> Token:
    """The verb whose subject acts: of "by signing" the one that the phrase hangs on."""
    above = sentence.head(governor)
    return sentence.head(above) if governor.dep == "pcomp" and above.dep == "prep" else governor


def _without_named(
    scene: Scene,
    sentence: Sentence,
    governor: Token,
    by: tuple[ActorKey, ...],
    after: Follow,
) -> tuple[ActorKey, ...]:
    """Whom "we" means: not the party that the speaker will do it for, and names as another."""
    subject = subject_of(sentence, governor)
    if len(by) < 2 or subject is None:
        return by
    if subject.lower in words("clauses", "several") and not _stand_near(scene, sentence, by):
        return ()
    if subject.lower not in words("undertakings", "we"):
        return by
    end = complement_end(sentence, after.start, scene.wordings.get(sentence.index, ()))
    inside = scene.named_in(span_of(sentence, after.start, end), sentence)
    named = scene.acting(tuple(key for one in inside for key in one.actors), sentence.span)
    return tuple(one for one in by if one not in named) or by


def _stand_near(scene: Scene, sentence: Sentence, by: tuple[ActorKey, ...]) -> bool:
    """Whether "they" were told of as parties, or are named here or in the sentence before."""
    if parties_before(scene, sentence, sentence.span):
        return True
    near = [sentence, *scene.page.sentences[max(sentence.index - 1, 0) : sentence.index]]
    named = [
        key for one in near for mention in scene.named_in(one.span, one) for key in mention.actors
    ]
    return set(by) <= scene.states_of(tuple(named))


def _may_bind(
    scene: Scene,
    sentence: Sentence,
    cue: UndertakingCue,
    after: Follow,
    by: tuple[ActorKey, ...],
    about: Span,
) -> bool:
    """Whether who is to do it, in a clause with "that", is among those who agree, or theirs."""
    if after.subject is None:
        return True
    who = scene.acting(actors_meant(scene, sentence, after.subject, about), about)
    if cue.is_word_given:
        verb = sentence.head(after.subject)
        return not set(who) - set(by) or verb.lemma in words("undertakings", "receiving")
    if who:
        return set(who) <= set(by)
    near = {one.lower for one in sentence.subtree(after.subject)}
    return len(by) > 1 and (after.is_passive or bool(near & words("undertakings", "theirs")))


def _is_impersonal(sentence: Sentence, governor: Token) -> bool:
    """Whether it is "it was agreed to ..."."""
    subject = subject_of(sentence, governor)
    return (
        subject is not None
        and subject.lower == "it"
        and any(one.dep == "auxpass" for one in sentence.children(governor))
    )


def _named(scene: Scene, sentence: Sentence, place: tuple[int, int]) -> tuple[ActorKey, ...]:
    """The actor at the head of a phrase and those joined to it."""
    mentions = scene.named_in(span_of(sentence, *place), sentence)
    first = next(iter(mentions), None)
    if first is None:
        return ()
    return tuple(key for one in scene.joined(sentence, first) for key in one.actors)


def _kind(
    sentence: Sentence, cue: UndertakingCue, by: tuple[ActorKey, ...], start: int
) -> tuple[UndertakingKind, Strength]:
    ahead = [one.lemma.lower() for one in sentence.tokens[start : start + 8]]
    if cue.kind is UndertakingKind.AGREEMENT and _fixes_dates(ahead):
        return UndertakingKind.SCHEDULE, cue.strength
    if cue.alone is not None and len(by) == 1:
        return cue.alone, Strength.RESOLVED
    return cue.kind, cue.strength


def _fixes_dates(ahead: list[str]) -> bool:
    """Whether what is agreed is to fix a date: "to set a date", "that ... would fix the dates"."""
    fixing = words("undertakings", "schedule", "fixing")
    nouns = words("undertakings", "schedule", "nouns")
    return any(
        one in fixing and any(noun in nouns for noun in ahead[at + 1 : at + 5])
        for at, one in enumerate(ahead)
    )


def _is_repeated(sentence: Sentence, governor: Token) -> bool:
    if governor.lemma in words("undertakings", "repeated", "verbs"):
        return True
    adverbs = words("undertakings", "repeated", "adverbs")
    return any(one.lower in adverbs for one in sentence.children(governor) if one.dep == "advmod")
