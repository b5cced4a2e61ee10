"""The contacts that a document tells of: form, parties, date, means, status and the rest.

Each sentence is looked through for cues of contact; a cue with at least two sides tells of one.
The tellings of a document that are of one contact make one account.
"""

from dataclasses import replace

from communique.extract.claims import account_id
from communique.extract.contacts.accounts import Draft, draft_accounts, mediators_of, parties_of
from communique.extract.contacts.claims import claims_on
from communique.extract.contacts.days.dates import dates_told
from communique.extract.contacts.days.flow import follow
from communique.extract.contacts.delegations import with_leaders
from communique.extract.contacts.errands import without_errands
from communique.extract.contacts.mentions import Telling, tellings_in
from communique.extract.contacts.present import with_presence
from communique.extract.contacts.scene import ContactScene, set_contact_scene
from communique.extract.contacts.unplaced import unplaced
from communique.extract.contacts.words.places import actor_for
from communique.extract.page import Cast, Page, Speeches, Told
from communique.model.passages import Span
from communique.model.readings import Account, AccountId, Actor
from communique.model.times import TimeMention


def find_contacts(
    page: Page, cast: Cast, times: tuple[TimeMention, ...], speeches: Speeches
) -> Told:
    """The contacts told of in a document, with claims on their parties, form, date and the rest."""
    scene = set_contact_scene(page, cast, times, speeches)
    tellings = _tellings(scene)
    drafts = draft_accounts(scene, tellings)
    accounts = _accounts(scene, drafts)
    return Told(
        accounts=accounts,
        claims=tuple(
            one
            for draft, account, dates in zip(
                drafts, accounts, dates_told(scene, drafts), strict=True
            )
            for one in claims_on(scene, draft, account, dates)
        ),
        parties={
            account.id: frozenset(parties_of(scene, draft))
            for draft, account in zip(drafts, accounts, strict=True)
        },
        times=times,
        actors=_hosts(scene, drafts),
        spans={
            account.id: spans
            for account, spans in zip(accounts, follow(scene, drafts), strict=True)
        },
        problems=unplaced(scene, tellings),
    )


def _hosts(scene: ContactScene, drafts: tuple[Draft, ...]) -> tuple[Actor, ...]:
    """The states that take part as hosts or mediators and that the cast does not have."""
    taking_part = {
        key for one in drafts for key in (*parties_of(scene, one), *mediators_of(scene, one))
    }
    missing = sorted(taking_part - scene.actors.keys())
    found = (actor_for(scene.page.tables, key) for key in missing)
    return tuple(one for one in found if one is not None)


def _tellings(scene: ContactScene) -> tuple[Telling, ...]:
    found = tuple(
        one
        for sentence in scene.page.sentences
        if sentence.block_kind.is_account
        for one in without_errands(scene, tellings_in(scene, sentence))
    )
    return with_leaders(scene, with_presence(scene, found))


def _accounts(scene: ContactScene, drafts: tuple[Draft, ...]) -> tuple[Account, ...]:
    """The accounts of the drafts; those told of by the very same words are told apart by count."""
    made: dict[AccountId, Account] = {}
    for draft in drafts:
        account = _account(scene, draft)
        count = 1
        while account.id in made:
            count += 1
            first = account.passages[0]
            account = replace(account, id=account_id(first, count))
        made[account.id] = account
    return tuple(made.values())


def _account(scene: ContactScene, draft: Draft) -> Account:
    spans = _joined([one.span for one in draft.tellings])
    passages = tuple(scene.page.passage(one.start, one.end) for one in spans)
    return Account(account_id(passages[0]), scene.page.document.id, passages)


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that overlap made one, in the order in which they were met."""
    joined: list[Span] = []
    for span in spans:
        for at, other in enumerate(joined):
            if span.overlaps(other):
                joined[at] = Span(min(span.start, other.start), max(span.end, other.end))
                break
        else:
            joined.append(span)
    return joined
