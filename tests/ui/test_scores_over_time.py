"""Charts over visits and their table: what they show, on a plan's page and on a patient's."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.scores import set_score
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.record import Score
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import Visit
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.patient_page import PatientPage
from pfss_desktop.ui.patient_scores import PatientScores
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.scores_over_time import TABLE, ScoresOverTime
from tests.pictures import planned


def visits(count: int) -> tuple[ScoredVisit, ...]:
    return tuple(
        ScoredVisit(
            "plan",
            Visit(f"visit-{number}", number, date(2026, 1, 5) + timedelta(weeks=number)),
            "Calm" if number < 3 else "Strengthen",
            (Score("nprs-worst", Decimal(8 - number % 8)), Score("step-down", Decimal(number % 6), Side.LEFT)),
        )
        for number in range(1, count + 1)
    )


def shown(qtbot: QtBot, resources: Resources, count: int, width: int = 700) -> ScoresOverTime:
    widget = ScoresOverTime(resources.measures)
    qtbot.addWidget(widget)
    widget.resize(width, 500)
    widget.show_visits(visits(count))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_without_scores_it_says_what_will_be_here(qtbot: QtBot, resources: Resources) -> None:
    widget = shown(qtbot, resources, 0)
    assert widget._empty.isVisible()
    assert not widget._view.isVisible()


def test_each_measure_has_its_chart_that_can_be_heard(qtbot: QtBot, resources: Resources) -> None:
    widget = shown(qtbot, resources, 3)
    worst, step_down = widget.charts()
    assert worst.accessibleName() == "Chart: Worst pain"
    assert worst.accessibleDescription().startswith("visit 1: 7, visit 2: 6, visit 3: 5. better by 2: worthwhile")
    assert step_down.accessibleName() == "Chart: Step-down, left"
    assert worst.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert worst.geometry().top() == step_down.geometry().top()


def test_where_it_is_narrow_charts_stand_below_each_other(qtbot: QtBot, resources: Resources) -> None:
    widget = shown(qtbot, resources, 3, 380)
    worst, step_down = widget.charts()
    assert worst.geometry().left() == step_down.geometry().left()


def test_the_table_says_the_same_the_latest_visit_first(qtbot: QtBot, resources: Resources) -> None:
    widget = shown(qtbot, resources, 3)
    widget.show_as(TABLE)
    table = widget.table
    assert table.isVisible()
    heads = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    assert heads == ["Phase", "Worst pain", "Step-down, left"]
    cells = [[table.item(row, column).text() for column in range(3)] for row in range(3)]
    assert cells == [["Strengthen", "5", "3"], ["Calm", "6", "2"], ["Calm", "7", "1"]]
    assert table.verticalHeaderItem(0).text().startswith("3 · ")


def test_charts_of_one_and_of_thirty_visits_are_painted(qtbot: QtBot, resources: Resources) -> None:
    for count in (1, 2, 30):
        widget = shown(qtbot, resources, count)
        for chart in widget.charts():
            chart.setFocus()
            image = QImage(chart.size(), QImage.Format.Format_RGB32)
            image.fill(0xFFFFFFFF)
            painter = QPainter(image)
            chart.paint(painter)
            painter.end()
            colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
            assert len(colours) > 3


def test_a_patients_page_shows_the_scores_of_all_plans(qtbot: QtBot, desk: Desk) -> None:
    library = desk.library
    library.add_patient(Patient("patient", "Sample Patient"))
    library.add_patient(Patient("other", "Other Patient"))
    opened = library.add_plan(planned("Calm\n  quad set"), "patient", date(2026, 1, 5))
    library.save_plan(opened, set_score(opened.plan, Score("akps", Decimal(61))))
    around = QWidget()
    qtbot.addWidget(around)
    page = PatientPage(PatientsDesk(library, desk.background, NoticeBar(around), around))
    qtbot.addWidget(page)
    scores = PatientScores(desk, page)
    page.show_patient("patient")
    desk.background.settle()
    desk.background.settle()
    assert [chart.accessibleName() for chart in scores.over_time.charts()] == ["Chart: AKPS"]
    page.show_patient("other")
    desk.background.settle()
    desk.background.settle()
    assert scores.over_time.charts() == ()
