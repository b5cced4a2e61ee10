"""What documents say besides the bare contact: undertakings, positions, channels, remarks."""

from communique.extract.page import Cast, Page, Speeches, Told
from communique.extract.scene import set_scene
from communique.extract.undertakings import find_undertakings
from communique.model.readings import Claim
from communique.model.times import TimeMention


def find_statements(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches, told: Told
) -> tuple[Claim, ...]:
    """The claims on undertakings, positions, channels and the like, in the order of the text."""
    scene = set_scene(page, cast, times, speeches, told)
    found = [*find_undertakings(scene)]
    once = {one.id: one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.passage, one.aspect, one.id)))
