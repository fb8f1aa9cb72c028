"""The brought-back diary as an item model: exercises and pain by days, as on the sheet, and the sum of each exercise."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from pfss_desktop.domain.adherence import BroughtBack
from pfss_desktop.domain.edits.records import fill_diary, fill_row, set_day_pain, set_times
from pfss_desktop.domain.record import DiaryDay
from pfss_desktop.language import _, translated
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import small, theme_now

_ROLE = Qt.ItemDataRole
_PAINS = 2
_TIMES_LIMIT = 12
_PAIN_LIMIT = 10
Index = QModelIndex | QPersistentModelIndex


class DiaryModel(QAbstractTableModel):
    """Rows are the sheet's exercises, then pain while exercising and pain the next morning; the last column adds up."""

    def __init__(self, follow_up: FollowUp) -> None:
        super().__init__(follow_up)
        self._follow_up = follow_up
        self._sheet: BroughtBack | None = None
        self._times: dict[tuple[str, int], int] = {}
        self._days: dict[int, DiaryDay] = {}

    def show_sheet(self, sheet: BroughtBack | None) -> None:
        """Show this sheet with what the plan's record says of it."""
        is_other = sheet != self._sheet
        if is_other:
            self.beginResetModel()
            self._sheet = sheet
        record = self._follow_up.plan.record
        self._times = {(entry.prescription_id, entry.day): entry.times for entry in record.diary_entries}
        self._days = {day.day: day for day in record.diary_days}
        if is_other:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @property
    def sheet(self) -> BroughtBack | None:
        """The sheet on show."""
        return self._sheet

    # What keys do

    def is_pain(self, row: int) -> bool:
        """Return whether this row is one for pain."""
        return self._sheet is not None and row >= len(self._sheet.grid.rows)

    def set_number(self, row: int, day: int, number: int | None) -> bool:
        """Key a number in; None empties the cell. Return whether the cell takes it."""
        if self._sheet is None or not 1 <= day <= len(self._sheet.grid.columns):
            return False
        plan = self._follow_up.plan
        if self.is_pain(row):
            if number is not None and number > _PAIN_LIMIT:
                return False
            now = self._days.get(day, DiaryDay(day))
            is_during = row == len(self._sheet.grid.rows)
            said = replace(now, pain_during=number) if is_during else replace(now, pain_next_morning=number)
            plan = set_day_pain(plan, said)
        elif number is not None and number > _TIMES_LIMIT:
            return False
        else:
            plan = set_times(plan, self._sheet.grid.rows[row].prescription_id, day, number)
        self._follow_up.record(_("Key in diary"), plan, f"diary.{row}")
        return True

    def set_as_prescribed(self, row: int, day: int) -> bool:
        """Say that an exercise was done as often as prescribed on this day."""
        prescribed = self.prescribed(row, day)
        return prescribed is not None and self.set_number(row, day, prescribed)

    def fill_row(self, row: int) -> bool:
        """Fill the blank days of an exercise as prescribed."""
        if self._sheet is None or self.is_pain(row):
            return False
        plan = fill_row(self._follow_up.plan, self._sheet.grid.rows[row], self._sheet.days)
        self._follow_up.record(_("Fill row of the diary"), plan)
        return True

    def fill_all(self) -> None:
        """Fill all blank days as prescribed."""
        if self._sheet is not None:
            plan = fill_diary(self._follow_up.plan, self._sheet.grid, self._sheet.days)
            self._follow_up.record(_("Fill diary"), plan)

    def prescribed(self, row: int, day: int) -> int | None:
        """Return how often an exercise was to be done on a day; None for pain."""
        if self._sheet is None or self.is_pain(row) or day > len(self._sheet.grid.columns):
            return None
        return self._sheet.grid.rows[row].times[day - 1]

    def next_cell(self, row: int, day: int) -> tuple[int, int]:
        """Return the cell after this one: the next day with something to key in, else the next row's first."""
        last = self._sheet.days if self._sheet else 0
        for following in range(day + 1, last + 1):
            if self.is_pain(row) or self.prescribed(row, following):
                return row, following
        return self.first_cell(min(row + 1, self.rowCount() - 1))

    def first_cell(self, row: int) -> tuple[int, int]:
        """Return the first cell of a row with something to key in."""
        last = self._sheet.days if self._sheet else 1
        return row, next((day for day in range(1, last + 1) if self.is_pain(row) or self.prescribed(row, day)), 1)

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.grid.rows) + _PAINS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.grid.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if role == _ROLE.FontRole:
            return small(QApplication.font())
        if self._sheet is None or role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            name = self._row_name(section)
            return plain_tip(name) if role == _ROLE.ToolTipRole else name
        if section >= len(self._sheet.grid.columns):
            return _("Sum")
        on = self._sheet.grid.columns[section].on
        if role == _ROLE.DisplayRole:
            return f"{QLocale().dayName(on.isoweekday(), QLocale.FormatType.NarrowFormat)}\n{on.day}"
        return QLocale().toString(QDate(on.year, on.month, on.day), "ddd d MMMM")

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid() or self._sheet is None:
            return None
        row, day = index.row(), index.column() + 1
        is_sum = index.column() == len(self._sheet.grid.columns)
        if role == _ROLE.DisplayRole:
            return self._sum(row) if is_sum else self._shown(row, day)
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == _ROLE.BackgroundRole and not is_sum and (day > self._sheet.days or self.prescribed(row, day) == 0):
            return QColor(theme_now().ground)
        if role == _ROLE.ForegroundRole and self._number(row, day) is None:
            return QColor(theme_now().muted)
        return None

    # Private

    def _number(self, row: int, day: int) -> int | None:
        sheet = self._sheet
        if sheet is None:
            return None
        if not self.is_pain(row):
            return self._times.get((sheet.grid.rows[row].prescription_id, day))
        said = self._days.get(day, DiaryDay(day))
        return said.pain_during if row == len(sheet.grid.rows) else said.pain_next_morning

    def _shown(self, row: int, day: int) -> str:
        number = self._number(row, day)
        return ("·" if self.prescribed(row, day) else "") if number is None else str(number)

    def _row_name(self, row: int) -> str:
        if self._sheet is not None and not self.is_pain(row):
            return translated(self._sheet.grid.rows[row].name)
        is_during = self._sheet is not None and row == len(self._sheet.grid.rows)
        return _("Pain while doing") if is_during else _("Pain next morning")

    def _sum(self, row: int) -> str:
        if self._sheet is None or self.is_pain(row):
            return ""
        sessions = self._sheet.sessions(self._sheet.grid.rows[row].prescription_id, self._follow_up.plan.record)
        return f"{'–' if sessions.reported is None else sessions.reported}/{sessions.prescribed}"

    def _spoken(self, row: int, column: int) -> str:
        words = {
            "row": self._row_name(row),
            "day": self.headerData(column, Qt.Orientation.Horizontal, _ROLE.AccessibleTextRole),
            "number": self._sum(row),
            "prescribed": self.prescribed(row, column + 1),
        }
        if self._sheet is None or column == len(self._sheet.grid.columns):
            return _("{row}, sum: {number}").format(**words)
        number = self._number(row, column + 1)
        words["number"] = _("blank") if number is None else str(number)
        if self.is_pain(row):
            return _("{row}, {day}: {number}").format(**words)
        return _("{row}, {day}: {number}, prescribed {prescribed}").format(**words)
