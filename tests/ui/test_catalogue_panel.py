"""Search, chips and filters narrow the catalogue down."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pfss_desktop.domain.exercise import Category, PositionGroup
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.ui.catalogue_panel import CataloguePanel
from pfss_desktop.ui.desk import Desk, Resources
from pfss_desktop.ui.thumbnails import Thumbnails


@pytest.fixture
def panel(qtbot: QtBot, resources: Resources, desk: Desk) -> Iterator[CataloguePanel]:
    shown = CataloguePanel(resources.catalogue, resources.search, Thumbnails(resources.figures), desk.clinic)
    tester = QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(shown)
    shown.resize(300, 700)
    shown.show()
    yield shown
    del tester


def names(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_all_are_listed_at_first(panel: CataloguePanel, resources: Resources) -> None:
    assert panel.model.rowCount() == len(resources.catalogue) == 90


def test_a_misspelled_word_still_finds_it(panel: CataloguePanel) -> None:
    panel.search_field.setText("clamshel")
    assert names(panel.model)[0] == "Clamshell"
    panel.search_field.setText("brigde")
    assert names(panel.model)[0] == "Bridge"


def test_chips_and_filters_add_up(panel: CataloguePanel) -> None:
    panel.filters.goals[Category.STRETCH].click()
    assert panel.model.rowCount() == 12
    panel.filters.position.choose(PositionGroup.STANDING)
    shown = [panel.model.exercise(panel.model.index(row, 0)) for row in range(panel.model.rowCount())]
    assert shown
    assert all(exercise.category is Category.STRETCH for exercise in shown)
    assert all(exercise.position.group is PositionGroup.STANDING for exercise in shown)
    assert panel.filters.position.text() == "Standing"


@pytest.mark.parametrize("kind", list(ResistanceKind))
def test_the_resistance_filter_shows_what_accepts_it(panel: CataloguePanel, resources: Resources, kind: ResistanceKind) -> None:
    panel.filters.resistance.choose(kind)
    assert panel.model.rowCount() == sum(kind in exercise.accepts for exercise in resources.catalogue) > 0


def test_nothing_found_says_what_to_do_and_shows_all_again(panel: CataloguePanel) -> None:
    panel.search_field.setText("zzzzzz")
    assert panel.nothing.isVisible()
    assert not panel.list.isVisible()
    panel._clear.click()
    assert panel.model.rowCount() == 90


def test_what_is_typed_is_never_an_error(panel: CataloguePanel) -> None:
    for typed in ("(", "[a-", "\\", "' OR 1=1 --", "\x00\x07", "ß" * 300, "%_*"):
        panel.search_field.setText(typed)
    panel.search_field.clear()
    assert panel.model.rowCount() == 90


def test_every_row_can_be_read_out(panel: CataloguePanel) -> None:
    for row in range(panel.model.rowCount()):
        spoken = panel.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(panel.model.index(row, 0).data())
        assert "·" in spoken
