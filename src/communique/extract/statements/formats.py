"""Formats: standing companies of three or more, and bodies as a venue, as a text names them."""

import re
from collections.abc import Iterator
from functools import cache

from communique.catalog.tables import Format
from communique.extract.clauses import span_of, subject_of
from communique.extract.statements.channel_steps import day_of, step_of
from communique.extract.statements.meant import actors_meant
from communique.extract.statements.phrases import modifiers_start, topic_text, unquoted
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import table, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, FormatNaming, Undertaking
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind, Aspect

_NAME = r"[A-Z0-9][\w+-]*(?: (?:of |on )?[A-Z0-9][\w+-]*)*"

_CLOSED = r"(?=[”’\"'),.;:]|$)"


def find_formats(scene: Scene, undertakings: tuple[Claim, ...]) -> Iterator[Claim]:
    """The formats that a document names, and the bodies that an undertaking is to run in."""
    known: list[Span] = []
    for sentence, span in _known(scene):
        known.append(span)
        yield from _claims(scene, sentence, span, known)
    for sentence, token in scene.having(words("formats", "format", "strong")):
        named = _unknown(sentence, token)
        if named is not None and not any(one.overlaps(named) for one in known):
            yield from _claims(scene, sentence, named, known)
    for one in undertakings:
        yield from _bodies(scene, one)


@cache
def _names(formats: tuple[Format, ...]) -> dict[str, tuple[str, ...]]:
    """The names of formats by their first word in lower case, the longest first."""
    found: dict[str, set[str]] = {}
    for name in (name for one in formats for name in one.names):
        found.setdefault(name.split()[0].split("-")[0].lower(), set()).add(name)
    return {word: tuple(sorted(row, key=lambda n: (-len(n), n))) for word, row in found.items()}


def _known(scene: Scene) -> Iterator[tuple[Sentence, Span]]:
    """The formats of the tables that the document names."""
    names, text, end = _names(scene.page.tables.formats), scene.page.document.text, 0
    generic = words("formats", "format", "nouns")
    for sentence, token in scene.having(frozenset(names)):
        for name in names.get(token.lower, ()):
            after = text[token.start + len(name) : token.start + len(name) + 1]
            if text.startswith(name, token.start) and not after.isalnum() and token.start >= end:
                end = token.start + len(name)
                short, _, last = name.rpartition(" ")
                is_generic = last.lower() in generic and short in names[token.lower]
                yield sentence, Span(token.start, token.start + len(short if is_generic else name))
                break


def _unknown(sentence: Sentence, noun: Token) -> Span | None:
    """A name in quotation marks or capitals before "format" and the like."""
    start = modifiers_start(sentence, noun, frozenset())
    before = sentence.tokens[start : noun.index]
    name = [one for one in before if one.pos not in ("PUNCT", "SPACE")]
    if not name:
        return None
    if noun.text[0].isupper() and noun.lower not in words("formats", "format", "generic"):
        name.append(noun)  # "the Hill Troika", but "the Normandy Format" is that of Normandy
    is_quoted = before[0].text in ("“", "‘", '"', "'")
    is_capital = all(one.text[0].isupper() or one.text[0].isdigit() for one in name)
    if not is_quoted and not (is_capital and len(name) > 1):
        return None
    return Span(name[0].start, name[-1].end)


def _claims(scene: Scene, sentence: Sentence, name: Span, known: list[Span]) -> Iterator[Claim]:
    """A format by its name, and by the other name that the text gives it there."""
    yield _claim(scene, sentence, name)
    other = _other_name(scene, sentence, name)
    if other is not None and not any(one.overlaps(other) for one in known):
        known.append(other)
        yield scene.claim(
            Aspect.FORMAT,
            FormatNaming(scene.text(other), (), None, alias_of=unquoted(scene.text(name))),
            Span(name.start, other.end),
            rule="format.alias",
        )


@cache
def _aliases() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\s*{one}({_NAME}){_CLOSED}") for one in table("formats")["alias"]["patterns"]
    )


def _other_name(scene: Scene, sentence: Sentence, name: Span) -> Span | None:
    """So "the Hill Troika, also known as the Hill Three", "the Hill Troika (HT)"."""
    behind = scene.page.document.text[name.end : sentence.end]
    for pattern in _aliases():
        if found := pattern.match(behind):
            return Span(name.end + found.start(1), name.end + found.end(1))
    return None


def _claim(scene: Scene, sentence: Sentence, name: Span) -> Claim:
    last = next(one for one in sentence.tokens if one.end >= name.end)
    noun = last
    for one in sentence.tokens[last.index + 1 : last.index + 3]:
        if one.lemma.lower() in words("formats", "format", "nouns"):
            noun = one
    turn = step_of(sentence, noun)
    return scene.claim(
        Aspect.FORMAT,
        FormatNaming(
            name=unquoted(scene.text(name)),
            members=_made_up_of(scene, sentence, noun, name)
            or _members(scene, sentence, noun, name),
            topic=_topic(scene, sentence, noun),
            step=None if turn is None else turn.step,
            when=None if turn is None else day_of(scene, sentence, turn),
        ),
        Span(_opened(scene, name.start), noun.end),
        rule="format.named",
    )


def _opened(scene: Scene, start: int) -> int:
    """The place of the quotation mark that stands directly before, else the place given."""
    before = scene.page.document.text[max(0, start - 1) : start]
    return start - 1 if before in ("“", "‘", '"', "«") else start


def _members(scene: Scene, sentence: Sentence, noun: Token, name: Span) -> tuple[ActorKey, ...]:
    """Who is told to act through it: the subject of the deed and those it is done with."""
    head = noun
    while head.dep in ("compound", "nmod", "amod", "pobj", "cc") and head.head != head.index:
        up = sentence.head(head)
        if up.pos == "ADP":
            if up.lower not in words("formats", "part", "prepositions") or up.lower == "of":
                return ()
            deed = sentence.head(up)
            while deed.pos in ("PROPN", "ADP") and deed.head != deed.index:
                deed = sentence.head(deed)
            return _actors_of(scene, sentence, deed, name) if deed.pos == "VERB" else ()
        head = up
    return ()


def _made_up_of(scene: Scene, sentence: Sentence, noun: Token, name: Span) -> tuple[ActorKey, ...]:
    """Who makes it up by the text: "the troika of A, B and C", "the four states form the …"."""
    found: tuple[ActorKey, ...] = ()
    verb = sentence.head(noun)
    word = verb.lemma.lower()
    if noun.dep in ("dobj", "attr") and word in words("formats", "forming"):
        found = actors_meant(scene, sentence, subject_of(sentence, verb), name)
    elif noun.dep in ("nsubj", "nsubjpass") and word in words("formats", "comprising"):
        found = actors_meant(scene, sentence, sentence.child(verb, "dobj"), name)
    for one in sentence.children(noun):
        if one.lower in words("formats", "of"):
            found = found or actors_meant(scene, sentence, sentence.child(one, "pobj"), name)
    return found if len(scene.states_of(found)) > 2 else ()


def _actors_of(scene: Scene, sentence: Sentence, deed: Token, about: Span) -> tuple[ActorKey, ...]:
    found = actors_meant(scene, sentence, subject_of(sentence, deed), about)
    for one in sentence.children(deed):
        if one.lower in ("with", "between", "among"):
            found += actors_meant(scene, sentence, sentence.child(one, "pobj"), about)
    return scene.acting(found, about)


def _topic(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    for one in sentence.children(noun):
        if one.dep == "prep" and one.lower in ("on", "for", "about"):
            target = sentence.child(one, "pobj")
            if target is not None and target.entity not in ("DATE", "TIME"):
                return topic_text(unquoted(scene.text(sentence.subtree_span(target))))
    return None


def _bodies(scene: Scene, undertaking: Claim) -> Iterator[Claim]:
    value = undertaking.value
    sentence = scene.page.sentence_at(undertaking.passage.end - 1)
    if not isinstance(value, Undertaking) or value.within is None or sentence is None:
        return
    for mention in scene.named_in(undertaking.passage.span, sentence):
        actor = scene.actors.get(ActorKey(value.within))
        if ActorKey(value.within) in mention.actors and actor and actor.kind is ActorKind.BODY:
            inside = sentence.within(mention.span)
            yield scene.claim(
                Aspect.FORMAT,
                FormatNaming(
                    name=scene.text(span_of(sentence, inside[0].index, inside[-1].index + 1)),
                    members=(),
                    topic=None,
                    body=value.within,
                ),
                mention.span,
                rule="format.body",
                strength=undertaking.strength,
            )
            return
