"""Whether a side issues a text itself, as its head, title, outlet and address show: kind and side.

A letterhead counts with words that say the kind of text ("Press release"), or with two signs of
whose it is; a title counts alone where it says both kind and issuer, and so does an organ that is
told as the outlet ("The White House"). What shows that an outlet tells (a byline, an agency's
dateline, another outlet's name) outweighs all of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.catalog.hosts import side_of_address
from communique.catalog.naming import OF_OUTLETS, holders_named, namings_of
from communique.catalog.tables import Tables, Tenure
from communique.intake.about import About
from communique.intake.letterheads import BY_REPUTE, Part, Role, head_of, names_organ, part_of
from communique.languages.en.heads import head_words, without_mark
from communique.languages.en.originals import original_words
from communique.languages.en.times import stamp_in
from communique.languages.en.titles import title_at, words_of
from communique.model.documents import Block
from communique.model.vocabulary import BlockKind, DocumentKind

_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")


@dataclass(frozen=True, slots=True)
class Issue:
    """What the head of a text says of its issue: kind, side, issuer, and the lines that say so."""

    kind: DocumentKind
    side: str | None
    issuer: str | None
    lines: tuple[Block, ...]


def issue_of(text: str, about: About, known: Sequence[Block], tables: Tables) -> Issue | None:
    """Who issues a text and as what; None where nothing shows that a side issues it itself."""
    named = about.outlet and f"//{about.outlet}"
    host = side_of_address(about.address or named, tables)
    head = tuple(head_of(text, known, tables))
    told = (*_told(about, tables), *head)
    if _is_outlets(about, told, tables, has_host=host is not None):
        return None
    organs = [one for one in told if one.role is Role.ORGAN]
    kind = _kind(told)
    if organs:
        side = _side_named(told) or host or _side_beside(told) or _side_held(told, about, tables)
    else:
        side = host or _side_in_title(told, about, tables)
    publishes = about.outlet is not None and (bool(host) or told[0].role is Role.ORGAN)
    is_own = kind is not None or publishes or (bool(organs) and _signs(told, host) > 1)
    if side is None or not is_own:
        return None
    joint = any(one.is_joint for one in organs)
    lines = tuple(_lines(head))
    return Issue(kind or DocumentKind.RELEASE, None if joint else side, _issuer(told), lines)


def _told(about: About, tables: Tables) -> Iterator[Part]:
    """The outlet and title that are told beside the text, as parts of its head."""
    for words in (about.outlet, about.title):
        if words:
            yield part_of(words, tables)


def _is_outlets(about: About, told: Sequence[Part], tables: Tables, *, has_host: bool) -> bool:
    """Whether an outlet tells: it is named, or its byline, dateline or way of heading is there."""
    words = head_words()
    if any(words.is_news(one.words, is_head=one.role is not Role.TEXT) for one in told):
        return True
    if about.outlet is None:
        return False
    is_known = any(one.kind in OF_OUTLETS for one in namings_of(tables, about.outlet))
    return is_known or (told[0].role is not Role.ORGAN and not has_host)


def _kind(told: Iterable[Part]) -> DocumentKind | None:
    """The first kind that the head says; any other goes before a release, which all may be."""
    kinds = [one.kind for one in told if one.role in (Role.KIND, Role.TITLE)]
    others = (one for one in kinds if one is not DocumentKind.RELEASE)
    return next(others, kinds[0] if kinds else None)


def _signs(told: Iterable[Part], host: str | None) -> int:
    """How many signs there are of whose text it is: organs, states beside them, the address."""
    signs = 0 if host is None else 1
    for one in told:
        if one.role is Role.ORGAN:
            has_state = bool(one.sides) and names_organ(one.besides, ())
            signs += 1 + has_state + bool(one.capitals)
        signs += one.role is Role.STATE
    return signs


def _side_named(told: Iterable[Part]) -> str | None:
    """The first state or body that the lines of organs and states name.

    What says it outright goes before seats and ministries that are known to be one's, and capitals.
    """
    own = [one for one in told if one.role in (Role.ORGAN, Role.STATE)]
    sides = [code for one in own for code in one.sides]
    known = [code for one in own for code in one.codes(*BY_REPUTE)]
    capitals = [code for one in own for code in one.capitals]
    return next(iter([*sides, *known, *capitals]), None)


def _side_beside(told: Iterable[Part]) -> str | None:
    """The state whose capital the small print or the date names, or with which the text opens."""
    for one in told:
        opens = one.role is Role.TEXT and bool(one.named) and one.named[0].span.start == 0
        if one.capitals and (one.role in (Role.SMALL, Role.DAY) or opens):
            return one.capitals[0]
    return None


def _side_in_title(told: Sequence[Part], about: About, tables: Tables) -> str | None:
    """The side that a title says speaks, where it names nobody and nothing else there."""
    for one in told:
        who = head_words().issuer_in(one.words) if one.role is Role.TITLE else None
        if not who:
            continue
        part = part_of(who, tables)
        if part.is_joint or not head_words().may_speak(part.besides):
            continue
        held = {one.state for one in _holders(part.words, _day(told, about), tables)}
        named = {*part.sides, *part.codes(*BY_REPUTE)} or {_side_of_post(who)} - {None}
        sides = named if held <= named else named | held
        if len(sides) == 1:
            return sides.pop()
    return None


def _side_of_post(words: str) -> str | None:
    """The side that alone has a post of this title."""
    low = words_of(words)
    titles = (found.title for at in range(len(low)) if (found := title_at(low, at)))
    return next((code for one in titles if (code := one.state or one.body)), None)


def _side_held(told: Sequence[Part], about: About, tables: Tables) -> str | None:
    """The state of the one holder of the issuing office whom the text names as it opens."""
    words = original_words()
    organs = (one.words for one in told if one.role is Role.ORGAN)
    offices = {words.issuer_of(one) or words.seat_of(one) for one in organs}
    found = {
        one.state
        for part in told
        if part.role is Role.TEXT
        for one in _holders(part.words, _day(told, about), tables)
        if words.seat_of(one.office) in offices and one.state not in part.sides
    }
    return found.pop() if len(found) == 1 else None


def _holders(words: str, day: str | None, tables: Tables) -> Iterator[Tenure]:
    """Who held an office on a day and is named: by his whole name, or by the end of one."""
    for match in _NAME.finditer(words):
        name = without_mark(match[0]).split()
        for at in range(len(name)):
            found = holders_named(tables, " ".join(name[at:]), day)
            if found:
                yield from found
                break


def _day(told: Sequence[Part], about: About) -> str | None:
    """The day that is told beside the text, or at its head."""
    lines = [about.date or "", *(one.words for one in told if one.role is not Role.TEXT)]
    stamps = (stamp.edtf for one in lines if (stamp := stamp_in(one)))
    return next((one[:10] for one in stamps), None)


def _issuer(told: Sequence[Part]) -> str | None:
    """The issuer as the letterhead names it, with its state where that stands on another line."""
    organ = next((one for one in told if one.role is Role.ORGAN), None)
    if organ is None:
        return None
    state = next((one for one in told if one.role is Role.STATE), None)
    named = [organ.words] if organ.sides or state is None else [organ.words, state.words]
    return ", ".join(_written(one) for one in named)


def _written(words: str) -> str:
    """Words in capitals as they are written in running text."""
    if not words.isupper():
        return words
    small = head_words().small_words
    return " ".join(one if one in small else one.capitalize() for one in words.lower().split())


def _lines(head: Iterable[Part]) -> Iterator[Block]:
    """What the lines of the head are: letterhead, a day of publication, or a headline."""
    for line, group in groupby(head, key=lambda one: one.line):
        parts = list(group)
        roles = {one.role for one in parts}
        if roles & {None, Role.TEXT}:
            continue
        if Role.TITLE in roles:
            yield Block(BlockKind.HEADLINE, line)
        elif any(stamp_in(one.words) for one in parts):
            yield Block(BlockKind.PUBLISHED, line)
        else:
            yield Block(BlockKind.LETTERHEAD, line)
