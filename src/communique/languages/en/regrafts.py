"""Branches that the parser hangs in the wrong place time and again, hung where they belong."""

from dataclasses import replace

from communique.languages.en.mending import deeds_of_headlines, opening_verbs, prefixes
from communique.model.syntax import Token

_MARKS = ("'s", "’s")
_NAMES = ("NNP", "NNPS", "NN", "NNS")
_PROPER = ("NNP", "NNPS")
_MODIFIERS = ("nmod", "compound")
_INSIDE = ("compound", "nmod", "amod", "nummod", "poss")


def regrafted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with possessors on the words that they go with."""
    made = tokens
    for token in tokens:
        if token.index and token.lower in _MARKS:
            made = _with_possessor(made, made[token.index])
            made = _with_second(made, made[token.index])
        elif token.dep == "conj" and token.tag in _PROPER:
            made = _with_row(made, made[token.index])
        elif token.dep == "appos" and token.tag in _PROPER:
            made = _with_titles(made, made[token.index])
        elif token.lower in prefixes() and token.pos == "VERB":
            made = _with_prefix(made, made[token.index])
    return _with_deed(_with_opening(made))


def _with_deed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a headline with its verb: "Lund postpones visit to Ruvia" has none in "visit".

    The parser takes the verb for a plural, as it does in "Lund phones Dan".
    """
    deed = next((one for one in tokens if one.lower in deeds_of_headlines()), None)
    if deed is None or deed.tag != "NNS" or deed.dep != "nsubj" or deed.head != deed.index + 1:
        return tokens
    thing, names = tokens[deed.head], tokens[: deed.index]
    own = [one for one in names if one.head == deed.index]
    if thing.dep != "ROOT" or not own or any(one.tag not in _PROPER for one in names):
        return tokens
    made = list(tokens)
    lemma = deeds_of_headlines()[deed.lower]
    made[deed.index] = replace(
        deed, pos="VERB", tag="VBZ", lemma=lemma, dep="ROOT", head=deed.index
    )
    made[thing.index] = replace(thing, pos="NOUN", tag="NN", dep="dobj", head=deed.index)
    made[own[-1].index] = replace(own[-1], dep="nsubj")
    for one in own[:-1]:
        made[one.index] = replace(one, head=own[-1].index)
    return tuple(made)


def _with_titles(tokens: tuple[Token, ...], name: Token) -> tuple[Token, ...]:
    """The tokens with a name on the titles that stand right before it: "ministers Olo Dan"."""
    first = name.index
    while first and tokens[first - 1].head == name.index and tokens[first - 1].dep == "compound":
        first -= 1
    titles = tokens[first - 1] if first else name
    if titles.tag != "NNS" or titles.index == name.head or titles.head == name.index:
        return tokens
    made = list(tokens)
    made[name.index] = replace(name, head=titles.index)
    return tuple(made)


def _with_opening(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the verb of "Meeting Olo Dan on Monday, Ana Brel said" read as a verb."""
    opening = tokens[0]
    lemma = opening_verbs().get(opening.lower)
    name = tokens[opening.head]
    if lemma is None or opening.dep != "compound" or name.tag not in _PROPER:
        return tokens
    while name.dep == "compound" and name.tag in _PROPER and name.head > name.index:
        name = tokens[name.head]
    verb = tokens[name.head]
    others = [one for one in tokens if one.head == verb.index and one.dep == "nsubj"]
    if name.dep != "nsubj" or all(one.index <= name.index for one in others):
        return tokens
    comma = next((one.index for one in tokens[name.index :] if one.text == ","), len(tokens))
    made = list(tokens)
    made[0] = replace(opening, pos="VERB", tag="VBG", lemma=lemma, dep="advcl", head=verb.index)
    made[name.index] = replace(name, dep="dobj", head=0)
    for one in tokens[name.index + 1 : comma]:
        if one.dep == "prep" and one.head in (verb.index, name.index):
            made[one.index] = replace(one, head=0)
    return tuple(made)


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


def _with_second(tokens: tuple[Token, ...], mark: Token) -> tuple[Token, ...]:
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
    if second.index < mark.index or not (beside or apposed) or first.tag not in _NAMES:
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


def _with_prefix(tokens: tuple[Token, ...], prefix: Token) -> tuple[Token, ...]:
    """The tokens with "chair" of "will co-chair talks" as the verb, where "co" was taken for it."""
    hyphen, verb = (*tokens[prefix.index + 1 : prefix.index + 3], prefix, prefix)[:2]
    is_one = prefix.end == hyphen.start and hyphen.text == "-" and hyphen.end == verb.start
    if not is_one or verb.head != prefix.index:
        return tokens
    made = [replace(one, head=verb.index) if one.head == prefix.index else one for one in tokens]
    head = verb.index if prefix.head == prefix.index else prefix.head
    made[verb.index] = replace(verb, pos=prefix.pos, tag=prefix.tag, dep=prefix.dep, head=head)
    made[prefix.index] = replace(prefix, pos="X", tag="AFX", dep="compound", head=verb.index)
    made[hyphen.index] = replace(hyphen, dep="punct", head=verb.index)
    return tuple(made)
