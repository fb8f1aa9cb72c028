"""Adding, opening, saving, giving away and putting away plans and templates."""

from dataclasses import replace

import pytest

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.phases import move_phase, remove_phase, rename_plan
from pfss_desktop.domain.edits.prescriptions import move_exercises, set_dosage, set_note
from pfss_desktop.domain.library import NotFound, SaveConflict
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.faults import AlreadyStored, VisitIssued
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House

TWIN = replace(SAMPLE_PLAN, id="plan-2", title="Runner's knee, left", affected_side=Side.LEFT)


@pytest.fixture
def opened(database: PlanDatabase) -> OpenPlan:
    database.add_patient(SAMPLE_PATIENT)
    return database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)


def test_a_new_plan_is_opened_with_its_first_visit_and_its_patient(database: PlanDatabase, opened: OpenPlan) -> None:
    assert (opened.visit.number, opened.visit.on, opened.visit.issued) == (1, DAY, False)
    assert (opened.patient, opened.is_template, opened.saved_count) == (SAMPLE_PATIENT, False, 1)
    assert database.open_plan("plan-1") == opened


def test_two_plans_may_have_phases_and_prescriptions_of_the_same_name(database: PlanDatabase, opened: OpenPlan) -> None:
    twin = database.add_plan(TWIN, None, DAY)
    database.save_plan(twin, set_note(twin.plan, "given-1", "on the left"))
    assert database.open_plan("plan-1") == opened


def test_a_plan_is_not_added_twice(database: PlanDatabase, opened: OpenPlan) -> None:
    with pytest.raises(AlreadyStored):
        database.add_plan(replace(SAMPLE_PLAN, title="Another"), None, DAY)
    assert database.open_plan("plan-1") == opened


def test_a_plan_for_an_unknown_patient_is_not_added(database: PlanDatabase) -> None:
    with pytest.raises(NotFound):
        database.add_plan(SAMPLE_PLAN, "nobody", DAY)
    with pytest.raises(NotFound):
        database.open_plan("plan-1")


def test_saving_a_plan_writes_only_the_rows_that_differ(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    before = house.ask("SELECT * FROM prescriptions ORDER BY id")
    database.save_plan(opened, set_dosage(opened.plan, "given-3", Dosage(4, RepRange.exactly(9))))
    after = house.ask("SELECT * FROM prescriptions ORDER BY id")
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False, True, True]


def test_saving_without_a_difference_writes_nothing(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    before = house.fingerprint()
    again = database.save_plan(opened, replace(opened.plan))
    assert house.fingerprint() == before
    assert again == opened


def test_a_new_order_of_phases_and_exercises_is_kept(database: PlanDatabase, opened: OpenPlan) -> None:
    turned = move_exercises(move_phase(opened.plan, "phase-2", 0), ["given-5"], "phase-2", 0)
    database.save_plan(opened, turned)
    kept = [(phase.id, [held.id for held in phase.prescriptions]) for phase in database.open_plan("plan-1").plan.phases]
    assert kept == [("phase-2", ["given-5", "given-3", "given-4"]), ("phase-1", ["given-1", "given-2"])]


def test_a_save_takes_its_turn_at_the_start_and_a_look_takes_none(database: PlanDatabase, opened: OpenPlan) -> None:
    said: list[str] = []
    database._transactions.read(lambda reader: reader.connection.driver_connection.set_trace_callback(said.append))
    said.clear()
    database.open_plan("plan-1")
    looked = list(said)
    said.clear()
    database.save_plan(opened, rename_plan(opened.plan, "Saved"))
    assert (looked[0], said[0], said[-1]) == ("BEGIN", "BEGIN IMMEDIATE", "COMMIT")
    assert [words for words in looked if not words.lstrip().startswith(("BEGIN", "SELECT", "COMMIT"))] == []
    assert sum(words.lstrip().startswith(("INSERT", "UPDATE", "DELETE")) for words in said) == 2


def test_an_exercise_survives_the_removal_of_the_phase_it_was_moved_out_of(database: PlanDatabase, opened: OpenPlan) -> None:
    rest = remove_phase(move_exercises(opened.plan, ["given-1"], "phase-2", 1), "phase-1")
    database.save_plan(opened, rest)
    kept = database.open_plan("plan-1").plan
    assert [held.id for held in kept.phases[0].prescriptions] == ["given-3", "given-1", "given-4", "given-5"]


def test_of_two_windows_the_second_to_save_is_refused(database: PlanDatabase, opened: OpenPlan) -> None:
    second = database.open_plan("plan-1")
    saved = database.save_plan(opened, rename_plan(opened.plan, "First"))
    with pytest.raises(SaveConflict):
        database.save_plan(second, rename_plan(second.plan, "Second"))
    with pytest.raises(SaveConflict):
        database.assign_patient(second, None)
    assert database.open_plan("plan-1") == saved


def test_the_second_window_is_refused_also_where_its_phase_is_gone(database: PlanDatabase, opened: OpenPlan) -> None:
    second = database.open_plan("plan-1")
    saved = database.save_plan(opened, remove_phase(opened.plan, "phase-1"))
    with pytest.raises(SaveConflict):
        database.save_plan(second, move_exercises(second.plan, ["given-5"], "phase-1"))
    assert database.open_plan("plan-1") == saved


def test_an_issued_visit_is_never_written_again(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    house.tamper("UPDATE visits SET issued_at = '2026-03-09 12:00:00.000000'")
    with pytest.raises(VisitIssued):
        database.save_plan(opened, rename_plan(opened.plan, "Changed in a window opened before"))
    issued = database.open_plan("plan-1")
    assert issued.visit.issued
    with pytest.raises(VisitIssued):
        database.save_plan(issued, rename_plan(issued.plan, "Changed in a window opened after"))
    assert database.open_plan("plan-1").plan == SAMPLE_PLAN
    assert database.assign_patient(issued, None).patient is None


def test_a_plan_that_is_not_there_is_neither_opened_nor_saved(database: PlanDatabase, opened: OpenPlan) -> None:
    never = replace(opened, plan=replace(SAMPLE_PLAN, id="never"))
    for ask in (
        lambda: database.open_plan("never"),
        lambda: database.save_plan(never, rename_plan(never.plan, "Any")),
        lambda: database.assign_patient(never, None),
        lambda: database.remove_plan("never"),
        lambda: database.restore_plan("never"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_plan_is_given_to_another_patient_and_to_none(database: PlanDatabase, opened: OpenPlan) -> None:
    other = Patient("patient-2", "Example Person")
    database.add_patient(other)
    given = database.assign_patient(opened, other.id)
    assert (given.patient, given.saved_count) == (other, 2)
    with pytest.raises(NotFound):
        database.assign_patient(given, "nobody")
    assert database.open_plan("plan-1") == given
    assert database.assign_patient(given, None).patient is None
    assert database.open_plan("plan-1").patient is None


def test_a_removed_plan_is_hidden_whole_and_comes_back_whole(house: House, database: PlanDatabase, opened: OpenPlan) -> None:
    rows = house.ask("SELECT * FROM prescriptions ORDER BY id")
    database.remove_plan("plan-1")
    database.remove_plan("plan-1")
    assert (database.recent_plans(), database.plans_of("patient-1")) == ([], [])
    assert house.ask("SELECT * FROM prescriptions ORDER BY id") == rows
    database.restore_plan("plan-1")
    assert database.open_plan("plan-1") == opened
    assert [line.plan_id for line in database.recent_plans()] == ["plan-1"]


def test_what_was_typed_while_the_plan_was_put_away_is_kept(database: PlanDatabase, opened: OpenPlan) -> None:
    database.remove_plan("plan-1")
    saved = database.save_plan(opened, rename_plan(opened.plan, "Typed just before"))
    database.restore_plan("plan-1")
    assert database.open_plan("plan-1") == saved


def test_own_templates_are_listed_by_title_and_opened_like_plans(database: PlanDatabase) -> None:
    for name, title in (("t-1", "late rehab"), ("t-2", "Early rehab"), ("t-3", "Return to running")):
        database.add_template(replace(SAMPLE_PLAN, id=name, title=title))
    listed = [
        (line.template_id, line.title, line.is_own, line.phase_count, line.exercise_count) for line in database.own_templates()
    ]
    assert listed == [
        ("t-2", "Early rehab", True, 2, 5),
        ("t-1", "late rehab", True, 2, 5),
        ("t-3", "Return to running", True, 2, 5),
    ]
    template = database.open_plan("t-1")
    assert (template.is_template, template.patient, template.plan.phases) == (True, None, SAMPLE_PLAN.phases)
    with pytest.raises(ValueError, match="template"):
        database.assign_patient(template, None)


def test_a_template_is_saved_and_put_away_like_a_plan(database: PlanDatabase) -> None:
    database.add_template(SAMPLE_PLAN)
    template = database.open_plan("plan-1")
    database.save_plan(template, rename_plan(template.plan, "Renamed"))
    assert [line.title for line in database.own_templates()] == ["Renamed"]
    database.remove_plan("plan-1")
    assert database.own_templates() == []
    database.restore_plan("plan-1")
    assert [line.title for line in database.own_templates()] == ["Renamed"]
    assert database.recent_plans() == []
