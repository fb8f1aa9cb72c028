"""What differs between two revisions of a plan, exercise by exercise. Words for it belong to the screen and to the paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pfss_desktop.domain.effort import (
    Effort,
    dosage_effort,
    minutes_effort,
    range_effort,
    reps_effort,
    resistance_effort,
    together,
)
from pfss_desktop.domain.phase_comparison import PhaseChange, compare_phases
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.stock import ResistanceChoices


class PrescriptionField(StrEnum):
    """What can differ between two prescriptions of one exercise, in the order it is told."""

    SIDE = "side"
    SETS = "sets"
    REPS = "reps"
    MINUTES = "minutes"
    HOLD = "hold"
    REST = "rest"
    TEMPO = "tempo"
    TIMES_A_DAY = "times a day"
    DAYS_A_WEEK = "days a week"
    RESISTANCE = "resistance"
    RANGE = "range"
    NOTE = "note"
    EQUIPMENT = "equipment"
    NAME = "name"
    WORDING = "wording"


class PlanField(StrEnum):
    """What can differ in the plan's own fields."""

    TITLE = "title"
    CONDITION = "condition"
    SIDE = "side"
    GOAL = "goal"
    PRESENT_PHASE = "present phase"
    PAIN_RULE = "pain rule"
    EDUCATION = "education"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field and what the change asks of the patient."""

    field: PrescriptionField
    effort: Effort


@dataclass(frozen=True, slots=True)
class PlacedExercise:
    """A prescription that only one of the two plans holds, with its phase there."""

    prescription: Prescription
    phase: Phase


@dataclass(frozen=True, slots=True)
class ExerciseChange:
    """A prescription of both plans that was moved to another phase or changed, before and after."""

    before: Prescription
    after: Prescription
    phase_before: Phase
    phase_after: Phase
    fields: tuple[FieldChange, ...]

    @property
    def is_moved(self) -> bool:
        """Whether it is in another phase now; neither a new place within its phase nor the phase put in anew is a move."""
        return _is_other(self.phase_before, self.phase_after)

    @property
    def effort(self) -> Effort:
        """What all changed fields together ask of the patient."""
        return together(change.effort for change in self.fields)


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """What differs: `added` and `changed` in the order of the plan after, `stopped` in that of the plan before.

    `phases` are the phases' own changes. What a visit records is not compared; scores have comparisons of their own.
    """

    before: Plan
    after: Plan
    added: tuple[PlacedExercise, ...] = ()
    stopped: tuple[PlacedExercise, ...] = ()
    changed: tuple[ExerciseChange, ...] = ()
    fields: tuple[PlanField, ...] = ()
    phases: tuple[PhaseChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.stopped or self.changed or self.fields or self.phases)


def compare(before: Plan, after: Plan, choices: ResistanceChoices) -> PlanComparison:
    """Compare two plans; `choices` ranks the colours of bands.

    Prescriptions are matched by id. An exercise that was taken out and put in anew has another id; it is matched with what it
    was, in the same phase first, so that nobody is told to stop an exercise and to begin it.
    """
    was, now = _placed(before), _placed(after)
    former_of = _matched(was, now)
    changed = []
    for held_id, former_id in former_of.items():
        former, placed = was[former_id], now[held_id]
        fields = _changed_fields(former.prescription, placed.prescription, choices)
        change = ExerciseChange(former.prescription, placed.prescription, former.phase, placed.phase, fields)
        if fields or change.is_moved:
            changed.append(change)
    kept = set(former_of.values())
    return PlanComparison(
        before,
        after,
        added=tuple(placed for held_id, placed in now.items() if held_id not in former_of),
        stopped=tuple(placed for held_id, placed in was.items() if held_id not in kept),
        changed=tuple(changed),
        fields=_changed_plan_fields(before, after),
        phases=compare_phases(before, after),
    )


def _placed(plan: Plan) -> dict[str, PlacedExercise]:
    return {held.id: PlacedExercise(held, phase) for phase in plan.phases for held in phase.prescriptions}


def _matched(was: Mapping[str, PlacedExercise], now: Mapping[str, PlacedExercise]) -> dict[str, str]:
    """Return the former id of each prescription that both plans hold, in the order of the plan after."""
    former_of = {held_id: held_id for held_id in now if held_id in was}
    for key in (_exercise_and_phase, _exercise):
        kept = set(former_of.values())
        left = _grouped([placed for held_id, placed in was.items() if held_id not in kept], key)
        come = _grouped([placed for held_id, placed in now.items() if held_id not in former_of], key)
        for same, again in come.items():
            former_of |= dict(zip(again, left.get(same, ()), strict=False))
    return {held_id: former_of[held_id] for held_id in now if held_id in former_of}


def _grouped(placed: Sequence[PlacedExercise], key: Callable[[PlacedExercise], object]) -> dict[object, list[str]]:
    groups: dict[object, list[str]] = {}
    for each in placed:
        groups.setdefault(key(each), []).append(each.prescription.id)
    return groups


def _exercise_and_phase(placed: PlacedExercise) -> object:
    return placed.prescription.exercise_id, placed.phase.name


def _exercise(placed: PlacedExercise) -> object:
    return placed.prescription.exercise_id


def _is_other(before: Phase | None, after: Phase | None) -> bool:
    """Return whether two phases differ in id and name; a template applied again draws new ids under the same names."""
    if before is None or after is None:
        return before is not after
    return before.id != after.id and before.name != after.name


def _changed_plan_fields(before: Plan, after: Plan) -> tuple[PlanField, ...]:
    found = {field for field, value in _PLAN_VALUES.items() if value(before) != value(after)}
    if _is_other(before.phase_now(), after.phase_now()):
        found.add(PlanField.PRESENT_PHASE)
    return tuple(field for field in PlanField if field in found)


def _changed_fields(before: Prescription, after: Prescription, choices: ResistanceChoices) -> tuple[FieldChange, ...]:
    if before is after:
        return ()
    return tuple(
        FieldChange(field, _effort(field, before, after, choices))
        for field, value in _VALUES.items()
        if value(before) != value(after)
    )


def _effort(field: PrescriptionField, before: Prescription, after: Prescription, choices: ResistanceChoices) -> Effort:
    if field is PrescriptionField.RESISTANCE:
        return resistance_effort(before.resistance, after.resistance, choices)
    rank = _RANKS.get(field)
    return rank(before, after) if rank else Effort.UNRANKED


_VALUES: dict[PrescriptionField, Callable[[Prescription], object]] = {
    PrescriptionField.SIDE: lambda held: (held.side, held.laterality),
    PrescriptionField.SETS: lambda held: held.dosage.sets,
    PrescriptionField.REPS: lambda held: (held.dosage.reps, held.dosage.counted),
    PrescriptionField.MINUTES: lambda held: held.dosage.minutes,
    PrescriptionField.HOLD: lambda held: held.dosage.hold_seconds,
    PrescriptionField.REST: lambda held: held.dosage.rest_seconds,
    PrescriptionField.TEMPO: lambda held: held.dosage.tempo,
    PrescriptionField.TIMES_A_DAY: lambda held: held.dosage.times_per_day,
    PrescriptionField.DAYS_A_WEEK: lambda held: held.dosage.days_per_week,
    PrescriptionField.RESISTANCE: lambda held: held.resistance,
    PrescriptionField.RANGE: lambda held: held.range_limit,
    PrescriptionField.NOTE: lambda held: held.note,
    PrescriptionField.EQUIPMENT: lambda held: held.equipment,
    PrescriptionField.NAME: lambda held: (held.text.name, held.exercise_id),
    PrescriptionField.WORDING: lambda held: (held.text.steps, held.text.cue, held.text.caution),
}

# Rest and tempo rank nothing: a shorter rest may be harder for one patient and easier for another.
_RANKS: dict[PrescriptionField, Callable[[Prescription, Prescription], Effort]] = {
    PrescriptionField.SETS: dosage_effort(lambda held: held.dosage.sets),
    PrescriptionField.REPS: reps_effort,
    PrescriptionField.MINUTES: minutes_effort,
    PrescriptionField.HOLD: dosage_effort(lambda held: held.dosage.hold_seconds),
    PrescriptionField.TIMES_A_DAY: dosage_effort(lambda held: held.dosage.times_per_day),
    PrescriptionField.DAYS_A_WEEK: dosage_effort(lambda held: held.dosage.days_per_week),
    PrescriptionField.RANGE: range_effort,
}

_PLAN_VALUES: dict[PlanField, Callable[[Plan], object]] = {
    PlanField.TITLE: lambda plan: plan.title,
    PlanField.CONDITION: lambda plan: plan.condition,
    PlanField.SIDE: lambda plan: plan.affected_side,
    PlanField.GOAL: lambda plan: plan.goal,
    PlanField.PAIN_RULE: lambda plan: plan.pain_rule,
    PlanField.EDUCATION: lambda plan: plan.education,
}
