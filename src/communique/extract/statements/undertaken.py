"""What was found to be undertaken, made into claims; nothing where it concerns only its actor."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.clauses import span_of
from communique.extract.statements.addressees import addressee, is_known, told_in, whom_in
from communique.extract.statements.conditions import Condition, is_campaign
from communique.extract.statements.details import body_within
from communique.extract.statements.dues import due_in
from communique.extract.statements.involved import involves_another
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import main_verb
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Attribution, Claim, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import (
    Aspect,
    AttributionMode,
    BlockKind,
    Strength,
    UndertakingKind,
)

_TOLD_KINDS = (UndertakingKind.INTENTION, UndertakingKind.READINESS)
_DEEP = 3
_NEAR = 7


@dataclass(frozen=True, slots=True)
class Found:
    """An undertaking before it is a claim: its kind and strength, who, and the places of its words.

    ``start`` is the first token of the passage; ``parts`` are the stretches of tokens of what is
    undertaken, one for each undertaking. ``is_word_given`` when it is a promise, which is a pledge
    where another says that it was given; ``is_outward`` when it concerns others by what it is;
    ``is_own_saying`` when its cue says that the actor himself said it ("announced plans");
    ``until`` is where the passage ends when that is after its last part.
    """

    sentence: Sentence
    kind: UndertakingKind
    strength: Strength
    rule: str
    by: tuple[ActorKey, ...]
    start: int
    parts: tuple[tuple[int, int], ...]
    to: tuple[int, int] | None = None
    is_repeated: bool = False
    condition: Condition | None = None
    is_word_given: bool = False
    is_outward: bool = False
    is_own_saying: bool = False
    until: int | None = None


def claims_of(scene: Scene, found: Found) -> Iterator[Claim]:
    """A claim for each part of an undertaking; none when it concerns nobody but its actor."""
    if not _concerns_others(scene, found) or _is_posture(scene, found):
        return
    if found.condition is not None and is_campaign(found.sentence, found.condition):
        return
    word = scene.attribution_of(span_of(found.sentence, *found.parts[0]))
    if is_of_watchers(scene, word) or _is_accusation(scene, found, word):
        return
    if not _stands_on_a_word(scene, found, word):
        return
    # Several may agree to fight a common ill; what one alone vows is owed to nobody.
    may_be_hostile = found.kind is UndertakingKind.AGREEMENT and len(found.by) > 1
    if not may_be_hostile and is_hostile(found.sentence, found.parts[0][0]):
        return
    for number, (first, last) in enumerate(found.parts):
        if not may_be_hostile and is_hostile(found.sentence, first):
            continue
        if _is_only_said(found, first) or _is_empty(found.sentence, first, last):
            continue
        yield _claim(scene, found, first if number else found.start, (first, last))


def is_hostile(sentence: Sentence, start: int) -> bool:
    """Whether what is to be done is an act of war or revenge, and nothing owed to anybody."""
    ahead = sentence.tokens[start : start + _NEAR]
    lemmas = [one.lemma.lower() for one in ahead]
    if any(_is_war(sentence, one) for one in ahead):
        return True
    pairs: list[list[str]] = table("undertakings")["hostile"]["pairs"]
    if any(pair[0] in lemmas and pair[1] in lemmas[lemmas.index(pair[0]) :] for pair in pairs):
        return True
    return any(
        _is_blow(sentence, one) or _is_offensive(sentence, one) for one in _led_to(sentence, ahead)
    )


def _is_war(sentence: Sentence, token: Token) -> bool:
    """Whether a noun of war stands there, and nothing that is to end it."""
    if token.pos == "VERB" or token.lemma.lower() not in words("undertakings", "hostile", "nouns"):
        return False
    above = next((one for one in sentence.ancestors(token) if one.pos == "VERB"), None)
    return above is None or above.lemma not in words("undertakings", "ending")


def _led_to(sentence: Sentence, ahead: tuple[Token, ...]) -> tuple[Token, ...]:
    """The first verb and those that it leads to: "decide when and how to retaliate"."""
    first = next((one for one in ahead if one.pos == "VERB"), None)
    found = [] if first is None else [first]
    while first is not None and len(found) < _DEEP:
        first = sentence.child(first, "xcomp", "ccomp")
        found += [] if first is None else [first]
    return tuple(found)


def _is_offensive(sentence: Sentence, token: Token) -> bool:
    """Whether the object of a verb is an act of war: "speed up its offensive operations"."""
    noun = sentence.child(token, "dobj") if token.pos == "VERB" else None
    if noun is None:
        return False
    near = {noun.lemma.lower(), *(one.lemma.lower() for one in sentence.children(noun))}
    return bool(near & words("undertakings", "hostile", "objects"))


def _is_blow(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is one of war, and has no deal as its object ("strike an agreement")."""
    if token.pos != "VERB" or token.lemma.lower() not in words("undertakings", "hostile"):
        return False
    noun = sentence.child(token, "dobj")
    return noun is None or noun.lemma.lower() not in words("undertakings", "deals", "nouns")


def is_anothers_word(by: tuple[ActorKey, ...], word: Attribution) -> bool:
    """Whether a side says it that is none of those that it is said of."""
    return word.side is not None and word.side not in by


def _claim(scene: Scene, found: Found, start: int, part: tuple[int, int]) -> Claim:
    what, span = span_of(found.sentence, *part), _passage(found, start, part[1])
    word = scene.attribution_of(span, what)
    is_single = found.is_word_given and len(found.by) == 1
    is_pledge = is_single and is_anothers_word(found.by, word)
    kind = UndertakingKind.PLEDGE if is_pledge else found.kind
    return scene.claim(
        Aspect.UNDERTAKING,
        _undertaking(scene, found, what, kind),
        span,
        rule=found.rule,
        strength=Strength.AGREED if is_pledge else found.strength,
        within=what,
        account=scene.account_of(found.by, span),
    )


def _passage(found: Found, start: int, end: int) -> Span:
    """The words with the condition that they hang on, where it stands beside them."""
    on = found.condition
    end = max(end, found.until or end)
    if on is not None and on.start >= end:
        return span_of(found.sentence, start, on.end)
    if on is not None and on.end <= start:
        return span_of(found.sentence, on.start, end)
    return span_of(found.sentence, start, end)


def _is_empty(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words say nothing of what is to be done: "will continue to do that"."""
    said = sentence.tokens[first:last]
    if any(one.pos in ("NOUN", "PROPN", "NUM") for one in said):
        return False
    verbs = {one.lemma.lower() for one in said if one.pos in ("VERB", "AUX")}
    return verbs <= words("undertakings", "light")


def _is_only_said(found: Found, first: int) -> bool:
    """Whether one actor will only say something, or go somewhere: "plans to visit"."""
    verbs = [one for one in found.sentence.tokens[first : first + 4] if one.pos == "VERB"]
    if len(found.by) != 1 or not verbs:
        return False
    is_trip = verbs[0].lemma in words("undertakings", "travelling")
    if found.kind is UndertakingKind.INTENTION and is_trip:
        return True
    return any(one.lemma in words("undertakings", "sayings") for one in verbs)


def _stands_on_a_word(scene: Scene, found: Found, word: Attribution) -> bool:
    """Whether somebody is heard to say what one alone plans or is ready for, or a headline does.

    What an outlet tells of plans and of willingness by itself is its own view of a party.
    """
    if len(found.by) > 1 or found.kind not in _TOLD_KINDS or found.is_own_saying:
        return True
    if found.sentence.block_kind is not BlockKind.PARAGRAPH:
        return True
    if scene.account_at(span_of(found.sentence, *found.parts[0])) is not None:
        return True
    if found.kind is UndertakingKind.READINESS:
        return word.mode is not AttributionMode.NONE
    return word.side in found.by


def _is_accusation(scene: Scene, found: Found, word: Attribution) -> bool:
    """Whether one side says what another intends, where nothing tells of their contact."""
    return (
        found.kind is UndertakingKind.INTENTION
        and is_anothers_word(found.by, word)
        and scene.account_at(span_of(found.sentence, *found.parts[0])) is None
    )


def is_of_watchers(scene: Scene, word: Attribution) -> bool:
    """Whether it stands on the word of one who only watches: an analyst, a former minister."""
    speaker = None if word.speaker is None else scene.actors.get(word.speaker)
    if speaker is not None and speaker.is_former and word.side is None:
        return True
    if word.wording is None:
        return False
    said = {one.strip(",.").lower() for one in word.wording.exact.split()}
    return bool(said & words("undertakings", "watchers"))


def _is_posture(scene: Scene, found: Found) -> bool:
    """Whether one actor is ready for nothing but relations, outside a contact: a position."""
    sentence, (first, last) = found.sentence, found.parts[0]
    verb = main_verb(sentence, first, last)
    noun = None if verb is None else sentence.child(verb, "dobj")
    return (
        found.kind is UndertakingKind.READINESS
        and len(found.by) == 1
        and noun is not None
        and noun.lemma.lower() in words("undertakings", "posture", "nouns")
        and scene.account_at(span_of(sentence, first, last)) is None
    )


def _undertaking(scene: Scene, found: Found, what: Span, kind: UndertakingKind) -> Undertaking:
    sentence, on = found.sentence, found.condition
    told = addressee(scene, sentence, found.to, found.by) if found.to else None
    told = told or told_in(scene, sentence, what, found.by)
    return Undertaking(
        kind=kind,
        by=found.by,
        to=told or whom_in(scene, sentence, what, found.by),
        what=scene.text(what),
        condition=None if on is None else scene.text(span_of(sentence, on.start, on.end)),
        due=due_in(scene, sentence, what),
        is_repeated=found.is_repeated,
        within=body_within(scene, sentence, what),
    )


def _concerns_others(scene: Scene, found: Found) -> bool:
    """Whether it is a matter between actors: told of a contact, by several, or naming another."""
    if len(found.by) > 1 or found.is_outward:
        return True
    span = span_of(found.sentence, found.start, found.parts[-1][1])
    if found.to is not None and is_known(scene, found.sentence, found.to, found.by):
        return True
    if found.by[0] in scene.states_of(scene.parties_at(span)):
        return True
    if found.is_word_given and is_anothers_word(found.by, scene.attribution_of(span)):
        return True
    # With whom somebody agrees, or on whom a condition hangs, may stand elsewhere in the sentence.
    is_wide = found.kind in (UndertakingKind.AGREEMENT, UndertakingKind.CONDITION)
    if is_wide or found.condition is not None:
        return scene.names_another(found.sentence.span, found.sentence, found.by)
    return involves_another(scene, found.sentence, span, found.by)
