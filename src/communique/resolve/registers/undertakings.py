"""Undertakings over all documents: one thing undertaken, however many accounts tell of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.languages.en.comparing import load_comparing
from communique.model.contents import ClaimEntry
from communique.model.judged import claim_behind, judged
from communique.model.passages import DocumentId, Passage
from communique.model.readings import Undertaking
from communique.model.registers import ChannelEntry, UndertakingEntry
from communique.model.times import When
from communique.model.vocabulary import ASIDE, Openness, Strength, UndertakingKind
from communique.resolve.registers.told import Told
from communique.resolve.support import Place, support
from communique.text.nearness import Nearness

_OF_ONE_KIND = frozenset(
    (
        UndertakingKind.AGREEMENT,
        UndertakingKind.INTENTION,
        UndertakingKind.READINESS,
        UndertakingKind.RESOLVE,
    )
)
"""Kinds that accounts use for one another; an order, invitation or pledge is what it is."""
Lines = Mapping[DocumentId, tuple[tuple[Passage, str], ...]]
"""For each document the passages that name a channel, and the channel's id."""


@dataclass(slots=True)
class Bundle:
    """The claims on one undertaking, in the order of the record and the text."""

    claims: list[ClaimEntry] = field(default_factory=list)
    values: list[Undertaking] = field(default_factory=list)
    by: frozenset[str] = frozenset()
    line: str | None = None
    """The channel that its words name, if they name one."""

    @property
    def id(self) -> str:
        """``u-`` and the digits of its first claim."""
        return f"u-{self.claims[0].id[2:]}"

    @property
    def ids(self) -> Iterable[str]:
        """The ids of its claims."""
        return (one.id for one in self.claims)


def resolve_undertakings(
    told: Told, channels: Iterable[ChannelEntry]
) -> tuple[UndertakingEntry, ...]:
    """The undertakings in the order of their first claims.

    Joined are claims on one contact (or, outside contacts, with the same words) whose parties are
    equal and whose objects are near.
    """
    nearness, lines = told.nearness, _lines_in(channels, told.nearness)
    heaps: dict[tuple[str | None, frozenset[str]], list[Bundle]] = {}
    bundles: list[Bundle] = []
    decided = judged(told.judgements, claim_behind)
    for claim in told.claims:
        value = claim.value
        if not isinstance(value, Undertaking) or claim.voice in ASIDE:
            continue
        by = frozenset(told.units[claim.id])
        heap = heaps.setdefault((claim.contact, by), [])
        without = told.without_names(tuple(by))
        home = next((one for one in bundles if decided.join((claim.id,), one.ids)), None)
        if home is None:
            fits = [one for one in heap if _fits(claim, value, one, nearness, without, lines)]
            fits = [one for one in fits if not decided.part((claim.id,), one.ids)]
            home = _nearest(value, fits, nearness, without)
        if home is None:
            home = Bundle(by=by)
            heap.append(home)
            bundles.append(home)
        home.claims.append(claim)
        home.values.append(value)
        home.line = home.line or _line_of(claim, lines)
    return tuple(_entry(one, told.place) for one in bundles)


def _lines_in(channels: Iterable[ChannelEntry], nearness: Nearness) -> Lines:
    """Where documents name a channel by what it is ("a hotline"), not by who carries it."""
    touching = load_comparing().keeping_in_touch
    found: dict[DocumentId, tuple[tuple[Passage, str], ...]] = {}
    for channel in channels:
        for name, passage in channel.names:
            if nearness.content(name) & touching:
                here = found.get(passage.document, ())
                found[passage.document] = (*here, (passage, channel.id))
    return found


def _line_of(claim: ClaimEntry, lines: Lines) -> str | None:
    """The channel that a claim's words name, or None."""
    for passage, channel in lines.get(claim.passage.document, ()):
        if passage.span.overlaps(claim.passage.span):
            return channel
    return None


def _fits(
    claim: ClaimEntry,
    value: Undertaking,
    bundle: Bundle,
    nearness: Nearness,
    without: frozenset[str],
    lines: Lines,
) -> bool:
    line = _line_of(claim, lines)
    if (line is None) != (bundle.line is None):
        return False
    for other, told in zip(bundle.claims, bundle.values, strict=True):
        if not kinds_agree(value.kind, told.kind) or nearness.are_apart(
            claim.passage, other.passage
        ):
            return False
    if line is not None and line == bundle.line:
        return True
    return any(
        nearness.share_words(claim.passage, other.passage)
        or (claim.contact is not None and nearness.is_one_object(value.what, told.what, without))
        for other, told in zip(bundle.claims, bundle.values, strict=True)
    )


def kinds_agree(left: UndertakingKind, right: UndertakingKind) -> bool:
    """Whether accounts may use the two kinds for one undertaking."""
    return left is right or {left, right} <= _OF_ONE_KIND


def _nearest(
    value: Undertaking, bundles: Sequence[Bundle], nearness: Nearness, without: frozenset[str]
) -> Bundle | None:
    mine = nearness.content(value.what, without)

    def shared(one: Bundle) -> int:
        return max(len(mine & nearness.content(told.what, without)) for told in one.values)

    return max(bundles, key=shared, default=None)


def _entry(bundle: Bundle, place: Place) -> UndertakingEntry:
    best = _best(bundle, place)
    claim, value = bundle.claims[best], bundle.values[best]
    said = {one.attribution.side for one in bundle.claims if one.attribution.side}
    words = dict.fromkeys(carrier_of(one) for one in bundle.claims if one.attribution.side is None)
    repeated = any(one.is_repeated for one in bundle.values)
    return UndertakingEntry(
        id=bundle.id,
        kind=value.kind,
        by=tuple(sorted(bundle.by)),
        to=next((one.to for one in [value, *bundle.values] if one.to), None),
        what=value.what,
        strength=claim.strength or Strength.MENTIONED,
        condition=next((one.condition for one in [value, *bundle.values] if one.condition), None),
        due=_due([value, *bundle.values]),
        within=next((one.within for one in [value, *bundle.values] if one.within), None),
        said_by=tuple(sorted(said)),
        said_by_words=tuple(words),
        contact=claim.contact,
        is_repeated=repeated,
        state=Openness.REPEATED if repeated else Openness.OPEN,
        repeats=(),
        closed_by=None,
        score=None,
        claims=tuple(one.id for one in bundle.claims),
        passages=tuple(dict.fromkeys(one.passage for one in bundle.claims)),
    )


def _best(bundle: Bundle, place: Place) -> int:
    """The claim that gives kind, words and strength: a side's own, then an agency's, then any."""

    def rank(at: int) -> tuple[object, ...]:
        claim = bundle.claims[at]
        return (
            claim.attribution.side is None,
            claim.attribution.original is None and not claim.attribution.chain,
            *support([claim], place),
        )

    return min(range(len(bundle.claims)), key=rank)


def carrier_of(claim: ClaimEntry) -> str:
    """How the document puts it that a claim stands on no side's word: the chain, or nothing."""
    chain = ", ".join(claim.attribution.chain)
    return f"media: {chain}" if chain else "outlet’s own voice"


def _due(values: Iterable[Undertaking]) -> When | None:
    dues = [one.due for one in values if one.due is not None]
    return next((one for one in dues if one.edtf), dues[0] if dues else None)
