"""How long a contact took, by the words that govern the cue."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.languages.en.cues import words
from communique.model.syntax import Sentence, Token
from communique.model.times import TimeMention
from communique.model.vocabulary import Form

_MOMENTS = frozenset({Form.LETTER, Form.SIGNING, Form.RECALL, Form.CREDENTIALS})
"""Forms that take no time: a length beside them is that of what was agreed or ordered."""
_TABLE = "contact_times"


def duration_at(scene: ContactScene, site: Site) -> TimeMention | None:
    """The length of time that a contact is said to have taken, or None."""
    if site.cue.form in _MOMENTS:
        return None
    sentence = site.sentence
    for one in scene.times_in(sentence):
        if one.duration is None or one.duration.endswith("S"):
            continue
        tokens = sentence.within(one.passage.span)
        if tokens and _is_length(scene, site, tokens[-1]):
            return one
    return None


def _is_length(scene: ContactScene, site: Site, unit: Token) -> bool:
    return (
        _lasts(scene, site, unit)
        or _is_of(site.sentence, unit, site.token)
        or _is_over_after(site, unit)
    )


def _is_of(sentence: Sentence, unit: Token, noun: Token) -> bool:
    """Whether a contact is what the days are days of: "after two days of talks"."""
    return noun.dep == "pobj" and any(
        one.dep == "prep" and one.index == noun.head for one in sentence.children(unit)
    )


def _is_over_after(site: Site, unit: Token) -> bool:
    """Whether a contact was over, or left, after so long: "walked out after nine minutes"."""
    preposition = site.sentence.head(unit)
    if site.verb is None or preposition.head != site.verb.index or unit.dep != "pobj":
        return False
    is_over = word_of(site.verb) in words(_TABLE, "breaking_off")
    if any(one.dep == "prep" for one in site.sentence.children(unit)):
        return False
    return is_over and preposition.lower in words(_TABLE, "after")


def _lasts(scene: ContactScene, site: Site, token: Token) -> bool:
    """Whether a duration hangs on the cue itself, or on the verb "last" above it."""
    sentence, cues = site.sentence, scene.cues.words
    for above in (token, *sentence.ancestors(token)):
        if above.dep == "prep" and above.lower not in cues["for_long"]:
            return False
        if any(one.lower in cues["first_in"] for one in sentence.children(above)):
            # "Their first talks for two years": so long they had not dealt.
            return False
        if above.index == site.token.index:
            return True
        if above.pos in ("VERB", "AUX") and not _is_beginning(above):
            carrier = site.verb is not None and above.index == site.verb.index
            return carrier and (site.link is Link.VERB or word_of(above) in cues["lasting"])
    return False


def _is_beginning(verb: Token) -> bool:
    """Whether a participle only says from when on: "commencing at noon for an hour, he held"."""
    return verb.tag == "VBG" and verb.dep == "advcl" and word_of(verb) in words(_TABLE, "starting")
