"""Registers: channels, formats, positions, originals, stories; and why a claim stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from communique.model.contents import ClaimEntry, Contents, Offer, OriginalEntry, StoryEntry
from communique.model.passages import Passage
from communique.model.registers import ChannelEntry, FormatEntry, Step
from communique.model.vocabulary import AttributionMode
from communique.views.linked import Thing, joined, linked, put_together
from communique.views.naming import Naming, day_named, quoted, step_named
from communique.views.owing import said_by
from communique.views.tables import Page, Table, under


def channels_table(channels: Iterable[ChannelEntry], naming: Naming) -> Table:
    """Standing lines of consultation: parties, topic, who says they exist."""
    rows = tuple(
        (
            linked(one.label, Thing("channels", one.label)),
            one.kind,
            naming.codes(one.parties),
            one.topic or "not stated",
            _last_step(one),
            ", ".join(one.says) or "outlets only",
        )
        for one in channels
    )
    columns = ("Channel", "Kind", "Parties", "Topic", "Last step", "Says it exists")
    return Table(columns, rows, keep=("Channel",), empty="No channel recorded.")


def _last_step(channel: ChannelEntry) -> str:
    return step_named(channel.lifecycle[-1]) if channel.lifecycle else "not stated"


def channel_page(channel: ChannelEntry, part: Contents, labels: Mapping[str, str]) -> Page:
    """One channel: who says it exists, its life step by step, under which names.

    ``part`` holds its claims, the other channels, and the offers that it is one of them; ``labels``
    are those of the contacts in its life.
    """
    naming = Naming(part)
    names = tuple(_name_row(name, passage, channel, naming) for name, passage in channel.names)
    return Page(
        heading=tuple(_heading_of(channel, naming)),
        tables=(
            _steps_table(channel.lifecycle, naming, labels),
            Table(("Name used", "Where", "On whose word"), names),
        ),
        notes=tuple(_alias_note(one, channel, part.channels) for one in part.offers),
    )


def _steps_table(steps: Iterable[Step], naming: Naming, labels: Mapping[str, str]) -> Table:
    """The life of a channel or format, each step on somebody's word."""
    rows = tuple(
        (
            one.step.value,
            day_named(one.date),
            ", ".join(one.said_by) or "outlets only",
            _contact_named(one.contact, labels),
            naming.place(one.passage),
        )
        for one in steps
    )
    columns = ("Step", "When", "Told by", "Contact", "Where")
    return Table(columns, rows, keep=("Step", "When"), empty="No step in its life is told.")


def _contact_named(contact: str | None, labels: Mapping[str, str]) -> str:
    if contact is None or contact not in labels:
        return "–"
    return linked(labels[contact], Thing("contacts", contact))


def _heading_of(channel: ChannelEntry, naming: Naming) -> Iterator[str]:
    kind = f"{channel.kind[:1].upper()}{channel.kind[1:]}"
    last = f" · {_last_step(channel)}" if channel.lifecycle else ""
    yield kind + (f" on {channel.topic}" if channel.topic else "") + last
    parties = naming.codes(channel.parties) or "not stated"
    yield f"Parties {parties} · level: {channel.level or 'not stated'}"
    yield " · ".join(
        f"{heading}: {', '.join(sides) or nobody}"
        for heading, sides, nobody in (
            ("Says it exists", channel.says, "outlets only"),
            ("Says otherwise", channel.denies, "nobody"),
            ("Not quoted", channel.not_quoted, "nobody"),
        )
    )


def _alias_note(
    offer: Offer, entry: ChannelEntry | FormatEntry, others: Iterable[ChannelEntry | FormatEntry]
) -> str:
    """That it may be another one under another name, for a person to decide."""
    labels = {one.id: one.label for one in others}
    other = offer.right if offer.left == entry.id else offer.left
    return (
        f"Perhaps {labels.get(other, other)}: {offer.reason} "
        f"(communique same {entry.label} {labels.get(other, other)}, or different)"
    )


def _name_row(
    name: str, passage: Passage, channel: ChannelEntry, naming: Naming
) -> tuple[str, str, str]:
    claims = naming.claims
    claim = next(
        (claims[one] for one in channel.claims if one in claims and claims[one].passage == passage),
        None,
    )
    return quoted(name), naming.place(passage), "–" if claim is None else on_whose_word(claim)


def formats_table(formats: Iterable[FormatEntry], naming: Naming) -> Table:
    """Formats and bodies as venues: names seen, members named in texts, undertakings within."""
    rows = tuple(
        (
            linked(one.label, Thing("formats", one.label)),
            one.name,
            linked(one.body, Thing("bodies", one.body)) if one.body else "–",
            naming.codes(one.members) or "none named",
            step_named(one.lifecycle[-1]) if one.lifecycle else "not stated",
            str(len(one.undertakings)),
        )
        for one in formats
    )
    columns = ("Format", "Name", "Body", "Members in texts", "Last told", "Undertakings")
    return Table(columns, rows, keep=("Format",), empty="No format recorded.")


def format_page(entry: FormatEntry, part: Contents, labels: Mapping[str, str]) -> Page:
    """One format or body as a venue: names, members, its life, what was undertaken within it.

    ``part`` holds the other formats, and the offers that it is one of them; ``labels`` are those of
    the contacts in its life.
    """
    naming = Naming(part)
    undertakings = {one.id: one for one in part.undertakings}
    heading = [
        entry.name + (f" ({entry.body})" if entry.body else ""),
        f"Members named in texts: {naming.codes(entry.members) or 'none'}"
        + (
            f" · background, not in a text: {', '.join(entry.background_members)}"
            if entry.background_members
            else ""
        ),
    ]
    if entry.alias_basis:
        heading.append(f"Names taken as one: {entry.alias_basis}")
    heading.append(f"Named by {', '.join(entry.said_by) or 'outlets only'}")
    names = tuple((quoted(name), naming.place(passage)) for name, passage in entry.names)
    members = tuple(
        (naming.codes((one,)), naming.place(passage), quoted(passage.exact))
        for one, passage in entry.member_passages
    )
    owed = tuple(
        (
            naming.codes(one.by),
            one.kind.value,
            one.what,
            said_by(one),
        )
        for one in (undertakings[i] for i in entry.undertakings if i in undertakings)
    )
    return Page(
        heading=tuple(heading),
        tables=(
            Table(("Name used", "Where"), names),
            Table(("Member", "Where", "Words"), members, title="Members", empty="None is named."),
            _steps_table(entry.lifecycle, naming, labels),
            Table(
                ("Who", "Kind", "What", "Said by"),
                owed,
                title="To be carried out in it",
                empty="Nothing was undertaken within it.",
            ),
        ),
        notes=tuple(_alias_note(one, entry, part.formats) for one in part.offers),
    )


def originals_table(originals: Iterable[OriginalEntry], naming: Naming) -> Table:
    """The originals that documents rely on, how much of each is held, and which are one text."""
    rows = tuple(
        (
            naming.original(one.id),
            " = ".join(quoted(wording) for wording in one.issuer_wordings),
            one.held.value,
            joined(", ", sorted(naming.document(document) for document in one.documents)),
            ", ".join(naming.original(other) for other in one.same_text_as) or "–",
            one.reason,
        )
        for one in originals
    )
    columns = ("Original", "Named as", "Held", "In", "Same text as", "Why")
    return Table(columns, rows, empty="No original is named.")


def relations_table(part: Contents, naming: Naming) -> Table:
    """Which documents are copies of which, and which share an official text or a quotation."""
    rows = tuple(
        (joined(" → ", map(naming.document, one.documents)), one.kind.value, one.reason)
        for one in part.relations
    )
    return Table(
        ("Documents", "What they share", "Why"),
        rows,
        title="Copies and shared texts",
        empty="No document has its words from another.",
    )


def shared_runs_table(part: Contents, naming: Naming) -> Table:
    """The longest runs of equal words between documents."""
    rows = tuple(
        (
            joined(" = ", (naming.place(passage) for passage in one.passages)),
            str(one.words),
            one.passages[0].exact,
        )
        for one in part.shared_runs
    )
    return Table(
        ("Places", "Words", "Text"), rows, title="Repeated runs of words", empty="No shared run."
    )


def stories_table(
    stories: Iterable[StoryEntry], contacts: Mapping[str, str], naming: Naming
) -> Table:
    """The documents of each story and why they are of it; ``contacts`` gives contacts’ labels."""
    rows = tuple(
        row
        for one in stories
        for row in under(
            _heading(one, contacts),
            ((naming.document(member.document), member.joined_by) for member in one.members),
        )
    )
    return Table(("Story", "About", "Document", "Why"), rows, empty="No story of several.")


def _heading(story: StoryEntry, contacts: Mapping[str, str]) -> tuple[str, str]:
    told = (linked(contacts.get(one, one), Thing("contacts", one)) for one in story.contacts)
    about = joined("\n", (", ".join(story.about), *told))
    return f"{story.id}\n{day_named(story.date)}", about


def on_whose_word(claim: ClaimEntry) -> str:
    """Who speaks, how, by which words, and whether that counts for a side."""
    attribution = claim.attribution
    if attribution.mode is AttributionMode.NONE:
        return f"{claim.voice.value}’s own voice, nobody named; not counted"
    wording = f" ({quoted(attribution.wording.exact)})" if attribution.wording else ""
    chain = (
        " ← ".join(reversed(attribution.chain)) if attribution.chain else "speaker named earlier"
    )
    side = f"side {attribution.side}" if attribution.side else "no side"
    return f"{attribution.mode.value}: {chain}{wording} · {side}"


def why_page(claims: Iterable[ClaimEntry], part: Contents, heading: str) -> Page:
    """Each claim with its words and place, on whose word it stands, its rule, id and run."""
    claims = tuple(claims)
    naming = Naming(part)
    rows = tuple(
        (
            naming.place(one.passage),
            one.aspect.value,
            quoted(one.passage.exact),
            on_whose_word(one),
            put_together(f"{one.rule}\n", linked(one.id, Thing("claims", one.id))),
        )
        for one in claims
    )
    return Page(
        heading=(heading,),
        tables=(
            Table(
                ("Where", "Aspect", "Words", "On whose word", "Rule and id"),
                rows,
                notes=_runs(claims),
            ),
        ),
    )


def _runs(claims: Iterable[ClaimEntry]) -> tuple[str, ...]:
    """Which run made the claims; where there are several, how many each of them made."""
    made = Counter(one.run for one in claims)
    if len(made) == 1:
        return (f"Read by run {next(iter(made))}.",)
    return tuple(f"{count} of these read by run {run}." for run, count in sorted(made.items()))
