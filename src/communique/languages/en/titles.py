"""English titles of public office, and where one begins in a row of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.languages.en.cues import table


@dataclass(frozen=True, slots=True)
class Title:
    """One office under all its wordings.

    ``office`` is the wording that makes two titles one; ``tenure`` the office that tenures are kept
    under, if it is one of those; ``state`` and ``body`` are set when only one has such an office;
    ``is_leader`` when "the two leaders" may mean its holder.
    """

    office: str
    wordings: tuple[str, ...]
    tenure: str | None
    state: str | None
    body: str | None
    is_leader: bool
    matches: str
    misses: str


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A title at a place in a row of words: from ``start`` up to but without ``end``."""

    start: int
    end: int
    title: Title
    is_plural: bool

    @property
    def office(self) -> str:
        """The wording that makes two titles one."""
        return self.title.office


@cache
def family(name: str) -> frozenset[str]:
    """The offices of one family of the table; raises KeyError if there is no such family."""
    return frozenset(table("titles")["family"][name])


@dataclass(frozen=True, slots=True)
class _Portfolio:
    nouns: frozenset[str]
    modifiers: frozenset[str]
    links: frozenset[str]
    fields: frozenset[str]


@cache
def titles() -> tuple[Title, ...]:
    """All titles of the table, in its order."""
    return tuple(
        Title(
            office=row["office"],
            wordings=tuple(row["wordings"]),
            tenure=row.get("tenure"),
            state=row.get("state"),
            body=row.get("body"),
            is_leader=row.get("leader", False),
            matches=row["matches"],
            misses=row["not"],
        )
        for row in table("titles")["title"]
    )


def title_at(words: Sequence[str], at: int) -> TitleFound | None:
    """The longest title that begins at a place in a row of lower-cased words, or None."""
    if at >= len(words):
        return None
    for size, title, plural in _by_first_word().get(words[at], ()):
        wording = size[0]
        if tuple(words[at : at + len(wording)]) == wording:
            listed = TitleFound(at, at + len(wording), title, plural)
            made = _portfolio_at(words, at)
            return made if made is not None and made.end > listed.end else listed
    return _portfolio_at(words, at)


@cache
def _portfolio() -> _Portfolio:
    row = table("titles")["portfolio"]
    return _Portfolio(**{name: frozenset(row[name]) for name in _Portfolio.__slots__})


def words_of(wording: str) -> tuple[str, ...]:
    """A wording as the parser cuts it: lower-cased, hyphens between letters as words."""
    return tuple(wording.lower().replace("’", "'").replace("-", " - ").split())


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[tuple[str, ...]], Title, bool], ...]]:
    found: dict[str, list[tuple[tuple[tuple[str, ...]], Title, bool]]] = {}
    for title in titles():
        for wording in title.wordings:
            words = words_of(wording)
            found.setdefault(words[0], []).append(((words,), title, False))
            for plural in _plurals(words):
                found.setdefault(plural[0], []).append(((plural,), title, True))
    return {
        word: tuple(sorted(rows, key=lambda row: (-len(row[0][0]), row[2])))
        for word, rows in found.items()
    }


def _plurals(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    if words[-1].endswith((".", "man", "woman")):
        made = words[-1].replace("man", "men")
        return ((*words[:-1], made),) if made != words[-1] else ()
    last = (*words[:-1], _plural_of(words[-1]))
    first = (_plural_of(words[0]), *words[1:])
    if len(words) > 1 and words[1] in ("of", "for", "general", "-"):
        return (first, last)
    return (last,)


def _plural_of(noun: str) -> str:
    """A noun with the ending of several: "ministers", "secretaries"."""
    is_hard = noun.endswith("y") and noun[-2:-1] not in tuple("aeiou")
    return f"{noun[:-1]}ies" if is_hard else f"{noun}s"


def _portfolio_at(words: Sequence[str], at: int) -> TitleFound | None:
    """Titles made of a portfolio: "Energy Minister", "Deputy Minister of Energy"."""
    if words[at] not in _portfolio_words():
        return None
    rows = _portfolio()
    end = at
    while end < len(words) and end - at < 6 and words[end] in rows.modifiers:
        end += 1
    first = end
    while end < len(words) and end - first < 6 and words[end] in rows.fields:
        end += 1
    if end >= len(words) or words[first] in ("and", "&", "of", "the"):
        return None
    several = _several()
    is_plural = words[end] in several
    noun = several.get(words[end], words[end])
    if noun not in rows.nouns:
        return None
    end += 1
    if end == first + 1:
        end = _field_end(words, end)
        if end == first + 1:
            return None
    office = " ".join(words[at:end])
    return TitleFound(at, end, _made(office, noun), is_plural)


@cache
def _several() -> dict[str, str]:
    """The nouns of portfolios by their plurals."""
    return {_plural_of(one): one for one in _portfolio().nouns}


@cache
def _portfolio_words() -> frozenset[str]:
    """The words with which a title made of a portfolio may begin."""
    rows = _portfolio()
    return rows.modifiers | rows.fields | rows.nouns | _several().keys()


def _field_end(words: Sequence[str], end: int) -> int:
    rows = _portfolio()
    if end + 1 >= len(words) or words[end] not in rows.links:
        return end
    last, at = end, end + 1
    while at < len(words) and at - end < 8 and words[at] in rows.fields:
        at += 1
        if words[at - 1] not in ("and", "&", "of", "the"):
            last = at
    return last


@cache
def _made(office: str, noun: str) -> Title:
    return Title(office, (office,), None, None, None, is_leader=False, matches="", misses=noun)


def titles_ending(words: Sequence[str]) -> Iterator[TitleFound]:
    """The titles that end with the last of these words."""
    found = (title_at(words, at) for at in range(len(words)))
    return (one for one in found if one is not None and one.end == len(words))
