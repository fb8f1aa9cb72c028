"""Beginning a visit, what becomes of the former one, and looking at it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import remove_exercises, set_dosage, set_note
from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.library import NotFound, SaveConflict
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.faults import VisitIssued
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House
from tests.strategies import plans

NEXT_DAY = date(2026, 3, 23)


@pytest.fixture
def opened(database: PlanDatabase) -> OpenPlan:
    database.add_patient(SAMPLE_PATIENT)
    return database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)


def test_a_new_visit_starts_with_what_the_former_held(database: PlanDatabase, opened: OpenPlan) -> None:
    begun = database.begin_visit(opened, NEXT_DAY)
    assert (begun.visit.number, begun.visit.on, begun.visit.issued) == (2, NEXT_DAY, False)
    assert (begun.plan, begun.patient, begun.saved_count) == (SAMPLE_PLAN, SAMPLE_PATIENT, 2)
    assert database.open_plan("plan-1") == begun
    assert [line.visit_number for line in database.recent_plans()] == [2]


def test_every_row_is_copied_as_it_stands(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    begun = database.begin_visit(opened, NEXT_DAY)
    for table, own in (("phases", "visit_id"), ("prescriptions", "visit_id"), ("visits", "id")):
        names = [str(row[1]) for row in house.ask(f"PRAGMA table_info({table})")]
        same = ", ".join(name for name in names if name not in (own, "number", "date", "issued_at"))
        halves = [
            house.ask(f"SELECT {same} FROM {table} WHERE {own} = '{visit.visit.id}' ORDER BY 1") for visit in (opened, begun)
        ]
        assert halves[0] == halves[1]
        assert halves[0]


def test_a_former_visit_is_kept_as_it_was_whatever_the_next_one_becomes(
    house: House, database: PlanDatabase, opened: OpenPlan
) -> None:
    before = house.ask(f"SELECT * FROM prescriptions WHERE visit_id = '{opened.visit.id}' ORDER BY id")
    begun = database.begin_visit(opened, NEXT_DAY)
    harder = set_dosage(begun.plan, "given-3", Dosage(4, RepRange.exactly(9)))
    saved = database.save_plan(begun, remove_exercises(rename_plan(harder, "Second"), ["given-1"]))
    assert house.ask(f"SELECT * FROM prescriptions WHERE visit_id = '{opened.visit.id}' ORDER BY id") == before
    former = database.open_visit(opened.visit.id)
    assert (former.plan, former.visit.number, former.visit.issued) == (SAMPLE_PLAN, 1, True)
    assert former.patient == SAMPLE_PATIENT
    assert database.open_visit(begun.visit.id) == saved == database.open_plan("plan-1")


def test_a_former_visit_refuses_to_be_written(database: PlanDatabase, opened: OpenPlan) -> None:
    begun = database.begin_visit(opened, NEXT_DAY)
    former = database.open_visit(opened.visit.id)
    with pytest.raises(VisitIssued):
        database.save_plan(former, set_note(former.plan, "given-1", "too late"))
    with pytest.raises(SaveConflict):
        database.begin_visit(former, NEXT_DAY)
    assert database.open_plan("plan-1") == begun
    assert database.open_visit(opened.visit.id) == former


def test_the_window_that_was_open_before_a_new_visit_is_refused(database: PlanDatabase, opened: OpenPlan) -> None:
    begun = database.begin_visit(opened, NEXT_DAY)
    with pytest.raises(SaveConflict):
        database.save_plan(opened, rename_plan(opened.plan, "Typed in a second window"))
    with pytest.raises(SaveConflict):
        database.begin_visit(opened, NEXT_DAY)
    assert database.open_plan("plan-1") == begun
    assert len(database.visits("plan-1")) == 2


def test_a_window_that_saved_since_is_not_passed_over_by_a_new_visit(database: PlanDatabase, opened: OpenPlan) -> None:
    saved = database.save_plan(opened, rename_plan(opened.plan, "Saved elsewhere"))
    with pytest.raises(SaveConflict):
        database.begin_visit(opened, NEXT_DAY)
    assert database.open_plan("plan-1") == saved


def test_visits_are_listed_from_the_latest_with_their_exercises(database: PlanDatabase, opened: OpenPlan) -> None:
    begun = database.begin_visit(opened, NEXT_DAY)
    database.save_plan(begun, remove_exercises(begun.plan, ["given-1", "given-2"]))
    listed = [(line.visit.number, line.visit.on, line.visit.issued, line.exercise_count) for line in database.visits("plan-1")]
    assert listed == [(2, NEXT_DAY, False, 3), (1, DAY, True, 5)]


def test_a_visit_begins_also_after_one_that_was_issued_already(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    house.tamper("UPDATE visits SET issued_at = '2026-03-09 12:00:00.000000'")
    begun = database.begin_visit(database.open_plan("plan-1"), NEXT_DAY)
    assert (begun.visit.number, begun.visit.issued, begun.plan) == (2, False, SAMPLE_PLAN)
    assert house.ask("SELECT issued_at FROM visits ORDER BY number") == [("2026-03-09 12:00:00.000000",), (None,)]


def test_a_patient_given_at_the_second_visit_is_the_plans(database: PlanDatabase, opened: OpenPlan) -> None:
    other = Patient("patient-2", "Example Person")
    database.add_patient(other)
    begun = database.assign_patient(database.begin_visit(opened, NEXT_DAY), other.id)
    assert database.open_visit(opened.visit.id).patient == database.open_visit(begun.visit.id).patient == other


def test_what_is_not_there_is_neither_listed_nor_opened_nor_begun(database: PlanDatabase, opened: OpenPlan) -> None:
    never = replace(opened, plan=replace(SAMPLE_PLAN, id="never"))
    for ask in (
        lambda: database.visits("never"),
        lambda: database.open_visit("never"),
        lambda: database.begin_visit(never, NEXT_DAY),
    ):
        with pytest.raises(NotFound):
            ask()
    database.remove_plan("plan-1")
    with pytest.raises(NotFound):
        database.visits("plan-1")
    with pytest.raises(NotFound):
        database.open_visit(opened.visit.id)


def test_a_template_has_no_visits_to_begin(database: PlanDatabase) -> None:
    database.add_template(SAMPLE_PLAN)
    with pytest.raises(ValueError, match="template"):
        database.begin_visit(database.open_plan("plan-1"), NEXT_DAY)


def test_a_new_visit_writes_as_many_statements_however_long_the_plan(database: PlanDatabase, opened: OpenPlan) -> None:
    said: list[str] = []
    database._transactions.read(lambda reader: reader.connection.driver_connection.set_trace_callback(said.append))
    said.clear()
    database.begin_visit(opened, NEXT_DAY)
    assert (said[0], said[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert len(said) == 8


@settings(max_examples=25)
@given(plan=plans("plan-any", whole=True))
def test_any_plan_goes_on_as_it_is(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> None:
    with House(tmp_path_factory.mktemp("any")).opened() as database:
        first = database.add_plan(plan, None, DAY)
        begun = database.begin_visit(first, NEXT_DAY)
        assert database.open_visit(first.visit.id).plan == plan
        assert database.open_plan(plan.id).plan == begun.plan == set_record(plan, VisitRecord())
