"""How long a contact took, by its own words and by those behind them: "It lasted an hour"."""

from collections.abc import Iterator

from communique.extract.contacts.accounts import Draft
from communique.extract.contacts.mentions import Telling
from communique.extract.contacts.scene import ContactScene
from communique.extract.contacts.sites import subject_of, word_of
from communique.languages.en.cues import words
from communique.model.times import TimeMention


def lengths_told(scene: ContactScene, draft: Draft) -> Iterator[tuple[Telling, TimeMention]]:
    """The lengths told of a contact, each with the telling that it belongs to."""
    found = [(one, one.duration) for one in draft.tellings]
    if all(length is None for _, length in found):
        found = [(one, _behind(scene, one)) for one in draft.tellings]
    yield from ((telling, length) for telling, length in found if length is not None)


def _behind(scene: ContactScene, telling: Telling) -> TimeMention | None:
    """The length that the next sentence gives what was just told of."""
    place = telling.site.sentence.index + 1
    if place >= len(scene.page.sentences):
        return None
    sentence = scene.page.sentences[place]
    subject = subject_of(sentence, sentence.root)
    if subject is None or subject.lower not in words("contact_times", "it"):
        return None
    if word_of(sentence.root) not in words("contact_times", "lasting"):
        return None
    return next((one for one in scene.times_in(sentence) if one.duration is not None), None)
