"""What is on hand, on the page of a plan: the ladder's keys, the dialog of the clinic's stock, and who follows its changes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.clinic_stock import ClinicStock
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.language import _
from pfss_desktop.ui.board_view import BoardView
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.inspector import Inspector
from pfss_desktop.ui.part_edits import PartEdits
from pfss_desktop.ui.plan_actions import ActionSpec
from pfss_desktop.ui.stock_dialog import StockDialog


class PageStock(QObject):
    """Steps what is chosen on the board, and keeps the inspector's offers up to date."""

    noted = Signal(str)
    """What was settled for the clinic, or why nothing was done."""

    def __init__(
        self,
        document: PlanDocument,
        resources: Resources,
        clinic: ClinicDesk,
        edits: PartEdits,
        board: BoardView,
        inspector: Inspector,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._resources = resources
        self._clinic = clinic
        self._edits = edits
        self._board = board
        self._inspector = inspector
        clinic.stock_changed.connect(self._follow)
        document.opened_changed.connect(self._follow)

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the actions: a step of the ladder works wherever the focus is."""
        return (
            ActionSpec("heavier", _("More resistance"), ("Ctrl++", "Ctrl+="), self.heavier),
            ActionSpec("lighter", _("Less resistance"), ("Ctrl+-",), self.lighter),
            ActionSpec("stock", _("&What we have here…"), (), self.ask_stock),
        )

    def heavier(self) -> None:
        """Give what is chosen one step more resistance, of what is on hand."""
        self._step(1)

    def lighter(self) -> None:
        """Give what is chosen one step less resistance, of what is on hand."""
        self._step(-1)

    def ask_stock(self) -> StockDialog:
        """Open the dialog of the clinic's stock and return it."""
        things = self._resources.catalogue.equipment_names()
        dialog = StockDialog(self._clinic.stock, self._resources.choices, things, self._page)
        dialog.settled.connect(self._settle)
        dialog.open()
        return dialog

    def _step(self, by: int) -> None:
        ids = [held.id for held in self._board.chosen_prescriptions()]
        if ids:
            self._edits.step(ids, Part.RESISTANCE, by)
        else:
            self.noted.emit(_("Choose an exercise to change its resistance."))

    def _settle(self, stock: ClinicStock | None) -> None:
        self._clinic.keep_stock(stock)
        self.noted.emit(
            _("Saved. This is offered first in every plan from now on.") if stock else _("Everything is on offer again.")
        )

    def _follow(self) -> None:
        self._inspector.show_again()
