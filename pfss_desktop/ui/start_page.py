"""The first page: go on with a plan, start a new one, find a patient, take a template.

Its frame is the first picture; the lists and all that they need come right after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from pfss_desktop.language import _, translated
from pfss_desktop.ui.theme import GAP, bold

if TYPE_CHECKING:
    from pfss_desktop.document.background import Background
    from pfss_desktop.domain.library import Library, TemplateSummary
    from pfss_desktop.domain.templates import Template
    from pfss_desktop.ui.code_field import CodeField
    from pfss_desktop.ui.desk import Desk
    from pfss_desktop.ui.patients_room import PatientsRoom
    from pfss_desktop.ui.recent_plans import RecentPlans
    from pfss_desktop.ui.two_lines import TwoLineList


class StartPage(QWidget):
    """Shows recent plans, patients and templates as soon as the library answers; asks the window to open things."""

    new_asked = Signal(str)
    """A new plan for the patient with this id; empty for none."""
    open_asked = Signal(str)
    """The plan or own template with this id."""
    template_asked = Signal(str, str)
    """A new plan from the template with this id, for the patient with that id; empty for none."""
    import_asked = Signal()
    """A plan file is to be read."""
    visit_asked = Signal(object)
    """The FoundVisit of a sheet's code."""

    code: CodeField
    recent: RecentPlans
    patients_room: PatientsRoom
    templates: TwoLineList

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        title = QLabel("PFSS Desktop")
        title.setFont(bold(self.font(), 8))
        self._new = QPushButton(_("New plan"))
        self._new.setProperty("primary", "true")
        self._new.clicked.connect(lambda: self.new_asked.emit(""))
        read = QPushButton(_("Open plan file…"))
        read.clicked.connect(self.import_asked)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        self._top = top
        top.addWidget(read)
        top.addWidget(self._new)
        self._cards = [_card(), _card(), _card()]
        columns = QHBoxLayout()
        columns.setSpacing(2 * GAP)
        for card, share in zip(self._cards, (5, 4, 4), strict=True):
            columns.addWidget(card, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GAP, 3 * GAP, 4 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(top)
        column.addWidget(self.fault)
        self._body = QStackedLayout()
        lists = QWidget()
        columns.setContentsMargins(0, 0, 0, 0)
        lists.setLayout(columns)
        self._body.addWidget(lists)
        column.addLayout(self._body, 1)

    # What others call

    def unfold(self, library: Library, background: Background) -> None:
        """Put the lists in and ask the library for what they show; called once, after the first picture."""
        from pfss_desktop.ui.buttons import enter_presses
        from pfss_desktop.ui.code_field import CodeField
        from pfss_desktop.ui.patients_room import PatientsRoom
        from pfss_desktop.ui.plain import plain_labels
        from pfss_desktop.ui.recent_plans import RecentPlans
        from pfss_desktop.ui.two_lines import TwoLineList

        self.code = CodeField(library, background)
        self.code.setFixedWidth(28 * GAP)
        self.code.found.connect(self.visit_asked)
        self._top.insertWidget(2, self.code)
        # The layout shows it later only, and what is not shown takes no focus.
        self.code.show()
        self.recent = RecentPlans(library, background)
        self.patients_room = PatientsRoom(library, background, self, self._body)
        self.templates = TwoLineList(_("Templates"))
        hint = QLabel(_("Double-click a template to start a plan from it."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        _fill(self._cards[0], self.recent)
        _fill(self._cards[1], _title(_("Patients"), self), self.patients_room.panel)
        _fill(self._cards[2], _title(_("Templates"), self), self.templates, hint)
        self.recent.open_asked.connect(self.open_asked)
        self.recent.remove_asked.connect(self.patients_room.desk.put_plan_away)
        self.recent.answered.connect(self.fault.hide)
        self.recent.failed.connect(self.say_fault)
        room = self.patients_room
        room.desk.changed.connect(self.recent.refresh)
        room.open_asked.connect(self.open_asked)
        room.new_asked.connect(self.new_asked)
        room.template_asked.connect(self.template_asked)
        room.failed.connect(self.say_fault)
        self.templates.opened.connect(lambda template_id: self.template_asked.emit(template_id, ""))
        plain_labels(self)
        enter_presses(self)
        self.await_code()
        self.refresh()

    def refresh(self) -> None:
        """Ask the library anew for everything on this page."""
        self.recent.refresh()
        self.patients_room.refresh()

    def await_code(self) -> None:
        """Put the focus where a scanner may type: elsewhere its Enter would press a button or open whatever is chosen."""
        self.code.field.setFocus()

    def take_desk(self, desk: Desk) -> None:
        """Offer what the program has by now: equipment for a patient's form, texts of exercises for a copy."""
        self.patients_room.take_desk(desk)

    def show_templates(self, built_in: Sequence[Template], own: Sequence[TemplateSummary]) -> None:
        """List the therapist's own templates first, then the built-in ones."""
        from pfss_desktop.ui.recent_plans import amount_text

        rows = []
        for kept in own:
            rows.append((kept.template_id, kept.title, amount_text(kept.phase_count, kept.exercise_count) + " · " + _("own")))
        for template in built_in:
            count = sum(1 for _held in template.plan.prescriptions())
            amount = amount_text(len(template.plan.phases), count)
            rows.append((template.plan.id, translated(template.plan.title), f"{amount} · {translated(template.summary)}"))
        self.templates.fill(rows)
        self.patients_room.page.plans.offer_templates([row[:2] for row in rows])

    def say_fault(self, error: Exception) -> None:
        """Say on the page that the database cannot be used, and why."""
        self.fault.setText(str(error))
        self.fault.show()


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    return card


def _fill(card: QFrame, *widgets: QWidget) -> None:
    column = card.layout()
    if isinstance(column, QVBoxLayout):
        for widget in widgets:
            column.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text)
    label.setFont(bold(parent.font(), 2))
    return label
