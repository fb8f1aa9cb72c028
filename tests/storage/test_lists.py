"""Lists of plans and patients."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pfss_desktop.domain.edits.phases import remove_phase, rename_plan
from pfss_desktop.domain.library import NotFound, PatientOrder
from pfss_desktop.domain.patient import Patient
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.faults import AlreadyStored
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House


def names(database: PlanDatabase, text: str) -> list[str]:
    return [line.patient.name for line in database.patients(text)]


def test_recent_plans_are_those_saved_last(database: PlanDatabase) -> None:
    opened = [database.add_plan(replace(SAMPLE_PLAN, id=f"plan-{n}"), None, DAY) for n in range(4)]
    assert [line.plan_id for line in database.recent_plans()] == ["plan-3", "plan-2", "plan-1", "plan-0"]
    database.save_plan(opened[1], rename_plan(opened[1].plan, "Renamed"))
    newest = database.recent_plans(limit=2)
    assert [(line.plan_id, line.title) for line in newest] == [("plan-1", "Renamed"), ("plan-3", SAMPLE_PLAN.title)]


def test_a_clock_set_back_does_not_change_what_is_recent(house: House, database: PlanDatabase) -> None:
    for number in (1, 2):
        database.add_plan(replace(SAMPLE_PLAN, id=f"plan-{number}"), None, DAY)
    house.tamper("UPDATE plans SET changed_at = '2031-01-01 00:00:00.000000' WHERE id = 'plan-1'")
    assert [line.plan_id for line in database.recent_plans()] == ["plan-2", "plan-1"]


def test_a_line_says_all_of_a_plan_that_a_list_shows(database: PlanDatabase) -> None:
    started = datetime.now(UTC)
    database.add_patient(SAMPLE_PATIENT)
    database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    [line] = database.plans_of(SAMPLE_PATIENT.id)
    assert [line] == list(database.recent_plans())
    assert (line.plan_id, line.title, line.patient_name) == ("plan-1", SAMPLE_PLAN.title, "Sample Patient")
    assert (line.condition, line.visit_number) == (SAMPLE_PLAN.condition, 1)
    assert (line.phase_count, line.exercise_count) == (2, 5)
    assert started <= line.changed_at <= datetime.now(UTC)


def test_nothing_walks_through_a_whole_table(house: House, database: PlanDatabase) -> None:
    """What keeps the hundred-thousandth plan as quick as the first, asked of SQLite itself instead of a clock."""
    said: list[str] = []
    database._transactions.read(lambda reader: reader.connection.driver_connection.set_trace_callback(said.append))
    database.add_patient(SAMPLE_PATIENT)
    opened = database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    database.change_patient(replace(SAMPLE_PATIENT, name="Renamed Person"))
    database.save_plan(database.assign_patient(opened, None), remove_phase(rename_plan(SAMPLE_PLAN, "Renamed"), "phase-1"))
    database.remove_plan("plan-1")
    database.restore_plan("plan-1")
    database.open_plan("plan-1")
    database.recent_plans()
    database.plans_of(SAMPLE_PATIENT.id)
    database.patients("sam 17.5.1990")
    database.patients("sam", order=PatientOrder.LAST_VISIT)
    database.patient(SAMPLE_PATIENT.id)
    database.archive_patient(SAMPLE_PATIENT.id)
    database.add_patient(Patient("twin", "Twin"))
    database.undo_merge(database.merge_patients(SAMPLE_PATIENT, "twin"))
    database.own_templates()
    statements = [words for words in said if words.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))]
    steps = {step for words in statements for *_, step in house.ask(f"EXPLAIN QUERY PLAN {words}")}
    assert {step for step in steps if "SCAN" in str(step)} == {
        # In the order of the list, and only until it is long enough.
        "SCAN plans USING INDEX ix_plans_change_order",
        "SCAN plans USING INDEX ix_plans_templates",
        "SCAN patients USING INDEX ix_patients_search",
        "SCAN patients USING INDEX ix_patients_last_visit",
    }


def test_patients_are_found_by_every_word_of_name_and_number(database: PlanDatabase) -> None:
    for number, name in enumerate(("Zoë Sample", "adam Sample", "Ünal Önder", "Groß, Petra", "O'Neill-Example, Pat")):
        database.add_patient(Patient(f"patient-{number}", name, f"K-{number}7"))
    assert names(database, "") == ["adam Sample", "Groß, Petra", "O'Neill-Example, Pat", "Ünal Önder", "Zoë Sample"]
    assert names(database, "sam") == ["adam Sample", "Zoë Sample"]
    assert names(database, " SAMPLE  zoe ") == ["Zoë Sample"]
    assert names(database, "unal") == names(database, "ÜNAL") == ["Ünal Önder"]
    assert names(database, "gross") == ["Groß, Petra"]
    assert names(database, "example") == ["O'Neill-Example, Pat"]
    assert names(database, "k-27") == ["Ünal Önder"]
    assert names(database, "sample nobody") == []
    assert names(database, "%") == names(database, "_") == names(database, "'; --") == []


@pytest.mark.parametrize("pasted", ["a\ud800b", "\x00", "nobody " * 20_000, "n" * 100_000, " ".join(map(str, range(3000)))])
def test_whatever_is_pasted_into_the_search_is_only_text(database: PlanDatabase, pasted: str) -> None:
    database.add_patient(SAMPLE_PATIENT)
    assert names(database, pasted) in ([], ["Sample Patient"])
    assert names(database, "sam\x00ple \ud800pat") == ["Sample Patient"]


def test_the_list_of_patients_ends_where_asked_to(database: PlanDatabase) -> None:
    for number in range(5):
        database.add_patient(Patient(f"patient-{number}", f"Sample {number}"))
    assert [line.patient.name for line in database.patients(limit=2)] == ["Sample 0", "Sample 1"]


def test_patients_come_with_the_number_of_their_plans(database: PlanDatabase) -> None:
    database.add_patient(SAMPLE_PATIENT)
    assert [line.plan_count for line in database.patients()] == [0]
    for number in range(3):
        database.add_plan(replace(SAMPLE_PLAN, id=f"plan-{number}"), SAMPLE_PATIENT.id, DAY)
    database.remove_plan("plan-1")
    assert [line.plan_count for line in database.patients()] == [2]


def test_a_patient_is_changed_everywhere(database: PlanDatabase) -> None:
    database.add_patient(SAMPLE_PATIENT)
    database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    renamed = Patient(SAMPLE_PATIENT.id, "Renamed Person", "P-0002")
    database.change_patient(renamed)
    assert database.open_plan("plan-1").patient == renamed
    assert database.recent_plans()[0].patient_name == "Renamed Person"
    assert (names(database, "renamed"), names(database, "sample")) == (["Renamed Person"], [])


def test_a_patient_is_neither_added_twice_nor_changed_when_unknown(database: PlanDatabase) -> None:
    database.add_patient(SAMPLE_PATIENT)
    with pytest.raises(AlreadyStored):
        database.add_patient(replace(SAMPLE_PATIENT, name="Another"))
    with pytest.raises(NotFound):
        database.change_patient(Patient("nobody", "Nobody"))
    assert names(database, "") == ["Sample Patient"]
