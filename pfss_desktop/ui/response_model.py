"""How each exercise of the former sheet went, as an item model: reps, quality, pain, sessions."""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from pfss_desktop.domain.adherence import BroughtBack, response_of
from pfss_desktop.domain.edits.records import set_response
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import Quality, Response
from pfss_desktop.language import _, translated
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import small, theme_now

_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is asked of each exercise."""

    REPS = 0
    QUALITY = 1
    DURING = 2
    MORNING = 3
    SESSIONS = 4


_LIMITS = {Column.REPS: 500, Column.DURING: 10, Column.MORNING: 10, Column.SESSIONS: 999}
_FIELDS = {
    Column.REPS: "reps_reached",
    Column.QUALITY: "quality",
    Column.DURING: "pain_during",
    Column.MORNING: "pain_next_morning",
    Column.SESSIONS: "sessions",
}


class ResponseModel(QAbstractTableModel):
    """A value that comes from the diary is shown muted until the exercise is asked about itself."""

    def __init__(self, follow_up: FollowUp) -> None:
        super().__init__(follow_up)
        self._follow_up = follow_up
        self._sheet: BroughtBack | None = None
        self._held: tuple[Prescription, ...] = ()
        self._said: dict[str, Response] = {}

    def show_sheet(self, sheet: BroughtBack | None) -> None:
        """Show the exercises of this sheet with what the plan's record says of them."""
        former = self._follow_up.former
        ids = {row.prescription_id for row in sheet.grid.rows} if sheet else set()
        held = tuple(each for each in former.plan.prescriptions() if each.id in ids) if former else ()
        is_other = held != self._held
        if is_other:
            self.beginResetModel()
        self._sheet, self._held = sheet, held
        self._said = {said.prescription_id: said for said in self._follow_up.plan.record.responses}
        if is_other:
            self.endResetModel()
        elif held:
            self.dataChanged.emit(self.index(0, 0), self.index(len(held) - 1, len(Column) - 1))

    # What keys do

    def set_value(self, index: QModelIndex, value: int | Quality | None) -> bool:
        """Say a value; None takes it back. Return whether the cell takes it."""
        held, column = self._held[index.row()], Column(index.column())
        if isinstance(value, Quality) != (column is Column.QUALITY) and value is not None:
            return False
        if isinstance(value, int) and value > _LIMITS[column]:
            return False
        if column is Column.REPS and held.dosage.reps is None:
            return False
        said = self._said.get(held.id, Response(held.id))
        changes: dict[str, Any] = {_FIELDS[column]: value}
        said = replace(said, **changes)
        key = f"response.{held.id}.{column.name}"
        self._follow_up.record(_("How it went"), set_response(self._follow_up.plan, said), key)
        return True

    def add_digit(self, index: QModelIndex, digit: int, *, is_first: bool) -> bool:
        """Type a digit: the first one begins a number, the next ones go on with it while it is within bounds."""
        column = Column(index.column())
        if column is Column.QUALITY:
            return False
        now = getattr(self._said.get(self._held[index.row()].id), _FIELDS[column], None)
        longer = digit if is_first or now is None else 10 * now + digit
        return self.set_value(index, longer if longer <= _LIMITS[column] else digit)

    def set_as_prescribed(self, index: QModelIndex) -> bool:
        """Say that it went as it should: target reached, done well, all sessions; pain has no "as prescribed"."""
        held, column = self._held[index.row()], Column(index.column())
        if column is Column.REPS and held.dosage.reps is not None:
            return self.set_value(index, held.dosage.reps.high)
        if column is Column.QUALITY:
            return self.set_value(index, Quality.GOOD)
        if column is Column.SESSIONS and self._sheet is not None:
            return self.set_value(index, self._sheet.sessions(held.id, self._follow_up.plan.record).prescribed)
        return False

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._held)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if role == _ROLE.FontRole:
            return small(QApplication.font())
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            name = translated(self._held[section].text.name)
            return plain_tip(name) if role == _ROLE.ToolTipRole else name
        short, full = _HEADINGS[Column(section)]
        return short() if role == _ROLE.DisplayRole else full()

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        held, column = self._held[index.row()], Column(index.column())
        own = getattr(self._said.get(held.id), _FIELDS[column], None)
        if role == _ROLE.DisplayRole:
            return self._shown(held, column)
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == _ROLE.AccessibleTextRole:
            _short, full = _HEADINGS[column]
            words = {"name": translated(held.text.name), "what": full(), "value": self._shown(held, column) or _("blank")}
            return _("{name}, {what}: {value}").format(**words)
        if role == _ROLE.ForegroundRole and own is None:
            return QColor(theme_now().muted)
        return None

    # Private

    def _shown(self, held: Prescription, column: Column) -> str:
        said = response_of(held.id, self._follow_up.plan.record, self._sheet)
        value = getattr(said, _FIELDS[column])
        if column is Column.QUALITY:
            return quality_name(value) if value else ""
        if column is Column.SESSIONS and self._sheet is not None:
            prescribed = self._sheet.sessions(held.id, self._follow_up.plan.record).prescribed
            return f"{'–' if value is None else value}/{prescribed}"
        if column is Column.REPS:
            return f"{'–' if value is None else value}/{held.dosage.reps.high}" if held.dosage.reps else ""
        return "" if value is None else str(value)


def quality_name(quality: Quality) -> str:
    """Return how well it was done, in one word; each begins with another letter, which is its key."""
    return {Quality.GOOD: _("good"), Quality.FAIR: _("fair"), Quality.POOR: _("poor")}[quality]


_HEADINGS: dict[Column, tuple[Callable[[], str], Callable[[], str]]] = {
    Column.REPS: (lambda: _("Reps"), lambda: _("Repetitions reached of those asked for")),
    Column.QUALITY: (lambda: _("Quality"), lambda: _("How well it was done")),
    Column.DURING: (lambda: _("Pain"), lambda: _("Pain while exercising, 0 to 10")),
    Column.MORNING: (lambda: _("Morning"), lambda: _("Pain the next morning, 0 to 10")),
    Column.SESSIONS: (lambda: _("Sessions"), lambda: _("Sessions reported of those prescribed")),
}
