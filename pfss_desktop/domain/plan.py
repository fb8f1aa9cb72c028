"""A plan: phases for one patient and one condition. A template is a plan without a patient."""

from collections.abc import Iterator
from dataclasses import dataclass

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.bounds import check_count, check_line, check_text, check_whole
from pfss_desktop.domain.faults import OutOfBounds, UnknownPart
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.intake import Intake
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import VisitRecord
from pfss_desktop.language import _

PHASE_LIMIT = 20
"""Phases in a plan."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """From the first to the last week of a phase, counted from 1, at most 104; a guide only, criteria decide (CLINICAL 3.4)."""

    first: int
    last: int

    def __post_init__(self) -> None:
        check_whole("weeks", self.first, 1, 104)
        check_whole("weeks", self.last, 1, 104)
        if self.first > self.last:
            raise OutOfBounds("weeks", _("from the earlier to the later week"))


@dataclass(frozen=True, slots=True)
class PainRule:
    """Highest pain (0-10) that is safe, and highest that is acceptable if it settles by the next morning.

    The presets 3 and 5 are the strength rule of CLINICAL 3.5; clinics differ, so each plan carries its own.
    """

    safe_up_to: int = 3
    acceptable_up_to: int = 5

    def __post_init__(self) -> None:
        check_whole("pain safe_up_to", self.safe_up_to, 0, 8)
        check_whole("pain acceptable_up_to", self.acceptable_up_to, 1, 9)
        if self.safe_up_to >= self.acceptable_up_to:
            raise OutOfBounds("pain rule", _("safe below acceptable"))


@dataclass(frozen=True, slots=True)
class Phase:
    """An ordered part of a plan with a goal, weeks and criteria to leave it."""

    id: str
    name: str
    goal: str = ""
    weeks: Weeks | None = None
    criteria: tuple[str, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()

    def __post_init__(self) -> None:
        check_id("phase id", self.id)
        check_line("phase name", self.name)
        check_text("phase goal", self.goal)
        check_count("phase criteria", self.criteria, 20)
        for criterion in self.criteria:
            check_text("phase criteria", criterion)
        check_count("phase prescriptions", self.prescriptions)


@dataclass(frozen=True, slots=True)
class Plan:
    """Phases for one patient and one condition; immutable, changed by the functions in `edits`.

    `goal` is in the patient's words. `current_phase` is a phase's id, or empty for the first. Ids of phases and of prescriptions
    are unique within the plan. `education` are ids of topics that go along with the handout; `dismissed_checks` are the keys of
    checks that the therapist has put aside for this plan. `record` is this visit's only. Raises OutOfBounds.
    """

    id: str
    title: str
    condition: str = ""
    affected_side: Side | None = None
    goal: str = ""
    phases: tuple[Phase, ...] = ()
    current_phase: str = ""
    pain_rule: PainRule = PainRule()
    intake: Intake = Intake()
    education: tuple[str, ...] = ()
    dismissed_checks: tuple[str, ...] = ()
    record: VisitRecord = VisitRecord()

    def __post_init__(self) -> None:
        check_id("plan id", self.id)
        check_line("plan title", self.title)
        check_line("condition", self.condition, empty=True)
        check_text("goal", self.goal)
        check_count("phases", self.phases, PHASE_LIMIT)
        if self.affected_side is Side.ALTERNATING:
            raise OutOfBounds("affected side", _("left, right or both"))
        self._check_ids()
        self._check_lists()

    def _check_lists(self) -> None:
        check_count("education", self.education)
        for topic in self.education:
            check_id("education topic", topic)
        if len(set(self.education)) != len(self.education):
            raise OutOfBounds("education", _("each topic once"))
        check_count("dismissed checks", self.dismissed_checks, 2_000)
        for key in self.dismissed_checks:
            check_line("dismissed check", key)

    def _check_ids(self) -> None:
        phase_ids = [phase.id for phase in self.phases]
        if len(set(phase_ids)) != len(phase_ids):
            raise OutOfBounds("phase id", _("unique within the plan"))
        ids = [prescription.id for prescription in self.prescriptions()]
        if len(set(ids)) != len(ids):
            raise OutOfBounds("prescription id", _("unique within the plan"))
        if self.current_phase and self.current_phase not in phase_ids:
            raise OutOfBounds("current phase", _("one of the plan's phases"))

    def prescriptions(self) -> Iterator[Prescription]:
        """Yield every prescription in the order of the plan."""
        for phase in self.phases:
            yield from phase.prescriptions

    def phase(self, phase_id: str) -> Phase:
        """Return the phase with this id; raise UnknownPart."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise UnknownPart("phase")

    def prescription(self, prescription_id: str) -> Prescription:
        """Return the prescription with this id; raise UnknownPart."""
        for prescription in self.prescriptions():
            if prescription.id == prescription_id:
                return prescription
        raise UnknownPart("prescription")

    def phase_of(self, prescription_id: str) -> Phase:
        """Return the phase that holds this prescription; raise UnknownPart."""
        for phase in self.phases:
            if any(held.id == prescription_id for held in phase.prescriptions):
                return phase
        raise UnknownPart("prescription")

    def phase_now(self) -> Phase | None:
        """Return the phase the patient is in: the current one, else the first, else None."""
        if self.current_phase:
            return self.phase(self.current_phase)
        return self.phases[0] if self.phases else None
