"""Channels over all documents: standing lines, under all the names they are given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from communique.catalog.tables import Tables
from communique.languages.en.comparing import Comparing, load_comparing
from communique.model.contents import ClaimEntry
from communique.model.judged import Judged, judged
from communique.model.passages import Passage
from communique.model.readings import ChannelNaming
from communique.model.registers import ChannelEntry
from communique.model.vocabulary import Aspect, Held, Status
from communique.resolve.contacts.labels import Codes, codes_of, number_labels, slug, topic_slug
from communique.resolve.registers.steps import lifecycle_of
from communique.resolve.registers.told import Told
from communique.resolve.support import support
from communique.text.nearness import Nearness
from communique.text.runs import words_of

_DENIED = (Status.DENIED, Status.REFUSED, Status.NOT_HELD)


@dataclass(slots=True)
class Naming:
    """The claims that name one channel, in the order of the record and the text."""

    claims: list[ClaimEntry] = field(default_factory=list)
    values: list[ChannelNaming] = field(default_factory=list)
    parties: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(one.id for one in self.claims)

    def take(self, other: "Naming") -> None:
        """Take the claims of another naming of the same channel."""
        self.claims += other.claims
        self.values += other.values

    @property
    def contacts(self) -> set[str]:
        """The contacts in which it is named."""
        return {one.contact for one in self.claims if one.contact}


@dataclass(frozen=True, slots=True)
class Names:
    """Names of states for cutting topics down to what they are about."""

    shown: Mapping[str, str]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, tables: Tables) -> "Names":
        """The names of all states, folded, with their spelling and the code of the state."""
        pairs = [(" ".join(slug(n).split("-")), n, s.code) for s in tables.states for n in s.names]
        return cls(
            {folded: name for folded, name, _ in pairs if folded},
            {folded: code for folded, _, code in pairs if folded},
        )

    def state(self, topic: str | None, parties: Iterable[str] = ()) -> str | None:
        """The one state that a topic names, those between whom the channel runs left out."""
        if topic is None:
            return None
        folded = f" {' '.join(slug(topic).split('-'))} "
        named = {self.codes[name]: one for name, one in self.shown.items() if f" {name} " in folded}
        others = [one for code, one in named.items() if code not in parties]
        return others[0] if len(others) == 1 else None


def resolve_channels(
    told: Told,
) -> tuple[ChannelEntry, ...]:
    """The channels in the order in which they are first named, under their plain names."""
    names = _names_of_states(told.tables)
    return tuple(_channel(one, told, names) for one in _namings(told, names))


# Tables are put in order once, not for every part of a record.
@lru_cache(maxsize=4)
def _names_of_states(tables: Tables) -> Names:
    return Names.of(tables)


def number_channels(channels: Sequence[ChannelEntry]) -> tuple[ChannelEntry, ...]:
    """The channels, each with a readable name of its own."""
    labels = number_labels(one.label for one in channels)
    return tuple(replace(one, label=label) for one, label in zip(channels, labels, strict=True))


def _namings(told: Told, names: Names) -> list[Naming]:
    """The claims on channels, those on one channel together, in the order of the first.

    A name that fits two that did not fit one another shows that the two are one.
    """
    decided = judged(
        told.judgements, lambda one: "q-" + one[2:] if one[:2] in ("h-", "q-") else None
    )
    found: list[Naming] = []
    for claim in told.on(Aspect.CHANNEL):
        if not isinstance(claim.value, ChannelNaming):
            continue
        new = Naming([claim], [claim.value], told.units[claim.id])
        homes = [one for one in found if _is_home(claim, one, new, told.nearness, names, decided)]
        for one in homes[1:]:
            if not decided.part(homes[0].ids, one.ids):
                homes[0].take(one)
                found.remove(one)
        if homes:
            homes[0].take(new)
        else:
            found.append(new)
    # A line that some only say is not there is none.
    return [one for one in found if any(claim.status not in _DENIED for claim in one.claims)]


def _is_home(
    claim: ClaimEntry, home: Naming, new: Naming, nearness: Nearness, names: Names, decided: Judged
) -> bool:
    if decided.join(new.ids, home.ids):
        return True
    if new.parties != home.parties or decided.part(new.ids, home.ids):
        return False
    return _is_one(claim, home, nearness, names)


def _is_one(claim: ClaimEntry, naming: Naming, nearness: Nearness, names: Names) -> bool:
    value = claim.value
    assert isinstance(value, ChannelNaming)
    return any(
        _topics_agree(value.topic, other.topic, naming.parties, names)
        and _names_agree(value.name, other.name, nearness)
        for other in naming.values
    )


def _topics_agree(
    left: str | None, right: str | None, parties: tuple[str, ...], names: Names
) -> bool:
    """Whether two topics can be one: they do not name two different states."""
    first, second = names.state(left, parties), names.state(right, parties)
    return first is None or second is None or first == second


def _names_agree(left: str, right: str, nearness: Nearness) -> bool:
    """Whether two names can be one channel's: the core of one shares a telling word and a kind.

    That both keep in touch is no telling word: a bare "channel" is one only with another channel.
    """
    mine, other = nearness.wordings.content(left), nearness.wordings.content(right)
    shared = mine & other
    if shared <= load_comparing().keeping_in_touch:
        shared = frozenset(words_of(left)) & frozenset(words_of(right)) if shared else shared
        return bool(shared - nearness.wordings.lexicon.stop) and 1 in (len(mine), len(other))
    return len(shared) >= min(2, len(mine), len(other))


def core_of(name: str, comparing: Comparing) -> str:
    """The core of a name: "permanent channel for consultations" is a "permanent channel"."""
    words = name.split()
    while words and words[0].casefold() in comparing.articles:
        words = words[1:]
    for at, word in enumerate(words):
        if at and word.casefold() in comparing.name_ends:
            return " ".join(words[:at])
    return " ".join(words)


def _topic(naming: Naming, values: Sequence[ChannelNaming], names: Names) -> str | None:
    """What the channel is about: a state that a naming gives, else the first topic as worded."""
    topics = [one.topic for one in values if one.topic]
    states = (names.state(one, naming.parties) for one in topics)
    return next((one for one in states if one), topics[0] if topics else None)


def _label(naming: Naming, codes: Codes, names: Names) -> str:
    about = topic_slug(_topic(naming, naming.values, names) or "", names.shown)
    return "-".join(filter(None, (codes.joined(naming.parties), about or "channel")))


def _channel(naming: Naming, told: Told, names: Names) -> ChannelEntry:
    says = {one.attribution.side for one in naming.claims if one.attribution.side}
    denies = {
        one.attribution.side
        for one in naming.claims
        if one.status in _DENIED and one.attribution.side
    }
    vouched = [one for one in naming.claims if one.status not in _DENIED]
    best = min(
        range(len(naming.claims)),
        key=lambda at: (
            naming.claims[at].status in _DENIED,
            naming.claims[at].attribution.side is None,
            *support([naming.claims[at]], told.place),
        ),
    )
    quoted = _silent_in_full(naming, told)
    return ChannelEntry(
        id=f"h-{naming.claims[0].id[2:]}",
        label=_label(naming, codes_of(told.tables), names),
        kind=core_of(naming.values[best].name, load_comparing()),
        parties=naming.parties,
        topic=_topic(naming, [naming.values[best], *naming.values], names),
        names=tuple(_distinct(naming)),
        level=next((one.level for one in naming.values if one.level), None),
        lifecycle=lifecycle_of(vouched, told.contacts),
        says=tuple(sorted(says - denies)),
        not_quoted=tuple(one for one in naming.parties if one not in says | denies | quoted),
        denies=tuple(sorted(denies)),
        claims=tuple(one.id for one in naming.claims),
    )


def _distinct(naming: Naming) -> Iterable[tuple[str, Passage]]:
    """Every name with every passage that uses it, in the order of the record and the text."""
    pairs = zip(naming.values, naming.claims, strict=True)
    return dict.fromkeys((value.name, claim.passage) for value, claim in pairs)


def _silent_in_full(naming: Naming, told: Told) -> set[str]:
    """The parties whose own accounts are held in full and do not name the channel."""
    held = {
        told.originals[one].side
        for contact in naming.contacts
        for group in told.contacts[contact].origins
        for one in group
        if told.originals[one].held is Held.FULL
    }
    return {one for one in held if one}
