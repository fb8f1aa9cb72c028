"""The visit in short hand for the record: what a colleague needs, in the order of a note, without a name."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.visits import OpenPlan, Visit
from pfss_desktop.translations import speaking_language
from pfss_desktop.ui.chart_words import chart_text
from tests.handout.plans_at_hand import plan_of, prescription

JO = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31))
SCREENED = Intake("ICD-10-CM M22.2X1", Irritability.HIGH, RedFlagScreen(date(2026, 11, 1)))
SCORES = VisitRecord((Score("akps", Decimal("78")), Score("nprs", Decimal("4"), Side.RIGHT, "Stairs", "/10")))


def opened(plan: Plan, number: int = 1) -> OpenPlan:
    return OpenPlan(plan, Visit(f"visit-{number}", number, date(2026, 11, 21 + number)), JO)


def lines_of(plan: Plan, former: Plan | None = None) -> list[str]:
    text = chart_text(opened(plan, 2), opened(former) if former else None, ResistanceChoices())
    return text.splitlines()


def test_a_first_visit_reads_from_diagnosis_to_the_last_exercise() -> None:
    plan = plan_of(prescription(), condition="Patellofemoral pain", intake=SCREENED, record=SCORES)
    assert lines_of(plan) == [
        "Patellofemoral pain, right knee (ICD-10-CM M22.2X1)",
        "Visit 2, 23 November 2026",
        "Goal: I want to walk down the stairs to my garden.",
        "Red flags, asked on 1 November 2026: none found",
        "Irritability: high",
        "Scores: AKPS 78; Stairs R 4 /10",
        "Phase 1 of 1: Strengthen (weeks 3–6)",
        "1. Straight leg raise R: 3 × 12; hold 5 s; rest 60 s; 2/day; 5 days/week; about 15 min/day; Cuff 2 lb; 0–45° knee; "
        "Note: Do it on the firm side of the bed.",
    ]


def test_the_patients_name_and_number_are_nowhere() -> None:
    text = chart_text(opened(plan_of(prescription())), None, ResistanceChoices())
    assert "Jo" not in text
    assert "A-17" not in text


def test_what_has_changed_since_the_last_visit_is_told_line_by_line() -> None:
    before = plan_of(prescription(), prescription(2, exercise_id="clam", text=replace(prescription().text, name="Clamshell")))
    harder = prescription(dosage=Dosage(sets=4, reps=RepRange.exactly(12), times_per_day=2, days_per_week=5))
    after = plan_of(harder, prescription(3, exercise_id="squat", text=replace(prescription().text, name="Squat")))
    told = lines_of(after, before)
    assert told[told.index("Since visit 1, 22 November 2026:") :][1:3] == ["- Squat: new", "- Clamshell: stopped"]
    assert "- Straight leg raise: Sets: 3 → 4 (harder); Hold: 5 s → none (easier); Rest: 60 s → none" in told
    assert lines_of(before, before)[-2:] == ["Since visit 1, 22 November 2026:", "- no change"]


def test_what_was_not_asked_is_said_and_red_flags_are_named() -> None:
    assert "Red flags: no screening recorded" in lines_of(plan_of(prescription()))
    found = Intake(red_flags=RedFlagScreen(date(2026, 11, 1), ("night-pain",)))
    assert "Red flags, asked on 1 November 2026: night pain" in lines_of(plan_of(intake=found))
    empty = lines_of(replace(plan_of(), affected_side=None, phases=()))
    assert empty[0] == "Kneecap pain, twelve weeks, side not set"
    assert empty[-1] == "No phase yet"
    assert lines_of(plan_of())[-1] == "no exercises in Strengthen"


def test_a_text_of_many_lines_stays_on_one() -> None:
    told = lines_of(plan_of(prescription(note="one\ntwo\n\nthree")))
    assert told[-1].endswith("Note: one two three")


def test_it_speaks_the_therapists_language() -> None:
    with speaking_language("es"):
        told = lines_of(plan_of(prescription(), intake=SCREENED))
    assert told[1] == "Visita 2, 23 de noviembre de 2026"
    assert "Irritabilidad: alta" in told
