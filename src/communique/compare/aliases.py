"""Channels, and formats, that may be one under two names: offered, for a person to decide."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import combinations

from communique.compare.ground import Ground, list_words
from communique.compare.offers import offer_of
from communique.languages.en.comparing import load_comparing, load_wordings
from communique.model.contents import Judgement, Offer
from communique.model.judged import Judged, judged
from communique.model.registers import ChannelEntry, FormatEntry
from communique.model.vocabulary import JudgementKind
from communique.text.intervals import days_of

SEVERAL = 3
"""Members from which on the same ones make it likely that two formats are one."""
A_YEAR = 366
"""Days between what is told of two channels within which they may be one."""


def channel_aliases(ground: Ground) -> Iterator[Offer]:
    """Channels of the same parties that are named in one contact, or both keep in touch on what may
    be one matter and at what may be one level, within a year.
    """
    for channels in ground.channels.values():
        for left, right in combinations(channels, 2):
            why = _why_one_channel(left, right, ground)
            if why is not None:
                yield _alias(left, right, f"{why}; “{left.kind}” and “{right.kind}”")


def _why_one_channel(left: ChannelEntry, right: ChannelEntry, ground: Ground) -> str | None:
    told = [{ground.claims[one].contact for one in each.claims} for each in (left, right)]
    if told[0] & told[1] - {None}:
        return "named in one contact"
    if not all(_keeps_in_touch(one) for one in (left, right)):
        return None
    topics = [load_wordings().content(one.topic or "") for one in (left, right)]
    if all(topics) and not topics[0] & topics[1]:
        return None
    if left.level and right.level and left.level.casefold() != right.level.casefold():
        return None
    if _days_between(left, right) > A_YEAR:
        return None
    common = [
        f"on {right.topic}" if all(topics) else "",
        "at one level" if left.level and right.level else "",
    ]
    return " ".join(("between the same parties", *filter(None, common)))


def _keeps_in_touch(channel: ChannelEntry) -> bool:
    kinds = load_comparing().keeping_in_touch
    return any(load_wordings().content(name) & kinds for name, _ in channel.names)


def _days_between(left: ChannelEntry, right: ChannelEntry) -> int:
    """The days between what is told of the one and of the other, 0 where no day is."""
    spans = [sorted(_days(one)) for one in (left, right)]
    if not all(spans):
        return 0
    return max((max(one[0] for one in spans) - min(one[-1] for one in spans)).days, 0)


def _days(channel: ChannelEntry) -> Iterator[date]:
    for step in channel.lifecycle:
        yield from (one for one in days_of(step.date) if one is not None)


def format_aliases(
    formats: Iterable[FormatEntry], judgements: Iterable[Judgement]
) -> Iterator[Offer]:
    """Formats with the same members, or with a telling word of the name and members that may be
    the same, unless a person has decided. Bodies have names of their own.
    """
    decided = formats_decided(judgements)
    names = formats_joined(decided)
    for left, right in _with_a_mark(one for one in formats if one.body is None):
        why = _why_one_format(left, right)
        mine, other = (names.get(one.label, (one.label,)) for one in (left, right))
        if why is not None and not decided.part(mine, other):
            yield _alias(left, right, f"{why}; “{left.name}” and “{right.name}”")


def _alias(left: ChannelEntry | FormatEntry, right: ChannelEntry | FormatEntry, why: str) -> Offer:
    passages = (left.names[0][1], right.names[0][1])
    return offer_of(left.id, right.id, None, f"{why} may be two names of one", passages)


def _with_a_mark(formats: Iterable[FormatEntry]) -> Iterator[tuple[FormatEntry, FormatEntry]]:
    """The pairs of formats that have their members or a telling word in common, each once."""
    found: dict[str, list[FormatEntry]] = {}
    for one in formats:
        for mark in {",".join(one.members), *_telling(one)} - {""}:
            found.setdefault(mark, []).append(one)
    pairs = (pair for same in found.values() for pair in combinations(same, 2))
    yield from {(left.label, right.label): (left, right) for left, right in pairs}.values()


def formats_decided(judgements: Iterable[Judgement]) -> Judged:
    """What people decided of formats, which are judged by their labels."""
    of = tuple(one for one in judgements if one.kind == JudgementKind.FORMAT)
    return judged(of, lambda label: label)


def formats_joined(decided: Judged) -> Mapping[str, tuple[str, ...]]:
    """For each label of a format that people joined with others, all of these labels."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in decided.same:
        group = tuple(sorted({each for one in pair for each in found.get(one, (one,))}))
        found |= dict.fromkeys(group, group)
    return found


def _why_one_format(left: FormatEntry, right: FormatEntry) -> str | None:
    mine, other = set(left.members), set(right.members)
    if mine == other and len(mine) >= SEVERAL:
        return f"both have as members {list_words(left.members)}"
    if _telling(left) & _telling(right) and (mine <= other or other <= mine):
        return "a telling word in common, and no other members"
    return None


def _telling(entry: FormatEntry) -> frozenset[str]:
    """The words of a format's names that other formats do not have in theirs."""
    found = load_wordings().content(" ".join(name for name, _ in entry.names))
    return frozenset(one for one in found if not one.startswith("=")) - _formatload_wordings()


@cache
def _formatload_wordings() -> frozenset[str]:
    return frozenset(load_wordings().stem(one) for one in load_comparing().format_words)
