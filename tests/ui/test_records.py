"""From the window to other programs: a record system, a spreadsheet, and a colleague's window, with all visits."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.ui import either_question
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.either_question import ask_either
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.plan_file_desk import PlanFileDesk
from pfss_desktop.ui.plan_page import PlanPage
from tests.pictures import planned

JO = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31), language="es")
DAYS = (date(2026, 3, 9), date(2026, 3, 23))


def scored(plan: Plan, worst: int) -> Plan:
    return set_record(plan, VisitRecord((Score("nprs-worst", Decimal(worst)),)))


@pytest.fixture
def opened(desk: Desk) -> OpenPlan:
    """A plan of a patient at its second visit."""
    desk.library.add_patient(JO)
    first = desk.library.add_plan(scored(planned("Calm *\n  Quad set\nStrength\n  Bridge"), 7), JO.id, DAYS[0])
    begun = desk.library.begin_visit(first, DAYS[1])
    return desk.library.save_plan(begun, scored(begun.plan, 4))


@pytest.fixture
def page(opened: OpenPlan, desk: Desk, qtbot: QtBot) -> PlanPage:
    shown = PlanPage(opened, desk)
    qtbot.addWidget(shown)
    desk.background.settle()
    return shown


@pytest.fixture
def files(desk: Desk, qtbot: QtBot) -> PlanFileDesk:
    window = QWidget()
    qtbot.addWidget(window)
    return PlanFileDesk(desk.library, desk.background, desk.settings, NoticeBar(window), window)


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path, answer: int | None = None) -> list[str]:
    """Answer the questions that come; return the file names on offer, as they come."""
    offered: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(proposed).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(either_question, "ask_either", lambda *_words: answer)
    return offered


@pytest.mark.parametrize(("answer", "is_named"), [(0, False), (1, True)])
def test_a_record_system_gets_what_is_on_the_screen_and_the_name_only_if_that_is_wanted(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int, is_named: bool
) -> None:
    offered = choosing(monkeypatch, tmp_path / "record", answer)
    page.document.edit("score", scored(page.document.plan, 2))
    with qtbot.waitSignal(page.files.saved):
        page.actions_["record_system"].trigger()
    text = (tmp_path / "record.json").read_text(encoding="utf-8")
    found = [entry["resource"] for entry in json.loads(text)["entry"]]
    assert [each["valueQuantity"]["value"] for each in found if each["resourceType"] == "Observation"] == [7, 2]
    assert (JO.name in text) == is_named
    requests = [each for each in found if each["resourceType"] == "ServiceRequest"]
    assert all("veces" in each["patientInstruction"] or "vez" in each["patientInstruction"] for each in requests)
    assert offered == [f"{page.handout.request().on}_plan-{page.document.plan.id[:8]}-record.json"]


def test_scores_become_a_table(page: PlanPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, tmp_path / "scores.csv")
    with qtbot.waitSignal(page.files.saved):
        page.actions_["scores_table"].trigger()
    _head, *rows = (tmp_path / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[:3] + row.split(",")[-2:-1] for row in rows] == [
        ["1", "2026-03-09", "Calm", "7"],
        ["2", "2026-03-23", "Calm", "4"],
    ]


@pytest.mark.parametrize("action", ["record_system", "scores_table"])
def test_a_file_that_cannot_be_written_is_told_and_another_place_offered(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    choosing(monkeypatch, tmp_path / "no such folder" / "file", 0)
    page.actions_[action].trigger()
    qtbot.waitUntil(lambda: page.notices.text.startswith("The file could not be saved: No such file or directory."))


def test_giving_up_writes_nothing(page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = choosing(monkeypatch, tmp_path / "record.json", None)
    page.actions_["record_system"].trigger()
    assert offered == []


@pytest.mark.parametrize(("answer", "count"), [(0, 2), (1, 1)])
def test_a_plan_goes_to_a_colleague_with_all_its_visits_or_only_this_one(
    files: PlanFileDesk,
    opened: OpenPlan,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    count: int,
) -> None:
    choosing(monkeypatch, tmp_path / "plan.pfss", answer)
    files.ask_and_export(replace(opened, plan=scored(opened.plan, 1)))
    desk.background.settle()
    assert "nver" not in (tmp_path / "plan.pfss").read_text(encoding="utf-8")
    with qtbot.waitSignal(files.imported) as told:
        files.import_file(tmp_path / "plan.pfss")
    history = desk.library.history(told.args[0])
    assert told.args[0] != opened.plan.id
    assert [held.plan.record.scores[0].value for held in history] == [7, 1][-count:]
    assert [held.visit.on for held in history][:-1] == [*DAYS][: count - 1]
    assert [held.visit.issued for held in history] == [True, False][-count:]


def test_a_plan_at_its_first_visit_is_saved_without_a_question(
    files: PlanFileDesk, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.library.add_plan(planned("Calm"), None, DAYS[0])
    choosing(monkeypatch, tmp_path / "plan.pfss", None)
    files.ask_and_export(first)
    assert (tmp_path / "plan.pfss").exists()


@pytest.mark.parametrize("number", [0, 1, None])
def test_the_question_has_two_answers_and_a_way_out(qtbot: QtBot, number: int | None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        [box] = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
        if number is None:
            box.reject()
        else:
            box.buttons()[[button.text() for button in box.buttons()].index(ANSWERS[number])].click()

    QTimer.singleShot(0, answer)
    assert ask_either("Title", "Which?", "One or the other.", ANSWERS, parent) == number


ANSWERS = ("All visits", "Only this visit")
