"""What was answered to an offer told of before: "invited him to visit, and he accepted"."""

from collections.abc import Iterator

from communique.extract.contacts.outcomes.moods import Mood, mood_above
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Site, is_verb, subject_of, word_of
from communique.extract.contacts.words.phrases import phrase_actors
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Status

_THINGS = ("dobj", "nsubjpass")


def answered(scene: ContactScene, site: Site, status: Status | None) -> Status | None:
    """What an offer has become by the answer in the words behind it or in the next sentence."""
    if status is not Status.PROPOSED:
        return status
    for sentence, verb in _behind(scene, site):
        answer = _answer(scene, sentence, verb, site)
        if answer is not None:
            return answer
    return status


def _behind(scene: ContactScene, site: Site) -> Iterator[tuple[Sentence, Token]]:
    """The verbs behind a cue in its sentence, and those of the next one of its block."""
    sentence, page = site.sentence, scene.page
    yield from ((sentence, one) for one in sentence.tokens[site.token.index + 1 :] if is_verb(one))
    for behind in page.sentences[sentence.index + 1 : sentence.index + 2]:
        if behind.block == sentence.block:
            yield from ((behind, one) for one in behind.tokens if is_verb(one))


def _answer(scene: ContactScene, sentence: Sentence, verb: Token, site: Site) -> Status | None:
    """What a verb of answering makes of the offer, where whoever was asked is its subject."""
    words, word = scene.cues.words, word_of(verb)
    accepts, declines = word in words["accepting"], word in words["declining"]
    if not (accepts or declines) or mood_above(scene, sentence, verb) is not Mood.TOLD:
        return None
    if not _is_of_offer(scene, sentence, verb) or not _is_asked(scene, sentence, verb, site):
        return None
    return Status.PLANNED if accepts else Status.REFUSED


def _is_of_offer(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    """Whether nothing else is accepted: only "it", "the invitation", or nothing named."""
    words = scene.cues.words
    if any(one.dep in ("xcomp", "ccomp") for one in sentence.children(verb)):
        return False
    things = [one for one in sentence.children(verb) if one.dep in _THINGS]
    return all(
        one.lower in words["told_before"]
        or (
            word_of(one) in words["offers"]
            and not any(kid.dep in ("acl", "relcl", "poss") for kid in sentence.children(one))
        )
        for one in things
    )


def _is_asked(scene: ContactScene, sentence: Sentence, verb: Token, site: Site) -> bool:
    """Whether who answers is not who offers; nobody takes up an offer of his own as "he"."""
    subject = subject_of(sentence, verb)
    if subject is None or subject.lower in scene.cues.words["told_before"]:
        return sentence.child(verb, "auxpass") is not None
    if subject.tag == "PRP":
        return subject.lower not in scene.cues.words["ours"]
    answering = set(scene.sides_of(phrase_actors(scene, sentence, subject)))
    return bool(answering) and not answering & _offering(scene, site)


def _offering(scene: ContactScene, site: Site) -> set[str]:
    """The sides of whoever is the subject of the verb of offering above a cue."""
    sentence = site.sentence
    for one in (site.token, *sentence.ancestors(site.token)):
        if is_verb(one) and scene.cues.outcomes.verbs.get(word_of(one)) is Status.PROPOSED:
            subject = subject_of(sentence, one)
            return (
                set()
                if subject is None
                else set(scene.sides_of(phrase_actors(scene, sentence, subject)))
            )
    return set()
