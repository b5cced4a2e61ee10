"""Adding documents in a browser: pasted or as files, and read while pages are shown."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.errors import CommuniqueError, NotPossible
from communique.flow.reading import Summary
from communique.intake.about import About
from communique.intake.values import Options
from communique.model.codec import to_json
from communique.model.contents import Contents
from communique.record import Record
from communique.record.comparing import read_told, touching
from communique.record.describing import KINDS, about_given
from communique.server.acting.acts import Field
from communique.server.acting.desk import Desk, Does, Done, ended
from communique.server.admission.forms import NOT_OURS, check_origin, has_token, words_in
from communique.server.admission.visitors import editor_in
from communique.server.drawing.returning import given_back
from communique.server.library.library import Library
from communique.views.lists import problems_table
from communique.views.naming import Naming
from communique.views.tables import Page, Table

ADDING = "/add"
"""Where documents are added."""
TITLE = "Add documents"
WITHIN = 1.0
"""Seconds that an answer waits for what goes wrong at once."""
MOST_FILES = 200
PASTED = "pasted.txt"
LONGEST_NAME = 150
"""Characters of the name of a file that are kept."""
FIELDS = (
    Field("outlet", "Outlet", "who published them", may_be_empty=True),
    Field("date", "Date", "when, as in 2021-08-24", may_be_empty=True),
    Field("kind", "Kind", choices=("", *KINDS), may_be_empty=True),
    Field("side", "Side", "the state or body that issued them: code or name", may_be_empty=True),
    Field("whole", "Texts without a sign of a contact are read too", choices=("no", "yes")),
    Field("name", "Name of what is pasted", f"as of a file; else {PASTED}", may_be_empty=True),
)
"""What is said of all documents that are added at once, and how what is pasted is called."""
Files = tuple[tuple[str, bytes], ...]
"""Bytes with the names of the files that they came as."""


def add_adding(app: Starlette, library: Library, desk: Desk, limit: int) -> None:
    """Give an application the address at which documents of at most ``limit`` bytes are added."""

    def asks(request: Request) -> Response:
        editor_in(request)
        return _page(request, library.name, {})

    async def adds(request: Request) -> Response:
        check_origin(request)
        person = editor_in(request)
        async with request.form(max_files=MOST_FILES, max_part_size=limit) as form:
            given = {one.name: words_in(form, one.name) for one in FIELDS}
            given["words"] = str(form.get("words", ""))
            files, is_ours = await _files_in(form, given), has_token(request, form)
        try:
            _check_sent(files, is_ours=is_ours)
            said = (given[one] or None for one in ("outlet", "date", "kind", "side"))
            options = Options(await run_in_threadpool(about_in, library, *said), limit)
            does = reading(files, options, whole=given["whole"] == "yes")
            work = desk.take(TITLE, person.name, ADDING, does)
            await run_in_threadpool(ended, work, max(WITHIN, desk.patience))
        except CommuniqueError as error:
            return _page(request, library.name, given, error)
        return RedirectResponse(f"/work/{work.number}", 303)

    app.router.routes += [Route(ADDING, asks), Route(ADDING, adds, methods=["POST"])]


def about_in(
    library: Library, outlet: str | None, date: str | None, kind: str | None, side: str | None
) -> About:
    """What is said of every document, sides by the tables of the record; raises NotPossible."""
    with library.opened() as kept:
        return about_given(outlet, date, kind, side, tables=kept.record.tables())


def reading(files: Files, options: Options, *, whole: bool = False) -> Does:
    """The work of reading these files into a record."""

    def read(record: Record) -> Done:
        summary = record.read_bytes(files, options, whole=whole)
        contents = record.contents()
        page = read_told(contents, summary)
        tables = (*page.tables, *_not_read(contents, summary))
        return Done(Page(page.heading, tables, page.notes), _data(contents, summary))

    return read


def _data(contents: Contents, summary: Summary) -> dict[str, Any]:
    """What was read, for programs."""
    met = set(summary.documents)
    return {
        "documents": [to_json(one) for one in contents.documents if one.id in met],
        "taken": list(summary.taken),
        "known": [*summary.known, *summary.met_again],
        "purged": list(summary.purged),
        "refused": [to_json(one) for one in summary.refused],
    }


def _not_read(contents: Contents, summary: Summary) -> Iterator[Table]:
    """What was refused, and what could not be read of what was taken in."""
    if summary.refused:
        rows = tuple((one.path, one.code, one.message) for one in summary.refused)
        yield Table(("File", "Problem", "What was met"), rows, title="Refused")
    part = touching(contents, set(summary.documents))
    if part.problems:
        yield replace(problems_table(part, Naming(contents)), title="Problems")


async def _files_in(form: FormData, given: Mapping[str, str]) -> Files:
    """What is pasted and the files of a form, as bytes."""
    words = given["words"].replace("\r\n", "\n")
    pasted = ((named(given["name"] or PASTED), words.encode()),) if words.strip() else ()
    sent = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    return (*pasted, *[(named(one.filename), await one.read()) for one in sent if one.filename])


def named(name: str | None) -> str:
    """The name of a file as it is kept: without folders, and without signs that steer anything."""
    last = PurePath((name or "").replace("\\", "/")).name
    shown = "".join(one for one in last if one.isprintable()).strip()
    return shown[-LONGEST_NAME:].lstrip(".") or "unnamed"


def _check_sent(files: Files, *, is_ours: bool) -> None:
    if not is_ours:
        raise NotPossible(NOT_OURS)
    if not files:
        raise NotPossible("nothing was sent: paste a text, or choose files")


def _page(
    request: Request, name: str, given: Mapping[str, str], error: CommuniqueError | None = None
) -> Response:
    """The form with what was typed; which files were chosen a browser does not let us keep."""
    more = {"fields": FIELDS, "given": given}
    return given_back(request, name, TITLE, "add.html", more, error)
