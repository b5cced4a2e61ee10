"""Values of one aspect over several accounts, the best supported first."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from communique.model.contents import ClaimEntry, Valued
from communique.model.passages import DocumentId
from communique.model.times import When
from communique.model.vocabulary import ASIDE, Aspect, Form
from communique.text.intervals import covers, days_of, meet

Place = Callable[[DocumentId], int]
"""The rank of a document in the order of the record; copies of one text share it."""


def support(claims: Sequence[ClaimEntry], place: Place) -> tuple[int, int, int, int]:
    """How well claims are backed, smallest first: origins, then reports, then order of the text."""
    origins = {one.attribution.original for one in claims if one.attribution.side}
    places = {place(one.passage.document) for one in claims}
    first = min((place(one.passage.document), one.passage.start) for one in claims)
    return (-len(origins - {None}), -len(places), *first)


def values_of(claims: Iterable[ClaimEntry], aspect: Aspect, place: Place) -> tuple[Valued, ...]:
    """The different values that claims give for an aspect of closed values or of words."""
    found: dict[str, list[ClaimEntry]] = {}
    shown: dict[str, tuple[str, str | None]] = {}
    for claim in claims:
        if claim.aspect is not aspect or claim.voice in ASIDE:
            continue
        text, actor = _text_of(claim)
        key = actor or text.casefold()
        found.setdefault(key, []).append(claim)
        shown.setdefault(key, (text, actor))
    ranked = sorted(found, key=lambda key: support(found[key], place))
    return tuple(
        Valued(shown[key][0], None, shown[key][1], tuple(one.id for one in found[key]))
        for key in ranked
    )


def _text_of(claim: ClaimEntry) -> tuple[str, str | None]:
    value = claim.value
    if isinstance(value, str):
        return str(value), None
    for attribute in ("text", "name"):
        if hasattr(value, attribute):
            actor = getattr(value, "actor", None)
            return str(getattr(value, attribute)), actor
    return claim.passage.exact, None


def forms_of(claims: Sequence[ClaimEntry], place: Place) -> tuple[Valued, ...]:
    """The forms told of; plain talks count as the call or meeting that others tell of."""
    values = values_of(claims, Aspect.FORM, place)
    if len(values) < 2 or all(one.value != Form.TALKS for one in values):
        return values
    talks = next(one for one in values if one.value == Form.TALKS)
    first, *rest = (one for one in values if one is not talks)
    basis = "some accounts say only that they talked"
    return (Valued(first.value, basis, None, (*first.claims, *talks.claims)), *rest)


def places_of(
    claims: Sequence[ClaimEntry], place: Place, states: Mapping[str, str]
) -> tuple[Valued, ...]:
    """The places told of; one within another ("Delhi" and "India") is the same place, finer.

    ``states`` gives for folded names of states, capitals and seats of power the state's code, those
    of the state itself with a full stop at the end.
    """
    kept: list[Valued] = []
    for one in values_of(claims, Aspect.PLACE, place):
        same = next(
            (at for at, other in enumerate(kept) if is_one_place(one.value, other.value, states)),
            None,
        )
        if same is None:
            kept.append(one)
        else:
            finer = max(kept[same], one, key=lambda each: _fineness(each.value, states))
            both = (*kept[same].claims, *one.claims)
            kept[same] = Valued(finer.value, None, finer.actor, both)
    return tuple(kept)


def is_one_place(left: str, right: str, states: Mapping[str, str]) -> bool:
    """Whether two names can be of one place, the one within the other; see ``places_of``."""
    shorter, longer = sorted((left.casefold(), right.casefold()), key=len)
    first, second = (states.get(one, "").rstrip(".") for one in (shorter, longer))
    return f" {shorter} " in f" {longer} " or (bool(first) and first == second)


def _fineness(value: str, states: Mapping[str, str]) -> tuple[bool, int]:
    return not states.get(value.casefold(), "").endswith("."), len(value)


def dates_of(
    claims: Sequence[ClaimEntry], place: Place, bound: tuple[str, str] | None
) -> tuple[Valued, ...]:
    """The dates told of; those that can be one date stand together, under the finest.

    ``bound`` is the date and basis that the first document gives when no account names a day.
    """
    dated = [
        (claim.value, claim)
        for claim in claims
        if isinstance(claim.value, When) and claim.aspect is Aspect.DATE and claim.value.edtf
    ]
    groups: list[list[tuple[When, ClaimEntry]]] = []
    for when, claim in sorted(dated, key=lambda one: _grain(one[0].edtf)):
        home = next((one for one in groups if meet(when.edtf, one[0][0].edtf)), None)
        if home is None:
            groups.append([(when, claim)])
        else:
            home.append((when, claim))
    groups.sort(key=lambda one: support([claim for _, claim in one], place))
    found = tuple(_dated(group, place) for group in groups)
    if found and (bound is None or days_of(found[0].value)[0] is not None):
        return found
    if bound is None:
        return ()
    if found and not covers(found[0].value, bound[0]):
        return found
    claimed = found[0].claims if found else ()
    return (Valued(bound[0], bound[1], None, claimed), *found[1:])


def _dated(group: list[tuple[When, ClaimEntry]], place: Place) -> Valued:
    finest = _grain(group[0][0].edtf)
    best = min(
        (one for one in group if _grain(one[0].edtf) == finest),
        key=lambda one: support([one[1]], place),
    )[0]
    words = f"“{best.expression}”" if best.expression else None
    known = best.expression is not None and best.expression in best.basis
    basis = best.basis if known or words is None else f"{words}; {best.basis}"
    return Valued(str(best.edtf), basis, None, tuple(claim.id for _, claim in group))


def _grain(edtf: str | None) -> tuple[int, int]:
    """Sorts dates from the finest to the coarsest; of two open ones the tighter bound first."""
    first, last = days_of(edtf)
    if last is None:
        return 2, 0
    return (1, last.toordinal()) if first is None else (0, (last - first).days)
