"""Commands that decide: what is one and what is not, corrections, withdrawals, notes."""

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import (
    DEFAULT_RECORD,
    AuthorOption,
    FormatOption,
    OutputFormat,
    ReasonOption,
    RecordOption,
)
from communique.cli.showing import shown

if TYPE_CHECKING:
    from communique.model.contents import Judgement

TwoOrMore = Annotated[
    list[str],
    typer.Argument(
        help="Two or more contacts, actors, originals, undertakings, channels, formats, documents "
        "or stories, by label, id or name; documents are judged by the story that they carry."
    ),
]
JSON = OutputFormat.JSON


def same(
    things: TwoOrMore,
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Decide that things are one and the same, whatever was worked out."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.same(things, reason=reason, author=author)
    tell_judged(f"{' and '.join(things)}: {made.verdict}", made, output)


def different(
    things: TwoOrMore,
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Decide that things are not the same; two accounts of one contact are parted."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.different(things, reason=reason, author=author)
    tell_judged(f"{' and '.join(things)}: {made.verdict}", made, output)


def correct(
    about: Annotated[
        str,
        typer.Argument(
            help="A document, the id of a claim (communique why shows it) or of an account."
        ),
    ],
    field: Annotated[
        str,
        typer.Argument(
            help="Of a document: outlet, published, kind, side, title, language or address. Of a "
            "claim: value, strength, a part of its value such as due, or counts."
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(help="What it should be; an empty one to empty it; counts: no."),
    ],
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Correct what is held of a document beside its text, or what was read in it."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.correct(about, field, value or None, reason=reason, author=author)
        name = kept.document(made.document).label
    if is_told("correction", made, output):
        return
    what = name if made.claim is None else f"{about} in {name}"
    now = f"is now {value}" if value else "is not stated now"
    print(shown(f"{what}: {field} {now} ({made.id}); the old entry stays in the log"))


def withdraw(
    about: Annotated[str, typer.Argument(help="A document, or the id of a decision or note.")],
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Let a document or a decision count no more; a withdrawal is undone by withdrawing it."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.withdraw(about, reason=reason, author=author)
    if not is_told("withdrawal", made, output):
        print(shown(f"{about} counts no more ({made.id}); it stays in the log"))


def note(
    about: Annotated[str, typer.Argument(help="Anything in the record, by label or id.")],
    words: Annotated[str, typer.Argument(help="What to note.")],
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Write a note about anything in the record; it changes nothing else."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        made = kept.note(about, words, author=author)
    if not is_told("note", made, output):
        print(shown(f"noted about {about} ({made.id})"))


def judgements(
    record: RecordOption = DEFAULT_RECORD, output: FormatOption = OutputFormat.TABLE
) -> None:
    """List all that people decided or noted, by whom and why, and what became of it."""
    from communique.cli.opening import opened
    from communique.cli.output import print_json, print_table
    from communique.record.asked import decided_table
    from communique.record.choosing import named_part
    from communique.views.naming import Naming

    with opened(record) as kept:
        made = kept.decisions()
        if output is JSON:
            print_json("decisions", made)
            return
        table = decided_table(kept, Naming(named_part(kept)), made)
    print_table(table)


def is_told(key: str, done: object, output: OutputFormat) -> bool:
    """Whether what was done is told as JSON; it is printed if so."""
    from communique.cli.output import print_object
    from communique.model.codec import to_json

    if output is JSON:
        print_object({key: to_json(done)})
    return output is JSON


def tell_judged(what: str, made: "Judgement", output: OutputFormat) -> None:
    """Tell what was judged of what, and that the next look follows it."""
    if not is_told("judgement", made, output):
        print(shown(f"{what} ({made.id}); the next look follows it"))
