"""When and where a contact was, and how long it took, by the words that govern the cue."""

from collections.abc import Iterator
from datetime import date, timedelta

from communique.extract.contacts.days_of_deeds import (
    dated_at,
    is_closing,
    is_deadline,
    told_of_object,
)
from communique.extract.contacts.decisions import is_of_decision, moved_to
from communique.extract.contacts.effects import is_calling_off
from communique.extract.contacts.pacts import signed_at
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, Link, Site, subject_of, word_of
from communique.extract.occasions import occasions_in
from communique.extract.tense import told_before
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.model.vocabulary import Form
from communique.text.intervals import days_of

FRESH = timedelta(days=60)
"""A contact further back than this before its document is background to its news."""

_MOMENTS = frozenset({Form.LETTER, Form.SIGNING, Form.RECALL, Form.CREDENTIALS})
"""Forms that take no time: a length beside them is that of what was agreed or ordered."""

_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp"})
_STEPS = 7
"""How many words may stand between a time and the word whose time it is."""
_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "prep"})


def day_of_document(scene: ContactScene) -> date | None:
    """The last day on which the document can have been published, or None when undated."""
    published = scene.page.document.published
    return None if published is None else days_of(published.edtf)[1]


def is_old(scene: ContactScene, when: When | None) -> bool:
    """Whether a time lies so far before the document that it is background."""
    if when is None:
        return False
    last = days_of(when.edtf)[1]
    today = day_of_document(scene)
    if last is not None and today is not None:
        return last < today - FRESH
    if when.relative is not None:
        return when.relative.startswith(("year:-", "decade:", "century:"))
    return last is not None and (newest := _newest_year(scene)) is not None and last.year < newest


def is_summed_up(when: When) -> bool:
    """Whether a stretch of time holds many dealings: "calls over the past year"."""
    first, last = days_of(when.edtf)
    long = first is not None and last is not None and last - first > FRESH
    return long and "/" in (when.edtf or "")


_NO_DATES = ("recent", "soon", "present", "then", "stretch", "long-ago")
"""How the meanings of words begin from which no date can ever follow."""


def has_day(when: When) -> bool:
    """Whether a time says more than "recently"."""
    if when.relative is None:
        return when.edtf is not None
    return not when.relative.startswith(_NO_DATES)


def _newest_year(scene: ContactScene) -> int | None:
    years = [
        end.year
        for row in scene.times.values()
        for one in row
        if (end := days_of(one.when.edtf)[1]) is not None
    ]
    return max(years, default=None)


def time_at(scene: ContactScene, site: Site) -> TimeMention | None:
    """The time that governs a cue: on the noun itself, else on its verb, else on verbs above."""
    sentence = site.sentence
    times = [one for one in scene.times_in(sentence) if one.duration is None]
    if not times:
        return None
    holders = _holders(scene, site)
    candidates = [one for one in times if _is_of_event(scene, site, one, holders)]
    best: tuple[int, int, TimeMention] | None = None
    for one in candidates:
        own = _is_on_occasion(site, one) or _is_fronted(site, one) or _is_ahead(scene, site, one)
        own = own or is_closing(site, one)
        rank = 0 if own else _rank(sentence, one, holders)
        if rank is not None:
            distance = abs(one.passage.start - site.token.start)
            # "They recently sat down, in November": what names a month goes first.
            rank += 0 if has_day(one.when) else len(holders) + 1
            if best is None or (rank, distance) < best[:2]:
                best = (rank, distance, one)
    return None if best is None else best[2]


def _is_on_occasion(site: Site, time: TimeMention) -> bool:
    """Whether a time stands in the phrase of the contact in which something was agreed."""
    sentence = site.sentence
    return any(
        one.noun.index == site.token.index and one.start < token.index < one.end
        for one in occasions_in(sentence)
        for token in sentence.within(time.passage.span)[:1]
    )


def _is_fronted(site: Site, time: TimeMention) -> bool:
    """Whether a time ends the phrase of a contact at the head of a sentence.

    Parsers hang the day of "Ahead of his talks with officials Monday, the king said" on "said".
    """
    sentence = site.sentence
    tokens = sentence.within(time.passage.span)
    if not tokens or tokens[0].index <= site.token.index:
        return False
    phrase = max(one.index for one in sentence.subtree(site.token))
    ends = sentence.tokens[tokens[-1].index + 1 :][:1]
    at_front = all(one.dep != "punct" for one in sentence.tokens[: tokens[0].index])
    closed = bool(ends) and ends[0].text == "," and ends[0].index < sentence.root.index
    return (
        site.link in (Link.NAMED, Link.BESIDE)
        and at_front
        and closed
        and (tokens[0].index - 1 <= phrase + 1)
    )


def _is_ahead(scene: ContactScene, site: Site, time: TimeMention) -> bool:
    """Whether a time to come stands behind a contact called off: "cancelled a visit next week"."""
    verb = site.verb
    if (
        verb is None
        or verb.tag not in ("VBD", "VBN")
        or not is_calling_off(scene.cues, site.sentence, verb)
    ):
        return False
    tokens = site.sentence.within(time.passage.span)
    behind = bool(tokens) and verb.index < site.token.index < tokens[0].index
    relative = time.when.relative or ""
    return behind and ":+" in relative and ":+0" not in relative


def _holders(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The places of the tokens that a governing time may hang on, nearest first."""
    sentence = site.sentence
    found = [site.token.index, *_planned_for(scene, site), *_told_of(scene, site)]
    found += (*dated_at(scene, site), *(one.index for one in signed_at(scene, site)))
    verb = None if site.link in (Link.NAMED, Link.VERB) else site.verb
    if verb is not None and is_calling_off(scene.cues, sentence, verb):
        return (*found, *moved_to(scene, sentence, verb))
    token: Token | None = site.token
    if site.link in (Link.CARRIED, Link.BESIDE):
        token = site.verb
    elif site.link is Link.SUBJECT:
        tells = scene.cues.words["happening"]
        if site.cue.form is Form.LETTER:
            tells = tells | scene.cues.words["authoring"]
        elif site.cue.form is Form.JOINT_STATEMENT and site.verb is not None:
            tells = frozenset({word_of(site.verb)})
        happens = site.verb is not None and word_of(site.verb) in tells
        token = site.verb if happens else None
        found += _planned_in(scene, site)
    elif site.link is Link.NAMED:
        return (*found, *_acted_on(scene, site))
    found += told_of_object(site)
    while token is not None:
        if token.index not in found:
            found.append(token.index)
        if token.dep not in _UP or token.head == token.index or _is_own_clause(sentence, token):
            break
        token = sentence.head(token)
    return tuple(found)


def _planned_for(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The participle behind a noun that says it was planned, and what says for when."""
    sentence = site.sentence
    planned = [one for one in sentence.tokens if _plans(scene, site, one)]
    found = [one.index for one in planned if one.dep == "acl"]
    for verb in planned:
        found += [
            one.index
            for one in sentence.children(verb)
            if one.dep == "prep" and one.lower in scene.cues.words["planned_for"]
        ]
    return tuple(found)


def _told_of(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """What a relative clause says of a contact: "the visit, which will take place on Friday"."""
    sentence = site.sentence
    found = []
    for clause in sentence.children(site.token):
        subject = subject_of(sentence, clause) if clause.dep == "relcl" else None
        if subject is not None and subject.tag in ("WDT", "WP"):
            found += [
                one.index
                for one in _complements(sentence, clause)
                if word_of(one) in scene.cues.words["happening"]
            ]
    return tuple(found)


def _planned_in(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """What completes a verb of planning: "the visit is set to get underway on Monday"."""
    verb = site.verb
    if verb is None or not scene.cues.outcomes.is_planning(word_of(verb)):
        return ()
    return tuple(one.index for one in _complements(site.sentence, verb))


def _acted_on(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The verb of what somebody did about a contact when it was: "left the talks on Monday".

    Of what he said, announced or called off the day is another.
    """
    verb = site.verb
    if verb is None or verb.tag != "VBD" or is_calling_off(scene.cues, site.sentence, verb):
        return ()
    said = scene.cues.words["saying"] | scene.cues.words["uttering"]
    return (verb.index,) if word_of(verb) in words("contact_times", "attending") - said else ()


def _complements(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """A verb and what completes it: "is due to take place"."""
    yield verb
    for child in sentence.children(verb):
        if child.dep in ("xcomp", "acomp", "ccomp"):
            yield from _complements(sentence, child)


def _plans(scene: ContactScene, site: Site, verb: Token) -> bool:
    """Whether a participle says that the contact at a cue was planned, or no such was."""
    # "A meeting planned for Friday was": the parser may take the participle for a past.
    participle = verb.tag == "VBN" or (verb.tag == "VBD" and verb.dep == "acl")
    if not participle or not scene.cues.outcomes.is_planning(word_of(verb)):
        return False
    if site.link is Link.SUBJECT and site.verb is not None and site.verb.index == verb.index:
        return True
    above = site.sentence.head(verb)
    while above.index > site.token.index and above.dep in (
        "pobj",
        "prep",
        "appos",
        "compound",
        "conj",
    ):
        above = site.sentence.head(above)
    return verb.dep in ("acl", "relcl") and above.index == site.token.index


def _is_of_event(
    scene: ContactScene, site: Site, time: TimeMention, holders: tuple[int, ...]
) -> bool:
    """Whether a time can be that of the cue: no distance, no other clause between."""
    if (time.when.relative or "").startswith(("present", "then", "stretch:")):
        return False
    sentence = site.sentence
    tokens = sentence.within(time.passage.span)
    if not tokens or not _is_reached(scene, site, time, tokens):
        return False
    if is_deadline(scene, site, tokens[0]) or is_of_decision(scene, site, tokens[-1]):
        return False
    last = max(site.token.index, -1 if site.verb is None else site.verb.index)
    between = sentence.tokens[last + 1 : tokens[0].index]
    if _is_of_another(scene, between, time):
        return False
    if _is_set_off(sentence, tokens[0], holders):
        return True
    return not any(
        one.pos == "VERB" and one.tag in ("VBD", "VBZ", "VBP") and one.index not in holders
        for one in between
    )


def _is_reached(
    scene: ContactScene, site: Site, time: TimeMention, tokens: tuple[Token, ...]
) -> bool:
    """Whether a time is no mere distance, and the cue not what the distance counts from."""
    if tokens[-1].lower not in scene.cues.words["distance"]:
        return True
    if time.when.edtf is None:
        return False
    counted = {one.index for one in tokens}
    token = site.token
    while token.head != token.index and token.index not in counted:
        token = site.sentence.head(token)
    return token.index not in counted


def _is_set_off(sentence: Sentence, first: Token, holders: tuple[int, ...]) -> bool:
    """Whether a time goes on, behind a comma, with the clause that holds the cue.

    "He arrived in Velan, where few speak Norse, on Monday."
    """
    preposition = sentence.tokens[first.index - 1] if first.index > 0 else first
    top = preposition if preposition.pos == "ADP" else first
    return top.index > 0 and sentence.tokens[top.index - 1].text == "," and top.head in holders


def _is_of_another(scene: ContactScene, between: tuple[Token, ...], time: TimeMention) -> bool:
    """Whether a time is that of what came before or after: "met before the summit in June"."""
    words = scene.cues.words
    names_day = (time.when.relative or "").startswith(("day:", "weekday:"))
    turns = words["until_then"] if names_day else words["until_then"] | words["since_then"]
    at = next((at for at, one in enumerate(between) if one.lower in turns), None)
    return at is not None and any(one.pos in NOMINAL for one in between[at + 1 :])


def _is_own_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a clause has a time of its own: "weeks after she met ..."."""
    return token.dep == "advcl" and sentence.child(token, "mark", "nsubj", "nsubjpass") is not None


def _rank(sentence: Sentence, time: TimeMention, holders: tuple[int, ...]) -> int | None:
    """How near above the cue the word stands that a time hangs on; None when it hangs elsewhere."""
    tokens = sentence.within(time.passage.span)
    if not tokens:
        return None
    inside = {one.index for one in tokens}
    top = next(
        (one for one in tokens if one.head not in inside or one.head == one.index), tokens[0]
    )
    token = top
    for _ in range(_STEPS):
        head = told_before(sentence, sentence.head(token), tokens[0])
        if token.dep in _CLAUSES:
            break
        if head.index in holders:
            return holders.index(head.index)
        # A day behind "following the talks" is that of the talks.
        if head.pos in ("VERB", "AUX") or head.index == token.index:
            break
        # A name in a row has no day of its own: "met with A and B on Monday".
        in_row = token.pos == "PROPN" and token.dep in ("conj", "appos")
        if (
            head.pos in NOMINAL
            and not in_row
            and token.dep not in ("prep", "pobj", "npadvmod", "poss")
        ):
            break
        token = head
    return len(holders) if _touches(sentence, tokens, holders) else None


def _touches(sentence: Sentence, tokens: tuple[Token, ...], holders: tuple[int, ...]) -> bool:
    """Whether a time stands directly before a holder, "on" and adverbs aside."""
    at = tokens[-1].index + 1
    while at < len(sentence.tokens) and sentence.tokens[at].pos in ("AUX", "ADV"):
        at += 1
    if at in holders:
        return True
    first = tokens[0].index - 1
    while first >= 0 and sentence.tokens[first].pos == "ADP":
        first -= 1
    return first in holders or (first < 0 and _opens(sentence, tokens, holders))


def _opens(sentence: Sentence, tokens: tuple[Token, ...], holders: tuple[int, ...]) -> bool:
    """Whether a time at the head of a sentence stands before its main clause: "On Monday X met"."""
    behind = tokens[-1].index + 1
    if behind < len(sentence.tokens) and sentence.tokens[behind].tag == "POS":
        return False
    return sentence.root.index in holders and sentence.root.pos in ("VERB", "AUX")


def duration_at(scene: ContactScene, site: Site) -> TimeMention | None:
    """The length of time that a contact is said to have taken, or None."""
    if site.cue.form in _MOMENTS:
        return None
    sentence = site.sentence
    for one in scene.times_in(sentence):
        if one.duration is None or one.duration.endswith("S"):
            continue
        tokens = sentence.within(one.passage.span)
        if tokens and _lasts(scene, site, tokens[-1]):
            return one
    return None


def _lasts(scene: ContactScene, site: Site, token: Token) -> bool:
    """Whether a duration hangs on the cue itself, or on the verb "last" above it."""
    sentence = site.sentence
    words = scene.cues.words
    for above in (token, *sentence.ancestors(token)):
        if above.dep == "prep" and above.lower not in words["for_long"]:
            return False
        if above.index == site.token.index:
            return True
        if above.pos in ("VERB", "AUX"):
            carrier = site.verb is not None and above.index == site.verb.index
            return carrier and (site.link is Link.VERB or word_of(above) in words["lasting"])
    return False


def governing_day(
    scene: ContactScene, sentence: Sentence, verb: Token | None
) -> TimeMention | None:
    """A time that hangs on a sentence's main verb, for dates carried over from a neighbour."""
    root = verb or sentence.root
    for one in scene.times_in(sentence):
        if one.duration is None and _rank(sentence, one, (root.index,)) is not None:
            return one
    return None
