"""The fields of a range limit: how far a joint may go."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pfss_desktop.domain.body import JOINT_BOUNDS, Joint, RangeLimit
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.language import _
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import fault_label, say_fault, side_by_side
from pfss_desktop.ui.names import joint_name
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.theme import GAP


class RangeForm(QWidget):
    """Shows a range limit, or that there is none, and tells of every change that makes a valid one."""

    edited = Signal(object)
    """The new RangeLimit, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = QCheckBox(_("Limit the range"))
        self._low = NumberBox(_("Lowest angle"), -60, 160, "°")
        self._high = NumberBox(_("Highest angle"), -60, 160, "°")
        self._joint = ChoiceBox(_("Joint"), [(joint_name(joint), joint) for joint in Joint])
        self._joint.make_narrow(9)
        self._fields = side_by_side(self._low, "–", self._high, self._joint)
        self._fault = fault_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for part in (self._switch, self._fields, self._fault):
            column.addWidget(part)
        self._fields.hide()
        self._switch.toggled.connect(self._tell)
        self._low.valueChanged.connect(self._tell)
        self._high.valueChanged.connect(self._tell)
        self._joint.chosen.connect(self._tell)

    def show_range(self, limit: RangeLimit | None, usual: RangeLimit) -> None:
        """Show this limit without a signal; where there is none, `usual` waits behind the switch."""
        shown = limit or usual
        parts = (self._switch, self._low, self._high, self._joint)
        for part in parts:
            part.blockSignals(True)
        self._switch.setChecked(limit is not None)
        self._joint.choose(shown.joint)
        self._bound(shown.joint)
        self._low.setValue(shown.low_degrees)
        self._high.setValue(shown.high_degrees)
        for part in parts:
            part.blockSignals(False)
        self._fields.setVisible(limit is not None)
        say_fault(self._fault, "")

    def _bound(self, joint: Joint) -> None:
        for field in (self._low, self._high):
            field.setRange(*JOINT_BOUNDS[joint])

    def _tell(self) -> None:
        is_on = self._switch.isChecked()
        self._fields.setVisible(is_on)
        with QSignalBlocker(self._low), QSignalBlocker(self._high):
            self._bound(self._joint.value())
        try:
            limit = RangeLimit(self._joint.value(), self._low.value(), self._high.value()) if is_on else None
        except OutOfBounds:
            say_fault(self._fault, _("The second angle must be the larger one. Until then the former range stays."))
            return
        say_fault(self._fault, "")
        self.edited.emit(limit)
