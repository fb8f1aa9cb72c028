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
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk
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


def test_the_diarys_days_and_the_flare_up_plan_are_the_clinics_own_until_put_back(dialog: HandoutDialog) -> None:
    form = dialog.defaults_form
    assert dialog.defaults() == SheetDefaults()
    assert form.flare_up.toPlainText().startswith("Take 2 easy days:")
    assert not form._reset.isEnabled()

    form.days.choose(28)
    form.flare_up.setPlainText("  Rest for a day. \n\n<b>Ice</b>\x07 helps some people.\n")
    assert dialog.defaults() == SheetDefaults(28, ("Rest for a day.", "<b>Ice</b> helps some people."))

    form._reset.click()
    assert dialog.defaults() == SheetDefaults(28)


def test_too_much_of_a_flare_up_plan_is_told(dialog: HandoutDialog) -> None:
    form = dialog.defaults_form
    form.flare_up.setPlainText("\n".join(f"Step {number}." for number in range(1, 12)))
    assert form._fault.text() == "Only the first 8 steps are printed."
    assert len(dialog.defaults().flare_up) == 8
    form.flare_up.setPlainText("x" * 300)
    assert form._fault.text() == "A step has at most 200 letters; the rest is left out."
    assert dialog.defaults().flare_up == ("x" * 200,)
    form.flare_up.setPlainText("")
    assert not form._fault.isVisible()
    assert dialog.defaults() == SheetDefaults()


def test_the_clinics_defaults_are_kept_and_known_to_the_next_start(desk: Desk) -> None:
    own = SheetDefaults(21, ("Rest.",))
    desk.clinic.sheet.keep_defaults(own)
    later = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    later.ask()
    desk.background.settle()
    assert later.sheet.defaults == own

    told: list[str] = []
    desk.background.wait_for(lambda: desk.library.keep("sheet", '{"diary_days": 0}'))
    later.failed.connect(told.append)
    later.ask()
    desk.background.settle()
    assert told[0].startswith("The clinic’s own diary and flare-up plan could not be read")
