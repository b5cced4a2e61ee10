"""Later words that deny a contact told of before: "no such call took place", "denied any call"."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site
from communique.languages.en.contact_cues import NounCue
from communique.model.passages import Span
from communique.model.vocabulary import AttributionMode, Status

_NEVER = (Status.DENIED, Status.NOT_HELD)


def gainsays(scene: ContactScene, site: Site, status: Status) -> bool:
    """Whether a noun that names nobody denies, on somebody's word, what was told of before."""
    if status not in _NEVER or not isinstance(site.cue, NounCue) or site.link is Link.BESIDE:
        return False
    words = scene.cues.words
    near = {one.lower for one in site.sentence.children(site.token)}
    if near & words["again"] or not near & (words["none"] | words["any"] | words["such"]):
        return False
    return status is Status.DENIED or is_somebodys_word(scene, site)


def denier_of(scene: ContactScene, site: Site, *, is_denial: bool) -> tuple[str, ...]:
    """The side on whose word a denial stands: it denies what itself is said to have been in."""
    if not is_denial:
        return ()
    side = scene.speeches.attribution_at(Span(site.token.start, site.token.end)).side
    return () if side is None else (side,)


def is_somebodys_word(scene: ContactScene, site: Site) -> bool:
    """Whether the words of a cue stand on the word of somebody, and not only on the outlet's."""
    spoken = scene.speeches.attribution_at(Span(site.token.start, site.token.end))
    return spoken.mode is not AttributionMode.NONE
