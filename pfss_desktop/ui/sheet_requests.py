"""From an open plan, the clinic and this PC's settings to what is asked of the handout."""

from dataclasses import replace
from datetime import date

from pfss_desktop.domain.education import EducationTopic, chosen_topics
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.figures.styles import Style
from pfss_desktop.handout.figures_on_paper import figures_for
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sheet_options import SheetOptions
from pfss_desktop.language import _, ngettext, spoken_language
from pfss_desktop.translations import best_language
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.handout_maker import told_missing


class SheetRequests:
    """Knows which choices hold today; a sheet of a former day brings its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def options(self, opened: OpenPlan) -> SheetOptions:
        """Return today's choices for the sheet of a plan."""
        settings, clinic = self._desk.settings, self._desk.clinic.sheet
        return SheetOptions(
            letterhead=replace(settings.letterhead, logo=clinic.logo),
            paper=settings.paper,
            phases=settings.phases,
            language=best_language([opened.patient.language]) if opened.patient else spoken_language(),
            layout=settings.page_layout,
            palette=settings.palette,
            sections=settings.sections,
            details=settings.details,
            defaults=clinic.defaults,
        )

    def request(self, opened: OpenPlan, former: OpenPlan | None, on: date, options: SheetOptions) -> HandoutRequest:
        """Return what the sheet of a plan depends on; it is dated `on` and tells the changes since `former`."""
        resources = self._desk.resources
        return HandoutRequest(
            plan=opened.plan,
            on=on,
            patient_name=opened.patient.name if opened.patient else "",
            visit_number=None if opened.is_template else opened.visit.number,
            letterhead=options.letterhead,
            language=options.language,
            paper=options.paper,
            phases=options.phases,
            figures=figures_for(opened.plan, resources.figures, Style(palette=options.palette)),
            former=former.plan if former else None,
            choices=resources.choices,
            sections=options.sections,
            details=options.details,
            education=self._topics_of(opened.plan, options.language),
            mistakes=resources.catalogue.mistakes(held.exercise_id for held in opened.plan.prescriptions()),
            layout=options.layout,
            beside=options.beside,
            visit_id="" if opened.is_template else opened.visit.id,
            catalogue=resources.catalogue,
            is_named=options.is_named,
            defaults=options.defaults,
        )

    def _topics_of(self, plan: Plan, language: str) -> tuple[EducationTopic, ...]:
        """Return the plan's topics, which are read from their files only where there are any."""
        return chosen_topics(plan.education, self._desk.resources.topics(language)) if plan.education else ()


def sheet_warnings(request: HandoutRequest, missing: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the therapist should know of a sheet before it is handed over."""
    told = []
    open_sides = sum(held.side is None and held.laterality is Laterality.UNILATERAL for held in request.plan.prescriptions())
    if open_sides:
        text = ngettext("{count} exercise has no side", "{count} exercises have no side", open_sides).format(count=open_sides)
        told.append(text + _(": the sheet has a line to fill in by hand."))
    if missing:
        told.append(told_missing(missing))
    return tuple(told)
