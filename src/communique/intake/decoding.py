"""Bytes to text: UTF-8, then what is declared, then what is detected; which one is recorded."""

import codecs
from dataclasses import dataclass
from functools import cache

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\x7fELF", b"MZ",
    b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0", b"RIFF", b"ID3", b"OggS", b"\xfd7zXZ", b"7z\xbc",
    b"Rar!", b"%!PS", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp", b"\x00asm", b"PAR1",
)  # fmt: skip
_READ_AS = {
    "ascii": "windows-1252", "iso8859-1": "windows-1252", "cp1252": "windows-1252",
    "iso8859-9": "windows-1254", "iso8859-11": "windows-874", "tis-620": "windows-874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift-jis": "cp932", "euc-kr": "cp949",
}  # fmt: skip
"""What declared encodings are read as: the wider one that pages mean by them (WHATWG)."""
_NO_CHARSETS = frozenset(
    ("undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "utf-16")
)
"""Codecs that are no encodings of pages, or that mean another one where ASCII could be read."""
_LATIN_AT_LEAST = 0.85
"""Share of ASCII above which single bytes beyond it are letters and marks of western Europe."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read: ``utf-8``, ``windows-1252, declared``."""

    text: str
    decoding: str


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: a known signature, or too many controls."""
    if data.startswith(_SIGNATURES):
        return True
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    head = data[:65536]
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b")
    return controls > max(8, len(head) // 50)


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, or None where no encoding fits; a byte order mark is no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _tried(data[len(mark) :], name)
            if text is not None:
                return Decoded(text, f"{name}, byte order mark")
    text = _tried(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    meant = _meant(declared) if declared else None
    if meant is not None and (text := read_as(data, meant)) is not None:
        return Decoded(text, f"{meant}, declared")
    return _detected(data)


def read_as(data: bytes, name: str) -> str | None:
    """The text of the bytes in an encoding, or None where they do not fit it.

    The five bytes that windows-1252 leaves open are controls, as the WHATWG encoding standard
    has it.
    """
    if name == "windows-1252":
        return codecs.charmap_decode(data, "strict", _western())[0]
    return _tried(data, name)


@cache
def _western() -> str:
    return "".join(_tried(bytes((one,)), "windows-1252") or chr(one) for one in range(256))


def _meant(declared: str) -> str | None:
    """The encoding that a declared name stands for, None where it names none."""
    try:
        name = codecs.lookup(declared.strip()).name.replace("_", "-")
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS:
        return None
    return _READ_AS.get(name) or declared.strip().lower()


def _tried(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (ValueError, LookupError):  # UnicodeError is a ValueError
        return None


def _detected(data: bytes) -> Decoded | None:
    ascii_share = sum(byte < 128 for byte in data[:65536]) / max(1, len(data[:65536]))
    if ascii_share >= _LATIN_AT_LEAST and (text := _tried(data, "windows-1252")) is not None:
        return Decoded(text, "windows-1252, detected")
    from charset_normalizer import from_bytes  # slow to import: for the rare text that needs it

    best = from_bytes(data).best()
    if best is None:
        return None
    text = _tried(data, best.encoding)
    return None if text is None else Decoded(text, f"{best.encoding.replace('_', '-')}, detected")
