"""The clinic's logo: chosen or dropped in the letterhead, on every sheet from then on, and taken away again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.logo import logo_from_picture
from pfss_desktop.handout.request import Letterhead
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.letterhead_dialog import LetterheadDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "our logo.png"
    Image.new("RGB", (900, 300), (10, 90, 150)).save(path)
    return path


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> LetterheadDialog:
    asked = LetterheadDialog(Letterhead("Hill Clinic"), desk.maker, tmp_path)
    qtbot.addWidget(asked)
    asked.show()
    return asked


def read(dialog: LetterheadDialog, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(dialog.logo_field.reading_changed, check_params_cb=lambda is_reading: not is_reading):
        dialog.logo_field.read(path)


def confirm_of(dialog: LetterheadDialog) -> bool:
    [buttons] = dialog.findChildren(QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_chosen_picture_is_shown_and_kept_small(
    dialog: LetterheadDialog, qtbot: QtBot, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dialog.logo_field._preview.text() == "No logo"
    assert not dialog.logo_field._remove.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(picture), ""))
    with qtbot.waitSignal(dialog.logo_field.reading_changed, check_params_cb=lambda is_reading: not is_reading):
        dialog.logo_field._choose.click()
        assert not confirm_of(dialog), "not before the picture is read"

    assert confirm_of(dialog)
    assert dialog.letterhead() == Letterhead("Hill Clinic", logo=logo_from_picture(picture.read_bytes()))
    assert Image.open(BytesIO(dialog.letterhead().logo)).size == (600, 200)
    assert not dialog.logo_field._preview.pixmap().isNull()

    dialog.logo_field._remove.click()
    assert dialog.letterhead() == Letterhead("Hill Clinic")
    assert dialog.logo_field._preview.text() == "No logo"


def test_a_picture_can_be_dropped_anywhere_on_the_dialog(dialog: LetterheadDialog, qtbot: QtBot, picture: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(dialog.rect().center(), *held)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(dialog.logo_field.reading_changed, check_params_cb=lambda is_reading: not is_reading):
        dialog.dropEvent(QDropEvent(QPointF(dialog.rect().center()), *held))
    assert dialog.letterhead().logo


def test_what_is_no_single_file_is_not_taken(dialog: LetterheadDialog, picture: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture)), QUrl("https://example.org/logo.png")])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(dialog.rect().center(), *held)
    enter.ignore()
    dialog.dragEnterEvent(enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize(
    ("content", "told"), [(b"<svg/>", "Choose a PNG or JPEG file"), (b"\x89PNG\r\n\x1a\n cut", "Choose a PNG or JPEG file")]
)
def test_a_broken_picture_is_told_and_the_logo_stays(
    dialog: LetterheadDialog, qtbot: QtBot, picture: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    read(dialog, qtbot, picture)
    before = dialog.letterhead()
    (tmp_path / "broken.png").write_bytes(content)
    read(dialog, qtbot, tmp_path / "broken.png")
    assert told in dialog.logo_field.fault.text()
    assert dialog.logo_field.fault.isVisible()
    assert dialog.letterhead() == before
    assert confirm_of(dialog)


def test_a_dialog_closed_while_reading_hears_no_more(desk: Desk, picture: Path) -> None:
    import shiboken6

    dialog = LetterheadDialog(Letterhead(), desk.maker, picture.parent)
    dialog.logo_field.read(picture)
    shiboken6.delete(dialog)
    desk.maker._background.settle()
    assert not shiboken6.isValid(dialog)


def test_the_logo_is_on_the_sheet_and_known_to_the_next_start(
    open_page: Callable[[Plan], PlanPage], desk: Desk, qtbot: QtBot, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(planned("Calm"))
    logo = logo_from_picture(picture.read_bytes())

    def typed(dialog: QDialog) -> QDialog.DialogCode:
        assert isinstance(dialog, LetterheadDialog)
        dialog._clinic.setText("Hill Clinic")
        dialog.logo_field._show(logo)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(LetterheadDialog, "exec", typed)
    with qtbot.waitSignal(page.handout.changed):
        page.handout.ask_letterhead()
    assert page.handout.request().letterhead == Letterhead("Hill Clinic", logo=logo)

    desk.background.settle()
    later = ClinicDesk(desk.library, desk.background, desk.resources.choices)
    later.ask()
    desk.background.settle()
    assert later.sheet.logo == logo


@pytest.mark.parametrize("kept", ["{", '"AAAA"', "7"])
def test_a_damaged_logo_in_the_database_is_told_and_left_out(desk: Desk, kept: str) -> None:
    desk.background.wait_for(lambda: desk.library.keep("logo", kept))
    told: list[str] = []
    desk.clinic.failed.connect(told.append)
    desk.clinic.ask()
    desk.background.settle()
    assert desk.clinic.sheet.logo == b""
    assert [line.partition(".")[0] for line in told] == ["The clinic’s logo could not be read, so sheets are printed without it"]
