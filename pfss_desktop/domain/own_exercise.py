"""The clinic's own exercises: as the database keeps them, as the program works with them, and how one begins."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from pfss_desktop.domain.bounds import check_line
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.exercise import (
    Basis,
    Category,
    Chain,
    Contraction,
    Exercise,
    KneeLoad,
    Laterality,
    Motion,
    PatientText,
    Position,
    PositionGroup,
    Region,
)
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id, new_id
from pfss_desktop.domain.resistance import ResistanceKind
from pfss_desktop.language import _, translated

DEFINITION_LIMIT = 256 * 1024
"""Characters of a definition; the longest of the built-in exercises has 4,000."""
PHOTO_LIMIT = 8_000_000
"""Bytes of a photo as it is kept: far more than the program itself ever writes."""


@dataclass(frozen=True, slots=True)
class KeptExercise:
    """An own exercise as it is kept: what it is as JSON in the form of a catalogue entry, and its photo. Raises OutOfBounds.

    `photo` is JPEG or PNG without metadata, empty for none. A removed one is in no list, but plans still show its picture.
    """

    id: str
    name: str
    definition: str
    photo: bytes = b""
    is_removed: bool = False

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_line("name", self.name)
        if len(self.definition) > DEFINITION_LIMIT:
            raise OutOfBounds("definition", _("at most {limit} characters").format(limit=DEFINITION_LIMIT))
        if len(self.photo) > PHOTO_LIMIT:
            raise OutOfBounds("photo", _("at most {limit} MB").format(limit=PHOTO_LIMIT // 1_000_000))


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An own exercise read: an exercise like any other, and its photo, empty for none."""

    exercise: Exercise
    photo: bytes = b""
    is_removed: bool = False


class ExerciseForm(Protocol):
    """Turns an exercise into the text that is kept, and back."""

    def written(self, exercise: Exercise) -> str:
        """Return the exercise as JSON in the form of a catalogue entry; the same exercise gives the same text."""
        ...

    def read(self, definition: str) -> Exercise:
        """Return the exercise in such a text; raise FaultyFile with every fault."""
        ...


def kept(own: OwnExercise, form: ExerciseForm) -> KeptExercise:
    """Return an own exercise as it is kept."""
    return KeptExercise(own.exercise.id, own.exercise.name, form.written(own.exercise), own.photo, own.is_removed)


def blank_exercise() -> Exercise:
    """Return what a new own exercise starts from; every value is a default that the therapist changes."""
    return Exercise(
        id=own_id(),
        category=Category.QUADRICEPS,
        phase=1,
        regions=(Region.FRONT_OF_THIGH,),
        chain=Chain.NONE,
        contraction=Contraction.DYNAMIC,
        laterality=Laterality.UNILATERAL,
        knee_load=KneeLoad.LOW,
        muscles=(Region.FRONT_OF_THIGH.value,),
        position=Position(PositionGroup.STANDING, PositionGroup.STANDING.value),
        accepts=(ResistanceKind.NONE,),
        dosage=Dosage(3, RepRange.exactly(10)),
        for_patient=PatientText(_("New exercise"), (_("Write the first step here."),)),
        motion=Motion(0),
        basis=own_basis(),
    )


def copy_of(exercise: Exercise) -> Exercise:
    """Return a copy of any exercise under an id of its own, as the clinic's own."""
    text = replace(exercise.for_patient, name=_("{name} (own)").format(name=translated(exercise.name))[:200])
    return replace(exercise, id=own_id(), for_patient=text, basis=own_basis())


def own_id() -> str:
    """Return a new id for an own exercise; no file of the catalogue is named so."""
    return f"own-{new_id()}"


def own_basis() -> Basis:
    """Return the basis of what a clinic writes itself: no paper stands behind it."""
    return Basis(evidence=(), kind=Basis.OWN, dosage="set by the clinic")


def photos_of(own: tuple[OwnExercise, ...]) -> Mapping[str, bytes]:
    """Return the photos by exercise id, of removed exercises too, as plans may still hold them."""
    return {each.exercise.id: each.photo for each in own if each.photo}
