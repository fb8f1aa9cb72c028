"""An exercise in a plan, as given to one patient."""

from dataclasses import dataclass

from pfss_desktop.domain.body import RangeLimit, Side
from pfss_desktop.domain.bounds import check_count, check_line, check_text
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.exercise import Exercise, Laterality, PatientText
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    Bodyweight,
    Machine,
    NoResistance,
    Resistance,
    ResistanceKind,
)


@dataclass(frozen=True, slots=True)
class Prescription:
    """An exercise with its dosage, side, resistance, range and note.

    It keeps its own copy of the exercise's name, steps, laterality and equipment, so that a newer catalogue never changes what a
    patient was given. `side` None means that it is not set yet. `range_limit` None means the exercise's own range.
    """

    id: str
    exercise_id: str
    text: PatientText
    dosage: Dosage
    laterality: Laterality = Laterality.BILATERAL
    side: Side | None = None
    resistance: Resistance = NoResistance()
    range_limit: RangeLimit | None = None
    note: str = ""
    equipment: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_id("prescription id", self.id)
        check_id("exercise id", self.exercise_id)
        check_text("note", self.note)
        check_count("equipment", self.equipment)
        for thing in self.equipment:
            check_line("equipment", thing)

    @property
    def is_one_side_after_the_other(self) -> bool:
        """Whether the dosage is done once for each leg: a one-legged exercise for both, or an alternating one."""
        if self.laterality is Laterality.UNILATERAL:
            return self.side is Side.BOTH or self.side is Side.ALTERNATING
        return self.laterality is Laterality.ALTERNATING


def prescribe(exercise: Exercise, prescription_id: str, affected_side: Side | None = None) -> Prescription:
    """Return the exercise with its catalogue defaults; a one-legged exercise goes to the affected side."""
    return Prescription(
        id=prescription_id,
        exercise_id=exercise.id,
        text=exercise.for_patient,
        dosage=exercise.dosage,
        laterality=exercise.laterality,
        side=usual_side(exercise, affected_side),
        resistance=usual_resistance(exercise),
        equipment=tuple(need.text for need in exercise.equipment if not need.optional),
    )


def usual_side(exercise: Exercise, affected_side: Side | None) -> Side | None:
    """Return the affected side for a one-legged exercise (None while it is unknown), else the only side that makes sense."""
    return affected_side if exercise.laterality is Laterality.UNILATERAL else exercise.sides[0]


def usual_resistance(exercise: Exercise) -> Resistance:
    """Return the lightest start: nothing or bodyweight where the exercise allows it, else a red band or a bare machine.

    The band is a loop where the exercise asks for one.

    Red as a first band colour is a default the therapist changes, not a finding.
    """
    accepts = exercise.accepts
    if ResistanceKind.NONE in accepts:
        return NoResistance()
    if ResistanceKind.BODYWEIGHT in accepts:
        return Bodyweight()
    if ResistanceKind.BAND in accepts:
        return Band("red", "TheraBand", usual_band_form(exercise))
    return Machine() if ResistanceKind.MACHINE in accepts else NoResistance()


def usual_band_form(exercise: Exercise | None) -> BandForm:
    """Return a loop for an exercise that asks for one, else a flat band."""
    needs_loop = exercise is not None and any(need.any_of == ("loop band",) for need in exercise.equipment)
    return BandForm.LOOP if needs_loop else BandForm.FLAT
