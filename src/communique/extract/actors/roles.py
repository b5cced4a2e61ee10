"""Words that mean actors named elsewhere: "the two leaders", "both sides", "they", "he", "it"."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.actors.ages import aged_until
from communique.extract.actors.lines import ARGUMENTS, Line
from communique.extract.actors.memory import REACH, SUBJECT_DEPS, Memory, Spoken, is_post
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import title_at
from communique.model.readings import ActorKey
from communique.model.syntax import Token
from communique.model.vocabulary import ActorKind

FAR = 9
"""How many sentences back those may stand whom "the ministers" or "both sides" mean."""
NUMBERS = (("three", 3), ("four", 4), ("five", 5), ("six", 6))
"""Keys of the table of number words, and what they count."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role word or pronoun; ``kind`` is persons, offices, states, listed, one, they or it."""

    start: int
    end: int
    kind: str
    noun: str
    count: int = 2


def find_roles(line: Line, taken: list[bool]) -> Iterator[Role]:
    """The role words and pronouns of a line, left to right."""
    at, tokens = 0, line.tokens
    while at < len(line.words):
        is_open = line.words[at] in _openings() or tokens[at].pos == "PRON"
        role = _role_at(line, at) if is_open and not taken[at] else None
        if role is None:
            at += 1
        else:
            yield role
            at = role.end


def _role_at(line: Line, at: int) -> Role | None:
    if (aged := aged_until(line, at)) is not None:
        return Role(at, aged, "one", line.words[aged - 1])
    return _pair_at(line, at) or _pronoun_at(line, at)


def _pair_at(line: Line, at: int) -> Role | None:
    """So "the two leaders", "both sides", "the sides", "the pair", "the latter"."""
    determiners = actor_words("pair", "determiners")
    start = at
    if line.words[at] in _articles():
        at += 1
        if line.word(at) in actor_words("pair", "alone") or _is_alone(line, at):
            return Role(start, at + 1, "persons", line.words[at], _count(line.words[at]))
        if line.word(at) in actor_words("listed", "first") | actor_words("listed", "last"):
            is_alone = at < len(line.tokens) and line.tokens[at].dep in ARGUMENTS
            return Role(start, at + 1, "listed", line.words[at]) if is_alone else None
        if line.word(at) not in determiners:
            return _bare_plural(line, start, at)
    if line.word(at) not in determiners:
        return None
    count = _count(line.word(at))
    at += 1 + (line.word(at + 1) in actor_words("article", "definite"))
    for noun in range(at, min(at + 4, len(line.words))):
        token = line.tokens[noun]
        if line.words[noun] in actor_words("former"):
            return None
        kind = _kind_of(token.lemma.lower())
        if kind is not None and token.tag in ("NNS", "NNPS") and token.dep != "compound":
            return Role(start, noun + 1, kind, token.lemma.lower(), count)
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT") or line.cover[noun] is not None:
            return None
    return None


@cache
def _articles() -> frozenset[str]:
    return actor_words("article", "definite") | actor_words("article", "pointing")


@cache
def _openings() -> frozenset[str]:
    """The words with which a role word may begin."""
    return _articles() | actor_words("pair", "determiners")


def _count(word: str) -> int:
    return next((n for key, n in NUMBERS if word in actor_words("number", key)), 2)


def _is_alone(line: Line, at: int) -> bool:
    """Whether a number stands for persons without any noun: "the two spoke"."""
    if line.word(at) not in actor_words("pair", "numbers") or at >= len(line.tokens):
        return False
    return line.tokens[at].dep in SUBJECT_DEPS


def _bare_plural(line: Line, start: int, at: int) -> Role | None:
    """So "the sides", and "the ministers" where several ministers were named before."""
    if at >= len(line.tokens):
        return None
    at = _last_of_title(line, at)
    token = line.tokens[at]
    lemma = token.lemma.lower()
    is_office = lemma in actor_words("pair", "offices")
    if token.tag != "NNS" or not (is_office or lemma in actor_words("pair", "bare")):
        return None
    if token.dep not in (ARGUMENTS if is_office else ("nsubj", "nsubjpass")):
        return None
    if line.word(at + 1) in actor_words("of") | actor_words("of", "origin"):
        return None
    kind = "offices" if is_office else _kind_of(lemma) or "states"
    return Role(start, at + 1, kind, lemma)


def _last_of_title(line: Line, at: int) -> int:
    """The last word of a title that begins here, else the place itself: "foreign ministers"."""
    title = title_at(line.words, at)
    return at if title is None else title.end - 1


def _kind_of(lemma: str) -> str | None:
    if lemma in actor_words("pair", "persons"):
        return "persons"
    return "states" if lemma in actor_words("pair", "states") else None


def _pronoun_at(line: Line, at: int) -> Role | None:
    token, word = line.tokens[at], line.words[at]
    if token.pos != "PRON":
        return None
    for kind, key in (("one", "one"), ("they", "they"), ("it", "thing")):
        if word in actor_words("pronoun", key) and token.tag != "PRP$":
            if kind == "it" and (token.dep != "nsubj" or _is_empty(line, token)):
                return None
            return Role(at, at + 1, kind, word)
    return None


def _is_empty(line: Line, token: Token) -> bool:
    """Whether an "it" means nothing: "it is important that"."""
    verb = line.sentence.head(token)
    if token.dep == "expl":
        return True
    if verb.lemma == "be" and line.sentence.child(verb, "attr") is not None:
        return True
    words = {one.lemma.lower() for one in line.sentence.children(verb)} | {verb.lemma.lower()}
    return bool(words & actor_words("pronoun", "empty"))


def resolve_role(role: Role, line: Line, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    """The actors that a role word means, or none when the text has not named any that fit."""
    if role.kind == "offices":
        return _office_holders(role.noun, number, memory)
    if role.kind == "listed":
        return _listed(role, number, memory)
    if role.count > 2:
        return _company(role, memory)
    if role.noun in actor_words("pair", "numbers"):
        return _two(role, number, memory)
    if role.kind == "persons":
        return _persons(role.noun, memory)
    if role.kind == "states":
        return _states(role, number, memory)
    if role.kind == "they":
        return _they(role, line, number, memory)
    if role.kind == "it":
        return _it(role, line, number, memory)
    return _one(role, line, number, memory)


def _company(role: Role, memory: Memory) -> tuple[ActorKey, ...]:
    for _, company in reversed(memory.companies):
        meant = memory.states_of(company) if role.kind == "states" else company  # or of envoys
        if len(meant) == role.count and memory.is_person(meant[0]) == (role.kind == "persons"):
            return meant
    return ()


def _office_holders(noun: str, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    """The several named last, not long before, who all hold the office that a plural names."""
    near = [*memory.companies, *memory.pairs]
    fitting = [
        (line, keys)
        for line, keys in near
        if number - FAR < line < number and all(has_office(key, noun, memory) for key in keys)
    ]
    return max(fitting, key=lambda one: (one[0], len(one[1])), default=(0, ()))[1]


def _listed(role: Role, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    """The first or the last of the two or more persons, else states, named just before."""
    for back in range(REACH):
        here = [
            one
            for one in memory.spoken
            if one.line == number - back and (back or one.end <= role.start) and not one.is_role
        ]
        for fits in (memory.is_person, lambda key: not memory.is_person(key)):
            keys = list(dict.fromkeys(key for one in here for key in one.keys if fits(key)))
            if len(keys) > 1:
                is_last = role.noun in actor_words("listed", "last")
                return (keys[-1] if is_last else keys[-2],)
    return ()


def _persons(noun: str, memory: Memory) -> tuple[ActorKey, ...]:
    pairs = [pair for _, pair in memory.pairs]
    fitting = [pair for pair in pairs[-8:] if all(has_office(key, noun, memory) for key in pair)]
    if fitting:
        of_states = [pair for pair in fitting if all(memory.kinds[key].state for key in pair)]
        return (of_states or fitting)[-1]
    if pairs:
        return pairs[-1]
    return memory.state_pairs[-1][1] if memory.state_pairs else ()


def _two(role: Role, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    """The two persons named earlier in the line, else the last two told of together."""
    here = [one for one in memory.spoken if one.line == number and one.end <= role.start]
    named = tuple(dict.fromkeys(key for one in here for key in one.keys if memory.is_person(key)))
    if named:
        return named if len(named) == 2 else ()
    return memory.pairs[-1][1] if memory.pairs else ()


def has_office(key: ActorKey, noun: str, memory: Memory) -> bool:
    """Whether an actor holds an office that a noun names, or any where the noun fits all."""
    actor = memory.kinds[key]
    if actor.kind is ActorKind.OFFICE:
        return noun in key
    offices = [one.title.lower() for one in actor.offices]
    if noun in actor_words("pair", "any"):
        return not actor.is_former
    return any(noun in one for one in offices)


def _states(role: Role, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    """The two states named earlier in the line, else the last two told of together."""
    here = [one for one in memory.spoken if one.line == number and one.end <= role.start]
    named = tuple(dict.fromkeys(key for one in here for key in one.keys if memory.is_state(key)))
    if len(named) == 2:
        return named
    if memory.state_pairs and memory.state_pairs[-1][0] < number - FAR:
        return _commonest(memory)
    if memory.state_pairs and (
        not memory.pairs or memory.state_pairs[-1][0] >= memory.pairs[-1][0]
    ):
        return memory.state_pairs[-1][1]
    if role.noun in actor_words("pair", "for_states") and memory.pairs:
        return memory.pairs[-1][1]
    return memory.state_pairs[-1][1] if memory.state_pairs else ()


def _commonest(memory: Memory) -> tuple[ActorKey, ...]:
    """The two states that the text most often tells of together."""
    counted = Counter(frozenset(pair) for _, pair in memory.state_pairs)
    most = max(counted.values())
    return next(
        pair for _, pair in reversed(memory.state_pairs) if counted[frozenset(pair)] == most
    )


def _they(role: Role, line: Line, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    head = line.sentence.head(line.tokens[role.start])
    here = [one for one in memory.spoken if one.line == number and one.end <= role.start]
    if joined := _joined_subjects(here, line) or _joined_last(here, line):
        return joined
    for back in range(1, REACH):
        earlier = [one for one in memory.spoken if one.line == number - back]
        plural = next((one.keys for one in reversed(earlier) if _is_plural(one, memory)), ())
        pair = next((p for at, p in reversed(memory.pairs) if at == number - back), ())
        states = next((p for at, p in reversed(memory.state_pairs) if at == number - back), ())
        found = plural or pair or states
        if found and head is not None:
            return tuple(found)
    return ()


def _joined_subjects(here: list[Spoken], line: Line) -> tuple[ActorKey, ...]:
    subjects = [one for one in here if one.is_subject]
    if len(subjects) == 1 and len(subjects[0].keys) > 1:
        return subjects[0].keys
    keys = tuple(dict.fromkeys(key for one in subjects for key in one.keys))
    words = line.words[subjects[0].end : subjects[-1].start] if len(subjects) > 1 else ()
    return (
        keys
        if len(keys) == 2 and len(words) < 6 and any(one in actor_words("and") for one in words)
        else ()
    )


def _joined_last(here: list[Spoken], line: Line) -> tuple[ActorKey, ...]:
    """The last two actors joined by "and" earlier in the line: "Ruvia and Costona"."""
    for left, right in zip(here[-2::-1], here[:0:-1], strict=True):
        between = line.words[left.end : right.start]
        if len(between) == 1 and between[0] in actor_words("and"):
            return (*left.keys, *right.keys)
    return ()


def _is_plural(one: Spoken, memory: Memory) -> bool:
    if len(one.keys) > 1 and one.is_subject:
        return True
    actor = memory.kinds.get(one.keys[0])
    return (
        one.is_subject
        and actor is not None
        and actor.kind is ActorKind.OFFICE
        and actor.name.endswith("s")
    )


def _it(role: Role, line: Line, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    verb = line.sentence.head(line.tokens[role.start]).lemma.lower()
    speaks = verb in actor_words("speaking", "verbs")
    reach = 2 * REACH if speaks else REACH
    things = [
        one
        for one in memory.spoken
        if one.line > number - reach
        and (one.is_subject or one.speaks)
        and _is_thing(one, memory)
        and (one.line < number or one.end <= role.start)
    ]
    if not things:
        return ()
    nearest = [one for one in things if one.line == things[-1].line]
    said = [one for one in nearest if one.speaks]
    return (said or nearest)[0].keys


def _is_thing(one: Spoken, memory: Memory) -> bool:
    if len(one.keys) != 1:
        return False
    actor = memory.kinds.get(one.keys[0])
    if actor is None or actor.kind is ActorKind.PERSON:
        return False
    return not (actor.kind is ActorKind.OFFICE and is_post(actor.key))


def _one(role: Role, line: Line, number: int, memory: Memory) -> tuple[ActorKey, ...]:
    token = line.tokens[role.end - 1]
    here = [
        one
        for one in memory.spoken
        if one.line == number and one.end <= role.start and _is_one(one, memory, role.noun)
    ]
    subject = [one for one in here if one.is_subject or one.is_possessor]
    is_object = token.dep not in SUBJECT_DEPS and token.dep != "conj"
    barred: tuple[ActorKey, ...] = ()
    if is_object and subject and _same_clause(line, subject[-1], token):
        # Who met "him" is somebody else, on whatever line he was named before.
        barred = subject[-1].keys
        here = [one for one in here if one.keys != barred]
        subject = []
    if subject:
        return (_reporter(line, token, subject) or subject[0]).keys
    for back in range(1, REACH):
        earlier = [
            o
            for o in memory.spoken
            if o.line == number - back and _is_one(o, memory, role.noun) and o.keys != barred
        ]
        best = [one for one in earlier if one.is_subject or one.speaks] or earlier
        if best and not is_object:
            return best[-1].keys if best[-1].speaks else best[0].keys
        if best and is_object:
            return best[-1].keys
    return here[-1].keys if here else ()


def _reporter(line: Line, token: Token, subjects: list[Spoken]) -> Spoken | None:
    """Who is the subject of a verb above the pronoun's own: "Dan waved; Vant said he agreed"."""
    for above in line.sentence.ancestors(line.sentence.head(token)):
        own = line.sentence.child(above, *SUBJECT_DEPS)
        for one in subjects:
            if own is not None and one.start <= own.index < one.end:
                return one
    return None


def _same_clause(line: Line, subject: Spoken, token: Token) -> bool:
    verb = line.sentence.head(line.tokens[line.head(subject.start, subject.end)])
    return any(above.index == verb.index for above in line.sentence.ancestors(token))


def _is_one(one: Spoken, memory: Memory, word: str) -> bool:
    """Whether one person is spoken of whom a pronoun can mean by what is known of the gender."""
    if len(one.keys) != 1 or not memory.is_person(one.keys[0]):
        return False
    gender = memory.genders.get(one.keys[0])
    tells_none = word in actor_words("aged", "old")
    return gender is None or tells_none or word in actor_words("pronoun", gender)
