"""Parsed files (plain dicts, lists, texts, numbers) become typed values, and everything wrong in them is listed at once.

msgspec converts, but stops at the first fault and lets unknown fields of dataclasses pass; a walk along the types finds the rest.
"""

import types
import typing
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any, Literal, TypeVar

import msgspec

from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.faults import Fault, FaultyFile, OutOfBounds
from pfss_desktop.language import _, marked, translated

T = TypeVar("T")

FAULT_LIMIT = 200
"""Faults listed of one file; more tell a person nothing, and a hostile file has millions."""


def typed(data: object, kind: type[T]) -> T:
    """Return parsed data as a value of this kind; raise FaultyFile with every fault in it, FAULT_LIMIT at most."""
    if _is_strict(typing.cast("Hashable", kind)):
        # The usual case at once; the walk takes twenty times as long.
        with suppress(msgspec.ValidationError):
            return msgspec.convert(data, kind)
    faults = list(islice(_faults(data, kind, ""), FAULT_LIMIT))
    if faults:
        raise FaultyFile(faults)
    return msgspec.convert(data, kind)


@cache
def _is_strict(kind: Any) -> bool:  # noqa: ANN401 - any type expression
    """Return whether msgspec itself refuses whatever is wrong in data of this type: dataclasses let unknown fields pass."""
    if not _is_record(kind):
        return all(map(_is_strict, typing.get_args(kind)))
    if not issubclass(kind, msgspec.Struct) or not kind.__struct_config__.forbid_unknown_fields:
        return False
    return all(map(_is_strict, typing.get_type_hints(kind, include_extras=True).values()))


def item_place(place: str, number: int) -> str:
    """Return how a fault names an entry of a list, counted from 1; not translated, as places are read by code too."""
    return f"{place} item {number}"


def _faults(data: object, kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401 - any type expression
    inner = list(_inner_faults(data, kind, place))
    if inner:
        yield from inner
        return
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        yield _fault(error, kind, place)


def _inner_faults(data: object, kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        yield from _union_faults(data, _arms(kind), place)
    elif origin is typing.Annotated:
        yield from _inner_faults(data, arguments[0], place)
    elif isinstance(data, dict) and _is_record(kind):
        yield from _record_faults(data, kind, place)
    elif isinstance(data, list) and origin in (tuple, list, Sequence) and (origin is not tuple or arguments[-1] is ...):
        for number, item in enumerate(data, 1):
            yield from _faults(item, arguments[0], item_place(place, number))
    elif isinstance(data, dict) and origin in (dict, Mapping):
        for key, item in data.items():
            yield from _faults(item, arguments[1], _joined(place, str(key)))


def _arms(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return the types of a union but None; nothing for any other type."""
    is_union = typing.get_origin(kind) in (typing.Union, types.UnionType)
    return [arm for arm in typing.get_args(kind) if arm is not type(None)] if is_union else []


def _union_faults(data: object, arms: Sequence[Any], place: str) -> Iterator[Fault]:
    # Where several kinds are allowed, a table is meant to be the one kind that is a table, or the one that its tag names.
    fitting = [arm for arm in arms if len(arms) == 1 or (isinstance(data, dict) and _is_record(arm))]
    if data is not None and len(fitting) == 1:
        yield from _faults(data, fitting[0], place)
    elif isinstance(data, dict) and fitting and all(map(_tag, fitting)):
        yield from _tagged_faults(data, fitting, place)


def _tagged_faults(data: dict[str, Any], arms: Sequence[Any], place: str) -> Iterator[Fault]:
    """Faults of a union of tagged Structs: the tag says which of them the data must be."""
    tags = {tag: arm for arm in arms for _field, tag in [_tag(arm)]}
    field = _tag(arms[0])[0]
    told = data.get(field)
    if isinstance(told, str) and told in tags:
        yield from _faults(data, tags[told], place)
    elif field in data:
        yield Fault(_joined(place, field), _("is not one of: {choices}").format(choices=", ".join(tags)))
    else:
        yield Fault(_joined(place, field), _("is missing"))


def _record_faults(data: dict[str, Any], kind: Any, place: str) -> Iterator[Fault]:  # noqa: ANN401
    hints = typing.get_type_hints(kind, include_extras=True)
    required = _required(kind)
    known = {*hints, *_tag(kind)[:1]}
    for name in data:
        if name not in known:
            yield Fault(_joined(place, str(name)), _("no such field; known are {names}").format(names=", ".join(sorted(known))))
    for name, hint in hints.items():
        if name in data:
            yield from _faults(data[name], hint, _joined(place, name))
        elif name in required:
            yield Fault(_joined(place, name), _("is missing"))


def _is_record(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, msgspec.Struct))


def _tag(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the name and value of a tagged Struct's tag; nothing for any other type."""
    config = getattr(kind, "__struct_config__", None)
    return (config.tag_field, str(config.tag)) if config is not None and config.tag_field else ()


def _required(kind: Any) -> set[str]:  # noqa: ANN401
    if issubclass(kind, msgspec.Struct):
        return {info.name for info in msgspec.structs.fields(kind) if info.required}
    return {info.name for info in fields(kind) if info.default is MISSING and info.default_factory is MISSING}


def _joined(place: str, name: str) -> str:
    shown = tidy_line(name[:_NAME_SHOWN])
    return f"{place}.{shown}" if place else shown


def _fault(error: msgspec.ValidationError, kind: Any, place: str) -> Fault:  # noqa: ANN401
    cause = error.__cause__
    if isinstance(cause, OutOfBounds) and _is_record(kind):
        return _constructor_fault(cause, kind, place)
    wanted = "" if cause else _wanted(kind)
    return Fault(place, _("must be {wanted}").format(wanted=wanted) if wanted else _reason(error, kind))


def _constructor_fault(error: OutOfBounds, kind: Any, place: str) -> Fault:  # noqa: ANN401
    """Return the fault at the very field that a constructor complains of, or else with that field's name before the reason."""
    reason = _("must be {wanted}").format(wanted=error.bounds)
    spoken = error.field.replace(" ", "_")
    for name in (spoken, spoken.rsplit(".", 1)[-1], error.field.rsplit(" ", 1)[-1]):
        if name in typing.get_type_hints(kind):
            return Fault(_joined(place, name), reason)
    return Fault(place, reason if place.endswith(spoken) else str(error))


def _reason(error: msgspec.ValidationError, kind: Any) -> str:  # noqa: ANN401
    choices = _choices(kind)
    if choices:
        return _("is not one of: {choices}").format(choices=choices)
    # The last resort: a constructor's own text, or msgspec's where no words below fit the type.
    return str(error).split(" - at `$")[0].replace("`", "")


def _choices(kind: Any) -> str:  # noqa: ANN401
    """Return the values of an Enum or Literal as they are written; nothing for any other type."""
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    values = [choice.value for choice in kind] if is_enum else typing.get_args(kind) if typing.get_origin(kind) is Literal else ()
    return ", ".join(map(str, values))


def _wanted(kind: Any) -> str:  # noqa: ANN401
    """Return in words what a value of this type looks like, or nothing where there are no words for it."""
    if typing.get_origin(kind) is typing.Annotated:
        inner, *notes = typing.get_args(kind)
        told = [words for words in map(_bounds_in_words, notes) if words]
        return told[0] if told else _wanted(inner)
    if _arms(kind):
        one_of = {arm: _("one of: {choices}").format(choices=_choices(arm)) for arm in _arms(kind) if _choices(arm)}
        told = [one_of.get(arm) or _wanted(arm) for arm in _arms(kind)]
        return _(" or ").join(dict.fromkeys(told)) if all(told) else ""
    if _is_record(kind) or typing.get_origin(kind) in (dict, Mapping):
        return _("a table")
    if typing.get_origin(kind) is tuple and ... not in typing.get_args(kind):
        return _("a list of {count} values").format(count=len(typing.get_args(kind)))
    if typing.get_origin(kind) in (tuple, list, Sequence):
        return _("a list in square brackets")
    return translated(_WANTED[kind]) if isinstance(kind, type) and kind in _WANTED else ""


def _bounds_in_words(note: object) -> str:
    if not isinstance(note, msgspec.Meta):
        return ""
    if note.description:
        return translated(note.description)
    if note.ge is not None and note.le is not None:
        return _("a whole number from {low} to {high}").format(low=note.ge, high=note.le)
    return ""


_NAME_SHOWN = 80
"""Characters of a field's name that a fault shows: a hostile file may hold names of any length."""

_WANTED: dict[type, str] = {
    int: marked("a whole number"),
    str: marked("a text in quotes"),
    bool: marked("true or false"),
    float: marked("a number"),
    date: marked("a date such as 2026-03-31"),
}
