"""The sheet of shortcuts: every key that works now, to be searched through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.language import _
from pfss_desktop.ui.shortcuts import Shortcut
from pfss_desktop.ui.theme import bold


class ShortcutsDialog(QDialog):
    """Lists the shortcuts under their headings; typed words leave only those that hold them all."""

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 600)
        self._shortcuts = tuple(shortcuts)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("What to do, or a key"))
        self.search.setAccessibleName(_("Search shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(100)
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("Shortcuts"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([_("What"), _("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.search, self.list, buttons):
            column.addWidget(part)
        self.search.textChanged.connect(self._show)
        self._show()

    def shown(self) -> tuple[Shortcut, ...]:
        """Return the shortcuts that hold every typed word."""
        words = self.search.text().casefold().split()
        return tuple(each for each in self._shortcuts if all(word in _searched(each) for word in words))

    def _show(self) -> None:
        self.list.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for each in self.shown():
            group = groups.get(each.group)
            if group is None:
                group = groups[each.group] = QTreeWidgetItem(self.list, [each.group])
                group.setFont(0, bold(self.font()))
                _span(group)
            line = QTreeWidgetItem(group, [each.text, each.keys])
            line.setToolTip(0, each.text)
            if not each.keys:
                _span(line)
        if not groups:
            _span(QTreeWidgetItem(self.list, [_("No shortcut has these words. Try fewer.")]))
        self.list.expandAll()


def _span(line: QTreeWidgetItem) -> None:
    """Let a line take both columns, for the eye and for the ear."""
    line.setFirstColumnSpanned(True)
    line.setData(1, Qt.ItemDataRole.AccessibleTextRole, line.text(0))


def _searched(shortcut: Shortcut) -> str:
    return f"{shortcut.group} {shortcut.text} {shortcut.keys}".casefold()
