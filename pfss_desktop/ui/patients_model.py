"""The found patients as an item model that is filled in pieces: a list of a hundred thousand costs no more than what is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from pfss_desktop.domain.library import PatientSummary
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.date_text import day_text
from pfss_desktop.ui.plain import plain_tip

_Index = QModelIndex | QPersistentModelIndex


class PatientsModel(QAbstractListModel):
    """Two lines of text for each patient; asks for more when the list is scrolled towards its end."""

    more_wanted = Signal()
    """The next piece is to be appended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PatientSummary] = []
        self._has_more = False

    def show(self, lines: Sequence[PatientSummary], *, has_more: bool) -> None:
        """Show these instead of the former ones."""
        self.beginResetModel()
        self._lines = list(lines)
        self._has_more = has_more
        self.endResetModel()

    def append(self, lines: Sequence[PatientSummary], *, has_more: bool) -> None:
        """Show these below the former ones."""
        self._has_more = has_more
        known = {line.patient.id for line in self._lines}
        new = [line for line in lines if line.patient.id not in known]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(new) - 1)
            self._lines += new
            self.endInsertRows()

    def line(self, index: _Index) -> PatientSummary | None:
        """Return the patient of a row, None for no row."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, patient_id: str) -> int:
        """Return the row of a patient, -1 for none."""
        return next((row for row, line in enumerate(self._lines) if line.patient.id == patient_id), -1)

    # Qt overrides

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.patient.name}\n{details_text(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(details_text(line))
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: _Index) -> None:
        # The answer comes later; until then nothing more is to be had.
        self._has_more = False
        self.more_wanted.emit()


def details_text(line: PatientSummary) -> str:
    """Return what a list tells of a patient below the name."""
    patient = line.patient
    seen = _("last visit {date}").format(date=day_text(line.last_visit)) if line.last_visit else _("no visit yet")
    parts = [
        _("archived") if line.is_archived else "",
        patient.number,
        day_text(patient.born) if patient.born else "",
        seen,
        ngettext("{count} plan", "{count} plans", line.plan_count).format(count=line.plan_count),
    ]
    return " · ".join(part for part in parts if part)
