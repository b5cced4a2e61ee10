"""Texts of a set, read as any texts are: taken in, read into a record, and derived."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import communique
from communique.model.contents import Contents

RECORD = "record.db"
"""The file of the record, in the folder that is given."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a set under a name of its own, with what its set tells beside it."""

    name: str
    text: str
    outlet: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a record of a set holds, which document is which text, and how long reading took."""

    contents: Contents
    names: Mapping[str, str]
    """The name of the text by the id of its document."""
    seconds: float
    """Processor time from the first byte taken in to the last row derived."""

    @property
    def rate(self) -> str:
        """Documents a second."""
        return f"{len(self.names) / self.seconds:.1f} documents/s"


def read_texts(texts: Sequence[Text], folder: Path) -> Read:
    """A record of texts, which are rows of one file: the text's name is the row's address."""
    path = folder / "texts.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(_row(one), ensure_ascii=False) + "\n" for one in texts)
    contents, seconds = _read([path], folder)
    return Read(contents, {one.id: str(one.address) for one in contents.documents}, seconds)


def read_files(paths: Sequence[Path], folder: Path) -> Read:
    """A record of files as they lie; a text's name is the file's without its ending."""
    contents, seconds = _read(paths, folder)
    return Read(contents, {one.id: Path(one.name).stem for one in contents.documents}, seconds)


def _row(one: Text) -> dict[str, str]:
    told = {"outlet": one.outlet, "title": one.title, "date": one.date}
    return {"url": one.name, "text": one.text} | {k: v for k, v in told.items() if v}


def _read(paths: Sequence[Path], folder: Path) -> tuple[Contents, float]:
    begin = time.process_time()
    with communique.open_record(folder / RECORD) as record:
        record.read(paths)
        seconds = time.process_time() - begin
        return record.contents(), seconds
