"""Originals over all documents: which quotations come from one text, and which texts are copies."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing, load_wordings
from communique.model.contents import Judgement, OriginalEntry, SharedRun
from communique.model.documents import Document
from communique.model.passages import DocumentId, Passage
from communique.model.readings import Claim, Original, Reading
from communique.model.vocabulary import (
    OFFICIAL,
    AttributionMode,
    Held,
    OriginalKind,
    Voice,
)
from communique.resolve.actors.actors import Actors
from communique.resolve.documents import Shelf
from communique.resolve.originals.copies import COPIED, Gathered, Node, copies_among
from communique.resolve.originals.houses import Branches
from communique.resolve.originals.relations import Relations
from communique.text.intervals import meet
from communique.text.runs import words_of
from communique.text.wording import Wordings, overlap

FULL = "full"
"""The key, within one document, of an official text that the document itself is."""
_APART = (
    OriginalKind.POST,
    OriginalKind.INTERVIEW,
    OriginalKind.TRANSCRIPT,
    OriginalKind.BRIEFING,
    OriginalKind.COMMUNIQUE,
    OriginalKind.LETTER,
    OriginalKind.MEMO,
    OriginalKind.REPORT,
)
"""Kinds that are never the same text as one of another kind; the rest are a side's own account."""

Index = dict[tuple[str | None, str, str], dict[str, Gathered]]
"""Originals by side, family, and the contact or document in which they stand."""


@dataclass(frozen=True, slots=True)
class Originals:
    """The originals of the record, and which of them a document's original is."""

    entries: tuple[OriginalEntry, ...]
    by_id: Mapping[str, OriginalEntry]
    ids: Mapping[Node, str]
    full: frozenset[DocumentId]
    """The documents that are official texts themselves."""

    def of_claim(self, claim: Claim) -> str | None:
        """The original from whose words a claim comes, or None in others' words."""
        document = claim.passage.document
        if claim.attribution.original is not None:
            return self.ids.get((document, claim.attribution.original))
        own = claim.attribution.mode is AttributionMode.NONE
        if own and claim.voice in (Voice.SIDE, Voice.OUTLET):
            return self.ids.get((document, FULL))
        return None


@dataclass(frozen=True, slots=True)
class Setting:
    """What originals are told apart by, besides their own words."""

    contact_of: Mapping[str, str]
    """For each account the contact that it tells of."""
    actors: Actors
    shelf: Shelf
    runs: tuple[SharedRun, ...]
    relations: Relations
    tables: Tables
    judgements: tuple[Judgement, ...]


def is_official(document: Document) -> bool:
    """Whether a document is a side's official text itself."""
    return document.side is not None and document.kind in OFFICIAL


def resolve_originals(readings: tuple[Reading, ...], setting: Setting) -> Originals:
    """The originals of all readings, which are given in the order of the record."""
    comparing = load_comparing()
    branches = Branches(setting.tables, comparing)
    wordings = load_wordings()
    shelf, relations = setting.shelf, setting.relations
    index: Index = {}
    gathered: list[Gathered] = []
    for reading in readings:
        document = shelf.documents[shelf.places[reading.document]]
        for one in _nodes_of(reading, document, setting, branches):
            original = one.originals[0]
            kin = (original.side, _family(original.kind))
            near = _candidates(one, kin, index)
            home = next(
                (other for other in near if _is_one_text(one, other, wordings, relations)), None
            )
            if home is None:
                home = one
                gathered.append(one)
            else:
                _merge(home, one)
            for where in _where(one):
                index.setdefault((*kin, where), {})[home.id] = home
    copies = copies_among(gathered, setting.runs, shelf, setting.judgements)
    entries = tuple(_entry(one, copies.get(one.id, {}), setting.actors) for one in gathered)
    return Originals(
        entries=tuple(sorted(entries, key=lambda one: one.id)),
        by_id={one.id: one for one in entries},
        ids={node: one.id for one in gathered for node in one.nodes},
        full=frozenset(document.id for one in gathered for document in one.full),
    )


def _family(kind: OriginalKind) -> str:
    return kind.value if kind in _APART else "account"


def _nodes_of(
    reading: Reading,
    document: Document,
    setting: Setting,
    branches: Branches,
) -> list[Gathered]:
    actors, contact_of = setting.actors, setting.contact_of
    told: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        told.setdefault(claim.attribution.original or FULL, []).append(claim)
    nodes = []
    for original in reading.originals:
        claims = told.get(original.key, [])
        issuer = actors.id_of(document.id, original.issuer) if original.issuer else None
        kind = actors.kinds.get(issuer) if issuer else None
        nodes.append(
            Gathered(
                nodes=[(document.id, original.key)],
                originals=[original],
                contacts={
                    contact_of[a] for one in claims if (a := one.account) and a in contact_of
                },
                branches={branches.of(original, issuer, kind)},
                passages=sorted({*original.passages, *(one.passage for one in claims)}),
            )
        )
    if is_official(document):
        nodes.append(_full_text(reading, document, contact_of, branches))
    return nodes


def _full_text(
    reading: Reading, document: Document, contact_of: Mapping[str, str], branches: Branches
) -> Gathered:
    passages = tuple(
        Passage(document.id, one.start, one.end, document.text[one.start : one.end])
        for one in document.account_spans
    )
    wording = document.outlet or document.title or document.name
    original = Original(
        key=FULL,  # type: ignore[arg-type]
        kind=OFFICIAL[document.kind],
        issuer=None,
        issuer_wording=wording,
        side=document.side,
        medium=None,
        when=document.published,
        passages=passages,
        named_in=(),
    )
    return Gathered(
        nodes=[(document.id, FULL)],
        originals=[original],
        contacts={contact_of[one.id] for one in reading.accounts if one.id in contact_of},
        branches={branches.of(original, None, None)},
        passages=list(passages),
        full=[document],
    )


def _where(one: Gathered) -> set[str]:
    """The contacts an original tells of, and its document: only there may it meet another."""
    return {*one.contacts, one.nodes[0][0]}


def _candidates(one: Gathered, kin: tuple[str | None, str], index: Index) -> list[Gathered]:
    """The originals of the same side and family on the same contact or in the same document."""
    found: dict[str, Gathered] = {}
    for where in sorted(_where(one)):
        found.update(index.get((*kin, where), {}))
    return list(found.values())


def _is_one_text(one: Gathered, other: Gathered, wordings: Wordings, relations: Relations) -> bool:
    """Whether two originals of one side and family are one: same house, same contact, same day.

    Where the house of one is not told, its words must be found in the other. What a copy and its
    model both name alike is one, whatever day each of them means.
    """
    if not one.contacts & other.contacts and (one.contacts or other.contacts):
        return False
    if _is_copied(one, other, relations):
        return True
    left, right = one.originals[0], other.originals[0]
    if left.when and right.when and not meet(left.when.edtf, right.when.edtf):
        return bool(one.full) != bool(other.full) and _quotes(one, other)
    if one.branches & other.branches - {""}:
        return True
    if "" not in one.branches | other.branches:
        return _quotes(one, other) if bool(one.full) != bool(other.full) else False
    return _quotes(one, other) or _wordings_meet(left, right, wordings)


def _is_copied(one: Gathered, other: Gathered, relations: Relations) -> bool:
    """Whether an original is named in the same words in a whole copy of its document."""
    (document, _), wording = one.nodes[0], one.originals[0].issuer_wording.casefold()
    return any(
        named != document
        and original.issuer_wording.casefold() == wording
        and relations.are_one_text(document, named)
        for (named, _), original in zip(other.nodes, other.originals, strict=True)
    )


def _wordings_meet(left: Original, right: Original, wordings: Wordings) -> bool:
    names = wordings.content(left.issuer_wording), wordings.content(right.issuer_wording)
    return left.issuer == right.issuer and overlap(*names) >= 0.5


def _quotes(one: Gathered, other: Gathered) -> bool:
    """Whether a long passage of one stands word for word in the other."""
    texts = [" ".join(words_of(passage.exact)) for passage in other.passages]
    mine = [" ".join(words_of(passage.exact)) for passage in one.passages]
    return any(
        len(shorter.split()) >= COPIED and f" {shorter} " in f" {longer} "
        for left in mine
        for right in texts
        for shorter, longer in (sorted((left, right), key=len),)
    )


def _merge(home: Gathered, one: Gathered) -> None:
    home.nodes.extend(one.nodes)
    home.originals.extend(one.originals)
    home.contacts |= one.contacts
    home.branches |= one.branches
    home.passages.extend(one.passages)
    home.full.extend(one.full)
    issuer = one.originals[0].issuer_wording
    home.reasons.append(f"same side, kind and contact; issuer named “{issuer}”")


def _entry(one: Gathered, copies: Mapping[str, str], actors: Actors) -> OriginalEntry:
    first = one.originals[0]
    issuer = next(
        (
            actors.id_of(node[0], original.issuer)
            for node, original in zip(one.nodes, one.originals, strict=True)
            if original.issuer
        ),
        None,
    )
    # The page itself names its issuer best.
    page_first = sorted(one.originals, key=lambda original: original.key != FULL)
    wordings = dict.fromkeys(original.issuer_wording for original in page_first)
    kinds = [original.kind for original in one.originals]
    reasons = [*dict.fromkeys(one.reasons), *dict.fromkeys(copies.values())]
    return OriginalEntry(
        id=one.id,
        kind=min(kinds, key=_KIND_ORDER.index),
        issuer=issuer,
        issuer_wordings=tuple(wordings),
        side=first.side,
        medium=next((original.medium for original in one.originals if original.medium), None),
        held=Held.FULL if one.full else Held.EXCERPTS,
        date=next((original.when for original in one.originals if original.when), None),
        documents=tuple(dict.fromkeys(node[0] for node in one.nodes)),
        passages=tuple(sorted(set(one.passages))),
        named_in=tuple(sorted({named for each in one.originals for named in each.named_in})),
        same_text_as=tuple(sorted(copies)),
        reason="; ".join(reasons) or "named in one document",
    )


_KIND_ORDER = [
    OriginalKind.COMMUNIQUE,
    OriginalKind.TRANSCRIPT,
    OriginalKind.READOUT,
    OriginalKind.RELEASE,
    OriginalKind.POST,
    OriginalKind.INTERVIEW,
    OriginalKind.BRIEFING,
    OriginalKind.LETTER,
    OriginalKind.MEMO,
    OriginalKind.STATEMENT,
    OriginalKind.REPORT,
    OriginalKind.REMARKS,
]
