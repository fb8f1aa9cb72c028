"""A comparison of two visits as a tree: headings, exercises, and each field old → new."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from pfss_desktop.domain.comparison import PlanComparison
from pfss_desktop.language import _
from pfss_desktop.ui.change_words import Entry, sections_of
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, bold

_ID = Qt.ItemDataRole.UserRole


class ChangesTree(QTreeWidget):
    """Lists new, stopped, harder, easier, moved and otherwise changed exercises; what stays keeps its place on the screen."""

    exercise_chosen = Signal(str)
    """Id of the exercise whose line was chosen; it may be one that the plan no longer holds."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: PlanComparison | None = None
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(2 * GAP)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Changes"))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_nothing(self) -> None:
        """Empty the tree."""
        self._shown = None
        self.clear()

    def show_comparison(self, found: PlanComparison) -> None:
        """List what differs, unless it is listed already."""
        if found == self._shown:
            return
        self._shown = found
        bar = self.verticalScrollBar()
        place = bar.value()
        self.clear()
        for heading, entries in sections_of(found):
            section = QTreeWidgetItem([heading])
            section.setFont(0, bold(self.font()))
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(section)
            for entry in entries:
                section.addChild(_row(entry))
        self.expandAll()
        bar.setValue(place)

    def lines(self) -> tuple[str, ...]:
        """Return what is listed, line by line and indented, for tests and the clipboard."""
        return tuple(_indented(self.invisibleRootItem(), 0))

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
