"""The list of recent plans on the start page."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.document.background import Background
from pfss_desktop.domain.library import Library, PlanSummary
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.two_lines import TwoLineList


class RecentPlans(QWidget):
    """Lists plans, newest first; opening one is a double click or Enter."""

    open_asked = Signal(str)
    """The plan with this id."""
    remove_asked = Signal(str, str)
    """Id and title of a plan to be taken off the lists."""
    answered = Signal()
    """The library has answered."""
    failed = Signal(object)
    """The exception of a request to the library."""

    def __init__(self, library: Library, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        title = QLabel(_("Recent plans"))
        title.setFont(bold(self.font(), 2))
        self.list = TwoLineList(_("Recent plans"))
        self.list.hide()
        self._none = QLabel(_("Looking for your plans …"))
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._remove = QPushButton(_("Take off the list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (title, self.list, self._none, self._remove):
            column.addWidget(widget)
        column.setStretch(1, 1)
        column.addStretch(0)
        self._remove.hide()
        self.list.opened.connect(self.open_asked)
        self._remove.clicked.connect(self._remove_chosen)

    def refresh(self) -> None:
        """Ask the library anew."""
        self._background.run(self._library.recent_plans, self._show, self.failed.emit)

    def _show(self, plans: Sequence[PlanSummary]) -> None:
        self.list.fill((plan.plan_id, _heading(plan), plan_details(plan)) for plan in plans)
        self._none.setVisible(not plans)
        self._none.setText(_("No plans yet. Start with a new plan or a template; it is saved by itself."))
        self.list.setVisible(bool(plans))
        self._remove.setVisible(bool(plans))
        self.answered.emit()

    def _remove_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.remove_asked.emit(*chosen)


def amount_text(phase_count: int, exercise_count: int) -> str:
    """Return how much a plan or template is, such as "3 phases · 9 exercises"."""
    return (
        ngettext("{count} phase", "{count} phases", phase_count).format(count=phase_count)
        + " · "
        + ngettext("{count} exercise", "{count} exercises", exercise_count).format(count=exercise_count)
    )


def _heading(plan: PlanSummary) -> str:
    title = translated(plan.title)
    return f"{plan.patient_name} · {title}" if plan.patient_name else title


def plan_details(plan: PlanSummary) -> str:
    """Return what a list tells of a plan below its title."""
    moment = QDateTime.fromSecsSinceEpoch(int(plan.changed_at.timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    visit = _("visit {number}").format(number=plan.visit_number)
    return " · ".join((amount_text(plan.phase_count, plan.exercise_count), visit, when))
