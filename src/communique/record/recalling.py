"""What people decided, as a record tells it."""

from collections.abc import Iterable, Iterator

from communique.flow.standing import Pages
from communique.model.contents import Judgement
from communique.model.decisions import Decision
from communique.record.decided import decisions_in
from communique.record.looking import Looking
from communique.store.decisions import Purge
from communique.store.past import decisions_of, purges_of


class Recalling(Looking):
    """What was decided in a record, also what no longer counts."""

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that were not withdrawn."""
        return decisions_of(self._held.store).judgements

    def decisions(self) -> tuple[Decision, ...]:
        """All that people decided, in its order, and what became of each; nothing is left out."""
        store = self._held.store
        decisions = decisions_of(store)
        pages = Pages(store, decisions, decisions.corrections)
        corrected = (page for about in decisions.corrections if (page := pages.of(about)))
        conflicts = (conflict.correction.id for page in corrected for conflict in page.conflicts)
        return decisions_in(store, (*conflicts, *self._unmet(decisions.judgements)))

    def _unmet(self, judgements: Iterable[Judgement]) -> Iterator[str]:
        """The ids of judgements on undertakings that are read otherwise now, or no more."""
        known = {claim[2:] for one in self.undertakings() for claim in one.claims}
        for one in judgements:
            about = (subject[2:] for subject in one.subjects if subject[:2] == "u-")
            if not known.issuperset(about):
                yield one.id

    def purges(self) -> tuple[Purge, ...]:
        """What was purged: which entries, by whom, when and why."""
        return purges_of(self._held.store)
