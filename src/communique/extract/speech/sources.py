"""Who a verb of telling has for its subject, however the parse hung it."""

from communique.extract.clauses import subject_of
from communique.languages.en.speech import SpeechWords, speech_words
from communique.model.syntax import Sentence, Token


def source_of(sentence: Sentence, token: Token, words: SpeechWords) -> Token | None:
    """The head of the words for who tells by this verb, or None."""
    own = _own_subject(sentence, token)
    turned = _turned(sentence, token, own)
    if turned is not None:
        return turned
    if own is not None and own.tag not in ("WP", "WDT"):
        return own
    if own is None and token.dep == "acl" and token.tag in ("VBG", "VBN"):
        return sentence.head(token)
    near = _leaning(sentence, token) if own is None else None
    if near is not None:
        return near
    source = subject_of(sentence, token)
    if own is None and source is not None and _is_empty(source, token, words):
        return None
    if own is None and (source is None or source.index > token.index or token.dep == "ccomp"):
        return _right_before(sentence, token) or source
    return source


def _leaning(sentence: Sentence, token: Token) -> Token | None:
    """The noun that stands right before a finite verb whose subject the parse did not find."""
    helpers = [one for one in sentence.children(token) if one.dep in ("aux", "advmod", "neg")]
    first = min([token.index, *(one.index for one in helpers if one.index < token.index)])
    finite = token.tag in ("VBD", "VBZ", "VBP") or any(one.dep == "aux" for one in helpers)
    one = _before_brackets(sentence, first)
    if not finite or one is None or one.entity in ("DATE", "TIME"):
        return None
    if one.tag not in ("NNP", "NNPS"):
        return None
    return one if one.dep in _STRAY or _after_and(sentence, one) else None


def _before_brackets(sentence: Sentence, at: int) -> Token | None:
    """The token before a place, over a short form in brackets: 'the Harbour News Agency (HNA)'."""
    if at and sentence.tokens[at - 1].text == ")":
        opening = [one.index for one in sentence.tokens[max(at - 5, 0) : at] if one.text == "("]
        at = opening[-1] if opening else at
    return sentence.tokens[at - 1] if at else None


def _after_and(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun opens a clause after 'and', with at most an adverb between."""
    at = noun.index - 1
    while at >= 0 and sentence.tokens[at].pos == "ADV":
        at -= 1
    return at >= 0 and sentence.tokens[at].pos == "CCONJ"


_STRAY = frozenset({"conj", "npadvmod", "dep", "appos", "nmod", "ROOT", "nsubj", "aux", "intj"})


def _is_empty(source: Token, token: Token, words: SpeechWords) -> bool:
    """'It is worth noting': the 'it' of a construction tells nothing."""
    if source.dep == "expl":
        return True
    return source.lower in words.pronouns["thing"] and token.dep in ("xcomp", "pcomp", "acl")


def _right_before(sentence: Sentence, token: Token) -> Token | None:
    """The noun that a verb follows at once before a colon, a mark or 'that'."""
    follows = sentence.tokens[token.index + 1 : token.index + 2]
    if not follows or not (
        follows[0].pos == "PUNCT" or follows[0].lower in speech_words().particles["opening"]
    ):
        return None
    at = token.index - 1
    while at >= 0 and sentence.tokens[at].pos == "ADV":
        at -= 1
    one = sentence.tokens[at] if at >= 0 else None
    return one if one is not None and one.tag.startswith("NN") else None


def _turned(sentence: Sentence, token: Token, own: Token | None) -> Token | None:
    """Who stands after the verb: 'The port, said the minister of the islands, will open.'

    A subject before the verb is not parted from it by one comma alone.
    """
    at = _comma_before(sentence, token)
    if at is None or token.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if own is not None and own.index < at and _is_set_off(sentence, own, at):
        return None
    run = _nominal_run(sentence, token.index + 1)
    if not run or run[-1].entity in ("DATE", "TIME") or not _may_follow(sentence, run[-1]):
        return None
    return run[-1]


def _comma_before(sentence: Sentence, token: Token) -> int | None:
    """The place of the mark that a verb follows: a comma, or one at the end of a quotation."""
    at = token.index - 1
    while at >= 0 and sentence.tokens[at].pos == "ADV":
        at -= 1
    if at < 0 or sentence.tokens[at].pos != "PUNCT" or sentence.tokens[at].text in "(:;[":
        return None
    return at


def _is_set_off(sentence: Sentence, own: Token, comma: int) -> bool:
    """Whether another comma stands between a subject and the comma before its verb."""
    between = sentence.tokens[own.index + 1 : comma]
    return any(one.text in (",", "(", "–", "—", "-") for one in between)


def _nominal_run(sentence: Sentence, start: int) -> tuple[Token, ...]:
    """The nouns and what stands before them from a place on: 'a senior official'."""
    end = start
    for one in sentence.tokens[start : start + 12]:
        if one.tag not in _NOMINAL and not (one.tag == "IN" and one.dep == "compound"):
            break
        end += 1
        if one.tag == "PRP":
            break
    run = sentence.tokens[start:end]
    while run and run[-1].pos not in ("NOUN", "PROPN", "PRON"):
        run = run[:-1]
    return run


_NOMINAL = frozenset(
    {"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PRP", "PRP$", "POS", "HYPH"}
    | {"VBN", "PDT", "NFP"}
)


def _may_follow(sentence: Sentence, last: Token) -> bool:
    """Whether what follows a noun lets it end a clause: a mark, 'of', 'who', 'and', a day."""
    after = sentence.tokens[last.index + 1 : last.index + 2]
    if not after:
        return True
    one = after[0]
    return one.pos == "PUNCT" or one.tag in ("IN", "WP", "CC", "TO", "RB", "VBG", "VBN", "-LRB-")


def place_stated_in(sentence: Sentence, token: Token) -> Token | None:
    """'It was stated in the release that ...': the release tells."""
    subject = sentence.child(token, "nsubjpass")
    if subject is None or subject.lower not in speech_words().pronouns["thing"]:
        return None
    place = sentence.child(token, "prep")
    return None if place is None else sentence.child(place, "pobj")


def _is_cited(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether a noun is what a participle before it cites, taken for a subject of the verb."""
    first = sentence.subtree(noun)[0].index
    before = sentence.tokens[first - 1] if first else None
    return before is not None and before.tag == "VBG" and before.head == verb.index


def _own_subject(sentence: Sentence, token: Token) -> Token | None:
    """The subject nearest to the verb: the parser may hang that of what is told on it too."""
    own = [
        one
        for one in sentence.children(token)
        if one.dep == "nsubj" and not _is_cited(sentence, one, token)
    ]
    return min(own, key=lambda one: abs(one.index - token.index), default=None)
