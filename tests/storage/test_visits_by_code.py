"""The code on a brought-back sheet leads to the visit it was printed at."""

from datetime import date

import pytest

from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.visit_code import NotVisitCode, code_of, scanned_text
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN


def test_a_code_finds_the_visit_it_was_printed_at_and_whose_it_is(database: PlanDatabase) -> None:
    database.add_patient(SAMPLE_PATIENT)
    first = database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    second = database.begin_visit(first, date(2026, 3, 23))

    [found] = database.visits_with_code(code_of(first.visit.id))
    assert (found.visit.number, found.visit.issued, found.is_latest) == (1, True, False)
    assert (found.plan_id, found.plan_title, found.patient_name) == ("plan-1", SAMPLE_PLAN.title, SAMPLE_PATIENT.name)
    [open_now] = database.visits_with_code(scanned_text(code_of(second.visit.id)))
    assert (open_now.visit.id, open_now.is_latest) == (second.visit.id, True)


def test_a_code_of_no_plan_and_a_slip_are_told_apart(database: PlanDatabase) -> None:
    opened = database.add_plan(SAMPLE_PLAN, None, DAY)
    code = code_of(opened.visit.id)
    database.remove_plan("plan-1")
    with pytest.raises(NotFound, match="code"):
        database.visits_with_code(code)
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    with pytest.raises(NotVisitCode, match="slip"):
        database.visits_with_code(wrong)


def test_the_database_is_read_by_its_key_only(database: PlanDatabase) -> None:
    opened = database.add_plan(SAMPLE_PLAN, None, DAY)
    said: list[str] = []
    database._transactions.read(lambda reader: reader.connection.driver_connection.set_trace_callback(said.append))
    database.visits_with_code(code_of(opened.visit.id))
    [question] = [line for line in said if line.startswith("SELECT")]
    plan = database._transactions.read(lambda reader: reader.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all())
    assert all("SEARCH" in row[3] or "ORDER BY" in row[3] for row in plan)
