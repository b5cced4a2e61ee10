"""For which state a person of the document acts, and how that was found."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.catalog.naming import holders_named
from communique.catalog.tables import Tenure
from communique.extract.actors.colleagues import (
    state_of_colleague,
    state_of_home,
    state_of_mission,
)
from communique.extract.actors.epithets import epithet_of
from communique.extract.actors.heads import side_led
from communique.extract.actors.holders import of_one_state
from communique.extract.actors.lines import Line
from communique.extract.actors.surroundings import Setting, is_named, state_by_context
from communique.extract.actors.titled import Titled
from communique.extract.actors.uses import Person, Use
from communique.languages.en.actors import actor_words
from communique.languages.en.names import first_forms, is_one_first_name
from communique.languages.en.titles import family
from communique.model.readings import Office
from communique.model.vocabulary import ActorKind
from communique.text.names import can_be_one_name, name_parts


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a person's office: see ``model.readings.Actor`` for the fields."""

    state: str | None
    basis: str | None
    offices: tuple[Office, ...]
    is_former: bool
    background: bool


def standings_of(people: tuple[Person, ...], setting: Setting) -> tuple[Standing, ...]:
    """The standing of each person, in order: text first, then tenures, then context."""
    made = [_from_text(one, people, setting) for one in people]
    known_holders = sum(bool(_holders(one, setting)) for one in people)
    made = [
        _with_tenure(one, made[at], setting, in_company=known_holders > 1)
        for at, one in enumerate(people)
    ]
    known = [one.state for one in made]
    return tuple(
        _with_context(one, made[at], people, known, setting) for at, one in enumerate(people)
    )


def _from_text(person: Person, people: tuple[Person, ...], setting: Setting) -> Standing:
    is_former = _is_former(person)
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
    if state is None and not any(one.owner.sides for one in person.titled):
        other = _from_led(person, setting) or _from_role(person, setting)
        if other is not None:
            return other
    return Standing(state, basis, offices, is_former=False, background=False)


def _from_led(person: Person, setting: Setting) -> Standing | None:
    """The standing of whoever is said to lead a delegation or another organ of some side."""
    for use in sorted(person.uses, key=_place):
        found = side_led(setting.lines[use.line], use.start, use.end)
        if found is not None:
            side, organ = found
            state = side.code if side.kind is ActorKind.STATE else None
            basis = None if state is None else f"text: leads {organ}"
            offices = (Office(organ, side.code),)
            return Standing(state, basis, offices, is_former=False, background=False)
    return None


def _is_former(person: Person) -> bool:
    """Whether he is called a former holder, and nowhere the present one of some side's office."""
    titled = person.titled
    current = any(
        one.owner.sides and not one.owner.is_former and not one.owner.is_private for one in titled
    )
    return bool(titled) and titled[0].owner.is_former and not current


def _from_role(person: Person, setting: Setting) -> Standing | None:
    """The standing of a subject of whom it is said in what post: "presented letters as envoy"."""
    for use in sorted(person.uses, key=_place):
        line = setting.lines[use.line]
        subject = line.sentence.child(line.sentence.root, "nsubj", "nsubjpass")
        if subject is None or not use.start <= subject.index < use.end:
            continue
        for titled in setting.titled[use.line]:
            is_role = _is_role(line, titled.start - 1)
            if is_role and not titled.names and titled.owner.state and not titled.is_plural:
                state = titled.owner.state
                basis = f"text: as {line.text(titled.start, titled.end)}"
                offices = (Office(line.text(titled.title_start, titled.title_end), state),)
                return Standing(state, basis, offices, is_former=False, background=False)
    return None


def _is_role(line: Line, at: int) -> bool:
    """Whether a word leads to what somebody is, and not to a clause: "as the president left"."""
    is_word = line.word(at) in actor_words("apposing", "role")
    return is_word and line.tokens[at].dep != "mark"


def _gives_state(titled: Titled | None) -> bool:
    if titled is None or titled.owner.is_former or titled.owner.is_private:
        return False
    return titled.owner.state is not None


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
            of = owner.state or found.title.body or owner.of or (None if owner.is_former else state)
            title = line.text(found.start, found.end)
            if found.office in family("counterpart"):
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
    if any(
        found.office not in family("counterpart") for one in person.titled for found in one.titles
    ):
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


def _with_tenure(
    person: Person, standing: Standing, setting: Setting, *, in_company: bool
) -> Standing:
    if standing.state is not None or standing.is_former:
        return standing
    tenure = _tenure_of(person, setting, in_company=in_company)
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


def _tenure_of(person: Person, setting: Setting, *, in_company: bool) -> Tenure | None:
    """The tenure of a person; a bare family name counts beside his state or another holder."""
    found = _holders(person, setting)
    if person.homes:
        found = tuple(one for one in found if one.state in person.homes)
    if len(person.full) > 1:
        found = tuple(one for one in found if _is_full(one, person.full))
    elif not (person.titled or in_company or any(is_named(setting, t.state) for t in found)):
        return None
    kinds = {t.title.tenure for one in person.titled for t in one.titles if t.title.tenure}
    if kinds:
        found = tuple(one for one in found if one.office in kinds) or found
    elif not _may_hold(person):
        return None
    named = frozenset(one.state for one in found if is_named(setting, one.state))
    return next(iter(of_one_state(found, named if len(person.full) == 1 else frozenset())), None)


def _holders(person: Person, setting: Setting) -> tuple[Tenure, ...]:
    """The tenures that his name may mean, the family name standing last or first."""
    for words in _wordings(person.full):
        found = holders_named(setting.tables, " ".join(words), setting.day)
        if found:
            return found
    found = tuple(
        one
        for words in _with_other_forms(person.full)
        for one in holders_named(setting.tables, " ".join(words), setting.day)
    )
    return found if len({one.person for one in found}) == 1 else ()


def _wordings(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name as the tables may spell it: in another order, without initials."""
    yield from dict.fromkeys((full, (*full[1:], full[0]), (full[-1], *full[:-1])))
    plain = _without_initials(full)
    if len(plain) > 1:
        yield plain


def _with_other_forms(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name with its first name in full, or cut short in other ways."""
    plain = _without_initials(full)
    if len(plain) > 1:
        yield from ((first, *plain[1:]) for first in sorted(first_forms().get(plain[0], ())))


def _without_initials(full: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in full if len(one) > 1)


def _may_hold(person: Person) -> bool:
    """Whether the titles used of a person leave room for an office that tenures are kept of."""
    offices = {found.office for one in person.titled for found in one.titles}
    has_body = any(one.owner.body or one.owner.group for one in person.titled)
    return not has_body and offices <= family("roomy")


def _is_full(tenure: Tenure, words: tuple[str, ...]) -> bool:
    names = (tenure.person, *tenure.names)
    return any(can_be_one_name(name_parts(one), words, is_form=is_one_first_name) for one in names)


def _with_context(
    person: Person,
    standing: Standing,
    people: tuple[Person, ...],
    known: list[str | None],
    setting: Setting,
) -> Standing:
    if standing.state is not None or standing.is_former:
        return standing
    if not person.titled and not standing.offices:
        return _with_epithet(person, standing, people, known, setting)
    if not _holds_office(person):
        return standing
    state, basis, background = _by_company(person, people, known, setting)
    if state is None:
        state, basis, background = state_by_context(person, people, known, setting)
    if state is None:
        return standing
    offices = tuple(Office(one.title, one.of or state) for one in standing.offices)
    return Standing(state, basis, offices, is_former=False, background=background)


def _by_company(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> tuple[str | None, str | None, bool]:
    state = state_of_colleague(person, people, known, setting)
    if state is not None:
        return state, "context: named in one list with the leader of this state", False
    state = state_of_mission(person, setting)
    if state is not None:
        return state, "context: the state whose embassy the document names", False
    return None, None, False


def _with_epithet(
    person: Person,
    standing: Standing,
    people: tuple[Person, ...],
    known: list[str | None],
    setting: Setting,
) -> Standing:
    home = state_of_home(person, people, known, setting)
    if home is not None:
        return Standing(home, "text: his state's possessive", (), is_former=False, background=False)
    called = epithet_of(person, people, known, setting)
    if called is None:
        return standing
    state, office, words = called
    offices = (Office(office, state),)
    return Standing(state, f"text: {words}", offices, is_former=False, background=False)


def _holds_office(person: Person) -> bool:
    for titled in person.titled:
        owner = titled.owner
        if owner.body or owner.group or owner.is_private:
            return False
        if owner.possessor:
            return True
        if any(found.title.body for found in titled.titles):
            return False
    offices = {t.office for titled in person.titled for t in titled.titles}
    return bool(offices - family("no_state") - family("stateless"))
