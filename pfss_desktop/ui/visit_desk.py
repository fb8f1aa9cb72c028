"""The visits of an open plan: beginning the next, comparing with a former one, bringing one back. The menu is `visit_menu`'s."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from pfss_desktop.document.autosave import Autosave
from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.edits.visits import brought_back
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import FoundVisit, VisitSummary
from pfss_desktop.domain.visits import OpenPlan, Visit
from pfss_desktop.language import _
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.notice_bar import NoticeBar


class VisitDesk(QObject):
    """Knows the plan's visits and the one it is compared with: the visit before, until another is chosen."""

    visits_changed = Signal()
    """`visits`, `former` or `compared` are other ones."""
    begun = Signal()
    """A new visit is open, and the one before it is `former`."""
    compare_asked = Signal()
    """The comparison is to be shown."""
    timeline_read = Signal(object)
    """Every visit of the plan as an OpenPlan, the latest first as it is on the screen."""
    looked_at = Signal(object, object)
    """A former visit is to be shown: the visit and the one before it (None for the first), both as an OpenPlan."""

    def __init__(self, document: PlanDocument, autosave: Autosave, desk: Desk, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._autosave = autosave
        self._desk = desk
        self._notices = notices
        self._known_visit = ""
        self._is_asking = False
        self._is_begun = False
        self.visits: tuple[VisitSummary, ...] = ()
        self.former: OpenPlan | None = None
        self.compared: OpenPlan | None = None
        document.opened_changed.connect(self._follow)
        self._follow()

    def begin(self) -> None:
        """Keep the visit on the screen for good and go on with a copy of it, dated today."""
        if not self._autosave.save_now():
            # The status line says why, and goes on trying.
            self._notices.say(_("No new visit yet: the last change is not saved. Try again once it is."))
            return
        opened = self._document.opened
        is_as_before = self.former is not None and brought_back(opened.plan, self.former.plan) == opened.plan
        if opened.visit.on == today() and is_as_before and not opened.plan.record:
            # A second click, most likely: a visit without a change would only be in the way later.
            told = _("Visit {number} was begun today, and nothing has changed since. Go on with it.")
            self._notices.say(told.format(number=opened.visit.number))
            return
        library, background = self._desk.library, self._desk.background
        background.run(lambda: library.begin_visit(opened, today()), self._take_begun, self._say_fault)
        # Until it has ended no edit may come between, or it would be saved into the visit that is closed just now.
        background.settle()

    def settle(self) -> None:
        """Hold until `former` belongs to the visit that is open; for paper that must not leave without its marks."""
        if self._is_asking:
            self._desk.background.settle()

    def tell_found(self, found: FoundVisit) -> None:
        """Say which visit a sheet was from: the open one offers the next, a former one is shown, too."""
        number = found.visit.number
        if found.is_latest:
            told = _("The sheet is from {visit}, which is open here.").format(visit=visit_text(found.visit))
        else:
            told = _("The sheet is from visit {number}. There is a later visit; it is open here.").format(number=number)
            self.look_at(found.visit)
        self._notices.say(told, _("New visit"), self.begin, stays=True)

    def look_at(self, visit: Visit) -> None:
        """Show a former visit, read-only."""
        library = self._desk.library
        before = next((known.visit.id for known in self.visits if known.visit.number == visit.number - 1), None)

        def look() -> tuple[OpenPlan, OpenPlan | None]:
            return library.open_visit(visit.id), library.open_visit(before) if before else None

        self._desk.background.run(look, lambda found: self.looked_at.emit(*found), self._say_fault)

    def ask_timeline(self) -> None:
        """Read every visit of the plan, to be shown side by side."""
        library, former = self._desk.library, [summary.visit.id for summary in self.visits[1:]]
        now = replace(self._document.opened, plan=self._document.plan)

        def read() -> tuple[OpenPlan, ...]:
            return now, *(library.open_visit(visit_id) for visit_id in former)

        self._desk.background.run(read, self.timeline_read.emit, self._say_fault)

    def compare_with(self, visit: Visit) -> None:
        """Compare the plan on the screen with this visit from now on."""

        def opened(former: OpenPlan) -> None:
            self.compared = former
            self.visits_changed.emit()
            self.compare_asked.emit()

        self._open(visit, opened)

    def compare_with_former(self) -> None:
        """Compare with the visit before this one."""
        if self.former is not None:
            self.compare_with(self.former.visit)

    def bring_back(self, visit: Visit) -> None:
        """Make the plan what it was at this visit, as one edit that can be undone."""

        def opened(former: OpenPlan) -> None:
            text = _("Bring back visit {number}").format(number=former.visit.number)
            self._document.edit(text, brought_back(self._document.plan, former.plan))
            told = _("The plan is again as it was at visit {number}.").format(number=former.visit.number)
            self._notices.say_undoable(told)

        self._open(visit, opened)

    def _open(self, visit: Visit, opened: Callable[[OpenPlan], None]) -> None:
        library = self._desk.library
        self._desk.background.run(lambda: library.open_visit(visit.id), opened, self._say_fault)

    def _follow(self) -> None:
        opened = self._document.opened
        if opened.is_template or opened.visit.id == self._known_visit:
            return
        self._known_visit = opened.visit.id
        self._is_asking = True
        self.former = None
        library, plan_id = self._desk.library, opened.plan.id

        def look() -> tuple[tuple[VisitSummary, ...], OpenPlan | None]:
            visits = tuple(library.visits(plan_id))
            return visits, library.open_visit(visits[1].visit.id) if len(visits) > 1 else None

        self._desk.background.run(look, self._take_visits, self._say_fault)

    def _take_visits(self, found: tuple[tuple[VisitSummary, ...], OpenPlan | None]) -> None:
        self._is_asking = False
        self.visits, self.former = found
        self.compared = self.former
        self.visits_changed.emit()
        if self._is_begun:
            self._is_begun = False
            self.begun.emit()

    def _say_fault(self, error: Exception) -> None:
        name = type(error).__name__
        self._notices.say(str(error) if isinstance(error, UserError) else _("Unexpected fault ({name}).").format(name=name))

    def _take_begun(self, opened: OpenPlan) -> None:
        self._is_begun = True
        self._document.note_visit_begun(opened)
        number = opened.visit.number
        self._notices.say(_("Visit {number} begun. Visit {former} is kept as it was.").format(number=number, former=number - 1))


def today() -> date:
    """Return the date on the clinic's wall."""
    return date.today()  # noqa: DTZ011


def visit_text(visit: Visit) -> str:
    """Return a visit's number and date, such as "Visit 2 · 9 Mar 2026"."""
    is_today = visit.on == today()
    when = _("today") if is_today else QLocale().toString(QDate(visit.on.year, visit.on.month, visit.on.day), "d MMM yyyy")
    return _("Visit {number} · {date}").format(number=visit.number, date=when)
