"""The Changes tab: what is different on the screen from a former visit, following every edit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.comparison import compare
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _
from pfss_desktop.ui.change_words import summary_text
from pfss_desktop.ui.changes_tree import ChangesTree
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.visit_desk import VisitDesk, visit_text


class ChangesPanel(QWidget):
    """Lists new, stopped, harder, easier, moved and otherwise changed exercises, each field old → new."""

    exercise_chosen = Signal(str)
    """Id of the exercise whose line was chosen; it may be one that the plan no longer holds."""

    def __init__(
        self, document: PlanDocument, visits: VisitDesk, choices: ResistanceChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._visits = visits
        self._choices = choices
        self._heading = QLabel()
        self._heading.setProperty("role", "title")
        self._summary = QLabel()
        self._summary.setProperty("role", "muted")
        self._summary.setWordWrap(True)
        self._tree = ChangesTree()
        self._tree.exercise_chosen.connect(self.exercise_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        for widget in (self._heading, self._summary, self._tree):
            column.addWidget(widget)
        document.plan_changed.connect(self._follow)
        visits.visits_changed.connect(self._follow)

    def lines(self) -> tuple[str, ...]:
        """Return what is listed, line by line and indented, for tests and the clipboard."""
        return self._tree.lines()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self, *_change: object) -> None:
        if not self.isVisible():
            return
        former = self._visits.compared
        if former is None:
            self._heading.setText(_("The first visit"))
            self._summary.setText(_("Once there is a second visit, this shows what has changed since."))
            self._tree.show_nothing()
            return
        found = compare(former.plan, self._document.plan, self._choices)
        self._heading.setText(_("Compared with {visit}").format(visit=visit_text(former.visit)))
        self._summary.setText(summary_text(found))
        self._tree.show_comparison(found)
