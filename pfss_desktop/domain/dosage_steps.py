"""One step more or less of one value of a dosage, as by wheel and arrow keys. The size of a step is a default of ours."""

from dataclasses import replace
from typing import Any

from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.prescription_part import Part

_FINE_BELOW = 10
"""Seconds or minutes up to which steps are of one; above it they are of five."""
_REST_STEP = 15


def stepped_dosage(dosage: Dosage, part: Part, by: int) -> Dosage:
    """Return the dosage with this part `by` steps more (less, below 0); at a bound, and for no part of a dosage, as it was."""
    for _step in range(abs(by)):
        try:
            dosage = replace(dosage, **_next_values(dosage, part, 1 if by > 0 else -1))
        except OutOfBounds:
            break
    return dosage


def _next_values(dosage: Dosage, part: Part, by: int) -> dict[str, Any]:
    if part is Part.REPS and dosage.reps is not None:
        return {"reps": RepRange(dosage.reps.low + by, dosage.reps.high + by)}
    if part is Part.TEMPO and dosage.tempo is not None:
        return {"tempo": Tempo(dosage.tempo.out_seconds + by, dosage.tempo.back_seconds + by)}
    if part is Part.MINUTES and dosage.minutes is not None:
        return {"minutes": _next_time(dosage.minutes, by)}
    plain: dict[Part, dict[str, Any]] = {
        Part.SETS: {"sets": dosage.sets + by},
        Part.HOLD: {"hold_seconds": _next_time(dosage.hold_seconds, by)},
        Part.REST: {"rest_seconds": max(0, dosage.rest_seconds + by * _REST_STEP) if dosage.rest_seconds else by * _REST_STEP},
        Part.TIMES: {"times_per_day": dosage.times_per_day + by},
        Part.DAYS: {"days_per_week": dosage.days_per_week + by},
    }
    return plain.get(part, {})


def _next_time(number: int, by: int) -> int:
    """Return the next time: ones up to ten, then the next multiple of five, so that stepping back comes through the same."""
    if by > 0:
        return number + 1 if number < _FINE_BELOW else (number // 5 + 1) * 5
    return number - 1 if number <= _FINE_BELOW else (-(-number // 5) - 1) * 5
