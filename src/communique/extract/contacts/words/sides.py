"""The two sides of a contact as one cue has them."""

from dataclasses import dataclass

from communique.extract.contacts.words.phrases import Keys, merged
from communique.model.readings import ActorKey


@dataclass(frozen=True, slots=True)
class Sides:
    """The actors on either side of a cue; ``starter`` is who moved first, if the words say so."""

    first: Keys
    second: Keys
    starter: ActorKey | None = None
    is_blocked: bool = False
    """Whether the words name a partner who is no actor: "spoke to reporters"."""
    between: Keys = ()
    """Who only carried or mediated."""

    @property
    def all(self) -> Keys:
        """Everybody on both sides, each once."""
        return merged(self.first, self.second)
