"""The paper on the page of a plan: it follows the plan, and its buttons ask the desks that save and print."""

from PySide6.QtCore import QObject

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.ui.handout_desk import HandoutDesk
from pfss_desktop.ui.paper_panel import PaperPanel
from pfss_desktop.ui.print_desk import PrintDesk
from pfss_desktop.ui.visit_desk import VisitDesk
from pfss_desktop.ui.visit_menu import VisitMenu


class PagePaper(QObject):
    """Shows the handout as it would be printed now."""

    def __init__(
        self, document: PlanDocument, paper: PaperPanel, handout: HandoutDesk, printing: PrintDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._paper = paper
        self._handout = handout
        self._printing = printing
        document.plan_changed.connect(self.show_now)
        document.opened_changed.connect(self.show_now)
        handout.changed.connect(self.show_now)
        paper.choice_changed.connect(self.show_now)
        paper.save_asked.connect(handout.ask_and_save)
        paper.print_asked.connect(printing.ask_and_print)
        paper.letterhead_asked.connect(handout.ask_letterhead)
        paper.contents_asked.connect(handout.ask_contents)
        printing.paper_changed.connect(paper.show_settings)
        printing.paper_changed.connect(self.show_now)

    def follow(self, visits: VisitDesk, menu: VisitMenu) -> None:
        """Save and print the sheets of former visits too."""
        visits.visits_changed.connect(self.show_now)
        menu.paper_asked.connect(self._handout.ask_and_save_former)
        menu.print_asked.connect(self._printing.ask_and_print_former)
        menu.print_again_asked.connect(self._printing.ask_and_print_last_sheet)

    def show_now(self, *_changed: object) -> None:
        """Show what the sheets of the plan on the screen depend on now."""
        self._paper.show_request(self._handout.request())
