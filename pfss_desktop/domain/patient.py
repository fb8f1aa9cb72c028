"""A patient: who a plan is for, in which language, and what must be minded with every plan of theirs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pfss_desktop.domain.bounds import check_count, check_line
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
