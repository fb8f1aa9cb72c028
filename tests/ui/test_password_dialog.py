"""Exporting a handout behind a password: typed twice, said what is amiss, kept nowhere."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui import password_dialog
from pfss_desktop.ui.password_dialog import PasswordDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

OpenPage = Callable[[Plan], PlanPage]


@pytest.fixture
def dialog(qtbot: QtBot) -> PasswordDialog:
    made = PasswordDialog()
    qtbot.addWidget(made)
    return made


def test_it_is_ready_when_the_same_stands_in_both_fields(dialog: PasswordDialog, qtbot: QtBot) -> None:
    assert not dialog._ok.isEnabled()
    assert "three or four words" in dialog._told.text()

    qtbot.keyClicks(dialog._first, "blue door")
    assert dialog._told.text() == "Type it once more below."
    qtbot.keyClicks(dialog._second, "blue dor")
    assert dialog._told.text() == "The two are not the same yet."
    assert not dialog._ok.isEnabled()

    dialog._second.setText("blue door")
    assert dialog._told.text() == ""
    assert dialog._ok.isEnabled()
    assert dialog.password() == "blue door"


def test_what_no_reader_would_take_is_said(dialog: PasswordDialog) -> None:
    dialog._first.setText("走" * 60)
    dialog._second.setText("走" * 60)
    assert dialog._told.text().startswith("The password is too long")
    assert not dialog._ok.isEnabled()


def test_what_is_typed_does_not_show(dialog: PasswordDialog) -> None:
    assert {field.echoMode() for field in dialog.findChildren(QLineEdit)} == {QLineEdit.EchoMode.Password}
    assert all(field.accessibleName() for field in dialog.findChildren(QLineEdit))


def test_the_exported_file_opens_by_the_password_and_is_asked_for_anew_each_time(
    open_page: OpenPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(planned("Calm"))
    page.commands.add_exercises(["slr-flexion"])
    path = tmp_path / "plan.pdf"
    asked: list[str] = []

    def answer(dialog: PasswordDialog) -> PasswordDialog.DialogCode:
        asked.append(dialog.password())
        dialog._first.setText("blue door")
        dialog._second.setText("blue door")
        return PasswordDialog.DialogCode.Accepted

    monkeypatch.setattr(password_dialog.PasswordDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    for _time in range(2):
        with qtbot.waitSignal(page.handout.saved):
            page.actions_["export_locked"].trigger()

    assert asked == ["", ""]
    assert page.notices.text.startswith("Handout saved as plan.pdf. It opens with your password only.")
    reader = pypdf.PdfReader(path)
    assert reader.is_encrypted
    assert reader.decrypt("blue door")

    with qtbot.waitSignal(page.handout.saved):
        page.handout.save(path)
    assert not pypdf.PdfReader(path).is_encrypted


def test_leaving_the_question_saves_nothing(open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(planned("Calm"))
    monkeypatch.setattr(password_dialog.PasswordDialog, "exec", lambda _dialog: PasswordDialog.DialogCode.Rejected)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: pytest.fail("no name is to be asked for"))
    page.handout.ask_and_save_locked()
    assert list(tmp_path.glob("*.pdf")) == []
