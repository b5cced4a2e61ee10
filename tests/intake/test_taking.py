import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.intake import About, Options, Refused, Taken, take_in
from communique.model.vocabulary import DocumentKind
from communique.text.digests import digest_of
from tests.intake.reading import taken

ACCOUNT = "President Berg of Norland spoke with Prime Minister Dahl of Sudland on Monday."


def documents(*paths: Path | str, about: About | None = None) -> list[Taken]:
    met = take_in(paths, Options(about or About()))
    return [one for one in met if isinstance(one, Taken)]


def test_bytes_are_kept_as_they_came_and_name_the_document() -> None:
    data = f" {ACCOUNT}\r\nThe end.\n".encode()
    one = taken(data)
    assert one.data == data
    assert one.document.digest == digest_of(data)
    assert one.document.id == f"d-{digest_of(data)[:16]}"
    assert one.document.text == data.decode()


def test_a_folder_is_read_in_the_order_of_names_with_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"{ACCOUNT} {name}.")
    assert [one.document.name for one in documents(tmp_path)] == ["a.txt", "b.txt", "c.txt"]
    assert [one.document.name for one in documents(str(tmp_path / "*.txt"))] == ["a.txt", "b.txt"]


def test_the_same_bytes_twice_are_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ACCOUNT)
    assert len(documents(tmp_path, tmp_path / "a.txt")) == 1


def test_standard_input_is_read_for_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b'{"text": "The king met the queen."}\n{"text": "The queen met the king."}\n'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(rows)))
    assert [one.document.name for one in documents("-")] == ["standard input#1", "standard input#2"]


def test_bytes_that_say_what_they_are_are_believed_before_their_name() -> None:
    page = "<!doctype html><html><body><p>The king met the queen.</p></body></html>"
    assert taken(page, "a.txt").document.media_type == "text/html"
    assert taken("[Norburg] The king met the queen.", "a").document.media_type == "text/plain"


def test_a_sidecar_tells_of_its_file_before_the_one_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ACCOUNT)
    (tmp_path / "b.txt").write_text(f"{ACCOUNT} Later.")
    (tmp_path / "about.toml").write_text(
        '["*"]\noutlet = "Norland Herald"\n["a.txt"]\noutlet = "Presidency"\ndate = 2019-03-05\n'
    )
    (tmp_path / "a.txt.about.toml").write_text('kind = "readout"\nside = "NOR"\n')
    first, second = (one.document for one in documents(tmp_path))
    assert (first.outlet, first.kind, first.side) == ("Presidency", DocumentKind.READOUT, "NOR")
    assert first.published is not None
    assert (first.published.edtf, first.published.basis) == ("2019-03-05", "sidecar")
    assert (second.outlet, second.kind, second.side) == (
        "Norland Herald",
        DocumentKind.ARTICLE,
        None,
    )


def test_an_option_goes_before_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ACCOUNT)
    (tmp_path / "a.txt.about.toml").write_text('outlet = "Herald"\ntitle = "A call"\n')
    [one] = documents(tmp_path, about=About(outlet="Gazette"))
    assert (one.document.outlet, one.document.title) == ("Gazette", "A call")


@pytest.mark.parametrize("broken", ["outlet = ", 'colour = "red"\n', 'kind = "poem"\n'])
def test_a_broken_sidecar_is_told_and_its_document_is_read(tmp_path: Path, broken: str) -> None:
    (tmp_path / "a.txt").write_text(ACCOUNT)
    (tmp_path / "a.txt.about.toml").write_text(broken)
    told, one = take_in([tmp_path])
    assert isinstance(told, Refused)
    assert told.code == "sidecar-unreadable"
    assert isinstance(one, Taken)
