"""Rows of persons that the parser takes apart or for one, hung together as they are joined."""

from dataclasses import replace

from communique.model.syntax import Token

PROPER = ("NNP", "NNPS")
NAMES = (*PROPER, "NN", "NNS")
_BEHIND = (*PROPER, "IN")
_MODIFIERS = ("nmod", "compound")
_INSIDE = ("det", "compound", "nmod", "amod", "nummod", "poss")
_SUBJECTS = ("nsubj", "nsubjpass")


def with_row(tokens: tuple[Token, ...], second: Token) -> tuple[Token, ...]:
    """The tokens with "Olo Dan and Ana Brel" as two names, where the parser took them for one.

    It then hangs "Dan" as a modifier on "Brel", and the first name "Ana" on "Dan".
    """
    first = tokens[second.head]
    last = tokens[first.head]
    inside = tokens[second.index + 1 : last.index]
    is_one = first.dep in _MODIFIERS and first.tag in PROPER and last.tag in PROPER
    if not is_one or not first.index < second.index < last.index:
        return tokens
    if any(one.tag not in PROPER and one.tag != "HYPH" for one in inside):
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


def with_second(tokens: tuple[Token, ...], mark: Token) -> tuple[Token, ...]:
    """The tokens with "Olo Dan of Ruvia and Lund's Ana Brel" as a row of two persons.

    The parser joins "Lund" to "Ruvia", and leaves "Brel" as a second subject or an apposition.
    """
    owner = tokens[mark.index - 1]
    if mark.dep != "case" or owner.dep != "conj" or owner.head >= owner.index:
        return tokens
    second = _head_behind(tokens, mark)
    first = tokens[owner.head]
    while first.dep in ("pobj", "prep", "conj") and first.head < first.index:
        first = tokens[first.head]
    beside = second.head == first.head and second.dep in (first.dep, "conj", "dep")
    apposed = second.head == first.index and second.dep == "appos"
    if second.index < mark.index or not (beside or apposed) or first.tag not in NAMES:
        return tokens
    made = list(tokens)
    made[owner.index] = replace(owner, dep="poss", head=second.index)
    made[second.index] = replace(second, dep="conj", head=first.index)
    for one in tokens[first.index : owner.index]:
        if one.dep == "cc" and one.head == owner.head:
            made[one.index] = replace(one, head=first.index)
    return tuple(made)


def _head_behind(tokens: tuple[Token, ...], mark: Token) -> Token:
    """The noun that a possessor's phrase goes on to, or the mark where none follows it."""
    one = tokens[mark.index + 1] if mark.index + 1 < len(tokens) else mark
    while one.dep in _INSIDE and one.head > one.index:
        one = tokens[one.head]
    return one


def with_set_off(tokens: tuple[Token, ...], joint: Token) -> tuple[Token, ...]:
    """The tokens with "the premier, Olo Dan, and the king of Ruvia" as a row of two.

    The parser joins the king to Dan, sets him beside somebody, or gives the verb a second subject.
    """
    second = _head_behind(tokens, joint)
    name = tokens[joint.index - 2]
    title = _titled_by(tokens, name) if tokens[joint.index - 1].text == "," else name
    if second.index <= joint.index:
        return tokens
    if title.index == name.index:
        return _with_second_subject(tokens, joint, second) or _with_joined(tokens, second)
    inside = second.dep in ("appos", "conj") and second.head <= name.index
    if not inside and not _is_second_subject(tokens, second):
        return tokens
    made = list(tokens)
    made[name.index] = replace(name, dep="appos", head=title.index)
    made[second.index] = replace(second, dep="conj", head=title.index)
    made[joint.index] = replace(joint, head=title.index)
    return tuple(made)


def _titled_by(tokens: tuple[Token, ...], name: Token) -> Token:
    """The noun that a name between commas goes with: "premier" of "the premier, Dan,"; else it."""
    if name.tag not in PROPER or name.dep not in ("appos", "conj"):
        return name
    first = first_of_name(tokens, name)
    title = tokens[name.head]
    while title.dep in ("pobj", "prep") and title.head < title.index and title.tag in _BEHIND:
        title = tokens[title.head]
    fits = title.tag == "NN" and title.index < first and tokens[first - 1].text == ","
    return title if fits else name


def first_of_name(tokens: tuple[Token, ...], name: Token) -> int:
    """The place of the first of the words that stand before the last one of a name, as one."""
    first = name.index
    while first and tokens[first - 1].head == name.index and tokens[first - 1].dep == "compound":
        first -= 1
    return first


def _with_second_subject(
    tokens: tuple[Token, ...], joint: Token, second: Token
) -> tuple[Token, ...]:
    """The tokens with "Olo Dan and Ana Brel spoke" as a row, where each was a subject; or none."""
    first = tokens[joint.head]
    is_row = first.index == joint.index - 1 and first.head == second.head
    if not is_row or first.dep != "nsubj" or second.dep != "nsubj" or second.tag not in PROPER:
        return ()
    made = list(tokens)
    made[second.index] = replace(second, dep="conj", head=first.index)
    return tuple(made)


def _with_joined(tokens: tuple[Token, ...], second: Token) -> tuple[Token, ...]:
    """The tokens with whoever stands behind "and" joined by it, and not set beside another."""
    if second.dep != "appos" or second.head >= second.index:
        return tokens
    made = list(tokens)
    made[second.index] = replace(second, dep="conj")
    return tuple(made)


def with_row_of_three(tokens: tuple[Token, ...], third: Token) -> tuple[Token, ...]:
    """The tokens with "by Ruvia, Costona and Omdara" as one row of names behind its preposition.

    The parser hangs the second on the noun before the preposition, or makes it a second subject.
    """
    second, joint = _pair_before(tokens, third)
    at = first_of_name(tokens, second) - 2
    first = tokens[max(at, 0)]
    if at < 0 or tokens[at + 1].text != "," or first.dep != "pobj" or first.tag not in PROPER:
        return tokens
    apart = second.head < tokens[first.head].index and second.dep in ("appos", "conj")
    if (
        second.index == third.index
        or second.tag not in PROPER
        or not (apart or _is_second_subject(tokens, second))
    ):
        return tokens
    made = list(tokens)
    made[second.index] = replace(second, dep="conj", head=first.index)
    made[third.index] = replace(third, dep="conj", head=second.index)
    made[joint.index] = replace(joint, head=second.index)
    return tuple(made)


def _pair_before(tokens: tuple[Token, ...], third: Token) -> tuple[Token, Token]:
    """The name before the "and" that stands before a name, and the "and"; itself where none is."""
    at = first_of_name(tokens, third) - 1
    while at > 0 and tokens[at].dep == "det":
        at -= 1
    if at < 1 or tokens[at].dep != "cc":
        return third, third
    name = tokens[at - 2] if tokens[at - 1].text == "," and at > 1 else tokens[at - 1]
    return name, tokens[at]


def _is_second_subject(tokens: tuple[Token, ...], second: Token) -> bool:
    """Whether the parser gave a verb two subjects, of which this one is the later."""
    return second.dep in _SUBJECTS and any(
        one.head == second.head and one.dep in _SUBJECTS for one in tokens[: second.index]
    )
