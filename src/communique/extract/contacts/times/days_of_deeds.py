"""Where the day of a letter, an order or a signed document stands."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, word_of
from communique.languages.en.contact_cues import VerbCue
from communique.model.syntax import Token
from communique.model.times import TimeMention
from communique.model.vocabulary import Form


def is_closing(site: Site, time: TimeMention) -> bool:
    """Whether a time stands right behind a participle's phrase: "the pact signed by X on Monday".

    Parsers hang it on the main verb that follows.
    """
    sentence, tokens = site.sentence, site.sentence.within(time.passage.span)
    if site.link is not Link.VERB or site.token.dep != "acl" or not tokens:
        return False
    first = tokens[0].index - 1
    while sentence.tokens[first].pos == "ADP":
        first -= 1
    last = max(one.index for one in sentence.subtree(site.token))
    return first == last and tokens[-1].index < sentence.root.index


def told_of_object(site: Site) -> tuple[int, ...]:
    """The word that a verb's row asks for under it: "gave him a week to leave on Monday"."""
    if not isinstance(site.cue, VerbCue) or site.link is not Link.VERB:
        return ()
    return tuple(
        one.index for one in site.sentence.subtree(site.token) if word_of(one) in site.cue.beside
    )


def dated_at(scene: ContactScene, site: Site) -> tuple[int, ...]:
    """The participle before the day of a text: "dated 30 May", "a statement issued Monday"."""
    dated = scene.cues.words["dated"]
    if site.cue.form is Form.JOINT_STATEMENT:
        dated = dated | scene.cues.words["issuing"]
    return tuple(
        one.index
        for one in site.sentence.children(site.token)
        if one.dep == "acl" and word_of(one) in dated
    )


def is_deadline(scene: ContactScene, site: Site, token: Token) -> bool:
    """Whether a time is that by which somebody is to do what he was told: "to leave by Friday"."""
    if not isinstance(site.cue, VerbCue) or not site.cue.beside or token.index == 0:
        return False
    return site.sentence.tokens[token.index - 1].lower in scene.cues.words["deadline"]
