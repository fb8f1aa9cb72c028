"""The large photo or figure of a prescription, the figure moving at the prescribed tempo, with play, pause and a scrubber."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QStyle, QVBoxLayout, QWidget

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.figures.book import FigureBook, prescribed
from pfss_desktop.figures.compose import FigureRequest
from pfss_desktop.figures.drawing import Drawing
from pfss_desktop.figures.tempo import Pace
from pfss_desktop.language import _, translated
from pfss_desktop.ui.figure_stage import FigureStage
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import GAP

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
        self._stage = FigureStage()
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
        photo, figure = self._book.photo(held.exercise_id), self._book.figure(held.exercise_id)
        self.setVisible(bool(photo) or figure is not None)
        self._stage.show_photo(photo, _("Photo: {name}").format(name=translated(held.text.name)))
        moves = figure is not None and len(figure.motion.keys) > 1
        for part in (self._play, self._scrubber, self._told):
            part.setVisible(moves)
        if figure is None:
            self._timer.stop()
            return
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


def asks_for_less_motion(widget: QWidget) -> bool:
    """Return whether the system is set to less motion: its style then gives animations no time."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
