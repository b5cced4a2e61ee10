"""Where the name of a person stands in a line, and when two names are one person's."""

from communique.catalog.naming import NamingKind, folded
from communique.extract.actors.lines import Line
from communique.languages.en.actors import actor_words
from communique.languages.en.names import is_one_first_name, name_endings
from communique.languages.en.titles import family, title_at, titles_ending

MOST_WORDS = 8
WEEKDAYS_LAST = 6
NOT_IN_NAMES = (
    NamingKind.STATE,
    NamingKind.ADJECTIVE,
    NamingKind.PEOPLE,
    NamingKind.CAPITAL,
    NamingKind.SEAT,
    NamingKind.MINISTRY,
    NamingKind.BODY,
    NamingKind.GROUP,
    NamingKind.FORMAT,
    NamingKind.AGENCY,
    NamingKind.OUTLET,
)
NOT_OF_PLACES = (NamingKind.ADJECTIVE, NamingKind.PEOPLE, NamingKind.BODY, NamingKind.GROUP)
LONGEST_TITLE = 6
"""How many words before a name are looked through for a title that ends at it."""


def name_end(line: Line, at: int) -> int:
    """Where the name that begins at a token ends; ``at`` itself when none begins there."""
    end = last = at
    # Asked at nearly every word: most begin no name.
    if at >= len(line.words) or not _may_begin(line, at):
        return at
    while end < len(line.words) and end - at < MOST_WORDS:
        if _is_part(line, end, at):
            end += 1
            last = end
        elif _is_particle(line, end, at):
            end += 1
        elif end > at and line.words[end] == "-" and _is_tight(line, end):
            end += 2
            last = end
        else:
            break
    return _past_ending(line, last) if last > at else at


def _past_ending(line: Line, at: int) -> int:
    """The place behind what tells a son from his father: "Dan, Jr."."""
    end = at + (line.word(at) == ",")
    if line.word(end).rstrip(".") not in name_endings():
        return at
    is_apart = line.word(end + 1) == "." and line.tokens[end].end == line.tokens[end + 1].start
    return end + 1 + (is_apart and end + 2 < len(line.words))


def _may_begin(line: Line, at: int) -> bool:
    """Whether a name may begin at a word: one with a capital, or a particle."""
    return line.tokens[at].text[0].isupper() or line.words[at] in actor_words("particle")


def name_start(line: Line, end: int, floor: int) -> int:
    """Where the name that ends before a token begins; ``end`` itself when none ends there."""
    found = at = end
    while at > floor and end - at < MOST_WORDS:
        at -= 1
        if name_end(line, at) >= end:
            found = at
        elif line.words[at] not in actor_words("particle") and line.words[at] != "-":
            break
    lone = found == end - 1 and found > floor
    return found - 1 if lone and _is_given_name(line, found - 1, end - 1) else found


def _is_given_name(line: Line, at: int, last: int) -> bool:
    """Whether a place's or an agency's name is somebody's first: "Petra Dan", "Paris Brel"."""
    token, cover = line.tokens[at], line.cover[at]
    if cover is None or cover.end - cover.start > 1 or not token.text.istitle():
        return False
    if cover.has(NamingKind.ADJECTIVE, NamingKind.PEOPLE, NamingKind.BODY, NamingKind.GROUP):
        return False
    is_compound = token.dep == "compound" and token.head == line.tokens[last].index
    return is_compound and token.tag == "NNP" and not line.is_title_case


def name_words(line: Line, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, folded, without hyphens, marks and the ending of a son's name."""
    joined = " ".join(line.words[start:end]).replace("-", " ").replace(".", " ").replace(",", " ")
    return tuple(
        word for word in joined.split() if word not in ("'s", "'") and word not in name_endings()
    )


def _is_part(line: Line, at: int, start: int) -> bool:
    token = line.tokens[at]
    text = token.text
    if not text[0].isupper() or token.tag == "POS":
        return False
    word = line.words[at]
    is_person = token.entity == "PERSON"
    follows_person = at > start and line.tokens[at - 1].entity == "PERSON" and is_person
    if word in actor_words("honorific"):
        return False
    if word in actor_words("calendar"):
        return (
            follows_person and word not in actor_words("calendar", "days") and token.pos == "PROPN"
        )
    if word in actor_words("headline_word"):
        is_name = follows_person or (is_person and at == start and _next_is_person(line, at))
        return is_name and token.pos == "PROPN" and not line.is_title_case
    if not text.isalpha() and any(not (char.isalpha() or char in "-'.’") for char in text):
        return False
    cover = line.cover[at]
    if cover is not None and cover.has(*NOT_IN_NAMES):
        return _is_namesake(line, at, start)
    if at > start and word in actor_words("name_word"):
        return _next_is_name(line, at) or follows_person
    if word in actor_words("name_word") and _is_name_behind_title(line, at):
        return True
    if title_at(line.words, at) is not None:
        return follows_person and not _next_is_person(line, at)
    return word not in actor_words("not_person")


def _is_name_behind_title(line: Line, at: int) -> bool:
    """Whether a title's word is a name: "Crown Prince Sultan bin Olo", "Prince Sultan said"."""
    if line.word(at + 1) in actor_words("particle", "first"):
        return True
    before = title_at(line.words, at - 1) if at > 0 else None
    if before is None:
        return False
    is_given = line.words[at] in actor_words("name_word", "given")
    return not _next_is_name(line, at) or (is_given and before.office not in family("royal"))


def _is_namesake(line: Line, at: int, start: int) -> bool:
    # "Israel Katz", "Michael Jordan": a state's name inside one person's name.
    token = line.tokens[at]
    if _is_named_behind_title(line, at, start):
        return True
    if line.is_title_case or token.entity != "PERSON" or token.tag == "JJ" or token.text.isupper():
        return False
    cover = line.cover[at]
    if cover is None or cover.end - cover.start > 1 or cover.has(NamingKind.BODY):
        return False
    if at > start:
        return line.tokens[at - 1].entity == "PERSON" and not _next_is_person(line, at)
    follower = at + 1
    return _next_is_person(line, at) and line.cover[follower] is None


def _is_named_behind_title(line: Line, at: int, start: int) -> bool:
    """Whether a place's name ends the name behind a title: "Minister Kesh", "Mr Olo Kesh"."""
    token, cover = line.tokens[at], line.cover[at]
    if line.is_title_case or not token.text.istitle() or token.dep == "compound" or start == 0:
        return False
    if cover is None or cover.end - cover.start > 1 or cover.has(*NOT_OF_PLACES):
        return False
    if not line.tokens[start - 1].text[0].isupper() or (
        at + 1 < len(line.words) and _is_name(line, at + 1)
    ):
        return False
    if line.words[start - 1] in actor_words("honorific"):
        return True
    return any(
        not one.is_plural
        for one in titles_ending(line.words[max(0, start - LONGEST_TITLE) : start])
    )


def _is_name(line: Line, at: int) -> bool:
    return line.cover[at] is None and line.tokens[at].tag == "NNP"


def _next_is_person(line: Line, at: int) -> bool:
    after = at + 1
    return (
        after < len(line.words)
        and line.tokens[after].entity == "PERSON"
        and line.tokens[after].text[0].isupper()
    )


def _next_is_name(line: Line, at: int) -> bool:
    after = at + 1
    if after >= len(line.words) or not line.tokens[after].text[0].isupper():
        return False
    return line.cover[after] is None and title_at(line.words, after) is None


def _is_particle(line: Line, at: int, start: int) -> bool:
    word = line.words[at]
    if word not in actor_words("particle") or at + 1 >= len(line.words):
        return False
    # "as Dan said" begins no name; "al-Dan" and "bin Dan" may.
    if at == start and word not in actor_words("particle", "first"):
        return False
    after = at + 1
    while line.word(after) == "-" or line.word(after) in actor_words("particle"):
        after += 1
    return after < len(line.words) and _is_part(line, after, after)


def _is_tight(line: Line, at: int) -> bool:
    before, mark = line.tokens[at - 1], line.tokens[at]
    if before.end != mark.start or at + 1 >= len(line.words):
        return False
    after = line.tokens[at + 1]
    if after.start != mark.end or not after.text.isalpha() or line.cover[at + 1] is not None:
        return False
    return after.text[0].isupper() or len(after.text) <= WEEKDAYS_LAST


def same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of at least two words each can be one person's, by spelling alone."""
    if left == right or _squeezed(left) == _squeezed(right):
        return True
    if sorted(left) == sorted(right):
        return True
    short, long = sorted((left, right), key=len)
    if set(short) <= set(long):
        return True
    if short[-1] == long[-1]:
        return _given_alike(short[0], long[0])
    return short[0] == long[0] and len(short) == len(long) and spelled_alike(short[-1], long[-1])


def _squeezed(words: tuple[str, ...]) -> str:
    return "".join(words)


def _given_alike(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return long.startswith(short) or spelled_alike(left, right) or is_one_first_name(left, right)


def spelled_alike(left: str, right: str) -> bool:
    """Whether two words of five letters or more differ by no more than two letters."""
    if min(len(left), len(right)) < 5 or left[0] != right[0] or abs(len(left) - len(right)) > 2:
        return False
    return _distance(folded(left), folded(right)) <= (1 if min(len(left), len(right)) < 7 else 2)


def _distance(left: str, right: str) -> int:
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, 1):
        new = [at]
        for to, other in enumerate(right, 1):
            new.append(min(row[to] + 1, new[to - 1] + 1, row[to - 1] + (char != other)))
        row = new
    return row[-1]
