"""Asks what is on the handout: its parts and their order, what is told of each exercise, and the topics for this patient."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.handout.sections import Detail, Section
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.language import _
from pfss_desktop.ui.sheet_defaults_form import SheetDefaultsForm
from pfss_desktop.ui.theme import GAP

_VALUE = Qt.ItemDataRole.UserRole


class HandoutDialog(QDialog):
    """Parts with boxes to tick, moved by dragging, by keys or by buttons; the exercises are always on the sheet."""

    def __init__(
        self,
        sections: Sequence[Section],
        details: Iterable[Detail],
        topics: Sequence[EducationTopic],
        chosen: Sequence[str],
        defaults: SheetDefaults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What is on the handout"))
        self._parts = _list_of(_("Parts of the handout"))
        self._parts.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._parts.setDefaultDropAction(Qt.DropAction.MoveAction)
        for section in (*sections, *(other for other in Section if other not in sections)):
            self._parts.addItem(_item(_SECTIONS[section](), section.value, is_ticked=section in sections))
            if section is Section.EXERCISES:
                self._parts.item(self._parts.count() - 1).setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
                )
        self._parts.setCurrentRow(0)
        kept = frozenset(details)
        self._details = {detail: QCheckBox(_DETAILS[detail]()) for detail in Detail}
        for detail, box in self._details.items():
            box.setChecked(detail in kept)
        self._topics = _list_of(_("Topics for this patient"))
        for topic in topics:
            item = _item(topic.title, topic.id, is_ticked=topic.id in chosen)
            item.setToolTip(topic.note)
            self._topics.addItem(item)
        self.defaults_form = SheetDefaultsForm(defaults)
        self._hint = QLabel(_("A patient should know how much pain is all right and when to stop. Leave this in."))
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "fault")
        self._lay_out(has_topics=bool(topics))
        self._parts.itemChanged.connect(self._show_hint)
        self._show_hint()
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self._parts)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.move_part(by))

    def sections(self) -> tuple[Section, ...]:
        """Return the ticked parts in their order."""
        return tuple(map(Section, _ticked(self._parts)))

    def details(self) -> frozenset[Detail]:
        """Return what is told of each exercise."""
        return frozenset(detail for detail, box in self._details.items() if box.isChecked())

    def topics(self) -> tuple[str, ...]:
        """Return the ids of the ticked topics in the order of the list."""
        return tuple(_ticked(self._topics))

    def defaults(self) -> SheetDefaults:
        """Return the clinic's defaults for every sheet."""
        return self.defaults_form.defaults()

    def move_part(self, by: int) -> None:
        """Move the part in focus up (-1) or down (1); nothing happens at either end."""
        row = self._parts.currentRow()
        if row < 0 or not 0 <= row + by < self._parts.count():
            return
        item = self._parts.takeItem(row)
        self._parts.insertItem(row + by, item)
        self._parts.setCurrentItem(item)

    def _show_hint(self) -> None:
        sections = self.sections()
        self._hint.setVisible(Section.PAIN_RULE not in sections or Section.STOP not in sections)

    def _lay_out(self, *, has_topics: bool) -> None:
        up, down = QPushButton(_("Move up")), QPushButton(_("Move down"))
        up.setToolTip("Alt+Up")
        down.setToolTip("Alt+Down")
        up.clicked.connect(lambda: self.move_part(-1))
        down.clicked.connect(lambda: self.move_part(1))
        for button in (up, down):
            button.setAutoDefault(False)
        moves = QHBoxLayout()
        moves.addWidget(up)
        moves.addWidget(down)
        moves.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(_heading(_("Parts, from top to bottom"), self._parts))
        left.addWidget(self._parts, 1)
        left.addLayout(moves)
        right = QVBoxLayout()
        right.addWidget(_heading(_("With each exercise")))
        for box in self._details.values():
            right.addWidget(box)
        right.addSpacing(GAP)
        right.addWidget(_heading(_("Topics for this patient"), self._topics))
        if has_topics:
            right.addWidget(self._topics, 1)
        else:
            right.addWidget(QLabel(_("There are no topics to choose from.")))
            right.addStretch(1)
        for layout in (moves, left, right):
            layout.setSpacing(GAP // 2)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GAP)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(_("Parts, diary and flare-up plan hold for every handout, topics for this plan only.")))
        column.addLayout(columns, 1)
        column.addWidget(self.defaults_form)
        column.addWidget(self._hint)
        column.addWidget(buttons)
        self.resize(720, 640)


def _list_of(name: str) -> QListWidget:
    widget = QListWidget()
    widget.setAccessibleName(name)
    return widget


def _item(text: str, value: str, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setData(_VALUE, value)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item


def _ticked(widget: QListWidget) -> list[str]:
    items = (widget.item(row) for row in range(widget.count()))
    return [str(item.data(_VALUE)) for item in items if item.checkState() is Qt.CheckState.Checked]


def _heading(text: str, buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "title")
    if buddy is not None:
        label.setBuddy(buddy)
    return label


# Each name is looked up when it is shown, in the language spoken then.
_SECTIONS: dict[Section, Callable[[], str]] = {
    Section.SUMMARY: lambda: _("In short: the plan in a few sentences"),
    Section.GOAL: lambda: _("Goal in the patient's words"),
    Section.CHANGES: lambda: _("What has changed since last time"),
    Section.EQUIPMENT: lambda: _("What to have ready"),
    Section.EXERCISES: lambda: _("Exercises"),
    Section.CRITERIA: lambda: _("When a phase is finished"),
    Section.PAIN_RULE: lambda: _("Pain rule"),
    Section.FLARE_UP: lambda: _("What to do in a flare-up"),
    Section.STOP: lambda: _("When to stop and call"),
    Section.EDUCATION: lambda: _("Topics to read"),
    Section.WHEN_AND_WHERE: lambda: _("When and where: lines to fill in"),
    Section.DIARY: lambda: _("Diary to tick"),
    Section.CODE: lambda: _("Code that opens this visit"),
}

_DETAILS: dict[Detail, Callable[[], str]] = {
    Detail.TEMPO: lambda: _("Bar that counts the seconds"),
    Detail.CUE: lambda: _("Cue (“Think”)"),
    Detail.MISTAKE: lambda: _("Common mistake (“Not like this”)"),
    Detail.CAUTION: lambda: _("Caution (“Take care”)"),
    Detail.SHOWN: lambda: _("Box for “shown and checked”"),
}
