"""The cast of a document as the reading of speech asks for it."""

from bisect import bisect_left

from communique.extract.page import Cast, Page
from communique.extract.speech.namings import noun_phrase
from communique.languages.en.originals import original_words
from communique.model.passages import Span
from communique.model.readings import Actor, ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind


class Company:
    """The cast of a document, its mentions found by sentence and its actors by key."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.cast = cast
        self._sentences = [one.sentence for one in cast.mentions]
        self._actors = {one.key: one for one in cast.actors}

    def actor(self, key: ActorKey) -> Actor | None:
        """The actor with this key, or None."""
        return self._actors.get(key)

    def in_sentence(self, index: int) -> tuple[Mention, ...]:
        """The mentions of one sentence, in the order of the text."""
        first = bisect_left(self._sentences, index)
        return self.cast.mentions[first : bisect_left(self._sentences, index + 1)]

    def at_token(self, sentence: Sentence, token: Token) -> Mention | None:
        """The longest mention that holds a token, or None."""
        place = Span(token.start, token.end)
        holding = [one for one in self.in_sentence(sentence.index) if one.span.holds(place)]
        return max(holding, key=lambda one: one.span.end - one.span.start, default=None)

    def naming_span(self, sentence: Sentence, head: Token) -> Span:
        """The words around a head that name somebody, a title before the name included."""
        span = noun_phrase(sentence, head)
        mention = self.at_token(sentence, head)
        if mention is None:
            return span
        actor = self.actor(mention.actors[0]) if len(mention.actors) == 1 else None
        start = min(span.start, mention.span.start)
        while start < head.start and not self.page.document.text[start].isalnum():
            start += 1
        named = mention.how in ("name", "titled name")
        if actor is not None and actor.kind is ActorKind.PERSON and named:
            return Span(start, mention.span.end)
        return Span(start, max(span.end, mention.span.end))

    def side_of(self, key: ActorKey) -> str | None:
        """The state or body that an actor speaks for, None for former holders and groups."""
        actor = self.actor(key)
        if actor is None or actor.is_former or actor.kind is ActorKind.GROUP:
            return None
        if actor.kind in (ActorKind.STATE, ActorKind.BODY):
            return str(actor.key)
        posts = (office.of for office in actor.offices if office.of is not None)
        return actor.state or next(posts, None)

    def sides_of(self, mention: Mention) -> frozenset[str]:
        """The states and bodies that the actors of a mention speak for."""
        return frozenset(
            side for side in (self.side_of(key) for key in mention.actors) if side is not None
        )

    def holders_side(self, seat: str) -> str | None:
        """The state whose officer speaks through an office, if the document has just one such."""
        found = {
            self.side_of(actor.key)
            for actor in self.cast.actors
            if not actor.is_former
            and any(original_words().seat_of(office.title) == seat for office in actor.offices)
        } - {None}
        return found.pop() if len(found) == 1 else None

    def seat_of(self, key: ActorKey) -> str | None:
        """The name of the office that a person speaks through, by the titles the text gives."""
        actor = self.actor(key)
        if actor is None:
            return None
        seats = (original_words().seat_of(office.title) for office in actor.offices)
        return next((seat for seat in seats if seat is not None), None)
