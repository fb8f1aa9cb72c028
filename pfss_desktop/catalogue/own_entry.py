"""Own exercises as text: the form of a catalogue entry written as JSON, and read as strictly as a file of the catalogue."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import msgspec

from pfss_desktop.catalogue.exercise_file import exercise_from
from pfss_desktop.catalogue.toml_file import DEPTH_LIMIT, is_deeper_than
from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.faults import Fault, FaultyFile
from pfss_desktop.domain.own_exercise import DEFINITION_LIMIT, ExerciseForm
from pfss_desktop.language import _


class EntryForm(ExerciseForm):
    """The form that the database and packs keep."""

    def written(self, exercise: Exercise) -> str:
        """Return the exercise as JSON; the same exercise gives the same text."""
        return msgspec.json.encode(entry_data(exercise)).decode()

    def read(self, definition: str) -> Exercise:
        """Return the exercise in such a text; raise FaultyFile with every fault."""
        if len(definition) > DEFINITION_LIMIT:
            raise FaultyFile([Fault("", _("is larger than {limit} kB").format(limit=DEFINITION_LIMIT // 1024))])
        try:
            data = msgspec.json.decode(definition.encode("utf-8", "surrogatepass"))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            raise FaultyFile([Fault("", _("is cut short or is not JSON"))]) from None
        return read_entry(data)


def read_entry(data: object) -> Exercise:
    """Return the exercise in the parsed data of an entry; raise FaultyFile with every fault."""
    if not isinstance(data, dict):
        raise FaultyFile([Fault("", _("must be a table"))])
    if is_deeper_than(data, DEPTH_LIMIT):
        raise FaultyFile([Fault("", _("is nested too deeply"))])
    return exercise_from(data)


def entry_data(exercise: Exercise) -> dict[str, Any]:
    """Return an exercise in the form of a catalogue entry: plain tables, lists, texts and numbers."""
    text, facts = exercise.for_patient, _facts(exercise)
    data = {
        "id": exercise.id,
        "name": text.name,
        "steps": list(text.steps),
        "cue": text.cue,
        "caution": text.caution,
        "mistake": exercise.mistake,
        "dosage": _dosage(exercise.dosage),
        "suggested": _filled({name: _span(getattr(exercise.suggested, name)) for name in ("reps", "hold_seconds", "minutes")}),
        "facts": facts,
        "therapist": _listed(exercise.for_therapist, "cautions", "contraindications", "variants"),
        "links": _listed(exercise, "harder", "easier"),
        "motion": _motion(exercise),
        "basis": {
            "evidence": list(exercise.basis.evidence),
            "kind": exercise.basis.kind,
            "dosage": exercise.basis.dosage,
            "seed_dosage": exercise.basis.seed_dosage,
            "seed_lines": list(exercise.basis.seed_lines),
        },
        "poses": dict(exercise.poses),
    }
    plain: dict[str, Any] = msgspec.to_builtins(_filled(data), str_keys=True)
    return plain


def _facts(exercise: Exercise) -> dict[str, Any]:
    return {
        "category": exercise.category.value,
        "phase": exercise.phase,
        "regions": _values(exercise.regions),
        "muscles": list(exercise.muscles),
        "position": exercise.position.group.value,
        "start": exercise.position.text,
        "accepts": _values(exercise.accepts),
        "chain": exercise.chain.value,
        "contraction": exercise.contraction.value,
        "laterality": exercise.laterality.value,
        "knee_load": exercise.knee_load.value,
        "equipment": [{"text": need.text, "any_of": list(need.any_of), "optional": need.optional} for need in exercise.equipment],
    }


def _dosage(dosage: Dosage) -> dict[str, Any]:
    data = {name: getattr(dosage, name) for name in dosage.__dataclass_fields__}
    data["reps"] = _span((dosage.reps.low, dosage.reps.high)) if dosage.reps else None
    data["counted"] = dosage.counted.value
    tempo = dosage.tempo
    data["tempo"] = {"out_seconds": tempo.out_seconds, "back_seconds": tempo.back_seconds} if tempo else None
    return {name: value for name, value in data.items() if value is not None}


def _motion(exercise: Exercise) -> dict[str, Any]:
    motion = exercise.motion

    def spans(angles: Mapping[Joint, tuple[int, int]]) -> dict[str, str]:
        return {joint.value: f"{start} to {end}" for joint, (start, end) in angles.items()}

    data = {
        "knee_flexion_max": motion.knee_flexion_max,
        "working_leg": spans(motion.working),
        "other_leg": spans(motion.other),
        "other_leg_does_the_same": motion.other_same,
    }
    return {name: value for name, value in data.items() if value or name == "knee_flexion_max"}


def _span(pair: tuple[int, int] | None) -> str | None:
    return None if pair is None else f"{pair[0]}-{pair[1]}"


def _listed(owner: object, *names: str) -> dict[str, Any]:
    return _filled({name: list(getattr(owner, name)) for name in names})


def _values(members: tuple[Enum, ...]) -> list[str]:
    return [member.value for member in members]


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data without what is empty: all such fields may be left out."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}
