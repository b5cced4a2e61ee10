"""Remarks: what a party notes, stresses or says, where it undertakes nothing."""

from collections.abc import Iterator, Sequence

from communique.extract.clauses import complement_end, is_asserted, span_of
from communique.extract.statements.denied import is_gainsaid
from communique.extract.statements.details import is_history
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import passage_start
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Words
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Status, Strength

_TELLING = (Aspect.FORM, Aspect.PARTY, Aspect.STATUS, Aspect.INITIATOR, Aspect.DURATION)
"""Aspects of a contact whose words tell of it."""
_HELD = (Aspect.UNDERTAKING, Aspect.POSITION, Aspect.TOPIC)


def find_remarks(scene: Scene, others: tuple[Claim, ...]) -> Iterator[Claim]:
    """The remarks that no other claim already holds the words of."""
    held = [one.passage.span for one in others if one.aspect in _HELD]
    made = list(_by_verb(scene, held))
    yield from made
    held += [one.passage.span for one in made]
    for index in sorted(scene.spoken):
        sentence = scene.page.sentences[index]
        near = [one for one in held if one.overlaps(sentence.span)]
        yield from _by_speech(scene, sentence, near)


def _tells_contact_itself(scene: Scene, inside: Sequence[Token]) -> bool:
    """Whether the main verb of some words is that of a contact: "Dan rang Vant" is no remark."""
    main = _main_of(inside)
    span = Span(main.start, main.end)
    return any(one.aspect in _TELLING and one.passage.span.holds(span) for one in scene.told.claims)


def _main_of(inside: Sequence[Token]) -> Token:
    """The word on which the others of a stretch hang."""
    indices = {one.index for one in inside}
    return next(
        (one for one in inside if one.head not in indices or one.head == one.index), inside[0]
    )


def _said_of(sentence: Sentence, inside: Sequence[Token]) -> Token:
    """What some words say of something: their main word, after "there was" what there was."""
    main = _main_of(inside)
    is_there = main.lemma == "be" and sentence.child(main, "expl") is not None
    return (sentence.child(main, "attr", "nsubj") if is_there else None) or main


def _by_verb(scene: Scene, held: list[Span]) -> Iterator[Claim]:
    cues = words("remarks", "noted") | words("remarks", "expressed", "verbs")
    for sentence, token in scene.having(cues):
        start = _content(sentence, token)
        if start is None or not is_asserted(sentence, token):
            continue
        if is_history(scene, sentence, token) or _is_passive(sentence, token):
            continue
        about = Span(token.start, token.end)
        who = subject_actors(scene, sentence, token, about)
        acting = scene.acting(who, about)
        end = complement_end(sentence, start, scene.wordings.get(sentence.index, ()))
        if not acting or _is_empty(sentence, start, end):
            continue
        span = span_of(sentence, passage_start(scene, sentence, token, token), end)
        what = span_of(sentence, token.index, end)
        if any(_mostly_within(what, one) for one in held):
            continue
        yield _claim(scene, what, span, who, f"remark.{token.lemma.lower()}", Strength.NOTED)


def _is_empty(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but small words is said."""
    return not any(
        one.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") for one in sentence.tokens[start:end]
    )


def _content(sentence: Sentence, token: Token) -> int | None:
    """The first token of what a verb notes or stresses, or None when it does neither."""
    if token.pos != "VERB":
        return None
    if token.lemma in words("remarks", "noted"):
        after = [
            one
            for one in sentence.children(token)
            if one.index > token.index and one.dep in ("dobj", "ccomp", "xcomp", "prep")
        ]
        return token.index + 1 if after else None
    if token.lemma in words("remarks", "expressed", "verbs"):
        noun = sentence.child(token, "dobj")
        if noun is not None and noun.lower in words("remarks", "expressed", "nouns"):
            return noun.index
    return None


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    return sentence.child(verb, "auxpass", "nsubjpass") is not None


def _mostly_within(span: Span, other: Span) -> bool:
    shared = min(span.end, other.end) - max(span.start, other.start)
    return shared * 2 > span.end - span.start


def _by_speech(scene: Scene, sentence: Sentence, held: list[Span]) -> Iterator[Claim]:
    """What stands on a side's word, or on anybody's about a contact, and is in no other claim."""
    done: list[Span] = []
    for speech in scene.spoken[sentence.index]:
        span = Span(max(speech.span.start, sentence.start), min(speech.span.end, sentence.end))
        inside = sentence.within(span)
        if len(inside) < 4 or any(one.overlaps(span) for one in (*held, *done)):
            continue
        is_clause = any(one.pos in ("VERB", "AUX") for one in inside)
        if not is_clause or _tells_contact_itself(scene, inside):
            continue
        side, speaker = speech.attribution.side, speech.attribution.speaker
        if side is None and (speaker is None or scene.account_at(span) is None):
            continue
        whole = span_of(sentence, inside[0].index, inside[-1].index + 1)
        who = (speaker,) if speaker else (ActorKey(side),) if side else ()
        done.append(whole)
        strength = _strength(scene, speech.span)
        status = Status.DENIED if is_gainsaid(sentence, _said_of(sentence, inside)) else None
        yield _claim(scene, whole, whole, who, "remark.speech", strength, status)


def _strength(scene: Scene, span: Span) -> Strength:
    """Noted where the words that say who speaks say that it was stressed, else mentioned."""
    speech = scene.speeches.speech_at(span)
    wording = None if speech is None else speech.attribution.wording
    sentence = None if wording is None else scene.page.sentence_at(wording.start)
    if wording is None or sentence is None:
        return Strength.MENTIONED
    lemmas = {one.lemma.lower() for one in sentence.within(wording.span)}
    return Strength.NOTED if lemmas & words("remarks", "noted") else Strength.MENTIONED


def _claim(
    scene: Scene,
    what: Span,
    span: Span,
    who: tuple[ActorKey, ...],
    rule: str,
    strength: Strength,
    status: Status | None = None,
) -> Claim:
    return scene.claim(
        Aspect.REMARK,
        Words(scene.text(what), who[0] if len(who) == 1 else None),
        span,
        rule=rule,
        strength=strength,
        within=what,
        status=status,
    )
