"""Cues: where a sentence puts something on somebody's word, read from its parse."""

from collections.abc import Iterator

from communique.extract.speech.adjuncts import adjunct_cues
from communique.extract.speech.relayed import agent_of, cue_start, relayed
from communique.extract.speech.sources import place_stated_in, source_of
from communique.extract.speech.values import Cue
from communique.languages.en.speech import SpeechWords, TellingVerb, speech_words
from communique.model.syntax import Sentence, Token

_EMBEDDED = frozenset({"pcomp", "ccomp", "csubj", "advcl"})
"""Where a verb of telling after 'what' or 'how' names a matter and tells nothing."""


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """The cues of a sentence, in the order of the text."""
    words = speech_words()
    found: list[Cue] = []
    for token in sentence.tokens:
        tag = token.tag
        if token.text.lower() in words.adjuncts:
            found.extend(adjunct_cues(sentence, token, words))
        if tag in ("NN", "NNS") and token.lemma.lower() in words.nouns:
            found.extend(_nominal(sentence, token))
        elif tag.startswith("VB") and not any(one.first < token.index <= one.last for one in found):
            found.extend(_verbal(sentence, token, words))
    return tuple(sorted(found, key=lambda one: one.first))


def _verbal(sentence: Sentence, token: Token, words: SpeechWords) -> Iterator[Cue]:
    lemma = token.lemma.lower()
    if lemma in words.relaying:
        passed_on = relayed(sentence, token, words)
        if passed_on is not None:
            yield passed_on
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


def _nominal(sentence: Sentence, noun: Token) -> Iterator[Cue]:
    """'The ministry's claim that the port is open': the owner tells."""
    if hung_clause(sentence, noun) is None:
        return
    owner = sentence.child(noun, "poss")
    if owner is None:
        issuing = speech_words().particles["issuing"]
        joints = [one for one in sentence.children(noun) if one.lower in issuing]
        owner = next((found for one in joints if (found := sentence.child(one, "pobj"))), None)
    if owner is None:
        return
    kinds = frozenset(
        {"deny" if noun.lemma.lower() in speech_words().particles["denials"] else "say"}
    )
    yield Cue(noun.index, noun.index, noun.index, owner, None, frozenset({"noun"}), kinds)


def hung_clause(sentence: Sentence, noun: Token) -> tuple[Token, ...] | None:
    """The words of the clause with 'that' which hangs on a noun and says what it is."""
    for one in sentence.children(noun):
        if one.index > noun.index and one.dep in ("acl", "ccomp", "relcl"):
            tree = sentence.subtree(one)
            if tree[0].lower in speech_words().particles["opening"] and tree[0].tag == "IN":
                return tree
    return None


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
        first=cue_start(sentence, token, source),
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
            return agent_of(sentence, one)
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
    return helper.index < token.index and all(
        one.pos in ("ADV", "AUX", "PART", "CCONJ") for one in between
    )


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
    if not _leads_to_words(sentence, partner):
        return
    source = source_of(sentence, token, words)
    if source is not None and source.index < token.index:
        yield Cue(
            first=cue_start(sentence, token, source),
            last=partner.index,
            verb=partner.index,
            source=source,
            carrier=None,
            frames=frozenset({"clause", "quote"}),
            kinds=frozenset({"say"}),
        )


def _leads_to_words(sentence: Sentence, partner: Token) -> bool:
    """Whether 'that', a colon or a quotation follows soon, and no verb before it."""
    for one in sentence.tokens[partner.index + 1 : partner.index + 7]:
        if one.lower in speech_words().particles["opening"]:
            return one.index == partner.index + 1
        if one.text == ":" or one.tag == "``":
            return True
        if one.pos in ("VERB", "AUX", "ADJ"):
            return False
    return False
