"""One exercise file becomes an exercise, or every reason why not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pfss_desktop.catalogue.entry import ExerciseEntry
from pfss_desktop.catalogue.from_entry import exercise_of
from pfss_desktop.catalogue.pose_check import pose_faults
from pfss_desktop.catalogue.toml_file import parse_toml
from pfss_desktop.decoding import typed
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.language import _

_SOUND: dict[str, Any] = {
    "id": "sound",
    "name": "-",
    "steps": ["-"],
    "dosage": {"reps": 1},
    "facts": {
        "category": "hip",
        "phase": 1,
        "regions": ["trunk"],
        "muscles": ["-"],
        "position": "standing",
        "start": "-",
        "accepts": ["none"],
        "chain": "none",
        "contraction": "passive",
        "laterality": "bilateral",
        "knee_load": "minimal",
    },
    "motion": {"knee_flexion_max": 0},
    "basis": {"evidence": [], "kind": "-", "dosage": "-"},
}
"""Stands in for the fields of a wrong type, so that the others can still be looked at."""


def exercise_in(content: bytes, file_name: str) -> Exercise:
    """Return the exercise in the content of a file of this name; raise FaultyFile with every fault.

    The id must be the file's name without its ending, so that an id is never given twice in a folder.
    """
    data = parse_toml(content)
    named = data.get("id")
    misnamed = isinstance(named, str) and named != Path(file_name).stem
    return exercise_from(data, [Fault("id", _("must be the name of the file without .toml"))] if misnamed else [])


def exercise_from(data: dict[str, Any], known_faults: Sequence[Fault] = ()) -> Exercise:
    """Return the exercise in the parsed data of an entry; raise FaultyFile with every fault, the known ones among them."""
    faults: list[Fault] = []
    try:
        entry = typed(data, ExerciseEntry)
    except FaultyFile as error:
        faults += error.faults
        entry = _rest(data, error)
    faults += known_faults
    try:
        exercise = exercise_of(entry)
    except FaultyFile as error:
        faults += error.faults
    faults += pose_faults(entry.poses)
    if faults:
        raise FaultyFile(faults)
    return exercise


def _rest(data: dict[str, Any], error: FaultyFile) -> ExerciseEntry:
    try:
        return typed(_without(data, error.faults), ExerciseEntry)
    except FaultyFile:  # more faults than are listed
        raise error from None


def _without(data: dict[str, Any], faults: tuple[Fault, ...]) -> dict[str, Any]:
    """Return the data with every field that a fault names left out, or sound where it is needed."""
    faulty = {fault.field.split(" item ")[0] for fault in faults}
    kept = dict(_SOUND)
    for name, value in data.items():
        if name in faulty:
            continue
        kept[name] = value
        if isinstance(value, dict):
            inner = {key: held for key, held in value.items() if not _names_part(faulty, f"{name}.{key}")}
            kept[name] = _SOUND.get(name, {}) | inner
    return kept


def _names_part(faulty: set[str], place: str) -> bool:
    return any(f"{other}.".startswith(f"{place}.") for other in faulty)
