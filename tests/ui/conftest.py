"""A desk as the program has it: a real database in a temporary folder, the real catalogue, an open plan on a page."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pfss_desktop.app import read_resources
from pfss_desktop.document.background import Background
from pfss_desktop.domain.plan import Plan
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.handout_maker import HandoutMaker
from pfss_desktop.ui.plan_page import PlanPage
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.thumbnails import Thumbnails


@pytest.fixture(scope="session")
def resources() -> Resources:
    return read_resources()


@pytest.fixture
def desk(qapp: object, tmp_path: Path, resources: Resources) -> Iterator[Desk]:
    background = Background("test library")
    library = background.wait_for(lambda: PlanDatabase.open(tmp_path / "plans.sqlite", tmp_path / "backups"))
    maker = HandoutMaker()
    clinic = ClinicDesk(library, background, resources.choices)
    settings, thumbnails = Settings(tmp_path / "settings.ini"), Thumbnails(resources.figures)
    yield Desk(library, background, resources, settings, maker, thumbnails, clinic)
    maker.close()
    background.settle()
    background.wait_for(library.close)
    background.close()


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[Plan], PlanPage]]:
    """Store a plan and show it on a page, its model under Qt's own tester in fatal mode."""
    pages: list[PlanPage] = []

    def opened(plan: Plan, on: date = date(2026, 11, 22)) -> PlanPage:
        stored = desk.background.wait_for(lambda: desk.library.add_plan(plan, None, on))
        page = PlanPage(stored, desk)
        page.tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        qtbot.addWidget(page)
        page.resize(1400, 800)
        page.show()
        qtbot.waitExposed(page)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.leave()
        page.release()
