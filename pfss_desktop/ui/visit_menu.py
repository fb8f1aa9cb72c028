"""The menu of visits in the header, and the window that shows a former visit. What is done is `visit_desk`'s."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from pfss_desktop.domain.library import VisitSummary
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.former_visit_dialog import FormerVisitDialog
from pfss_desktop.ui.timeline_dialog import TimelineDialog, timeline_rows
from pfss_desktop.ui.visit_desk import VisitDesk, visit_text


class VisitMenu(QObject):
    """Fills the menu whenever the visits change: a new visit, the one that is open, and for each former one what can be done."""

    paper_asked = Signal(object, object)
    """The handout of a former visit is to be saved: the visit and the one before it, as `VisitDesk.looked_at` gave them."""
    print_asked = Signal(object, object)
    """The same, to be printed."""
    print_again_asked = Signal()
    """The sheet of the open visit is to be printed as it was last handed out."""

    def __init__(self, menu: QMenu, visits: VisitDesk, choices: ResistanceChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._menu = menu
        self._visits = visits
        self._parent = parent
        visits.visits_changed.connect(self._fill)
        visits.looked_at.connect(self._show)
        visits.timeline_read.connect(self._show_timeline)
        self._fill()

    def _fill(self) -> None:
        menu = self._menu
        for action in menu.actions():
            if (submenu := action.menu()) is not None:
                submenu.deleteLater()
        menu.clear()
        menu.addAction(_("&New visit")).triggered.connect(_without_flag(self._visits.begin))
        menu.addAction(_("&Timeline…")).triggered.connect(_without_flag(self._visits.ask_timeline))
        for number, summary in enumerate(self._visits.visits):
            if number == 0:
                menu.addSection(_("Visits"))
                open_now = menu.addAction(_("{visit} (open)").format(visit=_line(summary)))
                open_now.setEnabled(False)
                again = menu.addAction(_("&Print its last sheet again…"))
                again.triggered.connect(_without_flag(self.print_again_asked.emit))
            else:
                self._add_former(summary)

    def _add_former(self, summary: VisitSummary) -> None:
        visit, number = summary.visit, summary.visit.number
        submenu = QMenu(_line(summary), self._menu)
        self._menu.addMenu(submenu)
        for text, run in (
            (_("&Look at visit {number}…"), self._visits.look_at),
            (_("&Compare with visit {number}"), self._visits.compare_with),
            (_("&Bring back visit {number}"), self._visits.bring_back),
        ):
            submenu.addAction(text.format(number=number)).triggered.connect(_without_flag(partial(run, visit)))

    def _show(self, former: OpenPlan, before: OpenPlan | None) -> None:
        dialog = FormerVisitDialog(former, self._parent)
        dialog.compare_asked.connect(partial(self._visits.compare_with, former.visit))
        dialog.bring_back_asked.connect(partial(self._visits.bring_back, former.visit))
        dialog.paper_asked.connect(partial(self.paper_asked.emit, former, before))
        dialog.print_asked.connect(partial(self.print_asked.emit, former, before))
        dialog.open()

    def _show_timeline(self, visits: Sequence[OpenPlan]) -> None:
        dialog = TimelineDialog(timeline_rows(visits, self._choices), self._choices, self._parent)
        dialog.look_asked.connect(self._visits.look_at)
        dialog.bring_back_asked.connect(self._visits.bring_back)
        dialog.open()


def _line(summary: VisitSummary) -> str:
    count = summary.exercise_count
    amount = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
    return f"{visit_text(summary.visit)} · {amount}"


def _without_flag(run: Callable[[], object]) -> Callable[[bool], None]:
    """Return a slot that drops the "checked" flag that Qt sends along."""

    def slot(_checked: bool = False) -> None:
        run()

    return slot
