"""A patient's plans with their visits: open one, begin another, copy one to somebody else, put one away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.library import PlanSummary, VisitSummary
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.patients_desk import PatientsDesk
from pfss_desktop.ui.recent_plans import plan_details
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.two_lines import TwoLineList
from pfss_desktop.ui.visit_desk import visit_text


class PatientPlans(QWidget):
    """Plans on the left, the visits of the chosen one on the right."""

    open_asked = Signal(str)
    """The plan with this id."""
    new_asked = Signal(str)
    """A new plan for the patient with this id."""
    template_asked = Signal(str, str)
    """A new plan from the template with this id for the patient with that id."""
    copy_asked = Signal(str)
    """The plan with this id is to be copied to another patient."""

    def __init__(self, desk: PatientsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient_id = ""
        self._away: frozenset[str] = frozenset()
        self._templates: list[tuple[str, str]] = []
        self.list = TwoLineList(_("Plans"))
        self.visits = TwoLineList(_("Visits of the chosen plan"))
        self._none = QLabel(_("No plans yet. Start with a new plan or a template."))
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self.away = QCheckBox(_("Plans put away, too"))
        self._new = QPushButton(_("New plan"))
        self._new.setProperty("primary", "true")
        self._from = QPushButton(_("From a template"))
        self._menu = QMenu(self._from)
        self._from.setMenu(self._menu)
        self._open = QPushButton(_("Open"))
        self._copy = QPushButton(_("Copy to another patient…"))
        self._put = QPushButton(_("Put away"))
        self._lay_out()
        self._connect()
        self._show_choice()

    def begin(self, patient_id: str) -> None:
        """Be about this patient from now on; `refresh` lists the plans."""
        self._patient_id = patient_id
        self.list.clear()
        self._none.hide()
        self._show_choice()

    def offer_templates(self, templates: Sequence[tuple[str, str]]) -> None:
        """Offer these templates, by id and title."""
        self._templates = list(templates)
        self._menu.clear()
        for template_id, title in self._templates:
            action = self._menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, template_id=template_id: self.template_asked.emit(template_id, self._patient_id)
            )
        self._from.setEnabled(bool(self._templates))

    def refresh(self) -> None:
        """Ask the library anew."""
        patient_id, with_away, library = self._patient_id, self.away.isChecked(), self._desk.library

        def ask() -> tuple[str, Sequence[PlanSummary], Sequence[PlanSummary]]:
            return patient_id, library.plans_of(patient_id), library.plans_of(patient_id, removed=True) if with_away else ()

        self._desk.background.run(ask, self._show, self._desk.say_fault)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for widget in (self.list, self._none):
            left.addWidget(widget)
        left.setStretch(0, 1)
        left.addWidget(self.away)
        title = QLabel(_("Visits"))
        title.setFont(bold(self.font()))
        right.addWidget(title)
        right.addWidget(self.visits, 1)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GAP)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        buttons = QHBoxLayout()
        for button in (self._new, self._from, self._open, self._copy, self._put):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, 0)
        column.setSpacing(GAP)
        column.addLayout(columns, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.away.toggled.connect(self.refresh)
        self.list.opened.connect(self._open_plan)
        self.visits.opened.connect(lambda _visit: self._open_chosen())
        self.list.itemSelectionChanged.connect(self._show_choice)
        self._new.clicked.connect(lambda: self.new_asked.emit(self._patient_id))
        self._open.clicked.connect(self._open_chosen)
        self._copy.clicked.connect(self._copy_chosen)
        self._put.clicked.connect(self._put_chosen)

    def _show(self, answer: tuple[str, Sequence[PlanSummary], Sequence[PlanSummary]]) -> None:
        patient_id, plans, away = answer
        if patient_id != self._patient_id:
            return
        self._away = frozenset(plan.plan_id for plan in away)
        former = self.list.chosen()
        put_away = _("put away")
        rows = [(plan.plan_id, translated(plan.title), plan_details(plan)) for plan in plans]
        rows += [(plan.plan_id, translated(plan.title), f"{put_away} · {plan_details(plan)}") for plan in away]
        self.list.fill(rows)
        ids = [row[0] for row in rows]
        if rows:
            self.list.setCurrentRow(ids.index(former[0]) if former is not None and former[0] in ids else 0)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._show_choice()

    def _show_choice(self) -> None:
        chosen = self.list.chosen()
        is_away = chosen is not None and chosen[0] in self._away
        self._open.setEnabled(chosen is not None and not is_away)
        self._copy.setEnabled(chosen is not None and not is_away)
        self._put.setEnabled(chosen is not None)
        self._put.setText(_("Bring back") if is_away else _("Put away"))
        self.visits.clear()
        if chosen is None or is_away:
            return
        library, plan_id = self._desk.library, chosen[0]
        self._desk.background.run(
            lambda: library.visits(plan_id), lambda visits: self._show_visits(plan_id, visits), self._desk.say_fault
        )

    def _show_visits(self, plan_id: str, visits: Sequence[VisitSummary]) -> None:
        chosen = self.list.chosen()
        if chosen is not None and chosen[0] == plan_id:
            self.visits.fill((line.visit.id, visit_text(line.visit), _amount(line)) for line in visits)

    def _open_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self._open_plan(chosen[0])

    def _open_plan(self, plan_id: str) -> None:
        if plan_id not in self._away:
            self.open_asked.emit(plan_id)

    def _copy_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.copy_asked.emit(chosen[0])

    def _put_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            (self._desk.bring_plan_back if chosen[0] in self._away else self._desk.put_plan_away)(*chosen)


def _amount(line: VisitSummary) -> str:
    count = line.exercise_count
    told = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
    state = _("closed for good") if line.visit.issued else _("open")
    return f"{told} · {state}"
