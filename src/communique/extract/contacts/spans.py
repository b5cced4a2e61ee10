"""The words of a sentence that tell of a contact."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import HEADINGS, Link, Site
from communique.extract.contacts.words.sides import Sides
from communique.model.passages import Span
from communique.model.readings import Words
from communique.model.syntax import Sentence
from communique.model.times import TimeMention
from communique.model.vocabulary import Means

REACH_BEFORE = 60
REACH_BEHIND = 160
"""How many characters before and behind a cue its passage may take in."""


def span_told(
    scene: ContactScene,
    site: Site,
    sides: Sides,
    beside: tuple[TimeMention | None, tuple[Means, Span] | None, tuple[Words, Span] | None],
) -> Span:
    """The tight words that tell of the contact: verb, partner, means and time."""
    sentence = site.sentence
    edge = _own_words(sentence, site)
    start, end = edge.start, edge.end
    if site.verb is not None and _takes_verb(site):
        start, end = min(start, site.verb.start), max(end, site.verb.end)
    time, means, place = beside
    wanted = [one[1] for one in (means, place) if one is not None]
    if time is not None:
        wanted.append(time.passage.span)
    wanted += _partner_spans(scene, site, sides)
    if not wanted or sentence.block_kind in HEADINGS:
        wanted += _spans_before(scene, site, sides)
    for one in wanted:
        if one.start > start - REACH_BEFORE and one.end < end + REACH_BEHIND:
            start, end = min(start, one.start), max(end, one.end)
    return sentence.span if _is_whole(sentence, site) else Span(start, end)


def _takes_verb(site: Site) -> bool:
    """Whether the verb belongs to the words: not the one behind "In a call, ..."."""
    if site.verb is None or site.link not in (Link.CARRIED, Link.BESIDE):
        return False
    return site.link is Link.CARRIED or site.verb.index < site.token.index


def _own_words(sentence: Sentence, site: Site) -> Span:
    """The cue, with article and preposition when it is a noun."""
    if site.link is Link.VERB:
        return Span(site.token.start, site.token.end)
    first = min((one.index for one in sentence.children(site.token)), default=site.token.index)
    first = min(first, site.token.index)
    if site.preposition and first and sentence.tokens[first - 1].lower == site.preposition:
        first -= 1
    return Span(sentence.tokens[first].start, site.token.end)


def _partner_spans(scene: ContactScene, site: Site, sides: Sides) -> list[Span]:
    """The names behind a cue, and under it, of those with whom its subject dealt."""
    top = site.token
    if site.verb is not None and site.link in (Link.VERB, Link.CARRIED):
        top = site.verb
    for one in site.sentence.subtree(top):
        mention = scene.mention_at(site.sentence, one)
        met = frozenset() if mention is None else frozenset(mention.actors)
        if mention is not None and one.start > top.start and met & set(sides.second or sides.all):
            return [mention.span]
    return []


def _spans_before(scene: ContactScene, site: Site, sides: Sides) -> list[Span]:
    """The names before a cue of those who dealt with one another."""
    return [
        mention.span
        for one in site.sentence.tokens[: site.token.index]
        if (mention := scene.mention_at(site.sentence, one)) is not None
        and set(mention.actors) & set(sides.all)
    ][:1]


def _is_whole(sentence: Sentence, site: Site) -> bool:
    """A short sentence about the contact itself is its passage as a whole."""
    return site.link is Link.SUBJECT and len(sentence.tokens) <= 12
