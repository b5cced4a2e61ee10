"""Originals: the texts that a document relies on, one for each under all its namings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.speech.values import Cue, MediumFound, Reference, Teller, TellerKind
from communique.languages.en.originals import original_words
from communique.model.passages import Passage, Span
from communique.model.readings import Original, OriginalKey
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.model.vocabulary import OriginalKind

GENERIC = OriginalKind.STATEMENT
"""The kind given to what an institution 'said' when no genre is named."""


def medium_of(sentence: Sentence, cue: Cue, contents: tuple[Span, ...]) -> MediumFound | None:
    """What the words around a cue say it was told in: a statement, a post, an interview."""
    nouns = original_words().nouns
    for token in sentence.tokens:
        noun = nouns.get(token.lower)
        named = token.tag == "NNP" and original_words().media.fullmatch(token.text)
        if noun is None or named or token.dep not in ("pobj", "conj", "dobj", "attr"):
            continue
        if any(span.start <= token.start < span.end for span in contents):
            continue
        if not _leads_to(sentence, token, cue):
            continue
        near = sentence.subtree(token)
        if noun.needs and not any(one.lower in noun.needs for one in near if one is not token):
            continue
        return MediumFound(noun.kind, token, token.lower)
    return _posted(sentence, cue, contents)


def _leads_to(sentence: Sentence, token: Token, cue: Cue) -> bool:
    """Whether a noun hangs, over a preposition, on the verb of the cue or on who tells."""
    preposition = sentence.head(token)
    if token.dep in ("dobj", "dative") and "tell" in cue.kinds:
        return token.head == cue.verb
    if preposition.dep not in ("prep", "pcomp", "agent") or preposition.pos not in ("ADP", "SCONJ"):
        return False
    if preposition.lower not in original_words().told_in:
        return False
    anchors = {cue.verb, cue.last, cue.first}
    anchors |= {one.index for one in (cue.addressee, cue.source) if one is not None}
    up = sentence.head(preposition)
    if up.index in anchors:
        return True
    # "in comments at a briefing": one noun in between.
    middle = sentence.head(up)
    return up.dep == "pobj" and middle.dep == "prep" and middle.head in anchors


def told_in_by(sentence: Sentence, medium: MediumFound) -> Iterator[Token]:
    """The nouns for who carried or heard what was told: 'carried by', 'with', 'to' somebody."""
    for one in sentence.children(medium.head):
        joint: Token | None = one
        if one.dep == "acl" and one.lemma.lower() in original_words().carried:
            joint = sentence.child(one, "agent")
        if joint is not None and joint.lower in original_words().heard_by:
            noun = sentence.child(joint, "pobj")
            if noun is not None:
                yield noun


def _posted(sentence: Sentence, cue: Cue, contents: tuple[Span, ...]) -> MediumFound | None:
    if "post" in cue.kinds:
        verb = sentence.tokens[cue.last]
        return MediumFound(OriginalKind.POST, verb, verb.lemma.lower())
    last = sentence.tokens[cue.last]
    for one in sentence.children(last):
        if one.lower not in original_words().told_in or one.index < last.index:
            continue
        thing = sentence.child(one, "pobj")
        if thing is None or any(s.start <= thing.start < s.end for s in contents):
            continue
        place = original_words().media.search(sentence.text, thing.start - sentence.start)
        near = place is not None and place.start() <= thing.end - sentence.start
        if place is not None and near and (len(place.group()) > 1 or place.group().isupper()):
            return MediumFound(OriginalKind.POST, thing, place.group())
    return None


def reference_of(
    teller: Teller, carriers: tuple[Teller, ...], medium: MediumFound | None
) -> Reference | None:
    """The original that somebody's words come from, None when none is named."""
    if teller.kind is TellerKind.JOINT:
        return None
    if teller.kind is TellerKind.ORIGINAL and teller.original is not None:
        return _issued(teller, teller.original, teller.medium)
    if medium is not None and medium.kind is not OriginalKind.REPORT and _can_issue(teller):
        return _issued(teller, medium.kind, medium.words)
    relaying = [one for one in carriers if one.kind is TellerKind.MEDIA]
    if relaying:
        return _reported(relaying[-1])
    if teller.kind is TellerKind.MEDIA:
        return _reported(teller)
    if teller.kind is TellerKind.INSTITUTION:
        found = _issued(teller, GENERIC, None)
        return replace(found, is_generic=True)
    return None


def _can_issue(teller: Teller) -> bool:
    return teller.kind in (TellerKind.PERSON, TellerKind.INSTITUTION, TellerKind.STATE)


def _issued(teller: Teller, kind: OriginalKind, medium: str | None) -> Reference:
    by = teller.issuer or slug(teller.actor or teller.words)
    return Reference(kind, teller.side, by, teller.actor, bare(teller.words), medium)


def _reported(media: Teller) -> Reference:
    by = slug(media.issuer or bare(media.words))
    return Reference(OriginalKind.REPORT, None, by, None, bare(media.words))


def slug(words: str) -> str:
    """Words made plain for a key: lower case, without articles, 'person:' and marks."""
    plain = re.sub(r"^(?:person|office|group):", "", words.lower())
    plain = re.sub(r"[^\w]+", " ", plain).strip()
    return original_words().article.sub("", plain)


def bare(words: str) -> str:
    """A naming without its leading article."""
    return original_words().article.sub("", words)


def settled(references: tuple[Reference, ...]) -> dict[OriginalKey, OriginalKey]:
    """For each key the key it stands under: what an institution 'said' joins its one named text."""
    by_of = _by_of(references)
    named: dict[tuple[str | None, str], list[OriginalKey]] = {}
    for one in references:
        own = named.setdefault((one.side, by_of[one.key]), [])
        key = one.as_by(by_of[one.key]).key
        if not one.is_generic and one.kind is not OriginalKind.REPORT and key not in own:
            own.append(key)
    result = {}
    for one in references:
        texts = named.get((one.side, by_of[one.key]), [])
        joins = one.is_generic and len(texts) == 1 and one.side is not None
        result[one.key] = texts[0] if joins else one.as_by(by_of[one.key]).key
    return result


def _by_of(references: tuple[Reference, ...]) -> dict[OriginalKey, str]:
    """For each key its issuer; a bare 'office' is the one office of its side that is named."""
    seats = {(one.side, one.by) for one in references if one.by in original_words().seats}
    found = {}
    for one in references:
        own = [by for side, by in seats if side == one.side and side is not None]
        bare_office = one.by in original_words().bare_seats
        found[one.key] = own[0] if bare_office and len(own) == 1 else one.by
    return found


@dataclass(frozen=True, slots=True)
class Naming:
    """One reference to an original: the words that name it and the words taken from it."""

    reference: Reference
    named_in: Passage | None
    passage: Passage
    when: When | None


def gather(namings: tuple[Naming, ...]) -> tuple[Original, ...]:
    """One original for each key, with all its passages, in the order of first mention."""
    keys = settled(tuple(one.reference for one in namings))
    groups: dict[OriginalKey, list[Naming]] = {}
    for one in namings:
        groups.setdefault(keys[one.reference.key], []).append(one)
    return tuple(_joined(key, tuple(group)) for key, group in groups.items())


def _joined(key: OriginalKey, group: tuple[Naming, ...]) -> Original:
    best = next((one.reference for one in group if one.reference.key == key), group[0].reference)
    return Original(
        key=key,
        kind=best.kind,
        issuer=next((g.reference.issuer for g in group if g.reference.issuer is not None), None),
        issuer_wording=best.issuer_words,
        side=best.side,
        medium=best.medium,
        when=next((one.when for one in group if one.when is not None), None),
        passages=tuple(sorted({one.passage for one in group})),
        named_in=tuple(sorted({one.named_in for one in group if one.named_in is not None})),
    )


def when_told(
    sentence: Sentence, times: tuple[TimeMention, ...], contents: tuple[Span, ...]
) -> When | None:
    """The day on which something was told: a time in the sentence outside of what is told."""
    for one in times:
        place = one.passage.span
        if not sentence.span.holds(place) or one.duration is not None:
            continue
        if not any(span.overlaps(place) for span in contents):
            return one.when
    return None
