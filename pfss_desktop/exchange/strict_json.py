"""JSON read without mercy: what is cut, doubled, endless or not JSON is refused with a plain reason, never half read."""

import json
from itertools import islice
from typing import Any, NoReturn

from pfss_desktop.decoding import FAULT_LIMIT
from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _

SIZE_LIMIT = 5_000_000
"""Bytes; a plan of 2,000 exercises with usual texts is half as large."""

_NAME_SHOWN = 80


def parsed_json(content: bytes) -> object:
    """Return the parsed content; raise FaultyFile where it is not JSON in UTF-8, too large, or says a thing twice."""
    check_size(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _faulty(_("is not a text file in UTF-8")) from None
    if not text.strip():
        raise _faulty(_("is empty"))
    return _parsed(text)


def check_size(content: bytes) -> None:
    """Raise FaultyFile for more than SIZE_LIMIT bytes."""
    if len(content) > SIZE_LIMIT:
        raise _faulty(_("is larger than {limit} MB, too large for a plan file").format(limit=SIZE_LIMIT // 1_000_000))


def _parsed(text: str) -> object:
    doubled: dict[str, None] = {}

    def record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if name in made:
                doubled[name] = None
            made[name] = value
        return made

    try:
        data = json.loads(text, object_pairs_hook=record, parse_constant=_refused_constant)
        halved = _has_half_letters(data)
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise FaultyFile([Fault(place, _("the file is cut short or is not JSON"))]) from None
    except RecursionError:
        raise _faulty(_("is nested too deep to be a plan")) from None
    except ValueError:
        raise _faulty(_("holds a number that no plan can hold")) from None
    if halved:
        raise _faulty(_("holds a letter that cannot be written"))
    if doubled:
        raise FaultyFile(
            [Fault(tidy_line(name[:_NAME_SHOWN]), _("is written twice in one place")) for name in islice(doubled, FAULT_LIMIT)]
        )
    return data


def _has_half_letters(data: object) -> bool:
    """Return whether any text holds a lone surrogate, which an escape can smuggle into valid UTF-8."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _refused_constant(_name: str) -> NoReturn:
    raise ValueError


def _faulty(reason: str) -> FaultyFile:
    return FaultyFile([Fault("", reason)])
