"""Patients archived, merged and taken back: nothing is erased, and what is undone is as it was, row by row."""

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.library import NotFound, PatientOrder
from pfss_desktop.domain.patient import Patient, Precaution, merged_patient
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PLAN, House
from tests.strategies import patients

ANN, TWIN = Patient("ann", "Ann Sample", "K-1"), Patient("twin", "Ann Smaple", precautions=(Precaution.LATEX_ALLERGY,))


@pytest.fixture
def two(database: PlanDatabase) -> PlanDatabase:
    for patient, days in ((ANN, 0), (TWIN, 7)):
        database.add_patient(patient)
        database.add_plan(replace(SAMPLE_PLAN, id=f"plan-of-{patient.id}"), patient.id, DAY + timedelta(days=days))
    return database


def stored(house: House) -> list[list[tuple[object, ...]]]:
    return [house.ask(f"SELECT * FROM {table} ORDER BY id") for table in ("patients", "plans", "visits")]


def listed(database: PlanDatabase, *, archived: bool = False) -> list[tuple[str, int, date | None]]:
    return [(line.patient.id, line.plan_count, line.last_visit) for line in database.patients(archived=archived)]


def test_an_archived_patient_is_off_the_lists_with_their_plans_and_comes_back(two: PlanDatabase) -> None:
    two.archive_patient("ann")
    assert [found[0] for found in listed(two)] == ["twin"]
    assert [line.plan_id for line in two.recent_plans()] == ["plan-of-twin"]
    assert [(line.patient.id, line.is_archived) for line in two.patients(archived=True)] == [("ann", True), ("twin", False)]
    assert [line.plan_id for line in two.plans_of("ann")] == ["plan-of-ann"]
    assert two.open_plan("plan-of-ann").patient == ANN

    two.bring_back_patient("ann")
    assert [found[0] for found in listed(two)] == ["ann", "twin"]
    assert len(two.recent_plans()) == 2


def test_merged_patients_are_one_with_all_plans(two: PlanDatabase) -> None:
    two.remove_plan("plan-of-twin")
    merge = two.merge_patients(merged_patient(ANN, TWIN), "twin")
    assert (merge.before, merge.other_id, merge.plan_ids) == (ANN, "twin", ("plan-of-twin",))
    assert listed(two, archived=True) == [("ann", 1, DAY + timedelta(days=7))]
    two.restore_plan("plan-of-twin")
    assert {line.plan_id for line in two.plans_of("ann")} == {"plan-of-ann", "plan-of-twin"}
    assert two.open_plan("plan-of-twin").patient == replace(ANN, precautions=(Precaution.LATEX_ALLERGY,))


def test_an_open_plan_of_a_merged_patient_goes_on_being_saved(two: PlanDatabase) -> None:
    opened = two.open_plan("plan-of-twin")
    two.merge_patients(ANN, "twin")
    saved = two.save_plan(opened, rename_plan(opened.plan, "Still here"))
    two.begin_visit(saved, DAY + timedelta(days=30))
    assert listed(two) == [("ann", 2, DAY + timedelta(days=30))]


def test_nobody_is_given_a_plan_under_a_name_that_was_merged_away(two: PlanDatabase) -> None:
    two.merge_patients(ANN, "twin")
    for refused in (
        lambda: two.add_plan(SAMPLE_PLAN, "twin", DAY),
        lambda: two.assign_patient(two.open_plan("plan-of-ann"), "twin"),
        lambda: two.merge_patients(TWIN, "ann"),
        lambda: two.merge_patients(ANN, "twin"),
        lambda: two.patient("twin"),
    ):
        with pytest.raises(NotFound, match="merged into another"):
            refused()


def test_what_cannot_be_merged_is_refused(house: House, two: PlanDatabase) -> None:
    before = stored(house)
    with pytest.raises(ValueError, match="themselves"):
        two.merge_patients(ANN, "ann")
    for refused in (
        lambda: two.merge_patients(ANN, "nobody"),
        lambda: two.merge_patients(Patient("nobody", "Nobody"), "ann"),
        lambda: two.archive_patient("nobody"),
        lambda: two.bring_back_patient("nobody"),
        lambda: two.patient("nobody"),
    ):
        with pytest.raises(NotFound):
            refused()
    assert stored(house) == before


def test_what_was_done_since_a_merge_stays_when_it_is_taken_back(two: PlanDatabase) -> None:
    merge = two.merge_patients(merged_patient(ANN, TWIN), "twin")
    two.change_patient(replace(ANN, name="Ann Married"))
    two.assign_patient(two.open_plan("plan-of-twin"), None)
    two.undo_merge(merge)
    assert {line.patient.name: line.plan_count for line in two.patients()} == {"Ann Married": 1, "Ann Smaple": 0}
    with pytest.raises(NotFound, match="not merged any more"):
        two.undo_merge(merge)


def test_a_plan_given_away_by_mistake_leaves_no_visit_behind(two: PlanDatabase) -> None:
    before = listed(two)
    given_away = two.assign_patient(two.open_plan("plan-of-twin"), "ann")
    assert listed(two) == [("ann", 2, DAY + timedelta(days=7)), ("twin", 0, None)]
    two.assign_patient(given_away, "twin")
    assert listed(two) == before


def test_changed_fields_come_back_by_what_the_change_returned(house: House, two: PlanDatabase) -> None:
    before = stored(house)
    former = two.change_patient(replace(ANN, name="Other", language="es", precautions=(Precaution.NO_IMPACT,)))
    assert former == ANN
    two.change_patient(former)
    assert stored(house) == before


@given(
    kept=patients("kept", whole=True),
    other=patients("other", whole=True),
    owners=st.lists(st.sampled_from([None, "kept", "other"]), max_size=5),
    put_away=st.sets(st.integers(0, 4)),
    archived=st.sets(st.sampled_from(["kept", "other"])),
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_merge_that_is_taken_back_leaves_every_row_as_it_was(
    kept: Patient, other: Patient, owners: list[str | None], put_away: set[int], archived: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder) / "h")
        with house.opened() as database:
            database.add_patient(kept)
            database.add_patient(other)
            for number, owner in enumerate(owners):
                database.add_plan(replace(SAMPLE_PLAN, id=f"plan-{number}"), owner, DAY + timedelta(days=number))
                if number in put_away:
                    database.remove_plan(f"plan-{number}")
            for patient_id in archived:
                database.archive_patient(patient_id)
            before = stored(house)
            merge = database.merge_patients(merged_patient(kept, other), "other")
            assert stored(house) != before
            assert not database.plans_of("other") + database.plans_of("other", removed=True)
            database.undo_merge(merge)
            assert stored(house) == before


def test_the_latest_visit_comes_first_and_those_never_seen_last(two: PlanDatabase) -> None:
    two.add_patient(Patient("new", "Aaron New"))
    two.add_patient(Patient("also-new", "Zoe New"))
    order = [line.patient.id for line in two.patients(order=PatientOrder.LAST_VISIT)]
    assert order == ["twin", "ann", "new", "also-new"]
    assert [line.patient.id for line in two.patients("ann", order=PatientOrder.LAST_VISIT, limit=1)] == ["twin"]


@pytest.mark.parametrize("order", PatientOrder)
def test_a_list_read_in_pieces_is_the_whole_list(database: PlanDatabase, order: PatientOrder) -> None:
    for number in range(25):
        database.add_patient(Patient(f"patient-{number}", f"Sample {number % 4}"))
    whole = [line.patient.id for line in database.patients(order=order)]
    pieces = [line.patient.id for skip in range(0, 30, 7) for line in database.patients(limit=7, skip=skip, order=order)]
    assert len(set(whole)) == 25
    assert pieces == whole


@pytest.mark.parametrize("typed", ["1990-05-17", "17.5.1990", "5/17/1990", "1990", "ann 1990", "ann 17.5."])
def test_a_patient_is_found_by_the_date_of_birth_in_several_ways(database: PlanDatabase, typed: str) -> None:
    database.add_patient(Patient("ann", "Ann Sample", "K-1", date(1990, 5, 17)))
    database.add_patient(Patient("ben", "Ben Sample", "K-2", date(1984, 1, 2)))
    database.add_patient(Patient("nobody", "No Birthday"))
    for order in PatientOrder:
        assert [line.patient.id for line in database.patients(typed, order=order)] == ["ann"]
    assert database.patients("ben 1990") == []
