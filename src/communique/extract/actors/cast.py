"""Who is named in a document: every mention of an actor, and the actors behind them."""

from dataclasses import dataclass, replace

from communique.catalog.naming import namings_of
from communique.catalog.tables import Tables
from communique.extract.actors.casting import (
    Casting,
    Post,
    acts_as_state,
    office_of,
    organ_of,
    side_of,
    state_of,
)
from communique.extract.actors.drafts import Draft
from communique.extract.actors.finding import find_titled
from communique.extract.actors.lead_ins import under_lead_ins
from communique.extract.actors.lines import POSSESSIVE, Line, line_of
from communique.extract.actors.memory import SUBJECT_DEPS, Memory, Spoken
from communique.extract.actors.named_offices import may_be_titled
from communique.extract.actors.offices import (
    counterpart_of,
    is_any_plural,
    is_of_part,
    is_office,
    is_office_plural,
)
from communique.extract.actors.organs import find_organs, is_government_of
from communique.extract.actors.persons import find_persons
from communique.extract.actors.roles import Role, find_roles
from communique.extract.actors.sides import Side
from communique.extract.actors.standing import Standing, standings_of
from communique.extract.actors.states import find_states
from communique.extract.actors.surroundings import Setting
from communique.extract.actors.tellers import side_of_its
from communique.extract.actors.titled import Titled
from communique.extract.actors.two_meant import role_meant
from communique.extract.actors.uses import Person, Use
from communique.extract.page import Cast, Page
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import family
from communique.model.documents import Document
from communique.model.readings import Actor, ActorKey, Mention
from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Held:
    """An office in the plural whose holders are those of states named elsewhere."""

    start: int
    end: int
    titled: Titled
    role: Role


Item = Use | Draft | Titled | Role | Held


def find_cast(page: Page) -> Cast:
    """The actors of a document and every span that names one, in the order of the text."""
    lines = tuple(line_of(one, page.tables) for one in page.sentences)
    titled = tuple(under_lead_ins(lines, tuple(find_titled(line) for line in lines)))
    day = _day_of(page.document)
    people = find_persons(lines, titled, page.tables, day)
    side, outlet = page.document.side, _outlet_state(page.document, page.tables)
    setting = Setting(lines, titled, page.tables, day, side, outlet)
    casting = _casting(page, lines, people, standings_of(people, setting))
    uses: dict[int, list[Use]] = {}
    for use in (use for person in people for use in person.uses):
        uses.setdefault(use.line, []).append(use)
    for number, line in enumerate(lines):
        _read_line(casting, line, number, uses.get(number, []), titled[number])
    return _cast(casting)


def _day_of(document: Document) -> str | None:
    if document.published is None or document.published.edtf is None:
        return None
    return document.published.edtf[:10]


def _outlet_state(document: Document, tables: Tables) -> str | None:
    if document.outlet is None:
        return None
    names = {one.code for one in namings_of(tables, document.outlet)}
    return next((one.state for one in tables.outlets if one.name in names), None)


def _casting(
    page: Page, lines: tuple[Line, ...], people: tuple[Person, ...], standings: tuple[Standing, ...]
) -> Casting:
    casting = Casting(page, lines, Memory({}), {})
    for person, standing in zip(people, standings, strict=True):
        key = _key_of(person, casting)
        names = dict.fromkeys(one.name for one in sorted(person.uses, key=lambda one: one.place))
        casting.actors[key] = Actor(
            key=key,
            kind=ActorKind.PERSON,
            name=person.name,
            names=tuple(names),
            state=standing.state,
            state_basis=standing.basis,
            offices=standing.offices,
            is_former=standing.is_former,
            background=standing.background,
        )
        casting.is_titled[key] = bool(person.titled)
        for use in person.uses:
            casting.persons[(use.line, use.name_start, use.name_end)] = key
    return casting


def _key_of(person: Person, casting: Casting) -> ActorKey:
    """A key of his own, where two bear one name: "the Ruvian and the Costonan Dan"."""
    key = ActorKey(f"person:{person.name}")
    namesakes = sum(one == key or one.startswith(f"{key} (") for one in casting.actors)
    return ActorKey(f"{key} ({namesakes + 1})") if namesakes else key


def _read_line(
    casting: Casting, line: Line, number: int, uses: list[Use], titled: tuple[Titled, ...]
) -> None:
    taken = [False] * len(line.words)
    for use in uses:
        _take(taken, use.start, use.end)
    offices = [
        one for one in titled if one.is_listed or is_office(line, one) or is_office_plural(one)
    ]
    for office in offices:
        _take(taken, office.start, office.end)
    organs = list(find_organs(line, number, taken))
    for draft in organs:
        _take(taken, draft.start, draft.end)
    for one in titled:
        if not is_any_plural(one):
            _take(taken, one.start, one.end)
    states = list(find_states(line, number, taken))
    for draft in states:
        _take(taken, draft.start, draft.end)
    plural = [one for one in titled if is_any_plural(one)]
    roles = [_with_holders(line, one, plural) for one in find_roles(line, taken)]
    items: list[Item] = [*uses, *offices, *organs, *states, *roles]
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        _read_item(casting, line, number, item)
    casting.memory.close_line(number)


def _with_holders(line: Line, role: Role, plural: list[Titled]) -> Role | Held:
    """Those who hold an office of "the two countries", where a role word is so led."""
    if role.kind != "states":
        return role
    for one in plural:
        if line.word(one.end) in actor_words("of") and role.start == one.end + 1:
            return Held(one.start, role.end, one, role)
        if role.end < one.start and {*line.words[role.end : one.start]} <= POSSESSIVE:
            return Held(role.start, one.end, one, role)
    return role


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _read_item(casting: Casting, line: Line, number: int, item: Item) -> None:
    if isinstance(item, Use):
        _read_use(casting, line, number, item)
    elif isinstance(item, Draft):
        _read_draft(casting, line, number, item)
    elif isinstance(item, Titled):
        _read_office(casting, line, number, item)
    elif isinstance(item, Held):
        _read_held(casting, line, number, item)
    else:
        keys = role_meant(casting, item, line, number)
        keys = tuple(one if one in casting.actors else state_of(casting, one) for one in keys)
        if not may_be_titled(line.words[item.start : item.end], keys, casting.memory):
            return
        how = "role" if item.kind in ("persons", "states") else "pronoun"
        _mention(casting, line, number, (item.start, item.end), keys, how)


def _read_held(casting: Casting, line: Line, number: int, item: Held) -> None:
    meant = role_meant(casting, item.role, line, number)
    titled, mention = item.titled, line.text(item.start, item.end)
    title, part = titled.titles[0].title, is_of_part(line, titled)
    post = Post(title, titled.office, mention, is_counterpart=False, is_of_part=part)
    codes = (casting.memory.state_of(one) or one for one in meant)
    sides = (Side(ActorKind.STATE, one) for one in codes if one in _codes(casting))
    keys = tuple(office_of(casting, post, one) for one in sides)
    _mention(casting, line, number, (item.start, item.end), keys, "office")


def _codes(casting: Casting) -> frozenset[str]:
    return frozenset(one.code for one in casting.page.tables.states)


def _read_use(casting: Casting, line: Line, number: int, use: Use) -> None:
    key = casting.persons[(use.line, use.name_start, use.name_end)]
    if use.titled is None and is_government_of(line, use.end):
        actor = casting.actors[key]
        state = actor.state
        # "the Dan government" is a state's only while the text has Dan in office.
        if state is not None and casting.is_titled.get(key, False):
            code = state_of(casting, state)
            _mention(casting, line, number, (use.start, use.end + 1), (code,), "metonym")
        return
    how = "name" if use.titled is None else "titled name"
    before = line.words[max(use.start - 1, 0) : use.name_start]
    for gender in ("female", "male"):
        if not actor_words(gender).isdisjoint(before):
            casting.memory.genders.setdefault(key, gender)
    _mention(casting, line, number, (use.start, use.end), (key,), how)


def _read_draft(casting: Casting, line: Line, number: int, draft: Draft) -> None:
    keys: tuple[ActorKey | None, ...]
    if draft.kind is ActorKind.OFFICE:
        keys = tuple(organ_of(casting, line, draft, side) for side in draft.sides or (None,))
    elif draft.kind is ActorKind.STATE:
        sides = draft.sides or (Side(ActorKind.STATE, draft.code or ""),)
        keys = tuple(side_of(casting, side) for side in sides)
    elif draft.state is not None and acts_as_state(casting, draft.code, draft.state):
        keys = (state_of(casting, draft.state),)
    else:
        keys = (side_of(casting, Side(draft.kind, draft.code or "")),)
    known = tuple(one for one in keys if one is not None)
    _mention(casting, line, number, (draft.start, draft.end), known, draft.how)


def _read_office(casting: Casting, line: Line, number: int, titled: Titled) -> None:
    span = (titled.start, titled.end)
    if titled.is_listed:
        found = (casting.persons.get((number, *one)) for one in titled.names)
        keys = tuple(one for one in found if one is not None)
        end = titled.names[0][0] - 1
        _mention(casting, line, number, (titled.start, end), keys, "office")
        return
    wanted = titled.titles[0].title
    words = line.text(titled.title_start, titled.title_end).lower()
    if titled.office in family("counterpart"):
        shared = counterpart_of(casting.memory, number)
        wanted, words = (wanted, words) if shared is None else (shared, shared.office)
    elif titled.is_plural:
        words = titled.office
    mention = line.text(titled.start, titled.end)
    several = titled.is_plural and len(titled.owner.sides) == 1
    part = is_of_part(line, titled)
    post = Post(wanted, words, mention, titled.office in family("counterpart"), several, part)
    if is_office_plural(titled):
        keys = tuple(office_of(casting, post, side) for side in titled.owner.sides)
        _mention(casting, line, number, span, keys, "office")
        return
    side = titled.owner.sides[0] if titled.owner.sides else None
    if side is None and titled.owner.possessor is not None:
        owner = casting.persons.get((number, *titled.owner.possessor))
        state = None if owner is None else casting.actors[owner].state
        side = None if state is None else Side(ActorKind.STATE, state)
    key = office_of(casting, post, side or side_of_its(line, titled))
    if key.startswith("office:?:") and titled.office not in family("lone"):
        return
    _mention(casting, line, number, span, (key,), "office")


def _mention(
    casting: Casting,
    line: Line,
    number: int,
    place: tuple[int, int],
    keys: tuple[ActorKey, ...],
    how: str,
) -> None:
    if not keys:
        return
    start, end = place
    head = line.head(start, end)
    casting.mentions.append(
        Mention(line.span(start, end), line.sentence.index, head, tuple(dict.fromkeys(keys)), how)
    )
    token = line.tokens[head]
    verb = line.sentence.head(token)
    is_subject = token.dep in SUBJECT_DEPS or _is_joined_subject(line, head)
    speaks = verb.lemma.lower() in actor_words("speaking", "verbs") and is_subject
    speaks = speaks or (token.dep in ("poss", "pobj") and _heads_speech(line, head))
    is_role = how in ("role", "pronoun")
    is_possessor = token.dep == "poss" or line.word(end) in POSSESSIVE
    casting.memory.spoken.append(
        Spoken(number, start, end, tuple(keys), is_subject, is_possessor, speaks, is_role)
    )
    if how in ("name", "titled name", "state", "metonym", "body", "group", "office"):
        casting.names.setdefault(keys[0], {})[line.text(start, end)] = None


def _is_joined_subject(line: Line, head: int) -> bool:
    token = line.tokens[head]
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = line.sentence.head(token)
    return token.dep in SUBJECT_DEPS


def _heads_speech(line: Line, head: int) -> bool:
    """Whether the actor's own text speaks ("the Ruvian embassy's readout said")."""
    above = line.sentence.head(line.tokens[head])
    if line.tokens[head].dep == "pobj":
        texts = actor_words("text") | actor_words("text", "mouthpieces")
        return any(
            one.lemma.lower() in texts
            for one in (line.sentence.head(above), line.sentence.head(line.sentence.head(above)))
        )
    verb = line.sentence.head(above)
    return above.dep in SUBJECT_DEPS and verb.lemma.lower() in actor_words("speaking", "verbs")


def _cast(casting: Casting) -> Cast:
    mentions = sorted(casting.mentions, key=lambda one: (one.span, one.how))
    used = {key for one in mentions for key in one.actors}
    actors = []
    for key, actor in casting.actors.items():
        if key not in used:
            continue
        names = actor.names or tuple(casting.names.get(key, {actor.name: None}))
        actors.append(replace(actor, names=names))
    return Cast(tuple(sorted(actors, key=lambda one: one.key)), tuple(mentions))
