"""When a contact was, by the words that govern the cue."""

from datetime import date, timedelta

from communique.extract.contacts.outcomes.decisions import is_of_decision
from communique.extract.contacts.outcomes.effects import is_calling_off
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import NOMINAL, Link, Site
from communique.extract.contacts.times.days_of_deeds import (
    is_closing,
    is_deadline,
)
from communique.extract.contacts.times.holders import holders_of
from communique.extract.contacts.words.modifiers import is_due
from communique.extract.occasions import occasions_in
from communique.extract.tense import verb_of
from communique.languages.en.cues import words
from communique.languages.en.expressions import counting_words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention, When
from communique.text.intervals import days_of

FRESH = timedelta(days=92)
"""A contact further back than this before its document is background to its news."""

_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp"})
_STEPS = 7
"""How many words may stand between a time and the word whose time it is."""


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


def is_past(scene: ContactScene, when: When) -> bool:
    """Whether a time lies wholly before the document."""
    last, today = days_of(when.edtf)[1], day_of_document(scene)
    return last is not None and today is not None and last < today


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
    holders = holders_of(scene, site)
    candidates = [one for one in times if _is_of_event(scene, site, one, holders)]
    best: tuple[int, int, TimeMention] | None = None
    for one in candidates:
        own = (
            _is_on_occasion(site, one)
            or _is_in_phrase(scene, site, one)
            or _is_ahead(scene, site, one)
        )
        own = own or is_closing(site, one) or _opens_anew(sentence, one, holders)
        own = own or _is_when(sentence, one, holders)
        rank = 0 if own else _rank(scene, sentence, one, holders)
        if rank is not None:
            distance = abs(one.passage.start - site.token.start)
            # "They recently sat down, in November": what names a month goes first.
            rank += 0 if has_day(one.when) else len(holders) + 1
            if best is None or (rank, distance) < best[:2]:
                best = (rank, distance, one)
    return None if best is None else best[2]


def governs(scene: ContactScene, site: Site, time: TimeMention) -> bool:
    """Whether a time hangs on the cue or on a verb that tells of it."""
    return _rank(scene, site.sentence, time, holders_of(scene, site)) is not None


def _is_on_occasion(site: Site, time: TimeMention) -> bool:
    """Whether a time stands in the phrase of the contact in which something was agreed."""
    sentence = site.sentence
    return any(
        one.noun.index == site.token.index and one.start < token.index < one.end
        for one in occasions_in(sentence)
        for token in sentence.within(time.passage.span)[:1]
    )


def _is_in_phrase(scene: ContactScene, site: Site, time: TimeMention) -> bool:
    """Whether a time ends the phrase of a contact that is only named, wherever the parser hangs it.

    "Ahead of his talks with officials Monday, the king said", "Remarks on her visit to Velan last
    week show": the verb comes later. "Sent her to an expected summit on Monday": what is expected
    is to come. "It follows his talks with the king last month": the present
    has no time that lies back.
    """
    sentence = site.sentence
    tokens = sentence.within(time.passage.span)
    if site.link not in (Link.NAMED, Link.BESIDE, Link.SUBJECT) or not tokens:
        return False
    phrase = max(one.index for one in sentence.subtree(site.token))
    if not site.token.index < tokens[0].index <= phrase + 2:
        return False
    between = sentence.tokens[phrase + 1 : tokens[0].index]
    if any(one.pos != "ADP" for one in between):
        return False
    verb = next((one for one in sentence.ancestors(tokens[0]) if one.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    is_back = (time.when.relative or "").endswith(("past", "before", "last")) or ":-" in (
        time.when.relative or ""
    )
    if is_due(scene, site) and (time.when.relative or "").endswith("future"):
        return True
    return tokens[-1].index < verb.index or (verb.tag in ("VBZ", "VBP") and is_back)


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
    if _is_counted_from(scene, site, time):
        return False
    last = max(site.token.index, -1 if site.verb is None else site.verb.index)
    between = sentence.tokens[last + 1 : tokens[0].index]
    if _is_of_another(scene, sentence, between, time):
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


def _is_counted_from(scene: ContactScene, site: Site, time: TimeMention) -> bool:
    """Whether the cue's time counts from this one: "met on the eve of Friday's summit"."""
    sentence = site.sentence
    above = {one.index for one in sentence.ancestors(sentence.within(time.passage.span)[0])}
    above -= {one.index for one in sentence.ancestors(site.token)}
    return any(
        (one.when.expression or "").lower().endswith(counting_words())
        and any(other.index in above for other in sentence.within(one.passage.span))
        for one in scene.times_in(sentence)
        if one is not time
    )


def _is_set_off(sentence: Sentence, first: Token, holders: tuple[int, ...]) -> bool:
    """Whether a time goes on, behind a comma, with the clause that holds the cue.

    "He arrived in Velan, where few speak Norse, on Monday"; "…, in the old port on Monday".
    """
    before = sentence.tokens[first.index - 1] if first.index > 0 else first
    top = before if before.pos == "ADP" else first
    while top.head in holders and top.index > 0:
        before = sentence.tokens[top.index - 1]
        if before.text == ",":
            return True
        phrases = (one for one in sentence.children(sentence.head(top)) if one.dep == "prep")
        ends = {sentence.subtree(one)[-1].index: one for one in phrases if one.index < top.index}
        if before.index not in ends:
            return False
        top = ends[before.index]
    return False


def _is_of_another(
    scene: ContactScene, sentence: Sentence, between: tuple[Token, ...], time: TimeMention
) -> bool:
    """Whether a time is that of what came before or after: "met before the summit in June".

    Talks that "went ahead" did so before nothing.
    """
    words = scene.cues.words
    names_day = (time.when.relative or "").startswith(("day:", "weekday:"))
    turns = words["until_then"] if names_day else words["until_then"] | words["since_then"]
    turning = (
        at
        for at, one in enumerate(between)
        if one.lower in turns and (one.dep not in ("advmod", "prt") or sentence.children(one))
    )
    at = next(turning, None)
    return at is not None and any(one.pos in NOMINAL for one in between[at + 1 :])


def _rank(
    scene: ContactScene, sentence: Sentence, time: TimeMention, holders: tuple[int, ...]
) -> int | None:
    """How near above the cue the word stands that a time hangs on; None when it hangs elsewhere."""
    tokens = sentence.within(time.passage.span)
    if not tokens:
        return None
    inside = {one.index for one in tokens}
    top = next(
        (one for one in tokens if one.head not in inside or one.head == one.index), tokens[0]
    )
    if top.index in holders:
        return holders.index(top.index)
    token = top
    for _ in range(_STEPS):
        head = verb_of(sentence, sentence.head(token), tokens[0])
        if token.dep in _CLAUSES:
            break
        if head.lower in scene.cues.words["led"]:
            # "Received a team led by Dan on Monday": nobody leads a team on a day.
            head = sentence.head(sentence.head(head))
        if head.index in holders:
            return holders.index(head.index)
        # A day behind "following the talks" is that of the talks.
        if head.pos in ("VERB", "AUX") or head.index == token.index:
            break
        # Whoever stands in a row has no day of his own: "met with A and B on Monday".
        is_somebody = token.pos == "PROPN" or scene.mention_at(sentence, token) is not None
        in_row = is_somebody and token.dep in ("conj", "appos")
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


def _opens_anew(sentence: Sentence, time: TimeMention, holders: tuple[int, ...]) -> bool:
    """Whether a time opens a sentence that is run on behind other words: "by AP Last week, he met".

    It begins with a capital that nothing else explains, and a comma stands behind it.
    """
    tokens = sentence.within(time.passage.span)
    if not tokens or tokens[0].index == 0 or tokens[-1].index + 1 >= len(sentence.tokens):
        return False
    first, before = tokens[0], sentence.tokens[tokens[0].index - 1]
    is_plain = first.pos not in ("PROPN", "NUM") and first.text[:1].isupper()
    if not is_plain or before.pos in ("PUNCT", "ADP") or before.entity == first.entity != "":
        return False
    if sentence.tokens[tokens[-1].index + 1].text != ",":
        return False
    verbs = (o for o in sentence.tokens[tokens[-1].index :] if o.tag in ("VBD", "VBZ", "VBP"))
    main = next(verbs, None)
    return main is not None and main.index in holders


def _is_when(sentence: Sentence, time: TimeMention, holders: tuple[int, ...]) -> bool:
    """Whether a clause goes on from a time: "it was used on Monday when Dan came to Velan"."""
    behind = sentence.within(time.passage.span)[-1].index + 1
    if behind >= len(sentence.tokens):
        return False
    link = sentence.tokens[behind]
    return link.lower in words("contact_times", "leading_on") and link.head in holders


def _opens(sentence: Sentence, tokens: tuple[Token, ...], holders: tuple[int, ...]) -> bool:
    """Whether a time at the head of a sentence stands before its main clause: "On Monday X met"."""
    behind = tokens[-1].index + 1
    if behind < len(sentence.tokens) and sentence.tokens[behind].tag == "POS":
        return False
    return sentence.root.index in holders and sentence.root.pos in ("VERB", "AUX")


def governing_day(
    scene: ContactScene, sentence: Sentence, verb: Token | None
) -> TimeMention | None:
    """A time that hangs on a sentence's main verb, for dates carried over from a neighbour."""
    root = verb or sentence.root
    for one in scene.times_in(sentence):
        if one.duration is None and _rank(scene, sentence, one, (root.index,)) is not None:
            return one
    return None
