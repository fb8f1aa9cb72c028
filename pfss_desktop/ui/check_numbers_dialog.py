"""Where the clinic sets the numbers that the checks go by; each says what it is for and where its default comes from."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from pfss_desktop.domain.checks.numbers import BOUNDS, CheckNumbers
from pfss_desktop.language import _
from pfss_desktop.ui.number_box import NumberBox
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import GAP

_WIDTH = 720
"""Pixels across; the height follows from the words."""


class CheckNumbersDialog(QDialog):
    """Shows the numbers; nothing counts before OK."""

    settled = Signal(object)
    """The CheckNumbers to go by from now on."""

    def __init__(self, numbers: CheckNumbers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Numbers of the checks"))
        self.boxes: dict[str, NumberBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        for row, (name, (title, basis, unit)) in enumerate(_told().items()):
            box = NumberBox(title, *BOUNDS[name], unit)
            default = getattr(CheckNumbers(), name)
            told = QLabel(_("Default {default}. {basis}").format(default=default, basis=basis))
            told.setProperty("role", "muted")
            told.setWordWrap(True)
            box.setAccessibleDescription(told.text())
            grid.addWidget(QLabel(title), row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(told, row, 2)
            self.boxes[name] = box
        grid.setColumnStretch(2, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self._settle)
        buttons.rejected.connect(self.reject)
        defaults = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(lambda: self.show_numbers(CheckNumbers()))
        head = QLabel(_("The checks never block anything. These numbers decide when they speak, for all plans of the clinic."))
        head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GAP)
        column.addWidget(head)
        column.addLayout(grid)
        column.addWidget(buttons)
        plain_labels(self)
        self.show_numbers(numbers)
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))

    def show_numbers(self, numbers: CheckNumbers) -> None:
        """Put these numbers into the fields."""
        for name, box in self.boxes.items():
            box.setValue(getattr(numbers, name))

    def _settle(self) -> None:
        self.settled.emit(replace(CheckNumbers(), **{name: box.value() for name, box in self.boxes.items()}))
        self.accept()


def _told() -> dict[str, tuple[str, str, str]]:
    """Return title, ground of the default, and unit of each number."""
    own = _("Our own, without a source.")
    return {
        "exercises_in_phase": (_("Exercises in a phase"), _("Within the three to six that patients keep up with."), ""),
        "exercises_when_irritable": (_("Exercises while the knee is irritable"), own, ""),
        "minutes_per_day": (_("Minutes a day"), _("Our own; what the patient says comes before it."), _("min")),
        "early_phases": (_("Early phases"), _("No jumps and no deep squats in them (DAVIES15, POWERS14)."), ""),
        "early_squat_degrees": (_("Deepest squat in early phases"), _("The protected range of POWERS14."), "°"),
        "words_to_judge": (_("Words before a text is judged"), _("Our own: short texts mislead the measure."), ""),
    }
