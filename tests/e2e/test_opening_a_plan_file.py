"""A plan file that is named at the start, as by a double click, is taken in and shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pfss_desktop.app import Program
from pfss_desktop.commands.window import open_window
from pfss_desktop.commands.words import UnknownWords, understood
from pfss_desktop.exchange.plan_file import encode_plan
from pfss_desktop.paths import DataFolder
from tests.pictures import planned


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / "Zoë's plan, 100%.PFSS"
    file.write_bytes(encode_plan(planned("Calm\n  Quad set\nStrength\n  Bridge")))
    return file


def test_the_window_shows_the_plan_of_the_file(qtbot: QtBot, qapp: QApplication, tmp_path: Path, plan_file: Path) -> None:
    program = Program(qapp, DataFolder(tmp_path / "data"))
    try:
        program.import_when_ready(plan_file)
        program.window.show()
        qtbot.waitUntil(lambda: program.window.plan_page is not None)
        page = program.window.plan_page
        assert page is not None
        assert [phase.name for phase in page.document.plan.phases] == ["Calm", "Strength"]
    finally:
        program.window.close()
        program.close()


def test_a_file_that_is_no_plan_is_told_and_the_first_page_stays(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "bad.pfss").write_bytes(b"not a plan")
    program = Program(qapp, DataFolder(tmp_path / "data"))
    try:
        program.import_when_ready(tmp_path / "bad.pfss")
        program.window.show()
        qtbot.waitUntil(lambda: program.window.notices.text.startswith("This plan file cannot be used. Nothing was changed."))
        assert program.window.plan_page is None
    finally:
        program.window.close()
        program.close()


@pytest.mark.parametrize("before", [[], ["--data-dir", "kept"], ["--data-dir=kept"]])
def test_a_plan_file_alone_asks_for_the_window(before: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    run, data = understood([*before, "My plan.PFSS"])
    assert getattr(run, "func", None) is open_window
    assert getattr(run, "keywords", None) == {"file": tmp_path / "My plan.PFSS"}
    assert not before or data.root == tmp_path / "kept"


@pytest.mark.parametrize(
    "words", [["--self-test", "x.pfss"], ["x.pfss", "y.pfss"], ["plan", "x.pfss"], ["--data-dir", "", "x.pfss"]]
)
def test_anything_else_is_refused(words: list[str]) -> None:
    with pytest.raises(UnknownWords):
        understood(words)
