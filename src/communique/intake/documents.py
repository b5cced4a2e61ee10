"""A draft to a document: its blocks, its date, its language, its id."""

from dataclasses import fields, replace
from typing import Any

from communique.catalog.tables import Tables
from communique.intake.about import About, over
from communique.intake.dates import published
from communique.intake.issue import issue_of
from communique.intake.marking import mark
from communique.intake.values import Draft, Taken
from communique.languages.profiles import language_of
from communique.model.documents import Block, Document
from communique.model.passages import DocumentId, Passage, Span
from communique.model.readings import Problem
from communique.model.vocabulary import OUTLETS, BlockKind, DocumentKind
from communique.text.digests import digest_of


def taken_from(draft: Draft, told: About, tables: Tables) -> Taken:
    """The document of a draft; what the user or a sidecar told goes before what the page says.

    Last comes what the text shows at its head of who issues it; ``tables`` name the states.
    """
    has_halves = draft.text != encodable(draft.text)
    draft = replace(draft, name=encodable(draft.name), text=encodable(draft.text))
    about = _encodable_about(over(told, draft.about))
    known = draft.known
    issue = None if about.kind in OUTLETS else issue_of(draft.text, about, known, tables)
    if issue is not None:
        about = over(about, About(outlet=issue.issuer, kind=issue.kind, side=issue.side))
        known = (*known, *issue.lines)
    blocks = mark(draft.text, about.title, known)
    when = published(draft.text, blocks, about)
    digest = digest_of(draft.data)
    document = Document(
        id=DocumentId(f"d-{digest[:16]}"),
        digest=digest,
        name=draft.name,
        text=draft.text,
        media_type=draft.media_type,
        decoding=draft.decoding,
        flattening=draft.flattening,
        blocks=blocks,
        language=about.language or language_of(_account(draft.text, blocks) or draft.text),
        address=about.address,
        outlet=about.outlet,
        title=about.title or _headline(draft.text, blocks),
        published=when.when,
        kind=about.kind or DocumentKind.ARTICLE,
        side=about.side,
    )
    problems = [Problem(code, message) for code, message in draft.problems]
    if has_halves:
        problems.append(Problem("half-character", _HALF_CHARACTER))
    problems += [
        Problem(code, message, None if span is None else _passage(document, span))
        for code, message, span in when.problems
    ]
    return Taken(document, draft.data, tuple(problems))


def encodable(words: str) -> str:
    """The words with U+FFFD for each half of a code point, which no encoding can hold.

    JSON may write such halves, and Python gives them for bytes in names of files.
    """
    return words.translate(_HALVES)


_HALF_CHARACTER = (
    "met halves of code points, which no encoding can hold; they are U+FFFD in the text: look at "
    "what wrote the file"
)
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def _encodable_about(about: About) -> About:
    said = ((one.name, getattr(about, one.name)) for one in fields(about))
    mended: dict[str, Any] = {name: encodable(one) for name, one in said if type(one) is str}
    return replace(about, **mended)


def _account(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n".join(text[one.span.start : one.span.end] for one in blocks if one.kind.is_account)


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    for one in blocks:
        if one.kind is BlockKind.HEADLINE:
            return text[one.span.start : one.span.end]
    return None


def _passage(document: Document, span: Span) -> Passage:
    return Passage(document.id, span.start, span.end, document.text[span.start : span.end])
