"""A built-in template: a plan without a patient, with a word on what it is for and what it rests on."""

from dataclasses import dataclass

from pfss_desktop.domain.bounds import check_text
from pfss_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to start from. `summary` and `basis` are for the therapist who chooses it and never become part of a plan."""

    plan: Plan
    summary: str = ""
    basis: str = ""

    def __post_init__(self) -> None:
        check_text("summary", self.summary)
        check_text("basis", self.basis)
