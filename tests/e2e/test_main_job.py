"""The whole main job through the real `main()`: start, build, save, close, reopen, change, handout."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from pfss_desktop.cli import main
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.exchange.plan_file import decode_plan
from pfss_desktop.ui.main_window import MainWindow
from pfss_desktop.ui.unsaved_question import Answer
from tests.pictures import outline
from tests.ui.drops import drop, middle

PATIENCE_MS = 20_000


class Sitting:
    """What a person does in the window, step by step; a step starts once what it waits for is there."""

    def __init__(self) -> None:
        self._steps: list[tuple[Callable[[MainWindow], bool], Callable[[MainWindow], object]]] = []
        self.faults: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._step)
        self._patience = QTimer()
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def when(self, reached: Callable[[MainWindow], bool], act: Callable[[MainWindow], object]) -> None:
        self._steps.append((reached, act))

    def run(self, *words: str) -> int:
        """Run `main` with these words until the window is closed; raise what a step raised."""
        self._timer.start()
        self._patience.start()
        code = main(list(words))
        self._timer.stop()
        self._patience.stop()
        assert not self.faults, self.faults[0]
        assert not self._steps, f"{len(self._steps)} steps were never reached"
        return code

    def _step(self) -> None:
        window = next((shown for shown in QApplication.topLevelWidgets() if isinstance(shown, MainWindow)), None)
        if window is None or not self._steps or not self._steps[0][0](window):
            return
        _reached, act = self._steps.pop(0)
        try:
            act(window)
        except AssertionError as error:
            self.faults.append(str(error) or "a step failed")
            self._give_up()

    def _give_up(self) -> None:
        self._timer.stop()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()


def is_ready(window: MainWindow) -> bool:
    return window._desk is not None


def has_plan(window: MainWindow) -> bool:
    return window.plan_page is not None


def is_saved(window: MainWindow) -> bool:
    return window.plan_page is not None and window.plan_page.status.saved_text == "Saved"


@pytest.fixture(autouse=True)
def _stays_open(qapp: QApplication) -> object:
    """The test's own application must not quit the test run's event loops when the last window closes."""
    yield
    QApplication.processEvents()


def test_from_an_empty_database_to_the_paper_and_back(qapp: QApplication, tmp_path: Path) -> None:
    data, paper = tmp_path / "data", tmp_path / "plan.pdf"
    pictures: list[str] = []

    def build(window: MainWindow) -> None:
        page = window.plan_page
        first = page.document.plan.phases[0].id
        listed = page.catalogue
        listed.search_field.setText("clamshell")
        carried = listed.model.mimeData([listed.model.index(0, 0)])
        assert drop(page.board, middle(page.board, first), carried)
        page.header.side_chosen.emit(Side.RIGHT)
        page.commands.add_exercises(["slr-flexion", "bridge-double"])
        page.commands.add_phase()
        page.commands.add_exercises(["wall-squat"])

    def leave(window: MainWindow) -> None:
        pictures.append(outline(window.plan_page.document.plan))
        window.close()

    first = Sitting()
    first.when(is_ready, lambda window: window.start_plan())
    first.when(has_plan, build)
    first.when(is_saved, leave)
    assert first.run("--data-dir", str(data)) == 0
    assert pictures == ["Phase 1\n  Clamshell\n  Straight leg raise, lying on your back\n  Bridge\nPhase 2\n  Wall squat (slide)"]

    def reopen(window: MainWindow) -> None:
        listed = window.start_page.recent.list
        assert listed.count() == 1
        listed.itemActivated.emit(listed.item(0))

    def change(window: MainWindow) -> None:
        page = window.plan_page
        assert outline(page.document.plan) == pictures[0]
        held = next(page.document.plan.prescriptions())
        page.board.choose([held.id])
        page.inspector._prescription._dosage._sets.setValue(4)
        page.handout.save(paper)

    second = Sitting()
    second.when(lambda window: is_ready(window) and window.start_page.recent.list.count() > 0, reopen)
    second.when(has_plan, change)
    second.when(lambda window: paper.exists() and is_saved(window), MainWindow.close)
    assert second.run("--data-dir", str(data)) == 0

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert "Clamshell" in text
    assert "4 sets" in text
    assert "Wall squat" in text


def test_a_plan_gets_its_patient_and_is_found_under_the_name(qapp: QApplication, tmp_path: Path) -> None:
    said: list[str] = []

    def assign(window: MainWindow) -> None:
        patient = Patient(new_id(), "Ann <b>Sample</b>", "A-17")
        library, background = window._library, window._background
        background.wait_for(lambda: library.add_patient(patient))
        window.plan_page.patient.assign(patient.id)

    def named(window: MainWindow) -> bool:
        return has_plan(window) and window.plan_page.document.patient is not None

    def back(window: MainWindow) -> None:
        said.append(window.plan_page.header._patient.text())
        window.show_start()

    def listed(window: MainWindow) -> bool:
        return window.plan_page is None and window.start_page.recent.list.count() == 1

    sitting = Sitting()
    sitting.when(is_ready, lambda window: window.start_plan())
    sitting.when(has_plan, assign)
    sitting.when(named, back)
    sitting.when(listed, lambda window: said.append(window.start_page.recent.list.item(0).text()) or window.close())
    assert sitting.run("--data-dir", str(tmp_path / "data")) == 0

    assert said[0] == "Ann <b>Sample</b>"
    assert said[1].startswith("Ann <b>Sample</b> · Knee exercise plan")


def test_a_template_is_a_start_and_an_own_one_joins_the_list(qapp: QApplication, tmp_path: Path) -> None:
    seen: list[object] = []

    def from_template(window: MainWindow) -> None:
        window.start_from_template("pfss-classic")

    def keep(window: MainWindow) -> None:
        plan = window.plan_page.document.plan
        seen.append(len(plan.phases))
        library, background = window._library, window._background
        from pfss_desktop.domain.templates import template_from

        background.wait_for(lambda: library.add_template(template_from(plan, "Our way")))
        window.show_start()

    def listed(window: MainWindow) -> bool:
        templates = window.start_page.templates
        return window.plan_page is None and any(
            templates.item(row).text().startswith("Our way") for row in range(templates.count())
        )

    sitting = Sitting()
    sitting.when(is_ready, from_template)
    sitting.when(is_saved, keep)
    sitting.when(listed, MainWindow.close)
    assert sitting.run("--data-dir", str(tmp_path / "data")) == 0
    assert seen[0] >= 4


def test_everything_that_is_kept_lies_in_the_data_folder_and_is_private(qapp: QApplication, tmp_path: Path) -> None:
    sitting = Sitting()
    sitting.when(is_ready, lambda window: window.start_plan())
    sitting.when(is_saved, MainWindow.close)
    assert sitting.run("--data-dir", str(tmp_path / "data")) == 0

    names = {file.name for file in (tmp_path / "data").rglob("*") if file.is_file()}
    assert "plans.sqlite" in names
    for file in (tmp_path / "data").rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_a_database_from_the_future_is_told_and_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    sitting = Sitting()
    sitting.when(is_ready, MainWindow.close)
    assert sitting.run("--data-dir", str(tmp_path / "data")) == 0
    database = tmp_path / "data" / "plans.sqlite"
    content = bytearray(database.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    database.write_bytes(content)
    told: list[str] = []

    sitting = Sitting()
    sitting.when(
        lambda window: window.start_page.fault.isVisible(),
        lambda window: told.append(window.start_page.fault.text()) or window.close(),
    )
    assert sitting.run("--data-dir", str(tmp_path / "data")) == 0

    assert "newer" in told[0]
    assert database.read_bytes() == content


@pytest.mark.parametrize("answer", ["stay", "copy", "give up"])
def test_a_plan_that_cannot_be_saved_is_never_lost_unasked(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.pfss"
    asked: list[str] = []

    def answered(reason: str, _parent: object) -> Answer:
        asked.append(reason)
        if answer == "stay" and len(asked) > 1:
            return Answer.GIVE_UP
        return {"stay": Answer.STAY, "copy": Answer.SAVE_COPY, "give up": Answer.GIVE_UP}[answer]

    def lose_the_disk(window: MainWindow) -> None:
        (data / "plans.sqlite").rename(tmp_path / "elsewhere.sqlite")
        window.plan_page.commands.add_exercises(["clamshell"])
        window.close()

    monkeypatch.setattr("pfss_desktop.ui.unsaved_question.ask_about_unsaved", answered)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(copy), ""))
    sitting = Sitting()
    sitting.when(is_ready, lambda window: window.start_plan())
    sitting.when(is_saved, lose_the_disk)
    if answer == "stay":
        sitting.when(lambda window: len(asked) == 1 and has_plan(window), MainWindow.close)
    assert sitting.run("--data-dir", str(data)) == 0

    assert asked
    assert "disappeared" in asked[0] or "moved" in asked[0] or "gone" in asked[0]
    if answer == "copy":
        assert "Clamshell" in outline(decode_plan(copy.read_bytes()).plan)
