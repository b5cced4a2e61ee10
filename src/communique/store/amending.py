"""Claims and accounts as they stand after what people corrected in them.

A correction of a claim remembers how the claim was read when it was corrected. It is applied to
every later reading in which the same place answers the same question in the same way. Where a later
reading answers it in another way, neither is lost: the reading stands, and the correction is shown
as being in conflict with it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum, StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from communique.errors import NotPossible
from communique.model.codec import to_json
from communique.model.contents import ClaimEntry
from communique.model.passages import Passage
from communique.model.readings import Account, AccountId, Claim, Reading, Words
from communique.model.times import When
from communique.model.vocabulary import Aspect, Form, Means, Route, Status, Strength
from communique.store.bodies import canonical
from communique.store.effective import Correction, ReadAs, day_given
from communique.text.digests import digest_of

E = TypeVar("E", bound=StrEnum)
COUNTS, VALUE, STRENGTH = "counts", "value", "strength"
NO = "no"
CLOSED: dict[Aspect, type[StrEnum]] = {
    Aspect.FORM: Form,
    Aspect.MEANS: Means,
    Aspect.ROUTE: Route,
    Aspect.STATUS: Status,
}
"""The aspects whose values are of a closed list."""
NEEDED = {Aspect.FORM: 1, Aspect.STATUS: 1, Aspect.PARTY: 2}
"""How many claims of an aspect an account cannot do without."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A correction that the latest reading contradicts, and what that reading has instead."""

    correction: Correction
    now: str | None
    passage: Passage


def told(claim: Claim, field: str) -> str | None:
    """What a claim has in a field, as text; raises NotPossible where there is no such field.

    Whether a claim counts is a matter of its whole value, so for ``counts`` it is the digest of it.
    """
    if field == COUNTS:
        return digest_of(canonical(to_json(claim.value)))
    if field == STRENGTH and claim.strength is not None:
        return claim.strength.value
    if field == VALUE and isinstance(claim.value, str | When | Words):
        return _as_text(claim.value)
    if field in correctable_in(claim):
        return _as_text(getattr(claim.value, field))
    raise NotPossible(
        f"cannot correct {field!r} of a claim on {claim.aspect.value}: "
        f"expected one of {', '.join(correctable_in(claim))}"
    )


def correctable_in(claim: Claim | ClaimEntry) -> tuple[str, ...]:
    """The fields of a claim that a person may correct."""
    general = (COUNTS,) if claim.strength is None else (COUNTS, STRENGTH)
    if isinstance(claim.value, str | When | Words):
        return (*general, VALUE)
    hints = get_type_hints(type(claim.value))
    named = (one.name for one in fields(claim.value) if one.name != "actor")
    return (*general, *(name for name in named if _kind_in(hints[name]) is not None))


def amended(claim: Claim, field: str, value: str | None) -> Claim:
    """The claim with another value in a field; raises NotPossible where the value does not fit."""
    told(claim, field)
    if field == STRENGTH:
        if value is None:
            raise NotPossible("a claim has a strength: expected one of the list, met nothing")
        return replace(claim, strength=_member(Strength, value))
    if field == VALUE:
        whole = _whole_value(claim, value)
        status = Status(whole) if claim.aspect is Aspect.STATUS else claim.status
        return replace(claim, value=whole, status=status)
    hint = get_type_hints(type(claim.value))[field]
    kind, held = _kind_in(hint), claim.value
    if value is not None and not value.strip():
        raise NotPossible(f"{field} cannot be blank")
    if value is None and type(None) not in get_args(hint):
        raise NotPossible(f"{field} cannot be empty")
    assert is_dataclass(held)
    assert not isinstance(held, type)
    return replace(claim, value=replace(held, **{field: _made(kind, value)}))


def as_corrected(
    reading: Reading, corrections: Iterable[Correction]
) -> tuple[Reading, tuple[Conflict, ...]]:
    """The reading with the corrections of what was read in it, and the conflicts.

    Of several corrections of one field the last one stands.
    """
    conflicts: list[Conflict] = []
    as_it_was = reading.claims
    for read, one in _not_overruled(corrections):
        if read.aspect is None:
            gone = _accounts_at(reading, read)
            reading = _without(reading, gone)
            if not gone and any(_touches(account, read) for account in reading.accounts):
                conflicts.append(Conflict(one, None, read.passage))
            continue
        found, is_answered = _found(as_it_was, read)
        conflict = _conflict(found, read, one, is_answered=is_answered)
        if conflict is None and found is not None:
            try:
                reading = replace(reading, claims=tuple(_claims(reading.claims, found, one)))
            except NotPossible:
                # The lists of values or the kinds of claims have changed since it was made.
                conflict = Conflict(one, _told_or_none(found, one.field), found.passage)
        if conflict is not None:
            conflicts.append(conflict)
    return reading, tuple(conflicts)


def _not_overruled(corrections: Iterable[Correction]) -> tuple[tuple[ReadAs, Correction], ...]:
    """Of the corrections of claims and accounts those that no later one overrules."""
    last: dict[tuple[str, str], tuple[ReadAs, Correction]] = {}
    for one in corrections:
        if one.claim is not None:
            last.pop((one.claim.id, one.field), None)
            last[one.claim.id, one.field] = (one.claim, one)
    return tuple(last.values())


def _found(claims: Sequence[Claim], read: ReadAs) -> tuple[Claim | None, bool]:
    """The claim that was corrected, and whether its question is still answered at its place.

    Where the claim has another id by now, it is the one with the same value, else the only one.
    """
    near: list[Claim] = []
    for claim in claims:
        if claim.id == read.id:
            return claim, True
        if claim.aspect is read.aspect and claim.passage.span.overlaps(read.passage.span):
            near.append(claim)
    alike = [claim for claim in near if told(claim, COUNTS) == read.value]
    only = alike[:1] or (near if len(near) == 1 else [])
    return (only[0] if only else None), bool(near)


def _conflict(
    found: Claim | None, read: ReadAs, one: Correction, *, is_answered: bool
) -> Conflict | None:
    """How a reading contradicts a correction: what the person saw is not what is read now."""
    if found is None:
        # What was to be left out and is no longer read needs nobody's attention.
        return Conflict(one, None, read.passage) if is_answered or one.field != COUNTS else None
    now = _told_or_none(found, one.field)
    if now in (read.was, one.value):
        return None
    return Conflict(one, None if one.field == COUNTS else now, found.passage)


def _claims(claims: Iterable[Claim], found: Claim, one: Correction) -> Iterator[Claim]:
    for claim in claims:
        if claim.id != found.id:
            yield claim
        elif one.field != COUNTS:
            changed = amended(claim, one.field, one.value)
            said = f"{one.field} corrected by {one.author}: {one.reason} (read by {claim.rule})"
            yield replace(changed, rule=said)


def _accounts_at(reading: Reading, read: ReadAs) -> frozenset[AccountId]:
    """The account that a person said is none: the same one, or the only one told at its place."""
    same = [one.id for one in reading.accounts if one.id == read.id]
    touched = [one.id for one in reading.accounts if _touches(one, read)]
    return frozenset(same or (touched if len(touched) == 1 else ()))


def _touches(account: Account, read: ReadAs) -> bool:
    return any(one.span.overlaps(read.passage.span) for one in account.passages)


def _without(reading: Reading, gone: Collection[AccountId]) -> Reading:
    """The reading without some accounts and their claims."""
    return replace(
        reading,
        accounts=tuple(account for account in reading.accounts if account.id not in gone),
        claims=tuple(claim for claim in reading.claims if claim.account not in gone),
    )


def _told_or_none(claim: Claim, field: str) -> str | None:
    try:
        return told(claim, field)
    except NotPossible:
        return None


def _as_text(value: object) -> str | None:
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, Words):
        return value.text
    return value.value if isinstance(value, Enum) else None if value is None else str(value)


def _kind_in(hint: Any) -> Any:
    """The kind of value that a person can write into a field of this type, None where none can."""
    arms = [arm for arm in get_args(hint) if arm is not type(None)] or [hint]
    if get_origin(hint) is tuple or len(arms) != 1:
        return None
    arm = arms[0]
    is_written = arm in (str, When) or (isinstance(arm, type) and issubclass(arm, StrEnum))
    return arm if is_written else None


def _made(kind: Any, value: str | None) -> Any:
    if value is None or kind is str:
        return value
    return day_given(value) if kind is When else _member(kind, value)


def _whole_value(claim: Claim, value: str | None) -> Any:
    if value is None or not value.strip():
        raise NotPossible(f"a claim has a value: to leave it out, correct {COUNTS!r} to {NO!r}")
    if isinstance(claim.value, When):
        return day_given(value)
    if isinstance(claim.value, Words):
        return replace(claim.value, text=value)
    closed = CLOSED.get(claim.aspect)
    return value if closed is None else _member(closed, value).value


def _member(kind: type[E], value: str) -> E:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(one.value for one in kind)
        raise NotPossible(f"no such value: {value!r}; expected one of {known}") from None


def read_as(reading: Reading, about: str, field: str, value: str | None) -> ReadAs | None:
    """How a claim or account of this id was read, for a correction of it; None if it is not here.

    Raises NotPossible where the field or the value does not fit.
    """
    if field == COUNTS and value != NO:
        raise NotPossible(
            f"no such value: {value!r}; expected {NO} (to let it count again, withdraw the "
            "correction that left it out: judgements lists it)"
        )
    for account in reading.accounts:
        if account.id == about:
            if field != COUNTS:
                raise NotPossible(f"cannot correct {field!r} of an account: expected {COUNTS}")
            return ReadAs(account.id, None, account.passages[0], None, None)
    for claim in reading.claims:
        if claim.id == about:
            if field != COUNTS:
                amended(claim, field, value)
            else:
                _check_rest(reading, claim)
            value = told(claim, COUNTS)
            return ReadAs(claim.id, claim.aspect, claim.passage, told(claim, field), value)
    return None


def _check_rest(reading: Reading, claim: Claim) -> None:
    """Whether enough is left of an account without a claim; raises NotPossible."""
    needed = NEEDED.get(claim.aspect, 0)
    if claim.account is None or not needed:
        return
    own = [one for one in reading.claims if one.account == claim.account]
    if sum(one.aspect is claim.aspect for one in own) <= needed:
        raise NotPossible(
            f"without {claim.id} its account has no {claim.aspect.value} left, or but one: correct "
            f"the claim, or leave the whole account out ({claim.account} {COUNTS} {NO})"
        )
