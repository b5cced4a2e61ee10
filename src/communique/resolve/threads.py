"""Threads: the parts of one reading that can only be judged as a whole."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Claim, Reading
from communique.model.vocabulary import Aspect
from communique.resolve.originals.originals import is_official
from communique.resolve.parts import Parts
from communique.text.intervals import days_of

LEAD = ""
"""Stands for what a document tells in no account."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A part of a reading: accounts, the originals on which they stand, and their claims.

    The lead of a document holds its first account and all that stands in none; with it go the
    document itself and its problems.
    """

    id: str
    document: DocumentId
    accounts: tuple[str, ...]
    originals: tuple[str, ...]
    is_lead: bool

    def has(self, claim: Claim) -> bool:
        """Whether a claim of its document belongs to it."""
        return self.is_lead if claim.account is None else claim.account in self.accounts


def threads_of(document: Document, reading: Reading) -> tuple[Thread, ...]:
    """The threads of a document as it is read, the lead first."""
    accounts = sorted(reading.accounts, key=lambda one: (one.passages[:1], one.id))
    parts = Parts([LEAD, *(one.id for one in accounts)])
    parts.join(LEAD, *(one.id for one in accounts[:1]))
    if _is_whole(document):
        parts.join(LEAD, *(one.id for one in accounts))
    for original in reading.originals:
        told = [one for one in reading.claims if one.attribution.original == original.key]
        parts.join(*(_home(one) for one in told))
    _join_named(reading.claims, parts)
    home = {str(one.key): parts.of(_home_of(one.key, reading.claims)) for one in reading.originals}
    return tuple(
        Thread(
            id=f"{document.id}.{at}",
            document=document.id,
            accounts=tuple(sorted(one for one in members if one != LEAD)),
            originals=tuple(sorted(key for key, of in home.items() if of == parts.of(members[0]))),
            is_lead=LEAD in members,
        )
        for at, members in enumerate(parts.groups())
    )


def part_of(reading: Reading, threads: Collection[Thread]) -> Reading:
    """What of a reading belongs to some of its threads."""
    accounts = {one for thread in threads for one in thread.accounts}
    originals = {one for thread in threads for one in thread.originals}
    is_lead = any(one.is_lead for one in threads)
    return replace(
        reading,
        originals=tuple(one for one in reading.originals if one.key in originals),
        accounts=tuple(one for one in reading.accounts if one.id in accounts),
        claims=tuple(one for one in reading.claims if any(each.has(one) for each in threads)),
        problems=reading.problems if is_lead else (),
    )


def _is_whole(document: Document) -> bool:
    """Whether one account bears on another: by the day of an undated page, or as one original."""
    day = days_of(document.published.edtf)[0] if document.published else None
    return day is None or is_official(document)


def _home(claim: Claim) -> str:
    return LEAD if claim.account is None else str(claim.account)


def _home_of(original: str, claims: Iterable[Claim]) -> str:
    return next((_home(one) for one in claims if one.attribution.original == original), LEAD)


def _join_named(claims: Iterable[Claim], parts: Parts) -> None:
    """What is undertaken goes with the channel or work that its words name."""
    told = tuple(claims)
    named = [one for one in told if one.aspect in (Aspect.CHANNEL, Aspect.PROJECT)]
    for one in named:
        for other in told:
            if other.aspect is Aspect.UNDERTAKING and one.passage.span.overlaps(other.passage.span):
                parts.join(_home(one), _home(other))
