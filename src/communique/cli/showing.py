"""Words of others on a terminal: nothing in them steers it, or turns the order of what is read."""

_PICTURES = {code: 0x2400 + code for code in range(32)} | {0x7F: 0x2421}
"""Controls and the signs of Unicode that show them: U+241B for escape."""
_SPACES: dict[int, str | None] = {0x0A: "\n", 0x09: " ", 0x0D: None}
_TURNING = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Controls beyond ASCII, and marks that turn the direction of what follows them."""
_UNWRITABLE = range(0xD800, 0xE000)
"""Halves of code points, which stand for bytes in the names of files."""
_SHOWN: dict[int, int | str | None] = {
    **_PICTURES,
    **_SPACES,
    **dict.fromkeys((*_TURNING, *_UNWRITABLE), "\ufffd"),
}


def shown(words: str) -> str:
    """The words with a sign for each control in them; ends of lines stay."""
    return words.translate(_SHOWN)
