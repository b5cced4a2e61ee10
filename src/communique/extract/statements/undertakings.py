"""Undertakings: what parties say they will do, are ready to do, order, or offer."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.clauses import (
    complement_end,
    is_asserted,
    is_in_question,
    is_negated,
    span_of,
    subject_of,
    trimmed,
)
from communique.extract.occasions import occasions_in
from communique.extract.statements.addressees import addressee, is_known
from communique.extract.statements.details import (
    body_within,
    condition_after,
    due_in,
    is_history,
    whom_in,
)
from communique.extract.statements.follow import Follow, follow
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import UndertakingCue, undertaking_cues, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength, UndertakingKind

_COPULAS = frozenset({"be", "remain", "stand", "become", "seem"})


@dataclass(frozen=True, slots=True)
class Found:
    """An undertaking before it is a claim: its kind and strength, who, and the places of its words.

    ``start`` is the first token of the passage; ``parts`` are the stretches of tokens of what is
    undertaken, one for each undertaking.
    """

    sentence: Sentence
    kind: UndertakingKind
    strength: Strength
    rule: str
    by: tuple[ActorKey, ...]
    start: int
    parts: tuple[tuple[int, int], ...]
    to: tuple[int, int] | None = None
    is_repeated: bool = False


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
    after = follow(sentence, cue, token)
    if after is None or is_history(scene, sentence, governor) or is_hostile(sentence, after.start):
        return None
    if is_in_question(sentence, governor):
        return None
    if not _told_may_act(scene, sentence, cue, after):
        return None
    about = Span(token.start, sentence.tokens[after.start].end)
    by = _by(scene, sentence, token, governor, after, about)
    if after.subject is not None:
        who = scene.acting(actors_meant(scene, sentence, after.subject, about), about)
        by = by if who and set(who) <= set(by) else ()
    if not by or (cue.jointly and len(by) < 2 and cue.alone is None):
        return None
    end = complement_end(sentence, after.start, scene.wordings.get(sentence.index, ()))
    kind, strength = _kind(sentence, cue, by, after.start)
    return Found(
        sentence=sentence,
        kind=kind,
        strength=strength,
        rule=cue.name,
        by=by,
        start=passage_start(scene, sentence, token, governor),
        parts=told_apart(sentence, parts(sentence, after.start, end)),
        to=after.to,
        is_repeated=_is_repeated(sentence, governor),
    )


def is_hostile(sentence: Sentence, start: int) -> bool:
    """Whether what is to be done is an act of war or revenge, and nothing owed to anybody."""
    ahead = sentence.tokens[start : start + 4]
    return any(one.lemma.lower() in words("undertakings", "hostile") for one in ahead)


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


def _told_may_act(scene: Scene, sentence: Sentence, cue: UndertakingCue, after: Follow) -> bool:
    """Whether whoever is told to act could: an office of the kind listed, or an actor."""
    if after.to is None:
        return cue.kind is not UndertakingKind.INSTRUCTION
    told = sentence.tokens[after.to[0] : after.to[1]]
    if any(one.lemma.lower() in cue.objects for one in told):
        return True
    if cue.kind is UndertakingKind.INVITATION and [one.tag for one in told] == ["PRP"]:
        return True
    return any(scene.mention_at(sentence, one) is not None for one in told)


def _by(
    scene: Scene, sentence: Sentence, token: Token, governor: Token, after: Follow, about: Span
) -> tuple[ActorKey, ...]:
    found: tuple[ActorKey, ...] = ()
    owner = sentence.child(token, "poss")
    if owner is not None and token.pos == "NOUN" and owner.tag != "PRP$":
        found = scene.acting(actors_meant(scene, sentence, owner, about), about)
    if not found:
        found = subject_actors(scene, sentence, governor, about)
    if not found and _is_impersonal(sentence, governor):
        found = scene.parties_at(about)
    if after.partners is not None:
        found += _named(scene, sentence, after.partners)
    return scene.acting(found, about)


def _is_impersonal(sentence: Sentence, governor: Token) -> bool:
    """Whether it is "it was agreed to ..."."""
    subject = subject_of(sentence, governor)
    return (
        subject is not None
        and subject.lower == "it"
        and any(one.dep == "auxpass" for one in sentence.children(governor))
    )


def _named(scene: Scene, sentence: Sentence, place: tuple[int, int]) -> tuple[ActorKey, ...]:
    span = span_of(sentence, *place)
    return tuple(key for one in scene.named_in(span, sentence) for key in one.actors)


def _kind(
    sentence: Sentence, cue: UndertakingCue, by: tuple[ActorKey, ...], start: int
) -> tuple[UndertakingKind, Strength]:
    ahead = [one.lemma.lower() for one in sentence.tokens[start : start + 6]]
    if cue.kind is UndertakingKind.AGREEMENT and _fixes_dates(ahead):
        return UndertakingKind.SCHEDULE, cue.strength
    if cue.alone is not None and len(by) == 1:
        return cue.alone, Strength.RESOLVED
    return cue.kind, cue.strength


def _fixes_dates(ahead: list[str]) -> bool:
    fixing = words("undertakings", "schedule", "fixing")
    return any(one in fixing for one in ahead[:3]) and any(
        one in words("undertakings", "schedule", "nouns") for one in ahead
    )


def _is_repeated(sentence: Sentence, governor: Token) -> bool:
    if governor.lemma in words("undertakings", "repeated", "verbs"):
        return True
    adverbs = words("undertakings", "repeated", "adverbs")
    return any(one.lower in adverbs for one in sentence.children(governor) if one.dep == "advmod")


def passage_start(scene: Scene, sentence: Sentence, token: Token, governor: Token) -> int:
    """The first token of the passage: the subject where it stands directly before, else the cue."""
    first = governor if governor.index <= token.index <= governor.index + 7 else token
    subject = subject_of(sentence, governor)
    if subject is not None and _stands_before(sentence, subject, first):
        return sentence.subtree(subject)[0].index
    mention = scene.mention_before(sentence, first)
    if mention is not None:
        start = min(one.span.start for one in scene.joined(sentence, mention))
        return next((t.index for t in sentence.tokens if t.start >= start), first.index)
    return first.index


def _stands_before(sentence: Sentence, subject: Token, verb: Token) -> bool:
    tree = sentence.subtree(subject)
    between = sentence.tokens[tree[-1].index + 1 : verb.index]
    return tree[-1].index < verb.index and all(
        one.pos in ("ADV", "AUX", "PUNCT", "PART") for one in between
    )


def parts(sentence: Sentence, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of what is undertaken: one for each verb, or included object, of its own."""
    cuts = [(start, start)]
    main = _main_verb(sentence, start, end)
    for token in sentence.tokens[start + 1 : end]:
        if _is_next_verb(sentence, token, main, start):
            cuts.append((_before_link(sentence, token.index), token.index))
        elif token.lower == "including" and _is_object_next(sentence, token, end):
            cuts.append((token.index, token.index + 1))
    stops = [stop for stop, _ in cuts[1:]] + [end]
    return tuple(
        (first, trimmed(sentence, first, stop))
        for (_, first), stop in zip(cuts, stops, strict=True)
        if first < stop
    )


def told_apart(
    sentence: Sentence, stretches: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """The stretches without the contact in which they were agreed: "during a call on Tuesday"."""
    starts = [one.start for one in occasions_in(sentence)]
    return tuple(
        (
            first,
            trimmed(sentence, first, min((at for at in starts if first < at < last), default=last)),
        )
        for first, last in stretches
    )


def _main_verb(sentence: Sentence, start: int, end: int) -> Token | None:
    for token in sentence.tokens[start:end]:
        if token.pos in ("VERB", "AUX"):
            return token
        if token.pos in ("NOUN", "PROPN"):
            return None
    return None


def _is_next_verb(sentence: Sentence, token: Token, main: Token | None, start: int) -> bool:
    if main is None or token.dep != "conj" or token.tag != main.tag:
        return False
    head = sentence.head(token)
    return (
        head.index < start
        or head.index == main.index
        or (head.dep == "conj" and sentence.head(head).index in (main.index, main.head))
    )


def _before_link(sentence: Sentence, index: int) -> int:
    """The place of the "and", comma, "to" or adverb that leads over to a joined verb."""
    while index > 0:
        before = sentence.tokens[index - 1]
        if before.dep != "cc" and before.pos not in ("PUNCT", "ADV", "PART", "CCONJ"):
            break
        index -= 1
    return index


def _is_object_next(sentence: Sentence, token: Token, end: int) -> bool:
    """Whether a thing of its own follows "including", set off by a comma."""
    before = sentence.tokens[token.index - 1]
    after = sentence.tokens[token.index + 1] if token.index + 1 < end else None
    return before.text == "," and after is not None and after.pos in ("DET", "ADJ", "NOUN", "PROPN")


def claims_of(scene: Scene, found: Found) -> Iterator[Claim]:
    """A claim for each part of an undertaking; none when it concerns nobody but its actor."""
    if not _concerns_others(scene, found) or _is_posture(scene, found):
        return
    for number, (first, last) in enumerate(found.parts):
        if is_hostile(found.sentence, first) or _is_only_said(found, first):
            continue
        what = span_of(found.sentence, first, last)
        span = span_of(found.sentence, first if number else found.start, last)
        yield scene.claim(
            Aspect.UNDERTAKING,
            _undertaking(scene, found, what, last),
            span,
            rule=found.rule,
            strength=found.strength,
            within=what,
            account=scene.account_of(found.by, span),
        )


def _is_only_said(found: Found, first: int) -> bool:
    """Whether one actor will only say something: "plans to reiterate its concerns"."""
    ahead = found.sentence.tokens[first : first + 4]
    return len(found.by) == 1 and any(
        one.pos == "VERB" and one.lemma in words("undertakings", "sayings") for one in ahead
    )


def _is_posture(scene: Scene, found: Found) -> bool:
    """Whether one actor is ready for nothing but relations, outside a contact: a position."""
    sentence, (first, last) = found.sentence, found.parts[0]
    verb = _main_verb(sentence, first, last)
    noun = None if verb is None else sentence.child(verb, "dobj")
    return (
        found.kind is UndertakingKind.READINESS
        and len(found.by) == 1
        and noun is not None
        and noun.lemma.lower() in words("undertakings", "posture", "nouns")
        and scene.account_at(span_of(sentence, first, last)) is None
    )


def _undertaking(scene: Scene, found: Found, what: Span, last: int) -> Undertaking:
    sentence = found.sentence
    told = addressee(scene, sentence, found.to, found.by) if found.to else None
    return Undertaking(
        kind=found.kind,
        by=found.by,
        to=told or whom_in(scene, sentence, what, found.by),
        what=scene.text(what),
        condition=condition_after(scene, sentence, last),
        due=due_in(scene, sentence, what),
        is_repeated=found.is_repeated,
        within=body_within(scene, sentence, what),
    )


def _concerns_others(scene: Scene, found: Found) -> bool:
    """Whether it is a matter between actors: told of a contact, by several, or naming another."""
    if len(found.by) > 1:
        return True
    span = span_of(found.sentence, found.start, found.parts[-1][1])
    if found.to is not None and is_known(scene, found.sentence, found.to, found.by):
        return True
    if found.by[0] in scene.states_of(scene.parties_at(span)):
        return True
    # With whom somebody agrees, or on whom a condition hangs, may stand elsewhere in the sentence.
    is_wide = found.kind in (UndertakingKind.AGREEMENT, UndertakingKind.CONDITION)
    last = found.parts[-1][1]
    is_wide = is_wide or condition_after(scene, found.sentence, last) is not None
    where = found.sentence.span if is_wide else span
    return scene.names_another(where, found.sentence, found.by)
