"""What a pack brings, as a list: each exercise with how it stands to the clinic's own, and what is to become of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.pack_import import CHOICES, Arrival, Arriving, Choice, taken
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import GAP


class PackDialog(QDialog):
    """Nothing is taken over before it is confirmed; then it is all or nothing."""

    confirmed = Signal(tuple, dict)
    """The OwnExercises to keep, and the clinic's words to keep by exercise id."""

    def __init__(self, arrivals: Sequence[Arriving], texts: Mapping[str, PatientText], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Exercises of this pack"))
        self._arrivals, self._texts = arrivals, texts
        self.choices: list[ChoiceBox[Choice]] = []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(2 * GAP)
        for row, each in enumerate(arrivals):
            name = translated(each.own.exercise.name)
            box = ChoiceBox(_("What becomes of {name}").format(name=name), [(_told(one), one) for one in CHOICES[each.arrival]])
            self.choices.append(box)
            told = QLabel(name)
            told.setWordWrap(True)
            for place, part in enumerate((told, QLabel(_state(each.arrival)), box)):
                grid.addWidget(part, row, place)
        grid.setRowStretch(len(arrivals), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        many = len(texts)
        words = ngettext(
            "Take over the words for {count} exercise of the catalogue",
            "Take over the words for {count} exercises of the catalogue",
            many,
        )
        self.words = QCheckBox(words.format(count=many))
        self.words.setChecked(many > 0)
        self.words.setVisible(many > 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Take over"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(self.words)
        column.addWidget(buttons)
        plain_labels(self)
        self.resize(640, 420)

    def _confirm(self) -> None:
        own = taken(self._arrivals, [box.value() for box in self.choices])
        self.confirmed.emit(own, dict(self._texts) if self.words.isChecked() else {})
        self.accept()


def _state(arrival: Arrival) -> str:
    return {
        Arrival.NEW: _("new"),
        Arrival.SAME: _("the same as here"),
        Arrival.CHANGED: _("other than here"),
    }[arrival]


def _told(choice: Choice) -> str:
    return {
        Choice.TAKE: _("Take it over"),
        Choice.REPLACE: _("Replace the one here"),
        Choice.KEEP_BOTH: _("Keep both"),
        Choice.SKIP: _("Leave it out"),
    }[choice]
