"""A plan for one patient becomes the start of a plan for another: what is the first one's own stays behind."""

from collections.abc import Callable
from dataclasses import replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import tidy_line
from pfss_desktop.domain.edits.phases import copied_phases
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord


def copied_for(
    plan: Plan,
    title: str,
    affected_side: Side | None,
    usual_text: Callable[[str], PatientText | None],
    *,
    keeps_wording: bool = False,
    new_name: Callable[[], str] = new_id,
) -> Plan:
    """Return a plan as a start for another patient with this affected side (None while it is not known), under new ids.

    Goal, intake, record, current phase, notes and checks put aside stay behind. So does the wording of exercises that was changed
    for the first patient, unless the therapist keeps it: `usual_text` gives an exercise's own text by its id, None where the
    catalogue has no such exercise any more; then the text that is there stays. Sides are settled by `_settled_side`.
    """

    def copied(held: Prescription) -> Prescription:
        text = held.text if keeps_wording else usual_text(held.exercise_id) or held.text
        return replace(held, note="", text=text, side=_settled_side(held, plan.affected_side, affected_side))

    phases = copied_phases(plan, None, new_name)
    return replace(
        plan,
        id=new_name(),
        title=tidy_line(title),
        affected_side=affected_side,
        goal="",
        current_phase="",
        intake=Intake(),
        dismissed_checks=(),
        record=VisitRecord(),
        phases=tuple(replace(phase, prescriptions=tuple(map(copied, phase.prescriptions))) for phase in phases),
    )


def _settled_side(held: Prescription, former: Side | None, affected: Side | None) -> Side | None:
    """Return the side of a copy: the affected side becomes the other patient's, or open while that is not known.

    A one-legged exercise for the leg that was not affected is left open, to be pointed out and asked for: whether the other
    patient needs it, and on which leg, nobody can tell from here.
    """
    if held.laterality is not Laterality.UNILATERAL:
        return held.side
    if held.side is None or held.side is former:
        return affected
    return None if held.side in (Side.LEFT, Side.RIGHT) else held.side
