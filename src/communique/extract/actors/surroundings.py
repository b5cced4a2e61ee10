"""For which state an office-holder acts, from what the document says around him."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.catalog.naming import NamingKind
from communique.catalog.tables import OFFICES, Tables
from communique.extract.actors.lines import Line
from communique.extract.actors.tellers import state_of_teller
from communique.extract.actors.titled import Titled
from communique.extract.actors.uses import Person, Use
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import family
from communique.model.syntax import Token

NAMES_OF_STATES = (
    *(NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.PEOPLE),
    *(NamingKind.CAPITAL, NamingKind.SEAT),
)
ABOUT = 3
"""How often a document must name a state, and twice as often as any other, to be about it."""
DYAD = 3
"""How much more a hyphened pair of states counts than one joined by "and"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document gives to work out a person's state: its day, side and outlet's state."""

    lines: tuple[Line, ...]
    titled: tuple[tuple[Titled, ...], ...]
    tables: Tables
    day: str | None
    side: str | None
    outlet_state: str | None


def is_named(setting: Setting, state: str) -> bool:
    """Whether the document names a state by name, adjective, capital or seat."""
    kinds = (NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.CAPITAL, NamingKind.SEAT)
    return any(one.code(*kinds) == state for line in setting.lines for one in line.named())


def state_by_context(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> tuple[str | None, str | None, bool]:
    """The state of an office-holder that his text does not give: state, basis, background."""
    if setting.side is not None and len(setting.side) == 3:
        return setting.side, "document: issued by this state", False
    state = _of_possessor(person, people, known)
    if state is not None:
        return state, "context: the state of the one he works for", False
    own = next((t.title.state for one in person.titled for t in one.titles if t.title.state), None)
    if own is not None and is_named(setting, own):
        return own, "background: only this state has the title", True
    state, words = _from_post(person, setting)
    if state is not None:
        return state, f"text: {words}", False
    state = _from_superior(person, people, known)
    if state is not None:
        return state, "context: the president whose deputy he is", False
    barred = _barred(person, people, known)
    spoken = _spoken_for(person, setting) - barred
    if len(spoken) == 1:
        return min(spoken), "context: the state that his own words speak for", False
    told = _told_of_own(person, people, setting) - barred
    if len(told) == 1:
        return min(told), "context: the state whose own officials tell of him", False
    votes = _votes(person, people, known, setting)
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0], "context: the states that the document sets beside each other", False
    return (None, None, False) if ranked else _by_subject(person, people, known, setting)


def _by_subject(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> tuple[str | None, str | None, bool]:
    """The state that the document is about, for one of its first three; else the outlet's own.

    The outlet's own state counts only in a document that names no other state more often.
    """
    own = setting.outlet_state
    apart = _set_apart(person, people, setting)
    barred = _barred(person, people, known) | (frozenset() if own in apart else apart)
    named = Counter(
        code
        for line in setting.lines
        for one in line.named()
        if (code := one.code(*NAMES_OF_STATES)) and code not in barred
    )
    ranked = [*named.most_common(2), ("", 0), ("", 0)]
    (first, most), (_, next_most) = ranked[0], ranked[1]
    if _tenures(person) and most >= ABOUT and most >= 2 * next_most:
        return first, "context: the state that the document is about", False
    if own is not None and named[own] >= most and not (apart and _tenures(person)):
        return own, "background: state of the outlet", True
    return None, None, False


def _set_apart(person: Person, people: tuple[Person, ...], setting: Setting) -> frozenset[str]:
    """The states given for others beside him, who himself has none: "Dan met the Ruvian envoy".

    Who writes for readers at home gives the states of foreign officials, and not that of their own.
    """
    at_lines = {use.line for use in person.uses}
    named = {
        use.titled.owner.state
        for other in people
        if other is not person
        for use in other.uses
        if use.line in at_lines and use.titled is not None
    }
    unnamed = {one.owner.state for at in at_lines for one in setting.titled[at] if not one.names}
    return frozenset(state for state in named | unnamed if state)


def _told_of_own(person: Person, people: tuple[Person, ...], setting: Setting) -> frozenset[str]:
    """The states whose organs say, or deny, that he dealt with somebody of another state."""
    others = _set_apart(person, people, setting)
    found = (state_of_teller(setting.lines[one.line], one, others) for one in person.uses)
    return frozenset(state for state in found if state is not None)


def _of_possessor(
    person: Person, people: tuple[Person, ...], known: list[str | None]
) -> str | None:
    for use in person.uses:
        if use.titled is None or use.titled.owner.possessor is None:
            continue
        start = use.titled.owner.possessor[0]
        for other, state in zip(people, known, strict=True):
            if state and any(u.line == use.line and u.name_start == start for u in other.uses):
                return state
    return None


def _from_post(person: Person, setting: Setting) -> tuple[str | None, str]:
    """The state of the same post where the document names it without its holder.

    "Ruvia's ambassador" in one sentence and "Ambassador Dan" in the next are one, if no other
    state's ambassador is named.
    """
    offices = {found.office for one in person.titled for found in one.titles}
    posts: dict[str, str] = {}
    for line, titled in zip(setting.lines, setting.titled, strict=True):
        for one in titled:
            is_same = one.office in offices - family("no_state") - family("wide")
            if is_same and not one.names and one.owner.state and not one.owner.is_former:
                posts.setdefault(one.owner.state, line.text(one.start, one.end))
    return next(iter(posts.items())) if len(posts) == 1 else (None, "")


def _from_superior(
    person: Person, people: tuple[Person, ...], known: list[str | None]
) -> str | None:
    offices = {found.office for one in person.titled for found in one.titles}
    if not offices & family("deputy_of_president"):
        return None
    states = {
        state
        for other, state in zip(people, known, strict=True)
        if state
        and any(t.office in family("president") for one in other.titled for t in one.titles)
    }
    return states.pop() if len(states) == 1 else None


def _votes(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> Counter[str]:
    """How much of the document speaks for each state as this person's.

    A state set beside that of one he is named with counts most, then states that are subjects
    where he is named, then colleagues named like him without a state.
    """
    at_lines = {use.line for use in person.uses}
    others = {
        state
        for other, state in zip(people, known, strict=True)
        if state and other is not person and any(use.line in at_lines for use in other.uses)
    }
    barred = _barred(person, people, known)
    votes: Counter[str] = Counter()
    for number, line in enumerate(setting.lines):
        for pair, weight in _pairs(line):
            for state in pair:
                if pair & others - {state} and state not in barred:
                    votes[state] += weight
        own = _own_states(line, person, number) if number in at_lines else ()
        for state in (*own, *_sides(line), *_sides(line)):
            if state not in barred:
                votes[state] += 1
    for state in _colleagues(person, people, known):
        if state not in barred:
            votes[state] += 2
    return votes


def _tenures(person: Person) -> set[str]:
    return {t.title.tenure for one in person.titled for t in one.titles if t.title.tenure}


def _barred(person: Person, people: tuple[Person, ...], known: list[str | None]) -> frozenset[str]:
    """States whose like office somebody else holds in the document: no state has two presidents.

    For a head of state or government all states of other such heads are barred: where he is named
    beside them he is their guest or host.
    """
    own = _tenures(person)
    heads = set(OFFICES[:2])
    barred = set()
    for other, state in zip(people, known, strict=True):
        held = _tenures(other)
        if state and other is not person and (own & held or (own & heads and held & heads)):
            barred.add(state)
    return frozenset(barred)


def _colleagues(
    person: Person, people: tuple[Person, ...], known: list[str | None]
) -> Iterator[str]:
    """States of those who, like him, are named with a title and no state, in the same line."""
    at_lines = {use.line for use in person.uses}
    for other, state in zip(people, known, strict=True):
        if other is person or not state or other.states or not other.titled:
            continue
        if any(use.line in at_lines for use in other.uses):
            yield state


def _pairs(line: Line) -> Iterator[tuple[frozenset[str], int]]:
    """Two states set beside each other, with a weight.

    "Ruvia-Costona" says more of a dyad than "Ruvia and Costona", which may be any two.
    """
    named = [one for one in line.named() if one.has(NamingKind.STATE, NamingKind.ADJECTIVE)]
    for left, right in pairwise(named):
        between = line.words[left.end : right.start]
        if len(between) == 1 and between[0] in actor_words("beside"):
            states = {one.code(NamingKind.STATE, NamingKind.ADJECTIVE) for one in (left, right)}
            pair = frozenset(code for code in states if code)
            if len(pair) == 2:
                yield pair, DYAD if between[0] in actor_words("beside", "dyad") else 1


def _own_states(line: Line, person: Person, number: int) -> Iterator[str]:
    """States that an office-holder who is the subject speaks for: "Dan said Ruvia attached"."""
    sentence = line.sentence
    subject = sentence.child(sentence.root, "nsubj")
    uses = [one for one in person.uses if one.line == number]
    if subject is None or not any(one.start <= subject.index < one.end for one in uses):
        return
    for one in line.named():
        code = one.code(NamingKind.STATE)
        token = line.tokens[one.end - 1]
        if code and token.dep == "nsubj" and sentence.head(token).dep == "ccomp":
            yield code


def _spoken_for(person: Person, setting: Setting) -> frozenset[str]:
    """States that stand as subject of what he is quoted as saying: "Ruvia is ready, Dan said".

    States named as lying elsewhere, behind a preposition or as an object, say nothing of his.
    """
    found = set()
    for use in person.uses:
        line = setting.lines[use.line]
        verb = _verb_of_saying(line, use)
        said = None if verb is None else _said(line, verb)
        subject = None if said is None else line.sentence.child(said, "nsubj", "nsubjpass")
        covered = None if subject is None else line.cover[subject.index]
        code = None if covered is None else covered.code(NamingKind.STATE)
        if code and said is not None and _is_promised(line, said):
            found.add(code)
    return frozenset(found)


def _said(line: Line, verb: Token) -> Token | None:
    """The verb of what is said; parsers hang the saying on it where it stands behind."""
    own = line.sentence.child(verb, "ccomp")
    if own is None and verb.dep in ("ccomp", "parataxis") and verb.head < verb.index:
        return line.sentence.head(verb)
    return own


def _verb_of_saying(line: Line, use: Use) -> Token | None:
    """The verb of saying whose subject a person is, of which what he said hangs."""
    for at in range(use.start, use.end):
        token = line.tokens[at]
        head = line.sentence.head(token)
        if token.dep in ("nsubj", "nsubjpass", "dobj") and head.lemma in actor_words("own_words"):
            while head.dep in ("pcomp", "prep", "conj") and head.head != head.index:
                head = line.sentence.head(head)
            return head
    return None


def _is_promised(line: Line, said: Token) -> bool:
    """Whether what is said of a state is what only its own officials say: what it is ready for."""
    near = {one.lower for one in line.sentence.children(said)} | {said.lemma}
    return bool(near & actor_words("own_words", "promises"))


def _sides(line: Line) -> Iterator[str]:
    for one in line.named():
        code = one.code(NamingKind.ADJECTIVE)
        if code and line.word(one.end) in actor_words("side"):
            yield code
