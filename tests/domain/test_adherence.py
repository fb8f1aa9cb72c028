"""The diary that came back, keyed in: what was done of what was prescribed, and how much it hurt lately."""

from dataclasses import replace
from datetime import date, timedelta

from pfss_desktop.domain.adherence import RECENT_DAYS, Sessions, brought_back, recent_worst, response_of
from pfss_desktop.domain.edits.records import fill_diary, fill_row, set_day_pain, set_met, set_response, set_times
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import DiaryDay, MetCriterion, Quality, Response, VisitRecord
from tests.pictures import planned

FIRST = date(2026, 3, 2)


def former() -> Plan:
    """Make a plan whose present phase has an exercise for every day and one for three days a week."""
    plan = planned("Calm\n  quad set\n  clamshell\nStrength\n  squat")
    seldom = plan.prescription("clamshell")
    seldom = replace(seldom, dosage=replace(seldom.dosage, days_per_week=3))
    first = replace(plan.phases[0], prescriptions=(plan.prescription("quad-set"), seldom))
    return replace(plan, phases=(first, plan.phases[1]))


def test_the_sheet_is_that_of_the_former_phase_and_counts_the_days_that_have_passed() -> None:
    sheet = brought_back(former(), FIRST, FIRST + timedelta(7))
    assert sheet is not None
    assert [row.prescription_id for row in sheet.grid.rows] == ["quad-set", "clamshell"]
    assert (len(sheet.grid.columns), sheet.days) == (14, 7)
    assert sheet.sessions("quad-set", VisitRecord()) == Sessions(7, None)
    assert sheet.sessions("clamshell", VisitRecord()) == Sessions(3, None)
    for later in (0, 15, 60):
        late = brought_back(former(), FIRST, FIRST + timedelta(later))
        assert late is not None
        assert late.days == 14


def test_a_phase_without_exercises_brings_no_sheet_back() -> None:
    assert brought_back(planned("Calm"), FIRST, FIRST) is None
    assert brought_back(Plan("plan", "Knee plan"), FIRST, FIRST) is None


def test_misses_are_keyed_in_and_the_rest_is_filled_as_prescribed() -> None:
    plan, sheet = former(), brought_back(former(), FIRST, FIRST + timedelta(14))
    assert sheet is not None
    plan = set_times(plan, "quad-set", 3, 0)
    plan = set_times(plan, "quad-set", 4, 2)
    plan = fill_row(plan, sheet.grid.rows[0], sheet.days)
    assert sheet.sessions("quad-set", plan.record) == Sessions(14, 14)
    plan = set_times(plan, "quad-set", 4, None)
    assert sheet.sessions("quad-set", plan.record) == Sessions(14, 12)
    assert sheet.sessions("clamshell", plan.record) == Sessions(6, None)
    assert sheet.all_sessions(plan.record) == Sessions(14, 12)
    plan = fill_diary(plan, sheet.grid, sheet.days)
    assert sheet.all_sessions(plan.record) == Sessions(20, 19)
    assert sheet.all_sessions(plan.record).share == 19 / 20
    assert fill_diary(plan, sheet.grid, sheet.days) is plan


def test_only_days_that_have_passed_are_filled() -> None:
    sheet = brought_back(former(), FIRST, FIRST + timedelta(5))
    assert sheet is not None
    plan = fill_diary(former(), sheet.grid, sheet.days)
    assert {entry.day for entry in plan.record.diary_entries} == {1, 2, 3, 4, 5}
    assert sheet.all_sessions(plan.record) == Sessions(8, 8)


def test_a_number_that_the_patient_names_counts_before_the_diary() -> None:
    sheet = brought_back(former(), FIRST, FIRST + timedelta(14))
    assert sheet is not None
    plan = set_times(former(), "clamshell", 1, 1)
    plan = set_response(plan, Response("clamshell", sessions=5))
    assert sheet.sessions("clamshell", plan.record) == Sessions(6, 5)
    assert set_response(plan, Response("clamshell")).record.responses == ()


def test_an_answer_for_one_exercise_counts_before_the_pain_of_the_day() -> None:
    sheet = brought_back(former(), FIRST, FIRST + timedelta(14))
    plan = set_day_pain(former(), DiaryDay(2, 4, 2))
    plan = set_day_pain(plan, DiaryDay(1, 1))
    plan = set_response(plan, Response("clamshell", quality=Quality.GOOD, pain_during=0))
    assert response_of("clamshell", plan.record, sheet) == Response("clamshell", None, Quality.GOOD, 0, 2)
    assert response_of("quad-set", plan.record, sheet) == Response("quad-set", None, None, 4, 2)
    assert response_of("squat", plan.record, sheet) == Response("squat")
    assert [day.day for day in plan.record.diary_days] == [1, 2]
    assert set_day_pain(plan, DiaryDay(2)).record.diary_days == (DiaryDay(1, 1),)


def test_pain_of_long_ago_has_settled() -> None:
    days = (DiaryDay(1, 9, 8), *(DiaryDay(day, 2) for day in range(2, 2 + RECENT_DAYS)))
    assert recent_worst(VisitRecord(diary_days=days)) == (2, 8)
    assert recent_worst(VisitRecord()) == (None, None)


def test_a_criterion_is_met_and_not_met_again() -> None:
    plan = set_met(set_met(former(), "Calm", "No swelling", is_met=True), "Calm", "No swelling", is_met=True)
    assert plan.record.met_criteria == (MetCriterion("Calm", "No swelling"),)
    assert not set_met(plan, "Calm", "No swelling", is_met=False).record
