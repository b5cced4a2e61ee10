"""Values of the plain notation that stand on one line, written and read by their type hints.

A string is bare where it can be, else quoted as in JSON; a passage is ``001 [3:9] "words"``; a
value with fields is its first field and then, after a middle dot, each other field by name:
``2021-08-24 · basis Tuesday``. Inside another value it stands in parentheses, as a list does. What
is null, empty or false is left out.
"""

import json
import re
import types
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from communique.errors import CommuniqueError
from communique.model.passages import DocumentId, Passage

NONE = "null"
NO_FIRST = "-"
"""Stands for a first field that is null: ``null`` would be the whole value."""
DOT = "·"
_BARE = re.compile(r"[^\s\"(),·#\[\]\\]+(?: [^\s\"(),·#\[\]\\]+)*")
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PLACE = re.compile(r"\[(-?\d+):(-?\d+)\]")
_NAME = re.compile(r"[A-Za-z_]+")


class NotPlain(CommuniqueError):
    """Text that is not in the plain notation; ``line`` is its number, counted from 1."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Names:
    """Readable names of documents: by id for writing, by name for reading."""

    label_of: dict[str, str] = field(default_factory=dict)
    id_of: dict[str, str] = field(default_factory=dict)


def quoted(words: str) -> str:
    """The words as a JSON string on one line, with marks that cannot be seen escaped."""
    written = json.dumps(words, ensure_ascii=False)
    return _UNSEEN.sub(lambda met: f"\\u{ord(met[0]):04x}", written)


def written_string(words: str) -> str:
    """The words bare where they can be read back so, else quoted."""
    if _BARE.fullmatch(words) and words not in (NONE, NO_FIRST) and not _UNSEEN.search(words):
        return words
    return quoted(words)


@cache
def fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The names of a kind's fields with their type hints, in order."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind))


def kind_of(value: object) -> Any:
    """The class of a value."""
    return type(value)


def plain_hint(hint: Any) -> Any:
    """The hint without the names that were given to it."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def arms_of(hint: Any) -> tuple[Any, ...]:
    """The hints of which a value has one: several for a union, else the hint alone."""
    hint = hint if hint is DocumentId else plain_hint(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(arm for one in get_args(hint) for arm in arms_of(one))
    return (hint,)


def is_left_out(value: Any) -> bool:
    """Whether a field with this value is not written: null, empty list, or false."""
    return value is None or value is False or value == () or value == {}


def write_inline(value: Any, hint: Any, names: Names, *, inner: bool = False) -> str:
    """The value on one line; ``inner`` when it stands inside another value."""
    arms = arms_of(hint)
    if value is None:
        return NONE
    if isinstance(value, Passage):
        place = f"{_document(value.document, names)} [{value.start}:{value.end}]"
        return f"{place} {quoted(value.exact)}"
    if is_dataclass(value):
        written = _write_fields(value, names)
        if len([one for one in arms if is_dataclass(one)]) > 1:
            return f"{type(value).__name__} ({written})"
        return f"({written})" if inner else written
    if isinstance(value, tuple):
        return _write_tuple(value, arms, names, inner=inner)
    return _write_scalar(value, arms, names)


def _write_scalar(value: Any, arms: tuple[Any, ...], names: Names) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Enum):
        return written_string(str(value.value))
    return _document(value, names) if DocumentId in arms else written_string(value)


def _document(value: str, names: Names) -> str:
    return written_string(names.label_of.get(value, value))


def _write_tuple(
    value: tuple[Any, ...], arms: tuple[Any, ...], names: Names, *, inner: bool
) -> str:
    hint = next(one for one in arms if get_origin(one) is tuple)
    hints = item_hints(hint, len(value))
    written = ", ".join(
        write_inline(one, each, names, inner=True) for one, each in zip(value, hints, strict=True)
    )
    return f"({written})" if inner or not value else written


def item_hints(hint: Any, count: int) -> tuple[Any, ...]:
    """The hints of a tuple's items."""
    arms = get_args(hint)
    if len(arms) == 2 and arms[1] is Ellipsis:
        return (arms[0],) * count
    return arms


def _write_fields(value: Any, names: Names) -> str:
    (first, hint), *rest = fields_of(kind_of(value))
    one = getattr(value, first)
    parts = [NO_FIRST if one is None else write_inline(one, hint, names, inner=True)]
    for name, each in rest:
        one = getattr(value, name)
        if not is_left_out(one):
            parts.append(f"{name} {write_inline(one, each, names, inner=True)}")
    return f" {DOT} ".join(parts)


class Inline:
    """One line being read, from its start to its end or its comment."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._at = 0
        self._names = names

    def read(self, hint: Any) -> Any:
        """The whole line as a value of this hint; raises NotPlain."""
        value = self._value(hint, inner=False)
        rest = self._rest()
        if rest and not rest.startswith("#"):
            raise NotPlain(f"expected the end of the line, met {rest[:40]!r}")
        return value

    def _value(self, hint: Any, *, inner: bool) -> Any:
        arms = arms_of(hint)
        if type(None) in arms and self._is_bare(NONE):
            return None
        classes = [one for one in arms if is_dataclass(one)]
        if len(classes) > 1:
            return self._one_of(classes, arms)
        if classes:
            return self._dataclass(classes[0], inner=inner)
        tuples = [one for one in arms if get_origin(one) is tuple]
        if tuples:
            return self._tuple(tuples[0], inner=inner)
        return self._scalar(next(one for one in arms if one is not type(None)))

    def _rest(self) -> str:
        return self._text[self._at :].strip()

    def _skip(self) -> None:
        while self._text[self._at : self._at + 1] == " ":
            self._at += 1

    def _is_bare(self, word: str) -> bool:
        self._skip()
        met = _BARE.match(self._text, self._at)
        if met is None or met[0] != word:
            return False
        self._at = met.end()
        return True

    def _take(self, mark: str) -> bool:
        self._skip()
        if not self._text.startswith(mark, self._at):
            return False
        self._at += len(mark)
        return True

    def _need(self, mark: str) -> None:
        if not self._take(mark):
            raise NotPlain(f"expected {mark!r}, met {self._rest()[:40]!r}")

    def _string(self) -> str:
        self._skip()
        met = _STRING.match(self._text, self._at)
        if met is not None:
            self._at = met.end()
            try:
                return str(json.loads(met[0]))
            except ValueError:
                raise NotPlain(f"expected a string as in JSON, met {met[0][:40]}") from None
        bare = _BARE.match(self._text, self._at)
        if bare is None:
            raise NotPlain(f"expected words, met {self._rest()[:40]!r}")
        self._at = bare.end()
        return bare[0]

    def _scalar(self, kind: Any) -> Any:
        words = self._string()
        if kind is DocumentId:
            return self._names.id_of.get(words, words)
        if kind is bool:
            return _among(words, {"yes": True, "no": False})
        if kind is int:
            return _number(words)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _among(words, {str(one.value): one for one in kind})
        return words

    def _one_of(self, classes: list[Any], arms: tuple[Any, ...]) -> Any:
        self._skip()
        met = _NAME.match(self._text, self._at)
        if met is not None and self._text[met.end() : met.end() + 2] == " (":
            self._at = met.end()
            kind = _among(met[0], {one.__name__: one for one in classes})
            return self._dataclass(kind, inner=True)
        return self._scalar(next(one for one in arms if one not in classes))

    def _dataclass(self, kind: Any, *, inner: bool) -> Any:
        if kind is Passage:
            return self._passage()
        if inner:
            self._need("(")
        (first, hint), *rest = fields_of(kind)
        absent = type(None) in arms_of(hint) and self._is_bare(NO_FIRST)
        found = {first: None if absent else self._value(hint, inner=True)}
        hints = dict(rest)
        while self._take(DOT):
            name = self._field_name()
            each = _among(name, hints)
            found[name] = self._value(each, inner=True)
        if inner:
            self._need(")")
        return make(kind, found)

    def _field_name(self) -> str:
        self._skip()
        met = _NAME.match(self._text, self._at)
        if met is None:
            raise NotPlain(f"expected the name of a field, met {self._rest()[:40]!r}")
        self._at = met.end()
        return met[0]

    def _passage(self) -> Passage:
        document = self._scalar(DocumentId)
        self._skip()
        met = _PLACE.match(self._text, self._at)
        if met is None:
            raise NotPlain(f"expected a place as in [3:9], met {self._rest()[:40]!r}")
        self._at = met.end()
        return Passage(document, int(met[1]), int(met[2]), self._string())

    def _tuple(self, hint: Any, *, inner: bool) -> tuple[Any, ...]:
        opened = self._take("()") or (inner and self._take("("))
        if opened and self._text[self._at - 2 : self._at] == "()":
            return ()
        arms = get_args(hint)
        fixed = None if arms[-1] is Ellipsis else arms
        items: list[Any] = []
        if not (inner and self._take(")")):
            items.append(self._value(arms[0], inner=True))
            while self._take(","):
                each = arms[0] if fixed is None else fixed[min(len(items), len(fixed) - 1)]
                items.append(self._value(each, inner=True))
            if inner:
                self._need(")")
        if fixed is not None and len(items) != len(fixed):
            raise NotPlain(f"expected {len(fixed)} values, met {len(items)}")
        return tuple(items)


def make(kind: Any, found: dict[str, Any]) -> Any:
    """A value of the kind; fields that were left out are null, empty or false."""
    for name, hint in fields_of(kind):
        if name not in found:
            found[name] = _left_out(name, hint)
    return kind(**found)


def _left_out(name: str, hint: Any) -> Any:
    arms = arms_of(hint)
    makers: tuple[tuple[Callable[[Any], bool], Any], ...] = (
        (lambda one: one is type(None), None),
        (lambda one: get_origin(one) is tuple, ()),
        (lambda one: one is bool, False),
    )
    for fits, value in makers:
        if any(fits(one) for one in arms):
            return value
    raise NotPlain(f"expected a field {name}")


def _among(words: str, known: dict[str, Any]) -> Any:
    if words not in known:
        raise NotPlain(f"expected one of {', '.join(known)}; met {words!r}")
    return known[words]


def _number(words: str) -> int:
    try:
        return int(words)
    except ValueError:
        raise NotPlain(f"expected a whole number, met {words!r}") from None
