"""Contests: where a match is told of, captains and teams of two states are no envoys of theirs."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import SUBJECTS, Site, subject_of, word_of
from communique.extract.contacts.words.phrases import Keys
from communique.extract.contacts.words.verbs import has_setting
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import PartyRole


def is_contest(scene: ContactScene, site: Site, keys: Keys) -> bool:
    """Whether those who deal play for their states in what a sentence tells of."""
    players = scene.cues.words["players"]
    if _is_team(scene, site):
        return True
    titles = {
        word for key in keys for title in scene.titles_of(key) for word in title.lower().split()
    }
    if titles.isdisjoint(players):
        return False
    return _tells_of_contest(scene, site.sentence)


def _is_team(scene: ContactScene, site: Site) -> bool:
    """Whether a team of some sport deals: "the Arcadian chess team visited Ruritania"."""
    sentence, words = site.sentence, scene.cues.words
    verb = site.token if site.verb is None else site.verb
    return any(
        word_of(noun) in words["players"]
        and any(one.lower in words["sports"] for one in sentence.children(noun))
        for noun in sentence.children(verb)
        if noun.dep in SUBJECTS
    )


def travel_to_play(scene: ContactScene, site: Site, keys: Keys) -> bool:
    """Whether a journey of states, of whom nobody is named, is one of their teams."""
    if site.cue.partner_role is not PartyRole.HOST or not all(map(scene.is_bare, keys)):
        return False
    return word_of(site.token) in scene.cues.words["tours"] or _is_game(scene, site.sentence)


def meet_as_states(scene: ContactScene, site: Site) -> bool:
    """Whether states themselves are told to deal: "Arcadia met with Ruritania on the border".

    Teams meet, too, though hardly "with" one another, "bilaterally" or "to discuss" something;
    where nothing of that is said, a day or a place must be, and no word of a contest stand near.
    """
    cue, sentence, words = site.cue, site.sentence, scene.cues.words
    if not isinstance(cue, VerbCue) or not cue.allows_states or _is_game(scene, sentence):
        return False
    if _is_one_team(site):
        return False
    children = sentence.children(site.token)
    return has_setting(sentence, children) or any(
        (one.dep == "prep" and one.lower in cue.withs)
        or (one.dep == "advmod" and one.lower in words["apart"] | words["as_states"])
        or (one.tag == "VB" and word_of(one) in words["dealing"])
        for one in children
    )


def _is_one_team(site: Site) -> bool:
    """Whether a single state takes a verb in the plural, as its team does: "X meet Y".

    Names that are plural themselves, or written in capitals, say nothing by that.
    """
    subject = subject_of(site.sentence, site.token)
    if site.token.tag != "VBP" or subject is None or subject.pos != "PROPN":
        return False
    name = subject.text
    is_plural = subject.tag == "NNPS" or name.endswith("s") or name.isupper()
    is_row = any(one.dep in ("conj", "appos") for one in site.sentence.children(subject))
    return not (is_plural or is_row)


NEAR = 4
"""How many sentences off, in one paragraph, a word of a contest still tells what is played."""


def _is_game(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether a word of a contest stands near by in the paragraph, or in one sentence of five."""
    page = scene.page.sentences
    told = [one for one in page if _tells_of_contest(scene, one)]
    near = (one for one in told if abs(one.index - sentence.index) <= NEAR)
    return len(told) * 5 > len(page) or any(one.block == sentence.block for one in near)


def _tells_of_contest(scene: ContactScene, sentence: Sentence) -> bool:
    # "The final" and "a friendly", but no "final details", and no talks that "were friendly".
    contest = scene.cues.words["contest"]
    return _has_score(scene, sentence) or any(
        word_of(one) in contest and one.dep not in ("amod", "acomp") and not _is_adjective(one)
        for one in sentence.tokens
    )


def _is_adjective(token: Token) -> bool:
    return token.dep == "conj" and token.pos == "ADJ"


SCORE = 6
"""How many words behind "won" the score of a match may stand: "beat the hosts of Strelsau 2-1"."""


def _has_score(scene: ContactScene, sentence: Sentence) -> bool:
    """Whether a verb says how a match ended and two numbers behind it by how much."""
    tokens, words = sentence.tokens, scene.cues.words["scoring"]
    verbs = [one.index for one in tokens if one.pos == "VERB" and word_of(one) in words]
    dated = [one.passage.span for one in scene.times_in(sentence)] if verbs else []
    return any(
        _is_score(tokens[at : at + 3])
        and not any(span.start <= tokens[at].start < span.end for span in dated)
        for verb in verbs
        for at in range(verb + 1, min(verb + 1 + SCORE, len(tokens)))
    )


def _is_score(tokens: tuple[Token, ...]) -> bool:
    """Whether words are two small numbers and a dash between: "2-1"."""
    marks = "".join(one.text for one in tokens).replace("–", "-").split("-")
    return len(tokens) == 3 and len(marks) == 2 and all(m.isdigit() and len(m) < 4 for m in marks)
