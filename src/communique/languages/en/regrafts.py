"""Branches that the parser hangs in the wrong place time and again, hung where they belong."""

from dataclasses import replace

from communique.model.syntax import Token

_MARKS = ("'s", "’s")
_NAMES = ("NNP", "NNPS", "NN", "NNS")
_PROPER = ("NNP", "NNPS")
_MODIFIERS = ("nmod", "compound")


def regrafted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with possessors on the words that they go with."""
    made = tokens
    for token in tokens:
        if token.index and token.lower in _MARKS:
            made = _with_possessor(made, made[token.index])
        elif token.dep == "conj" and token.tag in _PROPER:
            made = _with_row(made, made[token.index])
    return made


def _with_row(tokens: tuple[Token, ...], second: Token) -> tuple[Token, ...]:
    """The tokens with "Olo Dan and Ana Brel" as two names, where the parser took them for one.

    It then hangs "Dan" as a modifier on "Brel", and the first name "Ana" on "Dan".
    """
    first = tokens[second.head]
    last = tokens[first.head]
    inside = tokens[second.index + 1 : last.index]
    is_one = first.dep in _MODIFIERS and first.tag in _PROPER and last.tag in _PROPER
    if not is_one or not first.index < second.index < last.index:
        return tokens
    if any(one.tag not in _PROPER and one.tag != "HYPH" for one in inside):
        return tokens
    made = list(tokens)
    made[first.index] = replace(first, dep=last.dep, head=_above(last, first))
    made[last.index] = replace(last, dep="conj", head=first.index)
    for one in tokens:
        if one.head == last.index and one.index < first.index:
            made[one.index] = replace(one, head=first.index)
    made[second.index] = replace(second, dep="compound", head=last.index)
    return tuple(made)


def _above(last: Token, first: Token) -> int:
    """What the row hangs on: of a row that is the top of its sentence, its first name."""
    return first.index if last.head == last.index else last.head


def _with_possessor(tokens: tuple[Token, ...], mark: Token) -> tuple[Token, ...]:
    """The tokens with the possessor of "President Lund's visit" where its mark was misread."""
    owner = tokens[mark.index - 1]
    misread = mark.tag in _NAMES and mark.dep in ("compound", "nmod", "poss", "amod")
    if not misread or owner.end != mark.start or owner.tag not in _NAMES:
        return tokens
    made = list(tokens)
    made[owner.index] = replace(owner, dep="poss", head=mark.head)
    made[mark.index] = replace(mark, pos="PART", tag="POS", dep="case", head=owner.index)
    for one in tokens[: owner.index]:
        if one.head == mark.index:
            made[one.index] = replace(one, head=owner.index)
    return tuple(made)
