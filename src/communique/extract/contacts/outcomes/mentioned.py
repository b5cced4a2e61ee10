"""What became of a contact that is only named beside what a clause is about: "after the talks"."""

from communique.extract.contacts.outcomes.fates import fate_above, fate_of_clause, fate_of_noun
from communique.extract.contacts.outcomes.moods import Mood, mood_of
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import (
    HEADINGS,
    Site,
    clause_verb,
    subject_of,
    word_of,
)
from communique.extract.contacts.words.modifiers import hanging_before, is_ahead, is_definite
from communique.extract.contacts.words.places import is_seat
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status


def status_beside(scene: ContactScene, site: Site, own: Status) -> Status | None:
    """What becomes of a contact that is only named, beside what the clause is about."""
    words = scene.cues.words
    if site.preposition in words["counted_from"]:
        return None
    if site.preposition in words["amid"]:
        # "At the meeting he denied it": the verb says nothing of the meeting.
        return _amid(scene, site, own)
    if site.preposition in words["past_side"]:
        return _behind(scene, site, own)
    if site.preposition in words["future_side"] or is_ahead(scene, site):
        return Status.PLANNED if own in (Status.HELD, Status.PLANNED) else None
    return _climbed(scene, site, own)


def _amid(scene: ContactScene, site: Site, own: Status) -> Status | None:
    """What becomes of a contact "at" which something was done or not, or will be."""
    sentence, verb = site.sentence, site.verb
    if verb is None or own is not Status.HELD:
        return None if own is Status.NOT_HELD else own
    fronted = site.token.index < min(one.index for one in (verb, *_subjects(sentence, verb)))
    if not (fronted or _is_known(scene, sentence, site.token)):
        return None
    mood = mood_of(scene, sentence, verb)
    if mood in (Mood.AHEAD, Mood.NOT_AHEAD):
        return Status.PLANNED
    told = fate_above(scene, sentence, verb, Status.HELD)
    # "Had sat beside her at the session": where somebody was is told, not what was planned.
    was_there = mood is Mood.OVERTAKEN and sentence.child(verb, "prep") is not None
    plain = mood in (Mood.TOLD, Mood.NEGATED, Mood.GOES_ON, Mood.OPEN)
    if told is Status.NOT_HELD:
        return None  # "Had been due to hold talks at the summit": who was there is not told
    return told if plain or was_there else None


def _is_known(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether it is known which is meant: "the talks", "at a union summit", "talks in Velan"."""
    if is_definite(scene, sentence, noun) or is_set_in_seat(scene, sentence, noun):
        return True
    return any(scene.is_of_body(key) for key in hanging_before(scene, sentence, noun))


def is_set_in_seat(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether words on a noun name the capital where it is: "the next talks in Velan"."""
    return any(
        kid.dep == "pobj" and is_seat(scene, sentence, kid)
        for one in sentence.children(noun)
        if one.lower in scene.cues.words["where"]
        for kid in sentence.children(one)
    )


def _subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    subject = subject_of(sentence, verb)
    return () if subject is None else (subject,)


def _behind(scene: ContactScene, site: Site, own: Status) -> Status | None:
    """What somebody did "after talks with him" lies behind them, and if it lies ahead, they may."""
    if own is not Status.HELD or site.verb is None:
        return own if own in (Status.HELD, Status.PLANNED) else None
    mood = mood_of(scene, site.sentence, site.verb)
    if mood is Mood.UNREAL and _is_if(scene, site):
        return None
    return Status.HELD


def _is_if(scene: ContactScene, site: Site) -> bool:
    verb = site.verb
    return verb is not None and any(
        one.dep == "mark" and one.lower in scene.cues.words["conditional"]
        for one in site.sentence.children(verb)
    )


def _climbed(scene: ContactScene, site: Site, own: Status) -> Status | None:
    """What the nouns and the verb above a noun make of it."""
    sentence, noun = site.sentence, site.token
    verb = clause_verb(sentence, noun)
    if verb is not None and _exists(sentence, verb) and _is_touched_on(scene, sentence, noun):
        return own if is_definite(scene, sentence, noun) else None
    told = fate_of_noun(scene, sentence, noun, own)
    if told is not own:
        return told
    if verb is None:
        return bare_status(site, own)
    return _loose(scene, site, verb, own)


def bare_status(site: Site, own: Status) -> Status | None:
    """A noun without a verb tells of a contact only in a heading."""
    return own if own is not Status.HELD or site.sentence.block_kind in HEADINGS else None


def _loose(scene: ContactScene, site: Site, verb: Token, own: Status) -> Status | None:
    """A noun under a verb that does not carry it: held when it is a definite one of the past."""
    sentence, noun = site.sentence, site.token
    if _exists(sentence, verb):
        return fate_of_clause(scene, sentence, verb, own)
    if own is Status.NOT_HELD:
        return Status.DENIED if _is_unknown(scene, sentence, noun) else None
    if own is not Status.HELD:
        return own
    if (
        sentence.block_kind not in HEADINGS
        and not is_definite(scene, sentence, noun)
        and not _is_recorded(scene, sentence, noun)
    ):
        return None
    status = fate_of_clause(scene, sentence, verb, Status.HELD)
    return status if status in (Status.HELD, Status.ONGOING, Status.PLANNED) else None


def _is_unknown(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether somebody "knows of no" such thing, or "is aware of no" such thing."""
    above = sentence.head(sentence.head(noun))
    return noun.dep == "pobj" and word_of(above) in scene.cues.words["knowing"]


def _is_touched_on(scene: ContactScene, sentence: Sentence, noun: Token) -> bool:
    """Whether there only is something else about it: "there was no impact on the talks"."""
    words = scene.cues.words
    link = sentence.head(noun)
    return noun.dep == "pobj" and link.lower not in words["of"] | words["between"]


def _exists(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says that there is something: "there was no meeting"."""
    return sentence.child(verb, "expl") is not None


def _is_recorded(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a noun stands behind that of an official record, or of what it was about.

    So "a readout of a call", "the main topic of talks", "dominated a meeting".
    """
    words = scene.cues.words
    if token.dep in ("dobj", "nsubjpass", "pobj") and _shapes(words["shaping"], sentence, token):
        return True
    above = sentence.head(sentence.head(token))
    return token.dep == "pobj" and word_of(above) in words["records"] | words["contents"]


def _shapes(shaping: frozenset[str], sentence: Sentence, token: Token) -> bool:
    """Whether a verb says what marked a contact, as only one that was held can be."""
    verb = sentence.head(token) if token.dep != "pobj" else sentence.head(sentence.head(token))
    return word_of(verb) in shaping and verb.tag in ("VBD", "VBN")
