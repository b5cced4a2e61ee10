"""The follow-through with its states and persons exchanged, and a year earlier.

Two prime ministers and two presidents change places with all that is theirs; officials get names
that no table holds. Days move by 52 weeks, so that weekdays stay true.
"""

import re
from datetime import date, timedelta

WEEKS = timedelta(weeks=52)
YEAR = 2021
_PAIRS = (
    ("Narendra Modi", "Imran Khan"),
    ("Modi", "Khan"),
    ("India", "Pakistan"),
    ("Indian", "Pakistani"),
    ("New Delhi", "Islamabad"),
    ("Vladimir Putin", "Xi Jinping"),
    ("Putin", "Xi"),
    ("Russia", "China"),
    ("Russian", "Chinese"),
    ("Russian Federation", "People's Republic of China"),
    ("Moscow", "Beijing"),
    ("Kremlin", "Zhongnanhai"),
    ("Tass", "Xinhua"),
    ("IND", "PAK"),
    ("RUS", "CHN"),
)
_NAMES = {
    "the Kremlin": "Zhongnanhai",
    "The Kremlin": "Zhongnanhai",
    "Delhi": "Islamabad",
    "Ajit Doval": "Tariq Mirza",
    "Doval": "Mirza",
    "Nikolai Patrushev": "Huang Weimin",
    "Patrushev": "Huang",
    "Dr S. Jaishankar": "Dr R. Qasim",
    "Subrahmanyam Jaishankar": "Rashid Qasim",
    "Rajnath Singh": "Anwar Butt",
    "Sergey Lavrov": "Feng Guoliang",
    "Sergei Shoigu": "Cao Zhiyuan",
    "Deepak Mittal": "Kamran Abbasi",
    "Moeed Yusuf": "Suresh Nair",
    "Shah Mahmood Qureshi": "Ramesh Iyer",
    "Pakistan Stream": "India Stream",
}
_MONTHS = "January February March April May June July August September October November December"
_LONG = _MONTHS.split()
_SHORT = {"Aug": 8, "Sept": 9}
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_LONG)})\b")
_DATELINE = re.compile(rf"({'|'.join(_SHORT)}) (\d{{1,2}})\b")
_NUMBERS = re.compile(r"2021-\d\d-\d\d")


def swapped(text: str) -> str:
    """A text of the follow-through under the exchange."""
    return _moved(_exchanged(text))


def _exchanged(text: str) -> str:
    table = {**dict(_PAIRS), **{right: left for left, right in _PAIRS}, **_NAMES}
    longest = "|".join(re.escape(one) for one in sorted(table, key=len, reverse=True))
    return re.sub(rf"\b({longest})\b", lambda found: table[found[1]], text)


def _moved(text: str) -> str:
    text = _NUMBERS.sub(lambda found: _back(date.fromisoformat(found[0])).isoformat(), text)
    text = _DAY.sub(lambda found: _worded(int(found[1]), _LONG.index(found[2]) + 1), text)
    return _DATELINE.sub(_datelined, text)


def _back(day: date) -> date:
    return day - WEEKS


def _worded(day: int, month: int) -> str:
    moved = _back(date(YEAR, month, day))
    return f"{moved.day} {_LONG[moved.month - 1]}"


def _datelined(found: re.Match[str]) -> str:
    moved = _back(date(YEAR, _SHORT[found[1]], int(found[2])))
    short = {number: name for name, number in _SHORT.items()}
    return f"{short[moved.month]} {moved.day}"
