"""What a document can reach: its threads, and the holds by which they meet others.

Whatever joins documents goes through a hold. A rule that joins by anything else joins only what is
judged together for another reason.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations, islice

from communique.catalog.tables import Tables
from communique.languages.en.comparing import load_comparing, load_wordings
from communique.model.contents import Judgement
from communique.model.documents import Document
from communique.model.readings import Claim, Matter, Position, Reading, Undertaking
from communique.model.vocabulary import Aspect, Means, Status, Voice
from communique.resolve.actors.actors import Actors, resolve_actors
from communique.resolve.actors.facts import Facts
from communique.resolve.contacts.agreeing import forms_can_meet
from communique.resolve.contacts.days import NEAR, WIDEST
from communique.resolve.contacts.outlines import Outline, outlines_of
from communique.resolve.documents import order_documents
from communique.resolve.stories.sheets import weights_of
from communique.resolve.threads import Thread, threads_of
from communique.resolve.values import actors_in
from communique.text.digests import content_id
from communique.text.intervals import days_of
from communique.text.runs import COMMONPLACE, SHORTEST, Row, row_of, shingles

WORDS = "words:"
"""How the holds of runs of words begin; those of many documents join none."""
DENIED = "denied:"
"""How the holds of parties begin by which a denial meets what it denies, and nothing else."""
MOST_DOCUMENTS = COMMONPLACE
"""Documents that may have a run of words before it is boilerplate."""
DAY_APART = 1
"""Days between two accounts of known days that may tell of one contact."""
TENSE = 60
"""Days within which positions of one holder can stand side by side."""
TELLING = 24
"""Words of an undated page, those that weigh most, by which it is looked for."""
LEAST = 3
"""Such words that two pages must share."""
WITHIN = TENSE + WIDEST
"""Days that may lie between the first days of two that meet, unless one of them is open."""
COPIED, SAMPLED = 12, 16
"""Words in a row by which pages meet as copies, and of how many such runs one is held."""
BEFORE = SHORTEST - 6
"""Words before a claim at which a run may begin that holds enough of it."""
MOST_WORDS, FEW_WORDS = 8, 3
"""Words of what is undertaken by which it is looked for, and from how many on only by two."""
_MOST_PARTIES = 5
_BY_VIDEO, _DENIAL = "=video", "=denial"
_WORDED = (Aspect.UNDERTAKING, Aspect.REMARK, Aspect.POSITION, Aspect.LABEL)


@dataclass(frozen=True, slots=True)
class Hold:
    """Something by which a thread meets those that have it too.

    ``first`` and ``last`` are the days for which it counts, as ordinals, None where none is known;
    ``give`` how many days may lie between two; ``form`` the form of contact, if it is one;
    ``words`` what pages without a day must share, None where nothing is asked.
    """

    block: str
    first: int | None = None
    last: int | None = None
    give: int = 0
    form: str | None = None
    words: tuple[str, ...] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has no days, or so many that it is looked for among all of its block."""
        return self.first is None or self.last is None or self.last - self.first > WIDEST

    @property
    def is_denial(self) -> bool:
        """Whether it is that of an account that denies the contact."""
        return self.words is not None and _DENIAL in self.words


def meet_by(one: Hold, other: Hold) -> bool:
    """Whether two holds of one block join their threads."""
    if not forms_can_meet(one.form, other.form):
        return False
    if one.block.startswith(DENIED) and one.is_denial == other.is_denial:
        return False
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return _share_words(one.words, other.words)
    apart = max(one.first, other.first) - min(one.last, other.last)
    if max(one.give, other.give) > DAY_APART:
        return apart <= max(one.give, other.give)
    return not (one.is_open or other.is_open) and (
        apart <= 0 or (apart <= DAY_APART and one.form == other.form)
    )


def _share_words(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    if one is None or other is None:
        return True
    shared = set(one) & set(other)
    return _BY_VIDEO in shared or len(shared) >= LEAST


def holds_of(
    document: Document,
    reading: Reading,
    tables: Tables,
    facts: Facts,
    judgements: Iterable[Judgement],
) -> dict[Thread, tuple[Hold, ...]]:
    """The threads of a document as it is read, and the holds of each."""
    return _Page(document, reading, tables, facts).holds(tuple(judgements))


class _Page:
    """One document while its holds are worked out."""

    def __init__(self, document: Document, reading: Reading, tables: Tables, facts: Facts) -> None:
        self.document, self.reading = document, reading
        self.actors: Actors = resolve_actors((reading,), tables, (), facts.named)
        self.shelf = order_documents((document,), facts.labels)
        self.states = {one.code: one for one in tables.states}
        self.row: Row = row_of(document.text, document.account_spans)
        self.day = self.shelf.date_of(document.id)
        self.lying = facts.lying.get(document.id)
        self.lies = self.lying.day if self.lying else self.day
        self.company = facts.company.get(document.id, frozenset())

    def holds(self, judgements: tuple[Judgement, ...]) -> dict[Thread, tuple[Hold, ...]]:
        outlines = outlines_of((self.reading,), self.actors, self.shelf, {}, self.states)
        found: dict[Thread, tuple[Hold, ...]] = {}
        for thread in threads_of(self.document, self.reading):
            made: dict[Hold, None] = {}
            for outline in outlines:
                if outline.account.id in thread.accounts:
                    made.update(dict.fromkeys(_of_account(outline, self.lies, self.telling)))
                    made.update(dict.fromkeys(self._beside(outline)))
            for claim in self.reading.claims:
                if thread.has(claim):
                    made.update(dict.fromkeys(self._of_claim(claim)))
            if thread.is_lead:
                made.update(dict.fromkeys(self._of_page()))
            made.update(dict.fromkeys(_judged(thread, self.reading, judgements)))
            found[thread] = tuple(made)
        return found

    # Of most documents nothing is told by which runs or words are asked for.
    @cached_property
    def runs(self) -> list[int]:
        """Numbers for the runs of words of the page."""
        return shingles(self.row.words, SHORTEST)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words of the page in the order of their weight."""
        weights = weights_of(self.document)
        # Of words that weigh alike the longer one is the rarer.
        return tuple(sorted(weights, key=lambda word: (-weights[word], -len(word), word)))

    def _of_page(self) -> Iterator[Hold]:
        for other in sorted(self.company):
            yield Hold(f"company:{','.join(sorted((self.document.id, other)))}")
        for code in shingles(self.row.words, COPIED):
            if code % SAMPLED == 0:
                yield Hold(f"{WORDS}{code:x}")

    def _beside(self, outline: Outline) -> Iterator[Hold]:
        """The dated pages among whose accounts that of an undated one is looked for as well."""
        beside = self.lying.beside if self.lying else {self.document.id}
        for one in sorted(beside):
            yield Hold(f"{','.join(outline.block)}@{one}", form=outline.form)

    def _of_claim(self, claim: Claim) -> Iterator[Hold]:
        if claim.voice is Voice.FURNITURE:
            return
        value = claim.value
        if claim.aspect is Aspect.CHANNEL:
            units = self.actors.units_of(self.document.id, actors_in(value))
            yield Hold(f"channel:{','.join(units)}")
        if isinstance(value, Matter) and self.day is not None:
            yield from self._of_matter(value)
        if isinstance(value, Position):
            yield from self._of_position(claim, value)
        if isinstance(value, Undertaking):
            yield from self._of_undertaking(value)
        if claim.aspect in _WORDED and (claim.account is None or claim.attribution.side):
            yield from self._of_words(claim)

    def _of_matter(self, value: Matter) -> Iterator[Hold]:
        assert self.day is not None
        at = self.day.toordinal()
        holder = ""
        if value.holder is not None:
            name = self.actors.name_of(self.actors.id_of(self.document.id, value.holder))
            holder = max(load_wordings().content(name), default="")
        yield Hold(f"matter:{holder}", at, at, NEAR)

    def _of_position(self, claim: Claim, value: Position) -> Iterator[Hold]:
        told = f"{value.stance} {claim.passage.exact} {value.matter}"
        at = None if self.lies is None else self.lies.toordinal()
        for cue in load_comparing().tensions:
            if cue.first.search(told) or cue.second.search(told):
                for unit in self.actors.units_of(self.document.id, value.holder):
                    yield Hold(f"tension:{cue.name}:{unit}", at, at, TENSE)

    def _of_undertaking(self, value: Undertaking) -> Iterator[Hold]:
        """What one has undertaken is said again in two of the same words, of few words in one."""
        units = self.actors.units_of(self.document.id, value.by)
        names = [load_wordings().content(self.actors.name_of(one)) for one in units]
        told = load_wordings().content(value.what)
        words = sorted(told.difference(*names) or told)[:MOST_WORDS]
        alone = [(one,) for one in words] if len(words) < FEW_WORDS else []
        for some in (*combinations(words, 2), *alone):
            yield Hold(f"{WORDS}{','.join(units)}:{' '.join(some)}")

    def _of_words(self, claim: Claim) -> Iterator[Hold]:
        """The runs of words of the page that touch the claim."""
        starts = self.row.starts
        first = bisect_left(starts, claim.passage.start) - BEFORE
        last = bisect_left(starts, claim.passage.end)
        for code in self.runs[max(first, 0) : last]:
            yield Hold(f"{WORDS}{code:x}")


def _of_account(outline: Outline, day: date | None, telling: tuple[str, ...]) -> Iterator[Hold]:
    """The parties of an account and the days on which it can lie; whom a denial leaves out.

    ``day`` is that about which its page lies.
    """
    words = tuple(islice((one for one in telling if one not in outline.names), TELLING))
    if Means.VIDEO in outline.means:
        words = (*words, _BY_VIDEO)
    first, last = days_of(outline.edtf)
    give = DAY_APART
    if first is None or last is None:
        first = last = day
        give = NEAR
    days = [None if one is None else one.toordinal() for one in (first, last)]
    span = (days[0], days[1], give, outline.form)
    yield Hold(",".join(outline.block), *span, words)
    units = sorted(outline.units)
    if outline.status == Status.DENIED:
        yield Hold(f"{DENIED}{','.join(units)}", *span, (*words, _DENIAL))
    elif len(units) <= _MOST_PARTIES:
        for size in range(2, len(units)):
            for some in combinations(units, size):
                yield Hold(f"{DENIED}{','.join(some)}", *span, words)


def _judged(thread: Thread, reading: Reading, judgements: tuple[Judgement, ...]) -> Iterator[Hold]:
    """The judgements that name something in a thread; many a thing is named by its first part."""
    ids = {f"{letter}{one[1:]}" for one in thread.accounts for letter in "ac"}
    ids |= {content_id("o", reading.document, one) for one in thread.originals}
    claims = (one.id for one in reading.claims if thread.has(one))
    ids |= {f"{letter}{one[1:]}" for one in claims for letter in "quht"}
    if thread.is_lead:
        ids |= {f"{letter}{reading.document[1:]}" for letter in "ds"}
    for one in judgements:
        if not ids.isdisjoint(one.subjects):
            yield Hold(f"judged:{one.id}")
