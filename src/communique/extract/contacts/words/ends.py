"""The two ends of a deed between sides, and who stands between them."""

from dataclasses import dataclass

from communique.extract.contacts.words.phrases import Keys


@dataclass(frozen=True, slots=True)
class Ends:
    """Who acts, whom it reaches, and who only carried it or stood between the two."""

    first: Keys
    second: Keys
    between: Keys = ()
