"""Uses of a person's name in a document, and the person put together from them."""

from collections import Counter
from dataclasses import dataclass, field

from communique.catalog.naming import folded
from communique.extract.actors.titled import Titled
from communique.languages.en.actors import actor_words


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a person's name: tokens of a line, the folded words, the title it goes with.

    ``start`` to ``end`` is the whole mention with title and adjective, ``name_start`` to
    ``name_end`` the name alone.
    """

    line: int
    start: int
    end: int
    name_start: int
    name_end: int
    words: tuple[str, ...]
    name: str
    titled: Titled | None = None
    is_marked: bool = False
    """Whether the parser or a word before it ("Mr") marks it as a person."""
    is_headline: bool = False
    """Whether it was cut out of a row of words that are all capitalised."""
    home: str | None = None
    """The state that stands beside a name without a title: "Ruvia's Dan", "Dan of Ruvia"."""
    held: frozenset[str] = frozenset()
    """The states of which the tables know a holder of office by this whole name."""

    @property
    def state(self) -> str | None:
        """The state that the text gives here with the name."""
        return self.home if self.titled is None else self.titled.owner.state

    @property
    def is_hyphened(self) -> bool:
        """Whether a hyphen stands in the name."""
        return "-" in folded(self.name)

    @property
    def is_full(self) -> bool:
        """Whether it is more than a family name: "bin Dan" is no fuller than "Dan"."""
        first = actor_words("particle", "first")
        return sum(one not in first for one in self.words) > 1

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the document, for sorting."""
        return (self.line, self.start)


@dataclass(slots=True)
class Person:
    """A person being put together from the uses of his name; filled by ``find_persons``."""

    uses: list[Use] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    chosen: Use | None = None

    def add(self, use: Use) -> None:
        """Take in one more use."""
        self.uses.append(use)
        self.chosen = None
        if len(use.words) > 1 or not self.words:
            self.words |= set(use.words)

    @property
    def full(self) -> tuple[str, ...]:
        """The name he goes by, as folded words."""
        return self._best().words

    @property
    def name(self) -> str:
        """The name he goes by: the commonest of the full names used, the longer, the earlier."""
        return self._best().name

    def _best(self) -> Use:
        if self.chosen is None:
            self.chosen = self._chosen()
        return self.chosen

    def _chosen(self) -> Use:
        ordered = sorted(self.uses, key=lambda one: one.place)
        weight = Counter(one.words for one in ordered)
        weight.update(one.words for one in ordered if one.titled is not None)
        return max(ordered, key=lambda one: (one.is_full, weight[one.words], len(one.words)))

    @property
    def titled(self) -> tuple[Titled, ...]:
        """The titles used of him, in the order of the text."""
        ordered = sorted(self.uses, key=lambda one: one.place)
        return tuple(one.titled for one in ordered if one.titled is not None)

    @property
    def states(self) -> frozenset[str]:
        """The states that his titles name in the text."""
        return frozenset(one.owner.state for one in self.titled if one.owner.state)

    @property
    def homes(self) -> frozenset[str]:
        """The states that stand beside his name without a title."""
        return frozenset(one.home for one in self.uses if one.home)

    def clashes(self, use: Use) -> bool:
        """Whether the text gives him and a use of his name two different states.

        A family name beside a state is nobody's whom the tables know to hold office elsewhere.
        """
        if use.state is None:
            return False
        bound = self.states | self.homes
        if not bound and len(use.words) == 1 and use.titled is None:
            bound = frozenset().union(*(one.held for one in self.uses))
        return bool(bound) and use.state not in bound
