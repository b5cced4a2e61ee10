"""For which state a person of the document acts, and how that was found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.catalog.naming import NamingKind, folded, holders_named
from communique.catalog.tables import Tables, Tenure
from communique.extract.lines import Line
from communique.extract.persons import Person, Use
from communique.extract.titled import Titled
from communique.languages.en.actors import actor_words
from communique.model.readings import Office

NO_STATE_OFFICES = frozenset(
    {"lawmaker", "mayor", "governor", "opposition leader", "officer", "leader", "sheikh"}
    | {"ayatollah", "chairman", "adviser", "general secretary", "director general", "spokesperson"}
    | {"secretary-general", "commissioner", "envoy", "first lady", "first minister", "prince"}
    | {"chief executive", "princess", "president-elect"}
)
"""Titles whose holders do not speak for a state merely because the article is from there."""
DYAD = 3
"""How much more a hyphened pair of states counts than one joined by "and"."""
ROOMY = frozenset({"leader", "counterpart", "sheikh", "ayatollah", "officer", "general secretary"})
ROOMY |= {"chairman", "prince", "crown prince", "supreme leader", "minister", "president-elect"}
"""Titles under which a head of state or government may be named all the same."""
WIDE_OFFICES = NO_STATE_OFFICES | {"minister", "secretary", "adviser", "leader", "chairman"}
"""Titles that several persons of several states bear in one article."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a person's office: see ``model.readings.Actor`` for the fields."""

    state: str | None
    basis: str | None
    offices: tuple[Office, ...]
    is_former: bool
    background: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document gives to work out a person's state: its day, side and outlet's state."""

    lines: tuple[Line, ...]
    titled: tuple[tuple[Titled, ...], ...]
    tables: Tables
    day: str | None
    side: str | None
    outlet_state: str | None


def standings_of(people: tuple[Person, ...], setting: Setting) -> tuple[Standing, ...]:
    """The standing of each person, in order: text first, then tenures, then context."""
    made = [_from_text(one, people, setting) for one in people]
    made = [_with_tenure(one, made[at], setting) for at, one in enumerate(people)]
    known = [one.state for one in made]
    return tuple(
        _with_context(one, made[at], people, known, setting) for at, one in enumerate(people)
    )


def _from_text(person: Person, people: tuple[Person, ...], setting: Setting) -> Standing:
    titled = person.titled
    is_former = bool(titled) and titled[0].owner.is_former
    use = next(
        (u for u in sorted(person.uses, key=lambda u: u.place) if _gives_state(u.titled)), None
    )
    state = basis = None
    if use is not None and use.titled is not None:
        state = use.titled.owner.state
        words = setting.lines[use.line].text(use.titled.start, use.titled.end)
        basis = f"text: {words}"
    if state is None and not is_former:
        state, basis = _from_possessor(person, people, setting)
    offices = tuple(_offices(person, people, setting, state))
    if is_former:
        return Standing(None, None, offices, is_former=True, background=False)
    return Standing(state, basis, offices, is_former=False, background=False)


def _gives_state(titled: Titled | None) -> bool:
    return titled is not None and titled.owner.state is not None


def _from_possessor(
    person: Person, people: tuple[Person, ...], setting: Setting
) -> tuple[str | None, str | None]:
    for use in person.uses:
        if use.titled is None or use.titled.owner.possessor is None:
            continue
        start = use.titled.owner.possessor[0]
        for other in people:
            if other is person or not other.states:
                continue
            if any(u.line == use.line and u.name_start == start for u in other.uses):
                words = setting.lines[use.line].text(start, use.end)
                return min(other.states), f"text: {words}"
    return None, None


def _offices(
    person: Person, people: tuple[Person, ...], setting: Setting, state: str | None
) -> Iterator[Office]:
    seen: set[tuple[str, str | None]] = set()
    for use in sorted(person.uses, key=lambda one: one.place):
        if use.titled is None:
            continue
        line = setting.lines[use.line]
        for found in use.titled.titles:
            owner = use.titled.owner
            of = (
                owner.state
                or found.title.body
                or owner.body
                or (None if owner.is_former else state)
            )
            title = line.text(found.start, found.end)
            if found.office == "counterpart":
                title, office = _counterpart(person, use, people, setting)
            else:
                office = found.office
            title = office if found.is_plural else title
            if title and (office, of) not in seen:
                seen.add((office, of))
                yield Office(title, of)


def _counterpart(
    person: Person, use: Use, people: tuple[Person, ...], setting: Setting
) -> tuple[str, str]:
    """The office of the one whose counterpart somebody is: named before him in the same line."""
    if any(found.office != "counterpart" for one in person.titled for found in one.titles):
        return "", ""
    line = setting.lines[use.line]
    before = [one for one in setting.titled[use.line] if one.start < use.start]
    if before:
        found = before[-1].titles[0]
        return line.text(found.start, found.end), found.office
    for other in people:
        named = [one for one in other.uses if one.line == use.line and one.place < use.place]
        titled = next((one for one in sorted(other.uses, key=_place) if one.titled), None)
        if named and titled is not None and titled.titled is not None:
            found = titled.titled.titles[0]
            return setting.lines[titled.line].text(found.start, found.end), found.office
    return "", ""


def _place(use: Use) -> tuple[int, int]:
    return use.place


def _with_tenure(person: Person, standing: Standing, setting: Setting) -> Standing:
    if standing.state is not None or standing.is_former:
        return standing
    tenure = _tenure_of(person, setting)
    if tenure is None:
        return standing
    if all(one.code != tenure.state for one in setting.tables.states):
        offices = standing.offices or (Office(tenure.title, tenure.state),)
        offices = tuple(Office(one.title, one.of or tenure.state) for one in offices)
        return Standing(None, None, offices, is_former=False, background=True)
    basis = f"background: {tenure.person}, {tenure.title}, since {tenure.since}"
    offices = standing.offices or (Office(tenure.title, tenure.state),)
    offices = tuple(Office(one.title, one.of or tenure.state) for one in offices)
    return Standing(tenure.state, basis, offices, is_former=False, background=True)


def _tenure_of(person: Person, setting: Setting) -> Tenure | None:
    found = holders_named(setting.tables, " ".join(person.full), setting.day)
    if len(person.full) > 1:
        found = tuple(one for one in found if _is_full(one, person.full))
    elif not person.titled and not any(_is_named(setting, one.state) for one in found):
        return None
    kinds = {t.title.tenure for one in person.titled for t in one.titles if t.title.tenure}
    if kinds:
        found = tuple(one for one in found if one.office in kinds) or found
    elif not _may_hold(person):
        return None
    states = {one.state for one in found}
    return max(found, key=lambda one: one.since) if len(states) == 1 else None


def _may_hold(person: Person) -> bool:
    """Whether the titles used of a person leave room for an office that tenures are kept of."""
    offices = {found.office for one in person.titled for found in one.titles}
    has_body = any(one.owner.body or one.owner.group for one in person.titled)
    return not has_body and offices <= ROOMY


def _is_full(tenure: Tenure, words: tuple[str, ...]) -> bool:
    return any(
        set(folded(name).lower().replace("-", " ").replace(".", " ").split()) >= set(words)
        for name in (tenure.person, *tenure.names)
    )


def _is_named(setting: Setting, state: str) -> bool:
    kinds = (NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.CAPITAL, NamingKind.SEAT)
    return any(one.code(*kinds) == state for line in setting.lines for one in line.named())


def _with_context(
    person: Person,
    standing: Standing,
    people: tuple[Person, ...],
    known: list[str | None],
    setting: Setting,
) -> Standing:
    if standing.state is not None or standing.is_former or not _holds_office(person):
        return standing
    state, basis, background = _by_context(person, people, known, setting)
    if state is None:
        return standing
    offices = tuple(Office(one.title, one.of or state) for one in standing.offices)
    return Standing(state, basis, offices, is_former=False, background=background)


def _holds_office(person: Person) -> bool:
    for titled in person.titled:
        owner = titled.owner
        if owner.body or owner.group or owner.is_shadow:
            return False
        if owner.possessor:
            return True
        if any(found.title.body for found in titled.titles):
            return False
    offices = {t.office for titled in person.titled for t in titled.titles}
    return bool(offices - NO_STATE_OFFICES)


def _by_context(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> tuple[str | None, str | None, bool]:
    if setting.side is not None and len(setting.side) == 3:
        return setting.side, "document: issued by this state", False
    state = _of_possessor(person, people, known)
    if state is not None:
        return state, "context: the state of the one he works for", False
    own = next((t.title.state for one in person.titled for t in one.titles if t.title.state), None)
    if own is not None and _is_named(setting, own):
        return own, "background: only this state has the title", True
    state, words = _from_post(person, setting)
    if state is not None:
        return state, f"text: {words}", False
    state = _from_superior(person, people, known)
    if state is not None:
        return state, "context: the president whose deputy he is", False
    votes = _votes(person, people, known, setting)
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0], "context: the states that the document sets beside each other", False
    if setting.outlet_state is not None and not ranked:
        return setting.outlet_state, "background: state of the outlet", True
    return None, None, False


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
            is_same = one.office in offices - WIDE_OFFICES
            if is_same and not one.names and one.owner.state and not one.owner.is_former:
                posts.setdefault(one.owner.state, line.text(one.start, one.end))
    return next(iter(posts.items())) if len(posts) == 1 else (None, "")


def _from_superior(
    person: Person, people: tuple[Person, ...], known: list[str | None]
) -> str | None:
    offices = {found.office for one in person.titled for found in one.titles}
    if "vice president" not in offices:
        return None
    states = {
        state
        for other, state in zip(people, known, strict=True)
        if state and any(t.office == "president" for one in other.titled for t in one.titles)
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
    heads = {"head of state", "head of government"}
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
        if len(between) == 1 and between[0] in ("-", "–", "and", ",", "with"):
            states = {one.code(NamingKind.STATE, NamingKind.ADJECTIVE) for one in (left, right)}
            pair = frozenset(code for code in states if code)
            if len(pair) == 2:
                yield pair, DYAD if between[0] in ("-", "–") else 1


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


def _sides(line: Line) -> Iterator[str]:
    for one in line.named():
        code = one.code(NamingKind.ADJECTIVE)
        if code and line.word(one.end) in actor_words("side"):
            yield code
