"""Autosave says Saved only of what the database has committed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pfss_desktop.document.autosave import Autosave, SaveState
from pfss_desktop.document.background import Background
from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.prescriptions import add_exercises, set_note
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.storage.database import PlanDatabase
from tests.pictures import outline, planned, prescribed


class SometimesFull:
    """A library whose disk can be full."""

    def __init__(self, library: PlanDatabase) -> None:
        self.library = library
        self.is_full = False

    def save_plan(self, opened: OpenPlan, plan: Plan) -> OpenPlan:
        if self.is_full:
            raise UserError("The disk is full. Nothing was written.")
        return self.library.save_plan(opened, plan)


class Story:
    """An open plan with its autosave, and the database behind it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "plans.sqlite"
        self.background = Background("test")
        self.database = self.background.wait_for(lambda: PlanDatabase.open(self.path, folder / "backups"))
        self.library = SometimesFull(self.database)
        opened = self.background.wait_for(lambda: self.database.add_plan(planned("Calm"), None, date(2026, 11, 22)))
        self.document = PlanDocument(opened)
        self.autosave = Autosave(self.document, self.library, self.background)
        self.said: list[SaveState] = []
        self.autosave.reported.connect(lambda report: self.said.append(report.state))

    def add(self, name: str) -> None:
        self.document.edit("Add", add_exercises(self.document.plan, "Calm", [prescribed(name)]))

    def stored(self) -> str:
        return outline(self.background.wait_for(lambda: self.database.open_plan("plan")).plan)

    def end(self) -> None:
        self.autosave.stop()
        self.background.settle()
        self.background.wait_for(self.database.close)
        self.background.close()


@pytest.fixture
def story(qapp: object, tmp_path: Path) -> Iterator[Story]:
    told = Story(tmp_path)
    yield told
    told.end()


def test_after_a_pause_the_plan_is_in_the_database(qtbot: QtBot, story: Story) -> None:
    assert story.autosave.report.state is SaveState.SAVED

    story.add("bridge")
    assert story.autosave.report.state is SaveState.SAVING
    qtbot.waitUntil(lambda: story.autosave.report.state is SaveState.SAVED)

    assert story.stored() == "Calm\n  bridge"


def test_typing_on_and_on_does_not_hold_the_save_back(qtbot: QtBot, story: Story) -> None:
    story.add("bridge")
    words = iter("abcdefghijklmnopqrstuvwxyz" * 40)

    def type_until_saved() -> bool:
        story.document.edit("Note", set_note(story.document.plan, "bridge", next(words)), "bridge.note")
        return story.document.opened.saved_count > 1

    qtbot.waitUntil(type_until_saved, timeout=10_000)
    assert story.stored() == "Calm\n  bridge"


def test_an_edit_during_a_save_is_saved_next_and_never_called_saved_before(qtbot: QtBot, story: Story) -> None:
    story.add("bridge")
    story.autosave.save_soon()
    story.add("clamshell")
    story.said.clear()

    qtbot.waitUntil(lambda: story.autosave.report.state is SaveState.SAVED)

    assert story.said[-1] is SaveState.SAVED
    assert story.said.count(SaveState.SAVED) == 1
    assert story.stored() == "Calm\n  bridge\n  clamshell"


def test_leaving_saves_at_once_even_behind_a_running_save(story: Story) -> None:
    story.add("bridge")
    story.autosave.save_soon()
    story.add("clamshell")

    assert story.autosave.save_now()

    assert story.autosave.report.state is SaveState.SAVED
    assert story.stored() == "Calm\n  bridge\n  clamshell"


def test_a_full_disk_is_said_and_tried_again(qtbot: QtBot, story: Story) -> None:
    story.library.is_full = True
    story.add("bridge")
    story.autosave.save_soon()
    qtbot.waitUntil(lambda: story.autosave.report.state is SaveState.NOT_SAVED)
    assert story.autosave.report.reason == "The disk is full. Nothing was written."
    assert not story.autosave.save_now()
    assert outline(story.document.plan) == "Calm\n  bridge"

    story.library.is_full = False
    story.add("clamshell")
    qtbot.waitUntil(lambda: story.autosave.report.state is SaveState.SAVED)
    assert story.stored() == "Calm\n  bridge\n  clamshell"


def test_undoing_back_to_what_is_stored_is_saved_without_a_save(story: Story) -> None:
    story.add("bridge")
    story.document.undo_stack.undo()

    assert story.autosave.report.state is SaveState.SAVED
    assert story.document.opened.saved_count == 1
