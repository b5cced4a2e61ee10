"""Words handed on: 'X was quoted as saying by Y', 'Y cited X as saying'."""

from communique.extract.clauses import subject_of
from communique.extract.speech.values import Cue
from communique.languages.en.speech import SpeechWords, speech_words
from communique.model.syntax import Sentence, Token


def relayed(sentence: Sentence, token: Token, words: SpeechWords) -> Cue | None:
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
    agent = agent_of(sentence, token) or agent_of(sentence, saying)
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
        first=cue_start(sentence, token, source),
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


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """The noun after 'by', of a verb in the passive, or None."""
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


def cue_start(sentence: Sentence, token: Token, source: Token | None) -> int:
    """Where a verb of telling begins with its auxiliaries, or behind a source among them."""
    helpers = [
        one.index
        for one in sentence.children(token)
        if one.dep in ("aux", "auxpass", "neg", "advmod") and one.index < token.index
    ]
    start = min([token.index, *helpers])
    return start if source is None or source.index < start else token.index
