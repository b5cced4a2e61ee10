"""The words at the head of turns in transcripts, from ``turns.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TurnWords:
    """The words of ``turns.toml``; ``matches`` has a label at its head, ``counter`` has none."""

    asking: frozenset[str]
    answering: frozenset[str]
    honorifics: frozenset[str]
    label: re.Pattern[str]
    matches: str
    counter: str

    def label_in(self, text: str, start: int, end: int) -> tuple[str, int] | None:
        """Who stands at the head of a line, and where the label ends; None without one."""
        met = self.label.match(text, start, end)
        return None if met is None else (met["named"] or met["bare"], met.end())

    def is_asking(self, who: str) -> bool:
        """Whether a label is of somebody who asks."""
        return who.lower().rstrip(".") in self.asking

    def names_in(self, who: str) -> tuple[str, ...]:
        """The words of a label that may name somebody, in small letters."""
        words = (one.strip(".,()").lower() for one in who.split())
        return tuple(one for one in words if one and one not in self.honorifics)


@cache
def turn_words() -> TurnWords:
    """The words, read once."""
    data = tomllib.loads(files(__package__).joinpath("turns.toml").read_text(encoding="utf-8"))
    return TurnWords(
        asking=frozenset(data["asking"]),
        answering=frozenset(data["answering"]),
        honorifics=frozenset(data["honorifics"]),
        label=re.compile(data["label"]["pattern"]),
        matches=data["label"]["matches"],
        counter=data["label"]["not"],
    )
