"""Everything that the window can show, gone through: heard by name, reached by Tab, nothing cut off, nothing faint."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pfss_desktop.ui.icons import ButtonIcon, Icon
from tests.ui.seen_faults import beyond_tab, cut_off, faint, nameless
from tests.ui.tour import Screen, take_tour

SCREENS = (
    Screen("en"),
    Screen("es"),
    Screen("en", font=1.25),
    Screen("es", font=1.25),
    Screen("es", width=1920, height=1080),
    Screen("en", width=3840, height=2160),
)
MENU_BAR = 40
"""Pixels of a screen that a system's own bar may take from a dialog."""


@dataclass
class Seen:
    """What was looked at, and what was wrong with it, by the kind of fault."""

    places: list[str] = field(default_factory=list)
    faults: dict[str, dict[str, str]] = field(default_factory=dict)

    def note(self, kind: str, place: str, found: Iterator[str]) -> None:
        """Remember where each fault was seen first."""
        for fault in found:
            self.faults.setdefault(kind, {}).setdefault(fault, place)


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def seen(request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    screen: Screen = request.param
    found, measured = Seen(), set[tuple[object, ...]]()
    QAccessible.setActive(True)

    def look(place: str, widget: QWidget) -> None:
        found.places.append(place)
        found.note("nameless", place, nameless(widget))
        found.note("beyond Tab", place, beyond_tab(widget))
        found.note("cut off", place, cut_off(widget, (screen.width, screen.height - MENU_BAR)))
        found.note("faint", place, faint(widget, measured))

    take_tour(qapp, QtBot(request), tmp_path_factory.mktemp("tour"), screen, look)
    QAccessible.setActive(False)
    return found


def test_every_control_has_a_name_and_a_role(seen: Seen) -> None:
    assert len(seen.places) > 30
    assert "nameless" not in seen.faults, _listed(seen, "nameless")


def test_tab_comes_to_every_control(seen: Seen) -> None:
    assert "beyond Tab" not in seen.faults, _listed(seen, "beyond Tab")


def test_nothing_is_cut_off(seen: Seen) -> None:
    assert "cut off" not in seen.faults, _listed(seen, "cut off")


def test_words_stand_out_from_their_ground(seen: Seen) -> None:
    assert "faint" not in seen.faults, _listed(seen, "faint")


def _listed(seen: Seen, kind: str) -> str:
    return "\n".join(f"{fault}  [{place}]" for fault, place in seen.faults[kind].items())


# The walk itself finds what is wrong


def test_the_walk_finds_what_is_wrong(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    sign, cut, pale, custom = QPushButton("×"), QPushButton("Print the handout"), QLabel("Faint words"), QWidget()
    sign.setAccessibleName("×")
    cut.setFixedWidth(40)
    cut.setFocusPolicy(custom.focusPolicy())
    custom.setFocusPolicy(QScrollArea().focusPolicy())
    palette = QPalette(pale.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#9aa4ad"))
    pale.setPalette(palette)
    for widget in (sign, cut, pale, custom):
        row.addWidget(widget)
    window.show()
    qtbot.waitExposed(window)

    assert [fault.split()[0] for fault in nameless(window)] == ["Button", "Button", "Client"]
    assert "Print the handout" in next(beyond_tab(window))
    assert "needs" in next(cut_off(window, (1280, 720)))
    assert "Faint words" in next(faint(window, set()))

    ButtonIcon(sign, Icon.CLOSE)
    sign.setText("")
    sign.setAccessibleName("Close")
    sign.setToolTip("Close")
    custom.setFocusPolicy(cut.focusPolicy())
    cut.setMinimumWidth(200)
    cut.setMaximumWidth(400)
    assert list(nameless(window)) == []
    QAccessible.setActive(False)
