"""Values to and from JSON: one rule for all frozen values, driven by their type hints.

A dataclass is an object with every field, ``None`` included; a tuple is a list; a member of an enum
is its value. Where a field may hold one of several dataclasses (``Claim.value``), the object
carries the name of its class under ``is``.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from communique.errors import CommuniqueError

T = TypeVar("T")


class NotReadable(CommuniqueError):
    """JSON that does not have the shape of the value it should hold."""


def to_json(value: object) -> Any:
    """The value as dicts, lists and scalars."""
    kind: Any = type(value)
    return _writer(kind)(value)


def from_json(data: Any, kind: type[T]) -> T:
    """The value of the given kind that this JSON holds; raises NotReadable if it holds none."""
    wanted: Any = kind
    result: T = _reader(wanted)(data)
    return result


def _same(value: Any) -> Any:
    return value


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    kind = _plain(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        # Writers of fields are looked up on first use: a value may hold values of its own kind.
        parts = [(field.name, hints[field.name]) for field in fields(kind)]
        return lambda value: {name: _writer(hint)(getattr(value, name)) for name, hint in parts}
    if _is_union(kind):
        return _union_writer(get_args(kind))
    if get_origin(kind) is tuple:
        arms = get_args(kind)
        if len(arms) == 2 and arms[1] is Ellipsis:
            one = _writer(arms[0])
            return lambda value: [one(item) for item in value]
        each = [_writer(arm) for arm in arms]
        return lambda value: [w(item) for w, item in zip(each, value, strict=True)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    return _same


def _union_writer(arms: tuple[Any, ...]) -> Callable[[Any], Any]:
    several = len([arm for arm in arms if is_dataclass(_plain(arm))]) > 1
    plain = [_plain(arm) for arm in arms]

    def write(value: Any) -> Any:
        if value is None or (isinstance(value, str) and str in plain):
            return value
        arm: Any = type(value) if is_dataclass(value) else _arm_of(value, plain)
        written = _writer(arm)(value)
        return {"is": type(value).__name__} | written if several else written

    return write


def _arm_of(value: Any, arms: list[Any]) -> Any:
    for arm in arms:
        if isinstance(arm, type) and isinstance(value, arm):
            return arm
        if get_origin(arm) is tuple and isinstance(value, tuple):
            return arm
    return type(value)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    kind = _plain(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if _is_union(kind):
        return _union_reader(get_args(kind))
    if get_origin(kind) is tuple:
        arms = get_args(kind)
        if len(arms) == 2 and arms[1] is Ellipsis:
            one = _reader(arms[0])
            return lambda data: tuple(one(item) for item in _expect(data, list))
        each = [_reader(arm) for arm in arms]
        return lambda data: tuple(r(item) for r, item in zip(each, data, strict=True))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_reader(kind)
    if kind is Any or get_origin(kind) is dict:
        return _same
    return lambda data: data if type(data) is kind else _expect(data, kind)


def _enum_reader(kind: type[Enum]) -> Callable[[Any], Any]:
    members = {one.value: one for one in kind}

    def read(data: Any) -> Any:
        known = members.get(data) if isinstance(data, str) else None
        return _member(kind, data) if known is None else known

    return read


def _dataclass_reader(kind: type[Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    parts = [(field.name, hints[field.name]) for field in fields(kind)]
    # A field that came later has a default: what was written before it goes on to be read.
    needed = [
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    ]

    names = frozenset(name for name, _ in parts)
    bound: list[tuple[str, Callable[[Any], Any]]] = []

    def read(data: Any) -> Any:
        _expect(data, dict)
        if not bound:
            # Readers of fields are looked up on first use: a value may hold values of its own kind.
            bound.extend((name, _reader(hint)) for name, hint in parts)
        if data.keys() >= names:
            return kind(*[reader(data[name]) for name, reader in bound])
        missing = [name for name in needed if name not in data]
        if missing:
            raise NotReadable(f"{kind.__name__}: expected {missing[0]!r}, met {sorted(data)}")
        return kind(**{name: reader(data[name]) for name, reader in bound if name in data})

    return read


def _union_reader(arms: tuple[Any, ...]) -> Callable[[Any], Any]:
    plain = [_plain(arm) for arm in arms]
    named = {arm.__name__: arm for arm in plain if is_dataclass(arm) and isinstance(arm, type)}
    others = [arm for arm in plain if arm is not type(None) and not is_dataclass(arm)]

    def read(data: Any) -> Any:
        if data is None:
            return _expect(data, type(None)) if type(None) in plain else _refuse(data, plain)
        if isinstance(data, dict) and named:
            kind = named[data["is"]] if "is" in data else next(iter(named.values()))
            return _reader(kind)(data)
        if len(others) == 1:
            return _reader(others[0])(data)
        for arm in others:
            if isinstance(arm, type) and isinstance(data, arm):
                return data
        return _refuse(data, plain)

    return read


def _plain(kind: Any) -> Any:
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    return kind


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _expect(data: Any, kind: Any) -> Any:
    if kind is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is int):
        raise NotReadable(f"expected {getattr(kind, '__name__', kind)}, met {data!r:.80}")
    return data


def _member(kind: type[Enum], data: Any) -> Enum:
    try:
        return kind(data)
    except ValueError:
        known = ", ".join(str(one.value) for one in kind)
        raise NotReadable(f"expected one of {known}; met {data!r:.80}") from None


def _refuse(data: Any, arms: list[Any]) -> Any:
    names = ", ".join(getattr(arm, "__name__", str(arm)) for arm in arms)
    raise NotReadable(f"expected one of {names}; met {data!r:.80}")
