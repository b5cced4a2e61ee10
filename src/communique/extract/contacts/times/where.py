"""Where a contact was, by the words around its cue."""

from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import Link, Site, subject_of, word_of
from communique.extract.contacts.times.days_of_deeds import dated_at
from communique.extract.contacts.words.pacts import signed_at
from communique.extract.contacts.words.places import is_seat, place_span, states_at
from communique.languages.en.contact_cues import VerbCue
from communique.model.passages import Span
from communique.model.readings import Words
from communique.model.syntax import Sentence, Token


def place_at(scene: ContactScene, site: Site) -> tuple[Words, Span] | None:
    """The place that the words at a cue give, with its span, or None."""
    sentence = site.sentence
    for holder in (*_place_holders(scene, site), *_persons_met(scene, site)):
        for preposition in sentence.children(holder):
            if preposition.dep != "prep" or preposition.lower not in scene.cues.words["where"]:
                continue
            for one in sentence.children(preposition):
                if _is_topic(scene, sentence, preposition, one):
                    continue
                if one.dep == "pobj" and _is_place(scene, sentence, one):
                    return _place(scene, sentence, one)
    return (
        _where_gone(scene, site) or _where_hosted(scene, site) or _where_further_down(scene, site)
    )


def _is_topic(scene: ContactScene, sentence: Sentence, preposition: Token, token: Token) -> bool:
    """Whether a state is what was talked about: "consultations on Ruritania in Strelsau"."""
    is_about = preposition.lower in scene.cues.words["about"]
    return is_about and bool(states_at(scene, sentence, token))


def _where_gone(scene: ContactScene, site: Site) -> tuple[Words, Span] | None:
    """The capital that somebody goes to: "visited Strelsau", "flew into Strelsau"."""
    cue, sentence = site.cue, site.sentence
    if not isinstance(cue, VerbCue) or not (cue.tos or cue.takes_place):
        return None
    gone = [one for one in sentence.children(site.token) if cue.takes_place and one.dep == "dobj"]
    gone += [
        one
        for preposition in sentence.children(site.token)
        if preposition.lower in cue.tos
        for one in sentence.children(preposition)
        if one.dep == "pobj"
    ]
    return next(
        (_place(scene, sentence, one) for one in gone if is_seat(scene, sentence, one)), None
    )


def _where_further_down(scene: ContactScene, site: Site) -> tuple[Words, Span] | None:
    """A capital that the parser hangs on what was discussed: "talks on a pact in Strelsau"."""
    sentence = site.sentence
    for holder in _place_holders(scene, site):
        for one in sentence.subtree(holder):
            if one.index < holder.index or not _is_seat_within(scene, sentence, holder, one):
                continue
            if is_seat(scene, sentence, one):
                return _place(scene, sentence, one)
    return None


def _is_seat_within(scene: ContactScene, sentence: Sentence, holder: Token, token: Token) -> bool:
    """Whether a token stands behind "in", or before a house there, with no clause above it."""
    above = sentence.head(token)
    house = token.dep in ("compound", "nmod") and word_of(above) in scene.cues.words["houses"]
    preposition = sentence.head(above) if house else above
    inside = preposition.lower in scene.cues.words["in"] and (house or token.dep == "pobj")
    for one in sentence.ancestors(token):
        if one.index == holder.index:
            return inside
        if one.dep not in _DOWN:
            return False
    return False


_DOWN = ("prep", "pobj", "dobj", "npadvmod", "dative")


def _where_hosted(scene: ContactScene, site: Site) -> tuple[Words, Span] | None:
    """The capital that hosts what is told of: "Strelsau will host a summit"."""
    if site.verb is None or word_of(site.verb) not in scene.cues.words["hosting"]:
        return None
    subject = subject_of(site.sentence, site.verb)
    if subject is None or not is_seat(scene, site.sentence, subject):
        return None
    return _place(scene, site.sentence, subject)


def _is_place(scene: ContactScene, sentence: Sentence, token: Token) -> bool:
    mention = scene.mention_at(sentence, token)
    if mention is not None and mention.how in ("state", "metonym"):
        return True
    if mention is not None:
        return False
    return token.entity in ("GPE", "FAC", "LOC") or is_seat(scene, sentence, token)


def _place_holders(scene: ContactScene, site: Site) -> tuple[Token, ...]:
    verb = site.verb
    if verb is None or verb.index == site.token.index or site.link is Link.NAMED:
        return (site.token, *_between_whom(scene, site), *signed_at(scene, site))
    issued = (site.sentence.tokens[at] for at in dated_at(scene, site))
    return (site.token, *issued, *_between_whom(scene, site), verb, *signed_at(scene, site))


def _between_whom(scene: ContactScene, site: Site) -> tuple[Token, ...]:
    """Those without a name between whom a noun is: "talks between the two sides in Strelsau"."""
    return tuple(
        one
        for preposition in site.sentence.children(site.token)
        if preposition.lower in scene.cues.words["between"]
        for one in site.sentence.children(preposition)
        if one.dep == "pobj" and one.pos == "NOUN"
    )


def _persons_met(scene: ContactScene, site: Site) -> tuple[Token, ...]:
    """The names of persons behind the verb, on which the parser may hang where they were met."""
    verb = site.token if site.link is Link.VERB else site.verb
    if verb is None or site.link not in (Link.VERB, Link.CARRIED):
        return ()
    under = site.sentence.subtree(verb)
    return tuple(one for one in under if one.index > verb.index and _is_person(scene, site, one))


def _is_person(scene: ContactScene, site: Site, token: Token) -> bool:
    mention = scene.mention_at(site.sentence, token)
    if mention is None or mention.head != token.index:
        return False
    return mention.how in ("titled name", "name") and token.dep in ("dobj", "pobj", "dative")


def _place(scene: ContactScene, sentence: Sentence, token: Token) -> tuple[Words, Span]:
    mention = scene.mention_at(sentence, token)
    span = place_span(sentence, token)
    actor = mention.actors[0] if mention is not None and len(mention.actors) == 1 else None
    return Words(scene.page.document.text[span.start : span.end], actor), span
