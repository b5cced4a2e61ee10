"""What accounts of one contact say on one thing: undertakings, remarks and topics in rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.compare.ground import Ground
from communique.model.contents import ClaimEntry, Contact
from communique.model.readings import Undertaking, Words
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import Aspect
from communique.text.nearness import Nearness

COMMON = 0.4
"""Share of the wordings of a contact from which a word they have in common tells nothing."""
FEWEST = 4
"""Wordings that must share a word before it can be common."""

_JOINING = (Aspect.REMARK, Aspect.TOPIC, Aspect.POSITION)
_FORCE = (Aspect.UNDERTAKING, Aspect.REMARK)


@dataclass(frozen=True, slots=True)
class Without:
    """Content words that do not tell two things apart: names, and those that all share."""

    names: frozenset[str]
    all: frozenset[str]


@dataclass(slots=True)
class Row:
    """The claims of one contact on one thing, in the order of the record and the text."""

    contact: Contact
    aspect: Aspect
    words: str
    undertaking: UndertakingEntry | None
    claims: list[ClaimEntry] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The undertaking's own id, or ``t-`` and the digits of its first claim."""
        return self.undertaking.id if self.undertaking else f"t-{self.claims[0].id[2:]}"

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(one.id for one in self.claims)

    @property
    def forceful(self) -> list[ClaimEntry]:
        """The claims whose strength says how far the words go: undertakings and remarks."""
        return [one for one in self.claims if one.aspect in _FORCE and one.strength is not None]


def rows_of(contact: Contact, ground: Ground) -> tuple[Row, ...]:
    """The rows of a contact: its undertakings, then what else was said, in the order of the text.

    A remark or topic that tells of the same thing as an undertaking stands in its row.
    """
    rows: list[Row] = []
    taken: dict[str, ClaimEntry] = {}
    for entry in ground.undertakings.get(contact.id, ()):
        claims = [ground.claims[one] for one in entry.claims]
        rows.append(Row(contact, Aspect.UNDERTAKING, entry.what, entry, claims))
        taken.update((one.id, one) for one in claims)
    said = [
        one
        for one in ground.by_contact.get(contact.id, ())
        if one.aspect in _JOINING and one.id not in taken
    ]
    names = _names(contact, ground)
    without = Without(names, names | _common([*taken.values(), *said], ground))
    rest = [one for one in said if not _is_name_only(one, names, ground)]
    for claim in sorted(rest, key=lambda one: (_JOINING.index(one.aspect), *ground.order(one))):
        home = _home(claim, rows, ground, without)
        if home is None:
            rows.append(Row(contact, claim.aspect, what_of(claim), None, [claim]))
        else:
            home.claims.append(claim)
    for row in rows:
        row.claims.sort(key=ground.order)
    return tuple(rows)


def common_words(rows: Sequence[Row], ground: Ground) -> frozenset[str]:
    """The content words that tell no two points of a contact apart: names, and what all share."""
    if not rows:
        return frozenset()
    claims = [one for row in rows for one in row.claims]
    return _names(rows[0].contact, ground) | _common(claims, ground)


def _names(contact: Contact, ground: Ground) -> frozenset[str]:
    """The content words of the parties' names and states: they say who, not what."""
    names: list[str] = []
    for one in contact.parties:
        for actor in (one.actor, one.state or ""):
            names += (ground.name(actor), *ground.seen.get(actor, ()))
    return ground.nearness.names(names)


def _is_name_only(claim: ClaimEntry, names: frozenset[str], ground: Ground) -> bool:
    """Whether a topic names a party and nothing else."""
    return claim.aspect is Aspect.TOPIC and ground.nearness.content(what_of(claim)) <= names


def _common(claims: Sequence[ClaimEntry], ground: Ground) -> frozenset[str]:
    """The content words that much of what was said of a contact shares: its one great topic."""
    counts: Counter[str] = Counter()
    wordings = {what_of(one) for one in claims}
    for words in wordings:
        counts.update(ground.nearness.content(words))
    enough = max(FEWEST, COMMON * len(wordings))
    return frozenset(word for word, count in counts.items() if count >= enough)


def _home(claim: ClaimEntry, rows: Sequence[Row], ground: Ground, without: Without) -> Row | None:
    judged = next((row for row in rows if ground.decided.join((claim.id,), row.ids)), None)
    if judged is not None:
        return judged
    words = what_of(claim)
    best: tuple[int, Row] | None = None
    mine = ground.nearness.content(words, without.all)
    for row in rows:
        if ground.decided.part((claim.id,), row.ids) or not _belongs(claim, row, ground, without):
            continue
        shared = max(
            len(mine & ground.nearness.content(what_of(one), without.all)) for one in row.claims
        )
        if best is None or shared > best[0]:
            best = (shared, row)
    return None if best is None else best[1]


def _belongs(claim: ClaimEntry, row: Row, ground: Ground, without: Without) -> bool:
    if claim.aspect is Aspect.TOPIC and any(_holds(one, claim) for one in row.claims):
        return True
    if row.aspect is Aspect.UNDERTAKING and claim.aspect in (Aspect.TOPIC, Aspect.POSITION):
        return False
    near = ground.nearness
    if any(near.are_apart(claim.passage, one.passage) for one in row.claims):
        return False
    if any(near.share_words(claim.passage, one.passage) for one in row.claims):
        return True
    if claim.aspect is row.aspect is Aspect.TOPIC:
        return any(_is_part(claim, one, near, without.names) for one in row.claims)
    return _is_one_thing(claim, row, near, without.all)


def _is_part(left: ClaimEntry, right: ClaimEntry, near: Nearness, names: frozenset[str]) -> bool:
    """Whether one topic is part of the other: "Osterlich", "Osterlich and its neighbours"."""
    mine, other = (near.content(what_of(one), names) for one in (left, right))
    return bool(mine and other) and (mine <= other or other <= mine)


def _is_one_thing(claim: ClaimEntry, row: Row, near: Nearness, without: frozenset[str]) -> bool:
    """Whether a claim says what a row says; another side's words must be much alike, and a topic
    is not what is said about it.
    """
    words = what_of(claim)
    others = [one for one in row.claims if _are_two_sides(claim, one)]
    if others or claim.aspect is Aspect.TOPIC:
        told = others or row.claims
        return any(near.are_alike(words, what_of(one), without) for one in told)
    return any(near.is_one_object(words, what_of(one), without) for one in row.claims)


def _are_two_sides(left: ClaimEntry, right: ClaimEntry) -> bool:
    sides = {left.attribution.side, right.attribution.side} - {None}
    return len(sides) > 1


def _holds(one: ClaimEntry, claim: ClaimEntry) -> bool:
    """Whether a claim's words lie within those of another: it tells what that one is about."""
    same = one.passage.document == claim.passage.document
    return same and one.aspect in _FORCE and one.passage.span.holds(claim.passage.span)


def what_of(claim: ClaimEntry) -> str:
    """What a claim is about, in words."""
    match claim.value:
        case Undertaking(what=words) | Words(text=words):
            return words
    return claim.passage.exact


def claims_by_document(claims: Sequence[ClaimEntry]) -> dict[str, list[ClaimEntry]]:
    """The claims under the id of their document, in the order given."""
    found: dict[str, list[ClaimEntry]] = {}
    for claim in claims:
        found.setdefault(claim.passage.document, []).append(claim)
    return found
