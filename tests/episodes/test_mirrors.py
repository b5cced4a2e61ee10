"""Episodes with other states, names and years give a record of the same shape."""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique.catalog.tables import Tables, load_tables
from communique.flow.reading import read
from communique.flow.run import Run
from communique.intake.values import Options
from communique.model.contents import Contents
from communique.store.sqlite import open_store
from tests.at_once import contents_from, known
from tests.cases.mirrors import FAR, Mirror, mirror_tables
from tests.cases.runner import NOW
from tests.episodes.reading import AFTER_THE_SEEDS, CAST, EPISODES, HERE
from tests.episodes.swapped import swapped

INVENTED = tuple(one for one in EPISODES if one != AFTER_THE_SEEDS)


def contents_of(folder: Path, tables: Tables) -> Contents:
    run = Run(tables, communique.__version__, lambda: NOW, lambda _step: None)
    store = open_store(folder / "mirror.db", create=True)
    try:
        read(store, [folder], Options(), run)
        return contents_from(known(store), run)
    finally:
        store.close()


def shape_of(contents: Contents) -> Counter[tuple[str, ...]]:
    """Contacts by form and status, findings by type: what no name belongs to."""
    contacts = (
        ("contact", *(one.value for one in (*contact.form, *contact.status)))
        for contact in contents.contacts
    )
    findings = (("finding", one.type.value) for one in contents.findings)
    return Counter((*contacts, *findings))


def copied(episode: str, folder: Path, rewritten: Callable[[str], str] = str) -> Path:
    for one in (HERE / episode).glob("*"):
        if one.name == "about.toml" or one.name[:1].isdigit():
            text = one.read_text(encoding="utf-8")
            (folder / one.name).write_text(rewritten(text), encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("episode", INVENTED)
def test_a_mirrored_episode_gives_a_record_of_the_same_shape(episode: str) -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        told = contents_of(copied(episode, Path(first)), load_tables(CAST))
        mirror = copied(episode, Path(second), Mirror(FAR).text)
        mirrored = contents_of(mirror, mirror_tables(FAR))
    assert shape_of(mirrored) == shape_of(told)


@pytest.mark.slow
def test_the_follow_through_with_its_states_exchanged_gives_a_record_of_the_same_shape() -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        told = contents_of(copied(AFTER_THE_SEEDS, Path(first)), load_tables())
        other = contents_of(copied(AFTER_THE_SEEDS, Path(second), swapped), load_tables())
    assert shape_of(other) == shape_of(told)
    assert sum(shape_of(told).values()) > 20
