"""Who held office on the document's day, by a family name alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.catalog.naming import NamingKind, holders_named
from communique.catalog.tables import OFFICES, Tables, Tenure
from communique.extract.actors.lines import ARGUMENTS, POSSESSIVE, Line
from communique.extract.actors.sides import named_from
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import title_at

LONGEST = 8
"""How many words behind a name are looked through for an office."""
OF_STATES = (NamingKind.STATE, NamingKind.ADJECTIVE, NamingKind.CAPITAL, NamingKind.SEAT)


@dataclass(frozen=True, slots=True)
class Holders:
    """The tenures of one day, and the states that the document names."""

    tables: Tables
    day: str | None
    named: frozenset[str]

    def of(self, word: str) -> tuple[Tenure, ...]:
        """The tenures of the holders whose family name it is, if all are of one state.

        Where several states have such a holder, those that the document names come first.
        """
        if self.day is None:
            return ()
        return of_one_state(holders_named(self.tables, word, self.day), self.named)


def holders_on(lines: Iterable[Line], tables: Tables, day: str | None) -> Holders:
    """The holders as a document with these lines may mean them."""
    named = {one.code(*OF_STATES) for line in lines for one in line.named()}
    return Holders(tables, day, frozenset(code for code in named if code))


def of_one_state(found: Iterable[Tenure], named: frozenset[str]) -> tuple[Tenure, ...]:
    """The tenures if all are of one state, else those of the one state named; highest first."""
    ordered = sorted(found, key=lambda one: one.since, reverse=True)
    ordered.sort(key=lambda one: OFFICES.index(one.office))
    states = {one.state for one in ordered}
    wanted = states if len(states) == 1 else states & named
    return tuple(one for one in ordered if one.state in wanted) if len(wanted) == 1 else ()


def is_described(line: Line, end: int) -> bool:
    """Whether words behind a name say who he is, and name no office: "Dan, the young player,"."""
    articles = actor_words("article", "definite") | actor_words("article", "indefinite")
    if line.word(end) != "," or line.word(end + 1) not in articles:
        return False
    for at in range(end + 2, min(end + 2 + LONGEST, len(line.words))):
        if line.words[at] == ",":
            break
        if title_at(line.words, at) is not None:
            return False
    return True


def is_holder(line: Line, start: int, end: int, holders: Holders) -> bool:
    """Whether a single word that no parser took for a person names a holder of the day.

    It does beside his state ("Ruvia's Dan", "Dan of Ruvia"), joined to a person ("Vant and Dan"),
    and as an argument where the document names his state elsewhere.
    """
    found = holders.of(line.words[start])
    at, word = start - 1, line.word(start - 1)
    if not found or line.tokens[start].tag not in ("NNP", "NNPS"):
        return False
    if is_described(line, end):
        return False
    if word in actor_words("and") and at > 0:
        return line.tokens[at - 1].entity == "PERSON"
    if word in actor_words("article", "definite") | actor_words("article", "indefinite"):
        return False
    if found[0].state in holders.named and line.tokens[start].dep in ARGUMENTS:
        return not line.is_title_case
    before = line.cover[at - (word in POSSESSIVE)] if at > 0 else None
    behind = named_from(line, end + 1) if line.word(end) in actor_words("of") else None
    states = {one.code(NamingKind.STATE, NamingKind.ADJECTIVE) for one in (before, behind) if one}
    return found[0].state in states
