"""Deciding what became of undertakings: closed by what met them, and scored."""

from collections.abc import Iterable

from communique.errors import NotInRecord, NotPossible
from communique.model.contents import Judgement
from communique.model.vocabulary import JudgementKind, Openness, SameOrNot, Score
from communique.record.deciding import Deciding

VERDICTS_GIVEN: tuple[str, ...] = (*SameOrNot, Openness.CLOSED, *Score)
"""What can be decided without saying what kind of things it is about."""


class Following(Deciding):
    """What people may enter about undertakings; both are judgements like all others."""

    def close_undertaking(
        self, undertaking: str, *, by: str, reason: str, author: str
    ) -> Judgement:
        """Enter that an undertaking was met by a contact or a document, named by label or id.

        What it repeats is closed with it. Raises NotInRecord.
        """
        met = self._undertaking(undertaking)
        done = self._thing(by)
        if done[:2] not in ("c-", "d-"):
            raise NotPossible(f"{by} is no contact and no document: name the one that met it")
        return self.judge(
            JudgementKind.CLOSE, (met, done), Openness.CLOSED, reason=reason, author=author
        )

    def score_undertaking(
        self, undertaking: str, score: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter how far an undertaking was complied with: ``+1``, ``0`` or ``-1`` (``Score``).

        Raises NotInRecord, and NotPossible for any other score.
        """
        met = self._undertaking(undertaking)
        return self.judge(JudgementKind.SCORE, (met,), score, reason=reason, author=author)

    def decide(
        self, subjects: Iterable[str], verdict: str, *, reason: str, author: str
    ) -> Judgement:
        """Enter a verdict, whatever it is on: one of ``VERDICTS_GIVEN``.

        That an undertaking is closed is decided of it and of what met it, a score of it alone.
        Raises NotInRecord, and NotPossible for any other verdict or number of things.
        """
        things = tuple(subjects)
        if verdict not in VERDICTS_GIVEN:
            expected = ", ".join(VERDICTS_GIVEN)
            raise NotPossible(f"no verdict {verdict!r}: expected one of {expected}")
        if verdict == SameOrNot.SAME:
            return self.same(things, reason=reason, author=author)
        if verdict == SameOrNot.NOT_SAME:
            return self.different(things, reason=reason, author=author)
        if len(things) != (2 if verdict == Openness.CLOSED else 1):
            raise NotPossible(
                "closed names an undertaking and what met it, a score one undertaking"
            )
        if verdict == Openness.CLOSED:
            return self.close_undertaking(things[0], by=things[1], reason=reason, author=author)
        return self.score_undertaking(things[0], verdict, reason=reason, author=author)

    def _undertaking(self, name: str) -> str:
        """The id of an undertaking; says what to do about a contact that is only scheduled."""
        if self._held.look().contact_named(name) is not None:
            raise NotPossible(
                f"{name} is a contact: say that it is the one that was held, as in same {name} "
                "CONTACT, or close an undertaking (communique due shows their ids)"
            )
        try:
            return self.undertaking(name).id
        except NotInRecord:
            self._check_is_no_document(name)
            raise

    def _check_is_no_document(self, name: str) -> None:
        try:
            self.document(name)
        except NotInRecord:
            return
        raise NotPossible(
            f"{name} is a document: expected the id of an undertaking (communique due shows them)"
        )
