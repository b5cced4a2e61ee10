"""The actors of a document while they are put together: offices, organs, states and bodies."""

from dataclasses import dataclass, field

from communique.catalog.naming import NamingKind
from communique.extract.actors.drafts import Draft
from communique.extract.actors.lines import Line
from communique.extract.actors.memory import Memory
from communique.extract.actors.offices import holder_of, office_key, same_office, titles_of
from communique.extract.actors.organs import post_served
from communique.extract.actors.sides import Side
from communique.extract.page import Page
from communique.languages.en.actors import actor_words
from communique.languages.en.originals import original_words
from communique.languages.en.titles import Title, family
from communique.model.readings import Actor, ActorKey, Mention, Office
from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Post:
    """An office named without its holder: its title, the words for it, and the whole mention."""

    title: Title
    words: str
    mention: str
    is_counterpart: bool
    is_of_several: bool = False
    """Whether one side's several holders are meant: "the Ruvian ambassadors"."""
    is_of_part: bool = False
    """Whether a word says of what part of a state he is chief: "the Ruvian police chief"."""


@dataclass(slots=True)
class Casting:
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


def acts_as_state(casting: Casting, body: str | None, state: str) -> bool:
    """Whether a capital that may stand for a body ("Brussels") stands for its state here.

    It does where the state deals through a leader of its own and the text never names the body.
    """
    acting = {one.state for one in casting.actors.values() if one.kind is ActorKind.PERSON}
    named = {one.code(NamingKind.BODY) for line in casting.lines for one in line.named()}
    return state in acting and body not in named


def organ_of(casting: Casting, line: Line, draft: Draft, side: Side | None) -> ActorKey | None:
    """The office that an organ is, of one of the sides it acts for; None when nobody is meant."""
    state = side.code if side is not None and side.kind is ActorKind.STATE else None
    other = side.code if side is not None and side.kind is not ActorKind.STATE else None
    background = draft.background
    basis = f"text: {line.text(draft.start, draft.end)}" if state else None
    if background:
        basis = "background: only this state has a ministry of this name"
    if side is None and draft.owner is not None:
        owner = casting.persons.get((draft.line, *draft.owner))
        holder = None if owner is None else casting.actors[owner]
        state = None if holder is None else holder.state
        basis = None if holder is None else f"text: office of {holder.name}"
    if state is None and other is None:
        state, basis = _state_of_organ(casting, draft)
    key = office_key(state or other, draft.words)
    if state is None and other is None:
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
            offices=(Office(draft.words, state or other),),
            background=background,
        )
    return key


def _state_of_organ(casting: Casting, draft: Draft) -> tuple[str | None, str | None]:
    """The state of "the prime minister's office" or "the foreign ministry", by who is named."""
    holder = _holder_served(casting, draft)
    if holder is not None:
        return holder.state, f"text: office of {holder.name}"
    side = casting.page.document.side
    if side is not None and len(side) == 3:
        return side, "document: issued by this state"
    return None, None


def _holder_served(casting: Casting, draft: Draft) -> Actor | None:
    """Who holds the post that an organ serves; of several states' the one who acts just before.

    "Dan met his Ruvian colleague Brel, the foreign ministry said" is told by Dan's.
    """
    post = post_served(draft.words)
    holders = [
        actor
        for actor in casting.actors.values()
        if actor.kind is ActorKind.PERSON
        and not actor.is_former
        and actor.state is not None
        and post in {one.office for one in titles_of(actor)}
    ]
    if len({one.state for one in holders}) < 2:
        return holders[-1] if holders else None
    acting = (_acting_in(casting, at, draft) for at in (draft.line, draft.line - 1))
    keys = next((found for found in acting if found), ())
    return next((one for one in holders if one.key in keys), None)


def _acting_in(casting: Casting, number: int, draft: Draft) -> tuple[ActorKey, ...]:
    """The persons who are subjects in a line, as far as it stands before an organ."""
    return tuple(
        key
        for (line, start, end), key in casting.persons.items()
        if line == number
        and (line < draft.line or end <= draft.start)
        and any(one.dep == "nsubj" for one in casting.lines[line].tokens[start:end])
    )


def _organ_before(casting: Casting, key: ActorKey) -> ActorKey | None:
    """The organ spoken of before that a short name means: "the embassy", "the ministry"."""
    word = key.rsplit(":", 1)[-1].split()[-1]
    for one in reversed(casting.memory.spoken):
        actor = casting.actors[one.keys[0]]
        words = actor.key.rsplit(":", 1)[-1].split()
        if actor.kind is ActorKind.OFFICE and word in words and actor.state is not None:
            return actor.key
    return None


def state_of(casting: Casting, code: str) -> ActorKey:
    """The state with this code."""
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


def side_of(casting: Casting, side: Side) -> ActorKey:
    """The state, body or group that a side is."""
    if side.kind is ActorKind.STATE:
        return state_of(casting, side.code)
    is_body = side.kind is ActorKind.BODY
    key = ActorKey(side.code) if is_body else ActorKey(f"group:{side.code}")
    if key not in casting.actors:
        name = side.code
        if is_body:
            name = next(b.names[0] for b in casting.page.tables.bodies if b.code == side.code)
        casting.actors[key] = Actor(
            key=key, kind=side.kind, name=name, names=(), state=None, state_basis=None
        )
    return key


def _issuing_state(casting: Casting, post: Post) -> str | None:
    """The state that issues a document, where it means by a bare title its own office-holder.

    "The Minister" is its own where it names him, or speaks through his ministry; else who was last.
    """
    document = casting.page.document
    if document.side is None or post.is_counterpart:
        return None
    own = any(
        one.kind is ActorKind.PERSON
        and one.state == document.side
        and same_office(post.title, titles_of(one))
        for one in casting.actors.values()
    )
    words = original_words()
    organ = words.issuer_of(document.outlet or "") or words.seat_of((document.outlet or "").lower())
    is_issuer = organ is not None and organ == words.seat_of(post.title.office)
    return document.side if own or is_issuer or _is_head_of(post, organ) else None


def _is_head_of(post: Post, organ: str | None) -> bool:
    """Whether a bare title is the house's own word for its head: "the Minister" of a ministry."""
    is_bare = post.title.office in family("any_ending") and post.words == post.title.office
    is_house = organ is not None and organ in original_words().ministries
    return is_bare and is_house and post.mention.split()[-1][0].isupper()


def office_of(casting: Casting, post: Post, side: Side | None) -> ActorKey:
    """The holder of a post as far as the document names him, else the office itself."""
    is_none_named = post.is_of_several or post.is_of_part
    actors = () if is_none_named else tuple(casting.actors.values())
    of_side = _issuing_state(casting, post) if side is None else side.code
    holder = holder_of(
        post.title, of_side, actors, casting.memory, is_counterpart=post.is_counterpart
    )
    if holder is not None:
        return holder
    state = side.code if side is not None and side.kind is ActorKind.STATE else None
    other = side.code if side is not None and side.kind is not ActorKind.STATE else None
    own = casting.page.document.side
    own = own if own and len(own) == 3 and other is None else None
    of = state or post.title.state or own
    body = other or post.title.body
    key = office_key(of or body, post.words)
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
