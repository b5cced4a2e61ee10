"""Who is meant by a noun phrase, a pronoun or the subject of a verb."""

from communique.extract.clauses import subject_of
from communique.extract.statements.scene import Scene
from communique.languages.en.cues import words
from communique.model.passages import Span
from communique.model.readings import ActorKey, Mention
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind

_THIRD_PERSON = frozenset({"it", "he", "she", "they", "its", "his", "her", "their", "him", "them"})
_FIRST_PERSON = frozenset({"we", "our", "us", "ours"})
_SINGULAR_FIRST = frozenset({"i", "my", "me"})


def actors_meant(
    scene: Scene, sentence: Sentence, token: Token | None, about: Span
) -> tuple[ActorKey, ...]:
    """The actors that a noun phrase with this head stands for; empty when it names none."""
    if token is None:
        return ()
    mention = scene.mention_at(sentence, token)
    if mention is not None and mention.how == "pronoun":
        group = _group_that_said(scene, sentence, token)
        if group:
            return group
    if mention is not None and mention.actors:
        found: list[ActorKey] = []
        for one in scene.joined(sentence, mention):
            found += [key for key in one.actors if key not in found]
        return tuple(found)
    return _who_without_name(scene, sentence, token, about)


def _group_that_said(scene: Scene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The group that "they" means in "the Hill Front said they had agreed"."""
    if token.lower not in words("clauses", "several"):
        return ()
    for above in sentence.ancestors(sentence.head(token)):
        subject = sentence.child(above, "nsubj")
        mention = None if subject is None else scene.mention_at(sentence, subject)
        if mention is not None and subject != token:
            return tuple(one for one in mention.actors if is_group(scene, one))
    return ()


def _who_without_name(
    scene: Scene, sentence: Sentence, token: Token, about: Span
) -> tuple[ActorKey, ...]:
    lower = token.lower
    if lower in _FIRST_PERSON:
        return we_at(scene, about)
    if lower in _SINGULAR_FIRST:
        speaker = speaker_at(scene, about)
        return () if speaker is None else (speaker,)
    if lower in words("clauses", "several") or _means_both(scene, sentence, token):
        return scene.parties_at(about)
    if lower in _THIRD_PERSON:
        return _who_spoke_above(scene, sentence, token, about)
    if token.lemma.lower() in words("clauses", "nouns_of_a_state"):
        return _state_before(scene, sentence, token, about)
    if token.pos == "NOUN" and token.lemma.lower() in words("clauses", "nouns_of_a_group"):
        near = {one.lower for one in sentence.children(token)}
        return _group_before(scene, token) if near & words("clauses", "group_before") else ()
    return ()


def we_at(scene: Scene, about: Span) -> tuple[ActorKey, ...]:
    """Whom "we" means: the parties when a party speaks of the contact, else the side."""
    speaker, side = speaker_at(scene, about), scene.attribution_of(about).side
    parties = scene.parties_at(about)
    states = {scene.actor_state(one) for one in parties}
    if parties and (speaker in parties or (side is not None and side in states)):
        return parties
    return (ActorKey(side),) if side else ()


def speaker_at(scene: Scene, about: Span) -> ActorKey | None:
    """Who speaks the words at the span, or None."""
    return scene.attribution_of(about).speaker


def _means_both(scene: Scene, sentence: Sentence, token: Token) -> bool:
    if token.lower in words("clauses", "several", "counted") and token.dep in (
        "nsubj",
        "nsubjpass",
        "pobj",
    ):
        return True
    if token.tag != "NNS" or token.lemma.lower() not in words("clauses", "both"):
        return False
    before = {one.lower for one in sentence.children(token)}
    return bool(before & words("clauses", "both", "determiners"))


def _who_spoke_above(
    scene: Scene, sentence: Sentence, token: Token, about: Span
) -> tuple[ActorKey, ...]:
    """A pronoun inside "X said that it ..." means X."""
    verb = sentence.head(token)
    for above in sentence.ancestors(verb):
        subject = sentence.child(above, "nsubj")
        if subject is not None and subject.index < token.index and subject != token:
            mention = scene.mention_at(sentence, subject)
            if mention is not None:
                return mention.actors
    speaker, side = speaker_at(scene, about), scene.attribution_of(about).side
    if side:
        return (ActorKey(side),)
    if speaker:
        return (speaker,)
    return (
        () if _has_unknown_sayer(scene, sentence, verb) else _subject_before(scene, sentence, token)
    )


def _has_unknown_sayer(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a noun that names nobody known says what the clause tells ("the founder said")."""
    above = sentence.head(verb)
    subject = sentence.child(above, "nsubj") if verb.dep == "ccomp" else None
    return (
        subject is not None
        and subject.pos == "NOUN"
        and scene.mention_at(sentence, subject) is None
    )


def _subject_before(scene: Scene, sentence: Sentence, token: Token) -> tuple[ActorKey, ...]:
    """The actor that is the nearest subject before a pronoun, in its sentence or the last."""
    for index in range(sentence.index, max(sentence.index - 3, -1), -1):
        one = scene.page.sentences[index]
        if one.block != sentence.block:
            break
        for subject in reversed(one.tokens):
            if subject.dep not in ("nsubj", "nsubjpass") or subject.start >= token.start:
                continue
            mention = scene.mention_at(one, subject)
            if mention is not None and len(mention.actors) == 1:
                return mention.actors
    return ()


def _state_before(
    scene: Scene, sentence: Sentence, token: Token, about: Span
) -> tuple[ActorKey, ...]:
    for one in sentence.children(token):
        if one.dep in ("amod", "poss", "compound", "nmod"):
            mention = scene.mention_at(sentence, one)
            if mention is not None and mention.actors:
                return mention.actors
    only = {one.lower for one in sentence.children(token)}
    if token.tag == "NN" and "the" in only and token.lemma in words("clauses", "several", "sides"):
        side = scene.attribution_of(about).side
        return (ActorKey(side),) if side else ()
    return ()


def _group_before(scene: Scene, token: Token) -> tuple[ActorKey, ...]:
    """The movement named last before a noun such as "the insurgents", else the last group."""
    movement: tuple[ActorKey, ...] = ()
    group: tuple[ActorKey, ...] = ()
    for mention in scene.cast.mentions:
        if mention.span.end > token.start:
            break
        if len(mention.actors) == 1 and is_group(scene, mention.actors[0]):
            group = mention.actors
            last = scene.actors[mention.actors[0]].name.lower().split()[-1]
            if last not in words("clauses", "nouns_of_a_state"):
                movement = mention.actors
    return movement or group


def is_group(scene: Scene, key: ActorKey) -> bool:
    """Whether an actor is a movement or authority without a state of its own."""
    actor = scene.actors.get(key)
    return actor is not None and actor.kind is ActorKind.GROUP


def parties_before(scene: Scene, sentence: Sentence, about: Span) -> tuple[ActorKey, ...]:
    """Who took part in the contact told of here, else in the sentence directly before."""
    found = scene.parties_at(about)
    if found or not sentence.index:
        return found
    before = scene.page.sentences[sentence.index - 1]
    for account in scene.told.accounts:
        if any(one.overlaps(before.span) for one in scene.told.spans.get(account.id, ())):
            return scene.parties_of(account)
    return ()


def subject_actors(
    scene: Scene, sentence: Sentence, predicate: Token, about: Span
) -> tuple[ActorKey, ...]:
    """Who the subject of a verb, or of what hangs on one, stands for; empty when nobody."""
    subjects = [
        one
        for one in sentence.children(predicate)
        if one.dep in ("nsubj", "nsubjpass") and one.index < predicate.index
    ]
    # Of two subjects ("Meeting X in Y, Z said") the nearer one is the verb's own.
    subject = subjects[-1] if len(subjects) > 1 else subject_of(sentence, predicate)
    found = actors_meant(scene, sentence, subject, about)
    token = predicate
    while not found:
        found = _who_stands_before(scene, sentence, token, about)
        # Whoever is the verb's own subject, known or not, is not the subject of the verb above.
        has_own = any(one.dep in ("nsubj", "nsubjpass") for one in sentence.children(token))
        if has_own or token.dep not in ("xcomp", "advcl", "conj") or token.tag in ("VBD", "VBZ"):
            break
        token = sentence.head(token)
    return found


def _who_stands_before(
    scene: Scene, sentence: Sentence, predicate: Token, about: Span
) -> tuple[ActorKey, ...]:
    """The mention that ends directly before a finite verb, adverbs aside."""
    mention = scene.mention_before(sentence, predicate)
    if mention is not None and _only_locates(sentence, mention, predicate):
        return ()
    if mention is None or predicate.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return ()
    return actors_meant(scene, sentence, sentence.tokens[mention.head], about)


def _only_locates(sentence: Sentence, mention: Mention, predicate: Token) -> bool:
    """Whether a name only tells where a subject is: "Merchants in Ostania said"."""
    subject = sentence.child(predicate, "nsubj", "nsubjpass")
    name = sentence.tokens[mention.head]
    if subject is None or subject.index >= name.index or name.dep not in ("pobj", "conj"):
        return False
    return _is_below(sentence, name, subject)


def _is_below(sentence: Sentence, token: Token, top: Token) -> bool:
    """Whether a name hangs on a noun by a preposition other than "of"."""
    owned = words("undertakings", "leading", "inside")
    has_link = False
    for above in sentence.ancestors(token):
        if above.index == top.index:
            return has_link
        if above.dep == "prep":
            if above.lower in owned:
                return False
            has_link = True
    return False
