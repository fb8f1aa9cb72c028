"""Scores of all visits, read at once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.scores import set_score
from pfss_desktop.domain.record import Score
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN


def test_every_visit_comes_with_its_scores_and_its_phase(database: PlanDatabase) -> None:
    first = (Score("nprs-worst", Decimal(7)), Score("free", Decimal("130.5"), Side.LEFT, "Knee bend", "°"))
    opened = database.add_plan(SAMPLE_PLAN, None, DAY)
    opened = database.save_plan(opened, set_score(set_score(opened.plan, first[0]), first[1]))
    opened = database.begin_visit(opened, DAY + timedelta(days=14))
    second = set_score(replace(opened.plan, current_phase=""), Score("nprs-worst", Decimal(4)))
    database.save_plan(opened, second)
    history = database.scores_of_plan(SAMPLE_PLAN.id)
    assert [held.visit.number for held in history] == [1, 2]
    assert [held.visit.issued for held in history] == [True, False]
    assert [held.phase for held in history] == ["Strengthen", "Calm and activate"]
    assert history[0].scores == first
    assert history[1].scores == (Score("nprs-worst", Decimal(4)),)


def test_a_visit_without_scores_is_in_the_history_too(database: PlanDatabase) -> None:
    database.add_plan(replace(SAMPLE_PLAN, phases=(), current_phase=""), None, DAY)
    [visit] = database.scores_of_plan(SAMPLE_PLAN.id)
    assert (visit.scores, visit.phase) == ((), "")


def test_a_patients_plans_come_by_date_and_removed_ones_stay_away(database: PlanDatabase) -> None:
    database.add_patient(SAMPLE_PATIENT)
    for plan_id, days in (("late", 30), ("early", 0), ("gone", 10)):
        database.add_plan(replace(SAMPLE_PLAN, id=plan_id), SAMPLE_PATIENT.id, DAY + timedelta(days=days))
    database.add_plan(replace(SAMPLE_PLAN, id="other"), None, DAY)
    database.remove_plan("gone")
    assert [held.plan_id for held in database.scores_of_patient(SAMPLE_PATIENT.id)] == ["early", "late"]
    assert database.scores_of_plan("gone") == []
    assert database.scores_of_patient("nobody") == []
