"""One document as the rules on statements see it: who is meant, on whose word, in which contact."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from communique.extract.claims import claim
from communique.extract.page import Cast, Page, Speech, Speeches, Told
from communique.extract.statements.places import state_meant
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import (
    NO_ATTRIBUTION,
    Account,
    Actor,
    ActorKey,
    Attribution,
    Claim,
    Mention,
    Value,
)
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import ActorKind, Aspect, Status, Strength, Voice


@dataclass(frozen=True, slots=True)
class Scene:
    """One document with what the earlier steps found, indexed for the rules on statements."""

    page: Page
    cast: Cast
    times: tuple[TimeMention, ...]
    speeches: Speeches
    told: Told
    mentions: dict[int, tuple[Mention, ...]]
    actors: dict[ActorKey, Actor]
    wordings: dict[int, tuple[Span, ...]]
    """For each sentence the stretches that only say who speaks."""
    places: dict[str, list[tuple[Sentence, Token]]]
    """Where each word stands, as written and by its lemma, in lower case."""
    spoken: dict[int, tuple[Speech, ...]]
    """For each sentence the speeches that share words with it."""

    def having(self, cues: frozenset[str]) -> list[tuple[Sentence, Token]]:
        """Where one of these words stands, as written or by its lemma, in the order of the text."""
        found = {
            (sentence.index, token.index): (sentence, token)
            for word in self.places.keys() & cues
            for sentence, token in self.places[word]
        }
        return [found[place] for place in sorted(found)]

    def account_at(self, span: Span) -> Account | None:
        """The account of a contact that the words at the span go on telling of, or None."""
        return self.told.account_at(span)

    def parties_at(self, span: Span) -> tuple[ActorKey, ...]:
        """Who took part in the contact that the span tells of, in a fixed order."""
        account = self.account_at(span)
        return () if account is None else self.parties_of(account)

    def parties_of(self, account: Account) -> tuple[ActorKey, ...]:
        """Who took part in the contact of an account, in a fixed order."""
        return tuple(sorted(self.told.parties.get(account.id, frozenset())))

    def account_of(self, states: tuple[ActorKey, ...], span: Span) -> Account | None:
        """The account that the span tells of, else the only one between just these states."""
        account = self.account_at(span)
        if len(states) < 2 or (account is not None and self._is_between(account, states)):
            return account
        same = [one for one in self.told.accounts if self._is_between(one, states)]
        here = [one for one in same if any(s.holds(span) for s in self.told.spans.get(one.id, ()))]
        if len(here) == 1 or len(same) == 1:
            return (here or same)[0]
        return account

    def _is_between(self, account: Account, states: tuple[ActorKey, ...]) -> bool:
        return self.states_of(self.parties_of(account)) == frozenset(states)

    def attribution_of(self, *spans: Span) -> Attribution:
        """On whose word the first of these spans stands that stands on anybody's."""
        for span in spans:
            speech = self.speeches.speech_at(span)
            if speech is not None:
                return speech.attribution
        return NO_ATTRIBUTION

    def claim(
        self,
        aspect: Aspect,
        value: Value,
        span: Span,
        *,
        rule: str,
        strength: Strength | None = None,
        within: Span | None = None,
        account: Account | None = None,
        status: Status | None = None,
    ) -> Claim:
        """A claim on the words at ``span``; ``within`` are the words that its speaker is sought by
        when the span as a whole stands on nobody's word.
        """
        attribution = self.attribution_of(span, within or span)
        return claim(
            aspect,
            value,
            self.page.passage(span.start, span.end),
            rule=rule,
            account=account or self.account_at(span),
            status=status,
            strength=strength,
            attribution=attribution,
            voice=Voice.SIDE if attribution.side else Voice.OUTLET,
        )

    def text(self, span: Span) -> str:
        """The words at a span on one line, without an unbalanced quotation mark at either end."""
        found = " ".join(self.page.document.text[span.start : span.end].split())
        return _balanced(found)

    def actor_state(self, key: ActorKey) -> ActorKey | None:
        """The state, body or group that an actor acts for: himself if he is one, else None."""
        actor = self.actors.get(key)
        if actor is None:
            return key if len(key) == 3 and key.isupper() else None
        if actor.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP):
            return key
        if actor.is_former or actor.state is None:
            return None
        return ActorKey(actor.state)

    def states_of(self, keys: tuple[ActorKey, ...]) -> frozenset[ActorKey]:
        """The states, bodies and groups that actors act for; an actor without one is itself."""
        return frozenset(self.actor_state(one) or one for one in keys)

    def acting(self, keys: tuple[ActorKey, ...], span: Span) -> tuple[ActorKey, ...]:
        """The states, bodies and groups that these actors act for, each once, in a fixed order.

        A party of the contact told of counts as itself when no state is known for it.
        """
        parties = self.parties_at(span)
        found: set[ActorKey] = set()
        for key in keys:
            state = self.actor_state(key)
            if state is not None:
                found.add(state)
            elif key in parties and key in self.actors and not self.actors[key].is_former:
                found.add(key)
        return tuple(sorted(found))

    def names_another(self, span: Span, sentence: Sentence, than: tuple[ActorKey, ...]) -> bool:
        """Whether the words name an actor, or a country as a place, other than those given."""
        named = tuple(key for one in self.named_in(span, sentence) for key in one.actors)
        if any(one not in than for one in self.acting(named, span)):
            return True
        return any(
            key is not None and key not in than
            for one in sentence.within(span)
            if one.entity and self.mention_at(sentence, one) is None
            for key in (state_meant(self.page.tables, sentence, one),)
        )

    def mention_at(self, sentence: Sentence, token: Token) -> Mention | None:
        """The longest mention that names somebody by the word given, or None."""
        holding = [
            one
            for one in self.mentions.get(sentence.index, ())
            if one.span.start <= token.start and token.end <= one.span.end
        ]
        return max(holding, key=lambda one: one.span.end - one.span.start, default=None)

    def named_in(self, span: Span, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions in a part of a sentence, pronouns left out, in the order of the text."""
        return tuple(
            one
            for one in self.mentions.get(sentence.index, ())
            if span.holds(one.span) and one.how != "pronoun"
        )

    def joined(self, sentence: Sentence, mention: Mention) -> tuple[Mention, ...]:
        """The mention and those that "and" joins to it, in the order of the text."""
        row = _outermost(self.mentions.get(sentence.index, ()))
        if mention not in row:
            return (mention,)
        at = row.index(mention)
        first = last = at
        seen_and = False
        while last + 1 < len(row):
            gap = _gap(sentence, row[last], row[last + 1])
            if gap != "," and gap not in words("clauses", "joining"):
                break
            if gap == ",":
                rest = [
                    _gap(sentence, a, b) for a, b in zip(row[last:], row[last + 1 :], strict=False)
                ]
                if not _list_goes_on(rest):
                    break
            seen_and = seen_and or gap != ","
            last += 1
        while first > 0:
            gap = _gap(sentence, row[first - 1], row[first])
            joins = gap in words("clauses", "joining") or (gap == "," and (seen_and or first < at))
            if not joins or (_after_preposition(sentence, row[first - 1]) and gap == ","):
                break
            first -= 1
        return tuple(row[first : last + 1])

    def mention_before(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that stands directly before a word, with adverbs and auxiliaries between."""
        for index in range(token.index - 1, -1, -1):
            one = sentence.tokens[index]
            if one.tag == "POS":
                return None
            mention = self.mention_at(sentence, one)
            if mention is not None:
                return mention
            if one.pos not in ("ADV", "AUX", "PUNCT", "PART") or one.text == ",":
                return None
        return None


def _outermost(row: tuple[Mention, ...]) -> list[Mention]:
    """The mentions that lie in no longer one, in the order of the text."""
    found: list[Mention] = []
    for one in sorted(row, key=lambda m: (m.span.start, -m.span.end)):
        if not found or not found[-1].span.holds(one.span):
            found.append(one)
    return found


def _gap(sentence: Sentence, left: Mention, right: Mention) -> str:
    """The words between two mentions, white space made one, in lower case."""
    start, end = left.span.end - sentence.start, right.span.start - sentence.start
    return " ".join(sentence.text[start:end].lower().split()) if start <= end else "?"


def _list_goes_on(gaps: list[str]) -> bool:
    """Whether gaps of commas end in an "and": then the commas join names."""
    for gap in gaps:
        if gap in words("clauses", "joining"):
            return True
        if gap != ",":
            return False
    return False


def _after_preposition(sentence: Sentence, mention: Mention) -> bool:
    head = sentence.tokens[mention.head]
    return head.dep == "pobj"


def _balanced(text: str) -> str:
    """The words without a quotation mark that is opened or closed outside them."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count('"') % 2:
        at = 0 if text.startswith('"') else text.rfind('"')
        text = text[:at] + text[at + 1 :]
    if text.count("‘") and "’" not in text:
        text = text.replace("‘", "")
    if text.count("'") == 1 and (text.startswith("'") or text.endswith("'")):
        text = text.strip("'")
    return text.strip(" ,")


def set_scene(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches, told: Told
) -> Scene:
    """What the earlier steps found in one document, indexed."""
    mentions: dict[int, list[Mention]] = {}
    for one in cast.mentions:
        mentions.setdefault(one.sentence, []).append(one)
    return Scene(
        page=page,
        cast=cast,
        times=times,
        speeches=speeches,
        told=told,
        mentions={index: tuple(row) for index, row in mentions.items()},
        actors={one.key: one for one in cast.actors},
        wordings=_wordings(page, speeches),
        places=_places(page),
        spoken=_spoken(page, speeches),
    )


def _places(page: Page) -> dict[str, list[tuple[Sentence, Token]]]:
    found: dict[str, list[tuple[Sentence, Token]]] = {}
    for sentence in page.sentences:
        if not sentence.block_kind.is_account:
            continue
        for token in sentence.tokens:
            lower, lemma = token.text.lower(), token.lemma.lower()
            found.setdefault(lower, []).append((sentence, token))
            if lemma != lower:
                found.setdefault(lemma, []).append((sentence, token))
    return found


def _spoken(page: Page, speeches: Speeches) -> dict[int, tuple[Speech, ...]]:
    """The speeches by the sentences that they share words with, in the order given."""
    found: dict[int, list[Speech]] = {}
    starts = [one.start for one in page.sentences]
    for speech in speeches.speeches:
        at = max(bisect_right(starts, speech.span.start) - 1, 0)
        while at < len(starts) and starts[at] < speech.span.end:
            found.setdefault(page.sentences[at].index, []).append(speech)
            at += 1
    return {index: tuple(row) for index, row in found.items()}


def _wordings(page: Page, speeches: Speeches) -> dict[int, tuple[Span, ...]]:
    found: dict[int, set[Span]] = {}
    spans = sorted({(one.span.start, one.span.end) for one in speeches.speeches})
    for wording in dict.fromkeys(one.attribution.wording for one in speeches.speeches):
        if wording is None or _holds_one(wording.start, wording.end, spans):
            continue
        sentence = page.sentence_at(wording.start)
        if sentence is not None:
            found.setdefault(sentence.index, set()).add(wording.span)
    return {index: tuple(sorted(spans)) for index, spans in found.items()}


def _holds_one(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether one of these stretches, which are in order, lies within two offsets."""
    for at in range(bisect_left(spans, (start, start)), len(spans)):
        if spans[at][0] > end:
            return False
        if spans[at][1] <= end:
            return True
    return False
