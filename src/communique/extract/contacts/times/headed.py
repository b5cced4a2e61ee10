"""The day that a heading gives to a contact told of below it."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, leads
from communique.extract.day_headings import heading_at
from communique.model.times import TimeMention, When


def headed_at(scene: ContactScene, site: Site) -> TimeMention | None:
    """The day of the heading above a cue whose sentence tells of the contact as its news."""
    heading = heading_at(scene.headings, site.sentence.start)
    if heading is None or site.link is Link.NAMED or not leads(site.sentence, site.token):
        return None
    passage = scene.page.passage(heading.span.start, heading.span.end)
    return TimeMention(passage, When(heading.day.isoformat(), "the heading above", passage.exact))
