"""How many sentences of our own show each form of contact, and what only looks like it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.languages.en.contact_cues import examples, load_contact_cues
from communique.model.vocabulary import Form
from tests.cases.values import Case


@dataclass(frozen=True, slots=True)
class Shown:
    """The sentences that are read as a form, and those that have its words and must not be."""

    positive: frozenset[str]
    negative: frozenset[str]


def shown_by(cases: Iterable[Case]) -> dict[Form, Shown]:
    """For each form the examples of its cues, and the cases and traps that are about it."""
    positive: dict[Form, set[str]] = {one: set() for one in Form}
    negative: dict[Form, set[str]] = {one: set() for one in Form}
    by_name: dict[str, Form] = {str(one): one for one in Form}
    for example in examples():
        form = by_name.get(example.name.split(".")[0])
        if form is not None:
            positive[form].add(example.matches)
            negative[form].add(example.unlike)
    words = {form: _words_of(form) for form in Form}
    for case in cases:
        for contact in case.expected.contacts or ():
            positive[contact.forms[0]].add(case.text)
        if case.is_trap:
            for form, pattern in words.items():
                if pattern.search(case.text):
                    negative[form].add(case.text)
    return {one: Shown(frozenset(positive[one]), frozenset(negative[one])) for one in Form}


def _words_of(form: Form) -> re.Pattern[str]:
    """Any word of the form's cues, inflected by whatever stands behind it."""
    cues = load_contact_cues()
    lemmas = {
        lemma
        for table in (cues.verbs, cues.nouns)
        for lemma, rows in table.items()
        if any(one.form is form for one in rows)
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, lemmas)))})", re.IGNORECASE)
