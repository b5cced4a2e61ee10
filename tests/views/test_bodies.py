"""Who was at the contacts of a body."""

from types import SimpleNamespace
from typing import Any

from communique.model.contents import PartyEntry
from communique.model.vocabulary import Means, PartyRole
from communique.views.bodies import attendance_table


def test_means_stand_beside_the_person_and_the_contact_of_which_they_are_told() -> None:
    near, far = (
        PartyEntry(name, name, None, None, None, PartyRole.PARTICIPANT, (), means)
        for name, means in (("near", ()), ("far", (Means.VIDEO,)))
    )
    away = PartyEntry("far", "far", None, None, None, PartyRole.PARTICIPANT, ())
    contacts: list[Any] = [
        SimpleNamespace(label="2031-05-06", status=(), parties=parties)
        for parties in ((near, far), (near, away))
    ]
    rows = attendance_table(contacts, "GCG").rows
    assert [row[-1] for row in rows] == ["not told", "video\nnot told"]
