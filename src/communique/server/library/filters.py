"""What narrows the lists of the record: each filter with what it asks."""

from communique.model.vocabulary import Form, Status, Strength
from communique.record.narrowing import SORTS

PARTIES = ("state", "dyad", "body")
DAYS = ("since", "until")
TOLD = ("form", "status", "heard", "strength")
EVERYTHING = (*PARTIES, *TOLD, *DAYS)
WORDS: dict[str, tuple[str, str | None]] = {
    "state": ("Only those with this state: its code or name.", "IND"),
    "dyad": ("Only those of two states: codes or names.", "IND,RUS"),
    "body": ("Only those with this body: its code or name.", "SCO"),
    "form": ("Only those of contacts of this form.", "call"),
    "status": ("Only those of contacts of this status.", "held"),
    "heard": ("Only those of contacts on which this side is heard.", "IND"),
    "strength": ("Only those of contacts in which something is said so strongly.", "agreed"),
    "since": ("Only those on or after this day, month or year.", "2021-08-24"),
    "until": ("Only those on or before this day, month or year.", "2021-08"),
    "contact": ("Only those of this contact: its label or id.", None),
    "document": ("Only those of this document: its label, id, file name or address.", None),
    "about": ("Only those about this thing: its label or id.", None),
    "after": ("Only those after the entry of this number.", "12"),
    "q": ("Words that a passage must hold; phrases in quotation marks.", "consultations"),
    "sort": ("In which order.", "latest"),
}
"""What each filter asks, and an example."""
CLOSED: dict[str, list[str]] = {
    "form": [one.value for one in Form],
    "status": [one.value for one in Status],
    "strength": [one.value for one in Strength],
    "sort": list(SORTS),
}
"""Filters that take one of a closed list."""
