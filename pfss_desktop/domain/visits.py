"""A visit: a dated revision of a plan."""

from dataclasses import dataclass
from datetime import date

from pfss_desktop.domain.bounds import check_whole
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Visit:
    """The date and number of a revision; `number` counts a plan's visits from 1. An issued visit is never written again."""

    id: str
    number: int
    on: date
    issued: bool = False

    def __post_init__(self) -> None:
        check_id("visit id", self.id)
        check_whole("visit number", self.number, 1, 10_000)


@dataclass(frozen=True, slots=True)
class DatedPlan:
    """One visit as it goes from one database to another, or to a record system: its date, and the plan as it was then."""

    on: date
    plan: Plan


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan as it lies in the database: its latest visit, its patient (None for a template or a nameless plan).

    `saved_count` grows by one with every save; a save that starts from another count than the stored one is refused, so that
    two windows never overwrite each other.
    """

    plan: Plan
    visit: Visit
    patient: Patient | None = None
    is_template: bool = False
    saved_count: int = 0
