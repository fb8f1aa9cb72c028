"""Suggestions for a visit: what each exercise of the former visit's sheet could do next, for the therapist to take or leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pfss_desktop.domain.adherence import BroughtBack, Sessions, response_of
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.progression.judging import Case, Judgement, NextStep, judge, rule_for
from pfss_desktop.domain.progression.situation import Situation, Surroundings
from pfss_desktop.domain.progression.steps import Step, Variable, steps_down, steps_up
from pfss_desktop.language import _

USUAL_PAIN = "nprs-usual"
"""Id of the measure of usual pain."""
_KEY = "next step"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could be done with one prescription, why, and where that comes from.

    `change` is None where there is nothing to accept: the exercise stays, or no smaller step is known; else `after` is the
    prescription as it would be. `source` is a key of the catalogue's sources, or plain words. Suggestions of the same are equal.
    """

    prescription_id: str
    next_step: NextStep
    reason: str
    source: str
    variable: Variable | None = None
    change: Step | None = field(default=None, compare=False, repr=False)
    after: Prescription | None = None

    def key(self, visit_number: int) -> str:
        """Return the words under which it is put aside at a visit."""
        return f"{_KEY} {visit_number} {self.prescription_id}"


def suggestions(plan: Plan, former: Plan, sheet: BroughtBack | None, around: Surroundings) -> tuple[Suggestion, ...]:
    """Return a suggestion for each exercise that something is known of, in the order of the former visit.

    An exercise that is not in the plan any more, or was changed at this visit already, has none: one change at a time.
    """
    return tuple(_suggestions(plan, former, sheet, around))


def usual_pain(former: Plan) -> Decimal | None:
    """Return the usual pain as it was scored at the former visit, 0 to 10; None where it was not."""
    return next((score.value for score in former.record.scores if score.measure == USUAL_PAIN), None)


def accepted(plan: Plan, chosen: Iterable[Suggestion]) -> Plan:
    """Return the plan with these suggestions carried out; those without a step change nothing. Raises UserError."""
    for suggestion in chosen:
        if suggestion.change is not None:
            plan = suggestion.change.change(plan)
    return plan


def dismissed(plan: Plan, suggestion: Suggestion, visit_number: int) -> Plan:
    """Put a suggestion aside for this visit; what was put aside at former visits is forgotten with it."""
    key = suggestion.key(visit_number)
    others = tuple(held for held in plan.dismissed_checks if held != key and _is_of(held, visit_number))
    return replace(plan, dismissed_checks=(*others, key))


def recalled(plan: Plan, visit_number: int) -> Plan:
    """Look again at all suggestions that were put aside at this visit."""
    others = tuple(key for key in plan.dismissed_checks if not key.startswith(f"{_KEY} {visit_number} "))
    return replace(plan, dismissed_checks=others)


def _is_of(key: str, visit_number: int) -> bool:
    return not key.startswith(f"{_KEY} ") or key.startswith(f"{_KEY} {visit_number} ")


def _suggestions(plan: Plan, former: Plan, sheet: BroughtBack | None, around: Surroundings) -> Iterator[Suggestion]:
    now = {held.id: held for held in plan.prescriptions()}
    taken: set[str] = set()
    for before in former.prescriptions():
        held = now.get(before.id)
        if held is not None and _asks_the_same(held, before):
            case = replace(_case(plan, before, sheet, around), usual_pain=usual_pain(former))
            judgement = judge(case)
            if judgement is not None:
                at = Situation(plan, plan.phase_of(held.id), held, around, frozenset(taken))
                found = _suggestion(case, judgement, at)
                taken |= {found.after.exercise_id} if found.after else set()
                yield found


def _asks_the_same(now: Prescription, before: Prescription) -> bool:
    return (now.exercise_id, now.dosage, now.resistance, now.range_limit) == (
        before.exercise_id,
        before.dosage,
        before.resistance,
        before.range_limit,
    )


def _case(plan: Plan, held: Prescription, sheet: BroughtBack | None, around: Surroundings) -> Case:
    exercise = around.catalogue.get(held.exercise_id)
    category = exercise.category if exercise else None
    response = response_of(held.id, plan.record, sheet)
    sessions = sheet.sessions(held.id, plan.record) if sheet else Sessions(0, response.sessions)
    return Case(held, response, sessions, rule_for(category, plan.pain_rule), category)


def _suggestion(case: Case, judgement: Judgement, at: Situation) -> Suggestion:
    plain = Suggestion(case.held.id, judgement.step, judgement.reason, judgement.source)
    if judgement.step is NextStep.HOLD:
        return plain
    if judgement.step is NextStep.STEP_BACK:
        taken = _first(at, steps_down(at))
        if taken is None:
            ends = _("No smaller step is known: pause it, or choose another exercise.")
            return replace(plain, reason=f"{plain.reason} {ends}")
        return _with(plain, taken)
    steps = list(steps_up(at))
    has_surplus = case.target is None or (case.response.reps_reached or 0) > case.target
    taken = _first(at, (step for step in steps if has_surplus or not step.needs_surplus))
    if taken is not None:
        return _with(plain, taken)
    if steps:
        more = _("Before the load rises, one or two repetitions over the target should be managed.")
        return replace(plain, next_step=NextStep.HOLD, reason=f"{plain.reason} {more}", source="ACSM09")
    ends = _("It is as far as it goes in this phase.")
    return replace(plain, next_step=NextStep.HOLD, reason=f"{plain.reason} {ends}")


def _first(at: Situation, steps: Iterable[Step]) -> tuple[Step, Prescription] | None:
    """Return the first step that can be carried out, and what it makes of the prescription."""
    for step in steps:
        try:
            return step, step.change(at.plan).prescription(at.held.id)
        except OutOfBounds:
            continue
    return None


def _with(suggestion: Suggestion, taken: tuple[Step, Prescription]) -> Suggestion:
    step, after = taken
    return replace(suggestion, variable=step.variable, change=step, after=after)
