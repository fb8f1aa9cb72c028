"""What is asked before a plan is made: diagnosis, red flags, irritability, the patient's time. The goal is the plan's own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pfss_desktop.domain.bounds import check_count, check_line, check_whole
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.language import _


class Irritability(StrEnum):
    """How easily the knee is stirred up and how long it takes to settle, by the therapist's judgement."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class RedFlagScreen:
    """When the red flags of CLINICAL 3.10 were asked, and the ids of those that were found; none found is a result, too."""

    on: date
    found: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_count("red flags", self.found, 40)
        for flag in self.found:
            check_id("red flag", flag)
        if len(set(self.found)) != len(self.found):
            raise OutOfBounds("red flags", _("each named once"))


@dataclass(frozen=True, slots=True)
class Intake:
    """What was asked before the plan: anything may be left open.

    `diagnosis_code` is a code with its system as the clinic writes it, such as `ICD-10-CM M22.2X1`. `minutes_a_day` (1 to 240)
    is how much time the patient says there is.
    """

    diagnosis_code: str = ""
    irritability: Irritability | None = None
    red_flags: RedFlagScreen | None = None
    minutes_a_day: int | None = None

    def __post_init__(self) -> None:
        check_line("diagnosis code", self.diagnosis_code, empty=True)
        if self.minutes_a_day is not None:
            check_whole("minutes a day", self.minutes_a_day, 1, 240)
