"""One document as the rules on contacts see it: its mentions and times by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.day_headings import DayHeading, headings_of
from communique.extract.page import Cast, Page, Speeches
from communique.languages.en.contact_cues import ContactCues, load_contact_cues
from communique.model.passages import Span
from communique.model.readings import Actor, ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class ContactScene:
    """What the earlier steps found in one document, indexed by sentence."""

    page: Page
    speeches: Speeches
    actors: dict[ActorKey, Actor]
    mentions: dict[int, dict[int, Mention]]
    """For each sentence: the mention that covers a token, by the place of the token."""
    times: dict[int, tuple[TimeMention, ...]]
    headings: tuple[DayHeading, ...]
    cues: ContactCues

    def mention_at(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that covers a token, the longest where several do, or None."""
        return self.mentions.get(sentence.index, {}).get(token.index)

    def times_in(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The times that a sentence names, in the order of the text."""
        return self.times.get(sentence.index, ())

    def times_on(self, sentence: Sentence, verb: Token) -> Iterator[tuple[TimeMention, Token]]:
        """The times that hang on a verb, a preposition between or none, with what each hangs on."""
        for one in self.times_in(sentence):
            for token in sentence.within(one.passage.span) if one.duration is None else ():
                above = sentence.head(token)
                if verb.index in (above.index, above.head):
                    yield one, above

    def side_of(self, key: ActorKey) -> str | None:
        """The state, body or group that an actor acts for, or None when it acts for none."""
        actor = self.actors.get(key)
        if actor is None:
            return key if len(key) == 3 and key.isupper() else None
        if actor.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP):
            return key
        return None if actor.is_former else actor.state or self._body_of(actor)

    def _body_of(self, actor: Actor) -> str | None:
        """The body or group whose office somebody without a state of his own holds."""
        held = {one.of for one in actor.offices if one.of is not None}
        if len(held) != 1:
            return None
        of = min(held)
        if any(one.code == of for one in self.page.tables.bodies):
            return of
        is_group = any(one.name == of for one in self.page.tables.groups)
        return f"group:{of}" if is_group else None

    def is_bare(self, key: ActorKey) -> bool:
        """Whether an actor is a state as such and no person, office, body or group."""
        actor = self.actors.get(key)
        if actor is None:
            return all(one.code != key for one in self.page.tables.bodies)
        return actor.kind is ActorKind.STATE

    def is_of_body(self, key: ActorKey) -> bool:
        """Whether an actor is a body, or acts for one."""
        side = self.side_of(key)
        return any(one.code == side for one in self.page.tables.bodies)

    def acts(self, key: ActorKey) -> bool:
        """Whether an actor acts for a side, and does not only speak for it."""
        return self.side_of(key) is not None and not self.is_mouthpiece(key)

    def is_mouthpiece(self, key: ActorKey) -> bool:
        """Whether somebody only speaks for others ("spokesman"): who tells of a call made none."""
        actor = self.actors.get(key)
        return actor is not None and any(
            word in one.title.lower()
            for one in actor.offices
            for word in self.cues.words["mouthpiece"]
        )

    def titles_of(self, key: ActorKey) -> tuple[str, ...]:
        """The words for the offices of an actor."""
        actor = self.actors.get(key)
        return () if actor is None else tuple(one.title for one in actor.offices)

    def is_person(self, key: ActorKey) -> bool:
        """Whether an actor is a person by name."""
        actor = self.actors.get(key)
        return actor is not None and actor.kind is ActorKind.PERSON

    def sides_of(self, keys: tuple[ActorKey, ...]) -> tuple[str, ...]:
        """The sides that these actors act for, each once, in the order given."""
        found = (self.side_of(key) for key in keys)
        return tuple(dict.fromkeys(side for side in found if side is not None))


def set_contact_scene(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches
) -> ContactScene:
    """The document indexed for the rules on contacts."""
    return ContactScene(
        page=page,
        speeches=speeches,
        actors={one.key: one for one in cast.actors},
        mentions=_mentions_by_token(page, cast),
        times=_times_by_sentence(page, times),
        headings=headings_of(page),
        cues=load_contact_cues(),
    )


def _mentions_by_token(page: Page, cast: Cast) -> dict[int, dict[int, Mention]]:
    found: dict[int, dict[int, Mention]] = {}
    for mention in cast.mentions:
        sentence = page.sentences[mention.sentence]
        places = found.setdefault(mention.sentence, {})
        for token in _tokens_in(sentence, mention.span):
            held = places.get(token.index)
            if held is None or _length(held.span) < _length(mention.span):
                places[token.index] = mention
    return found


def _tokens_in(sentence: Sentence, span: Span) -> tuple[Token, ...]:
    return tuple(one for one in sentence.tokens if one.start < span.end and span.start < one.end)


def _length(span: Span) -> int:
    return span.end - span.start


def _times_by_sentence(
    page: Page, times: tuple[TimeMention, ...]
) -> dict[int, tuple[TimeMention, ...]]:
    found: dict[int, list[TimeMention]] = {}
    for one in times:
        sentence = page.sentence_at(one.passage.start)
        if sentence is not None:
            found.setdefault(sentence.index, []).append(one)
    return {index: tuple(row) for index, row in found.items()}
