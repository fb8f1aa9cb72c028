"""Where a step is looked for: one prescription with its phase, the catalogue, and what holds for the patient."""

from collections.abc import Iterator
from dataclasses import dataclass

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks.check import CheckSettings
from pfss_desktop.domain.exercise import Category, Chain, Exercise, PositionGroup
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import MassUnit
from pfss_desktop.domain.usual_exercises import stage_of

_IMPACT = frozenset({Category.PLYOMETRIC, Category.RUNNING})
_BARRED = {
    Precaution.CANNOT_KNEEL: PositionGroup.KNEELING,
    Precaution.CANNOT_LIE_PRONE: PositionGroup.FACE_DOWN,
    Precaution.CANNOT_LIE_SUPINE: PositionGroup.ON_BACK,
}
_ON_FLOOR = frozenset({PositionGroup.ON_BACK, PositionGroup.ON_SIDE, PositionGroup.FACE_DOWN, PositionGroup.KNEELING})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for all exercises of a plan: the catalogue, the checks' numbers with patient and what is on hand, the unit."""

    catalogue: Catalogue
    settings: CheckSettings = CheckSettings()
    unit: MassUnit = MassUnit.POUND


@dataclass(frozen=True, slots=True)
class Situation:
    """One prescription, its phase in the plan as it is now, and all around; `taken` are exercises proposed for others already."""

    plan: Plan
    phase: Phase
    held: Prescription
    around: Surroundings
    taken: frozenset[str] = frozenset()

    @property
    def exercise(self) -> Exercise | None:
        """The catalogue's entry, None where it has none."""
        return self.around.catalogue.get(self.held.exercise_id)

    @property
    def is_early(self) -> bool:
        """Whether the phase is one of the first, protected ones, by its place in the plan."""
        return self.plan.phases.index(self.phase) < self.around.settings.early_phases

    @property
    def stage(self) -> int:
        """The stage of the phase model beyond which no harder exercise is proposed here."""
        return stage_of(self.plan, self.phase, self.around.catalogue)

    def fitting(self, exercise_ids: tuple[str, ...]) -> Iterator[Exercise]:
        """Yield those exercises that this phase, this patient and the rest of the phase allow."""
        here = {held.exercise_id for held in self.phase.prescriptions} | self.taken
        for exercise in filter(None, map(self.around.catalogue.get, exercise_ids)):
            is_new_here = exercise.id not in here and exercise.phase <= self.stage
            if is_new_here and self._is_equipped(exercise) and not self._is_too_deep(exercise) and self._is_open(exercise):
                yield exercise

    def _is_equipped(self, exercise: Exercise) -> bool:
        """Return whether everything it needs is at home or in the clinic, as far as anybody has said what there is."""
        on_hand = self.around.settings.on_hand
        return not on_hand.is_known or all(map(on_hand.meets, exercise.equipment))

    def _is_too_deep(self, exercise: Exercise) -> bool:
        is_deep = exercise.motion.knee_flexion_max > self.around.settings.early_squat_degrees
        return self.is_early and exercise.chain is Chain.CLOSED and is_deep

    def _is_open(self, exercise: Exercise) -> bool:
        """Return whether no precaution of the patient stands against it."""
        patient = self.around.settings.patient
        precautions = patient.precautions if patient else ()
        group = exercise.position.group
        if Precaution.NO_IMPACT in precautions and exercise.category in _IMPACT:
            return False
        if Precaution.CANNOT_GET_TO_FLOOR in precautions and group in _ON_FLOOR:
            return False
        return all(_BARRED.get(precaution) is not group for precaution in precautions)
