"""The table [dosage] of exercise and template files, as a therapist writes it."""

from functools import partial
from typing import Any

import msgspec

from pfss_desktop.catalogue.gathering import Gathering
from pfss_desktop.catalogue.spans import Span, pair_of
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo

_ONE = RepRange.exactly(1)


class TempoEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds away from the start position and back to it."""

    out_seconds: int
    back_seconds: int


class DosageEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dosage; what is left out is the domain's default, or in a template the exercise's own."""

    sets: int | None = None
    reps: Span | None = None
    counted: CountUnit | None = None
    hold_seconds: int | None = None
    rest_seconds: int | None = None
    tempo: TempoEntry | None = None
    minutes: int | None = None
    times_per_day: int | None = None
    days_per_week: int | None = None


def dosage_of(entry: DosageEntry, gathering: Gathering, place: str, usual: Dosage | None = None) -> Dosage:
    """Return the dosage that differs from the usual one in what the entry says; faults go to `gathering`."""
    given: dict[str, Any] = {name: value for name in entry.__struct_fields__ if (value := getattr(entry, name)) is not None}
    if entry.reps is not None:
        given["reps"] = gathering.take(f"{place}.reps", partial(_reps, entry.reps))
    if entry.tempo is not None:
        given["tempo"] = gathering.take(f"{place}.tempo", partial(Tempo, entry.tempo.out_seconds, entry.tempo.back_seconds))
    plain = {name: value for name, value in given.items() if name not in ("reps", "tempo")}
    fine = gathering.each_alone(place, partial(Dosage, reps=_ONE), plain) and None not in given.values()
    before = {} if usual is None else {name: getattr(usual, name) for name in usual.__dataclass_fields__}
    if not fine:
        return Dosage(reps=_ONE)
    return gathering.take(f"{place}.reps", lambda: Dosage(**(before | given)))


def _reps(span: Span) -> RepRange:
    return RepRange(*pair_of(span))
