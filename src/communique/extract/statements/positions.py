"""Positions: where a state, body or group stands on a matter, and on what conditions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.clauses import (
    auxiliaries,
    complement_end,
    is_asserted,
    is_negated,
    span_of,
    subject_of,
)
from communique.extract.statements.conditions import conditions_after
from communique.extract.statements.details import is_history
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.position_cues import Matter, matter_of
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import passage_start
from communique.languages.en.cues import PositionCue, position_cues, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim, Position
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import Aspect, Strength


@dataclass(frozen=True, slots=True)
class Stand:
    """A position before it is a claim: ``start`` and ``matter`` are places of tokens."""

    sentence: Sentence
    holder: tuple[ActorKey, ...]
    stance: str
    start: int
    matter: tuple[int, int]
    rule: str
    conditions: tuple[Span, ...] = ()
    addressee: Span | None = None


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
        stand = stand or _by_form(scene, sentence, token)
        if stand is not None and _concerns_others(scene, stand):
            yield _claim(scene, stand)


@cache
def _cue_words() -> frozenset[str]:
    return (
        frozenset(position_cues())
        | words("positions", "modal", "auxiliaries")
        | words("positions", "modal", "needs")
        | words("positions", "conditional", "auxiliaries")
        | words("positions", "wish", "verbs")
        | {"be"}
    )


def _by_verb(scene: Scene, sentence: Sentence, verb: Token, cue: PositionCue) -> Stand | None:
    matter = matter_of(scene, sentence, verb, cue)
    if matter is None or is_history(scene, sentence, verb):
        return None
    by_noun = verb.dep in ("amod", "acl", "pcomp") and matter.addressee is not None
    if not (by_noun or is_asserted(sentence, verb)) or _is_passive(sentence, verb):
        return None
    about = Span(verb.start, verb.end)
    if by_noun:
        before = scene.mention_before(sentence, verb)
        who = () if before is None else before.actors
    else:
        who = subject_actors(scene, sentence, verb, about)
    start = passage_start(scene, sentence, verb, verb)
    return _stand(
        scene,
        sentence,
        verb,
        scene.acting(who, about),
        cue.stance,
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


def _stand(
    scene: Scene,
    sentence: Sentence,
    verb: Token,
    holder: tuple[ActorKey, ...],
    stance: str,
    start: int,
    matter: Matter,
    rule: str,
) -> Stand | None:
    if len(holder) != 1:
        return None
    end = complement_end(sentence, matter.start, scene.wordings.get(sentence.index, ()))
    said = sentence.tokens[matter.start : end]
    if not any(one.pos in ("NOUN", "PROPN", "VERB") or one.tag == "VB" for one in said):
        return None
    return Stand(
        sentence=sentence,
        holder=holder,
        stance=stance,
        start=start,
        matter=(matter.start, end),
        rule=rule,
        addressee=matter.addressee,
        conditions=conditions_after(scene, sentence, end),
    )


def _by_form(scene: Scene, sentence: Sentence, token: Token) -> Stand | None:
    """Positions that no single verb gives: what must, might or would be, what is good or bad."""
    if token.tag == "MD":
        return _modal(scene, sentence, token)
    if token.lemma in words("positions", "modal", "needs") and token.tag in ("VBZ", "VBP", "VBD"):
        after = sentence.tokens[min(token.index + 1, len(sentence.tokens) - 1)]
        verb = sentence.child(token, "xcomp") if after.tag == "TO" else None
        return _demand(scene, sentence, token, verb)
    if token.lemma == "be" and token.tag in ("VBZ", "VBP", "VBD"):
        return _evaluation(scene, sentence, token)
    if token.lemma in words("positions", "wish", "verbs") and is_negated(sentence, token):
        return _refusal(scene, sentence, token)
    return None


def _modal(scene: Scene, sentence: Sentence, auxiliary: Token) -> Stand | None:
    verb = sentence.head(auxiliary)
    if auxiliary.lower in words("positions", "modal", "auxiliaries"):
        return _demand(scene, sentence, auxiliary, verb)
    if (
        auxiliary.lower not in words("positions", "conditional", "auxiliaries")
        or verb.lemma not in words("positions", "conditional", "verbs")
        or verb.tag != "VB"
    ):
        return None
    is_future = auxiliary.lower in ("will", "would") and not is_negated(sentence, verb)
    if is_future and verb.lemma not in words("positions", "conditional", "stances"):
        return None
    about = Span(auxiliary.start, verb.end)
    if verb.dep not in ("ccomp", "advcl", "conj") and scene.speeches.speech_at(about) is None:
        return None
    holder = scene.acting(subject_actors(scene, sentence, verb, about), about)
    stance = f"{auxiliary.lower} not" if is_negated(sentence, verb) else auxiliary.lower
    start = min(passage_start(scene, sentence, auxiliary, verb), auxiliary.index)
    return _stand(
        scene,
        sentence,
        verb,
        holder,
        stance,
        start,
        Matter(verb.index),
        f"position.{auxiliary.lower}",
    )


def _demand(scene: Scene, sentence: Sentence, cue: Token, verb: Token | None) -> Stand | None:
    """Somebody says that another, or the world, must do something."""
    subject = None if verb is None else subject_of(sentence, verb)
    if verb is None or subject is None or verb.tag != "VB":
        return None
    about = Span(cue.start, verb.end)
    addressed = actors_meant(scene, sentence, subject, about)
    if not addressed and subject.lemma.lower() not in words("positions", "modal", "addressees"):
        return None
    holder = _speaker(scene, sentence, verb, about)
    if scene.acting(addressed, about) == holder:
        return None
    tree = sentence.subtree(subject)
    matter = Matter(verb.index, Span(tree[0].start, tree[-1].end))
    return _stand(
        scene,
        sentence,
        verb,
        holder,
        "calls for",
        tree[0].index,
        matter,
        f"position.{cue.lemma.lower()}",
    )


def _speaker(scene: Scene, sentence: Sentence, verb: Token, about: Span) -> tuple[ActorKey, ...]:
    """The side on whose word the clause stands, else the subject of the verb of saying above."""
    side = scene.attribution_of(about).side
    if side is not None:
        return (ActorKey(side),)
    for above in sentence.ancestors(verb):
        if above.dep in ("ROOT", "conj", "advcl", "ccomp") and above.pos == "VERB":
            who = actors_meant(scene, sentence, subject_of(sentence, above), about)
            if who:
                return scene.acting(who, about)
    return ()


def _evaluation(scene: Scene, sentence: Sentence, copula: Token) -> Stand | None:
    """Somebody says that a thing is important, or the only way forward."""
    subject = sentence.child(copula, "nsubj")
    said = sentence.child(copula, "acomp", "attr") or _predicate(sentence, copula)
    if subject is None or said is None or subject.pos == "PRON" or copula.dep != "ccomp":
        return None
    near = {one.lower for one in (said, *sentence.children(said))}
    is_weighed = said.lower in words("positions", "evaluation") or (
        said.lemma in words("positions", "evaluation", "nouns")
        and near & words("positions", "evaluation")
    )
    about = Span(subject.start, copula.end)
    holder = _speaker(scene, sentence, copula, about)
    tree = sentence.subtree(subject)
    if not is_weighed or len(holder) != 1 or tree[-1].index >= copula.index:
        return None
    end = complement_end(sentence, said.index, scene.wordings.get(sentence.index, ()))
    stance = span_of(sentence, copula.index, end)
    return Stand(
        sentence=sentence,
        holder=holder,
        stance=scene.text(stance),
        start=tree[0].index,
        matter=(tree[0].index, copula.index),
        rule="position.evaluation",
    )


def _predicate(sentence: Sentence, copula: Token) -> Token | None:
    """The noun or adjective after a copula, where the parser gives it another place."""
    for one in sentence.tokens[copula.index + 1 : copula.index + 6]:
        after = sentence.tokens[min(one.index + 1, len(sentence.tokens) - 1)]
        if one.pos in ("NOUN", "ADJ") and after.pos not in ("NOUN", "ADJ"):
            return one
        if one.pos not in ("DET", "ADJ", "ADV", "NOUN", "PRON"):
            return None
    return None


def _refusal(scene: Scene, sentence: Sentence, verb: Token) -> Stand | None:
    """A party that does not want something."""
    after = next(
        (
            one
            for one in sentence.children(verb)
            if one.index > verb.index and one.dep in ("ccomp", "xcomp", "dobj")
        ),
        None,
    )
    if after is None or any(one.tag == "MD" for one in auxiliaries(sentence, verb)):
        return None
    taken = words("positions", "taking", "objects")
    if verb.lemma in words("positions", "taking") and after.lemma not in taken:
        return None
    about = Span(verb.start, verb.end)
    holder = scene.acting(subject_actors(scene, sentence, verb, about), about)
    return _stand(
        scene,
        sentence,
        verb,
        holder,
        f"does not {verb.lemma}",
        passage_start(scene, sentence, verb, verb),
        Matter(verb.index + 1),
        f"position.not-{verb.lemma}",
    )


def _concerns_others(scene: Scene, stand: Stand) -> bool:
    """Whether a position is a matter between actors: told of a contact, or naming another."""
    whole = span_of(stand.sentence, stand.start, stand.matter[1])
    if scene.account_at(whole) is not None:
        return True
    return scene.names_another(stand.sentence.span, stand.sentence, stand.holder)


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


def find_receptions(scene: Scene) -> Iterator[Claim]:
    """How a deed sits with a party that the text names after it."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(words("positions", "reception", "phrases")):
        by_first.setdefault(phrase.split()[0], []).append(phrase)
    for sentence, token in scene.having(frozenset(by_first)):
        rest = sentence.text[token.start - sentence.start :].lower()
        for phrase in by_first.get(token.lower, ()):
            if rest.startswith(phrase):
                yield from _reception(scene, sentence, phrase, token)


def _reception(scene: Scene, sentence: Sentence, phrase: str, verb: Token) -> Iterator[Claim]:
    start, end = verb.start, verb.start + len(phrase)
    if "well" in phrase and not is_negated(sentence, verb):
        return
    subject = subject_of(sentence, verb)
    target = next((one for one in sentence.tokens if one.start >= end and one.pos != "DET"), None)
    while target is not None and target.dep in ("amod", "compound", "poss", "case"):
        target = sentence.head(target)
    if subject is None or target is None or target.start < end:
        return
    if sentence.child(verb, "nsubj") is None and subject.index > verb.index:
        return
    holder = scene.acting(
        actors_meant(scene, sentence, target, Span(target.start, target.end)), sentence.span
    )
    noun = sentence.head(subject) if subject.dep == "poss" else subject
    matter = sentence.subtree_span(noun)
    if len(holder) != 1 or matter.end > start:
        return
    stance = words("positions", "reception", "stances")
    yield scene.claim(
        Aspect.POSITION,
        Position(holder=holder, matter=scene.text(matter), stance=min(stance)),
        Span(matter.start, target.end),
        rule="position.reception",
        strength=Strength.NOTED,
    )
