"""What two sides do to each other in turn: each goes to the other, each sends envoys away."""

from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import word_of
from communique.model.vocabulary import Form


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
    words = scene.cues.words
    called = word_of(one.site.token) in words["called_home"]
    return called and word_of(other.site.token) in words["sent_away"]
