"""What is read where a page ran words together has its places in the text as it came."""

from pathlib import Path

import pytest

import communique
from communique.flow.mending import as_read, put_back
from communique.flow.reading import BATCH
from communique.model.documents import Document
from communique.model.passages import DocumentId
from communique.model.readings import Reading
from communique.text.mending import mend


@pytest.mark.slow
def test_a_contact_told_in_words_run_together_leads_to_those_words(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = (
        "July 6, 2024\n\nFrench President Emmanuel Macron metTurkish President Recep Tayyip "
        "Erdoganon Friday in Paris.Erdogan thanked Macron for the talks and left the city.\n"
    )
    page.write_text(text, encoding="utf-8")
    with communique.open_record(tmp_path / "record.db") as record:
        record.read([page])
        contents = record.contents()
        [contact] = contents.contacts
        assert {one.state for one in contact.parties} == {"FRA", "TUR"}
        assert contact.date[0].value == "2024-07-05"
        passages = [*contact.passages, *(one.passage for one in contents.claims)]
        assert all(text[one.start : one.end] == one.exact for one in passages)
        assert any(one.exact.startswith("metTurkish") for one in contact.passages)


def document(at: int) -> Document:
    about = DocumentId(f"d{at}")
    text = f"Caller | Called\nDan | Brel {at}"
    return Document(about, "", str(at), text, "text/plain", "utf-8", None, (), "en")


def test_what_is_mended_of_a_batch_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(text: str, joining: tuple[str, ...], edits: list[tuple[int, int, str]]) -> object:
        made.append(text)
        return mend(text, joining, edits)

    monkeypatch.setattr("communique.flow.mending.mend", counted)
    batch = [document(at) for at in range(BATCH)]
    for _ in ("looked over", "read"):
        assert all("telephoned" in as_read(one).text for one in batch)
    for one in batch:
        put_back(Reading(one.id, "run", (), (), (), (), ()), one)
    assert made == [one.text for one in batch]
