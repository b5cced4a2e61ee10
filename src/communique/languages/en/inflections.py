"""The forms that an English word takes in a text, by rule or by the table of those without one."""

from collections.abc import Iterable
from functools import cache

from communique.languages.en.cues import table

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """Every form of a verb, in lower case, the lemma itself among them.

    A form too many does no harm where it is looked for: "opened" and "openned" are both given.
    """
    return frozenset((*noun_forms(lemma), *_past(lemma), *_irregular()["verb"].get(lemma, ())))


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """A noun and its plural, in lower case."""
    return frozenset((lemma, *plurals(lemma)))


@cache
def plurals(lemma: str) -> frozenset[str]:
    """The plurals of a noun, in lower case; none of a word that is always one."""
    if _ends_in_consonant_and_y(lemma):
        return frozenset((lemma[:-1] + "ies",))
    ending = "es" if lemma.endswith(_HISSING) else "s"
    return frozenset((lemma + ending, *_irregular()["noun"].get(lemma, ())))


def forms_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Every form of these words, taken for verbs and for nouns."""
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma))


def irregular_verb_forms() -> dict[str, str]:
    """The forms of verbs that no rule makes, each with its verb, but for those that are verbs."""
    verbs = _irregular()["verb"]
    return {form: verb for verb, row in verbs.items() for form in row if form not in verbs}


def _past(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma + "d", lemma[:-1] + "ing")
    if _ends_in_consonant_and_y(lemma):
        return (lemma[:-1] + "ied", lemma + "ing")
    doubled = lemma + lemma[-1:]
    return (lemma + "ed", lemma + "ing", doubled + "ed", doubled + "ing")


def _ends_in_consonant_and_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in _VOWELS


@cache
def _irregular() -> dict[str, dict[str, tuple[str, ...]]]:
    data = table("inflections")
    return {part: {lemma: tuple(row) for lemma, row in rows.items()} for part, rows in data.items()}
