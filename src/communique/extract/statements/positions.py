"""Positions: where a state, body or group stands on a matter, and on what conditions."""

from collections.abc import Iterator
from functools import cache

from communique.extract.clauses import auxiliaries, is_asserted, span_of
from communique.extract.statements.details import is_history
from communique.extract.statements.meant import subject_actors
from communique.extract.statements.places import state_meant
from communique.extract.statements.position_cues import matter_of
from communique.extract.statements.position_forms import stand_by_form
from communique.extract.statements.scene import Scene
from communique.extract.statements.stands import Stand, stand_of
from communique.extract.statements.stretches import passage_start
from communique.extract.statements.undertaken import is_of_watchers
from communique.languages.en.cues import PositionCue, position_cues, words
from communique.model.passages import Span
from communique.model.readings import Claim, Position
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength


def find_positions(scene: Scene) -> Iterator[Claim]:
    """The positions told of, each with one holder."""
    for sentence, token in scene.having(_cue_words()):
        if sentence.tokens[-1].text == "?":
            continue
        stand = None
        for cue in position_cues().get(token.lemma.lower(), ()):
            stand = _by_verb(scene, sentence, token, cue)
            if stand is not None:
                break
        stand = stand or stand_by_form(scene, sentence, token)
        if stand is not None and _concerns_others(scene, stand) and not _is_idle(scene, stand):
            yield _claim(scene, stand)


@cache
def _cue_words() -> frozenset[str]:
    return (
        frozenset(position_cues())
        | words("positions", "modal", "auxiliaries")
        | words("positions", "modal", "needs")
        | words("positions", "conditional", "auxiliaries")
        | words("positions", "wish", "verbs")
        | words("positions", "disclaimed", "nouns")
        | {"be"}
    )


def _by_verb(scene: Scene, sentence: Sentence, verb: Token, cue: PositionCue) -> Stand | None:
    matter = matter_of(scene, sentence, verb, cue)
    if matter is None or is_history(scene, sentence, verb):
        return None
    by_noun = verb.dep in ("amod", "acl", "pcomp") and matter.addressee is not None
    if not (by_noun or is_asserted(sentence, verb)) or _is_passive(sentence, verb):
        return None
    # "Vostland, which backs Ostania": a description, and nothing that is said now.
    if verb.dep == "relcl" and "object" in cue.follow:
        return None
    about = Span(verb.start, verb.end)
    if by_noun:
        before = scene.mention_before(sentence, verb)
        who = () if before is None else before.actors
    else:
        who = subject_actors(scene, sentence, verb, about)
    start = passage_start(scene, sentence, verb, verb)
    return stand_of(
        scene,
        sentence,
        verb,
        scene.acting(who, about),
        matter.stance or cue.stance,
        start,
        matter,
        f"position.{cue.words[0]}",
    )


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    return (
        verb.tag == "VBN"
        and not any(one.lemma == "have" for one in auxiliaries(sentence, verb))
        and (
            sentence.child(verb, "auxpass", "nsubjpass") is not None
            or (
                verb.dep in ("acl", "amod", "advcl", "relcl")
                and sentence.child(verb, "nsubj") is None
            )
        )
    )


def _concerns_others(scene: Scene, stand: Stand) -> bool:
    """Whether a position is a matter between actors: told of a contact, or naming another."""
    whole = span_of(stand.sentence, stand.start, stand.matter[1])
    if scene.account_at(whole) is not None:
        return True
    return scene.names_another(stand.sentence.span, stand.sentence, stand.holder)


def _is_idle(scene: Scene, stand: Stand) -> bool:
    """Whether it is advice to one's own people, or what those who only watch say."""
    if stand.addressee is not None:
        told = stand.sentence.within(stand.addressee)
        if {one.lemma.lower() for one in told} & words("positions", "own_people"):
            return True
        whose = {state_meant(scene.page.tables, stand.sentence, one) for one in told}
        if whose & set(stand.holder):
            return True
    word = scene.attribution_of(span_of(stand.sentence, *stand.matter))
    return is_of_watchers(scene, word)


def _claim(scene: Scene, stand: Stand) -> Claim:
    matter = span_of(stand.sentence, *stand.matter)
    end = max([matter.end, *(one.end for one in stand.conditions)])
    start = stand.sentence.tokens[stand.start].start
    if stand.matter[0] == stand.start:
        end = max(end, stand.sentence.start + _end_of(stand))
    return scene.claim(
        Aspect.POSITION,
        Position(
            holder=stand.holder,
            matter=scene.text(matter),
            stance=stand.stance,
            conditions=tuple(scene.text(one) for one in stand.conditions),
            addressee=None if stand.addressee is None else scene.text(stand.addressee),
        ),
        Span(min(start, matter.start), end),
        rule=stand.rule,
        strength=Strength.NOTED,
        within=matter,
    )


def _end_of(stand: Stand) -> int:
    """Where the stance ends, when it stands after the matter ("... was the only way")."""
    found = stand.sentence.text.find(stand.stance.strip("“”\"'"))
    return found + len(stand.stance) if found >= 0 else 0
