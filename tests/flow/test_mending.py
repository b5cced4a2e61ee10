"""What is read where a page ran words together has its places in the text as it came."""

from pathlib import Path

import pytest

import communique


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
