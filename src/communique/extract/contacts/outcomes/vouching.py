"""Whether anybody vouches for a contact that a text has from media, posts or rumours."""

from collections.abc import Iterator

from communique.extract.contacts.outcomes.effects import calls_untrue
from communique.extract.contacts.outcomes.moods import Mood, is_negated, mood_above
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, is_verb, subject_of, word_of
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status

_OWN = (Link.VERB, Link.CARRIED, Link.SUBJECT, Link.BESIDE)
_DOUBTED = (Status.HELD, Status.ONGOING, Status.PLANNED)
_AWAY = ("advcl", "relcl", "acl")


def vouched(scene: ContactScene, site: Site, status: Status) -> Status | None:
    """What is left of a contact by who tells of it; None where the text takes back its words."""
    tellers = _tellers(site)
    if any(_is_taken_back(scene, site.sentence, one) for one in tellers):
        return None
    of_media = any(_is_loose(scene, site.sentence, one) for one in tellers)
    if status in _DOUBTED and any(_is_unvouched(scene, site.sentence, one) for one in tellers):
        status = Status.RUMOURED
    in_doubt = status is Status.RUMOURED or (of_media and status in _DOUBTED)
    return Status.DENIED if in_doubt and _is_denied_behind(scene, site) else status


def never_was(scene: ContactScene, site: Site) -> bool:
    """Whether it is told of a rumoured contact that it did not happen."""
    words, verb = scene.cues.words, site.verb
    if site.link is not Link.SUBJECT or verb is None or word_of(verb) not in words["happening"]:
        return False
    doubted = any(
        one.lower in words["rumoured_words"] for one in site.sentence.children(site.token)
    )
    return doubted and mood_above(scene, site.sentence, verb) is Mood.NEGATED


def is_of_media(scene: ContactScene, site: Site) -> bool:
    """Whether a contact is told of on the word of media or of a rumour alone."""
    return any(_is_loose(scene, site.sentence, one) for one in _tellers(site))


def _tellers(site: Site) -> tuple[Token, ...]:
    """The verbs of saying above a cue that is told of in a clause of its own."""
    return tuple(_sayers(site)) if site.link in _OWN else ()


def _sayers(site: Site) -> Iterator[Token]:
    """The verbs of saying above a cue, up to the clause that only goes with another."""
    sentence = site.sentence
    start = site.token if site.verb is None else site.verb
    for one in (start, *sentence.ancestors(start)):
        if one.dep in _AWAY:
            return
        if one.dep == "ccomp" and is_verb(sentence.head(one)):
            yield sentence.head(one)


def _is_loose(scene: ContactScene, sentence: Sentence, teller: Token) -> bool:
    """Whether media, somebody who writes for himself, or a rumour tells of it, and no side."""
    words, subject = scene.cues.words, subject_of(sentence, teller)
    if subject is None or word_of(subject) not in words["unvouching"] | words["gossiping"]:
        return False
    return not any(_is_official(scene, one) for one in sentence.children(subject))


def _is_official(scene: ContactScene, child: Token) -> bool:
    """Whether what hangs on "a post" or "the website" says whose it is: "by the minister"."""
    words = scene.cues.words
    owned = child.dep == "prep" and child.lower in words["owned_by"]
    return owned or child.dep == "poss" or child.lower in words["official"]


def _is_unvouched(scene: ContactScene, sentence: Sentence, teller: Token) -> bool:
    """Whether who tells of it only claims it, or is himself no better than a rumour."""
    words, subject = scene.cues.words, subject_of(sentence, teller)
    if subject is None or not _is_loose(scene, sentence, teller):
        return False
    is_gossip = subject.pos != "PROPN" and word_of(subject) in words["gossiping"]
    return is_gossip or word_of(teller) in words["claiming"]


def _is_taken_back(scene: ContactScene, sentence: Sentence, teller: Token) -> bool:
    """Whether a text corrects itself: "an earlier version said", "we wrote" in a correction."""
    words, subject = scene.cues.words, subject_of(sentence, teller)
    if word_of(teller) in words["misstating"]:
        return True
    if any(one.lower in words["wrongly"] for one in sentence.children(teller)):
        return True
    if subject is None:
        return False
    if word_of(subject) in words["versions"]:
        return any(one.lower in words["earlier"] for one in sentence.children(subject))
    corrects = sentence.tokens[0].lower in words["corrections"]
    if not corrects or subject.lower in words["ours"]:
        return corrects
    return word_of(subject) in words["unvouching"] | words["gossiping"]


def _is_denied_behind(scene: ContactScene, site: Site) -> bool:
    """Whether a side denies it in the words behind or in the next sentence."""
    sentence, page = site.sentence, scene.page
    above = {one.index for one in sentence.ancestors(site.token)}
    rest = [one for one in sentence.tokens[site.token.index + 1 :] if one.index not in above]
    if any(_denies(scene, sentence, one) for one in rest):
        return True
    if sentence.index + 1 >= len(page.sentences):
        return False
    behind = page.sentences[sentence.index + 1]
    return any(_denies(scene, behind, one) for one in behind.tokens)


def _denies(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb denies what was told before: "which Velan denied", "called it invented"."""
    words = scene.cues.words
    if not is_verb(verb) or is_negated(scene, sentence, verb):
        return False
    if word_of(verb) not in words["denying"]:
        return _is_untrue(scene, sentence, verb) or (
            calls_untrue(scene.cues, sentence, verb)
            and any(_is_account(scene, sentence, one) for one in sentence.subtree(verb))
        )
    thing = sentence.child(verb, "dobj") or sentence.child(verb, "nsubjpass")
    if thing is None or not _is_account(scene, sentence, thing):
        return False
    return mood_above(scene, sentence, verb) in (Mood.TOLD, Mood.GOES_ON, Mood.OPEN)


def _is_untrue(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether it is said that the account itself is: "the story was false"."""
    subject = sentence.child(verb, "nsubj")
    if word_of(verb) not in scene.cues.words["being"] or subject is None:
        return False
    return _is_account(scene, sentence, subject) and any(
        one.dep in ("acomp", "attr") and word_of(one) in scene.cues.words["untrue"]
        for one in sentence.children(verb)
    )


def _is_account(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    """Whether a word means what was told before: "it", "which", "the story" without its own."""
    words = scene.cues.words
    if token.lower in words["told_before"]:
        return True
    own = any(one.dep in _AWAY and one.dep != "acl" for one in sentence.children(token))
    clause = any(one.tag in ("IN", "WDT") and one.dep == "mark" for one in sentence.subtree(token))
    return token.pos == "NOUN" and word_of(token) in words["accounts"] and not (own or clause)
