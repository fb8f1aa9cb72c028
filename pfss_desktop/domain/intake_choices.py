"""What is asked before a plan, as the clinic's files have it: the red flags, and diagnoses with their codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import check_line
from pfss_desktop.domain.identity import check_id


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that needs a doctor; an urgent one needs one today."""

    id: str
    text: str
    is_urgent: bool

    def __post_init__(self) -> None:
        check_id("red flag", self.id)
        check_line("red flag", self.text)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A diagnosis and its code, with its system, for the right knee, the left, and where the side is open or both."""

    name: str
    right: str
    left: str
    any_side: str

    def __post_init__(self) -> None:
        for text in (self.name, self.right, self.left, self.any_side):
            check_line("diagnosis", text)

    def code(self, side: Side | None) -> str:
        """Return the code for the affected side."""
        return {Side.RIGHT: self.right, Side.LEFT: self.left}.get(side, self.any_side) if side else self.any_side


@dataclass(frozen=True, slots=True)
class IntakeChoices:
    """All there is to choose from; nothing where the files could not be read."""

    red_flags: tuple[RedFlag, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()

    def is_urgent(self, found: Iterable[str]) -> bool:
        """Return whether any of these red flags needs a doctor today; one that is unknown does."""
        urgent = {flag.id: flag.is_urgent for flag in self.red_flags}
        return any(urgent.get(flag_id, True) for flag_id in found)
