"""Where the text goes on telling of a contact once it has opened it."""

from dataclasses import dataclass

from communique.extract.contacts.accounts import Draft, mediators_of, parties_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import HEADINGS, is_passive, leads, subject_of, word_of
from communique.extract.contacts.times.when import is_old
from communique.extract.contacts.words.phrases import Keys, phrase_actors
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import OFFICIAL, Status

_AHEAD = (Status.PLANNED, Status.PROPOSED)
LEAD = 3
"""How many sentences before the first telling may already speak of what the contact brought."""


@dataclass(frozen=True, slots=True)
class Party:
    """The sides and actors of one draft, for quick comparison."""

    draft: Draft
    keys: frozenset[ActorKey]
    sides: frozenset[str]
    between: frozenset[str]
    """The sides that only mediated: they too speak of it."""
    first: int
    places: tuple[int, ...]


def follow(scene: ContactScene, drafts: tuple[Draft, ...]) -> tuple[tuple[Span, ...], ...]:
    """For each draft the spans of the sentences that tell of it."""
    if not drafts:
        return ()
    told = tuple(_party(scene, one) for one in drafts)
    spans: list[list[Span]] = [[] for _ in drafts]
    current: int | None = None
    held = _held_in_readout(scene, drafts)
    openings = frozenset(one.span.start for one in scene.page.document.blocks)
    for sentence in scene.page.sentences:
        here = [at for at, one in enumerate(told) if sentence.index in one.places]
        main = [at for at in here if _is_main(drafts[at], sentence)]
        if len(main) == 1:
            current = main[0]
        elif main:
            current = None
        elif sentence.block_kind in HEADINGS:
            current = here[0] if here else None
        else:
            if held is not None and sentence.index > told[held].first:
                current = held if current is None or sentence.start in openings else current
            of_readout = current is not None and current == held
            current = _next(scene, sentence, told, current, of_readout=of_readout)
        for at in here:
            spans[at] += _own_spans(drafts[at], sentence)
        if current is not None:
            spans[current].append(sentence.span)
        elif main:
            current = main[-1]
    return tuple(_joined(row) for row in spans)


def _party(scene: ContactScene, draft: Draft) -> Party:
    keys = parties_of(scene, draft)
    places = tuple(sorted({one.site.sentence.index for one in draft.tellings}))
    body = [one.site.sentence.index for one in draft.tellings if not one.is_heading]
    between = frozenset(scene.sides_of(mediators_of(scene, draft)))
    first = min(body, default=places[0])
    return Party(draft, frozenset(keys), draft.states, between, first, places)


def _is_main(draft: Draft, sentence: Sentence) -> bool:
    """Whether the sentence as a whole tells of the contact, and not only a clause inside it."""
    return any(
        leads(sentence, one.site.token)
        for one in draft.tellings
        if one.site.sentence.index == sentence.index
    )


def _own_spans(draft: Draft, sentence: Sentence) -> list[Span]:
    return [one.span for one in draft.tellings if one.site.sentence.index == sentence.index]


def _held_in_readout(scene: ContactScene, drafts: tuple[Draft, ...]) -> int | None:
    """The one contact held of a side's own text, which may look ahead to others; else None."""
    document = scene.page.document
    if document.side is None or document.kind not in OFFICIAL:
        return None
    held = [at for at, one in enumerate(drafts) if one.status not in _AHEAD]
    return held[0] if len(held) == 1 and drafts[held[0]].status is Status.HELD else None


def _next(
    scene: ContactScene,
    sentence: Sentence,
    told: tuple[Party, ...],
    current: int | None,
    *,
    of_readout: bool,
) -> int | None:
    """Which contact a sentence without a cue goes on telling of, or None.

    In a side's own text on one contact all that is said of its parties, or of nobody, is of it;
    to what is planned it passes for the rest of a paragraph.
    """
    if any(is_old(scene, one.when) for one in scene.times_in(sentence)):
        return None
    keys = subjects_of(scene, sentence)
    sides = frozenset(scene.sides_of(keys))
    named = frozenset(scene.sides_of(dealt_with(scene, sentence))) | sides
    both = named if len(named) > 1 and sides else frozenset()
    if both and not (of_readout and current is not None and both == told[current].sides):
        return _resumed(sentence, told, both)
    if current is None:
        return None
    taking_part = told[current].sides | told[current].between
    if sides:
        is_acting = of_readout or not all(scene.is_bare(key) for key in keys)
        is_alone = of_readout and _is_own_plan(scene, sentence, sides)
        return current if is_acting and not is_alone and sides <= taking_part else None
    if not of_readout:
        return current if _goes_on(scene, sentence) else None
    is_told = _sides_named(scene, sentence) <= taking_part or _is_spoken_of(scene, sentence)
    return current if is_told else None


def _sides_named(scene: ContactScene, sentence: Sentence) -> frozenset[str]:
    """The sides of everybody whom a sentence names."""
    named = scene.mentions.get(sentence.index, {}).values()
    return frozenset(side for one in named for side in scene.sides_of(one.actors))


def _is_spoken_of(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether what is told are words: "They spoke about", "Concern was expressed over"."""
    cued = scene.cues.words
    spoken = cued["saying"] | cued["uttering"] | cued["discussing"] | cued["agreeing"]
    if is_passive(sentence, sentence.root) and word_of(sentence.root) in spoken:
        return True
    return subject_of(sentence, sentence.root) is not None and _goes_on(scene, sentence)


def _is_own_plan(scene: ContactScene, sentence: Sentence, sides: frozenset[str]) -> bool:
    """Whether a side will do something of which no word says that it was dealt with."""
    helpers = [one.tag for one in sentence.children(sentence.root) if one.dep == "aux"]
    if "MD" not in helpers or len(sides) != 1 or _sides_named(scene, sentence) - sides:
        return False
    dealt = scene.cues.words["agreeing"] | scene.cues.words["discussing"]
    verbs = (one for one in sentence.tokens if one.pos == "VERB" and one is not sentence.root)
    return not any(word_of(one) in dealt for one in verbs)


def _resumed(sentence: Sentence, told: tuple[Party, ...], sides: frozenset[str]) -> int | None:
    """The contact of just these sides told of last, or about to be told of."""
    fitting = [at for at, one in enumerate(told) if sides == one.sides]
    before = [at for at in fitting if told[at].first <= sentence.index]
    if before:
        return max(before, key=lambda at: max(p for p in told[at].places if p <= sentence.index))
    ahead = [at for at in fitting if told[at].first - sentence.index <= LEAD]
    return min(ahead, key=lambda at: told[at].first, default=None)


def subjects_of(scene: ContactScene, sentence: Sentence) -> Keys:
    """Who the subject of a sentence is, or who speaks it."""
    found = _reported_subjects(scene, sentence)
    if len(scene.sides_of(found)) > 1:
        return found
    subject = subject_of(sentence, sentence.root)
    found = ()
    if subject is not None:
        found = phrase_actors(scene, sentence, subject) or _inside(scene, sentence, subject)
    if not found:
        speech = scene.speeches.speech_at(Span(sentence.start, sentence.end - 1))
        if speech is not None and speech.attribution.speaker is not None:
            found = (speech.attribution.speaker,)
    return found


def _reported_subjects(scene: ContactScene, sentence: Sentence) -> Keys:
    """Whom the main clause of what somebody is reported to have said is about."""
    said = sentence.child(sentence.root, "ccomp")
    subject = None if said is None else subject_of(sentence, said)
    return () if subject is None else phrase_actors(scene, sentence, subject)


def _inside(scene: ContactScene, sentence: Sentence, subject: Token) -> Keys:
    """Several actors named at once within a subject: "contacts between the two sides"."""
    for token in sentence.subtree(subject):
        mention = scene.mention_at(sentence, token)
        if mention is not None and len(mention.actors) > 1:
            return mention.actors
    return ()


def dealt_with(scene: ContactScene, sentence: Sentence) -> Keys:
    """Who the object of a sentence's main verb is: "X told Y", "X thanked Y", "X and Y"."""
    found: Keys = ()
    for child in sentence.children(sentence.root):
        if child.dep in ("dobj", "dative"):
            found += phrase_actors(scene, sentence, child)
        elif child.dep == "prep" and child.lower in scene.cues.words["towards"]:
            for one in sentence.children(child):
                found += phrase_actors(scene, sentence, one)
    return tuple(key for key in found if not scene.is_bare(key))


def _goes_on(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether a sentence without an actor as subject still speaks of the same: a text that says,
    "they", a passive, or words of a quotation.
    """
    subject = subject_of(sentence, sentence.root)
    if subject is None:
        return sentence.root.pos == "VERB"
    if subject.lower in scene.cues.words["anaphors"]:
        return True
    if subject.lower in scene.cues.words["pronouns"]:
        return word_of(sentence.root) in scene.cues.words["saying"]
    verb = sentence.root
    is_discussed = is_passive(sentence, verb) and word_of(verb) in scene.cues.words["discussing"]
    return is_discussed or word_of(subject) in scene.cues.words["texts"]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
