"""An entry of the catalogue: facts, texts and defaults of one exercise. What a patient is given is a Prescription."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from pfss_desktop.domain.body import Joint, Side
from pfss_desktop.domain.bounds import check_count, check_line, check_text, check_whole
from pfss_desktop.domain.dosage import Dosage
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import _


class Category(StrEnum):
    """What the exercise is for: the chips above the catalogue."""

    QUADRICEPS = "quadriceps"
    HIP = "hip"
    HAMSTRING_CALF = "hamstring_calf"
    CLOSED_CHAIN = "closed_chain"
    CORE = "core"
    BALANCE = "balance"
    PLYOMETRIC = "plyometric"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    CARDIO = "cardio"
    RUNNING = "running"
    ADJUNCT = "adjunct"


class Region(StrEnum):
    """Where in the body it works, by its target muscles."""

    FRONT_OF_THIGH = "front of thigh"
    BACK_OF_THIGH = "back of thigh"
    HIP_AND_BUTTOCK = "hip and buttock"
    CALF_AND_ANKLE = "calf and ankle"
    TRUNK = "trunk"
    KNEECAP = "kneecap"
    WHOLE_BODY = "whole body"


class PositionGroup(StrEnum):
    """The body position in one word, for filters and for sorting a phase so that nobody gets up and down again."""

    ON_BACK = "on the back"
    ON_SIDE = "on the side"
    FACE_DOWN = "face down"
    SITTING = "sitting"
    KNEELING = "kneeling"
    STANDING = "standing"
    MOVING = "moving about"


class Chain(StrEnum):
    """Whether the foot is free (open) or carries load against a fixed surface (closed)."""

    OPEN = "open"
    CLOSED = "closed"
    MIXED = "mixed"
    NONE = "none"


class Contraction(StrEnum):
    """How the muscle works."""

    DYNAMIC = "dynamic"
    ISOMETRIC = "isometric"
    STATIC_STRETCH = "static stretch"
    BALLISTIC = "ballistic"
    CYCLIC = "cyclic"
    PASSIVE = "passive"


class Laterality(StrEnum):
    """Whether one leg, both together, or the two in turn do the work."""

    UNILATERAL = "unilateral"
    BILATERAL = "bilateral"
    ALTERNATING = "alternating"


class KneeLoad(StrEnum):
    """Patellofemoral joint load, graded by the catalogue's authors (CLINICAL 3.3); not a measured value."""

    MINIMAL = "minimal"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Position:
    """The start position: a group for filters and a sentence for the therapist."""

    group: PositionGroup
    text: str

    def __post_init__(self) -> None:
        check_line("position.text", self.text)


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing the exercise needs, as it is read out, and the plain things any one of which will do."""

    text: str
    any_of: tuple[str, ...]
    optional: bool = False

    def __post_init__(self) -> None:
        check_line("equipment.text", self.text)
        check_count("equipment.any_of", self.any_of, 8)
        for thing in self.any_of:
            check_line("equipment.any_of", thing)
        if not self.any_of:
            raise OutOfBounds("equipment.any_of", _("at least one thing"))


@dataclass(frozen=True, slots=True)
class PatientText:
    """What the patient reads: a name, up to eight short steps, one cue and one caution. Cue and caution may be empty."""

    name: str
    steps: tuple[str, ...] = ()
    cue: str = ""
    caution: str = ""

    def __post_init__(self) -> None:
        check_line("name", self.name)
        check_count("steps", self.steps, 8)
        for step in self.steps:
            check_text("steps", step)
        check_text("cue", self.cue)
        check_text("caution", self.caution)


@dataclass(frozen=True, slots=True)
class TherapistText:
    """What the therapist should know before choosing it."""

    cautions: tuple[str, ...] = ()
    contraindications: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggested:
    """Ranges that the catalogue finds sensible; a hint, never a bound. Pairs are low and high."""

    reps: tuple[int, int] | None = None
    hold_seconds: tuple[int, int] | None = None
    minutes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """Target angles in degrees of the working and the other limb: a pair is start and end, for drawing and for limits.

    `other_same` says that both limbs do the same. `knee_flexion_max` is the deepest knee bend of the exercise.
    """

    knee_flexion_max: int
    working: Mapping[Joint, tuple[int, int]] = field(default_factory=dict)
    other: Mapping[Joint, tuple[int, int]] = field(default_factory=dict)
    other_same: bool = False

    def __post_init__(self) -> None:
        check_whole("motion.knee_flexion_max", self.knee_flexion_max, 0, 160)


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the entry's facts come from: keys of the source list, and the kind of ground its dosage stands on."""

    OWN: ClassVar[str] = "own"
    """The kind of an exercise that the clinic has written itself."""

    evidence: tuple[str, ...]
    kind: str
    dosage: str
    seed_dosage: str = ""
    seed_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """An entry of the catalogue. Raises OutOfBounds where a field cannot be.

    `mistake` is the most common way of doing it wrong, as the handout says it to the patient; empty where none is known. `phase`
    is 1 to 4 (CLINICAL 3.4). `accepts` are the kinds of resistance it can be given, at least one. `harder` and `easier`
    are ids of other exercises. `poses` holds the figure's key frames, empty where the entry has none.
    """

    id: str
    category: Category
    phase: int
    regions: tuple[Region, ...]
    chain: Chain
    contraction: Contraction
    laterality: Laterality
    knee_load: KneeLoad
    muscles: tuple[str, ...]
    position: Position
    accepts: tuple[ResistanceKind, ...]
    dosage: Dosage
    for_patient: PatientText
    motion: Motion
    basis: Basis
    mistake: str = ""
    equipment: tuple[Equipment, ...] = ()
    suggested: Suggested = Suggested()
    for_therapist: TherapistText = TherapistText()
    harder: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()
    poses: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_whole("phase", self.phase, 1, 4)
        check_line("mistake", self.mistake, empty=True)
        if not self.accepts:
            raise OutOfBounds("accepts", _("at least one kind of resistance"))
        if not self.regions:
            raise OutOfBounds("regions", _("at least one region"))

    @property
    def name(self) -> str:
        """The exercise's name."""
        return self.for_patient.name

    @property
    def is_own(self) -> bool:
        """Whether the clinic has written it itself."""
        return self.basis.kind == Basis.OWN

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that make sense for it, the most usual first."""
        if self.laterality is Laterality.UNILATERAL:
            return (Side.LEFT, Side.RIGHT, Side.BOTH)
        return (Side.ALTERNATING,) if self.laterality is Laterality.ALTERNATING else (Side.BOTH,)
