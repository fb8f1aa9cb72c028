"""A slider and a number for each joint of a part of the body, in whole degrees within what the joint can do."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from pfss_desktop.figures.joints import LIMITS
from pfss_desktop.language import _
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.pose_names import PARTS, angle_name
from pfss_desktop.ui.theme import GAP


class JointSliders(QWidget):
    """Arrow keys turn the chosen slider by a degree, Page Up and Page Down by ten."""

    turned = Signal(str, int)
    """The joint's name and its new angle in degrees."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GAP // 2)
        grid.setHorizontalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, _Slider, NumberBox]] = {}
        for row, joint in enumerate(dict.fromkeys(joint for joints in PARTS.values() for joint in joints)):
            label, slider, number = QLabel(angle_name(joint)), _Slider(joint), _number(joint)
            slider.valueChanged.connect(partial(self.turned.emit, joint))
            number.valueChanged.connect(partial(self.turned.emit, joint))
            for column, part in enumerate((label, slider, number)):
                grid.addWidget(part, row, column)
            self._rows[joint] = (label, slider, number)

    def slider(self, joint: str) -> QSlider:
        """Return the slider of a joint."""
        return self._rows[joint][1]

    def show_angles(self, angles: Mapping[str, float], joints: Sequence[str]) -> None:
        """Show the sliders of these joints and no others, at these angles, without a signal."""
        for joint, parts in self._rows.items():
            for part in parts:
                part.setVisible(joint in joints)
            for field in parts[1:]:
                with QSignalBlocker(field):
                    field.setValue(round(angles.get(joint, 0)))


class _Slider(QSlider):
    """A slider that a wheel over it does not turn by chance."""

    def __init__(self, joint: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        low, high = LIMITS[joint]
        self.setRange(int(low), int(high))
        self.setPageStep(10)
        self.setAccessibleName(_("{joint}, degrees").format(joint=angle_name(joint)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _number(joint: str) -> NumberBox:
    low, high = LIMITS[joint]
    number = NumberBox(_("{joint}, in degrees").format(joint=angle_name(joint)), int(low), int(high))
    number.setSuffix("°")
    return number
