"""What is on the handout: parts ticked and moved, topics for one plan, all of it on the paper and remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.education import EducationSection, EducationTopic
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.sections import ALL_DETAILS, DEFAULT_SECTIONS, Detail, Section
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.ui.handout_dialog import HandoutDialog
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.settings import Settings
from tests.pictures import planned

TOPICS = tuple(
    EducationTopic(name, "en", title, (EducationSection("", ("Words.",)),))
    for name, title in (("what-it-is", "What it is"), ("ice", "Ice and heat"))
)


@pytest.fixture
def dialog(qtbot: QtBot) -> HandoutDialog:
    asked = HandoutDialog(DEFAULT_SECTIONS, ALL_DETAILS, TOPICS, ("ice",), SheetDefaults())
    qtbot.addWidget(asked)
    asked.show()
    return asked


def row_of(dialog: HandoutDialog, section: Section) -> int:
    parts = dialog._parts
    return next(row for row in range(parts.count()) if parts.item(row).data(Qt.ItemDataRole.UserRole) == section.value)


def test_confirming_without_a_change_changes_nothing(dialog: HandoutDialog) -> None:
    assert dialog.sections() == DEFAULT_SECTIONS
    assert dialog.details() == ALL_DETAILS
    assert dialog.topics() == ("ice",)


def test_a_part_is_left_out_by_its_box_and_the_exercises_have_none(dialog: HandoutDialog) -> None:
    dialog._parts.item(row_of(dialog, Section.DIARY)).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.sections() == tuple(section for section in DEFAULT_SECTIONS if section is not Section.DIARY)
    exercises = dialog._parts.item(row_of(dialog, Section.EXERCISES))
    assert not exercises.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_part_moves_by_keys_and_stops_at_the_ends(dialog: HandoutDialog, qtbot: QtBot) -> None:
    dialog._parts.setFocus()
    dialog._parts.setCurrentRow(row_of(dialog, Section.DIARY))
    qtbot.keyClick(dialog._parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.sections().index(Section.DIARY) + 1 == dialog.sections().index(Section.WHEN_AND_WHERE)
    for _press in range(30):
        dialog.move_part(-1)
    assert dialog.sections()[0] is Section.DIARY
    assert set(dialog.sections()) == set(Section)


def test_leaving_out_when_to_stop_is_answered_with_a_word(dialog: HandoutDialog) -> None:
    assert not dialog._hint.isVisible()
    dialog._parts.item(row_of(dialog, Section.STOP)).setCheckState(Qt.CheckState.Unchecked)
    assert dialog._hint.isVisible()
    dialog._parts.item(row_of(dialog, Section.STOP)).setCheckState(Qt.CheckState.Checked)
    assert not dialog._hint.isVisible()


def test_what_was_chosen_is_on_the_paper_in_the_plan_and_remembered(open_page: Callable[[Plan], PlanPage], qtbot: QtBot) -> None:
    page = open_page(planned("Calm"))

    def choose() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, HandoutDialog)
        asked._parts.item(row_of(asked, Section.GOAL)).setCheckState(Qt.CheckState.Unchecked)
        asked._details[Detail.SHOWN].setChecked(False)
        asked._topics.item(1).setCheckState(Qt.CheckState.Checked)
        asked.accept()

    QTimer.singleShot(0, choose)
    page.handout.ask_contents()

    request = page.handout.request()
    assert Section.GOAL not in request.sections
    assert request.details == ALL_DETAILS - {Detail.SHOWN}
    assert [topic.id for topic in request.education] == list(page.document.plan.education)
    assert len(request.education) == 1
    page.document.undo_stack.undo()
    assert page.handout.request().education == ()
    settings = page._desk.settings
    assert settings.sections == request.sections
    assert settings.details == request.details


def test_settings_of_another_version_are_read_as_far_as_they_are_known(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(tmp_path_factory.mktemp("settings") / "window.ini")
    assert settings.sections == DEFAULT_SECTIONS
    settings._store.setValue("handout/sections", "stop horoscope exercises stop")
    assert settings.sections == (Section.STOP, Section.EXERCISES)
    settings._store.setValue("handout/sections", "horoscope")
    assert settings.sections == DEFAULT_SECTIONS
    assert settings.details == ALL_DETAILS
