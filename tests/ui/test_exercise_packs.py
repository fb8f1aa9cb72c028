"""Packs in the window: written, read elsewhere after a look, refused whole; and the clinic's own words for new plans."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pfss_desktop.app import read_resources
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.own_exercise import OwnExercise, blank_exercise
from pfss_desktop.domain.pack_import import Choice
from pfss_desktop.domain.plan import Plan
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.pack_dialog import PackDialog
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

SLIDE = OwnExercise(replace(blank_exercise(), id="own-slide", for_patient=PatientText("Slide", ("Slide.",))))


@pytest.fixture
def resources() -> Resources:
    """A shelf of its own, as these stories change it."""
    return read_resources()


@pytest.fixture
def page(open_page: Callable[[Plan], PlanPage]) -> PlanPage:
    return open_page(planned("Calm *"))


def settle(desk: Desk) -> None:
    desk.background.settle()
    desk.background.settle()


def dialog_of(page: PlanPage) -> PackDialog:
    [dialog] = [each for each in page.window().findChildren(PackDialog) if each.isVisible()]
    return dialog


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.resources.catalogue if each.is_own]


def test_a_pack_brings_back_what_was_removed_and_asks_about_what_was_changed(page: PlanPage, desk: Desk, tmp_path: Path) -> None:
    page.own.keep(SLIDE)
    settle(desk)
    pack = tmp_path / "slide.pfsspack"
    page.packs.export(pack)
    desk.library.remove_own_exercise("own-slide")
    page.own.keep_text("clamshell", None)
    settle(desk)
    assert names(desk) == []
    page.packs.read(pack)
    settle(desk)
    dialog_of(page)._confirm()
    settle(desk)
    assert names(desk) == ["Slide"]
    page.own.keep(replace(SLIDE, exercise=replace(SLIDE.exercise, for_patient=PatientText("Slide, slowly", ("Slide.",)))))
    settle(desk)
    page.packs.read(pack)
    settle(desk)
    dialog = dialog_of(page)
    assert dialog.choices[0].value() is Choice.KEEP_BOTH
    dialog._confirm()
    settle(desk)
    assert names(desk) == ["Slide", "Slide, slowly"]


def test_a_bad_pack_changes_nothing_and_says_why(page: PlanPage, desk: Desk, tmp_path: Path) -> None:
    pack = tmp_path / "bad.pfsspack"
    pack.write_bytes(b"no archive")
    page.packs.read(pack)
    settle(desk)
    assert "not a zip archive" in page.notices.text
    assert names(desk) == []


def test_the_clinics_words_are_used_in_new_plans_until_they_are_taken_back(page: PlanPage, desk: Desk) -> None:
    words = PatientText("Open the clam", ("Open.",))
    page.own.keep_text("clamshell", words)
    settle(desk)
    page.commands.add_exercises(["clamshell"])
    assert [held.text for held in page.document.plan.prescriptions()] == [words]
    assert "clamshell" in desk.resources.search.find("open the clam")
    page.own.keep_text("clamshell", None)
    settle(desk)
    page.commands.add_exercises(["clamshell"])
    assert [held.text.name for held in page.document.plan.prescriptions()] == ["Open the clam", "Clamshell"]


def test_changed_words_can_become_the_clinics_from_the_form(page: PlanPage, desk: Desk) -> None:
    page.commands.add_exercises(["clamshell"])
    [held] = page.document.plan.prescriptions()
    page.board.choose([held.id])
    form = page.inspector._prescription._words
    assert (form._default.isVisibleTo(form), form._no_default.isVisibleTo(form)) == (False, False)
    form._name.setText("Shell")
    form._name.textEdited.emit("Shell")
    assert form._default.isVisibleTo(form)
    form._default.click()
    settle(desk)
    clamshell = desk.resources.catalogue.get("clamshell")
    assert clamshell is not None
    assert clamshell.name == "Shell"
    assert (form._default.isVisibleTo(form), form._no_default.isVisibleTo(form)) == (False, True)
    form._no_default.click()
    settle(desk)
    assert desk.resources.shelf.texts == {}


def test_templates_speak_the_clinics_words_too(page: PlanPage, desk: Desk) -> None:
    def told() -> set[str]:
        held = (held for each in desk.resources.templates for held in each.plan.prescriptions())
        return {each.text.name for each in held if each.exercise_id == "clamshell"}

    assert told() == {"Clamshell"}
    page.own.keep_text("clamshell", PatientText("Open the clam", ("Open.",)))
    settle(desk)
    assert told() == {"Open the clam"}
