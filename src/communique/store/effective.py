"""Documents as they stand after everything that was said of them: sightings and corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from communique.errors import NotPossible
from communique.model.codec import to_json
from communique.model.documents import Document
from communique.model.passages import Passage
from communique.model.readings import Problem
from communique.model.times import When
from communique.model.vocabulary import Aspect, DocumentKind
from communique.store.bodies import canonical
from communique.text.intervals import days_of

BY_HAND = "corrected by hand"


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A claim, or with ``aspect`` None an account, as it was read when somebody corrected it.

    ``was`` is what the corrected field held, as text; ``value`` the digest of the whole value.
    """

    id: str
    aspect: Aspect | None
    passage: Passage
    was: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's correction of one field; ``value`` None empties the field.

    It is about a document beside its text, or, with ``claim``, about what was read in it.
    """

    id: str
    document: str
    field: str
    value: str | None
    reason: str
    author: str
    made_at: str
    claim: ReadAs | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A document as it was met once, and what could not be read of its bytes."""

    document: Document
    problems: tuple[Problem, ...]


def day_given(value: str) -> When:
    """The date that a person gives, in EDTF; raises NotPossible where it is none."""
    if days_of(value) == (None, None):
        expected = "expected a date in EDTF, as in 2021-08-24, 2021-08 or 2021"
        raise NotPossible(f"no date {value!r}: {expected}")
    return When(value, BY_HAND)


def published_on(value: str | None) -> When | None:
    """The date of publication that a person gave."""
    return None if value is None else When(value, BY_HAND)


def kind_of(value: str | None) -> DocumentKind:
    """The kind of document of that name; raises NotPossible."""
    known = [one.value for one in DocumentKind]
    if value not in known:
        raise NotPossible(f"no such kind of document: {value}; expected one of {', '.join(known)}")
    return DocumentKind(value)


CORRECTABLE = ("outlet", "published", "kind", "side", "title", "language", "address")
"""The fields of a document that a person may correct."""


def canonical_sighting(sightings: Iterable[Sighting]) -> Sighting:
    """Of several sightings of one document, in their order, the one that stands.

    What was met later under a name replaces what was met before under the same name: a description
    that was mended counts. Between names the order does not matter: the one that says most stands.
    """
    latest = {one.document.name: one for one in sightings}
    most = max(_told(one.document) for one in latest.values())
    best = [one for one in latest.values() if _told(one.document) == most]
    if len(best) == 1:  # nearly all: to write one down costs more than to count what it says
        return best[0]
    return min(best, key=lambda one: canonical(to_json(one.document)))


def corrected(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document with the corrections of it applied, the later ones last."""
    for one in corrections:
        if one.claim is None:
            document = replace(document, **_change(one.field, one.value))
    return document


def _change(field: str, value: str | None) -> Mapping[str, Any]:
    if field not in CORRECTABLE:
        raise NotPossible(f"cannot correct {field}: expected one of {', '.join(CORRECTABLE)}")
    if field == "published":
        return {field: published_on(value)}
    if field == "kind":
        return {field: kind_of(value)}
    return {field: value}


def _told(document: Document) -> int:
    fields = ("address", "outlet", "title", "published", "side", "language")
    return sum(getattr(document, name) is not None for name in fields)
