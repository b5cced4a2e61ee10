"""Subjects for tests: invented states, and documents with readings made by hand.

The world: Freedonia (FRD, capital Fredville), Sylvania (SYL, Silva), Osterlich (OST). Firefly
leads the first, Trentino the second, Teasdale the third; the League (LGU) is a body of all three.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from communique.catalog.tables import Body, Format, Group, Outlet, State, Tables, Tenure
from communique.extract.claims import account_id, claim
from communique.model.contents import Judgement
from communique.model.documents import Block, Document
from communique.model.passages import DocumentId, Passage, Span
from communique.model.readings import (
    NO_ATTRIBUTION,
    Account,
    Actor,
    ActorKey,
    Attribution,
    Claim,
    Office,
    Original,
    OriginalKey,
    Party,
    Reading,
    Undertaking,
    Value,
    Words,
)
from communique.model.times import When
from communique.model.vocabulary import (
    ActorKind,
    Aspect,
    AttributionMode,
    BlockKind,
    DocumentKind,
    OriginalKind,
    Status,
    Strength,
    UndertakingKind,
    Voice,
)
from communique.text.digests import digest_of

FIREFLY = ActorKey("person:Rufus Firefly")
TRENTINO = ActorKey("person:Ambrose Trentino")
TEASDALE = ActorKey("person:Gloria Teasdale")
FREEDONIA = ActorKey("FRD")
SYLVANIA = ActorKey("SYL")
OSTERLICH = ActorKey("OST")
LEAGUE = ActorKey("LGU")
REBELS = ActorKey("group:Hill Rebels")


def tables() -> Tables:
    """Tables of the invented world."""
    return Tables(
        states=(
            State(
                "FRD",
                "FR",
                ("Freedonia",),
                ("Freedonian",),
                ("Fredville",),
                ("the Red House",),
                hours=1.0,
            ),
            State(
                "SYL", "SY", ("Sylvania",), ("Sylvanian",), ("Silva",), ("the Castle",), hours=1.0
            ),
            State("OST", "OS", ("Osterlich",), ("Osterlicher",), ("Oster",), (), hours=11.0),
            State("MAR", "MA", ("Marshovia",), ("Marshovian",), ("Marsh",), ()),
        ),
        bodies=(Body("LGU", ("League of Glades", "LGU"), ("FRD", "SYL", "OST")),),
        groups=(Group("Hill Rebels", ("Hill Rebels", "the rebels", "rebel leadership")),),
        formats=(Format("glade-contact-group", ("Glade Contact Group", "Glade Three"), ("FRD",)),),
        tenures=(
            Tenure(
                "Rufus Firefly", ("Rufus Firefly",), "FRD", "head of state", "President", "2020-01"
            ),
        ),
        outlets=(Outlet("Glade Wire", ("Glade Wire", "GW"), None, is_agency=True),),
        digest="0" * 64,
    )


def person(key: ActorKey, state: str | None, *names: str, title: str | None = None) -> Actor:
    """A person of a state, with an office if a title is given."""
    name = key.partition(":")[2]
    return Actor(
        key=key,
        kind=ActorKind.PERSON,
        name=name,
        names=names or (name,),
        state=state,
        state_basis=None if state is None else "text",
        offices=() if title is None else (Office(title, state),),
    )


def state(key: ActorKey) -> Actor:
    """A state of the tables."""
    name = next((one.names[0] for one in tables().states if one.code == key), str(key))
    return Actor(key, ActorKind.STATE, name, (name,), str(key), "text")


def body(key: ActorKey) -> Actor:
    """A body of the tables."""
    return Actor(key, ActorKind.BODY, str(key), (str(key),), None, None)


def group(key: ActorKey) -> Actor:
    """A party without a code."""
    name = key.partition(":")[2]
    return Actor(key, ActorKind.GROUP, name, (name,), None, None)


CAST = (
    person(FIREFLY, "FRD", title="President"),
    person(TRENTINO, "SYL", title="Ambassador"),
    person(TEASDALE, "OST", title="Chancellor"),
    state(FREEDONIA),
    state(SYLVANIA),
    state(OSTERLICH),
    body(LEAGUE),
    group(REBELS),
)


def document(
    name: str,
    text: str,
    on: str | None = "2031-05-06",
    *,
    kind: DocumentKind = DocumentKind.ARTICLE,
    side: str | None = None,
    outlet: str | None = None,
    furniture: tuple[str, ...] = (),
) -> Document:
    """A document whose lines are its blocks; lines given as furniture are captions."""
    digest = digest_of(f"{name}\n{text}".encode())
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            of = BlockKind.CAPTION if line in furniture else BlockKind.PARAGRAPH
            blocks.append(Block(of, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(
        id=DocumentId(f"d-{digest[:16]}"),
        digest=digest,
        name=name,
        text=text,
        media_type="text/plain",
        decoding="utf-8",
        flattening=None,
        blocks=tuple(blocks),
        language="en",
        outlet=outlet,
        published=None if on is None else When(on, "given"),
        kind=kind,
        side=side,
    )


def said(
    side: str | None,
    original: str | None = None,
    *,
    mode: AttributionMode = AttributionMode.INDIRECT,
    chain: tuple[str, ...] = (),
    wording: Passage | None = None,
    speaker: ActorKey | None = None,
) -> Attribution:
    """On whose word a claim stands."""
    key = None if original is None else OriginalKey(original)
    return Attribution(mode, speaker, key, wording, chain, side)


@dataclass
class Reader:
    """Makes the reading of one document by hand, claim by claim."""

    document: Document
    actors: tuple[Actor, ...] = CAST
    originals: list[Original] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def passage(self, words: str) -> Passage:
        """The first place of some words in the document."""
        start = self.document.text.index(words)
        return Passage(self.document.id, start, start + len(words), words)

    def original(
        self,
        key: str,
        kind: OriginalKind,
        side: str | None,
        wording: str,
        *quoted: str,
        issuer: ActorKey | None = None,
    ) -> str:
        """An original that the document relies on; gives its key back."""
        passages = tuple(self.passage(words) for words in quoted)
        made = Original(OriginalKey(key), kind, issuer, wording, side, None, None, passages, ())
        self.originals.append(made)
        return key

    def contact(
        self,
        words: str,
        *parties: ActorKey,
        form: str = "call",
        on: str | None = None,
        status: Status = Status.HELD,
        means: str | None = None,
        relative: tuple[str, str] | None = None,
        attribution: Attribution = NO_ATTRIBUTION,
    ) -> Account:
        """A contact told of by these words; ``relative`` is an expression and its meaning."""
        here = self.passage(words)
        account = Account(account_id(here), self.document.id, (here,))
        self.accounts.append(account)
        values: list[tuple[Aspect, Value]] = [
            (Aspect.PARTY, Party(one, office=None)) for one in parties
        ]
        values += [(Aspect.FORM, form), (Aspect.STATUS, str(status))]
        if means:
            values.append((Aspect.MEANS, means))
        if on:
            values.append((Aspect.DATE, When(on, f"“{on}”", on)))
        if relative:
            values.append((Aspect.DATE, When(None, "no date", relative[0], relative[1])))
        for aspect, value in values:
            self.claim(aspect, value, words, account=account, attribution=attribution)
        return account

    def claim(
        self,
        aspect: Aspect,
        value: Value,
        words: str,
        *,
        account: Account | None = None,
        strength: Strength | None = None,
        status: Status | None = None,
        attribution: Attribution = NO_ATTRIBUTION,
        voice: Voice | None = None,
    ) -> Claim:
        """A claim that rests on these words."""
        made = claim(
            aspect,
            value,
            self.passage(words),
            rule="by hand",
            account=account,
            strength=strength,
            status=status,
            attribution=attribution,
            voice=voice or (Voice.SIDE if attribution.side else Voice.OUTLET),
        )
        self.claims.append(made)
        return made

    def undertaking(
        self,
        words: str,
        *by: ActorKey,
        what: str | None = None,
        kind: UndertakingKind = UndertakingKind.AGREEMENT,
        strength: Strength = Strength.AGREED,
        account: Account | None = None,
        attribution: Attribution = NO_ATTRIBUTION,
        within: str | None = None,
        to: str | None = None,
    ) -> Claim:
        """An undertaking told in these words."""
        value = Undertaking(kind, by, to, what or words, within=within)
        return self.claim(
            Aspect.UNDERTAKING,
            value,
            words,
            account=account,
            strength=strength,
            attribution=attribution,
        )

    def remark(
        self,
        words: str,
        account: Account,
        *,
        strength: Strength = Strength.NOTED,
        attribution: Attribution = NO_ATTRIBUTION,
        aspect: Aspect = Aspect.REMARK,
    ) -> Claim:
        """A remark or topic told in these words."""
        return self.claim(
            aspect,
            Words(words),
            words,
            account=account,
            strength=strength,
            attribution=attribution,
        )

    def reading(self) -> Reading:
        """What was read, claims in the order of the text."""
        ordered = sorted(self.claims, key=lambda one: (one.passage, one.aspect, one.id))
        return Reading(
            document=self.document.id,
            run="r-test",
            actors=self.actors,
            originals=tuple(self.originals),
            accounts=tuple(self.accounts),
            claims=tuple(ordered),
            problems=(),
        )


def judgement(verdict: str, *subjects: str, kind: str = "contact") -> Judgement:
    """A decision by a person."""
    return Judgement("j-1", kind, subjects, verdict, "seen both", "a reader", "2031-06-01T00:00Z")


def with_cast(reader: Reader, *actors: Actor) -> Reader:
    """The reader with other actors under the same keys, or further ones."""
    keys = {one.key for one in actors}
    return replace(reader, actors=(*actors, *(one for one in CAST if one.key not in keys)))


def documents_of(readers: Iterable[Reader]) -> tuple[Document, ...]:
    """The documents of some readers."""
    return tuple(one.document for one in readers)
