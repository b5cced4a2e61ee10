"""Plain text as it is."""

from communique.intake.decoding import decode, is_binary
from communique.intake.values import Draft, Refused


def read_plain(name: str, data: bytes) -> Draft | Refused:
    """The text of the bytes, newlines and all."""
    if is_binary(data):
        return Refused(
            name,
            "binary",
            "met bytes that are no text; expected text, a page, PDF, Word, mail, JSON Lines or "
            "CSV: convert it first",
        )
    decoded = decode(data)
    if decoded is None:
        return Refused(
            name,
            "undecodable",
            "met bytes that no encoding we know fits; expected UTF-8: save the file as UTF-8",
        )
    if not decoded.text.strip():
        return Refused(name, "empty", "met no words; expected a text: take the file out")
    return Draft(name, data, decoded.text, "text/plain", decoded.decoding)
