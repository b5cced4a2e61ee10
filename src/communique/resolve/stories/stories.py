"""Documents grouped into stories: those that carry one piece of news, each with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.contents import Judgement, StoryEntry, StoryMember
from communique.model.judged import Judged, judged
from communique.model.passages import DocumentId
from communique.model.vocabulary import JudgementKind
from communique.resolve.parts import Parts
from communique.resolve.stories.company import Company
from communique.resolve.stories.grouping import Bounds, Link, group
from communique.resolve.stories.sheets import Linker, Sheet, are_near

FIRST = "the first document"
NEARLY_ONE = 0.4
"""Closeness from which two of very many that are alike need not be among one another's nearest."""
ABOUT = 5
"""Words by which a story is known."""


@dataclass(frozen=True, slots=True)
class Stories:
    """The documents of a record by story; most documents are alone in theirs.

    ``groups`` are the stories of several, by the places of their documents; ``links`` all pairs
    that may carry one story.
    """

    sheets: tuple[Sheet, ...]
    groups: tuple[tuple[int, ...], ...]
    links: Mapping[tuple[int, int], Link]

    @property
    def home(self) -> dict[DocumentId, int]:
        """For each document of a story of several which of them it is."""
        return {
            self.sheets[one].document: at for at, each in enumerate(self.groups) for one in each
        }

    @property
    def closeness(self) -> dict[frozenset[DocumentId], float]:
        """How near the documents of each linked pair are in what they are about."""
        return {
            frozenset(
                (self.sheets[one.left].document, self.sheets[one.right].document)
            ): one.closeness
            for one in self.links.values()
        }


def decisions_on_stories(judgements: Iterable[Judgement]) -> Judged:
    """What people decided of documents; a story stands for its first document."""
    made = (one for one in judgements if one.kind == JudgementKind.STORY)
    return judged(made, lambda one: "d-" + one[2:] if one[:2] in ("d-", "s-") else None)


def find_stories(
    sheets: Sequence[Sheet], links: Iterable[Link], company: Company, may: "May", bounds: Bounds
) -> Stories:
    """The stories of a record, by the links between its documents and what people decided.

    Links by words alone count between documents that keep company, and the closest between those
    that a chain of company connects.
    """
    found = {(one.left, one.right): one for one in links if one.closeness >= bounds.link}
    circles = Parts(one.document for one in sheets)
    for one in sheets:
        circles.join(one.document, *company.get(one.document, ()))

    def counts(link: Link) -> bool:
        left, right = sheets[link.left].document, sheets[link.right].document
        if link.closeness < NEARLY_ONE:
            return link.is_sure or right in company.get(left, ())
        return link.is_sure or circles.has_joined(left, right)

    groups = group(filter(counts, found.values()), bounds, may)
    return Stories(tuple(sheets), tuple(_with_decided(groups, sheets, may.decisions)), found)


@dataclass(frozen=True, slots=True)
class May:
    """Says whether nothing speaks against two groups of documents being one story."""

    sheets: Sequence[Sheet]
    linker: Linker
    decisions: Judged

    def __call__(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether the documents at these places may be of one story."""
        pairs = [(self.sheets[one], self.sheets[other]) for one in left for other in right]
        return not self.decisions.part(*(self._ids(one) for one in (left, right))) and all(
            are_near(one.lies, other.lies) and not self.linker.are_sisters(one, other)
            for one, other in pairs
        )

    def _ids(self, places: Iterable[int]) -> list[str]:
        return [self.sheets[one].document for one in places]


def _with_decided(
    groups: list[tuple[int, ...]], sheets: Sequence[Sheet], decisions: Judged
) -> list[tuple[int, ...]]:
    """Join what people joined, in the order in which they did, unless it holds what they parted."""
    places = {one.document: one.place for one in sheets}
    found = list(groups)
    for pair in decisions.same:
        if not all(one in places for one in pair):
            continue
        ends = {places[DocumentId(one)] for one in pair}
        touched = [one for one in found if not ends.isdisjoint(one)]
        alone = ends.difference(*touched)
        parts = [*touched, *((one,) for one in sorted(alone))]
        ids = [[sheets[place].document for place in one] for one in parts]
        if len(parts) == 2 and not decisions.part(*ids):
            found = [one for one in found if one not in touched]
            found.append(tuple(sorted(place for one in parts for place in one)))
    return sorted(found)


def story_entries(
    stories: Stories, labels: Mapping[DocumentId, str], contacts: Mapping[str, str]
) -> tuple[StoryEntry, ...]:
    """The stories of two or more documents, ordered by their first ones.

    ``contacts`` gives the contact of each account.
    """
    return tuple(_entry(one, stories, labels, contacts) for one in stories.groups)


def _entry(
    places: tuple[int, ...],
    stories: Stories,
    labels: Mapping[DocumentId, str],
    contacts: Mapping[str, str],
) -> StoryEntry:
    sheets = [stories.sheets[one] for one in places]
    return StoryEntry(
        id=f"s-{sheets[0].document[2:]}",
        about=_about(sheets),
        date=_days(sheets),
        members=tuple(
            StoryMember(one.document, _reason(one, places, stories, labels)) for one in sheets
        ),
        contacts=_told(sheets, contacts),
    )


def _days(sheets: Iterable[Sheet]) -> str | None:
    days = sorted({one.day for one in sheets if one.day is not None})
    return "/".join(dict.fromkeys((days[0].isoformat(), days[-1].isoformat()))) if days else None


def _about(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The words that weigh most over all documents."""
    sums: dict[str, float] = {}
    for sheet in sheets:
        for word, weight in sheet.weights.items():
            sums[word] = sums.get(word, 0.0) + weight
    return tuple(sorted(sums, key=lambda word: (-sums[word], word))[:ABOUT])


def _told(sheets: Sequence[Sheet], contacts: Mapping[str, str]) -> tuple[str, ...]:
    """The contacts that are news to two or more documents, in the order of the record."""
    news = [dict.fromkeys(contacts[one.account.id] for one in sheet.news) for sheet in sheets]
    every = dict.fromkeys(contact for one in news for contact in one)
    return tuple(one for one in every if sum(one in met for met in news) > 1)


def _reason(
    sheet: Sheet, places: tuple[int, ...], stories: Stories, labels: Mapping[DocumentId, str]
) -> str:
    """Why a document is of its story: by its closest link with one before it, else after it."""
    if sheet.place == places[0]:
        return FIRST
    links = [(one, stories.links.get(_pair(one, sheet.place))) for one in places]
    found = [(link.closeness, one, link) for one, link in links if link and one != sheet.place]
    before = [one for one in found if one[1] < sheet.place]
    if not found:
        return "joined by a person"
    closeness, other, link = max(before or found, key=lambda one: (one[0], -one[1]))
    name = labels[stories.sheets[other].document]
    undated = "undated; " if sheet.day is None else ""
    return f"{undated}{link.reason}; closeness to {name} {closeness:.2f}"


def _pair(left: int, right: int) -> tuple[int, int]:
    return min(left, right), max(left, right)
