"""Stretches of words: where a passage begins, and the parts of what is undertaken."""

from communique.extract.clauses import subject_of, trimmed
from communique.extract.occasions import occasions_in
from communique.extract.statements.scene import Scene
from communique.model.syntax import Sentence, Token


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


def stretches(
    scene: Scene, sentence: Sentence, start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """The parts of what is undertaken, without when and in what contact it was undertaken."""
    apart = told_apart(sentence, parts(sentence, start, end))
    return tuple((first, without_when(scene, sentence, first, last)) for first, last in apart)


def without_when(scene: Scene, sentence: Sentence, first: int, last: int) -> int:
    """The place after the stretch without the day in the past on which it was told, at its end."""
    for one in scene.times:
        span = one.passage.span
        if one.when.relative is None or not one.when.relative.endswith("past"):
            continue
        inside = [t.index for t in sentence.within(span) if first < t.index < last]
        if inside and inside[-1] == last - 1:
            before = sentence.tokens[inside[0] - 1]
            start = before.index if before.pos == "ADP" else inside[0]
            return trimmed(sentence, first, start) if start > first else last
    return last


def parts(sentence: Sentence, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of what is undertaken: one for each verb, or included object, of its own."""
    cuts = [(start, start)]
    main = main_verb(sentence, start, end)
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


def main_verb(sentence: Sentence, start: int, end: int) -> Token | None:
    """The first verb of a stretch, or None where it begins with a noun."""
    for token in sentence.tokens[start:end]:
        if token.pos in ("VERB", "AUX"):
            return token
        if token.pos in ("NOUN", "PROPN"):
            return None
    return None


def _is_next_verb(sentence: Sentence, token: Token, main: Token | None, start: int) -> bool:
    if main is None or token.dep != "conj" or token.tag != main.tag:
        return False
    if sentence.child(token, "nsubj", "nsubjpass") is not None:
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
