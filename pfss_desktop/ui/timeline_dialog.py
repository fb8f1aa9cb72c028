"""All visits of a plan in a table: when, which phase, how much, what changed, what was measured; and any two compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.comparison import PlanComparison, compare
from pfss_desktop.domain.effort import Effort
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.changes_tree import ChangesTree
from pfss_desktop.ui.plain import plain_labels
from pfss_desktop.ui.visit_desk import visit_text


@dataclass(frozen=True)
class TimelineRow:
    """One visit, and what had changed since the one before it (None for the first)."""

    opened: OpenPlan
    changes: PlanComparison | None


def timeline_rows(visits: Sequence[OpenPlan], choices: ResistanceChoices) -> tuple[TimelineRow, ...]:
    """Return a row for each visit; `visits` are given and returned with the latest first."""
    before = (*visits[1:], None)
    return tuple(
        TimelineRow(opened, compare(former.plan, opened.plan, choices) if former else None)
        for opened, former in zip(visits, before, strict=True)
    )


def changes_in_short(found: PlanComparison | None) -> str:
    """Return what changed in signs, such as "+2 −1 ↑3 ↓1"; exercises new, stopped, harder, easier, changed otherwise."""
    if found is None:
        return ""
    efforts = [change.effort for change in found.changed]
    counts = (
        ("+", len(found.added)),
        ("−", len(found.stopped)),
        ("↑", efforts.count(Effort.HARDER)),
        ("↓", efforts.count(Effort.EASIER)),
        ("~", efforts.count(Effort.MIXED) + efforts.count(Effort.UNRANKED)),
    )
    return " ".join(f"{sign}{count}" for sign, count in counts if count)


class TimelineDialog(QDialog):
    """Shows the visits; its buttons ask, others do. Two chosen visits are compared here."""

    look_asked = Signal(object)
    """The Visit to be shown."""
    bring_back_asked = Signal(object)
    """The open plan is to become what it was at this Visit."""

    def __init__(self, rows: Sequence[TimelineRow], choices: ResistanceChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Timeline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 480)
        self._rows = tuple(rows)
        self._choices = choices
        self.table = _table(self._rows)
        self._hint = QLabel(_("Choose one visit to look at, or two to compare (Ctrl+click, or Shift+arrow keys)."))
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._look = buttons.addButton(_("&Look at"), QDialogButtonBox.ButtonRole.ActionRole)
        self._compare = buttons.addButton(_("&Compare"), QDialogButtonBox.ButtonRole.ActionRole)
        self._bring_back = buttons.addButton(_("&Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        self._bring_back.setToolTip(_("The plan becomes what it was at this visit; that can be undone"))
        column = QVBoxLayout(self)
        column.addWidget(self._hint)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self._look.clicked.connect(self._ask_look)
        self._compare.clicked.connect(self.compare_chosen)
        self._bring_back.clicked.connect(self._ask_bring_back)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.itemActivated.connect(lambda _item: self._ask_look())
        plain_labels(self)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.table.model().index(0, 0), select)
        self.table.setFocus()

    def chosen(self) -> tuple[OpenPlan, ...]:
        """Return the chosen visits, the earlier first."""
        at = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        return tuple(self._rows[row].opened for row in at)

    def compare_chosen(self) -> None:
        """Show what differs between the two chosen visits."""
        before, after = self.chosen()
        ComparisonDialog(before, after, self._choices, self).open()

    def _follow(self) -> None:
        chosen = self.chosen()
        is_former = len(chosen) == 1 and chosen[0] is not self._rows[0].opened
        for button, fits in ((self._look, is_former), (self._bring_back, is_former), (self._compare, len(chosen) == 2)):
            _allow(button, fits)

    def _ask_look(self) -> None:
        if self._look.isEnabled():
            [opened] = self.chosen()
            self.look_asked.emit(opened.visit)

    def _ask_bring_back(self) -> None:
        [opened] = self.chosen()
        self.accept()
        self.bring_back_asked.emit(opened.visit)


class ComparisonDialog(QDialog):
    """What differs between two visits, each field old → new."""

    def __init__(self, before: OpenPlan, after: OpenPlan, choices: ResistanceChoices, parent: QWidget) -> None:
        super().__init__(parent)
        words = {"before": visit_text(before.visit), "after": visit_text(after.visit)}
        self.setWindowTitle(_("{before} → {after}").format(**words))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        self.tree = ChangesTree()
        found = compare(before.plan, after.plan, choices)
        self.tree.show_comparison(found)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(_("From {before} to {after}").format(**words)))
        if not found:
            column.addWidget(QLabel(_("Nothing is different.")))
        column.addWidget(self.tree, 1)
        column.addWidget(buttons)
        plain_labels(self)


def _table(rows: Sequence[TimelineRow]) -> QTableWidget:
    headings = (_("Visit"), _("Present phase"), _("Exercises"), _("Since the visit before"), _("Measured"))
    table = QTableWidget(len(rows), len(headings))
    table.setHorizontalHeaderLabels(headings)
    table.setAccessibleName(_("Visits"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    for at, row in enumerate(rows):
        for column, text in enumerate(_texts(row, is_open=at == 0)):
            item = QTableWidgetItem(text)
            if column == 3 and row.changes is not None:
                item.setToolTip(_("+ new, − stopped, ↑ harder, ↓ easier, ~ changed otherwise"))
            table.setItem(at, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def _texts(row: TimelineRow, *, is_open: bool) -> tuple[str, ...]:
    plan = row.opened.plan
    phase = plan.phase_now()
    visit = visit_text(row.opened.visit)
    scores = len(plan.record.scores)
    changes = _("first visit") if row.changes is None else changes_in_short(row.changes) or _("nothing changed")
    return (
        _("{visit} (open)").format(visit=visit) if is_open else visit,
        translated(phase.name) if phase else "",
        str(sum(1 for _held in plan.prescriptions())),
        changes,
        ngettext("{count} score", "{count} scores", scores).format(count=scores) if scores else "",
    )


def _allow(button: QPushButton, fits: bool) -> None:
    button.setEnabled(fits)
