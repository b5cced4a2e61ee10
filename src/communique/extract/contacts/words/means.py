"""By what means, and on what way, a contact ran: words beside its cue."""

from communique.extract.contacts.sites import word_of
from communique.languages.en.contact_cues import ContactCues, MeansCue
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Means, Route

_LINKS = ("prep", "agent")
_INNER = ("dobj", "dative", "pobj", "prep", "acl", "xcomp", "pcomp")


def means_beside(sentence: Sentence, token: Token, cues: ContactCues) -> tuple[Means, Span] | None:
    """By what means, as words say that hang on a token: "by telephone", "remotely"."""
    for child in sentence.children(token):
        met = None
        if child.dep in _LINKS:
            met = means_behind(sentence, child, cues) or _adverb(
                sentence.child(child, "advmod"), cues
            )
        elif child.dep == "advmod":
            met = _adverb(child, cues)
        if met is not None:
            return met
    return None


def means_under(sentence: Sentence, verb: Token, cues: ContactCues) -> tuple[Means, Span] | None:
    """The means that stand beside a verb or under its objects, but in nothing that was told.

    The parser may hang "by telephone" on the last verb before it: "of his decision to stay away".
    """
    waiting = [verb]
    while waiting:
        token = waiting.pop(0)
        met = means_beside(sentence, token, cues)
        if met is not None:
            return met
        waiting += [
            one
            for one in sentence.children(token)
            if one.dep in _INNER and one.lemma not in cues.verbs and one.index > verb.index
        ]
    return None


def _adverb(token: Token | None, cues: ContactCues) -> tuple[Means, Span] | None:
    """The means that an adverb says; the parser may hang it on the day behind it."""
    rows = () if token is None else cues.means.get(token.lower, ())
    return next(
        (
            (one.means, Span(token.start, token.end))
            for one in rows
            if token and not one.prepositions
        ),
        None,
    )


def means_behind(
    sentence: Sentence, preposition: Token, cues: ContactCues
) -> tuple[Means, Span] | None:
    """The means that a preposition leads to, with the words that say so."""
    for one in sentence.children(preposition):
        for cue in cues.means.get(word_of(one), ()):
            if one.dep == "pobj" and _fits(sentence, preposition, one, cue):
                return cue.means, Span(preposition.start, one.end)
    return None


def _fits(sentence: Sentence, preposition: Token, noun: Token, cue: MeansCue) -> bool:
    if preposition.lower not in cue.prepositions:
        return False
    near = {word_of(one) for one in sentence.children(noun)}
    if near & cue.unless:
        return False
    return not cue.modifiers or bool(cue.modifiers & near)


def route_beside(
    sentence: Sentence, token: Token, verb: Token | None, cues: ContactCues
) -> tuple[Route, Span] | None:
    """How a contact ran, as an adjective or "through mediators" beside a noun or verb says."""
    for one in sentence.children(token):
        route = cues.routes.get(one.lower)
        if route is not None and one.index < token.index:
            return route, Span(one.start, token.end)
    holders = (token,) if verb is None else (token, verb)
    for preposition in (child for holder in holders for child in sentence.children(holder)):
        if preposition.lower in cues.words["by_way_of"]:
            for one in sentence.children(preposition):
                route = cues.routes.get(word_of(one))
                if route is not None:
                    return route, Span(preposition.start, one.end)
    return None
