"""Times that count from a contact told of in the same sentence: "weeks after he met the king"."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site
from communique.languages.en.expressions import counting_words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention


@dataclass(frozen=True, slots=True)
class Count:
    """So long after (``+P3D``) or before another contact; ``other`` are the words on that one.

    Without such words it counts from what was told before: "weeks earlier".
    """

    sentence: Sentence
    time: TimeMention
    shift: str
    other: frozenset[int]

    @property
    def is_long(self) -> bool:
        """Whether weeks, months or years lie between."""
        return not self.shift.endswith(("D", "H", "M" if "T" in self.shift else "D"))


def counts_in(scene: ContactScene, sentence: Sentence) -> Iterator[Count]:
    """The times of a sentence that count from words behind them in it, or told before it."""
    for time in scene.times_in(sentence):
        relative = time.when.relative or ""
        if time.when.edtf is not None or not relative.startswith("then"):
            continue
        if shift := relative.removeprefix("then"):
            head = _behind(sentence, time)
            tokens = () if head is None else sentence.subtree(head)
            yield Count(sentence, time, shift, frozenset(token.index for token in tokens))


def _behind(sentence: Sentence, time: TimeMention) -> Token | None:
    """The head of the words from which a time counts; none behind "weeks earlier"."""
    if not (time.when.expression or "").lower().endswith(counting_words()):
        return None
    inside = {one.index for one in sentence.within(time.passage.span)}
    end = max(inside, default=len(sentence.tokens)) + 1
    if end >= len(sentence.tokens):
        return None
    if sentence.tokens[end - 1].dep == "mark":
        return sentence.head(sentence.tokens[end - 1])
    token = sentence.tokens[end]
    while token.head != token.index and sentence.head(token).index >= end:
        token = sentence.head(token)
    return token


def is_counted_off(scene: ContactScene, site: Site) -> bool:
    """Whether a contact is what something else came weeks or more before or after."""
    return any(
        one.is_long and site.token.index in one.other for one in counts_in(scene, site.sentence)
    )


def are_counted_apart(scene: ContactScene, left: Site, right: Site) -> bool:
    """Whether a sentence counts from one of two contacts to the other: they are two.

    "The meeting came weeks after they signed the pact."
    """
    if left.sentence is not right.sentence:
        return False
    counts = (*counts_in(scene, left.sentence),)
    return any(
        (left.token.index in one.other) is not (right.token.index in one.other)
        for one in counts
        if one.is_long
    )
