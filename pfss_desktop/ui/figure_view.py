"""The large figure of a prescription, moving at the prescribed tempo, with play, pause and a scrubber."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QRectF, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QStyle, QVBoxLayout, QWidget

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.tempo import Pace
from pfss_desktop.language import _
from pfss_desktop.ui.figure_painter import paint_figure
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import DARK, GAP, RADIUS, theme_now
from pfss_desktop.ui.thumbnails import PAPER

FRAME_MS = 33
"""Milliseconds between two pictures of a moving figure."""
_STEPS = 200
_MILLIMETRES_PER_PIXEL = 0.3


class FigureView(QWidget):
    """Shows start, end and path while it stands still; it stands still at first where the system asks for less motion."""

    def __init__(self, book: FigureBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._held: Prescription | None = None
        self._pace = Pace(2.0, 0.0, 2.0)
        self._seconds = 0.0
        self._clock = QElapsedTimer()
        self._wants_motion = not asks_for_less_motion(self)
        self._stage = _Stage()
        self._play = QPushButton()
        self._sign = ButtonIcon(self._play, Icon.PLAY)
        self._play.setFixedWidth(5 * GAP)
        self._scrubber = QSlider(Qt.Orientation.Horizontal)
        self._scrubber.setRange(0, _STEPS)
        self._scrubber.setAccessibleName(_("Moment of the movement"))
        self._told = QLabel(_("start → end"))
        self._told.setProperty("role", "muted")
        row = QHBoxLayout()
        row.addWidget(self._play)
        row.addWidget(self._scrubber, 1)
        row.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self._stage)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._advance)
        self._play.clicked.connect(self._toggle)
        self._scrubber.valueChanged.connect(self._scrub)
        self._show_button()

    # What others call

    @property
    def is_moving(self) -> bool:
        """Whether the figure moves now."""
        return self._timer.isActive()

    @property
    def drawing(self) -> Drawing | None:
        """What is on the stage."""
        return self._stage.drawing

    def show_prescription(self, held: Prescription) -> None:
        """Show this prescription's figure, or nothing where it has none; a change of dose goes on from the same moment."""
        is_other = self._held is None or self._held.id != held.id
        self._held = held
        self._pace = Pace.of(held.dosage)
        figure = self._book.figure(held.exercise_id)
        self.setVisible(figure is not None)
        if figure is None:
            self._timer.stop()
            return
        moves = len(figure.motion.keys) > 1
        for part in (self._play, self._scrubber, self._told):
            part.setVisible(moves)
        if is_other:
            self._seconds = 0.0
        if moves and self._wants_motion and self.isVisible():
            self._start()
        elif not moves or not self._wants_motion:
            self._timer.stop()
        self._draw()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._held is not None:
            self.show_prescription(self._held)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # Private

    def _toggle(self) -> None:
        self._wants_motion = not self.is_moving
        if self._wants_motion:
            self._start()
        else:
            self._timer.stop()
        self._show_button()
        self._draw()

    def _start(self) -> None:
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        self._show_button()

    def _advance(self) -> None:
        self._seconds += self._clock.restart() / 1000
        self._draw()

    def _scrub(self, step: int) -> None:
        self._timer.stop()
        self._wants_motion = False
        self._show_button()
        self._draw(step / _STEPS)

    def _draw(self, part: float | None = None) -> None:
        """Draw the moment of the clock while it moves, the given part of the way, or else start, end and path."""
        if self._held is None:
            return
        look = FigureRequest(
            width=self._stage.width() * _MILLIMETRES_PER_PIXEL, height=self._stage.height() * _MILLIMETRES_PER_PIXEL
        )
        if self.is_moving:
            part = self._pace.part_at(self._seconds)
            with QSignalBlocker(self._scrubber):
                self._scrubber.setValue(round(part * _STEPS))
        request = prescribed(self._held, look)
        self._stage.show_drawing(
            self._book.draw(self._held.exercise_id, request if part is None else replace(request, frame=part))
        )

    def _show_button(self) -> None:
        self._sign.show_icon(Icon.PAUSE if self.is_moving else Icon.PLAY)
        name = _("Pause") if self.is_moving else _("Play")
        self._play.setAccessibleName(name)
        self._play.setToolTip(name)


class _Stage(QWidget):
    """The ground on which the figure stands."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(220)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show this drawing; its words are for screen readers."""
        self.drawing = drawing
        self.setAccessibleName(drawing.alt_text if drawing else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PAPER if theme is DARK else theme.ground))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.drawing is not None:
            paint_figure(painter, self.drawing, QRectF(self.rect()))
        painter.end()


def asks_for_less_motion(widget: QWidget) -> bool:
    """Return whether the system is set to less motion: its style then gives animations no time."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
