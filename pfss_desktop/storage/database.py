"""The database of plans: what `domain.library.Library` asks for, on one file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from pfss_desktop.domain.exercise_marks import ExerciseMarks
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.library import (
    FoundVisit,
    Library,
    PatientMerge,
    PatientOrder,
    PatientSummary,
    PlanSummary,
    TemplateSummary,
    VisitSummary,
)
from pfss_desktop.domain.own_exercise import KeptExercise
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import DatedPlan, OpenPlan
from pfss_desktop.storage.backup import back_up, is_backed_up
from pfss_desktop.storage.clinic import ClinicShelf
from pfss_desktop.storage.engine import PATIENCE_MS, engine_for
from pfss_desktop.storage.exercise_marks import ExerciseMarkShelf
from pfss_desktop.storage.lists import PlanLists
from pfss_desktop.storage.merging import PatientMerger
from pfss_desktop.storage.own_exercises import OwnExerciseShelf
from pfss_desktop.storage.patient_lists import PatientLists
from pfss_desktop.storage.patients import PatientStore
from pfss_desktop.storage.plans import PlanStore
from pfss_desktop.storage.schema import prepare
from pfss_desktop.storage.scores import ScoreShelf
from pfss_desktop.storage.sheets import SheetShelf
from pfss_desktop.storage.transactions import Transactions
from pfss_desktop.storage.visits import VisitShelf


class PlanDatabase(Library):
    """Patients, plans and own templates in one SQLite file. Any thread may use it; one is served at a time.

    Each method is one transaction. When it returns, the change is on the disk; when it raises, nothing of it is. All raise a
    UserError for what can go wrong with a file, beside what `Library` names.
    """

    def __init__(self, path: Path, backups: Path, transactions: Transactions, patience_ms: int = PATIENCE_MS) -> None:
        self._path = path
        self._backups = backups
        self._patience_ms = patience_ms
        self._transactions = transactions
        self._patients = PatientStore(transactions)
        self._patient_lists = PatientLists(transactions)
        self._merger = PatientMerger(transactions)
        self._plans = PlanStore(transactions)
        self._lists = PlanLists(transactions)
        self._visits = VisitShelf(transactions)
        self._scores = ScoreShelf(transactions)
        self._sheets = SheetShelf(transactions)
        self._clinic = ClinicShelf(transactions)
        self._own_exercises = OwnExerciseShelf(transactions)
        self._marks = ExerciseMarkShelf(transactions)

    @classmethod
    def open(cls, path: Path, backups: Path, *, patience_ms: int = PATIENCE_MS) -> "PlanDatabase":
        """Open the database at `path`: made where it is missing, moved up from an older release after a backup.

        `patience_ms` is how long each transaction waits for another program. Raises UserError, such as NewerDatabase.
        """
        prepare(path, backups)
        return cls(path, backups, Transactions(engine_for(path, patience_ms=patience_ms), path), patience_ms)

    def close(self) -> None:
        """Close the file, and back it up where the newest backup is older than the last save.

        The file is closed in any case; raises UserError when the backup failed.
        """
        self._transactions.close()
        if self._transactions.is_in_place and not is_backed_up(self._path, self._backups):
            self.back_up()

    def back_up(self) -> Path:
        """Write a checked backup and return its path; raise UserError."""
        self._transactions.check_in_place()
        return back_up(self._path, self._backups, patience_ms=self._patience_ms)

    def recent_plans(self, limit: int = 20) -> Sequence[PlanSummary]:
        """Return the plans changed last, newest first, templates not among them."""
        return self._lists.recent(limit)

    def patients(
        self,
        text: str = "",
        limit: int = 200,
        *,
        skip: int = 0,
        order: PatientOrder = PatientOrder.NAME,
        archived: bool = False,
    ) -> Sequence[PatientSummary]:
        """Return patients of whom each word of `text` is found in name or number, or is their date of birth or its year."""
        return self._patient_lists.find(text, limit, skip, order, archived=archived)

    def patient(self, patient_id: str) -> PatientSummary:
        """Return one patient, archived or not; raise NotFound, also for one that was merged into another."""
        return self._patient_lists.one(patient_id)

    def plans_of(self, patient_id: str, *, removed: bool = False) -> Sequence[PlanSummary]:
        """Return a patient's plans, newest first; those put away instead where asked for."""
        return self._lists.of_patient(patient_id, removed=removed)

    def add_patient(self, patient: Patient) -> None:
        """Store a new patient; raise AlreadyStored."""
        self._patients.add(patient)

    def change_patient(self, patient: Patient) -> Patient:
        """Store a known patient's changed fields and return what they were; raise NotFound."""
        return self._patients.change(patient)

    def archive_patient(self, patient_id: str) -> None:
        """Put a patient away so that lists show neither them nor their plans unless asked; nothing is erased. Raise NotFound."""
        self._patients.set_archived(patient_id, archived=True)

    def bring_back_patient(self, patient_id: str) -> None:
        """Take an archived patient back on the lists; raise NotFound."""
        self._patients.set_archived(patient_id, archived=False)

    def merge_patients(self, kept: Patient, other_id: str) -> PatientMerge:
        """Give the other patient's plans to the kept one and take the other one off all lists; raise NotFound."""
        return self._merger.merge(kept, other_id)

    def undo_merge(self, merge: PatientMerge) -> None:
        """Make all as it was before the merge, but for plans and fields that were changed since; raise NotFound."""
        self._merger.take_back(merge)

    def add_plan(self, plan: Plan, patient_id: str | None, on: date) -> OpenPlan:
        """Store a new plan with its first visit; raise NotFound for an unknown patient, AlreadyStored for a known plan."""
        return self._plans.add(plan, patient_id, on)

    def open_plan(self, plan_id: str) -> OpenPlan:
        """Return a plan or own template with its latest visit; raise NotFound, also for a removed one."""
        return self._plans.open(plan_id)

    def save_plan(self, opened: OpenPlan, plan: Plan) -> OpenPlan:
        """Write what differs and return the plan as saved; raise SaveConflict, NotFound or VisitIssued."""
        return self._plans.save(opened, plan)

    def visits(self, plan_id: str) -> Sequence[VisitSummary]:
        """Return a plan's visits, the latest first; raise NotFound."""
        return self._visits.visits(plan_id)

    def open_visit(self, visit_id: str) -> OpenPlan:
        """Return the plan as it was at a visit; raise NotFound, also for a removed plan."""
        return self._visits.open(visit_id)

    def history(self, plan_id: str) -> Sequence[OpenPlan]:
        """Return the plan as it was at every visit, the first visit first; raise NotFound, also for a removed plan."""
        return self._visits.history(plan_id)

    def add_history(self, plan: Plan, patient_id: str | None, on: date, former: Sequence[DatedPlan]) -> OpenPlan:
        """Store a plan with its former visits, issued, as a new plan; raise NotFound for an unknown patient."""
        return self._plans.add(replace(plan, id=new_id()), patient_id, on, former)

    def visits_with_code(self, typed: str) -> Sequence[FoundVisit]:
        """Return the visits that a code stands for; raise NotVisitCode, and NotFound where no plan has such a visit."""
        return self._visits.with_code(typed)

    def scores_of_plan(self, plan_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of a plan with its scores, the first visit first; none for an unknown plan."""
        return self._scores.of_plan(plan_id)

    def scores_of_patient(self, patient_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of all of a patient's plans with its scores, by date, each plan's visits in their order."""
        return self._scores.of_patient(patient_id)

    def begin_visit(self, opened: OpenPlan, on: date) -> OpenPlan:
        """Issue the latest visit and return the next one, a copy of it; raise SaveConflict or NotFound."""
        return self._plans.begin_visit(opened, on)

    def assign_patient(self, opened: OpenPlan, patient_id: str | None) -> OpenPlan:
        """Give a plan to a patient, or to none; raise NotFound or SaveConflict."""
        return self._plans.assign(opened, patient_id)

    def remove_plan(self, plan_id: str) -> None:
        """Put a plan or own template away so that no list shows it; nothing is erased. Raise NotFound."""
        self._plans.remove(plan_id)

    def restore_plan(self, plan_id: str) -> None:
        """Bring a removed plan or template back; raise NotFound."""
        self._plans.restore(plan_id)

    def add_template(self, template: Plan) -> None:
        """Store an own template: a plan without a patient; raise AlreadyStored."""
        self._plans.add(template, None, datetime.now().astimezone().date(), is_template=True)

    def own_templates(self) -> Sequence[TemplateSummary]:
        """Return the therapist's own templates by title."""
        return self._lists.templates()

    def sheet_of(self, visit_id: str) -> str:
        """Return how the sheet of a visit was laid out when it was last handed out, as JSON; empty for never. Raise NotFound."""
        return self._sheets.sheet_of(visit_id)

    def note_sheet(self, visit_id: str, sheet: str) -> None:
        """Keep how the sheet of a visit was laid out, of an issued one too, as JSON; raise NotFound."""
        self._sheets.note_sheet(visit_id, sheet)

    def kept(self, name: str) -> str:
        """Return what the clinic has settled under a name, as JSON; an empty text for nothing."""
        return self._clinic.kept(name)

    def keep(self, name: str, value: str) -> None:
        """Settle something for the whole clinic under a name, as JSON; an empty text forgets it."""
        self._clinic.keep(name, value)

    def own_exercises(self) -> Sequence[KeptExercise]:
        """Return the clinic's own exercises by name, removed ones among them."""
        return self._own_exercises.every()

    def keep_own_exercises(self, kept: Sequence[KeptExercise], settled: Mapping[str, str] | None = None) -> None:
        """Store own exercises, new ones and known ones anew, and what is settled under these names; all of it or nothing."""
        self._own_exercises.keep(kept, settled or {})

    def remove_own_exercise(self, exercise_id: str) -> None:
        """Take an own exercise off the lists; nothing is erased. Raise NotFound."""
        self._own_exercises.remove(exercise_id)

    def restore_own_exercise(self, exercise_id: str) -> None:
        """Bring a removed own exercise back; raise NotFound."""
        self._own_exercises.restore(exercise_id)

    def exercise_marks(self) -> ExerciseMarks:
        """Return what therapists have marked in the catalogue, and what was used of late."""
        return self._marks.marks()

    def mark_favourite(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise among the favourites, or take it out."""
        self._marks.mark_favourite(exercise_id, on=on)

    def mark_hidden(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise out of sight in the catalogue, or back."""
        self._marks.mark_hidden(exercise_id, on=on)

    def note_used(self, exercise_ids: Sequence[str]) -> None:
        """Keep that these exercises were used, in this order, after all others."""
        self._marks.note_used(exercise_ids)
