"""What an account says of time, as coarse as the account."""

from dataclasses import dataclass

from communique.model.passages import Passage


@dataclass(frozen=True, slots=True)
class When:
    """A time as the words give it, and the basis on which a date was worked out.

    ``edtf`` is an Extended Date/Time Format string (ISO 8601-2:2019): ``2021-08-24``, ``2021-09``,
    ``../2021-08-25``, ``199X``, or None when no date can be worked out. ``basis`` says how it was
    worked out, in words for a reader. ``expression`` is the wording in the text. ``relative`` is
    what the wording means before an anchor is known (``weekday:2:past``, ``month:+1``; see
    ``text.calendar``), so that an undated document can be placed later.
    """

    edtf: str | None
    basis: str
    expression: str | None = None
    relative: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A span of a document that names a time or a duration."""

    passage: Passage
    when: When
    duration: str | None = None
    """An ISO 8601 duration (``PT45M``) when the words name a length of time, else None."""


def edtf_of(when: When | None) -> str | None:
    """The date of a time that may not be given, None where there is none."""
    return None if when is None else when.edtf
