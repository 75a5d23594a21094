"""Frozen values written as plain data and read back exactly: texts, numbers, days, codes, and values made of these.

For what has to be kept outside the database for a while. Reading believes nothing: what does not have the shape of the
type that is asked for is refused.
"""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = str | int | bool | None | list[Any] | dict[str, Any]
"""What JSON can hold, apart from broken numbers."""


def to_plain(value: object) -> Plain:
    """Write a value as plain data. Raises TypeError for what ``from_plain`` could not read."""
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(type(value))


def from_plain(kind: Any, data: object) -> Any:
    """Read a value of the type ``kind``. Raises ValueError when the data has another shape."""
    kind = getattr(kind, "__supertype__", kind)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), data)
    if origin is tuple:
        return _tuple(get_args(kind), data)
    if is_dataclass(kind):
        return _dataclass(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is date and isinstance(data, str):
        return date.fromisoformat(data)
    if isinstance(kind, type) and type(data) is kind:
        return data
    raise ValueError(kind)


def _one_of(kinds: tuple[Any, ...], data: object) -> Any:
    if data is None and NoneType in kinds:
        return None
    for kind in kinds:
        try:
            return from_plain(kind, data)
        except ValueError:
            continue
    raise ValueError(kinds)


def _tuple(kinds: tuple[Any, ...], data: object) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(kinds)  # noqa: TRY004 - one error for whatever shape it has
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(from_plain(kinds[0], each) for each in data)
    if len(kinds) != len(data):
        raise ValueError(kinds)
    return tuple(from_plain(kind, each) for kind, each in zip(kinds, data, strict=True))


def _dataclass(kind: Any, data: object) -> Any:
    known = {each.name: each for each in fields(kind)}
    if not isinstance(data, dict) or not data.keys() <= known.keys():
        raise ValueError(kind)
    needed = {name for name, each in known.items() if each.default is MISSING and each.default_factory is MISSING}
    if not needed <= data.keys():
        raise ValueError(kind)
    hints = get_type_hints(kind)
    return kind(**{name: from_plain(hints[name], each) for name, each in data.items()})
