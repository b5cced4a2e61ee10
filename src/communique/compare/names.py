"""One channel or format under different names."""

from collections.abc import Iterable, Iterator

from communique.compare.finding import finding
from communique.compare.ground import Ground
from communique.languages.en.comparing import load_comparing
from communique.model.contents import Finding
from communique.model.passages import Passage
from communique.model.registers import FormatEntry
from communique.model.vocabulary import FindingType
from communique.text.runs import words_of


def name_findings(ground: Ground) -> Iterator[Finding]:
    """For each channel and format that the texts name in different words, all its names."""
    articles = ground.comparing.articles
    for channel in ground.resolved.channels:
        contact = next((c for one in channel.claims if (c := ground.claims[one].contact)), None)
        yield from _finding(channel.id, channel.names, contact, articles)
    for one in ground.resolved.formats:
        yield from format_findings(one)


def format_findings(entry: FormatEntry) -> Iterator[Finding]:
    """All names of a format that the texts name in different words."""
    if entry.body is None:  # a body's short name is not another name
        yield from _finding(entry.id, entry.names, None, load_comparing().articles)


def _finding(
    about: str,
    names: Iterable[tuple[str, Passage]],
    contact: str | None,
    articles: frozenset[str],
) -> Iterator[Finding]:
    distinct: dict[tuple[str, ...], str] = {}
    for name, _ in names:
        distinct.setdefault(_bare(name, articles), name)
    if len(distinct) > 1:
        yield finding(
            FindingType.NAME_WORDING,
            (passage for _, passage in names),
            reason="named " + ", ".join(f"“{one}”" for one in distinct.values()),
            about=about,
            contact=contact,
        )


def _bare(name: str, articles: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words_of(name) if word not in articles)
