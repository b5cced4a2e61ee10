"""Episodes read text by text, and what their records must hold after each step.

``record.txt`` in the folder of an episode has a heading for each text and below it lines of the
record as it stands once that text is read: a thing, or a thing, a question and its answer, in the
words of ``communique changes``; ``[…]`` stands for words left out, so that none of a seed are held
here. A line that begins with ``not`` must be the beginning of none. A line that begins with
``changed`` says what the text changed of what stood before: from which answer to which.
What is not listed is not asked: what is read wrongly so far stands in ``expected.md``, not here.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import communique
from communique.model.contents import Contents
from communique.views.changes import changes_between
from communique.views.items import items_of
from tests.mission.seeds import SEEDS

HERE = Path(__file__).parent
CAST = HERE.parent / "cases" / "cast.toml"
AFTER_THE_SEEDS = "after-the-seeds"
EPISODES = (AFTER_THE_SEEDS, "selwyn-truce", "dornhagen-five", "tell-ashar-channel")
NOT = "not "
CHANGED = "changed "
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the record of an episode must hold, and must not, after one of its texts."""

    step: str
    holds: tuple[str, ...]
    holds_not: tuple[str, ...]
    changed: tuple[str, ...]


def asked_of(episode: str) -> tuple[Asked, ...]:
    """What is asked of the record after each text, in the order of the texts."""
    found: list[Asked] = []
    for part in (HERE / episode / "record.txt").read_text(encoding="utf-8").split("## ")[1:]:
        step, *lines = (line for line in part.splitlines() if line)
        holds = tuple(one for one in lines if not one.startswith((NOT, CHANGED)))
        found.append(Asked(step, holds, _marked(NOT, lines), _marked(CHANGED, lines)))
    return tuple(found)


def _marked(mark: str, lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.removeprefix(mark) for one in lines if one.startswith(mark))


def is_held(asked: str, lines: Iterable[str]) -> bool:
    """Whether a line of the record is the one asked for."""
    pattern = re.compile("[^·]+".join(re.escape(part) for part in asked.split(LEFT_OUT)))
    return any(pattern.fullmatch(line) for line in lines)


def texts_of(episode: str) -> list[Path]:
    """The texts of an episode in their order."""
    return sorted((HERE / episode).glob("[0-9]*.txt"))


def records_of(
    episode: str, texts: list[Path], before: tuple[Path, ...], tables: Path | None
) -> Iterator[Contents]:
    """The record as it stood before, and then after each of these texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{episode}.db"
        with communique.open_record(path, tables=tables) as record:
            record.read(before)
            yield record.contents()
            for text in texts:
                record.read([text])
                yield record.contents()


def read_episode(episode: str) -> Iterator[Contents]:
    """The record of an episode before its first text, and then after each of them."""
    after_seeds = episode == AFTER_THE_SEEDS
    before = (SEEDS,) if after_seeds else ()
    tables = None if after_seeds else CAST
    return records_of(episode, texts_of(episode), before, tables)


def lines_of(contents: Contents) -> Iterator[str]:
    """Every thing of a record, and every answer to a question about it, a line each."""
    for one in items_of(contents):
        head = f"{one.kind} of {one.of} · {one.name}" if one.of else f"{one.kind} · {one.name}"
        yield head
        for question, answer in one.told.items():
            yield f"{head} · {one.columns.get(question, question)}: {answer}"


def changes_of(before: Contents, after: Contents) -> Iterator[str]:
    """Every change between two records, a line for each thing that it befell."""
    for one in changes_between(before, after):
        came = "new" if one.before is None else "gone"
        told = f"{one.question}: {one.before or '–'} → {one.now or '–'}" if one.question else came
        for name in one.names:
            yield (
                f"{one.kind} of {one.of} · {name} · {told}"
                if one.of
                else (f"{one.kind} · {name} · {told}")
            )
