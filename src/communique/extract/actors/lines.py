"""One sentence as the rules on actors see it: its words folded, and what the tables name in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.catalog.naming import Named, NamingKind, find_namings, folded
from communique.catalog.tables import Tables
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind

POSSESSIVE = frozenset({"'s", "'"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent", "conj", "poss", "attr", "oprd"}
)
"""Labels of the parser by which a name takes part in what a sentence tells."""
ENDS = frozenset({".", "!", "?", '"', "”"})
TITLE_CASE_SHARE = 0.7
"""A sentence with more of its longer words capitalised than this is taken for a headline."""


@dataclass(frozen=True, slots=True)
class NamedAt:
    """A name of the tables in a line: tokens from ``start`` up to but without ``end``."""

    start: int
    end: int
    named: Named
    members: tuple[tuple[ActorKind, str], ...] = ()
    """For a standing company of states and bodies ("E3") those of which it is known to consist."""

    def code(self, *kinds: NamingKind) -> str | None:
        """The first code of one of these kinds, or None."""
        return self.named.code(*kinds)

    def has(self, *kinds: NamingKind) -> bool:
        """Whether the words may stand for something of one of these kinds."""
        return self.named.has(*kinds)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its folded, lower-cased words, and the names of the tables by token."""

    sentence: Sentence
    words: tuple[str, ...]
    cover: tuple[NamedAt | None, ...]
    is_title_case: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def word(self, at: int) -> str:
        """The folded word at a place, or "" outside the line."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def named(self) -> Iterator[NamedAt]:
        """The names of the tables in this line, in order."""
        for at, one in enumerate(self.cover):
            if one is not None and one.start == at:
                yield one

    def span(self, start: int, end: int) -> Span:
        """The place in the document's text of some tokens of this line."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The words of some tokens as they stand in the text, on one line."""
        first = self.sentence.start
        span = self.span(start, end)
        return " ".join(self.sentence.text[span.start - first : span.end - first].split())

    def head(self, start: int, end: int) -> int:
        """The token of a span that ties it to the sentence: an argument before any other.

        The parser cuts some names and titles in two; of several such tokens the last one counts.
        """
        outside = [at for at in range(start, end) if not start <= self.tokens[at].head < end]
        outside += [at for at in range(start, end) if self.tokens[at].head == at]
        tied = [at for at in outside if self.tokens[at].dep in ARGUMENTS]
        return max(tied or outside, default=end - 1)


def line_of(sentence: Sentence, tables: Tables) -> Line:
    """A sentence made ready for the rules on actors."""
    words = tuple(folded(token.text).lower() for token in sentence.tokens)
    cover: list[NamedAt | None] = [None] * len(words)
    starts = {token.start: token.index for token in sentence.tokens}
    for named in find_namings(tables, sentence.text, sentence.start):
        first = starts.get(named.span.start)
        if first is None:
            continue
        end = first
        while end < len(words) and sentence.tokens[end].start < named.span.end:
            end += 1
        label = named.code(NamingKind.FORMAT)
        members = () if label is None else _companies(tables).get(label, ())
        one = NamedAt(first, end, named, members)
        cover[first:end] = [one] * (end - first)
    return Line(sentence, words, tuple(cover), _is_title_case(sentence))


@cache
def _companies(tables: Tables) -> dict[str, tuple[tuple[ActorKind, str], ...]]:
    """The members of each format by its label, each a state or a body."""
    bodies = {one.code for one in tables.bodies}
    kinds = {
        code: ActorKind.BODY if code in bodies else ActorKind.STATE
        for row in tables.formats
        for code in row.members
    }
    return {row.label: tuple((kinds[code], code) for code in row.members) for row in tables.formats}


def _is_title_case(sentence: Sentence) -> bool:
    long = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text.isalpha()]
    capitals = [word for word in long if word[0].isupper()]
    if len(long) < 3 or len(capitals) <= TITLE_CASE_SHARE * len(long):
        return False
    # A short sentence may be all names: "Olo Dan met Ana Brel in Moral City on Monday."
    ends = sentence.tokens[-1].text in ENDS
    verbs = ("VERB", "AUX") if ends else ("VERB",)
    return not any(one.pos in verbs and one.text.islower() for one in sentence.tokens)
