"""Offices named without their holder: "the Ruvian president", "the prime minister"."""

from collections.abc import Iterable

from communique.catalog.tables import OFFICES
from communique.extract.actors.lines import Line
from communique.extract.actors.memory import Memory
from communique.extract.actors.titled import Titled
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import Title, family, title_at, words_of
from communique.model.readings import Actor, ActorKey
from communique.model.vocabulary import ActorKind

FOREIGN_MINISTER = OFFICES[2]


def is_office(line: Line, titled: Titled) -> bool:
    """Whether a title without a name is used of one particular holder."""
    owner = titled.owner
    if titled.names or titled.is_plural or owner.is_former or _is_modifier(line, titled):
        return False
    owned = bool(owner.sides or owner.possessor)
    if owner.determiner in actor_words("article", "indefinite"):
        return owned
    before = {line.word(at) for at in range(titled.start, titled.title_start)}
    before.add(line.word(titled.start - 1))
    if before & (actor_words("not_one") - {"first"}) and not owned:
        return False
    is_weak = titled.office in family("weak")
    known = actor_words("article", "definite") | actor_words("article", "possessive")
    if is_weak and not owned and owner.determiner not in known:
        return False
    if owner.is_private:
        return False
    is_capital = line.tokens[titled.title_start].text[0].isupper()
    return owned or bool(owner.determiner) or (is_capital and not is_weak)


def _is_modifier(line: Line, titled: Titled) -> bool:
    head = line.tokens[titled.title_end - 1]
    return head.dep in ("compound", "amod", "nmod") and head.head >= titled.end


def is_of_part(line: Line, titled: Titled) -> bool:
    """Whether a word says of what part of a state somebody is chief: "the Ruvian police chief"."""
    at = titled.title_start - 1
    if at < 0 or line.cover[at] is not None or titled.office not in family("any_head"):
        return False
    token = line.tokens[at]
    is_of_it = token.dep == "compound" and titled.title_start <= token.head < titled.title_end
    return is_of_it and token.tag in ("NN", "NNS")


def is_office_plural(titled: Titled) -> bool:
    """Whether one plural title is used of holders in one or several states."""
    return titled.is_plural and not titled.names and bool(titled.owner.sides)


def is_any_plural(titled: Titled) -> bool:
    """Whether a plural title says nothing of whose holders it means: "the ministers"."""
    return titled.is_plural and not titled.names and not titled.owner.sides


def titles_of(actor: Actor) -> tuple[Title, ...]:
    """The titles by which an actor's offices can be found again."""
    found: list[Title] = []
    for office in actor.offices:
        words = words_of(office.title)
        title = title_at(words, 0)
        if title is not None:
            found.append(title.title)
    return tuple(found)


def same_office(wanted: Title, held: Iterable[Title]) -> bool:
    """Whether one of the titles held can be called by the title wanted."""
    return any(_answers(wanted, title) for title in held)


def _answers(wanted: Title, held: Title) -> bool:
    if held.office == wanted.office:
        return True
    if wanted.office in family("any_leader") or wanted.office in family("any_head"):
        return held.is_leader
    if wanted.office in family("any_ending"):
        return held.office.endswith(wanted.office)
    return wanted.tenure == FOREIGN_MINISTER == held.tenure


def holder_of(
    wanted: Title,
    side: str | None,
    actors: Iterable[Actor],
    memory: Memory,
    *,
    is_counterpart: bool,
) -> ActorKey | None:
    """Who holds the office in the document: last spoken of, else first named later.

    Of a given side a person known to act for it comes first, then an office of it named without
    its holder, then a person whose state is not known.
    """
    fitting = [one for one in actors if not one.is_former and same_office(wanted, titles_of(one))]
    if side is not None:
        own = [one for one in fitting if _acts_for(one, side)]
        people = [one for one in own if one.kind is ActorKind.PERSON]
        strict = is_counterpart or wanted.office in family("weak")
        unknown = [one for one in fitting if one.state is None and not strict]
        fitting = people or own or [one for one in unknown if one.kind is ActorKind.PERSON]
    else:
        fitting = [one for one in fitting if one.kind is ActorKind.PERSON]
    if not fitting:
        return None
    keys = {one.key for one in fitting}
    last = {key: at for at, one in enumerate(memory.spoken) for key in one.keys if key in keys}
    return max(last, key=lambda key: last[key]) if last else fitting[0].key


def _acts_for(actor: Actor, side: str) -> bool:
    """Whether an actor acts for a state, or, having none, holds an office of a body or group."""
    if actor.state is not None:
        return actor.state == side
    return any(one.of == side for one in actor.offices)


def counterpart_of(memory: Memory, number: int) -> Title | None:
    """The title that a counterpart shares: of the subject of the line, else of who was last."""
    near = [one for one in memory.spoken if one.line >= number - 1]
    subjects = [one for one in near if one.is_subject and one.line == number]
    for one in (*reversed(subjects), *reversed(near)):
        for key in one.keys:
            titles = titles_of(memory.kinds[key])
            if titles and titles[0].office not in family("counterpart"):
                return titles[0]
    return None


def office_key(state: str | None, words: str) -> ActorKey:
    """The key of an office without a known holder; ``?`` stands for a state that is not known."""
    return ActorKey(f"office:{state or '?'}:{words.lower().replace('’', chr(39))}")
