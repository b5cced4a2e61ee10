"""Carrying over: what is still a side's account though only earlier words say so."""

from dataclasses import dataclass, replace

from communique.extract.clauses import subject_of
from communique.extract.page import Page
from communique.extract.speech.company import Company
from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Reference, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Passage
from communique.model.readings import ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import ActorKind, AttributionMode, BlockKind, OriginalKind

CARRYING = frozenset(
    {
        OriginalKind.READOUT,
        OriginalKind.RELEASE,
        OriginalKind.STATEMENT,
        OriginalKind.COMMUNIQUE,
        OriginalKind.TRANSCRIPT,
        OriginalKind.BRIEFING,
    }
)
"""Kinds of original that outlets go on retelling; a post is quoted and done with."""


@dataclass(frozen=True, slots=True)
class Scope:
    """An original that the next sentences may go on telling from, or somebody who told by mouth.

    ``reference`` is None where nothing but the words of the one who tells is known. ``company`` are
    the sides and groups named where it was, ``persons`` the persons, ``days`` the times.
    """

    reference: Reference | None
    teller: Teller
    wording: Passage | None
    company: frozenset[str]
    persons: frozenset[ActorKey]
    days: frozenset[str]


def carry_over(
    page: Page,
    company: Company,
    times: tuple[TimeMention, ...],
    found: dict[int, list[Utterance]],
) -> list[Utterance]:
    """An utterance for each sentence that goes on telling from an original named before it."""
    by_sentence = _times_by_sentence(page, times)
    carried: list[Utterance] = []
    scope: Scope | None = None
    for sentence in page.sentences:
        if sentence.block_kind is not BlockKind.PARAGRAPH:
            scope = None
            continue
        own = [one for one in found.get(sentence.index, []) if not one.inside]
        day = by_sentence.get(sentence.index, ())
        opened = _opened(company, sentence, own, day)
        if opened is not None:
            scope = _widened(scope, opened)
        elif scope is not None:
            if any(_is_same(one.teller, scope.teller) for one in own if not one.narrates):
                continue
            if _goes_on(company, sentence, own, scope, day):
                carried.append(_carried(page, sentence, scope))
            else:
                scope = None
        if scope is None:
            scope = _opened_by_mouth(company, sentence, own, day)
    return carried


def _is_same(left: Teller, right: Teller) -> bool:
    """Whether two namings are of one teller, so that nothing needs to be carried over."""
    if left.side != right.side:
        return False
    return left.words == right.words or (left.actor is not None and left.actor == right.actor)


def _times_by_sentence(
    page: Page, times: tuple[TimeMention, ...]
) -> dict[int, tuple[TimeMention, ...]]:
    found: dict[int, tuple[TimeMention, ...]] = {}
    for one in times:
        sentence = page.sentence_at(one.passage.start)
        if sentence is not None and one.duration is None:
            found[sentence.index] = (*found.get(sentence.index, ()), one)
    return found


def _opened(
    company: Company,
    sentence: Sentence,
    own: list[Utterance],
    times: tuple[TimeMention, ...],
) -> Scope | None:
    """The scope that a sentence opens by naming a side's original, or None."""
    for one in reversed(own):
        reference = one.reference
        if reference is None or one.side is None or one.carriers:
            continue
        if reference.kind in CARRYING and one.mode is not AttributionMode.CARRIED_OVER:
            return _scope(company, sentence, one, reference, times)
    return None


def _opened_by_mouth(
    company: Company,
    sentence: Sentence,
    own: list[Utterance],
    times: tuple[TimeMention, ...],
) -> Scope | None:
    """The scope of a side's official who tells of something, in a clause and not in quotation."""
    last = own[-1] if own else None
    if last is None or last.side is None or last.narrates or last.carriers:
        return None
    official = last.teller.kind in (TellerKind.PERSON, TellerKind.INSTITUTION)
    told = last.mode in (AttributionMode.INDIRECT, AttributionMode.MIXED)
    if not official or not told:
        return None
    return _scope(company, sentence, last, None, times)


def _scope(
    company: Company,
    sentence: Sentence,
    one: Utterance,
    reference: Reference | None,
    times: tuple[TimeMention, ...],
) -> Scope:
    assert one.side is not None
    return Scope(
        reference,
        one.teller,
        one.wording,
        _company_in(company, sentence) | {one.side},
        _persons_in(company, sentence),
        frozenset(_day(time) for time in times),
    )


def _widened(old: Scope | None, new: Scope) -> Scope:
    """The same original named again keeps the company it was named in before."""
    if old is None or old.teller.side != new.teller.side or old.reference is None:
        return new
    return replace(
        new,
        company=old.company | new.company,
        persons=old.persons | new.persons,
        days=old.days | new.days,
    )


def _company_in(company: Company, sentence: Sentence) -> frozenset[str]:
    return frozenset(
        name for mention in company.in_sentence(sentence.index) for name in _names(company, mention)
    )


def _persons_in(company: Company, sentence: Sentence) -> frozenset[ActorKey]:
    return frozenset(
        key
        for mention in company.in_sentence(sentence.index)
        for key in mention.actors
        if (actor := company.actor(key)) is not None and actor.kind is ActorKind.PERSON
    )


def _names(company: Company, mention: Mention) -> frozenset[str]:
    return frozenset(company.side_of(key) or str(key) for key in mention.actors)


def _day(time: TimeMention) -> str:
    return time.when.edtf or time.when.relative or time.passage.exact


def _goes_on(
    company: Company,
    sentence: Sentence,
    own: list[Utterance],
    scope: Scope,
    times: tuple[TimeMention, ...],
) -> bool:
    if not _speakers_fit(own, scope) or speech_words().weighing.search(sentence.text):
        return False
    if any(_is_past(time) and _day(time) not in scope.days for time in times):
        return False
    if not _persons_fit(company, sentence, scope):
        return False
    if _is_backshifted(sentence):
        return True
    verb = None if scope.reference is None else _main_verb(sentence)
    return verb is not None and _subject_fits(company, sentence, verb, scope)


def _speakers_fit(own: list[Utterance], scope: Scope) -> bool:
    """No other side, agency or unnamed voice takes the word; deeds of speech may be anyone's."""
    for one in own:
        if one.side == scope.teller.side:
            continue
        if one.narrates and one.side in scope.company:
            continue
        return False
    return True


def _is_past(time: TimeMention) -> bool:
    """Whether a time lies before the document: another day than that of the account."""
    relative = time.when.relative or ""
    if relative:
        return relative.startswith("recent") or relative.endswith(":past") or ":-" in relative
    return time.when.edtf is not None


def _persons_fit(company: Company, sentence: Sentence, scope: Scope) -> bool:
    """Nobody of another side or name appears: a new person is a new matter."""
    for mention in company.in_sentence(sentence.index):
        for key in mention.actors:
            actor = company.actor(key)
            if actor is None or actor.kind not in (ActorKind.PERSON, ActorKind.OFFICE):
                continue
            if (company.side_of(key) or str(key)) not in scope.company:
                return False
            if actor.kind is ActorKind.PERSON and key not in scope.persons:
                return False
    return True


def _is_backshifted(sentence: Sentence) -> bool:
    """'The conversation had lasted an hour': the tense of what somebody says of an occasion."""
    root = sentence.root
    subject = subject_of(sentence, root)
    if subject is None or subject.lower not in speech_words().occasions or root.tag != "VBN":
        return False
    helpers = [one for one in sentence.children(root) if one.dep in ("aux", "auxpass")]
    return any(one.lemma == "have" and one.tag == "VBD" for one in helpers)


def _main_verb(sentence: Sentence) -> Token | None:
    """The main verb if it tells, in the simple past, of dealing with somebody."""
    root = sentence.root
    if root.lemma.lower() not in speech_words().dealing:
        return None
    helpers = [one for one in sentence.children(root) if one.dep in ("aux", "auxpass")]
    if any(one.lemma == "have" or one.tag in ("MD", "VBZ", "VBP") for one in helpers):
        return None
    past = root.tag == "VBD" or any(one.tag == "VBD" for one in helpers)
    return root if past and not any(one.dep == "neg" for one in sentence.children(root)) else None


def _subject_fits(company: Company, sentence: Sentence, verb: Token, scope: Scope) -> bool:
    subject = subject_of(sentence, verb)
    if subject is None:
        return False
    mention = company.at_token(sentence, subject)
    if mention is not None and mention.actors:
        return _names(company, mention) <= scope.company
    if subject.pos == "PRON":
        return True
    words = speech_words()
    if subject.dep == "nsubjpass":
        return subject.lower not in words.for_nobody | words.unnamed | words.media
    return subject.lower in words.sequel


def _carried(page: Page, sentence: Sentence, scope: Scope) -> Utterance:
    end = sentence.end
    while end > sentence.start and page.document.text[end - 1] in " .":
        end -= 1
    return Utterance(
        span=page.passage(sentence.start, end).span,
        mode=AttributionMode.CARRIED_OVER,
        teller=scope.teller,
        carriers=(),
        wording=scope.wording,
        reference=scope.reference,
        sentence=sentence.index,
    )
