"""Where a step is looked for: one prescription with its phase, the catalogue, and what patient and clinic have."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks.check import CheckSettings
from pfss_desktop.domain.exercise import Category, Chain, Exercise, PositionGroup
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import MassUnit
from pfss_desktop.domain.stock import ResistanceChoices
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
    """What holds for all exercises of a plan: the catalogue, the resistances on offer, the checks' numbers, the patient."""

    catalogue: Catalogue
    choices: ResistanceChoices
    settings: CheckSettings = CheckSettings()
    patient: Patient | None = None
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

    def choices(self) -> tuple[ResistanceChoices, ...]:
        """Return where to look for a rung: among what the patient has at home, if that is known, then in the clinic."""
        patient = self.around.patient
        clinic = self.around.choices
        return (at_home(clinic, patient.equipment), clinic) if patient and patient.equipment else (clinic,)

    def fitting(self, exercise_ids: tuple[str, ...]) -> Iterator[Exercise]:
        """Yield those exercises that this phase, this patient and the rest of the phase allow."""
        here = {held.exercise_id for held in self.phase.prescriptions} | self.taken
        for exercise in filter(None, map(self.around.catalogue.get, exercise_ids)):
            is_new_here = exercise.id not in here and exercise.phase <= self.stage
            if is_new_here and not self._is_too_deep(exercise) and self._is_open(exercise):
                yield exercise

    def _is_too_deep(self, exercise: Exercise) -> bool:
        is_deep = exercise.motion.knee_flexion_max > self.around.settings.early_squat_degrees
        return self.is_early and exercise.chain is Chain.CLOSED and is_deep

    def _is_open(self, exercise: Exercise) -> bool:
        """Return whether no precaution of the patient stands against it."""
        precautions = self.around.patient.precautions if self.around.patient else ()
        group = exercise.position.group
        if Precaution.NO_IMPACT in precautions and exercise.category in _IMPACT:
            return False
        if Precaution.CANNOT_GET_TO_FLOOR in precautions and group in _ON_FLOOR:
            return False
        return all(_BARRED.get(precaution) is not group for precaution in precautions)


def at_home(clinic: ResistanceChoices, equipment: HomeEquipment) -> ResistanceChoices:
    """Return of the clinic's ladder what the patient has at home, in the clinic's order."""
    bands = {(band.maker, band.colour) for band in equipment.bands}
    makers = (
        replace(maker, colours=colours)
        for maker in clinic.makers
        if (colours := tuple(colour for colour in maker.colours if (maker.name, colour) in bands))
    )
    return ResistanceChoices(tuple(makers), _cuffs(equipment, MassUnit.POUND), _cuffs(equipment, MassUnit.KILOGRAM))


def _cuffs(equipment: HomeEquipment, unit: MassUnit) -> tuple[Decimal, ...]:
    return tuple(sorted({mass.amount for mass in equipment.cuffs if mass.unit is unit}))
