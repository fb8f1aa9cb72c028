"""The checks of the open plan, kept up to date; what each rule looks at is in `domain.checks`."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.plan_document import PlanDocument
from pfss_desktop.domain.checks.check import Check
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.plan import Plan
from pfss_desktop.language import _
from pfss_desktop.translations import SOURCE, translations_for
from pfss_desktop.ui.clinic_desk import ClinicDesk
from pfss_desktop.ui.desk import Resources


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
        self._clinic = clinic
        self._checks = self._found(document.plan)
        document.plan_changed.connect(self._follow)
        document.opened_changed.connect(self.look_again)
        clinic.stock_changed.connect(self.look_again)

    @property
    def checks(self) -> tuple[Check, ...]:
        """What is to be pointed out now, in the order of the plan."""
        return self._checks

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

    def _found(self, plan: Plan) -> tuple[Check, ...]:
        patient, is_template = self._document.patient, self._document.opened.is_template
        language = patient.language if patient is not None else SOURCE.tag
        on_paper = translations_for(language).gettext
        settings = replace(
            self._settings,
            sides_may_be_open=is_template,
            language=language,
            on_paper=on_paper,
            patient=patient,
            on_hand=self._clinic.on_hand(patient),
        )
        return checks_of(plan, self._catalogue, settings)

    def _follow(self, _before: Plan, after: Plan) -> None:
        checks = self._found(after)
        if checks != self._checks:
            self._checks = checks
            self.checks_changed.emit()
