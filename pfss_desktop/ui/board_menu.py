"""The board's context menu: what can be done with what is chosen, and which exercise could take its place."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.language import _, translated
from pfss_desktop.ui.board_commands import BoardCommands
from pfss_desktop.ui.plan_actions import PlanActions


def show_board_menu(actions: PlanActions, commands: BoardCommands, at: QPoint, parent: QWidget) -> QMenu:
    """Open the menu at this place of the screen and return it; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions.fill(menu, ("cut", "copy", "paste", "duplicate", "remove", "", "move_up", "move_down", "phase_up", "phase_down", ""))
    actions.fill(menu, ("heavier", "lighter", "", "sort_phase", "add_usual", "make_usual", "", "add_phase", "enter_phase"))
    harder, easier = commands.links_of_chosen()
    if harder or easier:
        menu.addSeparator()
    _add_links(menu, _("Swap for a harder one"), harder, commands)
    _add_links(menu, _("Swap for an easier one"), easier, commands)
    menu.popup(at)
    return menu


def _add_links(menu: QMenu, title: str, exercises: tuple[Exercise, ...], commands: BoardCommands) -> None:
    if exercises:
        links = menu.addMenu(title)
        for exercise in exercises:
            links.addAction(translated(exercise.name).replace("&", "&&")).triggered.connect(partial(_swap, commands, exercise))


def _swap(commands: BoardCommands, exercise: Exercise, _checked: bool = False) -> None:
    commands.swap_chosen(exercise)
