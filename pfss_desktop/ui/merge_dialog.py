"""Two entries of one patient side by side: which is kept is chosen here, nothing is erased."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.library import PatientSummary
from pfss_desktop.domain.patient import merged_patient
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.patient_facts import facts_of
from pfss_desktop.ui.patient_list import PatientList
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.theme import GAP


class MergeDialog(QDialog):
    """Takes the second entry from a list, shows both, and merges them when asked."""

    def __init__(self, desk: PatientsDesk, first: PatientSummary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Merge two entries of one patient"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        self._desk = desk
        self._first = first
        self._second: PatientSummary | None = None
        self.list = PatientList(desk.library, desk.background)
        self.list.search.setText(first.patient.name.split()[-1] if first.patient.name.split() else "")
        self._both = QWidget()
        self._grid = QGridLayout(self._both)
        self._grid.setHorizontalSpacing(3 * GAP)
        self._keep = QButtonGroup(self)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("role", "muted")
        self._fault = fault_label()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge_button: QPushButton = buttons.addButton(_("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge_button.setProperty("primary", "true")
        buttons.accepted.connect(self._merge)
        buttons.rejected.connect(self.reject)
        about = QLabel(_("Which other entry is {name}, too? Choose it in the list.").format(name=first.patient.name))
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        for widget in (about, self.list, self._both, self._told, self._fault, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self.list.choice_changed.connect(self._show_both)
        self.list.failed.connect(lambda error: say_fault(self._fault, str(error)))
        plain_labels(self)
        self._show_both()
        self.list.refresh()
        self.list.search.setFocus()

    def keep_second(self) -> None:
        """Keep the entry that was taken from the list instead of the first."""
        self._keep.button(1).setChecked(True)

    def _show_both(self) -> None:
        line = self.list.chosen()
        self._second = line if line is not None and line.patient.id != self._first.patient.id else None
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        second = self._second
        self.merge_button.setEnabled(second is not None)
        self._told.setText(_("This is the same entry. Choose the other one.") if line is not None and second is None else "")
        if second is None:
            return
        for place, entry in enumerate((self._first, second)):
            keep = QRadioButton(_("Keep this one: {name}").format(name=entry.patient.name.replace("&", "&&")))
            self._keep.addButton(keep, place)
            self._grid.addWidget(keep, 0, place)
            for row, fact in enumerate((*facts_of(entry.patient), _plans_text(entry)), start=1):
                label = QLabel(fact)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                self._grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        self._keep.button(0).setChecked(True)
        self._told.setText(
            _("All plans go to the one that is kept, and so do precautions, equipment and what it lacks. It can be undone.")
        )

    def _merge(self) -> None:
        if self._second is None:
            return
        entries = (self._first.patient, self._second.patient)
        kept, other = entries if self._keep.checkedId() == 0 else entries[::-1]
        self._desk.merge(merged_patient(kept, other), other)
        self.accept()


def _plans_text(entry: PatientSummary) -> str:
    return ngettext("{count} plan", "{count} plans", entry.plan_count).format(count=entry.plan_count)
