"""Parsed files (plain dicts, lists, texts, numbers) become typed values, and everything wrong in them is listed at once.

msgspec converts, but stops at the first fault and lets unknown fields of dataclasses pass; a walk along the types finds the rest.
"""

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from itertools import islice
from typing import Any, TypeVar

import msgspec

from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.language import _

T = TypeVar("T")

FAULT_LIMIT = 200
"""Faults listed of one file; more tell a person nothing, and a hostile file has millions."""


def typed(data: object, kind: type[T]) -> T:
    """Return parsed data as a value of this kind; raise FaultyFile with every fault in it, FAULT_LIMIT at most."""
    faults = list(islice(_faults(data, kind, ""), FAULT_LIMIT))
    if faults:
        raise FaultyFile(faults)
    return msgspec.convert(data, kind)


def _faults(data: object, kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401 - any type expression
    inner = list(_inner_faults(data, kind, place))
    if inner:
        yield from inner
        return
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        yield _refused(error, place, kind, data)


def _inner_faults(data: object, kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        arms = [arm for arm in arguments if arm is not type(None)]
        # Where several kinds are allowed, a table is meant to be the one kind that is a table.
        fitting = [arm for arm in arms if len(arms) == 1 or (isinstance(data, dict) and _is_record(arm))]
        if data is not None and len(fitting) == 1:
            yield from _faults(data, fitting[0], place)
    elif origin is typing.Annotated:
        yield from _inner_faults(data, arguments[0], place)
    elif isinstance(data, dict) and _is_record(kind):
        yield from _record_faults(data, kind, place)
    elif isinstance(data, list) and origin in (tuple, list, Sequence) and (origin is not tuple or arguments[-1] is ...):
        for number, item in enumerate(data, 1):
            yield from _faults(item, arguments[0], f"{place} item {number}")
    elif isinstance(data, dict) and origin in (dict, Mapping):
        for key, item in data.items():
            yield from _faults(item, arguments[1], _joined(place, str(key)))


def _record_faults(data: dict[str, Any], kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401
    hints = typing.get_type_hints(kind, include_extras=True)
    required = _required(kind)
    for name in [name for name in data if name not in hints]:
        yield Fault(_joined(place, str(name)), _("no such field; known are {names}").format(names=", ".join(sorted(hints))))
    for name, hint in hints.items():
        if name in data:
            yield from _faults(data[name], hint, _joined(place, name))
        elif name in required:
            yield Fault(_joined(place, name), _("is missing"))


def _is_record(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, msgspec.Struct))


def _required(kind: Any) -> set[str]:  # noqa: ANN401
    if issubclass(kind, msgspec.Struct):
        return {info.name for info in msgspec.structs.fields(kind) if info.required}
    return {info.name for info in fields(kind) if info.default is MISSING and info.default_factory is MISSING}


def _joined(place: str, name: str) -> str:
    """Return the place of a field; a name from a hostile file is cut and made printable."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    return f"{place}.{shown}" if place else shown


def _refused(error: msgspec.ValidationError, place: str, kind: Any, data: object) -> Fault:  # noqa: ANN401
    cause = error.__cause__
    if not isinstance(cause, OutOfBounds):
        return Fault(place, _reason(error, kind, data))
    reason = _("must be {wanted}").format(wanted=_(cause.bounds))
    if isinstance(data, dict) and cause.field in data:
        return Fault(_joined(place, cause.field), reason)
    return Fault(place, reason if place.endswith(cause.field) else f"{cause.field}: {reason}")


def _reason(error: msgspec.ValidationError, kind: Any, data: object) -> str:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _("is not one of: {choices}").format(choices=", ".join(str(choice.value) for choice in kind))
    arms = typing.get_args(kind) if typing.get_origin(kind) in (typing.Union, types.UnionType) else (kind,)
    wanted = [_(text) for arm in arms for text in _wanted(arm)]
    if wanted and not any(type(data) is arm for arm in arms):
        return _("must be {wanted}").format(wanted=_(" or ").join(wanted))
    return str(error).split(" - at `$")[0].replace("`", "")


def _wanted(kind: Any) -> list[str]:  # noqa: ANN401
    if _is_record(kind) or typing.get_origin(kind) in (dict, Mapping):
        return ["a table"]
    if typing.get_origin(kind) in (tuple, list, Sequence):
        return ["a list in square brackets"]
    return [_WANTED[kind]] if isinstance(kind, type) and kind in _WANTED else []


_WANTED: dict[type, str] = {int: "a whole number", str: "a text in quotes", bool: "true or false", float: "a number"}
