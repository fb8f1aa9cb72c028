"""The Changes tab: what is different on the screen from a former visit, following every edit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.comparison import PlanComparison, compare
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _
from pfss_desktop.ui.change_words import Entry, sections_of, summary_text
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, bold
from pfss_desktop.ui.visit_desk import VisitDesk, visit_text

_ID = Qt.ItemDataRole.UserRole


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
        self._shown: PlanComparison | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "title")
        self._summary = QLabel()
        self._summary.setProperty("role", "muted")
        self._summary.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setWordWrap(True)
        self._tree.setIndentation(2 * GAP)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setAccessibleName(_("Changes"))
        self._tree.itemClicked.connect(self._choose)
        self._tree.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        for widget in (self._heading, self._summary, self._tree):
            column.addWidget(widget)
        document.plan_changed.connect(self._follow)
        visits.visits_changed.connect(self._follow)

    def lines(self) -> tuple[str, ...]:
        """Return what is listed, line by line and indented, for tests and the clipboard."""
        return tuple(_indented(self._tree.invisibleRootItem(), 0))

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
            self._shown = None
            self._tree.clear()
            return
        found = compare(former.plan, self._document.plan, self._choices)
        self._heading.setText(_("Compared with {visit}").format(visit=visit_text(former.visit)))
        self._summary.setText(summary_text(found))
        if found != self._shown:
            self._shown = found
            self._list(found)

    def _list(self, found: PlanComparison) -> None:
        bar = self._tree.verticalScrollBar()
        place = bar.value()
        self._tree.clear()
        for heading, entries in sections_of(found):
            section = QTreeWidgetItem([heading])
            section.setFont(0, bold(self._tree.font()))
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._tree.addTopLevelItem(section)
            for entry in entries:
                section.addChild(_row(entry))
        self._tree.expandAll()
        bar.setValue(place)

    def _choose(self, item: QTreeWidgetItem) -> None:
        exercise_id = item.data(0, _ID)
        if exercise_id:
            self.exercise_chosen.emit(exercise_id)


def _row(entry: Entry) -> QTreeWidgetItem:
    exercise_id, heading, lines = entry
    row = _item(heading, exercise_id)
    for line in lines:
        row.addChild(_item(line, exercise_id))
    return row


def _item(text: str, exercise_id: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setData(0, _ID, exercise_id)
    # For a line that is wider than the panel.
    item.setToolTip(0, plain_tip(text))
    return item


def _indented(item: QTreeWidgetItem, depth: int) -> list[str]:
    lines = []
    for child in filter(None, map(item.child, range(item.childCount()))):
        lines += ["  " * depth + child.text(0), *_indented(child, depth + 1)]
    return lines
