"""Dragging on the board: every story is the plan before, the drag, the plan after."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl

from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui import drag_data
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import drawing, outline, planned
from tests.ui.drops import drag_over, drop, leave, lower_half, middle, upper_half

OpenPage = Callable[[Plan], PlanPage]
TWO_PHASES = """
    Calm
      quad set
      heel slide
    Strength
      bridge
      clamshell
"""


def test_an_exercise_dropped_on_a_phase_goes_to_its_end(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.EXERCISES, ["wall-sit"])

    assert drop(page.board, middle(page.board, "Calm"), data)

    assert outline(page.document.plan) == drawing("""
        Calm
          quad set
          heel slide
          Wall sit (hold)
        Strength
          bridge
          clamshell
    """)
    assert [held.text.name for held in page.board.chosen_prescriptions()] == ["Wall sit (hold)"]


def test_between_two_rows_it_goes_between_them(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.EXERCISES, ["wall-sit", "clamshell"])

    assert drop(page.board, upper_half(page.board, "heel-slide"), data)

    assert outline(page.document.plan).splitlines()[:5] == [
        "Calm",
        "  quad set",
        "  Wall sit (hold)",
        "  Clamshell",
        "  heel slide",
    ]


def test_several_rows_move_together_to_another_phase(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    page.board.choose(["heel-slide", "quad-set"])
    data = page.model.mimeData(page.board.selectionModel().selectedIndexes())

    assert drop(page.board, lower_half(page.board, "bridge"), data)

    assert outline(page.document.plan) == drawing("""
        Calm
        Strength
          bridge
          quad set
          heel slide
          clamshell
    """)
    assert page.document.undo_stack.undoText() == "Move 2 exercises"


def test_within_a_phase_a_row_moves_down(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.PRESCRIPTIONS, ["quad-set"])

    assert drop(page.board, lower_half(page.board, "heel-slide"), data)

    assert outline(page.document.plan).splitlines()[:3] == ["Calm", "  heel slide", "  quad set"]


def test_a_phase_moves_before_another(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.PHASE, ["Strength"])

    assert drop(page.board, upper_half(page.board, "quad-set"), data)

    assert outline(page.document.plan).splitlines()[0] == "Strength"


@pytest.mark.parametrize(("dragged", "onto"), [("Strength", "Calm"), ("Calm", "Strength")])
def test_a_phase_dropped_on_the_head_of_another_takes_its_place(open_page: OpenPage, dragged: str, onto: str) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.PHASE, [dragged])

    assert drop(page.board, middle(page.board, onto), data)

    assert [phase.name for phase in page.document.plan.phases] == ["Strength", "Calm"]


def test_a_drop_into_an_empty_plan_makes_its_first_phase(open_page: OpenPage) -> None:
    page = open_page(planned(""))
    data = drag_data.carry(drag_data.EXERCISES, ["clamshell"])

    assert drop(page.board, QPoint(200, 200), data)

    assert outline(page.document.plan) == drawing("""
        Phase 1
          Clamshell
    """)
    page.document.undo_stack.undo()
    assert outline(page.document.plan) == ""


def test_dropped_on_empty_ground_it_goes_to_the_last_phase(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.EXERCISES, ["wall-sit"])

    assert drop(page.board, QPoint(200, page.board.viewport().height() - 5), data)

    assert outline(page.document.plan).splitlines()[-1] == "  Wall sit (hold)"


def test_an_exercise_that_is_in_no_catalogue_is_refused_and_says_why(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    before = page.document.plan
    data = drag_data.carry(drag_data.EXERCISES, ["no-such-exercise"])

    assert not drop(page.board, middle(page.board, "Calm"), data)

    assert page.document.plan is before
    assert page.notices.text == "This exercise is not in this plan or catalogue any more. Nothing was changed."


def test_a_row_of_another_plan_is_refused(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = drag_data.carry(drag_data.PRESCRIPTIONS, ["quad-set", "of-another-plan"])

    assert not drop(page.board, middle(page.board, "Strength"), data)


def test_a_file_is_refused_and_says_why(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere/x.pdf")])

    assert not drop(page.board, middle(page.board, "Calm"), data)

    assert page.notices.text == "Only exercises can be dropped here. Nothing was changed."


def test_hostile_drag_data_is_refused(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    for kind in (drag_data.EXERCISES, drag_data.PRESCRIPTIONS, drag_data.PHASE):
        for raw in (b"", b"\xff\xfe\x00", b"a" * 100_000, "ü\u202e".encode()):
            data = QMimeData()
            data.setData(kind, raw)
            assert not drop(page.board, middle(page.board, "Calm"), data)
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_where_it_would_go_is_shown_and_leaving_takes_it_away(open_page: OpenPage) -> None:
    page = open_page(planned(TWO_PHASES))
    still = page.board.grab().toImage()
    data = drag_data.carry(drag_data.EXERCISES, ["wall-sit"])

    assert drag_over(page.board, upper_half(page.board, "heel-slide"), data)
    between = page.board.grab().toImage()
    assert drag_over(page.board, middle(page.board, "Strength"), data)
    on_phase = page.board.grab().toImage()
    leave(page.board)

    assert still != between != on_phase != still
    assert page.board.grab().toImage() == still
    assert outline(page.document.plan) == drawing(TWO_PHASES)


def test_what_the_catalogue_list_drags_is_what_the_board_takes(open_page: OpenPage) -> None:
    page = open_page(planned("Calm"))
    listed = page.catalogue.model
    data = listed.mimeData([listed.index(1, 0), listed.index(0, 0)])

    assert drop(page.board, middle(page.board, "Calm"), data)

    names = [listed.exercise(listed.index(row, 0)).name for row in (0, 1)]
    assert outline(page.document.plan).splitlines()[1:] == [f"  {name}" for name in names]


def test_a_phase_that_is_full_says_so_and_stays_as_it_is(open_page: OpenPage) -> None:
    page = open_page(planned("Calm\n" + "\n".join(f"  step {number}" for number in range(100))))
    before = page.document.plan
    data = drag_data.carry(drag_data.EXERCISES, ["clamshell"])

    assert not drop(page.board, middle(page.board, "Calm"), data)
    page.commands.add_exercises(["clamshell"])

    assert page.document.plan is before
    assert page.notices.text == "Nothing was changed. phase prescriptions: must be at most 100 entries"
