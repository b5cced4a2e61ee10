"""What several claims have together: whose word they stand on, and in which words."""

from collections.abc import Iterable

from communique.model.contents import ClaimEntry
from communique.model.passages import Passage


def sides_of(claims: Iterable[ClaimEntry]) -> tuple[str, ...]:
    """The sides on whose word claims stand, in the order of their codes."""
    return tuple(sorted({one.attribution.side for one in claims if one.attribution.side}))


def passages_of(claims: Iterable[ClaimEntry]) -> tuple[Passage, ...]:
    """The passages of claims, each once, in the order given."""
    return tuple(dict.fromkeys(one.passage for one in claims))
