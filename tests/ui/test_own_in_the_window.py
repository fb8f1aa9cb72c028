"""Own exercises in the window: written anew or as a copy, with a photo or a shaped figure, found at once, removed and back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.app import read_resources
from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.plan import Plan
from pfss_desktop.handout.figures_on_paper import OwnPhoto, PrescribedFigure
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.own_dialog import OwnDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

PLAN = "Calm *\n  clamshell"


@pytest.fixture
def resources() -> Resources:
    """A shelf of its own, as these stories change it."""
    return read_resources()


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage]) -> PlanPage:
    return open_page(planned(PLAN))


def choose(page: PlanPage, words: str) -> None:
    page.catalogue.search_field.setText(words)
    page.catalogue.list.setCurrentIndex(page.catalogue.model.index(0, 0))


def editor(page: PlanPage) -> OwnDialog:
    [dialog] = page.window().findChildren(OwnDialog)
    return dialog


def saved(page: PlanPage, desk: Desk, dialog: OwnDialog) -> None:
    dialog.finish()
    desk.background.settle()
    desk.background.settle()


def photo_file(folder: Path) -> Path:
    path = folder / "knee.png"
    picture = Image.new("RGB", (800, 600), "red")
    picture.paste("blue", (400, 0, 800, 600))
    picture.save(path)
    return path


def test_a_new_exercise_is_found_and_marked_as_own(page: PlanPage, desk: Desk) -> None:
    page.own.new.trigger()
    dialog = editor(page)
    dialog.words.name.setText("Zebra slide")
    dialog.words.steps.setPlainText("Sit down.\n\nSlide the heel.")
    dialog.words.mistake.setText("The knee falls in.")
    saved(page, desk, dialog)
    choose(page, "zebra")
    [found] = page.catalogue.chosen_exercises()
    assert (found.name, found.for_patient.steps, found.is_own) == ("Zebra slide", ("Sit down.", "Slide the heel."), True)
    told = page.catalogue.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Own · " in told
    page.catalogue.pick_chosen()
    assert "Zebra slide" in [held.text.name for held in page.document.plan.prescriptions()]
    assert page.handout.request().mistakes[found.id] == "The knee falls in."


def test_a_copy_is_changed_and_the_catalogue_keeps_its_own(page: PlanPage, desk: Desk) -> None:
    choose(page, "clamshell")
    page.own.copy.trigger()
    dialog = editor(page)
    assert dialog.words.name.text() == "Clamshell (own)"
    dialog.kind.harder.show_ids(["clamshell-band"])
    saved(page, desk, dialog)
    [copied] = [each for each in desk.resources.catalogue if each.is_own]
    original = desk.resources.catalogue.get("clamshell")
    assert original is not None
    assert (copied.dosage, copied.poses) == (original.dosage, original.poses)
    harder = desk.resources.catalogue.get("clamshell-band")
    assert harder is not None
    assert copied.id in harder.easier


def test_what_is_missing_is_said_and_nothing_is_kept(page: PlanPage, desk: Desk) -> None:
    page.own.new.trigger()
    dialog = editor(page)
    dialog.kind.regions.choose(())
    saved(page, desk, dialog)
    assert dialog.isVisible()
    assert "region" in dialog._fault.text()
    dialog.kind.regions.choose(dialog._own.exercise.regions)
    dialog.words.steps.setPlainText("\n".join("abcde"))
    saved(page, desk, dialog)
    assert "steps" in dialog._fault.text()
    assert desk.library.own_exercises() == ()


def test_a_dropped_photo_is_cut_kept_and_printed(page: PlanPage, desk: Desk, tmp_path: Path) -> None:
    page.own.new.trigger()
    dialog = editor(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_file(tmp_path)))])
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dialog.picture.photo.dropEvent(drop)
    desk.background.settle()
    dialog.picture.show_kind("photo")
    crop = dialog.picture.photo._crop
    crop.take_shape(1.0)
    for _press in range(12):
        QTest.keyClick(crop, Qt.Key.Key_Right)
    saved(page, desk, dialog)
    [own] = desk.library.own_exercises()
    kept = Image.open(BytesIO(own.photo))
    assert kept.size == (600, 600)
    blue = kept.getpixel((590, 300))
    assert isinstance(blue, tuple)
    assert blue[2] > 200
    choose(page, "new exercise")
    page.catalogue.pick_chosen()
    held = list(page.document.plan.prescriptions())[-1]
    assert isinstance(page.handout.request().figures[held.id], OwnPhoto)


def test_a_file_that_is_no_photo_is_refused_with_a_reason(page: PlanPage, desk: Desk, tmp_path: Path) -> None:
    page.own.new.trigger()
    dialog = editor(page)
    path = tmp_path / "song.jpg"
    path.write_bytes(b"ID3 not a photo")
    dialog.picture.photo.read(path)
    desk.background.settle()
    assert "not a photo" in dialog.picture.photo._fault.text()
    assert dialog.picture.photo.photo == b""


def test_a_slider_shapes_the_figure_and_its_joints_are_kept(page: PlanPage, desk: Desk) -> None:
    choose(page, "clamshell")
    page.own.copy.trigger()
    dialog = editor(page)
    pose = dialog.picture.pose
    before = pose.preview.stage.drawing
    QTest.mouseClick(pose.moment._group.button(1), Qt.MouseButton.LeftButton)
    slider = pose.sliders.slider("hip_rotation")
    assert slider.value() == 42
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.value() == 52
    assert pose.preview.stage.drawing != before
    saved(page, desk, dialog)
    [own] = [each for each in desk.resources.catalogue if each.is_own]
    assert own.poses["end"]["right"]["hip_rotation"] == 52
    assert own.motion.working[Joint.HIP_ROTATION] == (8, 52)
    choose(page, "clamshell own")
    page.catalogue.pick_chosen()
    held = list(page.document.plan.prescriptions())[-1]
    assert isinstance(page.handout.request().figures[held.id], PrescribedFigure)


def test_another_base_starts_the_figure_anew(page: PlanPage) -> None:
    page.own.new.trigger()
    pose = editor(page).picture.pose
    for base in ("standing", "sitting", "quadruped", "prone"):
        pose.base.choose(base)
        assert pose.content["base"] == base
        pose.moves.click()
        pose.moves.click()
    assert pose.was_shaped


def test_a_removed_exercise_can_be_brought_back(page: PlanPage, desk: Desk) -> None:
    page.own.new.trigger()
    saved(page, desk, editor(page))
    choose(page, "new exercise")
    assert page.own.remove.isEnabled()
    page.own.remove.trigger()
    desk.background.settle()
    assert not any(each.is_own for each in desk.resources.catalogue)
    [undo] = [button for button in page.notices.findChildren(QPushButton) if button.text() == "Undo"]
    undo.click()
    desk.background.settle()
    assert any(each.is_own for each in desk.resources.catalogue)


def test_built_in_exercises_can_only_be_copied(page: PlanPage) -> None:
    choose(page, "clamshell")
    assert [action.isEnabled() for action in page.own.actions_] == [True, True, False, False]


def test_a_changed_exercise_leaves_plans_as_they_were(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.own.new.trigger()
    saved(page, desk, editor(page))
    choose(page, "new exercise")
    page.catalogue.pick_chosen()
    page.own.change.trigger()
    dialog = next(each for each in page.window().findChildren(OwnDialog) if each.isVisible())
    dialog.words.name.setText("Other name")
    saved(page, desk, dialog)
    assert [held.text.name for held in page.document.plan.prescriptions()][-1] == "New exercise"
    choose(page, "other name")
    assert [each.name for each in page.catalogue.chosen_exercises()] == ["Other name"]


def test_every_control_of_the_editor_has_a_name(page: PlanPage) -> None:
    page.own.new.trigger()
    nameless = [
        type(control).__name__
        for control in editor(page).findChildren(QWidget)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
        # Qt's own parts of drop-down lists, numbers and scroll areas.
        and not isinstance(control, QAbstractItemView)
        and not control.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_the_moment_between_start_and_end_is_looked_at_and_left_again(page: PlanPage) -> None:
    choose(page, "clamshell")
    page.own.copy.trigger()
    pose = editor(page).picture.pose
    preview = pose.preview
    start = preview.stage.drawing
    preview._scrubber.setValue(50)
    between = preview.stage.drawing
    assert between != start
    QTest.mouseClick(pose.moment._group.button(0), Qt.MouseButton.LeftButton)
    assert preview.stage.drawing == start
    assert preview._scrubber.value() == 0


def test_cancelling_asks_only_where_something_would_be_lost(page: PlanPage, desk: Desk) -> None:
    choose(page, "clamshell")
    page.own.copy.trigger()
    untouched = editor(page)
    untouched.reject()
    assert not untouched.isVisible()
    page.own.new.trigger()
    [dialog] = [each for each in page.window().findChildren(OwnDialog) if each.isVisible()]
    dialog.words.cue.setPlainText("Slowly.")
    dialog.reject()
    assert dialog.isVisible()
    [question] = dialog.findChildren(QMessageBox)
    next(each for each in question.buttons() if "Go on" in each.text()).click()
    assert dialog.isVisible()
    dialog.reject()
    [question] = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    next(each for each in question.buttons() if "Close" in each.text()).click()
    assert not dialog.isVisible()
    assert desk.library.own_exercises() == ()
