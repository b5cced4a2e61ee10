"""Where the words that name somebody begin and end, around the head that the parse gives."""

from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """The words that name somebody: up to a comma or a relative clause, from the first article."""
    whole = _with_twin(sentence, head)
    edge = _left_edge(sentence, head, whole)
    tree = [one for one in whole if one.index >= edge]
    end = head.end
    for one in tree:
        if one.index <= head.index:
            continue
        if (
            one.text in ",;:–—("
            or one.dep in ("relcl",)
            or (one.pos == "VERB" and one.tag != "VBN")
        ):
            break
        if one.start > end + 2:
            break
        end = one.end
    start = min((one.start for one in tree if one.index <= head.index), default=head.start)
    return Span(start, end)


def _left_edge(sentence: Sentence, head: Token, whole: tuple[Token, ...]) -> int:
    """The place where the naming begins: nothing before a mark of punctuation belongs to it."""
    edge = head.index
    for one in reversed(whole):
        if one.index > head.index:
            continue
        if one.index < edge - 1 or one.dep == "cc" or _cuts(sentence, one):
            break
        edge = one.index
    return edge


def _with_twin(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """The subtree of a head, and of a noun right before a name that the parse hung elsewhere.

    In 'news agency Harbour' or 'spokeswoman Jane Doe' the noun may carry another label.
    """
    tree = sentence.subtree(head)
    first = next(one for one in tree if one.index <= head.index)
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is None or before.pos not in ("NOUN", "PROPN"):
        return tree
    same = before.head == head.head and before.dep == head.dep
    titles = head.tag.startswith("NNP") and before.tag == "NN"
    titles = titles and before.lower not in original_words().nouns
    if sentence.head(head).dep == "relcl":
        titles = titles and before.lower in _title_nouns()
    if not (same or titles):
        return tree
    return (*(one for one in sentence.subtree(before) if one.index <= before.index), *tree)


def _title_nouns() -> frozenset[str]:
    words = speech_words()
    return words.for_state | words.for_nobody | words.media | words.media_with


def _cuts(sentence: Sentence, one: Token) -> bool:
    """Whether a mark of punctuation ends a naming: a hyphen or point inside a word does not."""
    if one.pos != "PUNCT" and one.text not in "-–—":
        return False
    before = sentence.tokens[one.index - 1] if one.index else None
    glued = before is not None and before.end == one.start
    return not (one.text in "-'’." and glued)
