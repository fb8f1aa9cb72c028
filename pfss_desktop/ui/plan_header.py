"""The line above the plan: whose it is, and what is done with the whole of it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.form_rows import line_field, show_line
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.visit_desk import visit_text

FIELDS_ROOM = 80
"""Pixels that title and condition have beyond their least width before the comparison has a button of its own."""


class PlanHeader(QWidget):
    """Shows patient, title, side, condition and visit; its buttons ask, others do."""

    leave_asked = Signal()
    """Back to the start page."""
    patient_asked = Signal()
    """The patient is to be looked at, or chosen where there is none."""
    title_edited = Signal(str)
    """The typed title."""
    condition_edited = Signal(str)
    """The typed condition."""
    side_chosen = Signal(object)
    """The affected Side, or None."""
    compare_asked = Signal()
    """The plan is to be compared with the visit before."""
    templates_asked = Signal()
    """The templates menu is about to be opened; it is to be filled."""

    def __init__(self, undo: QAction, redo: QAction, printing: QAction, export: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        leave = QPushButton(_("Plans"))
        ButtonIcon(leave, Icon.BACK)
        leave.setToolTip(_("Back to the start page; the plan is saved"))
        leave.clicked.connect(self.leave_asked)
        self._patient = QPushButton()
        self._patient.setFont(bold(self.font(), 1))
        self._patient.setProperty("flat", "true")
        self._patient.clicked.connect(self.patient_asked)
        self._title = line_field(_("Plan title"), LINE_LIMIT)
        self._title.textEdited.connect(self.title_edited)
        sides: list[tuple[str, Side | None]] = [(_("Side not set"), None)]
        sides += [(_("Left knee"), Side.LEFT), (_("Right knee"), Side.RIGHT)]
        sides += [(_("Both knees"), Side.BOTH)]
        self._side = ChoiceBox(_("Affected side"), sides)
        self._side.setToolTip(_("The leg that exercises are added for (Ctrl+L)"))
        self._side.chosen.connect(self._tell_side)
        self._title.setMinimumWidth(90)
        self._condition = line_field(_("Condition"), LINE_LIMIT)
        self._condition.setPlaceholderText(_("Condition"))
        self._condition.textEdited.connect(self.condition_edited)
        self.visit_menu = QMenu(_("Visits"), self)
        self.visit_button = QPushButton()
        self.visit_button.setMenu(self.visit_menu)
        self.visit_button.setToolTip(_("Begin a new visit, look at former ones, compare or bring them back"))
        self.compare_button = QPushButton()
        self.compare_button.setToolTip(_("Show what is different from the visit before"))
        self.compare_button.clicked.connect(self.compare_asked)
        self.templates_menu = QMenu(_("Templates"), self)
        self.templates_menu.aboutToShow.connect(self.templates_asked)
        self.templates_button = QPushButton(_("Templates"))
        self.templates_button.setMenu(self.templates_menu)
        self._has_former = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(GAP)
        for widget in (leave, self._patient, self._title, self._side, self._condition, self.visit_button, self.compare_button):
            row.addWidget(widget)
        row.addStretch(1)
        for action, which in ((undo, Icon.UNDO), (redo, Icon.REDO), (printing, Icon.PRINT)):
            row.addWidget(icon_button(action, which))
        row.insertWidget(row.count() - 1, self.templates_button)
        row.addWidget(action_button(export, is_primary=True))
        for field in (self._title, self._condition):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setMaximumWidth(280)

    def take_side(self) -> None:
        """Open the list of sides for the keys: a first letter or an arrow, then Enter."""
        self._side.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._side.showPopup()

    def show_plan(self, plan: Plan) -> None:
        """Show the plan's own fields without a signal."""
        show_line(self._title, translated(plan.title))
        show_line(self._condition, translated(plan.condition))
        with QSignalBlocker(self._side):
            self._side.choose(plan.affected_side)

    def show_opened(self, opened: OpenPlan) -> None:
        """Show whose plan it is and which visit."""
        name = opened.patient.name if opened.patient else _("Choose patient…")
        self._patient.setText(_("Template") if opened.is_template else name)
        self._patient.setEnabled(not opened.is_template)
        tip = _("Language, precautions, equipment and more of this patient, or another patient")
        self._patient.setToolTip(tip if opened.patient else _("Choose or add the patient of this plan"))
        number = opened.visit.number
        self.visit_button.setText(visit_text(opened.visit))
        self.visit_button.setVisible(not opened.is_template)
        self.compare_button.setText(_("Compare with visit {number}").format(number=number - 1))
        self._has_former = number > 1 and not opened.is_template
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the comparison to the menu of visits where the line is too short for all its buttons."""
        own = self.compare_button.sizeHint().width() + GAP
        others = self.minimumSizeHint().width() - (0 if self.compare_button.isHidden() else own)
        self.compare_button.setVisible(self._has_former and others + own + FIELDS_ROOM <= self.width())

    def _tell_side(self) -> None:
        self.side_chosen.emit(self._side.value())


def icon_button(action: QAction, which: Icon) -> QToolButton:
    """Return a button that follows an action and shows an icon; its name is in the tool tip and for screen readers."""
    button = action_button(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    ButtonIcon(button, which)
    button.setProperty("sign", "true")
    button.setAccessibleName(action.iconText())
    return button


def action_button(action: QAction, *, is_primary: bool = False) -> QToolButton:
    """Return a button that follows an action: text, tool tip, enabled or not."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("words", "true")
    button.setProperty("primary", "true" if is_primary else "false")
    return button
