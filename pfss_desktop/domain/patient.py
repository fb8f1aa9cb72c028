"""A patient: who a plan is for, in which language, and what must be minded with every plan of theirs."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pfss_desktop.domain.bounds import LIST_LIMIT, check_count, check_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.domain.identity import check_id
from pfss_desktop.domain.resistance import Band, Mass
from pfss_desktop.language import _


class Precaution(StrEnum):
    """What a patient cannot do or must not have; checks hold it against positions, equipment and impact."""

    CANNOT_KNEEL = "cannot kneel"
    CANNOT_LIE_PRONE = "cannot lie prone"
    CANNOT_LIE_SUPINE = "cannot lie supine"
    CANNOT_GET_TO_FLOOR = "cannot get down to the floor"
    LATEX_ALLERGY = "latex allergy"
    POOR_BALANCE = "poor balance"
    NO_IMPACT = "no impact"


@dataclass(frozen=True, slots=True)
class HomeEquipment:
    """What the patient has at home: things by the catalogue's words, cuff weights, bands (their position says nothing here)."""

    things: tuple[str, ...] = ()
    cuffs: tuple[Mass, ...] = ()
    bands: tuple[Band, ...] = ()

    def __post_init__(self) -> None:
        check_count("equipment at home", self.things)
        for thing in self.things:
            check_line("equipment at home", thing)
        check_count("cuff weights at home", self.cuffs)
        check_count("bands at home", self.bands)


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient by name, the clinic's own number (may be empty) and date of birth (may be unknown, from 1900 on).

    `language` is what the patient reads, as a tag of two or three small letters. `equipment` is None until somebody asked.
    """

    id: str
    name: str
    number: str = ""
    born: date | None = None
    language: str = "en"
    precautions: tuple[Precaution, ...] = ()
    equipment: HomeEquipment | None = None

    def __post_init__(self) -> None:
        check_id("patient id", self.id)
        check_line("patient name", self.name)
        check_line("patient number", self.number, empty=True)
        if self.born is not None and self.born.year < 1900:
            raise OutOfBounds("date of birth", _("1900 or later"))
        tag = self.language
        if not (isinstance(tag, str) and tag.isascii() and tag.isalpha() and tag.islower() and 2 <= len(tag) <= 3):
            raise OutOfBounds("language", _("a tag of two or three small letters, such as en or es"))
        if len(set(self.precautions)) != len(self.precautions):
            raise OutOfBounds("precautions", _("each named once"))

    def age_on(self, day: date) -> int | None:
        """Return the patient's age in whole years on a day; None where the date of birth is unknown or later."""
        if self.born is None or self.born > day:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


def merged_patient(kept: Patient, other: Patient) -> Patient:
    """Return the patient that two entries of one person make: `kept`, with what only the other one knows.

    Precautions of both count: one that was lost in merging could harm. Of equipment at home, all that either names is there.
    """
    return replace(
        kept,
        number=kept.number or other.number,
        born=kept.born or other.born,
        precautions=tuple(dict.fromkeys((*kept.precautions, *other.precautions))),
        equipment=_joined(kept.equipment, other.equipment),
    )


def _joined(one: HomeEquipment | None, other: HomeEquipment | None) -> HomeEquipment | None:
    if one is None or other is None:
        return one or other
    return HomeEquipment(
        things=tuple(dict.fromkeys((*one.things, *other.things)))[:LIST_LIMIT],
        cuffs=tuple(dict.fromkeys((*one.cuffs, *other.cuffs)))[:LIST_LIMIT],
        bands=tuple(dict.fromkeys((*one.bands, *other.bands)))[:LIST_LIMIT],
    )
