"""The set ``contacts``: what its own scorer says of our answers, and whose words are whose.

The scorer is ``benchmarks/contacts/score.py``, run as it lies; its head documents what counts.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from communique.model.vocabulary import Form, Means
from tests.quality.figures import Result
from tests.quality.gold import RANKS
from tests.quality.reading import read_files
from tests.quality.shared import BENCHMARKS, check, digest_of_files
from tests.quality.speakers import found_attributions
from tests.quality.told import Told, clusters, told_in

PLACE = BENCHMARKS / "contacts"
FILES = (PLACE / "docs", PLACE / "docs.jsonl", PLACE / "gold.json", PLACE / "score.py")
FROM_SCORER = {
    "contact precision": "precision",
    "contact recall": "recall",
    "contact F1": "f1",
    "core recall": "core_recall",
    "date": "date_exact_where_resolvable",
    "B³": "bcubed_f1",
    "pairs F1": "same_contact_pairs_f1",
    "traps sprung": "trap_violations",
    "passages touching": "evidence_overlaps_gold",
    "party F1": "party_f1",
    "name F1": "name_f1",
    "form": "form_accuracy_lenient",
    "status": "status_accuracy_lenient",
    "false contacts": "false_contacts_on_distractors",
}
"""Our names of the figures that the scorer prints."""


def measure() -> Result:
    """Read the documents, have them scored, and look for the attributions."""
    for path in FILES:
        check(path)
    texts = paths()
    with tempfile.TemporaryDirectory() as place:
        read = read_files(texts, Path(place))
        told = told_in(read.contents, read.names)
        answers = Path(place) / "answers.json"
        answers.write_text(json.dumps(answers_of(told)), encoding="utf-8")
        scored, on_parties = _scored(answers), _scored(answers, "--anydate")
    figures = {name: scored[key] for name, key in FROM_SCORER.items()}
    figures["date, matched on parties alone"] = on_parties["date_exact_where_resolvable"]
    gold = json.loads((PLACE / "gold.json").read_text(encoding="utf-8"))
    figures["attributions"] = found_attributions(texts, gold["documents"])
    return Result("contacts", figures, read.rate, digest_of_files(FILES))


def paths() -> list[Path]:
    """The files of the documents."""
    return sorted((PLACE / "docs").glob("*.txt"))


def wanted_in() -> dict[str, tuple[Told, ...]]:
    """The wanted contacts by the name of their document, the date that it alone allows first.

    Where a document allows none, any date fits, as in the scorer.
    """
    gold = json.loads((PLACE / "gold.json").read_text(encoding="utf-8"))
    return {
        name: tuple(_wanted(row) for row in document["contacts"])
        for name, document in gold["documents"].items()
    }


def _wanted(row: dict[str, Any]) -> Told:
    return Told(
        parties=frozenset(one["country"].upper() for one in row["parties"]),
        names=tuple(one["name"] for one in row["parties"] if one["name"]),
        forms=tuple(dict.fromkeys((row["form"], *row["form_ok"]))),
        statuses=tuple(dict.fromkeys((row["status"], *row["status_ok"]))),
        dates=(row["date"], row["date_true"]) if row["date"] else (),
        spans=tuple((one["start"], one["end"]) for one in row["evidence"]),
        counts=row["role"] != "background",
        rank=RANKS[row["role"]],
    )


def _scored(answers: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(PLACE / "score.py"), str(answers), "--json", *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored


def answers_of(told: Mapping[str, Iterable[Told]]) -> dict[str, Any]:
    """Our contacts in the form that the scorer reads."""
    documents = {
        name: {"contacts": [_answer(one) for one in listed]} for name, listed in told.items()
    }
    gathered = {contact: {"documents": names} for contact, names in clusters(told).items()}
    return {"documents": documents, "contacts": gathered}


def _answer(told: Told) -> dict[str, Any]:
    is_video = told.form == Form.CALL and told.means == Means.VIDEO
    return {
        "parties": sorted(told.parties),
        "names": list(told.names),
        "form": "video" if is_video else told.form,
        "date": told.date,
        "status": told.status,
        "evidence": [list(one) for one in told.spans],
    }
