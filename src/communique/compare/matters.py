"""Where documents of the same days differ on what became of the matter spoken of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.compare.finding import finding
from communique.compare.ground import Ground, list_words
from communique.model.contents import ClaimEntry, Finding
from communique.model.readings import Matter
from communique.model.vocabulary import Aspect, FindingType, Voice
from communique.text.wording import overlap

NEAR = 7
"""Days between two documents within which one matter cannot have moved unseen."""


def matter_findings(ground: Ground) -> Iterator[Finding]:
    """For each matter of one holder, the documents near in time that say it stands differently."""
    for claims in _matters(ground):
        for near in _near_in_time(claims, ground):
            states = dict.fromkeys(_state(one) for one in near)
            if len(states) > 1:
                yield _finding(near, tuple(states), ground)


def _state(claim: ClaimEntry) -> str:
    assert isinstance(claim.value, Matter)
    return claim.value.state


def _matters(ground: Ground) -> Iterable[list[ClaimEntry]]:
    """Claims on one matter of one holder together, in the order of the record."""
    near = ground.nearness
    groups: dict[frozenset[str], list[tuple[frozenset[str], list[ClaimEntry]]]] = {}
    for claim in ground.resolved.claims:
        if claim.aspect is not Aspect.MATTER or claim.voice is Voice.FURNITURE:
            continue
        assert isinstance(claim.value, Matter)
        holder = (
            near.names([ground.name(claim.value.holder)]) if claim.value.holder else frozenset()
        )
        words = near.content(claim.value.matter)
        for known, told in groups.setdefault(_telling(holder), []):
            if overlap(known, words) >= 1.0:
                told.append(claim)
                break
        else:
            groups[_telling(holder)].append((words, [claim]))
    return [told for found in groups.values() for _, told in found]


def _telling(holder: frozenset[str]) -> frozenset[str]:
    """The holder by the first of its content words, so that its leadership counts as itself."""
    return frozenset(sorted(holder)[-1:])


def _near_in_time(claims: Sequence[ClaimEntry], ground: Ground) -> Iterator[list[ClaimEntry]]:
    dated: list[tuple[date, ClaimEntry]] = []
    for one in claims:
        day = ground.date(one.passage.document)
        if day is not None:
            dated.append((day, one))
    group: list[ClaimEntry] = []
    opened: date | None = None
    for day, claim in sorted(dated, key=lambda one: (one[0], *ground.order(one[1]))):
        if opened is not None and (day - opened).days > NEAR:
            yield group
            group, opened = [], None
        opened = opened or day
        group.append(claim)
    if group:
        yield group


def _finding(claims: Sequence[ClaimEntry], states: tuple[str, ...], ground: Ground) -> Finding:
    first: dict[tuple[str, str], ClaimEntry] = {}
    for claim in claims:
        first.setdefault((claim.passage.document, _state(claim)), claim)
    said = (
        f"{state} in {list_words(ground.label(c.passage.document) for c in of)}"
        for state in states
        if (of := [one for (_, known), one in first.items() if known == state])
    )
    value = claims[0].value
    assert isinstance(value, Matter)
    return finding(
        FindingType.STATUS_DIFFERS,
        (one.passage for one in first.values()),
        reason=f"{value.matter}: {list_words(said)}",
        about=value.holder,
        contact=next((one.contact for one in first.values() if one.contact), None),
    )
