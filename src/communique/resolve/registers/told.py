"""What all accounts tell, as the registers draw from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.catalog.tables import Tables
from communique.model.contents import ClaimEntry, Contact, Judgement, OriginalEntry
from communique.model.vocabulary import ASIDE, Aspect
from communique.resolve.actors.actors import Actors
from communique.resolve.registers.moments import Moments
from communique.resolve.support import Place
from communique.text.nearness import Nearness


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of a record and what bears on them; claims and judgements stand in its order."""

    claims: Sequence[ClaimEntry]
    units: Mapping[str, tuple[str, ...]]
    """For each claim the states, bodies and groups that its value is about."""
    contact_of: Mapping[str, str]
    """For each account the contact that it tells of."""
    contacts: Mapping[str, Contact]
    originals: Mapping[str, OriginalEntry]
    actors: Actors
    moments: Moments
    nearness: Nearness
    place: Place
    tables: Tables
    judgements: tuple[Judgement, ...]

    def on(self, aspect: Aspect) -> list[ClaimEntry]:
        """The claims on one aspect in anybody's voice but background and furniture."""
        return [one for one in self.claims if one.aspect is aspect and one.voice not in ASIDE]

    def without_names(self, units: Sequence[str]) -> frozenset[str]:
        """The words of the names of some parties: they say who, not what."""
        return self.nearness.names([self.actors.name_of(one) for one in units])
