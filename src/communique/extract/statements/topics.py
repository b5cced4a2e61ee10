"""Topics: what a text says a contact was about."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.clauses import complement_end, is_negated, span_of, subject_of
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import Claim, Words
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind, Aspect, BlockKind, Strength


@dataclass(frozen=True, slots=True)
class _Cue:
    follow: frozenset[str]
    strength: Strength


def find_topics(scene: Scene, undertakings: tuple[Claim, ...]) -> Iterator[Claim]:
    """The topics of the contacts told of; nothing outside an account of one.

    What is undertaken ("to continue consultations on trade") is no topic that was discussed.
    """
    undertaken = [one.passage.span for one in undertakings]
    for sentence, token in scene.having(_words()):
        if not _partly_told(scene, sentence):
            continue
        place = _place(sentence, token)
        if place is None:
            continue
        start, strength = place
        end = _end(scene, sentence, token, start)
        if end > start:
            span = span_of(sentence, start, end)
            if any(one.overlaps(span) for one in undertaken) or _is_name(scene, sentence, span):
                continue
            if scene.account_at(span) is not None and _is_of_parties(scene, sentence, token):
                yield _claim(scene, token, span, strength)


@cache
def _words() -> frozenset[str]:
    rows = ("nouns", "attention", "headings")
    return frozenset(_cues()).union(*(words("topics", row) for row in rows))


def _is_name(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether the words only name parties of the contact: "with the President of Ostania, Belk"."""
    parties = scene.parties_at(span)
    sides = scene.states_of(parties)
    for token in sentence.within(span):
        if token.pos in ("PUNCT", "DET", "CCONJ"):
            continue
        mention = scene.mention_at(sentence, token)
        if mention is None or not scene.states_of(mention.actors) <= sides:
            return False
    return any(
        scene.actors[key].kind is ActorKind.PERSON
        for one in scene.named_in(span, sentence)
        for key in one.actors
        if key in scene.actors
    )


def _partly_told(scene: Scene, sentence: Sentence) -> bool:
    return any(
        sentence.span.overlaps(span)
        for account in scene.told.accounts
        for span in scene.told.spans.get(account.id, ())
    )


def _is_of_parties(scene: Scene, sentence: Sentence, cue: Token) -> bool:
    """Whether it is the parties, or their talk, that a verb of discussing has as its subject."""
    if cue.pos != "VERB" or sentence.child(cue, "nsubjpass") is not None:
        return True
    about = Span(cue.start, cue.end)
    who = subject_actors(scene, sentence, cue, about)
    parties = scene.states_of(scene.parties_at(about))
    if who:
        return bool(scene.states_of(who) & parties)
    subject = subject_of(sentence, cue)
    is_thing = subject is not None and subject.pos == "NOUN" and not subject.entity
    if subject is None or not is_thing or sentence.block_kind is not BlockKind.PARAGRAPH:
        return True
    return subject.lower in words("topics", "nouns")


@cache
def _cues() -> dict[str, _Cue]:
    return {
        word: _Cue(frozenset(row["then"]), Strength(row["strength"]))
        for row in table("topics")["cue"]
        for word in row["words"]
    }


def _place(sentence: Sentence, token: Token) -> tuple[int, Strength] | None:
    cue = _cues().get(token.lemma.lower())
    if cue is not None and token.pos == "VERB":
        if is_negated(sentence, token):
            return None
        start = _after_verb(sentence, token, cue.follow)
        return None if start is None else (start, cue.strength)
    start = _after_noun(sentence, token) if token.pos == "NOUN" else None
    return None if start is None else (start, Strength.MENTIONED)


def _after_noun(sentence: Sentence, noun: Token) -> int | None:
    """Where the topic begins that a noun leads to: "talks on grain", "the topic was grain"."""
    for row in ("nouns", "attention"):
        if noun.lower in words("topics", row):
            return _after_link(sentence, noun, words("topics", row, "links"))
    verb = sentence.head(noun)
    is_heading = noun.lower in words("topics", "headings") and noun.dep == "nsubj"
    if not is_heading or verb.lemma not in words("topics", "headings", "verbs"):
        return None
    named = sentence.child(verb, "attr", "dobj")
    if named is None or is_negated(sentence, verb) or _is_no_topic(named):
        return None
    return sentence.subtree(named)[0].index


def _after_verb(sentence: Sentence, verb: Token, follow: frozenset[str]) -> int | None:
    if "object" in follow:
        subject = sentence.child(verb, "nsubjpass")
        noun = sentence.child(verb, "dobj") or subject
        if noun is None or _is_no_topic(noun):
            return None
        return sentence.subtree(noun)[0].index
    if "views-on" in follow:
        noun = sentence.child(verb, "dobj")
        if noun is None or noun.lemma != "view":
            return None
        return _after_link(sentence, noun, words("topics", "nouns", "links"))
    patient = sentence.child(verb, "nsubjpass")
    if patient is not None and not _is_no_topic(patient) and _is_stranded(sentence, verb, follow):
        return sentence.subtree(patient)[0].index
    return _after_link(sentence, verb, follow)


def _is_stranded(sentence: Sentence, verb: Token, follow: frozenset[str]) -> bool:
    """Whether a preposition leads to nothing, as in "the harvest was touched upon"."""
    return any(
        one.lower in follow and sentence.child(one, "pobj") is None
        for one in sentence.children(verb)
    )


def _after_link(sentence: Sentence, token: Token, links: frozenset[str]) -> int | None:
    """The first token after the preposition that leads to the topic, or None."""
    for one in sentence.tokens[token.index + 1 : token.index + 30]:
        if (one.pos == "VERB" and one.tag in ("VBD", "VBZ", "VBP")) or one.text in (";", ":"):
            return None
        if one.lower not in links or one.pos not in ("ADP", "SCONJ", "RP"):
            continue
        noun = sentence.child(one, "pobj", "pcomp")
        if noun is None or _is_no_topic(noun) or not _hangs_on(sentence, one, token):
            continue
        return one.index + 1
    return None


def _hangs_on(sentence: Sentence, preposition: Token, token: Token) -> bool:
    """Whether a preposition hangs on the cue, on its object, or on the verb above it."""
    near = {token.index, token.head}
    for one in sentence.ancestors(preposition):
        if one.index in near:
            return True
        if one.pos == "VERB":
            return False
    return False


def _is_no_topic(noun: Token) -> bool:
    if noun.entity in ("DATE", "TIME"):
        return True
    return noun.lemma.lower() in words("topics", "not_topics") or noun.pos == "PRON"


def _end(scene: Scene, sentence: Sentence, cue: Token, start: int) -> int:
    """Where the topic ends: with its complement, or where the verb's own details begin."""
    end = complement_end(sentence, start, scene.wordings.get(sentence.index, ()))
    if start < cue.index:
        return min(
            end,
            cue.index
            - len(
                [
                    one
                    for one in sentence.children(cue)
                    if one.dep in ("aux", "auxpass", "advmod") and start < one.index < cue.index
                ]
            ),
        )
    for token in sentence.tokens[start + 1 : end]:
        if token.dep in ("prep", "npadvmod") and _is_detail(sentence, token, cue):
            return token.index
    return end


def _is_detail(sentence: Sentence, token: Token, cue: Token) -> bool:
    """Whether it tells how or when it was discussed ("during a call", "on Tuesday")."""
    target = token if token.dep == "npadvmod" else sentence.child(token, "pobj")
    if token.lower == "during":
        return True
    if target is None:
        return False
    if target.lemma.lower() in words("topics", "aside"):
        return True
    is_time = target.entity in ("DATE", "TIME")
    is_contact = target.lemma.lower() in words("topics", "nouns")
    on_verb = token.head == cue.index or sentence.head(token).pos == "VERB"
    return (is_time or (is_contact and token.lower in ("in", "by", "over", "at"))) and on_verb


def _claim(scene: Scene, cue: Token, span: Span, strength: Strength) -> Claim:
    return scene.claim(
        Aspect.TOPIC,
        Words(scene.text(span)),
        span,
        rule=f"topic.{cue.lemma.lower()}",
        strength=strength,
        within=Span(cue.start, cue.end),
    )
