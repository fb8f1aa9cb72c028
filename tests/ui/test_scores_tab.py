"""The Scores tab: totals typed by keys alone, judged at once, undone like everything else."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score
from pfss_desktop.exchange.written_measures import kept_name, measures_from, written_measures
from pfss_desktop.handout.progress_request import Reader
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.score_dialogs import MeasuresDialog, NamedScoreDialog, StepDownDialog
from pfss_desktop.ui.score_field import ScoreField
from pfss_desktop.ui.scores_panel import ScoresPanel
from tests.pictures import planned


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage], desk: Desk, qtbot: QtBot) -> PlanPage:
    shown = open_page(planned("Calm\n  quad set"))
    shown._tabs.setCurrentWidget(shown.scores.panel)
    desk.background.settle()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def panel(page: PlanPage) -> ScoresPanel:
    return page.scores.panel


def names(panel: ScoresPanel) -> list[str]:
    return [held.field.accessibleName() for held in panel.fields()]


def row(panel: ScoresPanel, name: str) -> ScoreField:
    return next(held for held in panel.fields() if held.field.accessibleName().startswith(name))


def scores(page: PlanPage) -> list[tuple[str, str, str]]:
    return [(score.measure, score.label, str(score.value)) for score in page.document.plan.record.scores]


def answering(fill: Callable[[QDialog], None]) -> None:
    """Fill in the dialog that opens next, and accept it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        fill(dialog)
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_pain_worst_and_usual_and_the_knee_score_are_typed_without_the_mouse(page: PlanPage, panel: ScoresPanel) -> None:
    panel.begin()
    for typed in ("7", "4", "61"):
        QTest.keyClicks(QApplication.focusWidget(), typed)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert scores(page) == [("nprs-worst", "", "7"), ("nprs-usual", "", "4"), ("akps", "", "61")]
    page.document.undo_stack.undo()
    assert scores(page) == [("nprs-worst", "", "7"), ("nprs-usual", "", "4")]
    assert row(panel, "Anterior").field.text() == ""
    page.document.undo_stack.redo()
    assert row(panel, "Anterior").field.text() == "61"


def test_a_value_that_cannot_be_is_refused_at_once_and_nothing_of_it_stays(page: PlanPage, panel: ScoresPanel) -> None:
    worst = row(panel, "Worst")
    QTest.keyClicks(worst.field, "11")
    assert worst.fault == "Not noted. Please type a whole number from 0 to 10."
    assert scores(page) == []
    QTest.keyClick(worst.field, Qt.Key.Key_Backspace)
    assert worst.fault == ""
    assert scores(page) == [("nprs-worst", "", "1")]
    worst.field.clear()
    QTest.keyClicks(worst.field, "x")
    QTest.keyClick(worst.field, Qt.Key.Key_Return)
    assert worst.field.text() == "x"


def test_at_the_next_visit_the_former_value_and_the_change_stand_beside(
    page: PlanPage, panel: ScoresPanel, desk: Desk, qtbot: QtBot
) -> None:
    QTest.keyClicks(row(panel, "Worst").field, "7")
    QTest.keyClicks(row(panel, "Anterior").field, "60")
    page.visits.begin()
    desk.background.settle()
    page.scores.open()
    worst, knee = row(panel, "Worst"), row(panel, "Anterior")
    qtbot.waitUntil(lambda: worst.told != "")
    assert (worst.field.text(), worst.told, worst.basis) == ("", "before: 7", "")
    QTest.keyClicks(worst.field, "4")
    QTest.keyClicks(knee.field, "71")
    assert worst.told == "before: 7 · better by 3: worthwhile"
    assert knee.told == "before: 60 · better by 11: a likely change, may still be chance"
    assert knee.basis == "MCID 10 [CROSS04, HANSEN23] · MDC 13 [AKPSNO]"


def test_activities_in_the_patients_words_are_added_and_their_mean_is_computed(page: PlanPage, panel: ScoresPanel) -> None:
    for name, value in (("stairs <b>", "3"), ("running", "6")):
        answering(lambda dialog, name=name: dialog.name.setText(name))
        QTest.mouseClick(panel._activity, Qt.MouseButton.LeftButton)
        assert page.window().focusWidget() is row(panel, name).field
        QTest.keyClicks(row(panel, name).field, value)
    assert scores(page) == [("psfs", "stairs <b>", "3"), ("psfs", "running", "6")]
    mean = row(panel, "Mean")
    assert (mean.field.text(), mean.field.isEnabled()) == ("4.5", False)


def test_no_more_than_five_activities(panel: ScoresPanel) -> None:
    for number in range(5):
        answering(lambda dialog, number=number: dialog.name.setText(f"activity {number}"))
        panel._activity.click()
    assert not panel._activity.isEnabled()


def test_an_own_measure_has_a_unit_a_side_and_a_comma(page: PlanPage, panel: ScoresPanel) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NamedScoreDialog)
        dialog.name.setText("Strength")
        dialog.unit.setText("kg")
        dialog.side.choose(Side.RIGHT)

    answering(fill)
    panel._free.click()
    QTest.keyClicks(row(panel, "Strength").field, "38,5")
    assert page.document.plan.record.scores == (Score("free", Decimal("38.5"), Side.RIGHT, "Strength", "kg"),)
    assert row(panel, "Strength").field.accessibleName() == "Strength, right"


def test_a_name_is_needed_and_is_there_once(panel: ScoresPanel, qtbot: QtBot) -> None:
    measure = next(held.row.measure for held in panel.fields() if not held.row.is_computed)
    dialog = NamedScoreDialog(measure, [("stairs", None)], panel)
    for name in ("", "   ", "stairs", "x" * 201):
        dialog.name.setMaxLength(1000)
        dialog.name.setText(name)
        dialog.accept()
        assert dialog.result() == 0
        assert not dialog._fault.isHidden()
    dialog.deleteLater()


def test_the_step_down_list_adds_up_per_side(page: PlanPage, panel: ScoresPanel) -> None:
    answering(lambda dialog: dialog.boxes["step-down"].setChecked(True))
    panel._measures.click()
    assert [name for name in names(panel) if name.startswith("Step")] == [
        "Step-down quality (0 good to 6 poor), left", "Step-down quality (0 good to 6 poor), right",
    ]  # fmt: skip

    def tick(dialog: QDialog) -> None:
        assert isinstance(dialog, StepDownDialog)
        dialog.boxes[1][0].setChecked(True)
        dialog.boxes[3][1].setChecked(True)

    answering(tick)
    row(panel, "Step-down quality (0 good to 6 poor), right").checklist_asked.emit()
    assert page.document.plan.record.scores == (Score("step-down", Decimal(3), Side.RIGHT),)
    assert row(panel, "Step-down quality (0 good to 6 poor), right").told == "medium"


def test_the_measures_of_a_plan_are_remembered_for_it(page: PlanPage, panel: ScoresPanel, desk: Desk) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, MeasuresDialog)
        for measure_id, box in dialog.boxes.items():
            box.setChecked(measure_id in ("lefs", "groc"))

    answering(choose)
    panel._measures.click()
    assert names(panel) == ["Lower Extremity Functional Scale (LEFS)", "Global rating of change since the start (GROC)"]
    kept = desk.background.wait_for(lambda: desk.library.kept(kept_name(page.document.plan.id)))
    assert measures_from(kept) == ("lefs", "groc")


@pytest.mark.parametrize("text", ["", "{", "3", '["a b"]', "[1]", "null", "[" * 100_000])
def test_a_setting_that_is_no_list_of_measures_offers_the_usual_ones(text: str) -> None:
    assert measures_from(text) is None
    assert measures_from(written_measures(("akps",))) == ("akps",)


def test_a_template_has_no_scores_to_type(desk: Desk, page: PlanPage) -> None:
    opened = page.document.opened
    page.document.note_opened(type(opened)(opened.plan, opened.visit, None, True, opened.saved_count))
    panel = page.scores.panel
    panel._follow()
    assert not panel._measures.isEnabled()
    assert "patient's visit" in panel._hint.text()


def test_a_page_of_progress_is_saved_from_the_tab(page: PlanPage, panel: ScoresPanel, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.keyClicks(row(panel, "Worst").field, "7")
    for reader in Reader:
        target = tmp_path / f"{reader.value}.pdf"
        page.scores.save(page.scores.progress(reader), target)
        qtbot.waitUntil(target.exists)
        assert target.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: "Saved as" in page.notices.text)


def test_where_the_page_cannot_be_saved_it_says_so(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.scores.save(page.scores.progress(Reader.PATIENT), tmp_path / "missing" / "page.pdf")
    qtbot.waitUntil(lambda: "could not be saved" in page.notices.text)
