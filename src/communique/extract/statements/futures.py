"""Undertakings told with an auxiliary: what parties will do, together, for another, or if."""

from collections.abc import Iterator
from itertools import pairwise

from communique.extract.clauses import (
    complement_end,
    is_negated,
    subject_of,
)
from communique.extract.statements.conditions import (
    Condition,
    condition_ahead,
    condition_from,
)
from communique.extract.statements.deals import is_under_deal
from communique.extract.statements.denied import is_denied
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import passage_start, stretches
from communique.extract.statements.undertaken import Found, claims_of
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import AttributionMode, BlockKind, Strength, UndertakingKind


def find_futures(scene: Scene) -> Iterator[Claim]:
    """The undertakings told with "will", "would ... if", "is going to", or a headline's "to"."""
    auxiliaries = words("undertakings", "will", "auxiliaries")
    for sentence, token in scene.having(auxiliaries | {"to"}):
        found = None
        if token.lower in auxiliaries:
            found = _read(scene, sentence, token, sentence.head(token))
        elif token.tag == "TO":
            found = _read_infinitive(scene, sentence, token)
        if found is not None:
            yield from claims_of(scene, found)


def _read_infinitive(scene: Scene, sentence: Sentence, to: Token) -> Found | None:
    if sentence.block_kind is not BlockKind.PARAGRAPH:
        return _read_heading(scene, sentence, to)
    verb = sentence.head(to)
    above = sentence.head(verb)
    if verb.dep == "xcomp" and above.lower in words("undertakings", "going"):
        return _read(scene, sentence, to, verb)
    return None


def _read(scene: Scene, sentence: Sentence, auxiliary: Token, verb: Token) -> Found | None:
    if sentence.tokens[-1].text == "?" or verb.tag != "VB" or is_under_deal(sentence, verb):
        return None
    if is_negated(sentence, verb) or _is_uncertain(sentence, verb) or is_denied(sentence, verb):
        return None
    about = Span(auxiliary.start, verb.end)
    if auxiliary.lower == "would" and not _is_reported(scene, sentence, verb, about):
        return None
    by = scene.acting(subject_actors(scene, sentence, verb, about), about)
    end = complement_end(sentence, verb.index, scene.wordings.get(sentence.index, ()))
    on = condition_from(scene, sentence, verb.index + 1, end)
    end = end if on is None else min(end, on.start)
    on = on or condition_ahead(scene, sentence, verb)
    kind = _kind(scene, sentence, verb, by, on)
    if kind is None:
        return None
    return Found(
        sentence=sentence,
        kind=kind,
        strength=_STRENGTHS.get(kind, Strength.INTENDS),
        rule=f"undertaking.{kind.value}.{auxiliary.lower}",
        by=by,
        start=passage_start(scene, sentence, verb, verb),
        parts=stretches(scene, sentence, verb.index, end),
        condition=on,
        is_outward=_is_defence(scene, sentence, verb, by),
    )


_STRENGTHS = {
    UndertakingKind.AGREEMENT: Strength.AGREED,
    UndertakingKind.SCHEDULE: Strength.AGREED,
    UndertakingKind.RESOLVE: Strength.RESOLVED,
}


def _is_uncertain(sentence: Sentence, verb: Token) -> bool:
    return any(
        one.dep == "auxpass"
        or one.lower in words("clauses", "hedges", "adverbs")
        or (one.dep == "mark" and one.lower in words("clauses", "hedges", "marks"))
        for one in sentence.children(verb)
    )


def _is_reported(scene: Scene, sentence: Sentence, verb: Token, about: Span) -> bool:
    if verb.dep == "ccomp" or scene.speeches.speech_at(about) is not None:
        return True
    return verb.dep == "conj" and sentence.head(verb).dep == "ccomp"


def _kind(
    scene: Scene, sentence: Sentence, verb: Token, by: tuple[ActorKey, ...], on: Condition | None
) -> UndertakingKind | None:
    if not by or verb.lemma in words("positions", "conditional", "stances"):
        return None
    about = Span(verb.start, verb.end)
    is_told = scene.account_at(about) is not None
    side = scene.attribution_of(about).side
    if on is not None:
        return _conditional_kind(sentence, verb, by, side, is_told=is_told)
    if len(by) > 1:
        is_word = scene.attribution_of(about).mode is not AttributionMode.NONE
        return _joint_kind(sentence, verb, is_told=is_told, is_word=is_word)
    if _is_defence(scene, sentence, verb, by):
        return UndertakingKind.RESOLVE if side in by else None
    has_object = sentence.child(verb, "dobj", "xcomp", "dative", "ccomp") is not None
    if has_object and verb.lemma in words("undertakings", "will", "deeds"):
        is_party = set(by) <= scene.states_of(scene.parties_at(about))
        is_theirs = side in by or (side is not None and is_party)
        return UndertakingKind.INTENTION if is_theirs else None
    return None


def _conditional_kind(
    sentence: Sentence, verb: Token, by: tuple[ActorKey, ...], side: str | None, *, is_told: bool
) -> UndertakingKind | None:
    """A condition where the actor says it himself, or where it is plainly a deed of his."""
    if verb.lemma in words("undertakings", "will", "states"):
        return None
    is_deed = verb.lemma in words("undertakings", "will", "deeds")
    if not is_deed and sentence.child(verb, "dobj", "xcomp", "dative") is None:
        return None
    own = side in by or (side is None and (is_told or is_deed))
    return UndertakingKind.CONDITION if own else None


def _joint_kind(
    sentence: Sentence, verb: Token, *, is_told: bool, is_word: bool
) -> UndertakingKind | None:
    """An agreement; in the outlet's own words only of what cannot come about by itself."""
    if verb.lemma not in words("undertakings", "will", "verbs"):
        return None
    if not (is_told or is_word) and verb.lemma not in words("undertakings", "will", "founding"):
        return None
    subject = subject_of(sentence, verb)
    is_named = subject is not None and subject.pos != "PRON"
    return UndertakingKind.AGREEMENT if is_named or is_told else None


def _is_defence(scene: Scene, sentence: Sentence, verb: Token, by: tuple[ActorKey, ...]) -> bool:
    """Whether it is its own land or people, or an ally, that a speaker will guard."""
    noun = sentence.child(verb, "dobj")
    if noun is None or verb.lemma not in words("undertakings", "defence", "verbs"):
        return False
    inside = {one.lemma.lower() for one in sentence.subtree(noun)}
    if inside & words("undertakings", "defence", "objects"):
        return True
    return scene.names_another(Span(noun.start, noun.end), sentence, by)


def _read_heading(scene: Scene, sentence: Sentence, to: Token) -> Found | None:
    """A headline's infinitive: "Vostland, Ostania to open border", "Vostland to send aid ..."."""
    verb = sentence.head(to)
    row = [one for one in scene.mentions.get(sentence.index, ()) if one.span.end <= to.start]
    gaps = [
        sentence.text[a.span.end - sentence.start : b.span.start - sentence.start].strip()
        for a, b in pairwise(row)
    ]
    last = to.start - row[-1].span.end if row else 0
    if not row or verb.tag != "VB" or last > 1 or any(gap not in (",", "and", "&") for gap in gaps):
        return None
    span = Span(row[0].span.start, verb.end)
    by = scene.acting(tuple(key for one in row for key in one.actors), span)
    if not by or verb.lemma not in words("undertakings", "will", _HEADING[len(by) > 1]):
        return None
    kind = UndertakingKind.AGREEMENT if len(by) > 1 else UndertakingKind.INTENTION
    end = complement_end(sentence, verb.index, scene.wordings.get(sentence.index, ()))
    return Found(
        sentence=sentence,
        kind=kind,
        strength=_STRENGTHS.get(kind, Strength.INTENDS),
        rule=f"undertaking.{kind.value}.heading",
        by=by,
        start=next(t.index for t in sentence.tokens if t.start >= row[0].span.start),
        parts=stretches(scene, sentence, verb.index, end),
    )


_HEADING = {True: "verbs", False: "deeds"}
