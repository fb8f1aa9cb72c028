"""A field to type in with a list in sections: what is at home, what the clinic has, and the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox

from pfss_desktop.domain.bounds import LINE_LIMIT
from pfss_desktop.domain.on_hand import Place
from pfss_desktop.language import _
from pfss_desktop.ui.theme import bold, small

Section = tuple[Place, Sequence[str]]


class SectionedBox(QComboBox):
    """Headings stand over the entries and cannot be chosen; anything else can still be typed."""

    def __init__(self, name: str, letters: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.setMaxVisibleItems(20)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self._sections: tuple[Section, ...] = ()
        line = self.lineEdit()
        if line is not None:
            line.setMaxLength(LINE_LIMIT)
            line.setPlaceholderText(name)

    def offer(self, sections: Sequence[Section], *, may_be_empty: bool = False) -> None:
        """Offer these entries, each where it first stands; what is typed stays. One section alone needs no heading."""
        wanted = _without_repeats(sections)
        if wanted == self._sections and self._rows.rowCount():
            return
        self._sections = wanted
        typed = self.currentText()
        self._rows.clear()
        if may_be_empty:
            self._rows.appendRow(QStandardItem(""))
        for place, entries in wanted:
            if len(wanted) > 1:
                self._rows.appendRow(self._heading(place))
            for entry in entries:
                self._rows.appendRow(QStandardItem(entry))
        self.setCurrentText(typed)

    def offered(self) -> list[str]:
        """Return the list as it stands, headings too."""
        return [self.itemText(row) for row in range(self.count())]

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form past a field must not change it; the wheel works once the field has the focus.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _heading(self, place: Place) -> QStandardItem:
        item = QStandardItem({Place.HOME: _("At home"), Place.CLINIC: _("In the clinic"), Place.MORE: _("More")}[place])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(small(bold(self.font())))
        return item


def _without_repeats(sections: Sequence[Section]) -> tuple[Section, ...]:
    said: set[str] = set()
    found: list[Section] = []
    for place, entries in sections:
        fresh = tuple(entry for entry in dict.fromkeys(entries) if entry not in said)
        said.update(fresh)
        if fresh:
            found.append((place, fresh))
    return tuple(found)
