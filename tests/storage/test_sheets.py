"""What was handed out at a visit is kept with it: for the latest visit and for those that are issued."""

from datetime import date

import pytest

from pfss_desktop.domain.library import NotFound
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import DAY, SAMPLE_PLAN, House

NEXT_DAY = date(2026, 3, 23)


def test_a_sheet_is_kept_until_the_next_one_of_its_visit(house: House, database: PlanDatabase) -> None:
    visit_id = database.add_plan(SAMPLE_PLAN, None, DAY).visit.id
    assert database.sheet_of(visit_id) == ""
    database.note_sheet(visit_id, '{"first": 1}')
    database.note_sheet(visit_id, '{"second": "ñ"}')
    database.close()
    with house.opened() as again:
        assert again.sheet_of(visit_id) == '{"second": "ñ"}'


def test_an_issued_visit_keeps_its_sheet_and_the_next_has_none(house: House, database: PlanDatabase) -> None:
    first = database.add_plan(SAMPLE_PLAN, None, DAY)
    database.note_sheet(first.visit.id, "{}")
    before = house.ask("SELECT * FROM prescriptions ORDER BY id")
    second = database.begin_visit(first, NEXT_DAY)
    assert (database.sheet_of(first.visit.id), database.sheet_of(second.visit.id)) == ("{}", "")

    database.note_sheet(first.visit.id, '{"again": true}')
    assert database.sheet_of(first.visit.id) == '{"again": true}'
    assert house.ask(f"SELECT * FROM prescriptions WHERE visit_id = '{first.visit.id}' ORDER BY id") == before
    assert database.save_plan(second, second.plan).saved_count == second.saved_count


def test_saving_the_plan_leaves_the_sheet_alone(database: PlanDatabase) -> None:
    opened = database.add_plan(SAMPLE_PLAN, None, DAY)
    database.note_sheet(opened.visit.id, "{}")
    database.save_plan(opened, SAMPLE_PLAN.__class__(SAMPLE_PLAN.id, "Other", phases=SAMPLE_PLAN.phases))
    assert database.sheet_of(opened.visit.id) == "{}"


def test_an_unknown_visit_has_no_sheet(database: PlanDatabase) -> None:
    with pytest.raises(NotFound):
        database.sheet_of("nobody")
    with pytest.raises(NotFound):
        database.note_sheet("nobody", "{}")
