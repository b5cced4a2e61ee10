"""What the steps of reading hand to one another: values about one document."""

from bisect import bisect_right
from dataclasses import dataclass, field

from communique.catalog.tables import Tables
from communique.model.documents import Document
from communique.model.passages import Passage, Span
from communique.model.readings import (
    NO_ATTRIBUTION,
    Account,
    Actor,
    ActorKey,
    Attribution,
    Claim,
    Mention,
    Original,
    Problem,
)
from communique.model.syntax import Sentence
from communique.model.times import TimeMention
from communique.model.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its sentences and the tables to read it by."""

    document: Document
    sentences: tuple[Sentence, ...]
    tables: Tables

    def passage(self, start: int, end: int) -> Passage:
        """The passage at these offsets of the document's text, without white space at its ends."""
        words = self.document.text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return Passage(self.document.id, start, start + len(words), words)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which a code point of the text lies, or None outside all sentences."""
        at = bisect_right(self.sentences, offset, key=_start_of) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None


def _start_of(sentence: Sentence) -> int:
    return sentence.start


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and every span that names one, in the order of the text."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    def actor(self, key: ActorKey) -> Actor:
        """The actor with this key; raises KeyError if the document has none."""
        for one in self.actors:
            if one.key == key:
                return one
        raise KeyError(key)

    def in_sentence(self, index: int) -> tuple[Mention, ...]:
        """The mentions in one sentence, in the order of the text."""
        return tuple(one for one in self.mentions if one.sentence == index)

    def at(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside a span."""
        return tuple(one for one in self.mentions if span.holds(one.span))


@dataclass(frozen=True, slots=True)
class Speech:
    """A span of the text that stands on somebody's word."""

    span: Span
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Speeches:
    """Who speaks where: the spans put on somebody's word, and the originals they come from."""

    speeches: tuple[Speech, ...]
    originals: tuple[Original, ...]
    views: tuple[Speech, ...] = ()

    def speech_at(self, span: Span) -> Speech | None:
        """The narrowest speech that holds the span, or None in the outlet's own voice."""
        # Asked for every claim and many a sentence: the comparison stands here for its speed.
        start, end = span.start, span.end
        holding = [one for one in self.speeches if one.span.start <= start and end <= one.span.end]
        return min(holding, key=lambda one: one.span.end - one.span.start, default=None)

    def attribution_at(self, span: Span) -> Attribution:
        """On whose word the words at the span stand."""
        speech = self.speech_at(span)
        return NO_ATTRIBUTION if speech is None else speech.attribution

    def voice_at(self, span: Span) -> Voice:
        """A side's voice where a side speaks, else the outlet's."""
        return Voice.SIDE if self.attribution_at(span).side else Voice.OUTLET


@dataclass(frozen=True, slots=True)
class Told:
    """The contacts that a document tells of, and the claims on their aspects."""

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    parties: dict[str, frozenset[ActorKey]] = field(default_factory=dict)
    """For each account id the actors who took part."""
    times: tuple[TimeMention, ...] = ()
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    """For each account id the stretches of text that go on telling of it ("the two leaders")."""
    actors: tuple[Actor, ...] = ()
    """States that take part although the text names them only as places."""
    problems: tuple[Problem, ...] = ()
    """What could not be recorded, and why."""

    def account_at(self, span: Span) -> Account | None:
        """The account that the words at the span go on telling of, or None."""
        best: tuple[int, Account] | None = None
        for account in self.accounts:
            for stretch in self.spans.get(account.id, ()):
                size = stretch.end - stretch.start
                if stretch.holds(span) and (best is None or size < best[0]):
                    best = (size, account)
        return None if best is None else best[1]
