"""What a follow-up knows and does: the sheet that came back, the next steps, the phase's gate. Panels show it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.adherence import BroughtBack, brought_back
from pfss_desktop.domain.checks.check import CheckSettings
from pfss_desktop.domain.edits.advancing import Transition, transition
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.progression.judging import NextStep
from pfss_desktop.domain.progression.situation import Surroundings
from pfss_desktop.domain.progression.suggesting import Suggestion, accepted, dismissed, recalled, suggestions
from pfss_desktop.domain.resistance import MassUnit
from pfss_desktop.domain.usual_exercises import usual_of_templates
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.handout.sheet_options import KeptSheet
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.visit_desk import VisitDesk


class FollowUp(QObject):
    """Follows the document and its visits; every change it makes is one step to undo."""

    changed = Signal()
    """The plan, what it records or the former visit is another one."""
    done = Signal(str)
    """What was done to the plan; it can be undone."""
    refused = Signal(str)
    """Why nothing was done."""

    def __init__(self, document: PlanDocument, visits: VisitDesk, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._visits = visits
        self._desk = desk
        document.plan_changed.connect(lambda _before, _after: self.changed.emit())
        document.opened_changed.connect(self.changed)
        self._days = desk.clinic.sheet.defaults.diary_days
        visits.visits_changed.connect(self._ask_days)
        visits.visits_changed.connect(self.changed)
        desk.clinic.stock_changed.connect(self.changed)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._document.plan

    @property
    def former(self) -> OpenPlan | None:
        """The visit before this one, None at the first."""
        return self._visits.former

    def sheet(self) -> BroughtBack | None:
        """Return the sheet of the former visit, None where there was none."""
        former = self.former
        return brought_back(former.plan, former.visit.on, self._document.opened.visit.on, self._days) if former else None

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what is suggested and not put aside: first what goes back, then what goes on, then what stays."""
        number = self._document.opened.visit.number
        aside = set(self.plan.dismissed_checks)
        order = (NextStep.STEP_BACK, NextStep.PROGRESS, NextStep.HOLD)
        found = (held for held in self._all_suggestions() if held.key(number) not in aside)
        return tuple(sorted(found, key=lambda held: order.index(held.next_step)))

    def count_aside(self) -> int:
        """Return how many suggestions of this visit are put aside."""
        return len(self._all_suggestions()) - len(self.suggestions())

    def record(self, text: str, plan: Plan, merge_key: str = "") -> None:
        """Make this the plan, undoable under this text; typing under one key in a row is one step."""
        self._document.edit(text, plan, merge_key)

    def accept(self, chosen: Sequence[Suggestion]) -> None:
        """Carry out these suggestions as one step; those that the plan has outgrown do nothing."""
        now = self._all_suggestions()
        still = [held for held in chosen if held in now and held.change is not None]
        if not still:
            return
        text = ngettext("Accept {count} next step", "Accept {count} next steps", len(still)).format(count=len(still))
        try:
            self._document.end_typing()
            self._document.edit(text, accepted(self.plan, still))
        except UserError as error:
            self.refused.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return
        told = ngettext("{count} next step accepted.", "{count} next steps accepted.", len(still))
        self.done.emit(told.format(count=len(still)))

    def put_aside(self, suggestion: Suggestion) -> None:
        """Put a suggestion aside for this visit."""
        self._document.edit(_("Put aside"), dismissed(self.plan, suggestion, self._document.opened.visit.number))

    def recall(self) -> None:
        """Show again what was put aside at this visit."""
        self._document.edit(_("Show again"), recalled(self.plan, self._document.opened.visit.number))

    def transition(self) -> Transition | None:
        """Return what moving on to the next phase would mean, None in the last one."""
        resources = self._desk.resources
        templates = (template.plan for template in resources.templates)
        usual = {**usual_of_templates(templates, resources.catalogue), **self._desk.clinic.usual}
        return transition(self.plan, resources.catalogue, usual)

    def move_on(self, plan: Plan) -> None:
        """Make this plan, in which the patient is in the next phase, the plan."""
        self._document.end_typing()
        self._document.edit(_("Move on to the next phase"), plan)
        self.done.emit(_("The patient is in the next phase."))

    def _all_suggestions(self) -> tuple[Suggestion, ...]:
        former = self.former
        return suggestions(self.plan, former.plan, self.sheet(), self._surroundings()) if former else ()

    def _ask_days(self) -> None:
        """Learn how long the diary was that the former visit handed out; today's length counts where nothing is kept."""
        sheets, former = self._desk.clinic.sheet, self.former
        self._days = sheets.defaults.diary_days
        if former is None:
            return

        def take(kept: KeptSheet | None) -> None:
            if kept is not None and self.former is former and self._days != kept.options.defaults.diary_days:
                self._days = kept.options.defaults.diary_days
                self.changed.emit()

        # What cannot be read is told when the sheet itself is asked for.
        sheets.ask_sheet(former.visit.id, take, lambda _error: None)

    def _surroundings(self) -> Surroundings:
        resources, patient = self._desk.resources, self._document.patient
        settings: CheckSettings = replace(resources.check_settings, patient=patient, on_hand=self._desk.clinic.on_hand(patient))
        metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
        return Surroundings(resources.catalogue, settings, MassUnit.KILOGRAM if metric else MassUnit.POUND)
