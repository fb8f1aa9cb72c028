"""The checks of the open plan, kept up to date; what each rule looks at is in `domain.checks`."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.checks.check import Check
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.edits.visits import dismiss_check, recall_check
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _
from pfss_desktop.translations import translations_for
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Resources
from pfss_desktop.ui.paper_language import paper_language


class PlanChecks(QObject):
    """Follows the document; panel, tab and board follow this."""

    checks_changed = Signal()
    """Something else, or nothing any more, is to be pointed out."""
    mended = Signal(str)
    """A remedy was applied; the text says which, and it can be undone."""
    refused = Signal(str)
    """Why a remedy could not be applied."""

    def __init__(self, document: PlanDocument, resources: Resources, clinic: ClinicDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._catalogue = resources.catalogue
        self._settings = resources.check_settings
        self.clinic = clinic
        self._checks, self._put_aside = self._sorted_out(document.plan)
        document.plan_changed.connect(self._follow)
        document.opened_changed.connect(self.look_again)
        clinic.stock_changed.connect(self.look_again)
        clinic.numbers_changed.connect(self.look_again)

    @property
    def checks(self) -> tuple[Check, ...]:
        """What is to be pointed out now, in the order of the plan; what was put aside is not among it."""
        return self._checks

    @property
    def put_aside(self) -> tuple[Check, ...]:
        """What would be pointed out if the therapist had not put it aside for this plan."""
        return self._put_aside

    def texts_by_subject(self) -> dict[str, str]:
        """Return what is said of each phase and prescription, a line for each check; what is said of the whole is under ""."""
        said: dict[str, list[str]] = {}
        for check in self._checks:
            said.setdefault(check.subject_id, []).append(check.text)
        return {subject_id: "\n".join(texts) for subject_id, texts in said.items()}

    def mend(self, check: Check) -> None:
        """Apply a check's remedy as one step that can be undone; a check that the plan has outgrown does nothing."""
        now = next((held for held in self._checks if held == check), None)
        if now is None or now.remedy is None:
            return
        try:
            self._document.edit(now.remedy.text, now.remedy.change(self._document.plan))
        except OutOfBounds as error:
            self.refused.emit(_("Nothing was changed. {reason}").format(reason=str(error)))
            return
        self.mended.emit(_("Done: {remedy}.").format(remedy=now.remedy.text))

    def look_again(self) -> None:
        """Follow patient, clinic and catalogue: another one may read another language or have other things."""
        self._follow(self._document.plan, self._document.plan)

    def put_check_aside(self, check: Check) -> None:
        """Say no more of this check in this plan; that can be undone."""
        self._document.edit(_("Put a check aside"), dismiss_check(self._document.plan, check.key))
        self.mended.emit(_("Put aside for this plan."))

    def recall(self, check: Check) -> None:
        """Look again at a check that was put aside."""
        self._document.edit(_("Take up a check again"), recall_check(self._document.plan, check.key))

    def _sorted_out(self, plan: Plan) -> tuple[tuple[Check, ...], tuple[Check, ...]]:
        """Return what is to be pointed out and what was put aside."""
        found = self._found(plan)
        aside = tuple(check for check in found if check.key in plan.dismissed_checks)
        return tuple(check for check in found if check.key not in plan.dismissed_checks), aside

    def _found(self, plan: Plan) -> tuple[Check, ...]:
        opened = self._document.opened
        language = paper_language(opened)
        on_paper = translations_for(language).gettext
        settings = replace(
            self.clinic.check_numbers.into(self._settings),
            sides_may_be_open=opened.is_template,
            language=language,
            on_paper=on_paper,
            patient=opened.patient,
            on_hand=self.clinic.on_hand(opened.patient),
        )
        return checks_of(plan, self._catalogue, settings)

    def _follow(self, _before: Plan, after: Plan) -> None:
        found = self._sorted_out(after)
        if found != (self._checks, self._put_aside):
            self._checks, self._put_aside = found
            self.checks_changed.emit()
