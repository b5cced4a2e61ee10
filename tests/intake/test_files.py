"""PDF, Word, mail and tables."""

import io

import docx

from communique.intake import Refused, Taken
from communique.intake.taking import documents_from_bytes
from tests.intake.pdfs import make_pdf
from tests.intake.reading import blocks, taken

CALL_LINES = (
    "The Minister of Foreign Affairs of Norland spoke by telephone on 3",
    "March 2019 with the Foreign Minister of Sudland. They talked about",
    "grain, and agreed to meet.",
    "The Minister thanked his counterpart for the help that was given to",
    "the people of the north.",
)


def test_the_lines_of_a_pdf_become_paragraphs() -> None:
    data = make_pdf(
        (
            "Ministry of Foreign Affairs",
            "Readout of a call about grain",
            *CALL_LINES,
        ),
        ("The second page goes on with the account of the call about grain.",),
    )
    document = taken(data, "a.pdf").document
    assert document.flattening == "pdf/1"
    assert [words for kind, words in blocks(document) if kind == "paragraph"] == [
        f"{CALL_LINES[0]} {CALL_LINES[1]} {CALL_LINES[2]}",
        f"{CALL_LINES[3]} {CALL_LINES[4]}",
        "The second page goes on with the account of the call about grain.",
    ]


def test_what_stands_on_every_page_of_a_pdf_is_no_account() -> None:
    pages = [
        (f"Bulletin of Norland, page {number}", f"The king met {guest} in the palace.")
        for number, guest in enumerate(("a poet", "two bakers", "the dean"), 1)
    ]
    kinds = [kind for kind, words in blocks(taken(make_pdf(*pages), "a.pdf").document)]
    assert kinds.count("other") == 3


def test_a_word_document_is_told_by_its_styles() -> None:
    word = docx.Document()
    word.add_heading("Joint statement", 0)
    word.add_paragraph("The two ministers met on Monday in Norburg.")
    word.add_heading("Grain", 1)
    word.add_table(1, 2).cell(0, 0).text = "Present: Berg"
    word.add_paragraph("They agreed to meet again.")
    stream = io.BytesIO()
    word.save(stream)
    assert blocks(taken(stream.getvalue(), "a.docx").document) == [
        ("headline", "Joint statement"),
        ("paragraph", "The two ministers met on Monday in Norburg."),
        ("subheading", "Grain"),
        ("paragraph", "Present: Berg |"),
        ("paragraph", "They agreed to meet again."),
    ]


MAIL = """From: Press Office <press@mfa.example>
Subject: Readout of a call
Date: Tue, 05 Mar 2019 12:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The Minister of Norland spoke on Monday at the caf=E9.
--x
Content-Type: application/pdf; name=note.pdf
Content-Disposition: attachment; filename=note.pdf

x
--x--
"""


def test_a_mail_is_its_subject_and_its_body() -> None:
    one = taken(MAIL, "a.eml")
    assert blocks(one.document) == [
        ("headline", "Readout of a call"),
        ("paragraph", "The Minister of Norland spoke on Monday at the café."),
    ]
    assert one.document.published is not None
    assert one.document.published.edtf == "2019-03-05T12:00+01:00"
    assert one.document.published.basis == "mail header"
    [problem] = one.problems
    assert problem.code == "attachments-not-read"
    assert "note.pdf" in problem.message


def test_each_row_of_a_table_is_a_document() -> None:
    table = (
        "Publisher;Headline;Published;URL;Body\r\n"
        'Herald;Grain;30 Jul 2024;https://h.example/1;"The king met the queen; they\r\ntalked."\r\n'
        "Gazette;;August 3, 2022;;The queen met the king.\r\n"
    )
    first, second = (
        one.document
        for one in documents_from_bytes(table.encode(), "pool.csv")
        if isinstance(one, Taken)
    )
    assert first.text == "The king met the queen; they\r\ntalked."
    assert (first.outlet, first.title, first.address) == ("Herald", "Grain", "https://h.example/1")
    assert (first.name, second.name) == ("pool.csv#1", "pool.csv#2")
    assert [one.published and one.published.edtf for one in (first, second)] == [
        "2024-07-30",
        "2022-08-03",
    ]


def test_a_bad_row_costs_only_itself() -> None:
    rows = b'{"text": "The king left."}\nnot json\n{"text": "The queen left."}\n'
    met = list(documents_from_bytes(rows, "pool.jsonl"))
    assert [isinstance(one, Taken) for one in met] == [True, False, True]
    bad = met[1]
    assert isinstance(bad, Refused)
    assert bad.path == "pool.jsonl#2"


def test_a_list_in_json_is_read_row_by_row() -> None:
    data = b'{"articles": [{"content": "The king left."}, {"content": "The queen left."}]}'
    assert len([one for one in documents_from_bytes(data, "a.json") if isinstance(one, Taken)]) == 2
