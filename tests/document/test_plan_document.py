"""One gate for edits: undo keeps values, typing is one step, what is no change is no step."""

from datetime import date
from decimal import Decimal

import pytest

from pfss_desktop.document.plan_document import UNDO_LIMIT, PlanDocument
from pfss_desktop.domain.edits.phases import rename_phase
from pfss_desktop.domain.edits.prescriptions import remove_exercises, set_note
from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.visits import OpenPlan, Visit
from tests.pictures import outline, planned


@pytest.fixture
def document(qapp: object) -> PlanDocument:
    plan = planned("""
        Calm
          quad set
          bridge
    """)
    return PlanDocument(OpenPlan(plan, Visit("visit", 1, date(2026, 11, 22))))


def test_an_edit_is_told_undone_and_redone(document: PlanDocument) -> None:
    told: list[tuple[object, object]] = []
    document.plan_changed.connect(lambda before, after: told.append((before, after)))
    first = document.plan

    document.edit("Take out", remove_exercises(first, ["bridge"]))
    second = document.plan
    document.undo_stack.undo()
    document.undo_stack.redo()

    assert told == [(first, second), (second, first), (first, second)]
    assert outline(document.plan) == "Calm\n  quad set"


def test_typing_in_one_field_is_one_step(document: PlanDocument) -> None:
    for typed in ("k", "ke", "keep"):
        document.edit("Change note", set_note(document.plan, "bridge", typed), "bridge.note")
    for typed in ("k", "ki"):
        document.edit("Change note", set_note(document.plan, "quad-set", typed), "quad-set.note")

    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert [held.note for held in document.plan.prescriptions()] == ["", "keep"]


def test_typing_again_after_a_pause_is_a_step_of_its_own(document: PlanDocument) -> None:
    document.edit("Rename phase", rename_phase(document.plan, "Calm", "Calm d"), "Calm.name")
    document.end_typing()
    document.edit("Rename phase", rename_phase(document.plan, "Calm", "Calm down"), "Calm.name")

    document.undo_stack.undo()
    assert outline(document.plan).splitlines()[0] == "Calm d"


def test_typing_that_ends_where_it_began_leaves_no_step(document: PlanDocument) -> None:
    for typed in ("Calmer", "Calm"):
        document.edit("Rename phase", rename_phase(document.plan, "Calm", typed), "Calm.name")

    assert document.undo_stack.count() == 0


def test_an_edit_that_changes_nothing_is_no_step(document: PlanDocument) -> None:
    document.edit("Rename phase", rename_phase(document.plan, "Calm", " Calm "))

    assert document.undo_stack.count() == 0


def test_two_hundred_steps_can_be_undone(document: PlanDocument) -> None:
    for number in range(UNDO_LIMIT + 20):
        document.edit("Change note", set_note(document.plan, "bridge", str(number)))
    while document.undo_stack.canUndo():
        document.undo_stack.undo()

    assert document.plan.prescription("bridge").note == "19"


def test_a_new_visit_starts_with_an_empty_record_and_undo_never_leads_back_into_the_closed_one(document: PlanDocument) -> None:
    document.edit("Take out", remove_exercises(document.plan, ["bridge"]))
    document.edit("Note pain", set_record(document.plan, VisitRecord((Score("nprs-worst", Decimal(6)),))))
    closed = document.plan

    document.note_visit_begun(OpenPlan(set_record(closed, VisitRecord()), Visit("next", 2, date(2026, 12, 6))))

    assert (document.plan.record, outline(document.plan)) == (VisitRecord(), outline(closed))
    assert not document.undo_stack.canUndo()
