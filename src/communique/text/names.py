"""Names of persons over spellings: folding, nearness of letters, and whether two can be one."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

LONG_TOKEN = 5
"""Letters from which one letter may differ between two spellings of a word of a name."""
SHORT_TOKEN = 3
"""The same, where the two names go with one office of one state."""
VERY_LONG_TOKEN = 9
"""Letters from which two letters may differ."""
_PART = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name, case folded, without accents and marks, in order."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return tuple(_PART.findall(letters.casefold().replace("’", "").replace("'", "")))


def is_within_edits(left: str, right: str, most: int) -> bool:
    """Whether at most ``most`` letters must be added, dropped, changed or swapped (Levenshtein)."""
    if abs(len(left) - len(right)) > most:
        return False
    before = list(range(len(right) + 1))
    for at, letter in enumerate(left, start=1):
        here = [at]
        for other, met in enumerate(right, start=1):
            change = before[other - 1] + (letter != met)
            here.append(min(change, before[other] + 1, here[other - 1] + 1))
        if min(here) > most:
            return False
        before = here
    return before[-1] <= most


def is_same_part(left: str, right: str, least: int = LONG_TOKEN) -> bool:
    """Whether two words of names can be one: equal, an initial, or near spellings of a long one.

    ``least`` is how many letters the shorter one must have for another spelling to count.
    """
    if left == right:
        return True
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    if len(shorter) < least or shorter[0] != longer[0]:
        return False
    return is_within_edits(left, right, 2 if len(shorter) >= VERY_LONG_TOKEN else 1)


def can_be_one_name(
    left: tuple[str, ...],
    right: tuple[str, ...],
    least: int = LONG_TOKEN,
    is_form: Callable[[str, str], bool] = lambda _, __: False,
) -> bool:
    """Whether every word of the shorter name meets its own word of the longer, one of them equal.

    Order does not matter: family names stand first in some languages. For ``least`` see
    ``is_same_part``: of two who hold one office, short names too may be two spellings.
    ``is_form`` tells whether the first words of two names that end alike are one first name.
    """
    if min(len(left), len(right)) > 1 and left[-1] == right[-1] and is_form(left[0], right[0]):
        left = (right[0], *left[1:])
    shorter, longer = sorted((left, right), key=len)
    if not set(shorter) & {part for part in longer if len(part) > 1}:
        return False
    waiting = list(longer)
    for part in sorted(shorter, key=lambda one: (one not in longer, -len(one), one)):
        met = next((one for one in waiting if one == part), None)
        met = met or next((one for one in waiting if is_same_part(part, one, least)), None)
        if met is None:
            return False
        waiting.remove(met)
    return True
