"""Later words that deny a contact told of before: "no such call took place", "denied any call"."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site
from communique.languages.en.contact_cues import NounCue
from communique.model.passages import Span
from communique.model.readings import Attribution
from communique.model.vocabulary import AttributionMode, Status

_NEVER = (Status.DENIED, Status.NOT_HELD)


def denied_sides(
    scene: ContactScene, site: Site, states: tuple[str, ...], status: Status
) -> tuple[str, ...] | None:
    """The sides of what a denial is of: those named, else whose word it stands on.

    A side denies what it is itself said to have been in. None where nothing told of before is
    denied.
    """
    if len(states) > 1 or not _gainsays(scene, site, status):
        return None
    side = _spoken(scene, site).side
    return states or (() if side is None else (side,))


def _gainsays(scene: ContactScene, site: Site, status: Status) -> bool:
    """Whether a noun that names nobody denies, on somebody's word, what was told of before."""
    if status not in _NEVER or not isinstance(site.cue, NounCue) or site.link is Link.BESIDE:
        return False
    words = scene.cues.words
    near = {one.lower for one in site.sentence.children(site.token)}
    if near & words["again"] or not near & (words["none"] | words["any"] | words["such"]):
        return False
    return status is Status.DENIED or _spoken(scene, site).mode is not AttributionMode.NONE


def _spoken(scene: ContactScene, site: Site) -> Attribution:
    """On whose word the words of a cue stand."""
    return scene.speeches.attribution_at(Span(site.token.start, site.token.end))
