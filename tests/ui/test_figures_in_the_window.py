"""Figures on the screen: in the catalogue, on the board and in the inspector, always of what is prescribed."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.prescriptions import set_dosage, set_resistance, set_side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.figure_view import FigureView
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.thumbnails import Thumbnails
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]
SMALL = QSize(96, 56)


@pytest.fixture
def page(open_page: OpenPage) -> PlanPage:
    opened = open_page(planned("Calm"))
    opened.commands.add_exercises(["slr-flexion"])
    return opened


def view(page: PlanPage) -> FigureView:
    return page.inspector._prescription._figure


def held_id(page: PlanPage) -> str:
    return next(page.document.plan.prescriptions()).id


def test_every_exercise_has_a_thumbnail_that_is_drawn_once(qapp: object, resources: Resources) -> None:
    thumbnails = Thumbnails(resources.figures)
    for exercise in resources.catalogue:
        picture = thumbnails.of_exercise(exercise, SMALL, 2.0)
        assert picture is not None, exercise.id
        assert picture.size() == SMALL * 2
        assert thumbnails.of_exercise(exercise, SMALL, 2.0) is picture


def test_left_and_right_are_mirror_images(page: PlanPage, resources: Resources) -> None:
    thumbnails = Thumbnails(resources.figures)
    plan, held = page.document.plan, held_id(page)
    right = thumbnails.of_prescription(set_side(plan, held, Side.RIGHT).prescription(held), SMALL, 1.0)
    left = thumbnails.of_prescription(set_side(plan, held, Side.LEFT).prescription(held), SMALL, 1.0)
    assert right is not None
    assert left is not None
    assert right.toImage() != left.toImage()


def test_the_large_figure_follows_side_and_cuff_and_says_so_in_words(page: PlanPage) -> None:
    plain = view(page).drawing
    cuff = CuffWeight(Mass(Decimal("2"), MassUnit.POUND))

    page.document.edit("Cuff", set_resistance(page.document.plan, held_id(page), cuff))
    page.document.edit("Side", set_side(page.document.plan, held_id(page), Side.LEFT))

    drawn = view(page).drawing
    assert plain is not None
    assert drawn is not None
    assert [label.text for label in plain.labels] == []
    assert any("2" in label.text for label in drawn.labels)
    assert "left" in view(page)._stage.accessibleName().lower()


def test_it_moves_pauses_and_follows_the_scrubber(page: PlanPage, qtbot: QtBot) -> None:
    figure = view(page)
    if not figure.is_moving:
        figure._play.click()
    assert figure.is_moving
    first = figure.drawing
    qtbot.waitUntil(lambda: figure.drawing != first)

    figure._play.click()
    assert not figure.is_moving
    assert figure._play.accessibleName() == "Play"
    still = figure.drawing
    figure._scrubber.setValue(100)
    halfway = figure.drawing
    figure._scrubber.setValue(200)

    assert still != halfway != figure.drawing


def test_it_rests_while_the_paper_is_shown_and_goes_on_after(page: PlanPage) -> None:
    figure = view(page)
    if not figure.is_moving:
        figure._play.click()
    page._tabs.setCurrentWidget(page.paper)
    assert not figure.is_moving
    page._tabs.setCurrentWidget(page.inspector)
    assert figure.is_moving


def test_a_system_that_asks_for_less_motion_gets_a_still_figure(
    page: PlanPage, resources: Resources, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pfss_desktop.ui.figure_view.asks_for_less_motion", lambda _widget: True)
    still = FigureView(resources.figures)
    qtbot.addWidget(still)
    still.show_prescription(next(page.document.plan.prescriptions()))
    still.show()
    QTest.qWaitForWindowExposed(still)

    assert not still.is_moving
    assert still.drawing is not None
    still._play.click()
    assert still.is_moving


def test_an_exercise_without_a_figure_shows_none(open_page: OpenPage) -> None:
    page = open_page(planned("Calm\n  an old exercise"))
    page.board.choose(["an-old-exercise"])
    assert not view(page).isVisible()


def test_a_new_dose_keeps_the_moment(page: PlanPage, qtbot: QtBot) -> None:
    figure = view(page)
    if not figure.is_moving:
        figure._play.click()
    qtbot.waitUntil(lambda: figure._seconds > 0)
    before = figure._seconds
    held = page.document.plan.prescription(held_id(page))

    page.document.edit("Dose", set_dosage(page.document.plan, held.id, held.dosage.__class__(sets=5, reps=held.dosage.reps)))

    assert figure._seconds >= before
