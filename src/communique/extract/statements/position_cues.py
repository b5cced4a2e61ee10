"""What a verb of position is about: where the words of the matter begin, and who is addressed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from communique.extract.clauses import FINITE, SUBJECTS
from communique.extract.statements.places import state_named
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import PositionCue, table, words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Matter:
    """Where the words of a matter begin, and the phrase that names who is to act, or None.

    ``stance`` is given where the noun tells it ("voiced opposition to"), else the cue does.
    """

    start: int
    addressee: Span | None = None
    stance: str | None = None


def matter_of(scene: Scene, sentence: Sentence, verb: Token, cue: PositionCue) -> Matter | None:
    """The matter of a verb of position, or None when what the cue needs does not follow."""
    if verb.pos not in ("VERB", "AUX"):
        return None
    for follow, rule in _RULES.items():
        if follow in cue.follow:
            found = rule(scene, sentence, verb)
            if found is not None:
                return found
    return None


def _object(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    for one in sentence.children(verb):
        is_gerund = one.dep in ("xcomp", "ccomp", "acl", "advcl") and one.tag == "VBG"
        if one.index > verb.index and (one.dep == "dobj" or is_gerund):
            if one.pos == "PRON" or one.entity in ("DATE", "TIME", "PERCENT", "MONEY"):
                return None
            if verb.lemma in words("positions", "receiving") and _is_person(scene, sentence, one):
                return None
            insights = words("positions", "insights")
            if verb.lemma in words("positions", "insights", "verbs") and one.lemma in insights:
                return None
            return Matter(sentence.subtree(one)[0].index)
    return None


def _is_person(scene: Scene, sentence: Sentence, token: Token) -> bool:
    mention = scene.mention_at(sentence, token)
    actors = () if mention is None else mention.actors
    return any(key in scene.actors and scene.actors[key].kind is ActorKind.PERSON for key in actors)


def _preposition(sentence: Sentence, verb: Token, name: str) -> Matter | None:
    for one in sentence.children(verb):
        if one.lower == name and one.dep == "prep" and one.index - verb.index <= 2:
            target = sentence.child(one, "pobj", "pcomp")
            if target is not None and target.pos != "PRON":
                return Matter(one.index + 1)
    return None


def _to(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    return _preposition(sentence, verb, "to")


def _for(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    return _preposition(sentence, verb, "for")


def _person_to(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """Whom "X urged Y to ..." addresses, and what is asked."""
    tokens = sentence.tokens
    for one in tokens[verb.index + 1 : verb.index + 12]:
        if one.tag in ("VBD", "VBZ", "MD") or one.text in (",", ";", ":"):
            return None
        if one.tag == "TO" and one.index > verb.index + 1:
            first = tokens[verb.index + 1]
            span = Span(first.start, tokens[one.index - 1].end)
            return Matter(one.index, span) if _may_act(scene, sentence, span) else None
    return None


def _on_person_to(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    after = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else None
    return _person_to(scene, sentence, after) if after and after.lower in ("on", "upon") else None


def _may_act(scene: Scene, sentence: Sentence, span: Span) -> bool:
    inside = sentence.within(span)
    addressees = words("positions", "modal", "addressees")
    return any(
        one.lemma.lower() in addressees
        or scene.mention_at(sentence, one) is not None
        or state_named(scene.page.tables, sentence, one) is not None
        for one in inside
    )


def _relations(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    noun = sentence.child(verb, "dobj")
    if noun is None or noun.lemma.lower() not in words("undertakings", "posture", "nouns"):
        return None
    return Matter(sentence.subtree(noun)[0].index)


def _importance(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    noun = sentence.child(verb, "dobj")
    if noun is None or noun.lemma not in words("positions", "importance", "nouns"):
        return None
    to = next(
        (one for one in sentence.tokens[noun.index : noun.index + 4] if one.lower == "to"), None
    )
    return None if to is None else Matter(to.index + 1)


def _ready_for_relations(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """A posture towards another: "is ready to deepen friendly relations with"."""
    ready = sentence.child(verb, "acomp")
    if ready is None or ready.lemma not in words("positions", "posture"):
        return None
    deed = sentence.child(ready, "xcomp", "acl")
    noun = None if deed is None else sentence.child(deed, "dobj")
    if deed is None or noun is None:
        return None
    if noun.lemma.lower() not in words("undertakings", "posture", "nouns"):
        return None
    about = Span(ready.start, noun.end)
    return None if scene.account_at(about) is not None else Matter(deed.index)


def _need(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """What is only stressed: "the need to reopen the port"."""
    noun = sentence.child(verb, "dobj")
    if noun is None or noun.index < verb.index:
        return None
    if noun.lemma.lower() not in words("positions", "needed"):
        return None
    return Matter(sentence.subtree(noun)[0].index)


def _noun_of_stance(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """What a noun of stance is about: "voiced support for", "reiterated its opposition to"."""
    noun = sentence.child(verb, "dobj")
    if noun is None or noun.index < verb.index:
        return None
    stance = _stances().get(noun.lemma.lower())
    links = words("positions", "stances", "links")
    link = next(
        (one for one in sentence.tokens[noun.index + 1 : noun.index + 4] if one.lower in links),
        None,
    )
    target = None if link is None else sentence.child(link, "pobj", "pcomp")
    if stance is None or link is None or target is None or target.entity in ("DATE", "TIME"):
        return None
    return Matter(link.index + 1, stance=stance)


@cache
def _stances() -> dict[str, str]:
    """The stance that each noun tells."""
    rows: dict[str, list[str]] = table("positions")["stances"]["nouns"]
    return {noun: stance for stance, nouns in rows.items() for noun in nouns}


def _out_object(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """What is ruled out."""
    out = sentence.child(verb, "prt")
    found = None if out is None else _object(scene, sentence, verb)
    return found if out is not None and out.lower in words("positions", "out") else None


def _refused(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """A deed towards others that is refused: "refuses to recognise the council"."""
    deed = sentence.child(verb, "xcomp")
    if deed is None or deed.index < verb.index:
        return None
    to = sentence.child(deed, "aux")
    if to is None or deed.lemma not in words("positions", "refusing"):
        return None
    return Matter(to.index)


def _that(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """What is held to be so: "insists that the island is its own", and no guess at what will be."""
    clause = sentence.child(verb, "ccomp")
    subject = None if clause is None else sentence.child(clause, *SUBJECTS)
    if clause is None or subject is None or clause.index < verb.index:
        return None
    if subject.index < verb.index or _is_guess(sentence, clause):
        return None
    # What "he" or "they" believe is mostly a guess at what others think.
    believer = sentence.child(verb, "nsubj")
    is_vague = believer is None or believer.pos == "PRON" or clause.tag == "VBD"
    if is_vague and verb.lemma in words("positions", "believing"):
        return None
    # "They believed that ...", in the outlet's own words, is what turned out otherwise.
    is_past = verb.tag == "VBD" and verb.lemma in words("positions", "believing")
    if is_past and scene.attribution_of(Span(verb.start, verb.end)).side is None:
        return None
    start = sentence.subtree(subject)[0].index
    names = scene.names_another(sentence.subtree_span(clause), sentence, ())
    return Matter(start) if names or scene.account_at(sentence.span) is not None else None


def _is_guess(sentence: Sentence, clause: Token) -> bool:
    aux = [one for one in sentence.children(clause) if one.dep in ("aux", "auxpass")]
    if any(one.lower in words("positions", "guessing") for one in aux):
        return True
    return clause.tag not in FINITE and not any(one.tag in FINITE for one in aux)


def _must(scene: Scene, sentence: Sentence, verb: Token) -> Matter | None:
    """What is demanded of another: "demanded that Ostania release the crew"."""
    clause = sentence.child(verb, "ccomp")
    subject = None if clause is None else sentence.child(clause, *SUBJECTS)
    if clause is None or subject is None or subject.index < verb.index:
        return None
    tree = sentence.subtree(subject)
    return Matter(tree[0].index, Span(tree[0].start, tree[-1].end))


_RULES: dict[str, Callable[[Scene, Sentence, Token], Matter | None]] = {
    "relations-object": _relations,
    "importance-to": _importance,
    "ready-for-relations": _ready_for_relations,
    "person-to": _person_to,
    "on-person-to": _on_person_to,
    "need-object": _need,
    "stance-noun": _noun_of_stance,
    "out-object": _out_object,
    "refused": _refused,
    "must-that": _must,
    "that": _that,
    "object": _object,
    "to": _to,
    "for": _for,
}
