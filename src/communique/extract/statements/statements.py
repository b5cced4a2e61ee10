"""What documents say besides the bare contact: undertakings, positions, channels, remarks."""

from communique.extract.page import Cast, Page, Speeches, Told
from communique.extract.statements.asked import find_asked
from communique.extract.statements.channels import find_channels
from communique.extract.statements.deals import find_deals
from communique.extract.statements.formats import find_formats
from communique.extract.statements.futures import find_futures
from communique.extract.statements.labels import find_labels
from communique.extract.statements.matters import find_matters
from communique.extract.statements.pledges import find_pledges
from communique.extract.statements.positions import find_positions
from communique.extract.statements.presence import find_presence
from communique.extract.statements.projects import find_projects
from communique.extract.statements.receptions import find_receptions
from communique.extract.statements.remarks import find_remarks
from communique.extract.statements.scene import Scene, set_scene
from communique.extract.statements.schedules import find_schedules
from communique.extract.statements.topics import find_topics
from communique.extract.statements.undertakings import find_undertakings
from communique.model.readings import Claim
from communique.model.times import TimeMention


def find_statements(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches, told: Told
) -> tuple[Claim, ...]:
    """The claims on undertakings, positions, channels and the like, in the order of the text."""
    scene = set_scene(page, cast, times, speeches, told)
    undertaken = _undertaken(scene)
    stated = (
        *find_positions(scene),
        *find_receptions(scene),
        *find_topics(scene, undertaken),
    )
    others = (
        *find_channels(scene, undertaken),
        *find_formats(scene, undertaken),
        *find_labels(scene),
        *find_presence(scene),
        *find_projects(scene),
        *find_matters(scene),
        *find_remarks(scene, (*undertaken, *stated)),
    )
    once = {one.id: one for one in (*undertaken, *stated, *others)}
    return tuple(sorted(once.values(), key=lambda one: (one.passage, one.aspect, one.id)))


def _undertaken(scene: Scene) -> tuple[Claim, ...]:
    told = (
        *find_undertakings(scene),
        *find_asked(scene),
        *find_deals(scene),
        *find_schedules(scene),
        *find_pledges(scene),
    )
    return (*told, *(one for one in find_futures(scene) if not _is_within(one, told)))


def _is_within(claim: Claim, others: tuple[Claim, ...]) -> bool:
    """Whether a promise holds the same words already: "promised that it would ..."."""
    return any(one.passage.span.holds(claim.passage.span) for one in others)
