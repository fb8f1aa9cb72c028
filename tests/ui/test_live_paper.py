"""The paper beside the plan: it follows every edit, and what is chosen on one is chosen on the other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.prescriptions import set_dosage
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.render import render_handout
from pfss_desktop.ui.paper_view import PaperView
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> PlanPage:
    """A plan of six exercises with its paper on the screen, every page in view sharp."""
    opened = open_page(planned("Calm"))
    opened.commands.add_exercises(["slr-flexion", "bridge-double", "wall-sit", "clam", "quad-set", "slr-abduction"])
    opened.board.choose([])
    with qtbot.waitSignal(opened.paper.shown):
        opened._tabs.setCurrentWidget(opened.paper)
    settle(opened, qtbot)
    return opened


def settle(page: PlanPage, qtbot: QtBot) -> None:
    live = page.paper._live
    qtbot.waitUntil(
        lambda: (
            not live._is_busy and live._drawn == page.handout.request() == live._request and not page.paper._view.wanted().numbers
        )
    )


def view_of(page: PlanPage) -> PaperView:
    return page.paper._view


def held_ids(page: PlanPage) -> list[str]:
    return [held.id for held in page.document.plan.prescriptions()]


def box_of(page: PlanPage, prescription_id: str) -> QPoint:
    """The middle of an exercise on the paper, in the view."""
    view = view_of(page)
    place = next(place for place in view._made.places if place.prescription_id == prescription_id)
    return (view._stack().place(place).center() + view._origin()).toPoint()


def in_view(page: PlanPage, prescription_id: str) -> bool:
    return view_of(page).viewport().rect().contains(box_of(page, prescription_id))


def change_dose(page: PlanPage, number: int, reps: int) -> None:
    plan = page.document.plan
    page.document.edit("Dose", set_dosage(plan, held_ids(page)[number], Dosage(2, RepRange.exactly(reps))))


def test_a_click_on_the_paper_chooses_the_exercise_in_the_plan(page: PlanPage) -> None:
    second = held_ids(page)[1]
    assert not page.board.chosen_prescriptions()

    QTest.mouseClick(view_of(page).viewport(), Qt.MouseButton.LeftButton, pos=box_of(page, second))

    assert [held.id for held in page.board.chosen_prescriptions()] == [second]
    assert page.board.viewport().rect().intersects(page.board.visualRect(page.model.index_of(second)))
    assert view_of(page)._marked == {second}


def test_a_click_beside_the_exercises_chooses_nothing(page: PlanPage) -> None:
    QTest.mouseClick(view_of(page).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not page.board.chosen_prescriptions()


def test_choosing_in_the_plan_brings_the_paper_there_and_marks_it(page: PlanPage) -> None:
    last = held_ids(page)[-1]
    assert not in_view(page, last)

    page.board.choose([last])

    assert in_view(page, last)
    assert view_of(page)._marked == {last}


def test_keys_step_from_exercise_to_exercise_and_enter_goes_to_the_plan(page: PlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    ids = held_ids(page)
    for expected in (ids[0], ids[1], ids[2]):
        QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
        assert [held.id for held in page.board.chosen_prescriptions()] == [expected]
    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert [held.id for held in page.board.chosen_prescriptions()] == [ids[1]]

    QTest.keyClick(view, Qt.Key.Key_Return)

    assert page._tabs.currentWidget() is page.inspector
    assert [held.id for held in page.board.chosen_prescriptions()] == [ids[1]]


def test_a_new_exercise_is_found_on_the_paper_once_its_pages_are_made(page: PlanPage, qtbot: QtBot) -> None:
    page.commands.add_exercises(["bird-dog"])
    added = page.board.chosen_prescriptions()[0].id

    settle(page, qtbot)

    assert in_view(page, added)
    assert view_of(page)._marked == {added}


def test_an_edit_keeps_the_place_and_the_zoom(page: PlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    view.zoom(1.5)
    view.verticalScrollBar().setValue(300)
    settle(page, qtbot)
    place, zoom = view.verticalScrollBar().value(), view._stack().scale

    change_dose(page, 0, 7)
    settle(page, qtbot)

    assert (view.verticalScrollBar().value(), view._stack().scale) == (place, zoom)


def test_the_old_page_stays_until_the_new_one_is_there(page: PlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    seen: list[bool] = []
    view.pages_wanted.connect(lambda: seen.append(set(view._in_view()) <= view._pictures.keys()))
    page.paper.shown.connect(lambda: seen.append(set(view._in_view()) <= view._pictures.keys()))

    for reps in range(5, 12):
        change_dose(page, 0, reps)
    settle(page, qtbot)

    assert seen
    assert all(seen)


def test_of_many_edits_in_a_row_the_last_one_is_shown_and_those_between_are_not_drawn(page: PlanPage, qtbot: QtBot) -> None:
    shown: list[object] = []
    page.paper.shown.connect(lambda: shown.append(view_of(page)._made))

    for reps in range(3, 30):
        change_dose(page, 0, reps)
    settle(page, qtbot)

    assert view_of(page)._made.content == render_handout(page.handout.request())
    assert 1 <= len(shown) <= 2


def test_paper_that_is_not_looked_at_is_not_made(page: PlanPage, qtbot: QtBot) -> None:
    page._tabs.setCurrentWidget(page.inspector)
    before = page.paper._live._drawn
    change_dose(page, 0, 9)
    assert not page.paper._live._soon.isActive()
    assert page.paper._live._drawn is before

    with qtbot.waitSignal(page.paper.shown):
        page._tabs.setCurrentWidget(page.paper)
    assert page.paper._live._drawn == page.handout.request()


def test_pages_are_made_in_the_screens_own_pixels_at_every_zoom(page: PlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    for zoom in (view.fit_width, lambda: view.zoom(1.3), lambda: view.zoom(0.5)):
        zoom()
        settle(page, qtbot)
        for number in view._in_view():
            assert view._pictures[number].width() == round(view._stack().page_width * view.devicePixelRatioF())


def test_ctrl_and_wheel_zoom_around_the_pointer(page: PlanPage) -> None:
    view = view_of(page)
    at = QPointF(120, 200)
    before = view._stack().point(*(at - view._origin()).toTuple())

    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)

    after = view._stack().point(*(at - view._origin()).toTuple())
    assert after[0] == before[0]
    assert after[1:] == pytest.approx(before[1:], abs=2)


def test_page_keys_go_from_page_to_page(page: PlanPage) -> None:
    view, bar = view_of(page), view_of(page).verticalScrollBar()
    step = view._stack().step
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == round(step)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == min(round(2 * step), bar.maximum())
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_only_pages_near_the_view_are_kept(page: PlanPage, qtbot: QtBot) -> None:
    view = view_of(page)
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 150):
        bar.setValue(value)
        settle(page, qtbot)
        assert view._pictures.keys() <= set(view._near())


def test_keys_that_zoom_the_paper_change_nothing_in_the_plan(page: PlanPage) -> None:
    view = view_of(page)
    page.activateWindow()
    view.setFocus()
    page.board.choose(held_ids(page)[:1])
    before, plan = view._stack().scale, page.document.plan

    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view._stack().scale > before
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view._stack().scale < before
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)

    assert view._stack().scale == before
    assert page.document.plan is plan
    assert "step" not in page.notices.text
