"""What is done with patients and their plans outside an open plan, each step with its way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import Library, PatientMerge
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.language import _
from pfss_desktop.ui.equipment_field import EquipmentOffer
from pfss_desktop.ui.notice_bar import NoticeBar
from pfss_desktop.ui.visit_desk import today

_STEPS = 100
"""Steps that can be taken back."""


class PatientsDesk(QObject):
    """Asks the library, tells what happened, and takes it back again, the latest step first."""

    changed = Signal()
    """Patients or plans are other ones than before; lists ask anew."""
    added = Signal(object)
    """The Patient that was added."""

    def __init__(self, library: Library, background: Background, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self.library = library
        self.background = background
        self.offer = EquipmentOffer()
        self._notices = notices
        self._ways_back: list[tuple[str, Callable[[], object]]] = []

    def add(self, patient: Patient) -> None:
        """Store a new patient."""

        def added(_nothing: None) -> None:
            self.changed.emit()
            self.added.emit(patient)

        self.background.run(lambda: self.library.add_patient(patient), added, self.say_fault)

    def change(self, patient: Patient) -> None:
        """Store a known patient's changed fields."""
        text = _("Changed: {name}").format(name=patient.name)

        def changed(before: Patient) -> None:
            if before != patient:
                self._did(text, lambda: self.library.change_patient(before))

        self.background.run(lambda: self.library.change_patient(patient), changed, self.say_fault)

    def archive(self, patient: Patient) -> None:
        """Put a patient away."""
        text = _("Archived: {name}").format(name=patient.name)
        self._do(text, lambda: self.library.archive_patient(patient.id), lambda: self.library.bring_back_patient(patient.id))

    def bring_back(self, patient: Patient) -> None:
        """Take an archived patient back on the lists."""
        text = _("Brought back: {name}").format(name=patient.name)
        self._do(text, lambda: self.library.bring_back_patient(patient.id), lambda: self.library.archive_patient(patient.id))

    def merge(self, kept: Patient, other: Patient) -> None:
        """Make one patient of two; `kept` is as it shall be afterwards."""
        text = _("Merged into {name}").format(name=kept.name)

        def merged(merge: PatientMerge) -> None:
            self._did(text, lambda: self.library.undo_merge(merge))

        self.background.run(lambda: self.library.merge_patients(kept, other.id), merged, self.say_fault)

    def put_plan_away(self, plan_id: str, title: str) -> None:
        """Take a plan off the lists."""
        text = _("Taken off the list: {title}").format(title=title)
        self._do(text, lambda: self.library.remove_plan(plan_id), lambda: self.library.restore_plan(plan_id))

    def bring_plan_back(self, plan_id: str, title: str) -> None:
        """Put a plan on the lists again."""
        text = _("On the list again: {title}").format(title=title)
        self._do(text, lambda: self.library.restore_plan(plan_id), lambda: self.library.remove_plan(plan_id))

    def add_copy(self, plan: Plan, patient: Patient, done: Callable[[OpenPlan], object]) -> None:
        """Store a plan that was copied for a patient; `done` is told of it as opened."""
        text = _("Copied to {name}").format(name=patient.name)

        def added(opened: OpenPlan) -> None:
            self._did(text, lambda: self.library.remove_plan(plan.id))
            done(opened)

        self.background.run(lambda: self.library.add_plan(plan, patient.id, today()), added, self.say_fault)

    def undo(self) -> None:
        """Take the latest step back."""
        if not self._ways_back:
            self._notices.say(_("There is nothing to take back."))
            return
        text, way_back = self._ways_back.pop()

        def undone(_result: object) -> None:
            self.changed.emit()
            self._notices.say(_("Taken back: {step}").format(step=text))

        self.background.run(way_back, undone, self.say_fault)

    def say_fault(self, error: Exception) -> None:
        """Say what went wrong; what is listed may be out of date."""
        unexpected = _("Unexpected fault ({name}). Nothing was changed.").format(name=type(error).__name__)
        self._notices.say(str(error) if isinstance(error, UserError) else unexpected, stays=True)
        self.changed.emit()

    def _do(self, text: str, job: Callable[[], object], way_back: Callable[[], object]) -> None:
        self.background.run(job, lambda _result: self._did(text, way_back), self.say_fault)

    def _did(self, text: str, way_back: Callable[[], object]) -> None:
        self._ways_back = [*self._ways_back[-_STEPS + 1 :], (text, way_back)]
        self.changed.emit()
        self._notices.say(text, _("Undo"), self.undo)
