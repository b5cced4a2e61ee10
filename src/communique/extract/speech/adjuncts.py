"""Adjuncts: words beside a whole clause that say on whose word it stands."""

from collections.abc import Iterator

from communique.extract.speech.values import Cue
from communique.languages.en.originals import original_words
from communique.languages.en.speech import SpeechWords
from communique.model.syntax import Sentence, Token


def adjunct_cues(sentence: Sentence, token: Token, words: SpeechWords) -> Iterator[Cue]:
    """The cue of an adjunct that begins with a word: 'according to the ministry'."""
    tokens = sentence.tokens
    for adjunct in words.adjuncts[token.lower]:
        window = tokens[token.index : token.index + len(adjunct.parts)]
        if tuple(one.lower for one in window) != adjunct.parts:
            continue
        if len(window) == 1 and not _stands_apart(sentence, token):
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
            kinds=frozenset({adjunct.kind}),
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
