"""Exercises that another one is linked with: chosen by name, shown as buttons that take the link away again."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QPushButton, QWidget

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.language import _, translated
from pfss_desktop.ui.choice_box import ChoiceBox
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.theme import GAP


class LinkField(QWidget):
    """Type a part of a name and press Enter to link; press a linked name to take it away."""

    def __init__(self, name: str, exercises: Iterable[Exercise], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {exercise.id: translated(exercise.name) for exercise in exercises}
        by_name = sorted(self._names.items(), key=lambda pair: pair[1].casefold())
        self._ids: list[str] = []
        self._chips: list[QPushButton] = []
        self.choice: ChoiceBox[str] = ChoiceBox(name, [(_("add …"), ""), *((told, key) for key, told in by_name)])
        self.choice.make_narrow(14)
        self.choice.setEditable(True)
        if (field := self.choice.lineEdit()) is not None:
            field.setAccessibleName(name)
        self.choice.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.choice.model(), self.choice)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.choice.setCompleter(completer)
        self.choice.activated.connect(lambda _index: self._add())
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(GAP // 2)
        self._flow.addWidget(self.choice)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the linked exercises."""
        return tuple(self._ids)

    def show_ids(self, ids: Iterable[str]) -> None:
        """Show these links; ids that name no exercise are left out."""
        self._ids = [key for key in dict.fromkeys(ids) if key in self._names]
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(key) for key in self._ids]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.choice.setCurrentIndex(0)

    def _chip(self, exercise_id: str) -> QPushButton:
        name = self._names[exercise_id]
        chip = QPushButton(name.replace("&", "&&"), self)
        ButtonIcon(chip, Icon.CLOSE)
        chip.setProperty("chip", "true")
        chip.setAccessibleName(_("Take away the link to {name}").format(name=name))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(partial(self._drop, exercise_id))
        return chip

    def _add(self) -> None:
        if self.choice.value():
            self.show_ids([*self._ids, self.choice.value()])

    def _drop(self, exercise_id: str, _checked: bool = False) -> None:
        self.show_ids(key for key in self._ids if key != exercise_id)
        self.choice.setFocus()
