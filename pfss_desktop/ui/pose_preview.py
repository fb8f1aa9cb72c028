"""The figure while it is shaped: the posture that is being changed, or any moment between start and end."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from pfss_desktop.figures.compose import FigureRequest, Frame, draw_figure
from pfss_desktop.figures.figure import Figure, make_figure
from pfss_desktop.figures.shaping import Moment
from pfss_desktop.figures.tempo import Pace
from pfss_desktop.language import _
from pfss_desktop.ui.figure_stage import FigureStage
from pfss_desktop.ui.figure_view import FRAME_MS
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import GAP

_STEPS = 100
_MILLIMETRES_PER_PIXEL = 0.3
_PACE = Pace(1.5, 0.5, 1.5)


class PosePreview(QWidget):
    """Draws the poses it is given; playing goes on while they are changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = FigureStage(236)
        self._figure: Figure | None = None
        self._content: Mapping[str, Any] = {}
        self._moment: Moment | None = None
        self._seconds = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._advance)
        self._play = QPushButton()
        self._sign = ButtonIcon(self._play, Icon.PLAY)
        self._play.setFixedWidth(5 * GAP)
        self._play.clicked.connect(self._toggle)
        self._scrubber = QSlider(Qt.Orientation.Horizontal)
        self._scrubber.setRange(0, _STEPS)
        self._scrubber.setAccessibleName(_("Moment of the movement"))
        self._scrubber.valueChanged.connect(self._scrub)
        row = QHBoxLayout()
        row.addWidget(self._play)
        row.addWidget(self._scrubber, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.stage)
        column.addLayout(row)
        self._show_button()

    def show_poses(self, content: Mapping[str, Any], moment: Moment) -> None:
        """Show these poses at a moment; raise FaultyFile, or what the solver raises, for poses that cannot be drawn."""
        is_other = self._figure is None or content != self._content
        if not is_other and moment == self._moment:
            return
        figure = make_figure(content) if self._figure is None or is_other else self._figure
        drawing = draw_figure(figure, self._request("start" if moment == "start" else "both"))
        self._figure, self._content, self._moment = figure, dict(content), moment
        moves = len(figure.motion.keys) > 1
        self._play.setEnabled(moves)
        self._scrubber.setEnabled(moves)
        if not self._timer.isActive():
            with QSignalBlocker(self._scrubber):
                self._scrubber.setValue(0 if moment == "start" else _STEPS)
            self.stage.show_drawing(drawing)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._show_button()

    def _toggle(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        else:
            self._clock.start()
            self._timer.start()
        self._show_button()

    def _advance(self) -> None:
        self._seconds += self._clock.restart() / 1000
        part = _PACE.part_at(self._seconds)
        with QSignalBlocker(self._scrubber):
            self._scrubber.setValue(round(part * _STEPS))
        self._draw(part)

    def _scrub(self, step: int) -> None:
        self._timer.stop()
        self._show_button()
        self._draw(step / _STEPS)

    def _draw(self, frame: Frame) -> None:
        if self._figure is not None:
            # Whatever posture is asked for next takes the place of this moment.
            self._moment = None
            self.stage.show_drawing(draw_figure(self._figure, self._request(frame)))

    def _request(self, frame: Frame) -> FigureRequest:
        wide, high = (size * _MILLIMETRES_PER_PIXEL for size in (self.stage.width(), self.stage.height()))
        return FigureRequest(frame=frame, width=wide, height=high)

    def _show_button(self) -> None:
        is_moving = self._timer.isActive()
        self._sign.show_icon(Icon.PAUSE if is_moving else Icon.PLAY)
        self._play.setAccessibleName(_("Pause") if is_moving else _("Play"))
        self._play.setToolTip(self._play.accessibleName())
