"""Sentences and their grammar, as a parser gave them: plain values, whatever parser made them."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.passages import Span
from communique.model.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. ``start`` and ``end`` count code points of the document's text.

    ``index`` and ``head`` are places in the sentence's ``tokens``; the root's head is itself.
    ``dep``, ``pos`` and ``tag`` are the parser's labels; ``entity`` is its entity label or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one block: ``index`` counts sentences of the document, ``block`` blocks."""

    index: int
    block: int
    block_kind: BlockKind
    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    dependants: tuple[tuple[int, ...], ...]
    """For each token the places of the tokens whose head it is, in order."""

    @property
    def span(self) -> Span:
        """The place of the sentence in the document's text."""
        return Span(self.start, self.end)

    @property
    def root(self) -> Token:
        """The token on which all others hang."""
        return next(token for token in self.tokens if token.head == token.index)

    def children(self, token: Token) -> tuple[Token, ...]:
        """The tokens that hang directly on this one, in order."""
        dependants = self.dependants[token.index]
        if not dependants:
            return ()
        tokens = self.tokens
        return tuple([tokens[index] for index in dependants])

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first direct dependant with one of these labels, or None."""
        for index in self.dependants[token.index]:
            if self.tokens[index].dep in deps:
                return self.tokens[index]
        return None

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all that hangs on it, in the order of the text."""
        tokens, dependants = self.tokens, self.dependants
        if not dependants[token.index]:
            return (tokens[token.index],)
        found = [token.index]
        # Each token hangs on one other, so none is met twice unless the heads run in a circle.
        for index in found:
            found += dependants[index]
            if len(found) > len(tokens):
                found = list(set(found))
                break
        first, end = min(found), max(found) + 1
        if end - first == len(found):
            return tokens[first:end]
        return tuple([tokens[index] for index in sorted(found)])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above this token, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def head(self, token: Token) -> Token:
        """The token that this one hangs on; the root hangs on itself."""
        return self.tokens[token.head]

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last code point of the token's subtree."""
        tokens = self.subtree(token)
        return Span(tokens[0].start, tokens[-1].end)

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside a span of the document's text."""
        return tuple(t for t in self.tokens if span.start <= t.start and t.end <= span.end)
