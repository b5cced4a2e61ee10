"""What cannot be read is refused with what was met and what to do; nothing else is lost."""

import os
import random
from pathlib import Path

import pytest

from communique.intake import Options, Refused, Taken, take_in
from communique.intake.taking import document_from_bytes
from tests.intake.pdfs import make_pdf
from tests.intake.reading import blocks, refused, taken

ACCOUNT = "President Berg of Norland spoke with Prime Minister Dahl of Sudland on Monday."


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.html", b"", "empty"),
        ("a.txt", random.Random(1).randbytes(4000), "binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"0" * 100, "binary"),
        ("a.txt", b"SQLite format 3\x00" + b"\x00" * 100, "binary"),
        ("a.html", b"<html><body><script>draw()</script></body></html>", "no-text"),
        ("a.html", b"<html></html>", "no-text"),
        ("a.pdf", make_pdf(()), "no-text-layer"),
        ("a.pdf", b"%PDF-1.4 cut off", "pdf-unreadable"),
        ("a.docx", b"PK\x03\x04word/ cut off", "word-unreadable"),
        ("a.docx", b"no package at all", "word-unreadable"),
        ("a.jsonl", b"not json\n", "row-unreadable"),
        ("a.jsonl", b'{"title": "no text"}\n', "no-text"),
        ("a.json", b"[]", "no-text"),
        ("a.csv", b"name,place\nBerg,Norburg\n", "no-text"),
        ("a.eml", b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\n", "no-text"),
    ],
)
def test_bytes_that_are_no_document_are_refused_with_a_code(
    name: str, data: bytes, code: str
) -> None:
    one = refused(data, name)
    assert one.code == code
    assert one.message.startswith("met ")


def test_a_text_in_another_encoding_is_read_and_the_encoding_recorded() -> None:
    latin = taken("The café of the ministry was closed — by the king.".encode("windows-1252"))
    assert latin.document.decoding == "windows-1252, detected"
    assert "café" in latin.document.text
    wide = taken("The king met the queen.".encode("utf-16"))
    assert wide.document.decoding == "utf-16-le, byte order mark"
    cyrillic = taken(("Министр заявил, что переговоры завершены. " * 20).encode("koi8-r"))
    assert "detected" in cyrillic.document.decoding
    assert "Министр" in cyrillic.document.text


def test_controls_and_marks_of_direction_stay_in_the_text() -> None:
    text = f"\u200f{ACCOUNT} \x07\u202eThe \x1b[0mend.\u202c\r\nThe king met the queen."
    document = taken(text).document
    assert document.text == text
    assert "".join(words for _, words in blocks(document)).count("\u202e") == 1


def test_a_text_in_another_language_is_kept_and_marked() -> None:
    document = taken("Le ministre a déclaré que les entretiens avec le voisin sont finis.").document
    assert document.language == "fr"


def test_a_file_of_fifty_megabytes_is_refused_without_being_held(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    [one] = take_in([large])
    assert isinstance(one, Refused)
    assert one.code == "too-large"
    assert "expected at most 20 MB" in one.message


def test_the_limit_can_be_raised_and_holds_for_each_row() -> None:
    long = b'{"text": "' + b"The king met the queen. " * 100 + b'"}\n'
    rows = long + b'{"text": "The king left on Monday."}\n'
    one = document_from_bytes(rows, "a.jsonl", Options(limit=1000))
    assert isinstance(one, Refused)
    assert (one.path, one.code) == ("a.jsonl#1", "too-large")
    assert isinstance(document_from_bytes(rows, "a.jsonl", Options(limit=10_000)), Taken)


def test_no_such_path_and_an_empty_folder_are_told_apart(tmp_path: Path) -> None:
    nothing, empty = take_in([tmp_path / "nothing", tmp_path])
    assert isinstance(nothing, Refused)
    assert isinstance(empty, Refused)
    assert (nothing.code, empty.code) == ("no-such-path", "empty-folder")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(ACCOUNT)
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("whoever runs this test may read every file")
    [one] = take_in([locked])
    assert isinstance(one, Refused)
    assert one.code == "unreadable"


def test_a_link_to_nothing_is_refused_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    codes = [one.code for one in take_in([tmp_path]) if isinstance(one, Refused)]
    assert codes == ["unreadable", "not-a-file"]


def test_one_bad_file_among_a_hundred_costs_only_itself(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(f"{ACCOUNT} Note {number} was sent.")
    (tmp_path / "050.txt").write_bytes(random.Random(2).randbytes(5000))
    met = list(take_in([tmp_path]))
    assert len([one for one in met if isinstance(one, Taken)]) == 99
    [bad] = [one for one in met if isinstance(one, Refused)]
    assert bad.path == str(tmp_path / "050.txt")


def test_bytes_that_are_no_text_are_no_table_either() -> None:
    made = document_from_bytes(b"a,\rb\x00\xfe,\r\n\x01\x02\xff" * 40, "blob.bin")
    assert isinstance(made, Refused)
    assert "foresaw" not in made.message
