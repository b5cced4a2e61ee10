"""Making claims, so that equal words in an equal place always get an equal id."""

import json

from communique.model.codec import to_json
from communique.model.passages import Passage
from communique.model.readings import (
    NO_ATTRIBUTION,
    Account,
    AccountId,
    Attribution,
    Claim,
    ClaimId,
    Value,
)
from communique.model.vocabulary import Aspect, Status, Strength, Voice
from communique.text.digests import content_id


def account_id(passage: Passage, count: int = 1) -> AccountId:
    """The id of the account whose first words these are, the ``count``-th one of these words."""
    place = (passage.document, str(passage.start), str(passage.end))
    return AccountId(content_id("a", *place, *((str(count),) if count > 1 else ())))


def claim(
    aspect: Aspect,
    value: Value,
    passage: Passage,
    *,
    rule: str,
    account: Account | AccountId | None = None,
    status: Status | None = None,
    strength: Strength | None = None,
    attribution: Attribution = NO_ATTRIBUTION,
    voice: Voice = Voice.OUTLET,
) -> Claim:
    """A claim with the id that its document, account, aspect, value and place give it."""
    about = account.id if isinstance(account, Account) else account
    written = json.dumps(to_json(value), sort_keys=True, ensure_ascii=False)
    place = (passage.document, str(passage.start), str(passage.end))
    return Claim(
        id=ClaimId(content_id("q", *place, about or "", aspect, written)),
        account=about,
        aspect=aspect,
        value=value,
        status=status,
        strength=strength,
        attribution=attribution,
        voice=voice,
        passage=passage,
        rule=rule,
    )
