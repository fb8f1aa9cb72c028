"""The first page: go on with a plan, start a new one, find a patient, take a template.

It is on the way to the first picture: what it shows arrives later, and so do the modules that know of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.patients_panel import PatientsPanel
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.two_lines import TwoLines

if TYPE_CHECKING:
    from pfss_desktop.document.background import Background
    from pfss_desktop.domain.library import Library, PlanSummary, TemplateSummary
    from pfss_desktop.domain.templates import Template

_ID = Qt.ItemDataRole.UserRole + 1


class StartPage(QWidget):
    """Shows recent plans, patients and templates as soon as the library answers; asks the window to open things."""

    new_asked = Signal(str)
    """A new plan for the patient with this id; empty for none."""
    open_asked = Signal(str)
    """The plan or own template with this id."""
    template_asked = Signal(str)
    """A new plan from the template with this id."""
    import_asked = Signal()
    """A plan file is to be read."""
    remove_asked = Signal(str, str)
    """Id and title of a plan to be taken off the lists."""

    def __init__(self, library: Library, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._patient_id = ""
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._recent = _list(_("Recent plans"))
        self._recent_none = _muted(_("Looking for your plans …"))
        self._plans_title = QLabel(_("Recent plans"))
        self._all_plans = QPushButton(_("Show plans of all patients"))
        self._all_plans.hide()
        self._new_for = QPushButton()
        self._new_for.setProperty("primary", "true")
        self._new_for.hide()
        self._new = QPushButton(_("New plan"))
        self._remove = QPushButton(_("Take off the list"))
        self._remove.hide()
        self._templates = _list(_("Templates"))
        self.patients = PatientsPanel(library, background)
        self._lay_out()
        self._recent.itemActivated.connect(lambda item: self.open_asked.emit(item.data(_ID)))
        self._templates.itemActivated.connect(lambda item: self.template_asked.emit(item.data(_ID)))
        self.patients.chosen.connect(self._show_patient)
        self.patients.failed.connect(self.say_fault)
        self._all_plans.clicked.connect(self._show_all)
        self._new_for.clicked.connect(lambda: self.new_asked.emit(self._patient_id))

    # What others call

    def refresh(self) -> None:
        """Ask the library anew for everything on this page."""
        self._ask_plans()
        self.patients.refresh()

    def take_focus(self) -> None:
        """Put the focus on what is done most: a new plan."""
        self._new.setFocus()

    def show_templates(self, built_in: Sequence[Template], own: Sequence[TemplateSummary]) -> None:
        """List the therapist's own templates first, then the built-in ones."""
        self._templates.clear()
        for summary in own:
            text = _about(summary.phase_count, summary.exercise_count) + " · " + _("own")
            self._templates.addItem(_item(summary.template_id, summary.title, text))
        for template in built_in:
            count = sum(1 for _held in template.plan.prescriptions())
            item = _item(template.plan.id, template.plan.title, _about(len(template.plan.phases), count))
            item.setToolTip(template.summary)
            self._templates.addItem(item)

    def say_fault(self, error: Exception) -> None:
        """Say on the page that the database cannot be used, and why."""
        self.fault.setText(str(error))
        self.fault.show()

    # Private

    def _ask_plans(self) -> None:
        patient_id = self._patient_id
        if patient_id:
            self._background.run(lambda: self._library.plans_of(patient_id), self._show_plans, self.say_fault)
        else:
            self._background.run(self._library.recent_plans, self._show_plans, self.say_fault)

    def _show_plans(self, plans: Sequence[PlanSummary]) -> None:
        self.fault.hide()
        self._recent.clear()
        for plan in plans:
            self._recent.addItem(_item(plan.plan_id, _heading(plan), _details(plan)))
        self._recent_none.setVisible(not plans)
        self._recent.setVisible(bool(plans))
        self._remove.setVisible(bool(plans))
        self._recent_none.setText(_("No plans yet. Start with a new plan or a template; it is saved by itself."))

    def _show_patient(self, patient_id: str, name: str) -> None:
        self._patient_id = patient_id
        self._plans_title.setText(_("Plans of {name}").format(name=name))
        self._new_for.setText(_("New plan for {name}").format(name=name))
        self._new_for.show()
        self._all_plans.show()
        self._ask_plans()

    def _show_all(self) -> None:
        self._patient_id = ""
        self._plans_title.setText(_("Recent plans"))
        self._new_for.hide()
        self._all_plans.hide()
        self._ask_plans()

    def _remove_chosen(self) -> None:
        item = self._recent.currentItem()
        if item is not None:
            self.remove_asked.emit(item.data(_ID), item.text().split("\n")[0])

    def _lay_out(self) -> None:
        title = QLabel("PFSS Desktop")
        title.setFont(bold(self.font(), 8))
        self._new.setProperty("primary", "true")
        self._new.clicked.connect(lambda: self.new_asked.emit(""))
        read = QPushButton(_("Open plan file…"))
        read.clicked.connect(self.import_asked)
        self._remove.clicked.connect(self._remove_chosen)
        self._plans_title.setFont(bold(self.font(), 2))
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(read)
        top.addWidget(self._new)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GAP)
        columns.addWidget(
            _card(self._plans_title, self._recent, self._recent_none, self._new_for, self._all_plans, self._remove), 5
        )
        columns.addWidget(_card(_title(_("Patients"), self), self.patients), 4)
        columns.addWidget(
            _card(_title(_("Templates"), self), self._templates, _muted(_("Double-click to start a plan from one."))), 4
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GAP, 3 * GAP, 4 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(top)
        column.addWidget(self.fault)
        column.addLayout(columns, 1)


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, QListWidget | PatientsPanel) else 0)
    column.addStretch(0)
    return card


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text)
    label.setFont(bold(parent.font(), 2))
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


def _list(name: str) -> QListWidget:
    found = QListWidget()
    found.setAccessibleName(name)
    found.setItemDelegate(TwoLines(found))
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setSpacing(2)
    found.setFrameShape(QFrame.Shape.NoFrame)
    return found


def _item(item_id: str, heading: str, details: str) -> QListWidgetItem:
    item = QListWidgetItem(f"{heading}\n{details}")
    item.setData(_ID, item_id)
    return item


def _heading(plan: PlanSummary) -> str:
    return f"{plan.patient_name} · {plan.title}" if plan.patient_name else plan.title


def _about(phase_count: int, exercise_count: int) -> str:
    return (
        ngettext("{count} phase", "{count} phases", phase_count).format(count=phase_count)
        + " · "
        + ngettext("{count} exercise", "{count} exercises", exercise_count).format(count=exercise_count)
    )


def _details(plan: PlanSummary) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(plan.changed_at.timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    parts = (_about(plan.phase_count, plan.exercise_count), _("visit {number}").format(number=plan.visit_number), when)
    return " · ".join(parts)
