"""Matters outside the contact that accounts tell apart: done, under way, or only imminent."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.catalog.naming import group_named, state_named
from communique.extract.clauses import auxiliaries, is_negated
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Matter
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect

DONE, IMMINENT, UNDER_WAY = "done", "imminent", "under way"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that may name a matter, and the words that must follow it."""

    matter: str
    part: str
    follows: tuple[str, ...]


def find_matters(scene: Scene) -> Iterator[Claim]:
    """What the text says became of a matter whose holder it names."""
    known = _words()
    for sentence, token in scene.having(frozenset(known)):
        for word in known.get(token.lemma.lower(), ()):
            found = _read(scene, sentence, token, word)
            if found is not None:
                yield found
                break


@cache
def _words() -> dict[str, tuple[_Word, ...]]:
    found: dict[str, list[_Word]] = {}
    for row in table("matters")["matter"]:
        links = tuple(row["noun_links"])
        for noun in row["nouns"]:
            needs = noun in row["noun_needs_link"]
            found.setdefault(noun, []).append(
                _Word(row["matter"], "noun", links if needs else ("",))
            )
        for phrase in row["noun_phrases"]:
            first, _, rest = phrase.partition(" ")
            found.setdefault(first, []).append(_Word(row["matter"], "noun", (rest,)))
        for verb, rest in row["verbs"]:
            found.setdefault(verb, []).append(_Word(row["matter"], "verb", (rest,)))
    return {key: tuple(rows) for key, rows in found.items()}


def _read(scene: Scene, sentence: Sentence, token: Token, word: _Word) -> Claim | None:
    is_verb = token.pos in ("VERB", "AUX")
    rest = sentence.text[token.end - sentence.start :].lower().lstrip(" ”\"'")
    follow = next((one for one in word.follows if rest.startswith(one)), None)
    if follow is None or is_verb != (word.part == "verb") or is_negated(sentence, token):
        return None
    end = token.end + (
        sentence.text[token.end - sentence.start :].lower().find(follow) + len(follow)
        if follow
        else 0
    )
    holder = (_subject if is_verb else _owner)(scene, sentence, token, Span(token.start, end))
    if holder is None:
        return None
    state = (_state_of_verb if is_verb else _state_of_noun)(scene, sentence, token)
    if state is None:
        return None
    span = Span(min(_first(sentence, token).start, holder[1].start), max(end, holder[1].end))
    span = Span(span.start, _with_time(scene, sentence, span.end))
    return scene.claim(
        Aspect.MATTER, Matter(word.matter, holder[0], state), span, rule=f"matter.{word.matter}"
    )


def _subject(
    scene: Scene, sentence: Sentence, verb: Token, span: Span
) -> tuple[ActorKey, Span] | None:
    who = scene.acting(subject_actors(scene, sentence, verb, span), span)
    return (who[0], span) if len(who) == 1 else None


def _owner(
    scene: Scene, sentence: Sentence, noun: Token, span: Span
) -> tuple[ActorKey, Span] | None:
    """The holder of a noun: "by X" after it, or "X's" or "X" before it."""
    tokens = sentence.tokens
    for token in tokens[noun.index + 1 : noun.index + 10]:
        if token.pos == "VERB" or token.text in (",", ";"):
            break
        if token.lower == "by":
            mention = next(
                (
                    one
                    for index in (token.index + 1, token.index + 2)
                    if index < len(tokens)
                    and (one := scene.mention_at(sentence, tokens[index])) is not None
                ),
                None,
            )
            who = () if mention is None else scene.acting(mention.actors, span)
            return (who[0], mention.span) if mention is not None and who else None
    for token in reversed(tokens[max(0, noun.index - 5) : noun.index]):
        mention = scene.mention_at(sentence, token)
        if mention is not None:
            who = scene.acting(mention.actors, span)
            return (who[0], span) if len(who) == 1 else None
        named = _named_by_table(scene, token)
        if named is not None:
            return named, Span(token.start, span.end)
        if token.pos not in ("ADJ", "PART", "NOUN", "VERB", "PROPN"):
            return None
    return None


def _named_by_table(scene: Scene, token: Token) -> ActorKey | None:
    """The group or state that a word before a noun names ("the Taliban takeover"), or None."""
    if (token.pos != "PROPN" and token.tag != "JJ") or not token.text[:1].isupper():
        return None
    group = group_named(scene.page.tables, token.text)
    if group is not None:
        return ActorKey(f"group:{group}")
    state = state_named(scene.page.tables, token.text)
    return None if state is None else ActorKey(state)


def _state_of_verb(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    token = verb
    while token.dep in ("xcomp", "acomp", "oprd", "conj") and token.head != token.index:
        token = sentence.head(token)
        if token.lemma in words("matters", "states", "imminent_verbs"):
            return IMMINENT
    aux = auxiliaries(sentence, verb)
    if any(one.lower in ("will", "shall") for one in aux):
        return IMMINENT
    if any(one.tag == "MD" for one in aux):
        return None
    if verb.tag == "VBG":
        return UNDER_WAY if any(one.lemma == "be" for one in aux) else None
    return DONE if verb.tag in ("VBD", "VBN") else None


def _state_of_noun(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    before = {one.lower for one in sentence.tokens[max(0, noun.index - 3) : noun.index]}
    if before & words("matters", "states", "imminent"):
        return IMMINENT
    if before & words("matters", "states", "under_way"):
        return UNDER_WAY
    verb = next((one for one in sentence.ancestors(noun) if one.pos in ("VERB", "AUX")), None)
    if verb is not None and any(one.tag == "MD" for one in auxiliaries(sentence, verb)):
        return None
    head = sentence.head(noun)
    while head.pos == "ADP" and head.head != head.index:
        head = sentence.head(head)
    if head.lemma in words("matters", "states", "feared") or before & words(
        "matters", "states", "feared"
    ):
        return None
    return DONE


def _first(sentence: Sentence, token: Token) -> Token:
    """The first adjective directly before a noun, or the word itself."""
    index = token.index
    while index > 0 and sentence.tokens[index - 1].pos == "ADJ":
        index -= 1
    return sentence.tokens[index]


def _with_time(scene: Scene, sentence: Sentence, end: int) -> int:
    """The end of a time that follows directly ("last week"), else the end given."""
    for one in scene.times:
        if 0 <= one.passage.start - end <= 1 and one.passage.end <= sentence.end:
            return one.passage.end
    return end
