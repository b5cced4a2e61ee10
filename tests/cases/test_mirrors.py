import re
from datetime import date

import pytest

from tests.cases.lines import Words
from tests.cases.mirrors import Mirror, mirror_of, mirror_tables, words_replaced, years_back
from tests.cases.notation import TEXTS, read_text, sound_cases, written
from tests.cases.runner import cast_tables
from tests.cases.values import Case, Expected

MIRROR = Mirror(6)


def case(text: str, dated: str | None = "2031-03-05") -> Case:
    return Case("calls", "a case", text, Expected(contacts=()), dated=dated)


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [
        ("President Elena Marrin met Viktor Dovan.", "President Clara Winter met Sergei Malin."),
        ("Marrin called Dovan's office.", "Winter called Malin's office."),
        ("an Ilmaran envoy", "a Samarran envoy"),
        ("A North Arranese trawler", "An East Lornish trawler"),
        ("AN OMDARI ENVOY", "A JAZIRI ENVOY"),
        ("SORNA, March 4 (Karsinform) --", "PETROVAR, March 4 (Rudpress) --"),
        ("Al-Nasser spoke. So did al-Nasser.", "Al-Harbi spoke. So did al-Harbi."),
        ("President Lin and Mr Shen", "President Wu and Mr Song"),
        ("E. Marrin and V. Dovan", "C. Winter and S. Malin"),
        ("Karsovians in the Rose Palace", "Rudenians in the Blue Palace"),
        ("he metKarsovian envoys", "he metRudenian envoys"),
        ("karsinform.example", "rudpress.example"),
        ("the Omdari-Suvartan border", "the Jaziri-Devangan border"),
        ("Linda Hallam spoke of Sennheim", "Linda Hallam spoke of Sennheim"),
    ],
)
def test_names_are_replaced_row_by_row(text: str, mirrored: str) -> None:
    assert MIRROR.text(text) == mirrored


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [
        ("in March 2031", "in March 2025"),
        ("2031-03-04", "2025-03-04"),
        ("04.03.2031", "04.03.2025"),
        ("the 2030-31 season", "the 2024-25 season"),
        ("in the 1990s", "in the 1990s"),
        ("2,031 sheep at 2030 GMT", "2,031 sheep at 2030 GMT"),
        ("203X", "203X"),
    ],
)
def test_years_go_back_and_decades_stay(text: str, mirrored: str) -> None:
    assert MIRROR.text(text) == mirrored


@pytest.mark.parametrize(
    ("dated", "text", "years"),
    [
        ("2031-03-05", "They met on Tuesday.", 6),
        ("2031-01-02", "They met on 31 December 2030.", 6),
        ("2031-03-05", "They met on February 5, 2030.", 28),
        ("2032-03-05", "They met on Tuesday.", 28),
        ("2032-02-29", "They met on Tuesday.", 28),
        (None, "They met on Tuesday.", 6),
    ],
)
def test_a_case_goes_back_to_years_in_which_its_weekdays_are_true(
    dated: str | None, text: str, years: int
) -> None:
    made = case(text, dated)
    assert years_back(made) == years
    if dated is not None:
        mirrored = mirror_of(made).dated or ""
        assert date.fromisoformat(mirrored).weekday() == date.fromisoformat(dated).weekday()


def test_office_holders_go_back_with_their_cases() -> None:
    for years, since in ((6, "2022-03-02"), (28, "2000-03-02")):
        [tenure] = [one for one in mirror_tables(years).tenures if one.person == "Clara Winter"]
        assert tenure.since == since
    assert mirror_tables(6).digest != mirror_tables(28).digest


def test_no_two_names_of_the_cast_become_one() -> None:
    longer = [(old, new) for old, new in words_replaced() if " " in old]
    assert len({new.lower() for _, new in longer}) == len({old.lower() for old, _ in longer})


def test_mirrors_are_sound_and_name_nobody_of_the_cast() -> None:
    names = "|".join(re.escape(old) for old, new in words_replaced() if " " in old and old != new)
    mirrored_words = Words.of(mirror_tables(6))
    for one in sound_cases(TEXTS, Words.of(cast_tables())):
        mirrored = mirror_of(one)
        assert read_text(written(mirrored), one.phenomenon, mirrored_words).problems == ()
        assert not re.search(rf"\b(?:{names})\b", mirrored.text), mirrored.text
