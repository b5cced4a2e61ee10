"""What sets contacts of the same sides apart: who acts on whom, with whom else, in what posts."""

from communique.extract.actors.memory import are_posts
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.extract.contacts.words.phrases import Keys
from communique.languages.en.contact_cues import VerbCue
from communique.languages.en.cues import words
from communique.model.readings import ActorKey
from communique.model.vocabulary import ActorKind, Form


def are_in_turn(scene: ContactScene, left: Telling, right: Telling) -> bool:
    """Whether two tellings of the same sides are of two contacts, by what is done to whom."""
    if left.form is not right.form:
        return False
    if left.form is Form.VISIT:
        return _are_both_ways(scene, left, right)
    return left.form is Form.RECALL and (
        _is_sent_away(scene, left, right) or _is_sent_away(scene, right, left)
    )


def _are_both_ways(scene: ContactScene, left: Telling, right: Telling) -> bool:
    """Whether the guest of one visit is the host of the other: "X will go to A, Y come to B"."""
    if left.site.verb is not left.site.token or right.site.verb is not right.site.token:
        return False
    guests, hosts = scene.sides_of(left.sides.first), scene.sides_of(left.sides.second)
    if not guests or not hosts or set(guests) & set(hosts):
        return False
    there = (scene.sides_of(right.sides.first), scene.sides_of(right.sides.second))
    return there == (hosts, guests)


def _is_sent_away(scene: ContactScene, one: Telling, other: Telling) -> bool:
    """Whether one envoy is called home and another's is expelled."""
    called = word_of(one.site.token) in scene.cues.words["called_home"]
    return called and word_of(other.site.token) in scene.cues.words["sent_away"]


def is_word_of(telling: Telling) -> bool:
    """Whether it only says that one told another something, be it in a letter or over a table."""
    cue = telling.site.cue
    return isinstance(cue, VerbCue) and cue.needs_privacy


def only_sums_up(scene: ContactScene, key: ActorKey) -> bool:
    """Whether words name nobody's post: the "leaders" of a headline, beside one told of by name."""
    actor = scene.actors.get(key)
    if actor is None or actor.kind is not ActorKind.OFFICE:
        return False
    return bool({one.lower() for one in scene.titles_of(key)} & scene.cues.words["summed_up"])


def is_of_two(telling: Telling) -> bool:
    """Whether words say that it is of two sides alone: "bilateral talks"."""
    beside = telling.site.sentence.children(telling.site.token)
    return any(one.lower in words("contacts", "words", "of_two") for one in beside)


def is_of_both(telling: Telling) -> bool:
    """Whether it tells at once of dealings with each of two: "will meet with both X and Y"."""
    sentence, token = telling.site.sentence, telling.site.token
    return any(
        one.lower in words("actors", "and", "both") and one.dep in ("predet", "preconj")
        for one in sentence.subtree(token)
    )


def deal_with_more(scene: ContactScene, states: frozenset[str], telling: Telling) -> bool:
    """Whether all who dealt with one another deal with somebody else: "the envoys met Dan"."""
    first, second = scene.sides_of(telling.sides.first), scene.sides_of(telling.sides.second)
    return len(states) > 1 and states <= set(first) and not set(second) <= set(first)


def are_of_other_posts(scene: ContactScene, told: Keys, telling: Telling) -> bool:
    """Whether nameless holders of posts deal that are none of those whom a contact has by name:
    "the presidents met; the trade ministers met, too".
    """
    titled = {scene.side_of(key) for key in told if scene.is_person(key) and scene.titles_of(key)}
    apart = len(telling.states) > 1 and not set(telling.parties) & set(told)
    return (
        apart
        and titled >= set(telling.states)
        and all(_is_post(scene, key) for key in telling.parties)
    )


def _is_post(scene: ContactScene, key: ActorKey) -> bool:
    actor = scene.actors.get(key)
    return actor is not None and actor.kind is ActorKind.OFFICE and are_posts(key)
