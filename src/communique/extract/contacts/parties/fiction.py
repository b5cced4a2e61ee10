"""Fiction and far history: who meets in a film or a novel, or met centuries ago, did not meet."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import SUBJECTS, Site, clause_verb, word_of
from communique.model.syntax import Sentence, Token

CENTURIES = range(1000, 1900)
"""Years of which no document of a record tells as news."""
CONTENT = frozenset({"ccomp", "xcomp", "pcomp"})
"""How a clause hangs on the verb whose content it is."""


def is_of_no_day(scene: ContactScene, site: Site) -> bool:
    """Whether what is told happens in a work of fiction, or happened in another century."""
    return _is_staged(scene, site) or _is_told_in_work(scene, site) or _is_history(scene, site)


def _is_staged(scene: ContactScene, site: Site) -> bool:
    """Whether the present tense tells what happens in a film, play or book."""
    if site.verb is None or site.verb.tag not in ("VBZ", "VBP"):
        return False
    works = _works(scene)
    return any(_is_one_of(one, works) for one in site.sentence.tokens)


def _is_told_in_work(scene: ContactScene, site: Site) -> bool:
    """Whether a work tells it: "the novel tells how X wrote to Y", "in the film, X visited Y"."""
    sentence, works = site.sentence, _works(scene)
    told = site.token
    for verb in (site.token, *sentence.ancestors(site.token)):
        if _is_set_in_work(scene, sentence, verb):
            return True
        subjects = (one for one in sentence.children(verb) if one.dep in SUBJECTS)
        if told.dep in CONTENT and any(_is_one_of(one, works) for one in subjects):
            return True
        told = verb
    return False


def _is_set_in_work(scene: ContactScene, sentence: Sentence, verb: Token) -> bool:
    words = scene.cues.words
    nouns = (
        sentence.child(one, "pobj")
        for one in sentence.children(verb)
        if one.dep == "prep" and one.lower in words["set_in"]
    )
    return any(one is not None and _is_one_of(one, words["narratives"]) for one in nouns)


def _works(scene: ContactScene) -> frozenset[str]:
    return scene.cues.words["narratives"] | scene.cues.words["spectacles"]


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.pos == "NOUN" and word_of(token) in words


def _is_history(scene: ContactScene, site: Site) -> bool:
    """Whether a year of another century stands beside it in its clause."""
    sentence, within = site.sentence, scene.cues.words["set_in"]
    verb = site.token if site.verb is None else site.verb
    return any(
        one.dep == "pobj"
        and len(one.text) == 4
        and one.text.isdecimal()
        and int(one.text) in CENTURIES
        and sentence.head(one).lower in within
        and clause_verb(sentence, one) == verb
        for one in sentence.tokens
    )
