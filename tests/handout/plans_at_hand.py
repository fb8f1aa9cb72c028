"""Plans to print: small ones with everything in them, and long ones."""

from datetime import date
from decimal import Decimal
from typing import Any

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.plan import Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.handout.request import HandoutRequest, Letterhead

LETTERHEAD = Letterhead("Harbour Street Physiotherapy", "Jonas Lindqvist, PT", "020 7946 0018")
ON = date(2026, 11, 22)
TWO_POUNDS = CuffWeight(Mass(Decimal("2"), MassUnit.POUND))


def prescription(number: int = 1, **changed: Any) -> Prescription:
    """A straight leg raise with everything filled in, unless changed."""
    fields: dict[str, Any] = {
        "id": f"rx-{number}",
        "exercise_id": "straight-leg-raise",
        "text": PatientText(
            name="Straight leg raise",
            steps=(
                "Lie on your back. Bend your other knee.",
                "Tighten your thigh and lock the knee.",
                "Lift the leg to the height of the other knee.",
                "Hold, then lower slowly.",
            ),
            cue="Tighten first, then lift.",
            caution="Keep your back flat.",
        ),
        "dosage": Dosage(sets=3, reps=RepRange.exactly(12), hold_seconds=5, rest_seconds=60, times_per_day=2, days_per_week=5),
        "laterality": Laterality.UNILATERAL,
        "side": Side.RIGHT,
        "resistance": TWO_POUNDS,
        "range_limit": RangeLimit(Joint.KNEE_FLEXION, 0, 45),
        "note": "Do it on the firm side of the bed.",
        "equipment": ("mat",),
    }
    return Prescription(**(fields | changed))


def plan_of(*prescriptions: Prescription, **changed: Any) -> Plan:
    """A plan with one phase that holds these."""
    phase = Phase(
        "phase-1",
        "Strengthen",
        goal="Get the thigh strong again.",
        weeks=Weeks(3, 6),
        criteria=("You can do 3 sets of 12.", "You can walk for 30 minutes without a limp."),
        prescriptions=prescriptions,
    )
    fields: dict[str, Any] = {
        "id": "3f2a9c1e77aa",
        "title": "Kneecap pain, twelve weeks",
        "affected_side": Side.RIGHT,
        "goal": "I want to walk down the stairs to my garden.",
        "phases": (phase,),
    }
    return Plan(**(fields | changed))


def plan_of_phases(*counts: int) -> Plan:
    """A plan of phases with so many exercises each, numbered through: "Exercise 1", "Exercise 2"."""
    phases = []
    number = 0
    for index, count in enumerate(counts, 1):
        held = tuple(prescription(number + at, text=_numbered(number + at)) for at in range(1, count + 1))
        number += count
        phases.append(Phase(f"phase-{index}", f"Stage {index}", weeks=Weeks(index, index + 2), prescriptions=held))
    return Plan("3f2a9c1e77aa", "Twelve weeks", affected_side=Side.RIGHT, phases=tuple(phases))


def request_for(plan: Plan, **changed: Any) -> HandoutRequest:
    """A request for Margaret O'Neill's second visit."""
    fields: dict[str, Any] = {
        "plan": plan,
        "on": ON,
        "patient_name": "Margaret O'Neill",
        "visit_number": 2,
        "letterhead": LETTERHEAD,
    }
    return HandoutRequest(**(fields | changed))


def _numbered(number: int) -> PatientText:
    return PatientText(f"Exercise {number}", (f"First step of {number}.", f"Last step of {number}."), f"Cue of {number}.")
