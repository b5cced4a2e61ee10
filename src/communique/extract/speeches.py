"""Who says which span of a document, from which original, and how."""

from communique.extract.page import Cast, Page, Speech, Speeches
from communique.model.passages import Span
from communique.model.readings import ActorKey
from communique.model.times import TimeMention


def find_speeches(page: Page, cast: Cast, times: tuple[TimeMention, ...]) -> Speeches:
    """The spans of a document that stand on somebody's word, and the originals behind them."""
    return Speeches((), ())


def we_means(speech: Speech, cast: Cast, page: Page, span: Span) -> tuple[ActorKey, ...]:
    """Whom 'we' or 'our' at a span inside a direct quotation means."""
    speaker = speech.attribution.speaker
    return () if speaker is None else (speaker,)
