"""Texts as the world writes them: reports on invented states with every mark that moves offsets.

The states are those of the examples' tables; what is told never happened there either.
"""

import html
import json

from hypothesis import strategies as st

RIGHT_TO_LEFT = "\u200f"
"""Marks and signs that count as code points and are not seen, or seen twice."""
UNSEEN = (
    RIGHT_TO_LEFT, "\u200e", "\u202b", "\u202c", "\u2067", "\u2069", "\u200b", "\u200d", "\u2060",
    "\u00ad", "\ufeff",
)  # fmt: skip
SIGNS = ("🤝", "👩‍🚀", "🇺🇳", "☎️", "𝒟", "e\u0301", "n\u0303", "ﬁ", "Ł", "漢", "\u0301")
SPACES = (" ", "  ", "\t", "\u00a0", "\u2009", " \t ", "\u3000")
LINE_ENDS = ("\n", "\r\n", "\n\n", "\r\n\r\n", "\u2028", "\v", "\f\n", "\r")
LEADERS = (
    "Prime Minister Elena Marrin", "President Viktor Dovan", "President Amara Desh",
    "Foreign Minister Toma\u0301s Hale", "Foreign Minister Tomás Hale", "Irena Sokal",
    "the Karsovian ambassador", "Highland Movement envoys", "Chancellor Zoë O’Nøll-D'Àrc",
)  # fmt: skip
PLACES = ("Velan", "Sorna", "Tell Ashar", "São Ness", "‘Kesh’")
DAYS = ("on Tuesday", "on 13 May 2031", "yesterday", "last week", "on Monday evening", "next month")
SENTENCES = (
    "{a} spoke by telephone with {b} {day}.",
    "{a} met {b} in {place} {day}, the foreign ministry said.",
    "“We agreed to open a permanent line with {place},” {a} said {day}.",
    '"Both sides will exchange data," {b} told reporters in {place} {day}.',
    "{a} said that {b} would not visit {place} {day}.",
    "According to a readout from {place}, {a} and {b} expressed “readiness to step up patrols”.",
    "‘I spoke at length with {b},’ {a} wrote on X {day}.",
    "The call between {a} and {b} lasted 45 minutes; it was placed by {place}.",
    "{a} invited {b} to visit {place} {day}; «no answer» was given.",
    "Valdoria denied that {a} met {b} {day}.",
    "A meeting of {a} and {b} in {place} was cancelled {day}.",
    "Also read: {a} and {b} quarrel in {place}",
    "File photo: {a} (L) and {b} in {place}.",
    "(Published 14 May 2031, 07:30 GMT)",
    "date 2031-05-14",
    "Karsinform: Karsovia and Ilmara “agreed… [to] meet again” — {a} {day}.",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence, with marks between and within its words."""
    words = draw(st.sampled_from(SENTENCES)).format(
        a=draw(st.sampled_from(LEADERS)),
        b=draw(st.sampled_from(LEADERS)),
        day=draw(st.sampled_from(DAYS)),
        place=draw(st.sampled_from(PLACES)),
    )
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words)))
        words = words[:at] + draw(st.sampled_from(UNSEEN + SIGNS)) + words[at:]
    if draw(st.booleans()):
        words = words.replace(" ", draw(st.sampled_from(SPACES)), draw(st.integers(1, 9)))
    return words


TELLING = (
    (
        "President Viktor Dovan of Karsovia spoke by telephone with Prime Minister Elena Marrin "
        "of Valdoria on Tuesday, the Karsovian foreign ministry said. The two leaders agreed to "
        "open a “permanent line of consultation” on the Ness, according to a readout from the "
        "embassy."
    ),
    (
        "Foreign Minister Tomas Hale met Karsovian Foreign Minister Irena Sokal in Velan on 12 May "
        "2031. “We agreed to stay in close touch until the rains come,” Hale said."
    ),
    (
        "Prime Minister Elena Marrin had a phone call with Ilmaran President Amara Desh on Monday "
        "and told her that Valdoria would not recognise the Highland Movement."
    ),
)
"""Sentences that tell of a contact, so that much is recorded among all that is not."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A report of some sentences, its lines ended in any way that lines are."""
    parts = draw(st.lists(sentences(), min_size=1, max_size=6))
    parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(TELLING)))
    ends = st.sampled_from((*LINE_ENDS, " ", " "))
    return "".join(one + draw(ends) for one in parts)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """The name and the bytes of a file that holds a report."""
    text, kind = draw(texts()), draw(st.sampled_from(("txt", "txt", "html", "jsonl", "utf-16")))
    if kind == "html":
        lines = "".join(f"<p>{html.escape(one)}</p>\n" for one in text.split("\n"))
        return "page.html", f"<html><body><article>{lines}</article></body></html>".encode()
    if kind == "jsonl":
        rows = [json.dumps({"text": one, "date": "2031-05-14"}) for one in (text, text.upper())]
        return "rows.jsonl", "\n".join(rows).encode()
    return "report.txt", text.encode("utf-16" if kind == "utf-16" else "utf-8")
