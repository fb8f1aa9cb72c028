"""The plan's own fields, as the header edits them: title, condition, affected side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits import phases as edits
from pfss_desktop.domain.edits.prescriptions import is_for, turn_sides
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _, kept_text, ngettext
from pfss_desktop.ui.chips import side_text
from pfss_desktop.ui.notice_bar import NoticeBar

_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class PlanFields(QObject):
    """Turns what is typed and chosen in the header into edits, and says what they did to the exercises."""

    def __init__(self, document: PlanDocument, notices: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notices = notices

    def set_title(self, typed: str) -> None:
        """Rename the plan."""
        self._try(_("Rename plan"), lambda plan: edits.rename_plan(plan, kept_text(typed, (plan.title,))), "plan.title")

    def set_condition(self, typed: str) -> None:
        """Change the condition."""
        self._try(
            _("Change condition"), lambda plan: edits.set_condition(plan, kept_text(typed, (plan.condition,))), "plan.condition"
        )

    def set_side(self, side: Side | None) -> None:
        """Change the affected side; say which exercises got it, or offer to turn those that are still for the other leg."""
        before = self._document.plan
        self._document.edit(_("Change affected side"), edits.set_affected_side(before, side))
        after = self._document.plan
        if side is None:
            return
        filled = sum(was.side is not now.side for was, now in zip(before.prescriptions(), after.prescriptions(), strict=True))
        other = _OTHER.get(side)
        left_over = sum(is_for(held, other) for held in after.prescriptions()) if other else 0
        if other and left_over:
            self._offer_to_turn(left_over, other, side)
        elif filled:
            text = ngettext("{count} exercise was without a side:", "{count} exercises were without a side:", filled)
            told = f"{text.format(count=filled)} {side_text(side).lower()}"
            self._notices.say_undoable(told)

    def _offer_to_turn(self, count: int, wrong: Side, right: Side) -> None:
        text = ngettext("{count} exercise is still for the {side} leg.", "{count} exercises are still for the {side} leg.", count)
        turn = partial(self._turn, wrong, right)
        told = text.format(count=count, side=side_text(wrong).lower())
        self._notices.say_of_step(told, _("Change to {side}").format(side=side_text(right).lower()), turn)

    def _turn(self, wrong: Side, right: Side) -> None:
        self._document.edit(_("Change side"), turn_sides(self._document.plan, wrong, right))

    def _try(self, text: str, change: Callable[[Plan], Plan], key: str) -> None:
        try:
            self._document.edit(text, change(self._document.plan), key)
        except OutOfBounds as error:
            self._notices.say(_("Not taken over: {reason}").format(reason=str(error)))
