"""Who is named in a document: every mention of an actor, and the actors behind them."""

from dataclasses import dataclass, field, replace

from communique.catalog.naming import NamingKind, namings_of
from communique.catalog.tables import Tables
from communique.extract.actors.drafts import Draft
from communique.extract.actors.lines import POSSESSIVE, Line, line_of
from communique.extract.actors.memory import SUBJECT_DEPS, Memory, Spoken
from communique.extract.actors.offices import (
    counterpart_of,
    holder_of,
    is_office,
    is_office_plural,
    office_key,
    titles_of,
)
from communique.extract.actors.organs import find_organs, is_government_of, post_served
from communique.extract.actors.persons import Person, Use, find_persons
from communique.extract.actors.roles import Role, find_roles, resolve_role
from communique.extract.actors.standing import Standing, standings_of
from communique.extract.actors.states import find_states
from communique.extract.actors.surroundings import Setting
from communique.extract.actors.titled import Titled, find_titled
from communique.extract.page import Cast, Page
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import Title, family
from communique.model.documents import Document
from communique.model.readings import Actor, ActorKey, Mention, Office
from communique.model.vocabulary import ActorKind

Item = Use | Draft | Titled | Role


@dataclass(frozen=True, slots=True)
class _Post:
    """An office named without its holder: its title, the words for it, and the whole mention."""

    title: Title
    words: str
    mention: str
    is_counterpart: bool


@dataclass(slots=True)
class _Casting:
    """A cast while it is put together; lives inside one call of ``find_cast``."""

    page: Page
    lines: tuple[Line, ...]
    memory: Memory
    persons: dict[tuple[int, int, int], ActorKey]
    mentions: list[Mention] = field(default_factory=list)
    names: dict[ActorKey, dict[str, None]] = field(default_factory=dict)
    is_titled: dict[ActorKey, bool] = field(default_factory=dict)

    @property
    def actors(self) -> dict[ActorKey, Actor]:
        """The actors so far by key, in the order in which they were found."""
        return self.memory.kinds


def find_cast(page: Page) -> Cast:
    """The actors of a document and every span that names one, in the order of the text."""
    lines = tuple(line_of(one, page.tables) for one in page.sentences)
    titled = tuple(find_titled(line) for line in lines)
    day = _day_of(page.document)
    people = find_persons(lines, titled, page.tables, day)
    side, outlet = page.document.side, _outlet_state(page.document, page.tables)
    setting = Setting(lines, titled, page.tables, day, side, outlet)
    casting = _casting(page, lines, people, standings_of(people, setting))
    for number, line in enumerate(lines):
        uses = [use for person in people for use in person.uses if use.line == number]
        _read_line(casting, line, number, uses, titled[number])
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
) -> _Casting:
    casting = _Casting(page, lines, Memory({}), {})
    for person, standing in zip(people, standings, strict=True):
        key = ActorKey(f"person:{person.name}")
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


def _read_line(
    casting: _Casting, line: Line, number: int, uses: list[Use], titled: tuple[Titled, ...]
) -> None:
    taken = [False] * len(line.words)
    for use in uses:
        _take(taken, use.start, use.end)
    offices = [one for one in titled if is_office(line, one) or is_office_plural(one)]
    for office in offices:
        _take(taken, office.start, office.end)
    organs = list(find_organs(line, number, taken))
    for draft in organs:
        _take(taken, draft.start, draft.end)
    for one in titled:
        _take(taken, one.start, one.end)
    states = list(find_states(line, number, taken))
    for draft in states:
        _take(taken, draft.start, draft.end)
    roles = list(find_roles(line, taken))
    items: list[Item] = [*uses, *offices, *organs, *states, *roles]
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        _read_item(casting, line, number, item)
    casting.memory.close_line(number)


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _read_item(casting: _Casting, line: Line, number: int, item: Item) -> None:
    if isinstance(item, Use):
        _read_use(casting, line, number, item)
    elif isinstance(item, Draft):
        _read_draft(casting, line, number, item)
    elif isinstance(item, Titled):
        _read_office(casting, line, number, item)
    else:
        keys = resolve_role(item, line, number, casting.memory)
        how = "role" if item.kind in ("persons", "states") else "pronoun"
        _mention(casting, line, number, (item.start, item.end), keys, how)


def _read_use(casting: _Casting, line: Line, number: int, use: Use) -> None:
    key = casting.persons[(use.line, use.name_start, use.name_end)]
    if use.titled is None and is_government_of(line, use.end):
        actor = casting.actors[key]
        state = actor.state
        # "the Dan government" is a state's only while the text has Dan in office.
        if state is not None and casting.is_titled.get(key, False):
            code = _state(casting, state)
            _mention(casting, line, number, (use.start, use.end + 1), (code,), "metonym")
        return
    how = "name" if use.titled is None else "titled name"
    _mention(casting, line, number, (use.start, use.end), (key,), how)


def _read_draft(casting: _Casting, line: Line, number: int, draft: Draft) -> None:
    key: ActorKey | None
    if draft.kind is ActorKind.OFFICE:
        key = _organ(casting, line, draft)
    elif draft.kind is ActorKind.STATE:
        key = _state(casting, draft.code or "")
    elif draft.state is not None and _acts_as_state(casting, draft.code, draft.state):
        key = _state(casting, draft.state)
    else:
        key = _other(casting, draft)
    if key is not None:
        _mention(casting, line, number, (draft.start, draft.end), (key,), draft.how)


def _acts_as_state(casting: _Casting, body: str | None, state: str) -> bool:
    """Whether a capital that may stand for a body ("Brussels") stands for its state here.

    It does where the state deals through a leader of its own and the text never names the body.
    """
    acting = {one.state for one in casting.actors.values() if one.kind is ActorKind.PERSON}
    named = {one.code(NamingKind.BODY) for line in casting.lines for one in line.named()}
    return state in acting and body not in named


def _organ(casting: _Casting, line: Line, draft: Draft) -> ActorKey | None:
    state, background = draft.state, draft.background
    basis = f"text: {line.text(draft.start, draft.end)}" if state else None
    if background:
        basis = "background: only this state has a ministry of this name"
    if state is None and draft.owner is not None:
        owner = casting.persons.get((draft.line, *draft.owner))
        holder = None if owner is None else casting.actors[owner]
        state = None if holder is None else holder.state
        basis = None if holder is None else f"text: office of {holder.name}"
    if state is None:
        state, basis = _state_of_organ(casting, draft.words)
    key = office_key(state, draft.words)
    if state is None:
        known = _organ_before(casting, key)
        if known is not None or draft.words.lower() in actor_words("needs_state"):
            return known
    if key not in casting.actors:
        casting.actors[key] = Actor(
            key=key,
            kind=ActorKind.OFFICE,
            name=draft.words,
            names=(),
            state=state,
            state_basis=basis,
            offices=(Office(draft.words, state),),
            background=background,
        )
    return key


def _state_of_organ(casting: _Casting, words: str) -> tuple[str | None, str | None]:
    """The state of "the prime minister's office" or "the foreign ministry", by who is named."""
    post = post_served(words)
    for actor in reversed(casting.actors.values()):
        is_holder = actor.kind is ActorKind.PERSON and not actor.is_former
        offices = {one.office for one in titles_of(actor)}
        if is_holder and actor.state is not None and post in offices:
            return actor.state, f"text: office of {actor.name}"
    side = casting.page.document.side
    if side is not None and len(side) == 3:
        return side, "document: issued by this state"
    return None, None


def _organ_before(casting: _Casting, key: ActorKey) -> ActorKey | None:
    """The organ spoken of before that a short name means: "the embassy", "the ministry"."""
    word = key.rsplit(":", 1)[-1].split()[-1]
    for one in reversed(casting.memory.spoken):
        actor = casting.actors[one.keys[0]]
        words = actor.key.rsplit(":", 1)[-1].split()
        if actor.kind is ActorKind.OFFICE and word in words and actor.state is not None:
            return actor.key
    return None


def _state(casting: _Casting, code: str) -> ActorKey:
    key = ActorKey(code)
    if key not in casting.actors:
        state = next(one for one in casting.page.tables.states if one.code == code)
        casting.actors[key] = Actor(
            key=key,
            kind=ActorKind.STATE,
            name=state.names[0],
            names=(),
            state=code,
            state_basis="text: named as a state",
        )
    return key


def _other(casting: _Casting, draft: Draft) -> ActorKey:
    is_body = draft.kind is ActorKind.BODY
    key = ActorKey(draft.code or "") if is_body else ActorKey(f"group:{draft.code}")
    if key not in casting.actors:
        name = draft.code or ""
        if is_body:
            name = next(b.names[0] for b in casting.page.tables.bodies if b.code == draft.code)
        casting.actors[key] = Actor(
            key=key, kind=draft.kind, name=name, names=(), state=None, state_basis=None
        )
    return key


def _read_office(casting: _Casting, line: Line, number: int, titled: Titled) -> None:
    span = (titled.start, titled.end)
    wanted = titled.titles[0].title
    words = line.text(titled.title_start, titled.title_end).lower()
    if titled.office in family("counterpart"):
        shared = counterpart_of(casting.memory, number)
        wanted, words = (wanted, words) if shared is None else (shared, shared.office)
    elif titled.is_plural:
        words = titled.office
    mention = line.text(titled.start, titled.end)
    post = _Post(wanted, words, mention, titled.office in family("counterpart"))
    if is_office_plural(titled):
        keys = tuple(_office_of(casting, titled, post, state) for state in titled.owner.states)
        _mention(casting, line, number, span, keys, "office")
        return
    state = titled.owner.state
    if state is None and titled.owner.possessor is not None:
        owner = casting.persons.get((number, *titled.owner.possessor))
        state = None if owner is None else casting.actors[owner].state
    key = _office_of(casting, titled, post, state)
    if key.startswith("office:?:") and titled.office not in family("lone"):
        return
    _mention(casting, line, number, span, (key,), "office")


def _office_of(casting: _Casting, titled: Titled, post: _Post, state: str | None) -> ActorKey:
    owner = titled.owner
    if owner.body is None and owner.group is None:
        actors = tuple(casting.actors.values())
        holder = holder_of(
            post.title, state, actors, casting.memory, is_counterpart=post.is_counterpart
        )
        if holder is not None:
            return holder
    side = casting.page.document.side
    own = side if side and len(side) == 3 and owner.body is None else None
    of = state or post.title.state or own
    body = owner.body or post.title.body
    key = office_key(of or body or owner.group, post.words)
    if key not in casting.actors:
        casting.actors[key] = Actor(
            key=key,
            kind=ActorKind.OFFICE,
            name=post.words,
            names=(),
            state=of,
            state_basis=f"text: {post.mention}" if state else None,
            offices=(Office(post.words, of or body),),
        )
    return key


def _mention(
    casting: _Casting,
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
        texts = actor_words("text")
        return any(
            one.lemma.lower() in texts
            for one in (line.sentence.head(above), line.sentence.head(line.sentence.head(above)))
        )
    verb = line.sentence.head(above)
    return above.dep in SUBJECT_DEPS and verb.lemma.lower() in actor_words("speaking", "verbs")


def _cast(casting: _Casting) -> Cast:
    mentions = sorted(casting.mentions, key=lambda one: (one.span, one.how))
    used = {key for one in mentions for key in one.actors}
    actors = []
    for key, actor in casting.actors.items():
        if key not in used:
            continue
        names = actor.names or tuple(casting.names.get(key, {actor.name: None}))
        actors.append(replace(actor, names=names))
    return Cast(tuple(sorted(actors, key=lambda one: one.key)), tuple(mentions))
