"""Commands that keep: compare revisions, verify, rebuild, back up, purge, export."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.deciding import is_told
from communique.cli.options import (
    DEFAULT_RECORD,
    AuthorOption,
    FormatOption,
    OutputFormat,
    ReasonOption,
    RecordOption,
)
from communique.cli.showing import shown

DocumentArgument = Annotated[
    str, typer.Argument(help="A document: its label, id, name or address.")
]
OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", help="The file to write; standard output if left out.")
]
NOT_SOUND = 1
"""The exit code when something does not hold."""


def diff(
    left: DocumentArgument,
    right: Annotated[
        str | None,
        typer.Argument(help="Another document; the one it revises if left out."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Show what changed between two documents, or between a document and the one it revises."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object
    from communique.model.codec import to_json

    with opened(record) as kept:
        changes = kept.diff(left, right)
    if output is OutputFormat.JSON:
        print_object({"changes": [to_json(one) for one in changes]})
        return
    for change in changes:
        for sign, words in (("-", change.before), ("+", change.after)):
            if words:
                print(f"{sign} {shown(words)}")
    if not changes:
        print("No difference.")


def verify(
    record: RecordOption = DEFAULT_RECORD, output: FormatOption = OutputFormat.TABLE
) -> None:
    """Check the record: the chain of the log, every digest, every passage, all that is derived."""
    from communique.cli.opening import opened
    from communique.cli.output import print_object
    from communique.model.codec import to_json

    with opened(record) as kept:
        found = kept.verify()
    if output is OutputFormat.JSON:
        print_object({"verified": to_json(found)})
    else:
        for fault in found.faults:
            print(f"does not hold: {fault}")
        print(
            f"{found.entries} entries, head {found.head}: {'sound' if found.sound else 'NOT SOUND'}"
        )
        if found.is_stale:
            print("What is derived is not up to date and was not compared: list something first")
    if not found.sound:
        raise typer.Exit(NOT_SOUND)


def rebuild(
    record: RecordOption = DEFAULT_RECORD, output: FormatOption = OutputFormat.TABLE
) -> None:
    """Drop all that is derived and work it out again from the log."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        kept.rebuild()
    if not is_told("rebuilt", str(record), output):
        print("Derived again from the log.")


def backup(
    to: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")],
    record: RecordOption = DEFAULT_RECORD,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Write a copy of the record and verify it."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        kept.backup(to)
    if not is_told("backup", str(to), output):
        print(f"Copied to {to} and verified.")


def purge(
    document: DocumentArgument,
    reason: ReasonOption,
    author: AuthorOption,
    record: RecordOption = DEFAULT_RECORD,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    output: FormatOption = OutputFormat.TABLE,
) -> None:
    """Remove a document's text for good; its digest, and by whom and why it went, stay."""
    from communique.cli.opening import opened

    with opened(record) as kept:
        if not yes:
            typer.confirm(f"Remove the text of {document} for good?", abort=True, err=True)
        made = kept.purge(document, reason=reason, author=author)
    if not is_told("purge", made, output):
        print(f"{document} is purged; a tombstone with its digest stays in the log")


def export_json(record: RecordOption = DEFAULT_RECORD, out: OutOption = None) -> None:
    """Write everything as one JSON object (schema communique/1)."""
    _export("json", record, out)


def export_plain(record: RecordOption = DEFAULT_RECORD, out: OutOption = None) -> None:
    """Write everything in the plain notation, for people and for diffs."""
    _export("plain", record, out)


def export_schema(out: OutOption = None) -> None:
    """Write the JSON Schema of the export."""
    from communique.exports import schema_text

    _write(schema_text(), out)


def _export(name: str, record: str, out: Path | None) -> None:
    from communique.cli.opening import opened

    with opened(record) as kept:
        text = kept.export(name)
    _write(text, out)


def _write(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
    else:
        # Written beside and then moved: a file that exists is whole.
        beside = out.with_name(out.name + ".part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(out)
        print(f"Wrote {out}")
