"""The catalogue on the page of a plan: what is picked is added and told, and what was used is noted."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import ngettext, translated
from pfss_desktop.ui.announcement import announce
from pfss_desktop.ui.board_commands import BoardCommands
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.catalogue_panel import CataloguePanel
from pfss_desktop.ui.chips import dosage_line
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.notice_bar import NoticeBar

_USED_AT_ONCE = 6
"""More new exercises in one step come from a template or another plan: nobody chose them one by one."""


class PageCatalogue(QObject):
    """Connects one panel with one document."""

    def __init__(
        self,
        document: PlanDocument,
        clinic: ClinicDesk,
        panel: CataloguePanel,
        board: BoardView,
        commands: BoardCommands,
        notices: NoticeBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._clinic = clinic
        self._panel = panel
        self._board = board
        self._commands = commands
        self._notices = notices
        panel.picked.connect(self._add)
        panel.left.connect(self._go_back)
        panel.marks.said.connect(notices.say)
        document.plan_changed.connect(self._note_used)
        document.opened_changed.connect(self._show_on_hand)
        clinic.stock_changed.connect(self._show_on_hand)
        self._show_on_hand()

    def _add(self, exercise_ids: list[str], words: str = "") -> None:
        before = self._document.plan
        self._commands.add_exercises(exercise_ids, words)
        added, phase = self._board.chosen_prescriptions(), self._board.chosen_phase()
        if self._document.plan == before or not added or phase is None:
            return
        told = ngettext("{name} added to “{phase}”", "{count} exercises added to “{phase}”", len(added))
        text = told.format(name=translated(added[0].text.name), count=len(added), phase=translated(phase.name))
        if words and len(added) == 1:
            text = f"{text}\n{dosage_line(added[0])}"
        if self._panel.search_field.hasFocus():
            # Typed, not seen: the eyes are on the search field, and the plan may be scrolled away.
            self._notices.say_undoable(text)
        else:
            announce(self._board, text)

    def _go_back(self) -> None:
        self._board.setFocus()

    def _note_used(self, before: Plan, after: Plan) -> None:
        known = {(held.id, held.exercise_id) for held in before.prescriptions()}
        used = [held.exercise_id for held in after.prescriptions() if (held.id, held.exercise_id) not in known]
        if 0 < len(used) <= _USED_AT_ONCE:
            self._clinic.note_used(used)

    def _show_on_hand(self) -> None:
        self._panel.show_on_hand(self._clinic.on_hand(self._document.patient))
