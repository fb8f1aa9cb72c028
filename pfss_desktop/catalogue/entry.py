"""An exercise file's form, as a therapist writes it (README.md beside the files); `from_entry` makes it an exercise."""

from typing import Any

import msgspec

from pfss_desktop.catalogue.dosage_entry import DosageEntry
from pfss_desktop.catalogue.spans import Span
from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.exercise import Category, Chain, Contraction, KneeLoad, Laterality, PositionGroup, Region
from pfss_desktop.domain.resistance import ResistanceKind


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file; unknown names in it are faults."""


class EquipmentEntry(_Entry, frozen=True):
    """A thing with a text of its own, several things any one of which will do, or a thing that may be left out."""

    text: str
    any_of: tuple[str, ...] = ()
    optional: bool = False


class SuggestedEntry(_Entry, frozen=True):
    """Sensible ranges."""

    reps: Span | None = None
    hold_seconds: Span | None = None
    minutes: Span | None = None


class FactsEntry(_Entry, frozen=True):
    """What kind of exercise it is."""

    category: Category
    phase: int
    regions: tuple[Region, ...]
    muscles: tuple[str, ...]
    position: PositionGroup
    start: str
    accepts: tuple[ResistanceKind, ...]
    chain: Chain
    contraction: Contraction
    laterality: Laterality
    knee_load: KneeLoad
    equipment: tuple[str | EquipmentEntry, ...] = ()


class MotionEntry(_Entry, frozen=True):
    """Angles in degrees."""

    knee_flexion_max: int
    working_leg: dict[Joint, Span] = {}
    other_leg: dict[Joint, Span] = {}
    other_leg_does_the_same: bool = False


class TherapistEntry(_Entry, frozen=True):
    """What never prints."""

    cautions: tuple[str, ...] = ()
    contraindications: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


class LinksEntry(_Entry, frozen=True):
    """File names, without ending, of exercises."""

    harder: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()


class BasisEntry(_Entry, frozen=True):
    """Where the facts come from."""

    evidence: tuple[str, ...]
    kind: str
    dosage: str
    seed_dosage: str = ""
    seed_lines: tuple[int, ...] = ()


class ExerciseEntry(_Entry, frozen=True):
    """The whole file."""

    id: str
    name: str
    steps: tuple[str, ...]
    dosage: DosageEntry
    facts: FactsEntry
    motion: MotionEntry
    basis: BasisEntry
    cue: str = ""
    mistake: str = ""
    caution: str = ""
    suggested: SuggestedEntry = SuggestedEntry()
    therapist: TherapistEntry = TherapistEntry()
    links: LinksEntry = LinksEntry()
    poses: dict[str, Any] = {}
