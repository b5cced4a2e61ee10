"""Runs the cases through the code that reads documents, each judged alone."""

import json
import tempfile
import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import communique
from communique.catalog.tables import Tables, load_tables
from communique.flow.reading import read
from communique.flow.run import Run
from communique.intake.values import Options
from communique.model.contents import Contents
from communique.model.documents import Document
from communique.store.sqlite import open_store
from tests.at_once import Known, contents_from, known
from tests.cases.contact_checks import contact_checks
from tests.cases.heard import hear
from tests.cases.lines import Words
from tests.cases.met import Met, contact_met
from tests.cases.mirrors import mirror_of, mirror_tables, years_back
from tests.cases.notation import TEXTS, read_cases
from tests.cases.results import CaseResult, Outcome
from tests.cases.values import Case
from tests.cases.word_checks import word_checks
from tests.cases.writing import contact_line

CAST = Path(__file__).parent / "cast.toml"
NOW = datetime(2031, 6, 1, tzinfo=UTC)


@cache
def cast_tables() -> Tables:
    """The tables that ship, with the states and people of the cases added."""
    return load_tables(CAST)


def run_cases(
    phenomena: Collection[str] = (),
    *,
    name: str | None = None,
    mirrors: bool = False,
    folder: Path = TEXTS,
) -> Outcome:
    """Read the cases and say of each whether its record is the one expected.

    ``phenomena`` are names of files without their ending, all where none is given; ``name`` is that
    of one case. ``mirrors`` asks for the mirrored cases too. What is not sound in the notation is
    among the outcome's ``problems``; everything else of a file is read.

    The outcome answers: ``all``, ``by_phenomenon``, ``by_status`` (of the contacts expected with
    a status, those recorded with it), ``by_check`` (each kind of question: contact, no other
    contact, parties, persons, form, status, date, place, said, time …), ``traps`` (those that
    yield no contact), ``mirrors_by_phenomenon`` and ``unlike`` (cases that pass where their mirror
    does not, and the other way round). Each is a ``Share`` with ``passed``, ``total``, ``value``.
    """
    started = time.perf_counter()
    found = read_cases(folder, Words.of(cast_tables()))
    cases = [
        one
        for one in found.cases
        if (not phenomena or one.phenomenon in phenomena) and name in (None, one.name)
    ]
    results = results_of(cases, cast_tables())
    mirrored = mirror_results(cases) if mirrors else ()
    return Outcome(results, mirrored, found.problems, time.perf_counter() - started)


def mirror_results(cases: Sequence[Case]) -> tuple[CaseResult, ...]:
    """The results of the mirrors of cases, in their order."""
    back = [years_back(one) for one in cases]
    found: dict[int, CaseResult] = {}
    for years in sorted(set(back)):
        places = [at for at, one in enumerate(back) if one == years]
        mirrored = [mirror_of(cases[at]) for at in places]
        results = results_of(mirrored, mirror_tables(years))
        found.update(zip(places, results, strict=True))
    return tuple(found[at] for at in range(len(cases)))


def results_of(cases: Sequence[Case], tables: Tables) -> tuple[CaseResult, ...]:
    """The results of cases that are all read by the same tables."""
    return tuple(_result(one) for one in _read(cases, tables))


def _result(met: Met) -> CaseResult:
    checks = (*contact_checks(met), *word_checks(met))
    lines = tuple(contact_line(contact_met(met, one)) for one in met.contents.contacts)
    return CaseResult(met.case, checks, lines)


def _read(cases: Sequence[Case], tables: Tables) -> list[Met]:
    """What is met in the record of each case: all are read in one go, and each derived alone."""
    if not cases:
        return []
    alone = _derived_alone(cases, tables)
    asked = [
        document
        for case, (document, contents) in zip(cases, alone, strict=True)
        if _is_heard(case, contents)
    ]
    heard = hear(asked, tables)
    return [
        Met(case, contents, heard.get(document.id))
        for case, (document, contents) in zip(cases, alone, strict=True)
    ]


def _is_heard(case: Case, contents: Contents) -> bool:
    """Whether what is heard in a text is asked, or may tell why a contact is missing."""
    expected = case.expected
    is_missing = len(contents.contacts) < len(expected.contacts or ())
    return bool(expected.sayings or expected.times) or is_missing


def _derived_alone(cases: Sequence[Case], tables: Tables) -> list[tuple[Document, Contents]]:
    """The document of each case, and everything that follows from it as if it were the only one.

    Contacts of two cases may share their parties and day: derived together they would be joined.
    """
    run = Run(tables, communique.__version__, lambda: NOW, lambda _step: None)
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "cases.jsonl"
        rows.write_text("".join(map(_row, cases)), encoding="utf-8")
        store = open_store(Path(folder) / "cases.db", create=True)
        try:
            read(store, [rows], Options(), run)
            whole = known(store)
        finally:
            store.close()
    readings = {one.document: one for one in whole.readings}
    by_row = {int(one.name.rpartition("#")[2]): one for one in whole.documents}
    found = []
    for number in range(1, len(cases) + 1):
        document = by_row[number]
        one = Known((document,), (readings[document.id],))
        found.append((document, contents_from(one, run)))
    return found


def _row(case: Case) -> str:
    """A case as a row of JSON Lines; its name makes the bytes of equal texts differ."""
    told = {
        "case": f"{case.phenomenon}: {case.name}",
        "title": case.title,
        "outlet": case.outlet,
        "date": case.dated,
        "text": case.text,
    }
    held = {key: one for key, one in told.items() if one is not None}
    return json.dumps(held, ensure_ascii=False) + "\n"
