"""Positions that no single verb gives: what must, might or would be, what is good or bad."""

from communique.extract.clauses import (
    auxiliaries,
    complement_end,
    is_in_question,
    is_negated,
    span_of,
    subject_of,
)
from communique.extract.statements.disclaimed import disclaimed
from communique.extract.statements.meant import actors_meant, subject_actors
from communique.extract.statements.position_cues import Matter
from communique.extract.statements.scene import Scene
from communique.extract.statements.stands import Stand, stand_of
from communique.extract.statements.stretches import passage_start
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import AttributionMode


def stand_by_form(scene: Scene, sentence: Sentence, token: Token) -> Stand | None:
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
    if token.lemma.lower() in words("positions", "disclaimed", "nouns"):
        holder = _speaker(scene, sentence, sentence.head(token), Span(token.start, token.end))
        return disclaimed(scene, sentence, token, holder)
    return None


def _modal(scene: Scene, sentence: Sentence, auxiliary: Token) -> Stand | None:
    verb = sentence.head(auxiliary)
    if auxiliary.dep != "aux" or is_in_question(sentence, verb) or _is_asked(sentence, verb):
        return None
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
    if verb.dep != "ccomp" and scene.speeches.speech_at(about) is None:
        return None
    holder = scene.acting(subject_actors(scene, sentence, verb, about), about)
    if _is_guessed_of(scene, holder, about):
        return None
    stance = f"{auxiliary.lower} not" if is_negated(sentence, verb) else auxiliary.lower
    start = min(passage_start(scene, sentence, auxiliary, verb), auxiliary.index)
    return stand_of(
        scene,
        sentence,
        verb,
        holder,
        stance,
        start,
        Matter(verb.index),
        f"position.{auxiliary.lower}",
    )


def _is_guessed_of(scene: Scene, holder: tuple[ActorKey, ...], about: Span) -> bool:
    """Whether somebody else says it: what another might do or want is a guess, and no position."""
    word = scene.attribution_of(about)
    return word.mode is not AttributionMode.NONE and word.side not in holder


def _is_asked(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says how or what ("how far it might go"), wherever it hangs."""
    before = [one for one in sentence.subtree(verb) if one.index < verb.index]
    return any(one.tag in ("WRB", "WP", "WDT") and one.lower != "that" for one in before)


def _demand(scene: Scene, sentence: Sentence, cue: Token, verb: Token | None) -> Stand | None:
    """Somebody says that another, or the world, must do something."""
    subject = None if verb is None else subject_of(sentence, verb)
    if verb is None or subject is None or verb.tag != "VB":
        return None
    # "the aid that it needs to ...", "should the talks fail": a description and a condition.
    if "relcl" in (cue.dep, verb.dep) or cue.index < subject.index:
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
    return stand_of(
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
    below = verb
    for above in sentence.ancestors(verb):
        # What only stands beside it ("X should go, and Y should stay") is nobody's word.
        is_told, below = below.dep == "ccomp", above
        if is_told and above.pos == "VERB":
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
    if any(one.tag in ("WDT", "WP") for one in sentence.subtree(subject)):
        return None
    near = {one.lower for one in (said, *sentence.children(said))}
    is_weighed = said.lower in words("positions", "evaluation") or (
        said.lemma in words("positions", "evaluation", "nouns")
        and near & words("positions", "evaluation")
    )
    is_weighed = is_weighed or said.lemma in words("positions", "evaluation", "verdicts")
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
    if after.lemma in words("positions", "guesses"):
        return None
    taken = words("positions", "taking", "objects")
    if verb.lemma in words("positions", "taking") and after.lemma not in taken:
        return None
    about = Span(verb.start, verb.end)
    holder = scene.acting(subject_actors(scene, sentence, verb, about), about)
    if _is_guessed_of(scene, holder, about):
        return None
    return stand_of(
        scene,
        sentence,
        verb,
        holder,
        f"does not {verb.lemma}",
        passage_start(scene, sentence, verb, verb),
        Matter(verb.index + 1),
        f"position.not-{verb.lemma}",
    )
