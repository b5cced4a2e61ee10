"""Orders and invitations in the passive: who was tasked with something, or invited somewhere."""

from collections.abc import Iterator

from communique.extract.clauses import complement_end, is_asserted
from communique.extract.statements.details import is_history
from communique.extract.statements.follow import there
from communique.extract.statements.meant import actors_meant, parties_before
from communique.extract.statements.scene import Scene
from communique.extract.statements.stretches import stretches
from communique.extract.statements.undertaken import Found, claims_of
from communique.languages.en.cues import UndertakingCue, undertaking_cues, words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Claim
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import UndertakingKind

_KINDS = (UndertakingKind.INSTRUCTION, UndertakingKind.INVITATION)


def find_asked(scene: Scene) -> Iterator[Claim]:
    """What others were told or invited to do, by those named after "by" or the parties met."""
    cues = {
        word: cue
        for word, row in undertaking_cues().items()
        for cue in row
        if cue.kind in _KINDS and cue.part == "verb"
    }
    for sentence, token in scene.having(frozenset(cues)):
        subject = sentence.child(token, "nsubjpass")
        if token.tag != "VBN" or subject is None or not is_asserted(sentence, token):
            continue
        found = _read(scene, sentence, cues[token.lemma.lower()], token, subject)
        if found is not None:
            yield from claims_of(scene, found)


def _read(
    scene: Scene, sentence: Sentence, cue: UndertakingCue, verb: Token, subject: Token
) -> Found | None:
    start = _start(sentence, cue, verb)
    if start is None or is_history(scene, sentence, verb):
        return None
    is_order = cue.kind is UndertakingKind.INSTRUCTION
    mention = scene.mention_at(sentence, subject)
    if mention is None and not (is_order and subject.lemma.lower() in cue.objects):
        return None
    about = Span(verb.start, verb.end)
    by = _askers(scene, sentence, verb, about, is_order=is_order)
    told = () if mention is None else scene.acting(mention.actors, about)
    if not by or (told and set(told) & set(by)):
        return None
    tree = sentence.subtree(subject)
    end = complement_end(sentence, start, scene.wordings.get(sentence.index, ()))
    agent = sentence.child(verb, "agent")
    end = agent.index if agent is not None and start < agent.index < end else end
    return Found(
        sentence=sentence,
        kind=cue.kind,
        strength=cue.strength,
        rule=f"{cue.name}.passive",
        by=by,
        start=tree[0].index,
        parts=stretches(scene, sentence, start, end),
        to=(tree[0].index, tree[-1].index + 1),
        until=None if agent is None else sentence.subtree(agent)[-1].index + 1,
    )


def _start(sentence: Sentence, cue: UndertakingCue, verb: Token) -> int | None:
    """Where the words of what is asked begin: after "to" or "with" and a verb, or at a place."""
    for child in sentence.children(verb):
        if child.index < verb.index:
            continue
        if child.dep in ("xcomp", "advcl") and sentence.child(child, "aux") is not None:
            to = sentence.child(child, "aux")
            is_visit = child.lemma in words("undertakings", "visiting")
            if to is not None and (is_visit or cue.kind is UndertakingKind.INSTRUCTION):
                return to.index + 1
        if child.lower == "with" and sentence.child(child, "pcomp") is not None:
            return child.index + 1
    link = there(sentence, cue, verb, verb.index + 1)
    return None if link is None else link + 1


def _askers(
    scene: Scene, sentence: Sentence, verb: Token, about: Span, *, is_order: bool
) -> tuple[ActorKey, ...]:
    agent = sentence.child(verb, "agent")
    if agent is not None:
        found = actors_meant(scene, sentence, sentence.child(agent, "pobj"), about)
        return scene.acting(found, about)
    return scene.acting(parties_before(scene, sentence, about), about) if is_order else ()
