"""What accounts of one contact say on one thing: undertakings, remarks and topics in rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.compare.ground import Ground
from communique.model.contents import ClaimEntry, Contact, UndertakingEntry
from communique.model.readings import Undertaking, Words
from communique.model.vocabulary import Aspect
from communique.text.digests import content_id

_JOINING = (Aspect.REMARK, Aspect.TOPIC, Aspect.POSITION)
_FORCE = (Aspect.UNDERTAKING, Aspect.REMARK)


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
        return self.undertaking.id if self.undertaking else content_id("t", self.claims[0].id)

    @property
    def forceful(self) -> list[ClaimEntry]:
        """The claims whose strength says how far the words go: undertakings and remarks."""
        return [one for one in self.claims if one.aspect in _FORCE and one.strength is not None]


def rows_of(contact: Contact, ground: Ground) -> tuple[Row, ...]:
    """The rows of a contact: its undertakings, then what else was said, in the order of the text.

    A remark or topic that tells of the same thing as an undertaking stands in its row.
    """
    rows: list[Row] = []
    taken: set[str] = set()
    for entry in ground.undertakings.get(contact.id, ()):
        claims = [ground.claims[one] for one in entry.claims]
        rows.append(Row(contact, Aspect.UNDERTAKING, entry.what, entry, claims))
        taken.update(entry.claims)
    without = _names(contact, ground)
    rest = [
        one
        for one in ground.by_contact.get(contact.id, ())
        if one.aspect in _JOINING and one.id not in taken
    ]
    for claim in sorted(rest, key=lambda one: (_JOINING.index(one.aspect), *ground.order(one))):
        home = _home(claim, rows, ground, without)
        if home is None:
            rows.append(Row(contact, claim.aspect, what_of(claim), None, [claim]))
        else:
            home.claims.append(claim)
    for row in rows:
        row.claims.sort(key=ground.order)
    return tuple(rows)


def _names(contact: Contact, ground: Ground) -> frozenset[str]:
    """The content words of the parties' names and states: they say who, not what."""
    names = [name for one in contact.parties for name in (one.name, ground.name(one.state or ""))]
    return ground.nearness.names(names)


def _home(
    claim: ClaimEntry, rows: Iterable[Row], ground: Ground, without: frozenset[str]
) -> Row | None:
    words = what_of(claim)
    best: tuple[int, Row] | None = None
    mine = ground.nearness.content(words, without)
    for row in rows:
        if not _belongs(claim, words, row, ground, without):
            continue
        shared = max(
            len(mine & ground.nearness.content(what_of(one), without)) for one in row.claims
        )
        if best is None or shared > best[0]:
            best = (shared, row)
    return None if best is None else best[1]


def _belongs(
    claim: ClaimEntry, words: str, row: Row, ground: Ground, without: frozenset[str]
) -> bool:
    if claim.aspect is Aspect.TOPIC and any(_holds(one, claim) for one in row.claims):
        return True
    if row.aspect is Aspect.UNDERTAKING and claim.aspect in (Aspect.TOPIC, Aspect.POSITION):
        return False
    near = ground.nearness
    if any(near.are_apart(claim.passage, one.passage) for one in row.claims):
        return False
    return any(
        near.share_words(claim.passage, one.passage)
        or (
            near.is_one_object(words, what_of(one), without)
            and (_of_one_side(claim, one) or near.are_alike(words, what_of(one), without))
        )
        for one in row.claims
    )


def _of_one_side(left: ClaimEntry, right: ClaimEntry) -> bool:
    """Whether no two sides speak: what two sides say is one thing only if it is much alike."""
    sides = {left.attribution.side, right.attribution.side} - {None}
    return len(sides) < 2


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
