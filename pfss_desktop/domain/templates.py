"""Templates: plans without a patient, to start from."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pfss_desktop.domain.bounds import check_text, tidy_line
from pfss_desktop.domain.edits.phases import copied_phases
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to start from. `summary` and `basis` are for the therapist who chooses it and never become part of a plan."""

    plan: Plan
    summary: str = ""
    basis: str = ""

    def __post_init__(self) -> None:
        check_text("summary", self.summary)
        check_text("basis", self.basis)


def template_from(plan: Plan, title: str, new_name: Callable[[], str] = new_id) -> Plan:
    """Return a plan's phases and pain rule as a template: new ids, no side of this patient's, no goal and no notes.

    A prescription for the affected side is open again, so that the next patient gets it on their own side.
    """
    bare = replace(
        plan,
        id=new_name(),
        title=tidy_line(title),
        affected_side=None,
        goal="",
        current_phase="",
        intake=Intake(),
        dismissed_checks=(),
        record=VisitRecord(),
        phases=copied_phases(plan, None, new_name),
    )

    def opened(held: Prescription) -> Prescription:
        is_own_side = held.laterality is Laterality.UNILATERAL and held.side is plan.affected_side
        return replace(held, note="", side=None if is_own_side else held.side)

    phases = (replace(phase, prescriptions=tuple(map(opened, phase.prescriptions))) for phase in bare.phases)
    return replace(bare, phases=tuple(phases))
