"""Whose official is meant where a side tells of its own: "Ruvia denied that its leader met Y"."""

from collections.abc import Iterator

from communique.catalog.naming import NamingKind
from communique.extract.actors.lines import Line
from communique.extract.actors.owners import LONGEST_ORGAN
from communique.extract.actors.sides import OWNERS, Side
from communique.extract.actors.titled import Titled
from communique.extract.actors.uses import Use
from communique.languages.en.actors import actor_words, organ_phrases, phrase_end
from communique.model.syntax import Token
from communique.model.vocabulary import ActorKind

_SUBJECTS = ("nsubj", "nsubjpass")


def side_of_its(line: Line, titled: Titled) -> Side | None:
    """The state whose "its" a title bears: that of all subjects above it in its sentence."""
    if titled.owner.determiner not in actor_words("own_officials", "its"):
        return None
    holder = line.tokens[titled.title_end - 1]
    states = {_state_at(line, subject) for _, subject in _subjects_above(line, holder)}
    code = states.pop() if len(states) == 1 else None
    return None if code is None else Side(ActorKind.STATE, code)


def state_of_teller(line: Line, use: Use, others: frozenset[str]) -> str | None:
    """The state whose own organs tell of whom a person met, who is of another one.

    "Ruvian officials denied reports that Minister Dan had met Costonan Minister Brel": Dan is
    theirs. ``others`` are the states given for others in the sentence; without any, anybody may be
    told of.
    """
    name = next((one for one in line.tokens[use.start : use.end] if one.dep in _SUBJECTS), None)
    if name is None:
        return None
    above = next(_subjects_above(line, name), None)
    if above is None or not _tells(line, line.sentence.head(name), above[0]):
        return None
    code = _state_at(line, above[1])
    return code if others - {code} else None


def _subjects_above(line: Line, token: Token) -> Iterator[tuple[Token, Token]]:
    """The verbs above a token with their subjects, but those within which it stands itself."""
    below = {token.index}
    for verb in line.sentence.ancestors(token):
        subject = line.sentence.child(verb, *_SUBJECTS)
        if subject is not None and subject.index not in below and subject.index < token.index:
            yield verb, subject
        below.add(verb.index)


def _tells(line: Line, verb: Token, teller: Token) -> bool:
    """Whether a clause is what a verb says, or the report that it denies."""
    telling = actor_words("own_officials", "telling")
    head = line.sentence.head(verb)
    if teller.lemma.lower() not in telling:
        return False
    if verb.dep == "ccomp" and head.index == teller.index:
        return True
    if head.lemma.lower() not in actor_words("own_officials", "reports"):
        return False
    return verb.dep in ("acl", "relcl", "ccomp") and teller in line.sentence.ancestors(head)


def _state_at(line: Line, subject: Token) -> str | None:
    """The state that a subject is, or whose organ it is: "Ruvia", "the Ruvian ministry"."""
    cover = line.cover[subject.index]
    if cover is not None:
        return cover.code(NamingKind.STATE, NamingKind.SEAT, NamingKind.CAPITAL)
    if not _is_organ(line, subject.index):
        return None
    covers = (line.cover[one.index] for one in line.sentence.subtree(subject))
    codes = {one.code(*OWNERS) for one in covers if one is not None}
    return codes.pop() if len(codes) == 1 else None


def _is_organ(line: Line, at: int) -> bool:
    """Whether a noun is one by which a state speaks: "officials", "the foreign ministry"."""
    if line.words[at] in actor_words("own_officials", "speaking"):
        return True
    phrases, first = organ_phrases(), max(0, at + 1 - LONGEST_ORGAN)
    return any(phrase_end(phrases, line.words, start) == at + 1 for start in range(first, at + 1))
