"""Undertakings told with an auxiliary: what parties will do, together, for another, or if."""

from collections.abc import Iterator
from itertools import pairwise

from communique.extract.clauses import (
    complement_end,
    is_negated,
    next_word,
    subject_of,
)
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.scene import Scene
from communique.extract.statements.undertakings import Found, claims_of, passage_start
from communique.extract.statements.undertakings import parts as parts_of
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import BlockKind, Strength, UndertakingKind


def find_futures(scene: Scene) -> Iterator[Claim]:
    """The undertakings told with "will", "would ... if", or a headline's infinitive."""
    auxiliaries = words("undertakings", "will", "auxiliaries")
    for sentence, token in scene.having(auxiliaries | {"to"}):
        found = None
        if token.lower in auxiliaries:
            found = _read(scene, sentence, token)
        elif token.tag == "TO" and sentence.block_kind is not BlockKind.PARAGRAPH:
            found = _read_heading(scene, sentence, token)
        if found is not None:
            yield from claims_of(scene, found)


def _read(scene: Scene, sentence: Sentence, auxiliary: Token) -> Found | None:
    verb = sentence.head(auxiliary)
    if sentence.tokens[-1].text == "?" or verb.tag != "VB":
        return None
    if is_negated(sentence, verb) or _is_uncertain(sentence, verb):
        return None
    about = Span(auxiliary.start, verb.end)
    if auxiliary.lower == "would" and not _is_reported(scene, verb, about):
        return None
    by = scene.acting(subject_actors(scene, sentence, verb, about), about)
    end = complement_end(sentence, verb.index, scene.wordings.get(sentence.index, ()))
    kind = _kind(scene, sentence, verb, by, end)
    if kind is None:
        return None
    return Found(
        sentence=sentence,
        kind=kind,
        strength=Strength.AGREED if kind is UndertakingKind.AGREEMENT else Strength.INTENDS,
        rule=f"undertaking.{kind.value}.{auxiliary.lower}",
        by=by,
        start=passage_start(scene, sentence, verb, verb),
        parts=parts_of(sentence, verb.index, end),
    )


def _is_uncertain(sentence: Sentence, verb: Token) -> bool:
    return any(
        one.dep == "auxpass"
        or one.lower in words("clauses", "hedges", "adverbs")
        or (one.dep == "mark" and one.lower in words("clauses", "hedges", "marks"))
        for one in sentence.children(verb)
    )


def _is_reported(scene: Scene, verb: Token, about: Span) -> bool:
    return verb.dep == "ccomp" or scene.speeches.speech_at(about) is not None


def _kind(
    scene: Scene, sentence: Sentence, verb: Token, by: tuple[ActorKey, ...], end: int
) -> UndertakingKind | None:
    if not by or verb.lemma in words("positions", "conditional", "stances"):
        return None
    if _hangs_on_condition(sentence, end):
        return UndertakingKind.CONDITION
    if len(by) > 1 and verb.lemma in words("undertakings", "will", "verbs"):
        subject = subject_of(sentence, verb)
        is_named = subject is not None and subject.pos != "PRON"
        told = scene.account_at(Span(verb.start, verb.end)) is not None
        return UndertakingKind.AGREEMENT if is_named or told else None
    has_object = sentence.child(verb, "dobj", "xcomp", "dative", "ccomp") is not None
    if len(by) == 1 and has_object and verb.lemma in words("undertakings", "will", "deeds"):
        about = Span(verb.start, verb.end)
        on_word = scene.attribution_of(about).side is not None
        return UndertakingKind.INTENTION if on_word or scene.account_at(about) else None
    return None


def _hangs_on_condition(sentence: Sentence, end: int) -> bool:
    after = next_word(sentence, end - 1)
    return after is not None and after.lower in words("clauses", "breaks", "conditional")


def _read_heading(scene: Scene, sentence: Sentence, to: Token) -> Found | None:
    verb = sentence.head(to)
    if verb.tag != "VB" or verb.lemma not in words("undertakings", "will", "verbs"):
        return None
    row = [one for one in scene.mentions.get(sentence.index, ()) if one.span.end <= to.start]
    gaps = [
        sentence.text[a.span.end - sentence.start : b.span.start - sentence.start].strip()
        for a, b in pairwise(row)
    ]
    last = to.start - row[-1].span.end if row else 0
    if len(row) < 2 or last > 1 or any(gap not in (",", "and", "&") for gap in gaps):
        return None
    span = Span(row[0].span.start, verb.end)
    by = scene.acting(tuple(key for one in row for key in one.actors), span)
    if len(by) < 2:
        return None
    end = complement_end(sentence, verb.index, scene.wordings.get(sentence.index, ()))
    return Found(
        sentence=sentence,
        kind=UndertakingKind.AGREEMENT,
        strength=Strength.AGREED,
        rule="undertaking.agreement.heading",
        by=by,
        start=next(t.index for t in sentence.tokens if t.start >= row[0].span.start),
        parts=parts_of(sentence, verb.index, end),
    )
