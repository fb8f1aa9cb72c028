"""Edits of the prescriptions in a plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from pfss_desktop.domain.body import RangeLimit, Side
from pfss_desktop.domain.bounds import tidy_line, tidy_text
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.edits.phases import change_phase
from pfss_desktop.domain.exercise import Exercise, Laterality, PatientText
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.resistance import Resistance


def change_prescription(plan: Plan, prescription_id: str, change: Callable[[Prescription], Prescription]) -> Plan:
    """Return the plan with one prescription replaced by what `change` makes of it; raise UnknownPart."""

    def changed(phase: Phase) -> Phase:
        held = (change(item) if item.id == prescription_id else item for item in phase.prescriptions)
        return replace(phase, prescriptions=tuple(held))

    return change_phase(plan, plan.phase_of(prescription_id).id, changed)


def add_exercises(plan: Plan, phase_id: str, added: Iterable[Prescription], index: int | None = None) -> Plan:
    """Return the plan with prescriptions put into a phase before `index`, at its end by default; raise UnknownPart."""

    def changed(phase: Phase) -> Phase:
        at = len(phase.prescriptions) if index is None else max(0, min(index, len(phase.prescriptions)))
        return replace(phase, prescriptions=(*phase.prescriptions[:at], *added, *phase.prescriptions[at:]))

    return change_phase(plan, phase_id, changed)


def move_exercises(plan: Plan, moved_ids: Iterable[str], phase_id: str, index: int | None = None) -> Plan:
    """Return the plan with these prescriptions, in plan order, before what stood at `index` of the phase until now.

    Raises UnknownPart for a prescription or phase that the plan does not hold.
    """
    wanted = set(moved_ids)
    for moved_id in wanted:
        plan.prescription(moved_id)
    moved = [held for held in plan.prescriptions() if held.id in wanted]
    target = plan.phase(phase_id).prescriptions
    at = len(target) if index is None else max(0, min(index, len(target)))
    at -= sum(held.id in wanted for held in target[:at])
    return add_exercises(remove_exercises(plan, wanted), phase_id, moved, at)


def remove_exercises(plan: Plan, removed_ids: Iterable[str]) -> Plan:
    """Return the plan without these prescriptions; ids it does not hold are passed over."""
    gone = set(removed_ids)
    return replace(
        plan,
        phases=tuple(
            replace(phase, prescriptions=tuple(held for held in phase.prescriptions if held.id not in gone))
            if any(held.id in gone for held in phase.prescriptions)
            else phase
            for phase in plan.phases
        ),
    )


def duplicate_exercises(plan: Plan, copied_ids: Iterable[str], new_name: Callable[[], str] = new_id) -> Plan:
    """Return the plan with a copy of each of these prescriptions right behind it."""
    wanted = set(copied_ids)

    def doubled(phase: Phase) -> Phase:
        held: list[Prescription] = []
        for item in phase.prescriptions:
            held.append(item)
            if item.id in wanted:
                held.append(replace(item, id=new_name()))
        return replace(phase, prescriptions=tuple(held))

    return replace(plan, phases=tuple(doubled(phase) for phase in plan.phases))


def swap_exercise(plan: Plan, prescription_id: str, exercise: Exercise) -> Plan:
    """Return the plan with another exercise in this one's place: its own words and dosage, and of the old one what still fits.

    Side, resistance and range limit stay where the new exercise takes them, the note always. The prescription keeps its id.
    """

    def swapped(held: Prescription) -> Prescription:
        fresh = prescribe(exercise, held.id, plan.affected_side)
        return replace(
            fresh,
            side=held.side if held.side in exercise.sides else fresh.side,
            resistance=held.resistance if held.resistance.kind in exercise.accepts else fresh.resistance,
            range_limit=held.range_limit if held.range_limit and held.range_limit.joint in exercise.motion.working else None,
            note=held.note,
        )

    return change_prescription(plan, prescription_id, swapped)


def set_dosage(plan: Plan, prescription_id: str, dosage: Dosage) -> Plan:
    """Return the plan with another dosage for this prescription."""
    return change_prescription(plan, prescription_id, lambda held: replace(held, dosage=dosage))


def set_side(plan: Plan, prescription_id: str, side: Side | None) -> Plan:
    """Return the plan with another side for this prescription; None is "not set"."""
    return change_prescription(plan, prescription_id, lambda held: replace(held, side=side))


def turn_sides(plan: Plan, wrong: Side, right: Side) -> Plan:
    """Return the plan with every one-legged exercise that is for one side given to the other; for a corrected slip."""

    def turned(held: Prescription) -> Prescription:
        return replace(held, side=right) if is_for(held, wrong) else held

    phases = (replace(phase, prescriptions=tuple(map(turned, phase.prescriptions))) for phase in plan.phases)
    return replace(plan, phases=tuple(phases))


def is_for(held: Prescription, side: Side) -> bool:
    """Return whether this is a one-legged exercise for this side."""
    return held.laterality is Laterality.UNILATERAL and held.side is side


def set_resistance(plan: Plan, prescription_id: str, resistance: Resistance) -> Plan:
    """Return the plan with another resistance for this prescription."""
    return change_prescription(plan, prescription_id, lambda held: replace(held, resistance=resistance))


def set_range_limit(plan: Plan, prescription_id: str, limit: RangeLimit | None) -> Plan:
    """Return the plan with another range limit for this prescription, or none."""
    return change_prescription(plan, prescription_id, lambda held: replace(held, range_limit=limit))


def set_note(plan: Plan, prescription_id: str, note: str) -> Plan:
    """Return the plan with another note for this prescription."""
    return change_prescription(plan, prescription_id, lambda held: replace(held, note=tidy_text(note)))


def set_patient_text(plan: Plan, prescription_id: str, text: PatientText) -> Plan:
    """Return the plan with the exercise in other words for this patient; empty steps fall away."""
    tidied = PatientText(
        name=tidy_line(text.name),
        steps=tuple(step for step in map(tidy_line, text.steps) if step),
        cue=tidy_text(text.cue),
        caution=tidy_text(text.caution),
    )
    return change_prescription(plan, prescription_id, lambda held: replace(held, text=tidied))
