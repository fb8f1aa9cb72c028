"""A plan with all its visits leaves one database as a file and comes back in another, as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from pfss_desktop.domain.edits.prescriptions import remove_exercises, set_note
from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import DatedPlan, OpenPlan
from pfss_desktop.exchange.plan_file import decode_plan, encode_plan
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.faults import VisitIssued
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House
from tests.strategies import plans

LATER = (date(2026, 3, 23), date(2026, 4, 6), date(2026, 4, 20))


def grown(database: PlanDatabase) -> OpenPlan:
    """Return a plan of four visits, each another than the one before."""
    database.add_patient(SAMPLE_PATIENT)
    opened = database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    for number, on in enumerate(LATER):
        begun = database.begin_visit(opened, on)
        opened = database.save_plan(begun, set_note(begun.plan, f"given-{number + 1}", f"from {on}"))
    return opened


def test_the_history_is_every_visit_as_it_was_the_first_first(database: PlanDatabase) -> None:
    opened = grown(database)
    history = database.history(opened.plan.id)
    assert history[-1] == opened
    assert [held.visit.issued for held in history] == [True, True, True, False]
    assert list(history) == [database.open_visit(held.visit.id) for held in history]
    assert history == sorted(history, key=lambda held: held.visit.number)


def test_many_visits_take_no_more_queries_than_one(database: PlanDatabase) -> None:
    opened = grown(database)
    other = database.add_plan(replace(SAMPLE_PLAN, id="plan-2"), None, DAY)
    asked: list[str] = []
    event.listen(database._transactions._engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    counts = []
    for plan_id in (opened.plan.id, other.plan.id):
        asked.clear()
        database.history(plan_id)
        counts.append(sum(query.startswith("SELECT") for query in asked))
    assert counts[0] == counts[1]
    assert counts[0] > 0


def test_there_is_no_history_of_an_unknown_or_removed_plan(database: PlanDatabase) -> None:
    opened = grown(database)
    database.remove_plan(opened.plan.id)
    for plan_id in ("nobody's", opened.plan.id):
        with pytest.raises(NotFound):
            database.history(plan_id)


def test_a_history_is_added_as_a_new_plan_beside_the_one_it_came_from(database: PlanDatabase) -> None:
    opened = grown(database)
    former = [DatedPlan(held.visit.on, held.plan) for held in database.history(opened.plan.id)[:-1]]
    added = database.add_history(opened.plan, SAMPLE_PATIENT.id, opened.visit.on, former)
    assert added == database.open_plan(added.plan.id)
    assert added.plan.id != opened.plan.id
    ids = {held.visit.id for plan in (opened, added) for held in database.history(plan.plan.id)}
    assert len(ids) == 8
    [patient] = database.patients("Sample")
    assert (patient.plan_count, patient.last_visit) == (2, LATER[-1])
    assert [line.visit_number for line in database.recent_plans()] == [4, 4]


def test_former_visits_are_closed_for_good_and_the_latest_goes_on(database: PlanDatabase) -> None:
    added = database.add_history(SAMPLE_PLAN, None, LATER[0], [DatedPlan(DAY, SAMPLE_PLAN)])
    first = database.history(added.plan.id)[0]
    with pytest.raises(VisitIssued):
        database.save_plan(replace(first, saved_count=added.saved_count), remove_exercises(first.plan, ["given-1"]))
    saved = database.save_plan(added, remove_exercises(added.plan, ["given-1"]))
    assert database.begin_visit(saved, LATER[1]).visit.number == 3


def test_nothing_is_left_of_a_history_for_an_unknown_patient(house: House, database: PlanDatabase) -> None:
    with pytest.raises(NotFound):
        database.add_history(SAMPLE_PLAN, "nobody", LATER[0], [DatedPlan(DAY, SAMPLE_PLAN)])
    assert house.ask("SELECT count(*) FROM visits") == [(0,)]
    assert database.recent_plans() == []


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.lists(st.dates(), min_size=1, max_size=4))
def test_any_history_goes_through_two_databases_and_a_file_unchanged(data: st.DataObject, dates: list[date]) -> None:
    visits = [DatedPlan(on, data.draw(plans("plan-1", whole=True))) for on in dates]
    with TemporaryDirectory() as folder:
        here, there = House(Path(folder) / "here"), House(Path(folder) / "there")
        with here.opened() as database:
            sent = database.history(added(database, visits).plan.id)
        content = encode_plan(sent[-1].plan, None, sent[-1].visit.on, [DatedPlan(held.visit.on, held.plan) for held in sent[:-1]])
        held = decode_plan(content)
        with there.opened() as database:
            assert held.on is not None
            received = database.history(database.add_history(held.plan, None, held.on, held.former_visits).plan.id)
    assert [(one.visit.number, one.visit.on, one.visit.issued) for one in received] == [
        (one.visit.number, one.visit.on, one.visit.issued) for one in sent
    ]
    assert [_unnamed(one.plan) for one in received] == [_unnamed(visit.plan) for visit in visits]


def added(database: PlanDatabase, visits: list[DatedPlan]) -> OpenPlan:
    return database.add_history(visits[-1].plan, None, visits[-1].on, visits[:-1])


def _unnamed(plan: Plan) -> Plan:
    return replace(plan, id="any")
