"""The page of one patient: who it is, what must be minded, the plans; other parts of the program add tabs of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from pfss_desktop.domain.library import PatientSummary
from pfss_desktop.language import _
from pfss_desktop.ui.form_rows import fault_label, say_fault
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.patient_facts import birth_text, equipment_text, language_text, precautions_text
from pfss_desktop.ui.patient_plans import PatientPlans
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.patients_panel import archive_or_bring_back, ask_change
from pfss_desktop.ui.theme import GAP, bold


class PatientPage(QWidget):
    """Shows the patient it is given the id of, and follows what is changed at the desk."""

    leave_asked = Signal()
    """Back to all patients."""
    patient_shown = Signal(str)
    """The id of the patient that is now on the page; what was added as a tab shows this one's."""

    def __init__(self, desk: PatientsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient_id = ""
        self._line: PatientSummary | None = None
        self._leave = QPushButton(_("All patients"))
        ButtonIcon(self._leave, Icon.BACK)
        self._name = QLabel()
        self._name.setFont(bold(self.font(), 5))
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._precautions = QLabel()
        self._equipment = QLabel()
        self._change = QPushButton(_("Change…"))
        self._change.setToolTip(_("Name, date of birth, language, precautions and equipment at home"))
        self._archive = QPushButton()
        self._fault = fault_label()
        self.plans = PatientPlans(desk)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("About this patient"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.plans, _("Plans"))
        undo = QAction(_("Undo"), self)
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        undo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.triggered.connect(desk.undo)
        self.addAction(undo)
        self._lay_out()
        self._leave.clicked.connect(self.leave_asked)
        self._change.clicked.connect(self._ask_change)
        self._archive.clicked.connect(self._archive_or_bring_back)
        desk.changed.connect(self.refresh)

    def add_tab(self, widget: QWidget, title: str) -> None:
        """Put another view of the patient beside the plans; it follows `patient_shown`."""
        self.tabs.addTab(widget, title)

    def show_patient(self, patient_id: str) -> None:
        """Ask the library for this patient and show them; nothing of a former one stays, to be taken for this one's."""
        if patient_id != self._patient_id:
            self._line = None
            for label in (self._name, self._about, self._precautions, self._equipment):
                label.clear()
            self.plans.begin(patient_id)
        self._patient_id = patient_id
        self.refresh()

    def refresh(self) -> None:
        """Ask the library anew, if a patient is shown."""
        patient_id = self._patient_id
        if patient_id:
            self._desk.background.run(lambda: self._desk.library.patient(patient_id), self._show, self._say_fault)

    def leave(self) -> None:
        """Show nobody any more."""
        self._patient_id = ""
        self._line = None

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._leave)
        top.addWidget(self._name)
        top.addWidget(self._about, 1)
        top.addWidget(self._change)
        top.addWidget(self._archive)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        for label in (self._precautions, self._equipment):
            label.setWordWrap(True)
            inside.addWidget(label)
        inside.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addLayout(top)
        column.addWidget(self._fault)
        column.addWidget(card, 1)

    def _show(self, line: PatientSummary) -> None:
        patient = line.patient
        if patient.id != self._patient_id:
            return
        self._line = line
        say_fault(self._fault, "")
        self._name.setText(patient.name)
        archived = _("archived") if line.is_archived else ""
        parts = (archived, patient.number, birth_text(patient), language_text(patient))
        self._about.setText(" · ".join(part for part in parts if part))
        self._precautions.setText(precautions_text(patient))
        self._precautions.setProperty("role", "fault" if patient.precautions else "muted")
        self._equipment.setText(equipment_text(patient.equipment))
        self._equipment.setProperty("role", "muted")
        for label in (self._precautions, self._equipment):
            label.style().unpolish(label)
            label.style().polish(label)
        self._archive.setText(_("Bring back from the archive") if line.is_archived else _("Archive"))
        self.plans.refresh()
        self.patient_shown.emit(patient.id)

    def _say_fault(self, error: Exception) -> None:
        say_fault(self._fault, str(error))

    def _ask_change(self) -> None:
        if self._line is not None:
            ask_change(self._desk, self._line.patient, self.window())

    def _archive_or_bring_back(self) -> None:
        if self._line is not None:
            archive_or_bring_back(self._desk, self._line)
