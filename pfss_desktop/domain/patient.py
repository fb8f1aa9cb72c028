"""A patient: who a plan is for."""

from dataclasses import dataclass
from datetime import date

from pfss_desktop.domain.bounds import check_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient by name, the clinic's own number (may be empty) and date of birth (may be unknown, from 1900 on)."""

    id: str
    name: str
    number: str = ""
    born: date | None = None

    def __post_init__(self) -> None:
        check_id("patient id", self.id)
        check_line("patient name", self.name)
        check_line("patient number", self.number, empty=True)
        if self.born is not None and self.born.year < 1900:
            raise OutOfBounds("date of birth", "1900 or later")
