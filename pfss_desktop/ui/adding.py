"""From the catalogue into the plan: what a drop, a double click and Enter have in common."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.phases import add_phase, replace_phases
from pfss_desktop.domain.edits.prescriptions import add_exercises
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import prescribe
from pfss_desktop.domain.resistance_steps import from_what_is_on_hand
from pfss_desktop.language import marked, ngettext, translated


def add_from_catalogue(
    plan: Plan,
    catalogue: Catalogue,
    exercise_ids: Sequence[str],
    phase_id: str = "",
    place: int | None = None,
    *,
    on_hand: OnHand,
    change: Callable[[Plan, Sequence[str]], Plan] = lambda plan, _ids: plan,
) -> tuple[str, Plan]:
    """Return the edit's text and the plan with these exercises prescribed by the catalogue's defaults.

    Without a phase id they go to the phase the patient is in; a plan without phases gets its first one. A usual band that is not
    on hand gives way to the nearest that is. `change` then makes of the new prescriptions, by their ids, what else is wanted.
    """
    found = [exercise for exercise in map(catalogue.get, exercise_ids) if exercise is not None]
    usual = (prescribe(exercise, new_id(), plan.affected_side) for exercise in found)
    added = [replace(held, resistance=from_what_is_on_hand(held.resistance, on_hand)) for held in usual]
    text = ngettext("Add {name}", "Add {count} exercises", len(added)).format(
        name=translated(added[0].text.name) if added else "", count=len(added)
    )
    if not phase_id:
        now = plan.phase_now()
        phase_id = now.id if now else new_id()
        if now is None:
            plan = add_phase(plan, Phase(phase_id, next_phase_name(plan)))
    plan = add_exercises(plan, phase_id, added, place)
    return text, change(plan, [held.id for held in added])


def new_plan(template: Plan | None = None) -> Plan:
    """Return a new plan: with the template's phases where one is given, else with one empty phase."""
    # Kept in English like all texts of the catalogue, and so shown and printed in whatever language is read.
    condition = (template.condition if template else "") or marked("Patellofemoral pain")
    plan = Plan(new_id(), marked("Knee exercise plan"), condition)
    if template is not None:
        return replace_phases(plan, template)
    return add_phase(plan, Phase(new_id(), next_phase_name(plan)))


def next_phase_name(plan: Plan) -> str:
    """Return the name a new phase starts with, in English like all that a plan keeps."""
    return marked("Phase {number}").format(number=len(plan.phases) + 1)
