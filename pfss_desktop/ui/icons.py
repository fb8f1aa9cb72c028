"""The program's own icons: strokes of one weight, drawn in the colour that the words beside them have."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QToolButton

from pfss_desktop.paths import resources
from pfss_desktop.ui.theme import theme_now

SIZE = 18
"""Pixels of an icon beside words of the usual size."""
_SHARPNESS = (1, 2, 3)
"""Times larger than `SIZE` that each icon is drawn, for screens of 100 to 300 %."""


class Icon(StrEnum):
    """One file of resources/icons each."""

    BACK = "back"
    UNDO = "undo"
    REDO = "redo"
    PRINT = "print"
    DOCUMENT = "document"
    PLAY = "play"
    PAUSE = "pause"
    CLOSE = "close"
    MINUS = "minus"
    PLUS = "plus"
    WIDTH = "width"
    STAR = "star"
    SAVED = "saved"
    SAVING = "saving"
    WARNING = "warning"
    PANEL_LEFT = "panel-left"
    PANEL_RIGHT = "panel-right"


def icon(which: Icon, colour: str) -> QIcon:
    """Return the icon in this colour; what is disabled has the colour of lines."""
    drawn = QIcon()
    for times in _SHARPNESS:
        drawn.addPixmap(pixmap(which, colour, times), QIcon.Mode.Normal)
        drawn.addPixmap(pixmap(which, theme_now().muted, times, strength=0.5), QIcon.Mode.Disabled)
    return drawn


def pixmap(which: Icon, colour: str, times: float = 1, *, strength: float = 1) -> QPixmap:
    """Return the picture of an icon, `SIZE` pixels of the screen across, each of them `times` dots."""
    picture = QPixmap(QSize(SIZE, SIZE) * times)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(strength)
    strokes = _strokes(which).replace("currentColor", QColor(colour).name())
    QSvgRenderer(QByteArray(strokes.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(times)
    return picture


class ButtonIcon(QObject):
    """Keeps the icon of one button in the colour of its words, when the theme changes too; belongs to the button."""

    def __init__(self, button: QAbstractButton, which: Icon) -> None:
        super().__init__(button)
        self._button = button
        self._which = which
        button.setIconSize(QSize(SIZE, SIZE))
        button.setProperty("sign", "false" if button.text() else "true")
        button.installEventFilter(self)
        self._draw()

    def show_icon(self, which: Icon) -> None:
        """Show another icon from now on."""
        self._which = which
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        return False

    def _draw(self) -> None:
        theme = theme_now()
        is_primary = self._button.property("primary") == "true"
        drawn = icon(self._which, theme.on_accent if is_primary else theme.text)
        action = self._button.defaultAction() if isinstance(self._button, QToolButton) else None
        if action is None:
            self._button.setIcon(drawn)
        else:
            # The button takes its icon from the action again, each time the action changes.
            action.setIcon(drawn)
            action.setIconVisibleInMenu(False)


@cache
def _strokes(which: Icon) -> str:
    return (resources() / "icons" / f"{which.value}.svg").read_text(encoding="utf-8")
