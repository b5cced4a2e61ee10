"""Mirrors of the seeds: other states, capitals, adjectives, leaders, agencies, and another time.

``python -m tests.mission.mirrors --count 20`` reads as many mirrors as asked for and prints where
their records differ from the record of the seeds under the same replacement.
"""

import argparse
import datetime
import random
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import communique
from communique.catalog.tables import State, Tables, Tenure, load_tables
from communique.model.contents import Contact, Contents
from communique.model.registers import UndertakingEntry
from tests.mission.seeds import SEEDS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEED_MONTH = datetime.date(2021, 8, 1)
"""All days of the seeds lie in this month; a mirror keeps the day of the month."""

WITHOUT_ARTICLE = frozenset(
    {
        *("Villa Somalia", "Torre Tagle", "Wisma Putra", "Urugwiro Village", "Prague Castle"),
        *("Rashtrapati Bhavan", "Raisina Hill", "Jubilee House", "Zhongnanhai", "Kuksaroy"),
        *("Aiwan-e-Sadr", "Los Pinos", "La Moneda", "Merdeka Palace", "Cotroceni Palace"),
        *("Aso Rock", "Bangabhaban", "Singha Durbar"),
    }
)
"""Seats that English names without an article, as it does Buckingham Palace."""

PRESIDENTS, PREMIERS, MINISTERS = "head of state", "head of government", "foreign minister"


@dataclass(frozen=True)
class Mirror:
    """One replacement: words for words, states for states, one month for another."""

    words: tuple[tuple[str, str], ...]
    states: dict[str, str]
    month: datetime.date

    def text(self, text: str) -> str:
        """A text with every word replaced at once, the longest first."""
        table = dict(self.words)
        longest = sorted(table, key=len, reverse=True)
        words = "|".join(re.escape(one) for one in longest)
        # A page may glue two lines ("KabulParis"): there a capital begins a word.
        pattern = rf"(?<![A-Z])(?<![a-z](?=[a-z]))({words})(?![a-z])"

        def replaced(found: re.Match[str]) -> str:
            word = table[found[1]]
            # "Al-Bashir said" opens a sentence, "that al-Bashir said" does not.
            return word[0].upper() + word[1:] if _opens(text, found.start()) else word

        return re.sub(pattern, replaced, text)

    def code(self, code: str) -> str:
        """A state's code under the replacement."""
        return self.states.get(code, code)

    def date(self, edtf: str) -> str:
        """An EDTF date under the replacement; decades and years alone are moved by years."""
        return re.sub(r"\d{4}-\d{2}", self._month, edtf)

    def _month(self, found: re.Match[str]) -> str:
        year, month = map(int, found[0].split("-"))
        moved = (year - SEED_MONTH.year) * 12 + month - SEED_MONTH.month
        months = self.month.year * 12 + self.month.month - 1 + moved
        return f"{months // 12:04}-{months % 12 + 1:02}"


def make_mirror(seed: int, tables: Tables) -> Mirror:
    """The mirror that this number stands for: equal numbers give equal mirrors."""
    chance = random.Random(seed)
    month = datetime.date(chance.randint(2013, 2023), chance.randint(1, 12), 1)
    day = month.replace(day=24).isoformat()
    cast = _Casting(tables, day, chance)
    russia = cast.state(PRESIDENTS, "President", needs_seat=True)
    china = cast.state(PRESIDENTS, "President")
    india = cast.state(PREMIERS, "Prime Minister")
    pakistan = cast.state(PREMIERS, "Prime Minister")
    germany = cast.state(PREMIERS, "Prime Minister", "Chancellor")
    britain = cast.state(MINISTERS)
    iran, turkey = cast.state(), cast.state()
    minister = cast.holder(india, MINISTERS)
    first, second = chance.sample(
        [o.name for o in tables.outlets if o.is_agency and _plain(o.name)], 2
    )
    words = {
        **_state_words("India", "Indian", "New Delhi", india),
        **_state_words("Russia", "Russian", "Moscow", russia),
        **_state_words("China", "Chinese", "Beijing", china),
        **_state_words("Pakistan", "Pakistani", "Islamabad", pakistan),
        **_state_words("Iran", "Iranian", "Tehran", iran),
        **_state_words("Turkey", "Turkish", "Ankara", turkey),
        **_state_words("Britain", "British", "London", britain),
        "UK": britain.names[0],
        "Kremlin": _seat(russia),
        "the Kremlin": _with_article(_seat(russia), "the"),
        "The Kremlin": _with_article(_seat(russia), "The"),
        **_person("Narendra Modi", "Modi", cast.holder(india, PREMIERS)),
        **_person("Vladimir Putin", "Putin", cast.holder(russia, PRESIDENTS)),
        "Vladmir Putin": _misspelt(cast.holder(russia, PRESIDENTS).person),
        **_person("Xi Jinping", "Xi", cast.holder(china, PRESIDENTS)),
        "Jinping": _surname(cast.holder(china, PRESIDENTS)),
        **_person("Imran Khan", "Khan", cast.holder(pakistan, PREMIERS)),
        "German Chancellor Angela Merkel": _titled(germany, cast.holder(germany, PREMIERS)),
        "External Affairs Minister S Jaishankar": f"Foreign Minister {minister.person}",
        "Ministry of External Affairs": "Ministry of Foreign Affairs",
        "UK Foreign Secretary Dominic Raab": _titled(britain, cast.holder(britain, MINISTERS)),
        "Tass": first,
        "RIA": second,
        "The Sunday Telegraph": "The Sunday Telegraph",
        "2021-08": month.strftime("%Y-%m"),
        "August 2021": f"{MONTHS[month.month - 1]} {month.year}",
        "2018": str(month.year - 3),
        **_weekdays(month),
    }
    states = {
        "IND": india.code,
        "RUS": russia.code,
        "CHN": china.code,
        "PAK": pakistan.code,
        "DEU": germany.code,
        "GBR": britain.code,
        "IRN": iran.code,
        "TUR": turkey.code,
    }
    return Mirror(tuple(words.items()), states, month)


class _Casting:
    """Draws states that are not yet cast and whose office-holders are known for the day."""

    def __init__(self, tables: Tables, day: str, chance: random.Random) -> None:
        named = {"AFG", "TJK", "UZB", "USA"}
        self.free = [one for one in tables.states if one.code not in named and _fits(one)]
        self.tenures = tables.tenures
        self.day = day
        self.chance = chance

    def state(self, office: str = "", *titles: str, needs_seat: bool = False) -> State:
        fitting = [
            one
            for one in self.free
            if (not office or self._holders(one, office, titles))
            and (not needs_seat or _seats(one))
            # A second office of the same state is asked for only where the seeds name its holder.
            and (office != PREMIERS or self._holders(one, MINISTERS, ()))
        ]
        drawn = self.chance.choice(fitting)
        self.free.remove(drawn)
        return drawn

    def holder(self, state: State, office: str) -> Tenure:
        return self._holders(state, office, ())[0]

    def _holders(self, state: State, office: str, titles: tuple[str, ...]) -> list[Tenure]:
        return [
            one
            for one in self.tenures
            if (one.state, one.office) == (state.code, office)
            and one.since < self.day
            and (one.until is None or one.until > self.day)
            and (not titles or one.title in titles)
            and _plain(one.person.replace(" ", "").replace("-", ""))
        ]


def _fits(state: State) -> bool:
    words = (state.names[0], *state.adjectives[:1], *state.capitals[:1])
    return (
        len(words) == 3
        and all(_plain(one.replace(" ", "")) for one in words)
        and (
            # One word, no article, and "a" before the adjective stays right.
            " " not in state.names[0]
            and not state.names[0].endswith("s")
            and state.adjectives[0][0] not in "AEIOU"
            and state.names[0] not in ("Jordan", "Georgia", "Chad", "Turkey", "Guinea", "Ireland")
        )
    )


def _plain(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]+", word))


def _seats(state: State) -> list[str]:
    return [
        one.removeprefix("the ")
        for one in state.metonyms
        if one not in state.capitals and "Ministry" not in one
    ]


def _seat(state: State) -> str:
    return _seats(state)[0]


def _with_article(seat: str, article: str) -> str:
    """A seat as a sentence names it: "the Kremlin", but "Villa Somalia"."""
    return seat if seat in WITHOUT_ARTICLE else f"{article} {seat}"


def _opens(text: str, at: int) -> bool:
    """Whether what stands at a place opens a sentence or a quotation."""
    before = text[:at].rstrip(" ")
    return not before or before[-1] in ".?!\n“"


def _state_words(name: str, adjective: str, capital: str, state: State) -> dict[str, str]:
    return {name: state.names[0], adjective: state.adjectives[0], capital: state.capitals[0]}


def _surname(tenure: Tenure) -> str:
    return getattr(tenure, "family", None) or tenure.person.split()[-1]


def _person(full: str, short: str, tenure: Tenure) -> dict[str, str]:
    return {full: tenure.person, short: _surname(tenure)}


def _misspelt(name: str) -> str:
    """The name with one inner vowel of its first word left out, as an outlet may misspell it."""
    first, _, rest = name.partition(" ")
    inner = re.sub(r"(?<=[a-z])[aeiou](?=[a-z])", "", first, count=1)
    return f"{inner} {rest}".strip()


def _titled(state: State, tenure: Tenure) -> str:
    title = "Foreign Minister" if tenure.office == MINISTERS else tenure.title
    return f"{state.adjectives[0]} {title} {tenure.person}"


def _weekdays(month: datetime.date) -> dict[str, str]:
    moved = month.replace(day=24).weekday() - SEED_MONTH.replace(day=24).weekday()
    return {day: WEEKDAYS[(at + moved) % 7] for at, day in enumerate(WEEKDAYS)}


def write_mirror(mirror: Mirror, folder: Path) -> None:
    """The seeds under a replacement, as files of the same names."""
    for path in sorted(SEEDS.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as seed:
            text = mirror.text(seed.read())
        (folder / path.name).write_text(text, encoding="utf-8", newline="")


def shape_of(contents: Contents, mirror: Mirror | None = None) -> dict[str, list[str]]:
    """The record as lines that a replacement maps onto one another, by kind and in order."""
    return _Shape(contents, mirror).lines()


class _Shape:
    def __init__(self, contents: Contents, mirror: Mirror | None) -> None:
        self.contents = contents
        self.mirror = mirror
        self.names: dict[str, str] = {one.id: one.name[:3] for one in contents.documents}
        self.actors = {one.id: one for one in contents.actors}

    def lines(self) -> dict[str, list[str]]:
        found = {
            "document": [self._document(name) for name in sorted(self.names.values())],
            "contact": [self._contact(one) for one in self.contents.contacts],
            "undertaking": [self._undertaking(one) for one in self.contents.undertakings],
            "channel": [
                self._line(
                    self._codes(o.parties),
                    self._sides(o.says),
                    len(o.names),
                    o.lifecycle and o.lifecycle[0].step,
                )
                for o in self.contents.channels
            ],
            "format": [
                self._line(self._codes(o.members), len(o.names)) for o in self.contents.formats
            ],
            "finding": [
                self._line(o.type, self._docs(p.document for p in o.passages))
                for o in self.contents.findings
            ],
            "original": [
                self._line(o.kind, self._code(o.side), self._docs(o.documents), o.held)
                for o in self.contents.originals
            ],
            "label": [
                self._line(o.label, self._codes(o.dyad), self._sides(o.said_by))
                for o in self.contents.labels
            ],
            "presence": [
                self._line(self._codes([o.state]), o.is_open, self._docs(o.documents))
                for o in self.contents.presence
            ],
            "position": [
                self._line(
                    self._codes(o.holder),
                    len(o.conditions),
                    o.voice,
                    self._docs(p.document for p in o.passages),
                )
                for o in self.contents.positions
            ],
        }
        return {kind: sorted(lines) for kind, lines in found.items()}

    def _document(self, name: str) -> str:
        [entry] = [one for one in self.contents.documents if one.name[:3] == name]
        date = entry.published.edtf if entry.published else None
        return self._line(name, date and self._date(date), entry.placed_by is not None)

    def _contact(self, contact: Contact) -> str:
        return self._line(
            [v.value for v in contact.form],
            [v.value for v in contact.status],
            [v.value for v in contact.means],
            [self._date(v.value) for v in contact.date],
            [v.value for v in contact.duration],
            self._codes(p.actor for p in contact.parties),
            self._docs(a.document for a in contact.accounts),
            len(contact.origins),
            self._sides(contact.sides),
            self._sides(contact.unattributed),
        )

    def _undertaking(self, entry: UndertakingEntry) -> str:
        return self._line(
            entry.kind,
            self._codes(entry.by),
            self._sides(entry.said_by),
            entry.is_repeated,
            self._docs(p.document for p in entry.passages),
        )

    def _line(self, *parts: object) -> str:
        return " | ".join(str(one) for one in parts)

    def _code(self, code: str | None) -> str | None:
        return self.mirror.code(code) if self.mirror and code else code

    def _codes(self, actors: Iterable[str]) -> list[str]:
        found = set()
        for one in actors:
            entry = self.actors.get(one)
            code = (entry.state or entry.name) if entry else one
            found.add(str(self._code(code)))
        return sorted(found)

    def _sides(self, sides: Iterable[str]) -> list[str]:
        return sorted(str(self._code(one)) for one in sides)

    def _docs(self, documents: Iterable[str]) -> list[str]:
        return sorted({self.names[one] for one in documents})

    def _date(self, edtf: str) -> str:
        return self.mirror.date(edtf) if self.mirror else edtf


def differences(seeds: Contents, mirrored: Contents, mirror: Mirror) -> list[str]:
    """Lines that the mirrored record lacks (-) or has besides (+); none when they are the same."""
    wanted, met = shape_of(seeds, mirror), shape_of(mirrored)
    return [
        f"{sign} {kind}: {line}"
        for kind in wanted
        for sign, lines, others in (("-", wanted[kind], met[kind]), ("+", met[kind], wanted[kind]))
        for line in lines
        if lines.count(line) > others.count(line)
    ]


def read_mirror(mirror: Mirror, folder: Path) -> Contents:
    """The record of a mirror, read in a folder of its own."""
    texts = folder / "texts"
    texts.mkdir()
    write_mirror(mirror, texts)
    return read_folder(texts, folder / "mirror.db")


def read_folder(texts: Path, path: Path) -> Contents:
    """The contents of a record of one folder."""
    with communique.open_record(path) as record:
        record.read([texts])
        return record.contents()


def main(arguments: Sequence[str]) -> int:
    """Read mirrors and print what differs; the exit code is 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many mirrors")
    parser.add_argument("--first", type=int, default=1, help="the number of the first mirror")
    options = parser.parse_args(arguments)
    tables = load_tables()
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        seeds = read_folder(SEEDS, Path(place) / "seeds.db")
        for seed in range(options.first, options.first + options.count):
            mirror = make_mirror(seed, tables)
            folder = Path(place) / str(seed)
            folder.mkdir()
            lines = differences(seeds, read_mirror(mirror, folder), mirror)
            failed += bool(lines)
            print(f"mirror {seed}: {mirror.month:%Y-%m} {mirror.states}")
            print("\n".join(f"  {line}" for line in lines) or "  the same record")
    print(f"{options.count - failed} of {options.count} mirrors give the same record")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
