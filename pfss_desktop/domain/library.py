"""What the screen may ask of storage and of the catalogue. `app` gives the real ones; tests give small ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from pfss_desktop.domain.education import EducationTopic
from pfss_desktop.domain.exercise_marks import ExerciseMarks
from pfss_desktop.domain.faults import FileFault, UserError
from pfss_desktop.domain.own_exercise import KeptExercise
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.score_history import ScoredVisit
from pfss_desktop.domain.visits import DatedPlan, OpenPlan, Visit


class SaveConflict(UserError):
    """The plan was saved from elsewhere since it was opened here; nothing was written."""


class NotFound(UserError):
    """The plan, patient or template asked for is not in the database (any more)."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One line of a list of plans. `changed_at` is in UTC. `patient_name` is empty for a plan without a patient."""

    plan_id: str
    title: str
    patient_name: str
    condition: str
    visit_number: int
    changed_at: datetime
    phase_count: int
    exercise_count: int


@dataclass(frozen=True, slots=True)
class PatientSummary:
    """One line of a list of patients; `last_visit` is None before the first."""

    patient: Patient
    plan_count: int
    last_visit: date | None = None
    is_archived: bool = False


class PatientOrder(Enum):
    """How a list of patients is sorted."""

    NAME = "name"
    LAST_VISIT = "last visit"
    """The latest visit first, those without any last; by name within a day."""


@dataclass(frozen=True, slots=True)
class PatientMerge:
    """All that is needed to take a merge back: what `kept` was before and became, whose plans moved to it, and which."""

    before: Patient
    after: Patient
    other_id: str
    plan_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateSummary:
    """One line of a list of templates. Own templates are the therapist's and live in the database."""

    template_id: str
    title: str
    is_own: bool
    phase_count: int
    exercise_count: int


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """One line of a plan's visits; `visit.issued` tells whether it is closed for good."""

    visit: Visit
    exercise_count: int


@dataclass(frozen=True, slots=True)
class FoundVisit:
    """A visit that a code stands for, with enough to tell two of them apart; the latest is the one that is open."""

    visit: Visit
    plan_id: str
    plan_title: str
    patient_name: str
    is_latest: bool


class Library(Protocol):
    """Plans, patients and own templates in the database. Every method is one transaction and may raise a UserError."""

    def recent_plans(self, limit: int = 20) -> Sequence[PlanSummary]:
        """Return the plans changed last, newest first, templates not among them."""
        ...

    def patients(
        self,
        text: str = "",
        limit: int = 200,
        *,
        skip: int = 0,
        order: PatientOrder = PatientOrder.NAME,
        archived: bool = False,
    ) -> Sequence[PatientSummary]:
        """Return patients of whom each word of `text` is found in name or number, or is their date of birth or its year.

        At most `limit` after the first `skip`. Archived ones only where asked for; those merged into another never.
        """
        ...

    def patient(self, patient_id: str) -> PatientSummary:
        """Return one patient, archived or not; raise NotFound, also for one that was merged into another."""
        ...

    def plans_of(self, patient_id: str, *, removed: bool = False) -> Sequence[PlanSummary]:
        """Return a patient's plans, newest first; those put away instead where asked for."""
        ...

    def add_patient(self, patient: Patient) -> None:
        """Store a new patient."""
        ...

    def change_patient(self, patient: Patient) -> Patient:
        """Store a known patient's changed fields and return what they were; raise NotFound."""
        ...

    def archive_patient(self, patient_id: str) -> None:
        """Put a patient away so that lists show neither them nor their plans unless asked; nothing is erased. Raise NotFound."""
        ...

    def bring_back_patient(self, patient_id: str) -> None:
        """Take an archived patient back on the lists; raise NotFound."""
        ...

    def merge_patients(self, kept: Patient, other_id: str) -> PatientMerge:
        """Give the other patient's plans to the kept one, store its fields as given, and take the other one off all lists.

        Nothing is erased. Raise NotFound, and ValueError for one and the same patient.
        """
        ...

    def undo_merge(self, merge: PatientMerge) -> None:
        """Make all as it was before the merge, but for plans and fields that were changed since; raise NotFound."""
        ...

    def add_plan(self, plan: Plan, patient_id: str | None, on: date) -> OpenPlan:
        """Store a new plan with its first visit and return it as opened; raise NotFound for an unknown patient."""
        ...

    def open_plan(self, plan_id: str) -> OpenPlan:
        """Return a plan or own template with its latest visit; raise NotFound."""
        ...

    def save_plan(self, opened: OpenPlan, plan: Plan) -> OpenPlan:
        """Write what differs between the opened plan and this one, and return it as saved; raise SaveConflict or NotFound."""
        ...

    def visits(self, plan_id: str) -> Sequence[VisitSummary]:
        """Return a plan's visits, the latest first; raise NotFound."""
        ...

    def open_visit(self, visit_id: str) -> OpenPlan:
        """Return the plan as it was at a visit, for looking at: saving it is refused once it is issued. Raise NotFound."""
        ...

    def history(self, plan_id: str) -> Sequence[OpenPlan]:
        """Return the plan as it was at every visit, the first visit first; raise NotFound."""
        ...

    def add_history(self, plan: Plan, patient_id: str | None, on: date, former: Sequence[DatedPlan]) -> OpenPlan:
        """Store a plan of date `on` with its former visits, the first first, as a new plan; return it as opened.

        Plan and visits get ids of their own; phases and prescriptions keep theirs, so that visits can be compared. The former
        visits are issued. Raise NotFound for an unknown patient.
        """
        ...

    def visits_with_code(self, typed: str) -> Sequence[FoundVisit]:
        """Return the visits that a sheet's code stands for, nearly always one; raise NotVisitCode or NotFound."""
        ...

    def scores_of_plan(self, plan_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of a plan with its scores, the first visit first; none for an unknown plan."""
        ...

    def scores_of_patient(self, patient_id: str) -> Sequence[ScoredVisit]:
        """Return every visit of all of a patient's plans with its scores, by date, each plan's visits in their order."""
        ...

    def begin_visit(self, opened: OpenPlan, on: date) -> OpenPlan:
        """Issue the latest visit and return the next one, which starts with the same content under the same ids.

        Raise SaveConflict or NotFound.
        """
        ...

    def assign_patient(self, opened: OpenPlan, patient_id: str | None) -> OpenPlan:
        """Give a plan to a patient, or to none; raise NotFound or SaveConflict."""
        ...

    def remove_plan(self, plan_id: str) -> None:
        """Put a plan or own template away so that no list shows it; nothing is erased. Raise NotFound."""
        ...

    def restore_plan(self, plan_id: str) -> None:
        """Bring a removed plan or template back; raise NotFound."""
        ...

    def add_template(self, template: Plan) -> None:
        """Store an own template: a plan without a patient."""
        ...

    def own_templates(self) -> Sequence[TemplateSummary]:
        """Return the therapist's own templates by title."""
        ...

    def sheet_of(self, visit_id: str) -> str:
        """Return how the sheet of a visit was laid out when it was last handed out, as JSON; empty for never. Raise NotFound."""
        ...

    def note_sheet(self, visit_id: str, sheet: str) -> None:
        """Keep how the sheet of a visit was laid out, of an issued one too, as JSON; raise NotFound."""
        ...

    def kept(self, name: str) -> str:
        """Return what the clinic has settled under a name, as JSON; an empty text for nothing."""
        ...

    def keep(self, name: str, value: str) -> None:
        """Settle something for the whole clinic under a name, as JSON; an empty text forgets it."""
        ...

    def own_exercises(self) -> Sequence[KeptExercise]:
        """Return the clinic's own exercises by name, removed ones among them."""
        ...

    def keep_own_exercises(self, kept: Sequence[KeptExercise], settled: Mapping[str, str] | None = None) -> None:
        """Store own exercises, new ones and known ones anew, and what is settled under these names; all of it or nothing."""
        ...

    def remove_own_exercise(self, exercise_id: str) -> None:
        """Take an own exercise off the lists; nothing is erased. Raise NotFound."""
        ...

    def restore_own_exercise(self, exercise_id: str) -> None:
        """Bring a removed own exercise back; raise NotFound."""
        ...

    def exercise_marks(self) -> ExerciseMarks:
        """Return what therapists have marked in the catalogue, and what was used of late."""
        ...

    def mark_favourite(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise among the favourites, or take it out."""
        ...

    def mark_hidden(self, exercise_id: str, *, on: bool) -> None:
        """Put an exercise out of sight in the catalogue, or back."""
        ...

    def note_used(self, exercise_ids: Sequence[str]) -> None:
        """Keep that these exercises were used, in this order, after all others."""
        ...


@dataclass(frozen=True, slots=True)
class LoadedTopics:
    """Education topics in their order, and everything wrong in the files of those that could not be read."""

    topics: tuple[EducationTopic, ...] = ()
    faults: tuple[FileFault, ...] = ()


class EducationTopics(Protocol):
    """The education topics, read when they are first asked for."""

    def in_language(self, language: str) -> LoadedTopics:
        """Return the topics in a language, in English where one is not translated."""
        ...


class ExerciseSearch(Protocol):
    """Finds exercises by words."""

    def find(self, text: str) -> Sequence[str]:
        """Return the ids of the exercises that match every word of `text`, best first; all ids, in order, for an empty text."""
        ...
