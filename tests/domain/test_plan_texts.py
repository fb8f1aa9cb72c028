"""A plan in other words is the same plan: only what the patient reads changes."""

from hypothesis import given

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.plan_texts import texts_lacking, with_texts
from pfss_desktop.domain.prescription import Prescription
from tests.strategies import plans

QUAD_SET = Prescription(
    "one",
    "quad-set",
    PatientText("Quad set", ("Sit.", "Tighten."), "Slowly", "Stop at pain"),
    Dosage(reps=RepRange(10, 10)),
    note="Sit.",
    equipment=("towel",),
)
PLAN = Plan(
    "plan",
    "My plan",
    "Knee",
    goal="Stairs",
    phases=(Phase("first", "Calm", "Rest", criteria=("No pain",), prescriptions=(QUAD_SET,)),),
)


def test_every_text_for_the_patient_is_said_anew() -> None:
    said = with_texts(PLAN, str.upper)
    phase, held = said.phases[0], said.phases[0].prescriptions[0]
    assert (said.title, said.condition, said.goal) == ("MY PLAN", "KNEE", "STAIRS")
    assert (phase.name, phase.goal, phase.criteria) == ("CALM", "REST", ("NO PAIN",))
    assert held.text == PatientText("QUAD SET", ("SIT.", "TIGHTEN."), "SLOWLY", "STOP AT PAIN")
    assert held.note == "SIT."


@given(plans())
def test_nothing_else_changes(plan: Plan) -> None:
    assert with_texts(plan, str) == plan
    said = with_texts(plan, lambda text: f"{text[:50]}!" if text else text)
    assert [(held.id, held.dosage, held.side, held.resistance, held.range_limit) for held in said.prescriptions()] == [
        (held.id, held.dosage, held.side, held.resistance, held.range_limit) for held in plan.prescriptions()
    ]


def test_what_is_not_at_hand_is_listed_once_in_the_order_of_the_plan() -> None:
    assert texts_lacking(PLAN, {"Calm", "Rest", "No pain", "Quad set", "Slowly", "towel"}.__contains__) == (
        "Sit.",
        "Tighten.",
        "Stop at pain",
    )
    assert texts_lacking(PLAN, lambda _text: True) == ()
