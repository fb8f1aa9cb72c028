"""From an open plan, the clinic and this PC's settings to a sheet, and to the sheet of a former day as it was handed out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.education import EducationTopic, chosen_topics
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.figures.styles import Palette, Style
from pfss_desktop.handout.figures_on_paper import figures_for
from pfss_desktop.handout.layout import Form
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.sheet_options import KeptSheet, SheetOptions
from pfss_desktop.ui.desk import Desk
from pfss_desktop.ui.paper_language import paper_language
from pfss_desktop.ui.visit_desk import VisitDesk, today


@dataclass(frozen=True)
class MadeSheet:
    """A sheet to be handed out: what it is made of, its choices, and the plan and the former visit that it is of.

    `is_kept` says that its choices are those kept with the visit, so that there is nothing new to keep.
    """

    request: HandoutRequest
    options: SheetOptions
    opened: OpenPlan
    former: OpenPlan | None
    is_kept: bool = False


class SheetRequests:
    """Knows which choices hold today; a sheet of a former day brings its own."""

    def __init__(self, document: PlanDocument, desk: Desk, visits: VisitDesk) -> None:
        self._document = document
        self._desk = desk
        self._visits = visits

    def now(self) -> MadeSheet:
        """Return the sheet of the plan on the screen by today's choices."""
        opened = replace(self._document.opened, plan=self._document.plan)
        return self._made(opened, self._visits.former, today(), self._options(opened))

    def settled(self) -> MadeSheet:
        """Return the same once it is known what the visit before was; for paper that must not leave without its marks."""
        self._visits.settle()
        return self.now()

    def inked(self, sheet: MadeSheet) -> MadeSheet:
        """Return a sheet for a printer without colours."""
        options = replace(sheet.options, layout=replace(sheet.options.layout, ink=True), palette=Palette.INK)
        return replace(self._made(sheet.opened, sheet.former, sheet.request.on, options), is_kept=sheet.is_kept)

    def again(
        self,
        opened: OpenPlan,
        former: OpenPlan | None,
        done: Callable[[MadeSheet], None],
        unreadable: Callable[[Exception], None],
    ) -> None:
        """Give the sheet of a visit as it was last handed out; by today's choices and the visit's date where nothing is kept.

        Where what is kept cannot be read, `unreadable` is told first, and the sheet is given as if nothing were kept.
        """

        def as_today() -> MadeSheet:
            return self._made(opened, former, opened.visit.on, self._options(opened))

        def take(kept: KeptSheet | None) -> None:
            done(replace(self._made(opened, former, kept.on, kept.options), is_kept=True) if kept else as_today())

        def go_on(error: Exception) -> None:
            unreadable(error)
            done(replace(as_today(), is_kept=True))

        self._desk.clinic.sheet.ask_sheet(opened.visit.id, take, go_on)

    def note(self, sheet: MadeSheet) -> None:
        """Keep with its visit how a sheet was laid out that has left for the printer or a file; a template has none."""
        if not sheet.opened.is_template and not sheet.is_kept:
            self._desk.clinic.sheet.note(sheet.opened.visit.id, sheet.options, sheet.request.on)

    def _options(self, opened: OpenPlan) -> SheetOptions:
        settings, clinic = self._desk.settings, self._desk.clinic.sheet
        language, second = paper_language(opened), settings.second_language
        return SheetOptions(
            letterhead=replace(settings.letterhead, logo=clinic.logo),
            paper=settings.paper,
            phases=settings.phases,
            language=language,
            layout=settings.page_layout,
            # Beside itself a language says nothing; the other forms have no room for two.
            beside=second if second != language and settings.page_layout.form is Form.FLOW else "",
            palette=settings.palette,
            sections=settings.sections,
            details=settings.details,
            defaults=clinic.defaults,
        )

    def _made(self, opened: OpenPlan, former: OpenPlan | None, on: date, options: SheetOptions) -> MadeSheet:
        resources = self._desk.resources
        request = HandoutRequest(
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
            catalogue=resources.catalogue.now,
            is_named=options.is_named,
            defaults=options.defaults,
        )
        return MadeSheet(request, options, opened, former)

    def _topics_of(self, plan: Plan, language: str) -> tuple[EducationTopic, ...]:
        """Return the plan's topics; one that is no longer on offer is passed over."""
        if not plan.education:
            return ()
        return chosen_topics(self._desk.resources.education.in_language(language).topics, plan.education)
