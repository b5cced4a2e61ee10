"""Branches that the parser hangs in the wrong place time and again, hung where they belong."""

from dataclasses import replace

from communique.model.syntax import Token

_MARKS = ("'s", "’s")
_NAMES = ("NNP", "NNPS", "NN", "NNS")


def regrafted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with possessors on the words that they go with."""
    made = tokens
    for token in tokens:
        if token.index and token.lower in _MARKS:
            made = _with_possessor(made, made[token.index])
    return made


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
