"""The line above the plan: whose it is, and what is done with the whole of it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _
from pfss_desktop.ui.chips import side_text
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import line_field, show_line
from pfss_desktop.ui.theme import GAP, bold


class PlanHeader(QWidget):
    """Shows patient, title, side, condition and visit; its buttons ask, others do."""

    leave_asked = Signal()
    """Back to the start page."""
    patient_asked = Signal()
    """Another patient is to be chosen."""
    title_edited = Signal(str)
    """The typed title."""
    condition_edited = Signal(str)
    """The typed condition."""
    side_chosen = Signal(object)
    """The affected Side, or None."""
    templates_asked = Signal()
    """The templates menu is about to be opened; it is to be filled."""

    def __init__(self, undo: QAction, redo: QAction, printing: QAction, export: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        leave = QPushButton(_("‹ Plans"))
        leave.setToolTip(_("Back to the start page; the plan is saved"))
        leave.clicked.connect(self.leave_asked)
        self._patient = QPushButton()
        self._patient.setFont(bold(self.font(), 1))
        self._patient.setProperty("flat", "true")
        self._patient.clicked.connect(self.patient_asked)
        self._title = line_field(_("Plan title"), LINE_LIMIT)
        self._title.textEdited.connect(self.title_edited)
        self._title.setMinimumWidth(120)
        sides: list[tuple[str, Side | None]] = [(_("Side not set"), None)]
        sides += [(_("{side} knee").format(side=side_text(side)), side) for side in (Side.LEFT, Side.RIGHT)]
        sides += [(_("Both knees"), Side.BOTH)]
        self._side = ChoiceBox(_("Affected side"), sides)
        self._side.chosen.connect(self._tell_side)
        self._condition = line_field(_("Condition"), LINE_LIMIT)
        self._condition.setPlaceholderText(_("Condition"))
        self._condition.textEdited.connect(self.condition_edited)
        self._visit = QLabel()
        self._visit.setProperty("role", "muted")
        self.templates_menu = QMenu(_("Templates"), self)
        self.templates_menu.aboutToShow.connect(self.templates_asked)
        self.templates_button = QPushButton(_("Templates"))
        self.templates_button.setMenu(self.templates_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(GAP)
        for widget in (leave, self._patient, self._title, self._side, self._condition, self._visit):
            row.addWidget(widget)
        row.addStretch(1)
        for action in (undo, redo):
            row.addWidget(action_button(action))
        row.addWidget(self.templates_button)
        row.addWidget(action_button(printing))
        row.addWidget(action_button(export, is_primary=True))
        for field in (self._title, self._condition):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMaximumWidth(280)

    def show_plan(self, plan: Plan) -> None:
        """Show the plan's own fields without a signal."""
        show_line(self._title, plan.title)
        show_line(self._condition, plan.condition)
        with QSignalBlocker(self._side):
            self._side.choose(plan.affected_side)

    def show_opened(self, opened: OpenPlan) -> None:
        """Show whose plan it is and which visit."""
        name = opened.patient.name if opened.patient else _("Choose patient…")
        self._patient.setText(_("Template") if opened.is_template else name)
        self._patient.setEnabled(not opened.is_template)
        self._patient.setToolTip(_("Choose or add the patient of this plan"))
        self._visit.setText("" if opened.is_template else _("Visit {number}").format(number=opened.visit.number))

    def _tell_side(self) -> None:
        self.side_chosen.emit(self._side.value())


def action_button(action: QAction, *, is_primary: bool = False) -> QToolButton:
    """Return a button that follows an action: text, tool tip, enabled or not."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("words", "true")
    button.setProperty("primary", "true" if is_primary else "false")
    return button
