"""The menus of an open plan: which of its actions stand where."""

from PySide6.QtWidgets import QMenu

from pfss_desktop.ui.plan_actions import PlanActions


def fill_plan_menus(actions: PlanActions, file: QMenu, edit: QMenu, plan: QMenu) -> None:
    """Put the plan's actions into the window's menus; an empty key is a line between two groups."""
    actions.fill(file, ("export", "export_locked", "print", "print_again", "contents", "letterhead", ""))
    actions.fill(file, ("web_page", "calendar", "chart", "", "record_system", "scores_table", "", "leave"))
    edit.addActions([actions.undo, actions.redo])
    actions.fill(edit, ("", "cut", "copy", "paste", "duplicate", "remove", "", "move_up", "move_down", ""))
    actions.fill(edit, ("phase_up", "phase_down", "", "harder", "easier", "heavier", "lighter", "", "search"))
    actions.fill(plan, ("add_phase", "add_usual", "make_usual", "sort_phase", "", "enter_phase", "advance"))
    actions.fill(plan, ("", "new_visit", "follow_up", "scores", "next_steps"))
    actions.fill(plan, ("", "intake", "side", "patient", "copy_plan", "education", "stock", "save_template", "", "save"))
