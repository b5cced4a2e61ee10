"""Cues: where a sentence puts something on somebody's word, read from its parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.clauses import subject_of
from communique.extract.speech.sources import place_stated_in, source_of
from communique.languages.en.originals import original_words
from communique.languages.en.speech import SpeechWords, TellingVerb, speech_words
from communique.model.syntax import Sentence, Token

_EMBEDDED = frozenset({"pcomp", "ccomp", "csubj", "advcl"})
"""Where a verb of telling after 'what' or 'how' names a matter and tells nothing."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that put something on somebody's word.

    ``first`` and ``last`` are the places of the first and last token of the cue, ``verb`` of the
    token that what is told hangs on. ``source`` is the head of the words for who tells, ``carrier``
    of those for who relays it ("quoted as saying by ..."). ``frames`` says how what is told stands
    with the verb; it is empty for an adjunct ("according to"). ``addressee`` is the head of the
    words for who is told.
    """

    first: int
    last: int
    verb: int
    source: Token | None
    carrier: Token | None
    frames: frozenset[str]
    kinds: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    addressee: Token | None = None

    @property
    def is_adjunct(self) -> bool:
        """Whether the cue stands beside a whole clause and governs none."""
        return not self.frames

    @property
    def is_denial(self) -> bool:
        """Whether what is told is told as untrue."""
        return "deny" in self.kinds


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """The cues of a sentence, in the order of the text."""
    words = speech_words()
    found: list[Cue] = []
    for token in sentence.tokens:
        low = token.lower
        if low in words.adjuncts:
            found.extend(_adjunct(sentence, token, words))
        if token.tag.startswith("VB") and not any(
            one.first < token.index <= one.last for one in found
        ):
            found.extend(_verbal(sentence, token, words))
    return tuple(sorted(found, key=lambda one: one.first))


def _verbal(sentence: Sentence, token: Token, words: SpeechWords) -> Iterator[Cue]:
    lemma = token.lemma.lower()
    if lemma in words.relaying:
        relayed = _relayed(sentence, token, words)
        if relayed is not None:
            yield relayed
            return
    verb = words.verbs.get(lemma)
    if verb is not None and _tells(sentence, token, words):
        comment = _comment(sentence, token, words)
        if comment is None:
            yield from _plain(sentence, token, verb, words)
        else:
            yield comment
    elif lemma in words.phrases:
        yield from _phrase(sentence, token, words)


def _plain(
    sentence: Sentence, token: Token, verb: TellingVerb, words: SpeechWords
) -> Iterator[Cue]:
    passive = sentence.child(token, "auxpass", "nsubjpass") is not None
    if passive:
        source = place_stated_in(sentence, token)
        if source is None:
            return
    elif _is_reduced_passive(sentence, token):
        return
    else:
        source = source_of(sentence, token, words)
    yield Cue(
        first=_cue_start(sentence, token, source),
        last=token.index,
        verb=token.index,
        source=source,
        carrier=None if source is None else _quoted_by(sentence, source, words),
        frames=frozenset(verb.frames),
        kinds=verb.kinds,
        prepositions=verb.prepositions,
        addressee=sentence.child(token, "dobj", "dative") if "tell" in verb.kinds else None,
    )


def _quoted_by(sentence: Sentence, source: Token, words: SpeechWords) -> Token | None:
    """'The minister, quoted by the agency, said ...': the agency."""
    for one in sentence.children(source):
        if one.dep == "acl" and one.tag == "VBN" and one.lemma.lower() in words.relaying:
            return _agent(sentence, one)
    return None


def _comment(
    sentence: Sentence, token: Token, words: SpeechWords, partner: Token | None = None
) -> Cue | None:
    """'As the minister said, ...': an adjunct to the whole clause."""
    mark = next((one for one in sentence.children(token) if one.lower in words.commenting), None)
    source = sentence.child(token, "nsubj")
    if mark is None or source is None or token.dep != "advcl" or mark.index > source.index:
        return None
    verb = words.verbs.get(token.lemma.lower())
    if partner is None and (verb is None or "clause" not in verb.frames):
        return None
    if partner is None and sentence.child(token, "ccomp", "dobj") is not None:
        return None
    last = token.index if partner is None else partner.index
    return Cue(mark.index, last, token.index, source, None, frozenset(), frozenset({"say"}))


def _is_reduced_passive(sentence: Sentence, token: Token) -> bool:
    """A participle without auxiliary that hangs on a noun: 'the plan announced by ...'."""
    if token.tag != "VBN" or token.dep not in ("acl", "amod", "advcl"):
        return False
    return sentence.child(token, "aux", "nsubj") is None and not _follows_name(sentence, token)


def _follows_name(sentence: Sentence, token: Token) -> bool:
    """'..., the spokeswoman Jane Doe posted.': a finite verb taken for a participle."""
    head = sentence.head(token)
    if head.index != token.index - 1 or not head.tag.startswith("NNP"):
        return False
    left = sentence.subtree(head)[0].index
    for one in reversed(sentence.tokens[: head.index]):
        if one.pos == "PUNCT":
            return one.text in _CLOSING
        if one.index < left:
            return False
    return False


_CLOSING = ",”\"’'"


def _cue_start(sentence: Sentence, token: Token, source: Token | None) -> int:
    helpers = [
        one.index
        for one in sentence.children(token)
        if one.dep in ("aux", "auxpass", "neg", "advmod") and one.index < token.index
    ]
    start = min([token.index, *helpers])
    return start if source is None or source.index < start else token.index


def _tells(sentence: Sentence, token: Token, words: SpeechWords) -> bool:
    """Whether the verb tells in earnest: not negated, hypothetical, asked or still to come."""
    children = sentence.children(token)
    helpers = [one for one in children if _stands_near(sentence, one, token)]
    if any(one.dep == "neg" for one in helpers):
        return False
    if token.dep in _EMBEDDED and sentence.subtree(token)[0].tag in ("WP", "WDT"):
        return False
    if token.dep in ("pcomp", "ccomp", "csubj") and sentence.subtree(token)[0].tag == "WRB":
        return False
    if any(one.lower in words.unreal_auxiliaries for one in helpers if one.dep == "aux"):
        return False
    if any(one.dep == "mark" and one.lower in words.unreal_clauses for one in children):
        return False
    if token.tag == "VB" and token.dep in ("xcomp", "ccomp", "acl", "advcl", "conj"):
        return _infinitive_tells(sentence, token, words)
    return not (token.tag == "VB" and token.dep == "ROOT" and not _has_subject(sentence, token))


def _stands_near(sentence: Sentence, helper: Token, token: Token) -> bool:
    """Whether nothing but adverbs and helpers stand between a helper and its verb."""
    between = sentence.tokens[helper.index + 1 : token.index]
    return helper.index < token.index and all(one.pos in ("ADV", "AUX", "PART") for one in between)


def _has_subject(sentence: Sentence, token: Token) -> bool:
    return sentence.child(token, "nsubj", "aux") is not None


def _infinitive_tells(sentence: Sentence, token: Token, words: SpeechWords) -> bool:
    head = sentence.head(token)
    if token.dep == "conj":
        return _tells(sentence, head, words) if head.tag == "VB" else True
    if head.lemma.lower() in words.raisers or token.dep == "acl":
        return False
    return not any(
        one.dep in ("aux", "neg") and (one.dep == "neg" or one.lower in words.unreal_auxiliaries)
        for one in sentence.children(head)
    )


def _phrase(sentence: Sentence, token: Token, words: SpeechWords) -> Iterator[Cue]:
    wanted = words.phrases[token.lemma.lower()]
    near = sentence.tokens[token.index + 1 : token.index + 4]
    partner = next((one for one in near if one.lower in wanted), None)
    if partner is None or not _tells(sentence, token, words):
        return
    comment = _comment(sentence, token, words, partner)
    if comment is not None:
        yield comment
        return
    follows = sentence.tokens[partner.index + 1 : partner.index + 2]
    opening = words.particles["opening"]
    if not follows or not (
        follows[0].lower in opening
        or follows[0].text == ":"
        or (follows[0].text == "," and _quotation_follows(sentence, follows[0]))
    ):
        return
    source = source_of(sentence, token, words)
    if source is not None and source.index < token.index:
        yield Cue(
            first=_cue_start(sentence, token, source),
            last=partner.index,
            verb=partner.index,
            source=source,
            carrier=None,
            frames=frozenset({"clause", "quote"}),
            kinds=frozenset({"say"}),
        )


def _quotation_follows(sentence: Sentence, comma: Token) -> bool:
    after = sentence.tokens[comma.index + 1 : comma.index + 2]
    return bool(after) and after[0].tag in ("``", "''")


def _relayed(sentence: Sentence, token: Token, words: SpeechWords) -> Cue | None:
    """'X was quoted as saying by Y ...' and 'Y cited X as saying ...'."""
    saying = (
        next(
            (
                inner
                for prep in sentence.children(token)
                if prep.dep == "prep" and prep.lower in words.commenting
                for inner in sentence.children(prep)
                if inner.dep == "pcomp" and inner.lemma.lower() in words.sayings
            ),
            None,
        )
        or _saying_after(sentence, token, words)
        or _saying_of(sentence, token, words)
    )
    if saying is None:
        return None
    agent = _agent(sentence, token) or _agent(sentence, saying)
    passive = sentence.child(token, "auxpass", "nsubjpass") is not None
    if passive or sentence.child(token, "nsubj") is None:
        source = subject_of(sentence, token)
        carrier = agent
    else:
        source = _quoted_person(sentence, token, saying)
        carrier = sentence.child(token, "nsubj")
    last = saying.index
    if agent is not None and agent.index <= saying.index + 8:
        last = max(last, saying.index)
    return Cue(
        first=_cue_start(sentence, token, source),
        last=last,
        verb=saying.index,
        source=source,
        carrier=carrier,
        frames=frozenset({"clause", "quote"}),
        kinds=frozenset({"say"}),
    )


def _saying_after(sentence: Sentence, token: Token, words: SpeechWords) -> Token | None:
    """'as saying' within a few words, however the parser hung it."""
    tokens = sentence.tokens
    for one in tokens[token.index + 1 : token.index + 14]:
        after = tokens[one.index + 1 : one.index + 2]
        if one.lower in words.commenting and after and after[0].tag == "VBG":
            return after[0] if after[0].lemma.lower() in words.sayings else None
    return None


def _saying_of(sentence: Sentence, token: Token, words: SpeechWords) -> Token | None:
    """'Quoted him saying': a participle that hangs on the verb or on the one quoted."""
    thing = sentence.child(token, "dobj", "nsubj")
    for one in (*sentence.children(token), *(() if thing is None else sentence.children(thing))):
        if one.index > token.index and one.tag == "VBG" and one.lemma.lower() in words.sayings:
            return one if one.dep in ("xcomp", "acl", "ccomp") else None
    return None


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    for one in sentence.children(verb):
        if one.lower in speech_words().particles["agent"] and one.dep in ("agent", "prep"):
            return sentence.child(one, "pobj")
    return None


def _quoted_person(sentence: Sentence, token: Token, saying: Token) -> Token | None:
    direct = sentence.child(token, "dobj")
    if direct is not None:
        return direct
    between = sentence.tokens[token.index + 1 : saying.index]
    nouns = [one for one in between if one.pos in ("PROPN", "NOUN", "PRON")]
    return nouns[-1] if nouns else None


def _adjunct(sentence: Sentence, token: Token, words: SpeechWords) -> Iterator[Cue]:
    tokens = sentence.tokens
    for parts in words.adjuncts[token.lower]:
        window = tokens[token.index : token.index + len(parts)]
        if tuple(one.lower for one in window) != parts:
            continue
        if len(parts) == 1 and not _stands_apart(sentence, token):
            continue
        last = window[-1]
        source = _noun_after(sentence, last)
        if source is None or source.lemma.lower() in words.not_tellers:
            continue
        yield Cue(
            first=token.index,
            last=last.index,
            verb=token.index,
            source=source,
            carrier=None,
            frames=frozenset(),
            kinds=frozenset({"cite" if token.tag == "VBG" and len(parts) == 1 else "say"}),
        )
        return


def _stands_apart(sentence: Sentence, token: Token) -> bool:
    """A bare participle ('citing') after a comma or at the beginning; a bare verb not at all."""
    if token.tag not in ("VBG",):
        return False
    return token.index == 0 or sentence.tokens[token.index - 1].text in ",-–—("


def _text_before_name(sentence: Sentence, last: Token, noun: Token) -> Token:
    """'According to the readout Jane Doe said ...': the readout, where a name was glued to it."""
    nouns = original_words().nouns
    for one in sentence.tokens[last.index + 1 : noun.index]:
        glued = sentence.tokens[one.index + 1].tag.startswith("NNP")
        if one.lower in nouns and one.dep == "compound" and glued:
            return one
    return _name_after_noun(sentence, noun)


def _name_after_noun(sentence: Sentence, noun: Token) -> Token:
    """'According to the news agency Harbour, ...': the name, up to its comma."""
    end = noun
    for one in sentence.tokens[noun.index + 1 : noun.index + 5]:
        if one.text == ",":
            return end
        if not one.tag.startswith("NNP"):
            break
        end = one
    return noun


def _noun_after(sentence: Sentence, last: Token) -> Token | None:
    direct = sentence.child(last, "pobj", "dobj", "pcomp")
    if direct is not None and direct.index > last.index:
        return _text_before_name(sentence, last, direct)
    for one in sentence.tokens[last.index + 1 : last.index + 10]:
        if one.pos in ("NOUN", "PROPN", "PRON"):
            after = sentence.tokens[one.index + 1 : one.index + 2]
            if not after or (after[0].pos not in ("NOUN", "PROPN") and after[0].tag != "POS"):
                return one
    return None
