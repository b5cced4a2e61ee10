"""Speech within speech: what somebody says that somebody else says."""

from dataclasses import dataclass

from communique.extract.speech.utterances import Utterance
from communique.extract.speech.values import Reference, TellerKind
from communique.model.vocabulary import AttributionMode


@dataclass(frozen=True, slots=True)
class Placed:
    """An utterance with the one that it stands in, if any."""

    utterance: Utterance
    outer: "Placed | None" = None

    @property
    def chain(self) -> tuple[str, ...]:
        """From who speaks at the far end to who tells it to the outlet."""
        own = self.utterance.chain
        if self.outer is None:
            return own
        return own + tuple(words for words in self.outer.chain if words not in own)

    @property
    def side(self) -> str | None:
        """The side on whose word it stands: the outermost that speaks for one.

        What a readout says that the other side said is the word of the readout's side.
        """
        outer = None if self.outer is None else self.outer.side
        return outer or self.utterance.side

    @property
    def reference(self) -> Reference | None:
        """The original it comes from: its own if the text names one, else that around it."""
        own = self.utterance.reference
        around = None if self.outer is None else self.outer.reference
        if own is None or around is None:
            return own or around
        return own if _names_text(own, self.utterance) and not self._is_held else around

    @property
    def mode(self) -> AttributionMode:
        """Indirect speech inside what is carried over stands on what is carried over."""
        own = self.utterance.mode
        if self.outer is None or own is not AttributionMode.INDIRECT:
            return own
        carried = self.outer.mode is AttributionMode.CARRIED_OVER
        return AttributionMode.CARRIED_OVER if carried else own

    @property
    def _is_held(self) -> bool:
        """Whether the outermost original is the document itself."""
        at: Placed | None = self.outer
        while at is not None:
            if at.utterance.wording is None:
                return True
            at = at.outer
        return False


def _names_text(reference: Reference, utterance: Utterance) -> bool:
    return not reference.is_generic and utterance.teller.kind is not TellerKind.MEDIA


def place(found: tuple[Utterance, ...]) -> tuple[Placed, ...]:
    """Each utterance inside the one around it; what stands in a denial is dropped.

    Of two with one span and one teller the first stays.
    """
    rank = {id(one): at for at, one in enumerate(found)}
    ordered = sorted(found, key=lambda one: (one.span.start, -one.span.end, rank[id(one)]))
    placed: list[Placed] = []
    open_ones: list[Placed] = []
    for one in ordered:
        while open_ones and open_ones[-1].utterance.span.end <= one.span.start:
            open_ones.pop()
        outer = next((o for o in reversed(open_ones) if o.utterance.span.holds(one.span)), None)
        if outer is not None and _is_dropped(one, outer):
            continue
        new = Placed(one, outer)
        placed.append(new)
        open_ones.append(new)
    return tuple(placed)


def _is_dropped(inner: Utterance, outer: Placed) -> bool:
    around = outer.utterance
    if around.is_denial:
        return True
    if inner.span == around.span and inner.teller.words == around.teller.words:
        return True
    own = inner.teller.actor
    same = own is not None and own == around.teller.actor
    return (same or inner.teller.words == around.teller.words) and around.wording is not None
