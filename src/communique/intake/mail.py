"""Mail (.eml): its subject, then its body."""

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from communique.intake.about import About
from communique.intake.decoding import decode
from communique.intake.page import read_page
from communique.intake.values import Draft, Refused
from communique.model.documents import Block
from communique.model.passages import Span
from communique.model.vocabulary import BlockKind

VERSION = "mail/1"
_HEADERS = re.compile(
    rb"(?:^|\n)(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Subject):",
    re.IGNORECASE,
)
_BEGINS = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}: ?)")


def is_mail(head: bytes) -> bool:
    """Whether the first bytes are headers of a mail: at least two that every mail has."""
    return bool(_BEGINS.match(head)) and len(_HEADERS.findall(head)) >= 2


def read_mail(name: str, data: bytes) -> Draft | Refused:
    """Subject and body of a mail; its date is when it was sent, its parts beside are not read."""
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    raw = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(raw, bytes) or not raw.strip():
        return Refused(
            name,
            "no-text",
            "met a mail without a body of text; expected one: save its attachment by itself",
        )
    draft = _body(name, body, raw)
    if isinstance(draft, Refused):
        return draft
    subject = " ".join(str(message.get("Subject") or "").split())
    return _under(subject, draft, message, data)


def _body(name: str, body: MIMEPart, raw: bytes) -> Draft | Refused:
    if body.get_content_type() == "text/html":
        return read_page(name, raw)
    decoded = decode(raw, body.get_content_charset())
    if decoded is None:
        return Refused(name, "undecodable", "met a mail in no encoding we know: save it as text")
    return Draft(name, raw, decoded.text, "text/plain", decoded.decoding)


def _under(subject: str, body: Draft, message: EmailMessage, data: bytes) -> Draft:
    """The body under its subject, as the document that the mail is."""
    head = f"{subject}\n\n" if subject else ""
    moved = tuple(
        Block(one.kind, Span(one.span.start + len(head), one.span.end + len(head)))
        for one in body.known
    )
    known = (Block(BlockKind.HEADLINE, Span(0, len(subject))), *moved) if subject else moved
    attached = [part.get_filename() or "unnamed" for part in message.iter_attachments()]
    problems = body.problems
    if attached:
        message_ = f"not read: {', '.join(attached)}; save them beside the mail to read them"
        problems = (*problems, ("attachments-not-read", message_))
    sent = str(message.get("Date") or "").strip() or None
    return Draft(
        body.name,
        data,
        head + body.text,
        "message/rfc822",
        body.decoding,
        flattening=VERSION,
        about=About(date=sent, basis="mail header", title=subject or None),
        known=known,
        problems=problems,
    )
