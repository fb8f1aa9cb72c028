"""The actions of an open plan as a table: name, keys, what they run and where they work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.board_commands import BoardCommands
from pfss_desktop.ui.clip_commands import ClipCommands
from pfss_desktop.ui.phase_commands import PhaseCommands


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its text with the menu's letter, its keys, what it runs, and whether it works on the board only."""

    key: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    board_only: bool = False


class PlanActions(QObject):
    """Makes the actions once; menus, buttons and the board's context menu all hold the same ones."""

    def __init__(
        self,
        specs: tuple[ActionSpec, ...],
        undo_stack: QUndoStack,
        board: QWidget,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._actions: dict[str, QAction] = {}
        self.undo = undo_stack.createUndoAction(self, _("Undo"))
        self.redo = undo_stack.createRedoAction(self, _("Redo"))
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        for action, name in ((self.undo, _("Undo")), (self.redo, _("Redo"))):
            action.setIconText(name)
            page.addAction(action)
        for spec in specs:
            action = QAction(spec.text, self)
            action.setIconText(spec.text.replace("&", "").rstrip("…"))
            action.setToolTip(" ".join([action.iconText(), *(f"({keys})" for keys in spec.keys[:1])]))
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(_without_flag(spec.run))
            if spec.board_only:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                board.addAction(action)
            else:
                page.addAction(action)
            self._actions[spec.key] = action

    def __getitem__(self, key: str) -> QAction:
        """Return the action with this key; raise KeyError."""
        return self._actions[key]

    def fill(self, menu: QMenu, keys: tuple[str, ...]) -> None:
        """Put the actions with these keys into a menu; an empty key is a line between two groups."""
        for key in keys:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()


def board_specs(commands: BoardCommands, clips: ClipCommands, phases: PhaseCommands) -> tuple[ActionSpec, ...]:
    """Return the actions that work on what is chosen on the board."""
    return (
        ActionSpec("add_phase", _("Add &phase"), ("Ctrl+Shift+N",), commands.add_phase),
        ActionSpec("copy", _("&Copy"), ("Ctrl+C",), clips.copy, board_only=True),
        ActionSpec("cut", _("Cu&t"), ("Ctrl+X",), clips.cut, board_only=True),
        ActionSpec("paste", _("&Paste"), ("Ctrl+V",), clips.paste, board_only=True),
        ActionSpec("remove", _("Ta&ke out"), ("Del", "Backspace"), commands.remove_chosen, board_only=True),
        ActionSpec("duplicate", _("&Duplicate"), ("Ctrl+D",), commands.duplicate_chosen, board_only=True),
        ActionSpec("move_up", _("Move &up"), ("Alt+Up",), commands.move_up, board_only=True),
        ActionSpec("move_down", _("Move d&own"), ("Alt+Down",), commands.move_down, board_only=True),
        ActionSpec("phase_up", _("Move phase up"), ("Alt+Shift+Up",), commands.move_phase_up, board_only=True),
        ActionSpec("phase_down", _("Move phase down"), ("Alt+Shift+Down",), commands.move_phase_down, board_only=True),
        ActionSpec("harder", _("Swap for a harder one"), ("Ctrl+]",), commands.swap_for_harder, board_only=True),
        ActionSpec("easier", _("Swap for an easier one"), ("Ctrl+[",), commands.swap_for_easier, board_only=True),
        ActionSpec("sort_phase", _("&Sort phase by position"), ("Ctrl+Shift+L",), phases.sort_by_position),
        ActionSpec("add_usual", _("Add the &usual exercises"), ("Ctrl+Shift+U",), phases.add_usual),
        ActionSpec("make_usual", _("Make these the usual for this phase"), (), phases.make_usual),
        ActionSpec("advance", _("Patient moves on to the &next phase"), ("Ctrl+Shift+Right",), commands.advance_phase),
        ActionSpec("enter_phase", _("Patient is in this p&hase"), (), commands.enter_phase),
    )


def _without_flag(run: Callable[[], object]) -> Callable[[bool], None]:
    """Return a slot that drops the "checked" flag that Qt sends along."""

    def slot(_checked: bool = False) -> None:
        run()

    return slot
