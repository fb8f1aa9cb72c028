"""What a check is, where a rule looks, and the numbers the rules go by. The rules themselves are named by subject beside this."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.prescriptions import remove_exercises
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.domain.on_hand import OnHand
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.language import _, translated

_NAME_SHOWN = 60
"""Letters of a name that a check repeats."""


class Rule(StrEnum):
    """Everything that is looked at."""

    TOO_MANY = "too many exercises"
    TOO_LONG = "too many minutes a day"
    EMPTY_PHASE = "empty phase"
    NO_CRITERIA = "phase without criteria"
    JUMP_TOO_EARLY = "plyometrics too early"
    JUMP_WITHOUT_GATE = "plyometrics without a gate"
    DEEP_SQUAT = "deep squat in an early phase"
    CUFF_NEAR_STRAIGHT = "cuff on a knee extension near straight"
    SIDES_OPEN = "neither the plan nor its exercises have a side"
    SIDE_MISSING = "side missing"
    OTHER_SIDE = "other side than the affected one"
    TWICE = "same exercise twice"
    PRECAUTION = "against a precaution of the patient"
    IRRITABLE = "high load on an irritable knee"
    LATEX_BAND = "band with latex for a patient who must not have it"
    RESISTANCE_LACKING = "band or cuff that is neither at home nor in the clinic"
    EQUIPMENT_LACKING = "thing that is neither at home nor in the clinic"
    BAND_ELSEWHERE = "band at another place than the steps say"
    NOT_IN_CATALOGUE = "not in the catalogue"
    HARD_TO_READ = "own words that are hard to read"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One step that settles a check: what the button says, and the edit. Remedies with the same words are equal."""

    text: str
    change: Callable[[Plan], Plan] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to point out; together, `rule` and `subject_id` (of a phase or prescription) occur once in a plan's checks.

    An empty `subject_id` speaks of the plan as a whole. `source` is a key of the catalogue's sources, or plain words where no
    paper stands behind the rule, or empty where the plan itself is reason enough.
    """

    rule: Rule
    subject_id: str
    text: str
    reason: str
    source: str
    remedy: Remedy | None = None

    @property
    def key(self) -> str:
        """The name under which a plan keeps that this check was put aside."""
        return check_key(self.rule, self.subject_id)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The numbers the rules go by. Those marked as defaults are ours, for the therapist to change.

    `usual_criteria` are criteria to leave each phase of the phase model, first to last (CLINICAL 3.4), if there are any.
    """

    exercises_in_phase: int = 5
    """Default, within the three to six of CLINICAL 1 and 7.1."""
    exercises_when_irritable: int = 3
    """In the present phase while the knee is highly irritable. Default without a source."""
    minutes_per_day: int = 20
    """Default without a source; the patient's own time, where it was asked, comes before it."""
    early_phases: int = 2
    """Phases in which squats stay shallow and nobody jumps (CLINICAL 1.5, row 1; 3.4)."""
    early_squat_degrees: int = 45
    """Deepest knee bend of squats in the early phases (CLINICAL 3.3, POWERS14)."""
    without_cuff: frozenset[str] = frozenset({"short-arc-quad"})
    """Exercises near straight in an open chain, at first without a cuff (CLINICAL 1.5, row 15; 3.3)."""
    usual_criteria: tuple[tuple[str, ...], ...] = ()
    sides_may_be_open: bool = False
    """Whether a one-legged exercise may wait for its side, as it does in a template."""
    language: str = "en"
    """What the patient reads, as a tag."""
    on_paper: Callable[[str], str] = str
    """What a text of the plan says on paper in that language: texts of the program are translated, a therapist's own are not."""
    patient: Patient | None = None
    """Who the plan is for, with what must be minded with them; None for a template or a nameless plan."""
    on_hand: OnHand = OnHand()
    """What resistance and equipment can be made of, for this patient."""
    words_to_judge: int = 12
    """Words a text needs before it is judged. Default: the measures were made for longer texts, and fewer words mislead."""


def check_key(rule: Rule, subject_id: str) -> str:
    """Return the name under which a plan keeps that a check was put aside."""
    return f"{rule.name.lower()}:{subject_id}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule looks: one phase of a plan, with all there is to know about it. `number` counts phases from 1."""

    plan: Plan
    number: int
    phase: Phase
    catalogue: Catalogue
    settings: CheckSettings

    @property
    def is_early(self) -> bool:
        """Whether this phase is one of the first, protected ones, by its place in the plan."""
        return self.number <= self.settings.early_phases

    @property
    def phase_before(self) -> Phase | None:
        """The phase before this one."""
        return self.plan.phases[self.number - 2] if self.number > 1 else None

    def known(self) -> Iterator[tuple[Prescription, Exercise]]:
        """Yield the prescriptions of the phase with their catalogue entries; those without one are passed over."""
        for held in self.phase.prescriptions:
            exercise = self.catalogue.get(held.exercise_id)
            if exercise is not None:
                yield held, exercise


def taking_out(text: str, prescription_id: str) -> Remedy:
    """Return the step that takes one exercise out of the plan."""
    return Remedy(text, partial(_without, prescription_id=prescription_id))


def named(name: str) -> str:
    """Return a name in quotation marks, a long one cut."""
    name = translated(name)
    shown = name if len(name) <= _NAME_SHOWN else name[: _NAME_SHOWN - 1] + "…"
    return _("“{name}”").format(name=shown)


def _without(plan: Plan, prescription_id: str) -> Plan:
    return remove_exercises(plan, [prescription_id])
