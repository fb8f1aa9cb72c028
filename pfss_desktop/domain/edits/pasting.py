"""Edits that put copies from this plan or from another one into a plan: fresh ids, and nobody else's side or note."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.phases import add_phase
from pfss_desktop.domain.edits.prescriptions import add_exercises
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription

_ONE_LEG = (Side.LEFT, Side.RIGHT)


def paste_exercises(
    plan: Plan,
    phase_id: str,
    copied: Iterable[Prescription],
    index: int | None = None,
    *,
    is_own: bool = True,
    new_name: Callable[[], str] = new_id,
) -> Plan:
    """Return the plan with copies of prescriptions in a phase before `index`, at its end by default.

    `is_own` says that they come from this very plan and stay as they are; others are settled by `settled_here`. Raises
    UnknownPart, or OutOfBounds where the phase would hold too many.
    """
    copies = [replace(held if is_own else settled_here(held, plan.affected_side), id=new_name()) for held in copied]
    return add_exercises(plan, phase_id, copies, index)


def paste_phases(
    plan: Plan,
    copied: Iterable[Phase],
    index: int | None = None,
    *,
    is_own: bool = True,
    new_name: Callable[[], str] = new_id,
) -> Plan:
    """Return the plan with copies of phases before `index`, at the end by default; prescriptions as in `paste_exercises`."""
    at = len(plan.phases) if index is None else index
    for phase in copied:
        held = tuple(
            replace(item if is_own else settled_here(item, plan.affected_side), id=new_name()) for item in phase.prescriptions
        )
        plan = add_phase(plan, replace(phase, id=new_name(), prescriptions=held), at)
        at += 1
    return plan


def settled_here(held: Prescription, affected_side: Side | None) -> Prescription:
    """Return a prescription of another plan as it may stand in a plan with this affected side.

    Its note is left behind, as it may speak of another patient. The side of a one-legged exercise that is not the affected one
    is left open, so that it is pointed out and asked for: kept, it would be printed for the wrong leg by a glance too few. An
    open side becomes the affected one, as with templates.
    """
    if held.laterality is not Laterality.UNILATERAL:
        return replace(held, note="")
    if held.side is None:
        return replace(held, note="", side=affected_side)
    is_doubtful = held.side in _ONE_LEG and held.side is not affected_side
    return replace(held, note="", side=None if is_doubtful else held.side)
