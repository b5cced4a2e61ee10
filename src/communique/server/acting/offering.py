"""What each page offers to decide: an act, and what is known already of what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.model.contents import ClaimEntry, Contents, DocumentEntry, Offer
from communique.model.registers import UndertakingEntry
from communique.model.vocabulary import DocumentKind
from communique.server.acting.acts import (
    CLOSE,
    CORRECT,
    DIFFERENT,
    NOTE,
    SAME,
    SCORE,
    WITHDRAW,
    Act,
)
from communique.store.amending import COUNTS, NO, correctable_in
from communique.store.effective import CORRECTABLE
from communique.views.naming import Naming, cut, quoted
from communique.views.owing import what_of

Choices = tuple[tuple[str, str], ...]
"""What may be answered to a field, each with its words."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A form on a page: an act under a title, and what of it is ``given`` and not asked.

    ``choices`` are answers of this page to fields of the act; ``besides`` is another act with the
    same fields, done by a second button.
    """

    act: Act
    title: str
    given: Mapping[str, str]
    choices: Mapping[str, Choices] = field(default_factory=dict)
    besides: Act | None = None


def note_on(about: str) -> Offered:
    """A note about anything."""
    return Offered(NOTE, "Write a note", {"about": about})


def withdrawal_of(about: str) -> Offered:
    """Whether a document or a decision counts no more."""
    return Offered(WITHDRAW, "Let it count no more", {"about": about})


def same_as(about: str, what: str) -> Offered:
    """Whether a thing and another of its kind are one."""
    title = f"The same as another {what}, or not"
    return Offered(SAME, title, {"about": about}, besides=DIFFERENT)


def on_matches(offers: Iterable[Offer]) -> tuple[Offered, ...]:
    """Whether possible matches are ones."""
    return tuple(
        Offered(SAME, _title(one), {"about": one.left, "other": one.right}, besides=DIFFERENT)
        for one in offers
    )


def _title(offer: Offer) -> str:
    matched = " ~ ".join(quoted(cut(one.exact)) for one in offer.passages)
    return f"Possible match: {matched} ({offer.reason})"


def on_contact(part: Contents, naming: Naming) -> tuple[Offered, ...]:
    """What can be decided of a contact, of which this is the part of the record."""
    [contact] = part.contacts
    accounts = tuple((one.id, naming.document(one.document)) for one in contact.accounts)
    out = {"field": COUNTS, "value": NO}
    parting = (
        Offered(
            DIFFERENT,
            "Two accounts tell of two contacts",
            {},
            {"about": accounts, "other": (*accounts[1:], *accounts[:1])},
        ),
    )
    return (
        *on_matches(part.offers),
        same_as(contact.label, "contact"),
        *(parting if len(accounts) > 1 else ()),
        Offered(CORRECT, "An account tells of no such contact", out, {"about": accounts}),
        note_on(contact.label),
    )


def on_line(offers: Iterable[Offer], label: str, what: str) -> tuple[Offered, ...]:
    """What can be decided of a channel or format."""
    return (*on_matches(offers), same_as(label, what), note_on(label))


def on_document(entry: DocumentEntry) -> tuple[Offered, ...]:
    """What can be decided of a document."""
    about = {"about": entry.label}
    fields = {"field": tuple((one, one) for one in CORRECTABLE)}
    kinds = ", ".join(one.value for one in DocumentKind)
    return (
        Offered(
            CORRECT, f"Correct what is held of it beside its text (kinds: {kinds})", about, fields
        ),
        withdrawal_of(entry.label),
        note_on(entry.label),
    )


def on_owed(undertakings: Iterable[UndertakingEntry]) -> tuple[Offered, ...]:
    """What can be decided of undertakings that are listed."""
    about = {"about": tuple((one.id, cut(what_of(one))) for one in undertakings)}
    if not about["about"]:
        return ()
    return tuple(Offered(act, act.title, {}, about) for act in (CLOSE, SCORE))


def on_claims(asked: str, claims: Iterable[ClaimEntry]) -> tuple[Offered, ...]:
    """What can be decided of what these claims bear: a claim, an undertaking, or something else."""
    if asked[:2] == "u-":
        about = {"about": asked}
        met, scored = "It was met", "Score how far it was complied with"
        return (
            Offered(CLOSE, met, about),
            Offered(SCORE, scored, about),
            same_as(asked, "undertaking"),
            note_on(asked),
        )
    correcting = (_correcting(one) for one in claims if one.id == asked)
    return (*correcting, note_on(asked))


def _correcting(claim: ClaimEntry) -> Offered:
    fields = tuple((one, _of_claim(one)) for one in correctable_in(claim))
    return Offered(CORRECT, "Correct this claim", {"about": claim.id}, {"field": fields})


def _of_claim(field: str) -> str:
    return f"{COUNTS} ({NO}: it is left out)" if field == COUNTS else field
