"""Who is called by an office later on: "Olo Dan hosted Ana Brel. The Ruvian minister said"."""

from communique.extract.actors.lines import Line
from communique.extract.actors.surroundings import Setting
from communique.extract.actors.titled import Titled
from communique.extract.actors.uses import Person
from communique.languages.en.actors import actor_words

BACK = 2
"""How many sentences before such an office the name may stand."""


def epithet_of(
    person: Person, people: tuple[Person, ...], known: list[str | None], setting: Setting
) -> tuple[str, str, str] | None:
    """State, office and words by which a person without a title is called, or None.

    He is the only one near by of whom nothing is known, and nobody else acts for that state.
    """
    if not _is_open(person, None, setting):
        return None
    for number in sorted({use.line + back for use in person.uses for back in range(BACK + 1)}):
        if number >= len(setting.lines):
            break
        line = setting.lines[number]
        for titled in setting.titled[number]:
            state = titled.owner.state
            if state is None or state in known or not _is_epithet(titled):
                continue
            near = [
                other
                for other, held in zip(people, known, strict=True)
                if _is_near(other, number, titled) and _is_open(other, held, setting)
            ]
            if near == [person]:
                office = line.text(titled.title_start, titled.title_end)
                return state, office, line.text(titled.start, titled.end)
    return None


def _is_epithet(titled: Titled) -> bool:
    owner = titled.owner
    if titled.names or titled.is_plural or owner.is_former or owner.is_private:
        return False
    return owner.determiner in actor_words("article", "definite")


def _is_near(person: Person, number: int, titled: Titled) -> bool:
    return any(
        number - BACK <= use.line < number or (use.line == number and use.end <= titled.start)
        for use in person.uses
    )


def _is_open(person: Person, state: str | None, setting: Setting) -> bool:
    """Whether nothing is said of somebody's post: no title, and no "Dan, a baker"."""
    if state is not None or person.titled or len(person.full) < 2:
        return False
    return not any(_is_described(setting.lines[use.line], use.end) for use in person.uses)


def _is_described(line: Line, end: int) -> bool:
    articles = actor_words("article", "definite") | actor_words("article", "indefinite")
    return line.word(end) == "," and line.word(end + 1) in articles
