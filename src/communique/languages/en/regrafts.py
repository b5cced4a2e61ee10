"""Branches that the parser hangs in the wrong place time and again, hung where they belong."""

from dataclasses import replace

from communique.languages.en.mending import (
    deeds_of_headlines,
    opening_verbs,
    participles,
    prefixes,
)
from communique.languages.en.rows import (
    NAMES,
    PROPER,
    first_of_name,
    with_row,
    with_row_of_three,
    with_second,
    with_set_off,
)
from communique.languages.en.times import nouns_of_time
from communique.model.syntax import Token

_MARKS = ("'s", "’s")
_NOUNS = ("nsubj", "nsubjpass", "dobj", "pobj")


def regrafted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with possessors on the words that they go with."""
    made = tokens
    for token in tokens:
        if token.index and token.lower in _MARKS:
            made = _with_possessor(made, made[token.index])
            made = with_second(made, made[token.index])
        elif token.dep == "conj" and token.tag in PROPER:
            made = with_row_of_three(with_row(made, made[token.index]), made[token.index])
        elif token.dep == "appos" and token.tag in PROPER:
            made = _with_titles(made, made[token.index])
        elif token.lower in prefixes() and token.pos == "VERB":
            made = _with_prefix(made, made[token.index])
        elif token.dep == "cc" and token.index > 1:
            made = _with_answer(with_set_off(made, made[token.index]), token.index)
        elif token.tag == "VBG" and token.dep in _NOUNS:
            made = _with_owned(made, made[token.index])
        elif token.lower in participles():
            made = _with_participle(made, made[token.index])
    return _with_first_day(_with_deed(_with_opening(_with_verb(made))))


def _with_answer(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """The tokens with "invited Dan to visit Ruvia and Dan accepted" as two clauses.

    The parser takes "Ruvia and Dan" for those who accepted, and that for what is visited.
    """
    thing = tokens[tokens[at].head]
    answer, deed = tokens[thing.head], tokens[tokens[thing.head].head]
    above = tokens[deed.head]
    doer = tokens[answer.index - 1]
    is_misread = thing.dep == "nsubj" and answer.dep == "ccomp" and deed.dep == "xcomp"
    if not is_misread or answer.tag not in ("VBD", "VBZ") or deed.tag != "VB":
        return tokens
    if doer.head != thing.index or doer.dep != "conj" or not deed.index < thing.index < at:
        return tokens
    made = list(tokens)
    made[thing.index] = replace(thing, dep="dobj", head=deed.index)
    made[at] = replace(tokens[at], head=above.index)
    made[doer.index] = replace(doer, dep="nsubj", head=answer.index)
    made[answer.index] = replace(answer, dep="conj", head=above.index)
    return tuple(made)


def _with_first_day(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the verb of "The next day he met Dan" on top, where the day was."""
    day = next((one for one in tokens if one.dep == "ROOT"), tokens[0])
    verb = next(iter(_hung(tokens, day, "relcl")), day)
    doer = next(iter(_hung(tokens, verb, "nsubj")), None)
    is_day = day.lower in nouns_of_time() and verb.tag in ("VBD", "VBZ", "VBP")
    if not is_day or doer is None or doer.tag in ("WDT", "WP"):
        return tokens
    between = tokens[day.index + 1 : verb.index]
    if any(one.tag in ("WRB", "WDT") or one.pos == "SCONJ" for one in between):
        return tokens
    behind = tuple(
        replace(one, head=verb.index) if one.head == day.index else one
        for one in tokens[day.index + 1 :]
    )
    made = [*tokens[: day.index + 1], *behind]
    made[day.index] = replace(day, dep="npadvmod", head=verb.index)
    made[verb.index] = replace(verb, dep="ROOT", head=verb.index)
    return tuple(made)


def _with_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with "proposed" of "Dan, the envoy, proposed talks" as a verb, where it had none.

    The parser takes it for what the talks were; but whoever is named before it stands set off.
    """
    root = next((one for one in tokens if one.dep == "ROOT"), tokens[0])
    verb = next((one for one in tokens if one.tag == "VBN" and one.dep == "amod"), None)
    if verb is None or root.tag not in (*PROPER, "NN") or not root.index < verb.index < verb.head:
        return tokens
    thing, before = tokens[verb.head], tokens[verb.index - 1]
    is_set_off = before.text == "," or before.entity == "DATE"
    has_verb = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in tokens)
    if not is_set_off or has_verb or thing.dep not in ("appos", "pobj"):
        return tokens
    made = list(tokens)
    made[verb.index] = replace(verb, pos="VERB", tag="VBD", dep="ROOT", head=verb.index)
    made[thing.index] = replace(thing, dep="dobj", head=verb.index)
    made[root.index] = replace(root, dep="nsubj", head=verb.index)
    return tuple(made)


def _with_deed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a headline with its verb: "Lund postpones visit to Ruvia" has none in "visit".

    The parser takes the verb for a plural, as it does in "Lund phones Dan".
    """
    deed = next((one for one in tokens if one.lower in deeds_of_headlines()), None)
    if deed is None or deed.tag != "NNS" or deed.dep != "nsubj" or deed.head != deed.index + 1:
        return tokens
    thing, names = tokens[deed.head], tokens[: deed.index]
    own = [one for one in names if one.head == deed.index]
    if thing.dep != "ROOT" or not own or any(one.tag not in PROPER for one in names):
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
    first = first_of_name(tokens, name)
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
    if lemma is None or opening.dep != "compound" or name.tag not in PROPER:
        return tokens
    while name.dep in ("compound", "poss") and name.head > name.index:
        name = tokens[name.head]
    verb = tokens[name.head]
    doers = _hung(tokens, verb, "nsubj")
    second = next((one for one in doers if one.index > name.index), None)
    if name.dep != "nsubj" or second is None:
        return tokens
    made = list(tokens)
    made[0] = replace(opening, pos="VERB", tag="VBG", lemma=lemma, dep="advcl", head=verb.index)
    made[name.index] = replace(name, dep="dobj", head=0)
    for one in tokens[name.index + 1 : second.index]:
        if one.dep == "prep" and one.head in (verb.index, name.index):
            made[one.index] = replace(one, head=0)
    return tuple(made)


def _with_possessor(tokens: tuple[Token, ...], mark: Token) -> tuple[Token, ...]:
    """The tokens with the possessor of "President Lund's visit" where its mark was misread."""
    owner, thing = tokens[mark.index - 1], _owned(tokens, mark)
    misread = mark.tag in NAMES and owner.end == mark.start and owner.tag in NAMES
    if not misread or thing is None:
        return tokens
    made = list(tokens)
    made[owner.index] = replace(owner, dep="poss", head=thing.index)
    made[mark.index] = replace(mark, pos="PART", tag="POS", dep="case", head=owner.index)
    if thing.head == mark.index:
        made[thing.index] = replace(thing, dep=mark.dep, head=mark.head)
    for one in tokens[: owner.index]:
        if one.head == mark.index:
            made[one.index] = replace(one, head=owner.index)
    for one in tokens[mark.index + 1 : thing.index]:
        if one.head == mark.index:
            made[one.index] = replace(one, head=thing.index)
    return tuple(made)


def _owned(tokens: tuple[Token, ...], mark: Token) -> Token | None:
    """What is somebody's by a mark: the noun that it hangs on, or that stands behind it."""
    if mark.dep in ("compound", "nmod", "poss", "amod"):
        return tokens[mark.head]
    if mark.dep not in _NOUNS:
        return None
    behind = (one for one in tokens[mark.index + 1 :] if one.head in (mark.index, mark.head))
    return next((one for one in behind if one.dep in ("appos", mark.dep)), None)


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


def _with_owned(tokens: tuple[Token, ...], word: Token) -> tuple[Token, ...]:
    """The tokens with what is somebody's as a noun: "Dan's meeting with Brel took place"."""
    if not _hung(tokens, word, "poss"):
        return tokens
    made = list(tokens)
    made[word.index] = replace(word, pos="NOUN", tag="NN", lemma=word.lower)
    return tuple(made)


def _with_participle(tokens: tuple[Token, ...], word: Token) -> tuple[Token, ...]:
    """The tokens with "following talks" behind a preposition, "Dan and Brel, meeting in Ruvbank,"
    with a verb, and "with Dan aimed at peace" with a partner.
    """
    kind = participles()[word.lower]
    if kind == "preposition":
        return _with_preposition(tokens, word)
    if kind == "purpose":
        return _with_partner(tokens, word)
    made = list(tokens)
    doer = next(iter(_hung(tokens, word, "nsubj")), None)
    if word.tag == "NN" and word.dep in ("acl", "advcl"):
        made[word.index] = replace(word, pos="VERB", tag="VBG", lemma=kind)
    elif word.tag == "NN" and word.dep == "nsubj" and doer is not None and doer.index < word.index:
        made[word.index] = replace(
            word, pos="VERB", tag="VBG", lemma=kind, dep="acl", head=doer.index
        )
        made[doer.index] = replace(doer, head=word.head)
    elif word.tag == "NN" and word.dep == "pobj" and tokens[word.head].lower == "with":
        made[word.index] = replace(word, pos="VERB", tag="VBG", lemma=kind, dep="pcomp")
        name = tokens[word.index - 1]
        if name.head == word.index and name.tag in PROPER:
            made[name.index] = replace(name, dep="nsubj")
    return tuple(made)


def _with_preposition(tokens: tuple[Token, ...], word: Token) -> tuple[Token, ...]:
    things = _hung(tokens, word, "dobj")
    if word.pos != "VERB" or word.dep not in ("advcl", "prep", "acl") or len(things) != 1:
        return tokens
    if things[0].index < word.index:
        return tokens
    made = list(tokens)
    made[word.index] = replace(word, pos="ADP", tag="IN", dep="prep")
    made[things[0].index] = replace(things[0], dep="pobj")
    return tuple(made)


def _with_partner(tokens: tuple[Token, ...], word: Token) -> tuple[Token, ...]:
    """The tokens with "a meeting with Dan aimed at peace" held with Dan, who aims at nothing."""
    mark = next(iter(_hung(tokens, word, "mark")), None)
    other = next(iter(_hung(tokens, word, "nsubj")), None)
    if mark is None or other is None or mark.lower != "with" or word.tag not in ("VBN", "VBD"):
        return tokens
    made = list(tokens)
    made[mark.index] = replace(mark, pos="ADP", dep="prep", head=word.head)
    made[other.index] = replace(other, dep="pobj", head=mark.index)
    made[word.index] = replace(word, dep="acl", head=other.index)
    return tuple(made)


def _hung(tokens: tuple[Token, ...], word: Token, dep: str) -> list[Token]:
    """What hangs on a word by a label, in order."""
    return [one for one in tokens if one.head == word.index and one.dep == dep]
