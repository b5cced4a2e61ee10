"""The plain notation: what is written is read back without loss."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from communique.exports.inline import NotPlain, fields_of
from communique.exports.plain import WORDS, read_plain, write_plain
from communique.model.contents import SCHEMA, Contents, DocumentEntry, Valued
from communique.model.passages import DocumentId, Passage
from communique.model.vocabulary import DocumentKind
from tests.exports import values
from tests.store.make_log import contact

EMPTY = Contents(
    **{one.name: () for one in fields(Contents) if one.name not in ("schema", "version")},
    schema=SCHEMA,
    version={},
)
KINDS = {name: get_args(hint)[0] for name, hint in fields_of(Contents) if name in WORDS}
REED = DocumentId("d-0123456789abcdef")


def document(label: str, key: str = REED) -> DocumentEntry:
    known: dict[str, Any] = {one.name: None for one in fields(DocumentEntry)}
    own = {"id": key, "label": label, "name": f"{label}.txt", "kind": DocumentKind.ARTICLE}
    texts = {"digest": "0" * 64, "characters": 9, "decoding": "utf-8"}
    return DocumentEntry(**known | own | texts | {"furniture": (), "leads": ()})


@pytest.mark.parametrize("part", sorted(WORDS))
def test_an_entry_of_every_kind_is_read_back_as_it_was(part: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(values.values(KINDS[part]))
    def round_trip(one: Any) -> None:
        own: dict[str, Any] = {part: (one,)}
        whole = replace(EMPTY, **own)
        assert read_plain(write_plain(whole)) == whole

    round_trip()


# Contents are too large to be made smaller in a useful time when they fail.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)
@given(values.contents())
def test_contents_are_read_back_as_they_were(whole: Contents) -> None:
    written = write_plain(whole)
    assert read_plain(written) == whole
    assert write_plain(read_plain(written)) == written


def test_a_contact_is_written_as_a_person_would_read_it() -> None:
    call = contact("2031-05-05-fr-sy-call", "FRD", "SYL")
    written = write_plain(replace(EMPTY, contacts=(call,)))
    assert written.split("\n")[2:8] == [
        "contact 2031-05-05-fr-sy-call",
        "  # 2031-05-05 call held  FRD Leader of FRD, SYL Leader of SYL",
        "  id            c-2031-05-05-fr-sy-call",
        "  form          call",
        "  status        held",
        "  date          2031-05-05",
    ]


def test_a_passage_names_its_document_by_its_label() -> None:
    place = Passage(REED, 3, 8, "grain")
    whole = replace(EMPTY, documents=(replace(document("reed"), furniture=(place,)),))
    assert '  furniture     reed [3:8] "grain"\n' in write_plain(whole)
    assert read_plain(write_plain(whole)) == whole


def test_labels_that_two_documents_share_name_neither() -> None:
    other = DocumentId("d-fedcba9876543210")
    place = Passage(other, 3, 8, "grain")
    second = replace(document("reed", other), furniture=(place,))
    whole = replace(EMPTY, documents=(document("reed"), second))
    assert read_plain(write_plain(whole)) == whole


def test_remarks_and_empty_lines_are_skipped() -> None:
    text = f"# a note\n\n{SCHEMA}\n\ndocument reed   # the first\n  # below\n  id  {REED}\n"
    text += f"  name reed.txt\n  kind article\n  digest {'0' * 64}\n  characters 9  # short\n"
    assert read_plain(f"{text}  decoding utf-8\n").documents == (document("reed"),)


def test_marks_that_cannot_be_seen_are_written_so_that_they_can() -> None:
    hidden = replace(contact("x", "FRD"), form=(Valued("call\u202e", None, None, ()),))
    written = write_plain(replace(EMPTY, contacts=(hidden,)))
    assert "\u202e" not in written
    assert '"call\\u202e"' in written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected communique/1, met nothing"),
        ("communique/9\n", "line 1: expected communique/1, met 'communique/9'"),
        ("communique/1\npoem x\n", "line 2: expected one of document, actor"),
        ("communique/1\ncontact x\n  colour red\n", "line 3: expected one of id, label"),
        ("communique/1\ncontact x\n   id y\n", "line 3: expected a margin of two spaces"),
        ("communique/1\ncontact x\n  id y\n", "line 2: expected a field reports"),
        ("communique/1\ncontact x\n  reports many\n", "line 3: expected a whole number"),
        ("communique/1\ncontact x\n  id y z, w\n", "line 3: expected the end of the line"),
        ("communique/1\ncontact x\n  id a\n  id b\n", "line 4: expected id once"),
        ("communique/1\nclaim q\n  passage d-1 3 x\n", "line 3: expected a place"),
        ("communique/1\nclaim q\n  voice loud\n", "line 3: expected one of side, outlet"),
        ("communique/1\nversion\n  rules {\n", "line 3: expected JSON"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(NotPlain) as caught:
        read_plain(text)
    assert str(caught.value).startswith(message)


def test_every_word_that_begins_an_entry_is_documented() -> None:
    path = Path(__file__).resolve().parents[2] / "docs" / "reference" / "plain.md"
    text = path.read_text(encoding="utf-8")
    for word in ("version", *WORDS.values()):
        assert f"`{word}`" in text
