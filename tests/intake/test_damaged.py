"""Damaged or hostile bytes cost only themselves, and are told of."""

import io
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from communique.intake import Options, Refused, Taken, readers, take_in, taking
from communique.intake.taking import documents_from_bytes
from tests.intake.reading import met, refused, taken

ACCOUNT = "President Berg of Norland spoke with Prime Minister Dahl of Sudland on Monday."


def word_with(part: str, content: bytes) -> bytes:
    """A Word document in which one part holds something else."""
    whole, broken = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(ACCOUNT)
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return broken.getvalue()


def met_in(data: bytes, name: str, limit: int = 20_000_000) -> list[Taken | Refused]:
    return list(documents_from_bytes(data, name, Options(limit=limit)))


def texts(data: bytes, name: str) -> list[str]:
    return [one.document.text for one in met_in(data, name) if isinstance(one, Taken)]


@pytest.mark.parametrize("data", [b"5", b'"x"', b"true", b"null", b"{}", b"[[]", b'{"a": 1}'])
def test_json_that_holds_no_documents_is_refused(data: bytes) -> None:
    assert refused(data, "a.json").code in ("no-text", "row-unreadable")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_nested_without_end_is_refused(name: str) -> None:
    assert refused(b"[" * 200_000, name).code == "row-unreadable"
    assert refused(b'{"text":' * 200_000, name).code == "row-unreadable"


@pytest.mark.parametrize("shape", ["%s", "[%s]", '{"rows": [%s]}'])
def test_a_half_of_a_code_point_is_replaced_and_told(shape: str) -> None:
    row = '{"text": "The king \\ud800 left.", "outlet": "H\\udc00", "url": "x\\ud800"}'
    one = taken(shape % row, "a.json")
    assert one.document.text == "The king \ufffd left."
    assert one.document.outlet == "H\ufffd"
    assert [problem.code for problem in one.problems] == ["half-character"]


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "rot13", "x-none", "utf-16"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    page = f"<html><meta charset={charset}><p>The café was closed by the king on Monday.</p></html>"
    document = taken(page.encode("windows-1252"), "a.html").document
    assert document.decoding == "windows-1252, detected"
    mail = (
        f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; "
        f"charset={charset}\nContent-Transfer-Encoding: 8bit\n\nThe café was closed by the king.\n"
    )
    assert "café" in taken(mail.encode("windows-1252"), "a.eml").document.text


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin-1", "Latin1", "us-ascii", "ascii"])
def test_declared_latin_is_read_as_pages_mean_it(charset: str) -> None:
    page = f"<html><meta charset={charset}><p>“The end\x81”, said the king – at last.</p></html>"
    data = page.replace("\x81", "").encode("windows-1252").replace(b"end", b"end\x81")
    document = taken(data, "a.html").document
    assert document.decoding == "windows-1252, declared"
    assert document.text == "“The end\x81”, said the king – at last."


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", b"<no xml"),
        ("word/document.xml", b"<other/>"),
        ("word/document.xml", b""),
        ("[Content_Types].xml", b"<no xml"),
        ("_rels/.rels", b"<no xml"),
        ("word/styles.xml", b"<other/>"),
        ("word/_rels/document.xml.rels", b"\x00"),
    ],
)
def test_a_damaged_word_document_is_refused(part: str, content: bytes) -> None:
    one = met(word_with(part, content), "a.docx", None)
    assert isinstance(one, Taken) or one.code in ("word-unreadable", "no-text")


def test_a_word_document_with_flipped_bytes_is_refused_or_read() -> None:
    data = word_with("", b"")
    for at in range(0, len(data), max(1, len(data) // 60)):
        one = met(data[:at] + b"\xa5\x5a" + data[at + 2 :], "a.docx", None)
        assert isinstance(one, Taken) or one.code in ("word-unreadable", "no-text")


def test_a_package_that_grows_when_unpacked_is_not_unpacked() -> None:
    data = word_with("word/document.xml", b" " * 3_000_000)
    assert len(data) < 200_000
    [one] = met_in(data, "a.docx", limit=200_000)
    assert isinstance(one, Refused)
    assert one.code == "too-large"


def test_mail_and_pages_nested_without_end_do_not_hang() -> None:
    mail = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
    for number in range(1500):
        mail += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    assert refused(mail + b"\nThe king left.\n", "a.eml").code == "unreadable"
    page = b"<html><body>" + b"<div>" * 20_000 + b"<p>The king left.</p></body></html>"
    one = met(page, "a.html", None)
    assert isinstance(one, Taken) or one.code == "no-text"


def test_whatever_a_reader_raises_costs_only_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("bad")
    (tmp_path / "b.txt").write_text(ACCOUNT)
    read = readers.drafts_of

    def raising(name: str, *rest: object) -> object:
        if name == "a.txt":
            raise MemoryError("no reader foresaw this")
        return read(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(taking, "drafts_of", raising)
    bad, good = take_in([tmp_path])
    assert isinstance(bad, Refused)
    assert (bad.path, bad.code) == (str(tmp_path / "a.txt"), "unreadable")
    assert isinstance(good, Taken)


def test_a_name_that_is_no_utf_8_is_written_with_replacements(tmp_path: Path) -> None:
    for name, words in ((b"caf\xe9.txt", ACCOUNT), (b"d\xe9.json", "5")):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(words)  # noqa: PTH118
    good, bad = take_in([tmp_path])
    assert isinstance(good, Taken)
    assert good.document.name == "caf\ufffd.txt"
    assert isinstance(bad, Refused)
    assert bad.path.endswith("d\ufffd.json")


def test_a_folder_that_may_not_be_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(ACCOUNT)
    listed = Path.iterdir

    def listing(folder: Path) -> Iterator[Path]:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", listing)
    bad, good = take_in([tmp_path])
    assert isinstance(bad, Refused)
    assert (bad.path, bad.code) == (str(tmp_path / "a"), "unreadable")
    assert "Permission denied" in bad.message
    assert isinstance(good, Taken)


def test_links_in_a_ring_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "ring").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "sub" / "a.txt").write_text(ACCOUNT)
    unreadable, good = take_in([tmp_path])
    assert isinstance(unreadable, Refused)
    assert unreadable.path == str(tmp_path / "self")
    assert isinstance(good, Taken)


def test_rows_of_a_table_keep_their_bytes() -> None:
    first, second = b'"The king\r\nleft.",Herald', b"The queen left.,Gazette"
    data = b"\xef\xbb\xbftext,outlet\r\n" + first + b"\r\n\r\n" + second + b"\r\n"
    kept = [one.data for one in met_in(data, "a.csv") if isinstance(one, Taken)]
    assert kept == [first, second]
    wide = "text,outlet\nThe king left.,Herald\n".encode("utf-16")
    [one] = [one for one in met_in(wide, "a.csv") if isinstance(one, Taken)]
    assert one.data == "The king left.,Herald".encode("utf-16-le")
    assert (one.document.text, one.document.outlet) == ("The king left.", "Herald")


def test_each_row_of_a_table_is_decoded_by_itself() -> None:
    rows = ("The café was closed by the king.,a", "The café was opened by the queen.,b")
    data = b"text,outlet\n" + rows[0].encode() + b"\n" + rows[1].encode("windows-1252") + b"\n"
    first, second = (one.document for one in met_in(data, "a.csv") if isinstance(one, Taken))
    assert (first.decoding, second.decoding) == ("utf-8", "windows-1252, detected")
    assert "\ufffd" not in first.text + second.text
    assert "café was opened" in second.text


def test_a_bad_row_of_a_table_costs_only_itself() -> None:
    long = b"The king left. " * 100
    data = b"text,outlet\n" + long + b',a\nThe queen left.,b\n"The king,c\nThe queen came.,d\n'
    codes = [one.code for one in met_in(data, "a.csv", 1000) if isinstance(one, Refused)]
    assert codes == ["too-large", "row-unreadable"]
    read = [one.document for one in met_in(data, "a.csv", 1000) if isinstance(one, Taken)]
    assert [(one.name, one.text) for one in read] == [
        ("a.csv#2", "The queen left."),
        ("a.csv#4", "The queen came."),
    ]


def test_elements_of_a_list_in_json_keep_their_bytes() -> None:
    rows = ['{"text":  "The café\\u0301 left."}', '{ "outlet":"H", "text": "It, [too]: left."}']
    for shape in ("[ %s ,\n%s]", '{"a": 1, "rows": [%s,%s], "b": {"c": "]"}}'):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            data = (shape % tuple(rows)).encode(encoding)
            own = "utf-16-le" if encoding == "utf-16" else "utf-8"
            kept = [one.data for one in met_in(data, "a.json") if isinstance(one, Taken)]
            assert kept == [one.encode(own) for one in rows]


def test_a_table_on_standard_input_is_known_by_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"id;source;body\n1;Herald;The king left.\n2;Gazette;The queen left.\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    outlets = [one.document.outlet for one in take_in(["-"]) if isinstance(one, Taken)]
    assert outlets == ["Herald", "Gazette"]
    prose = b"The body, the king said, was found.\nNobody knew why.\n"
    assert texts(prose, "standard input") == [prose.decode()]
