"""A patient as a plan file of version 2 holds one, and the way to the domain's value and back."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.exchange.written_resistance import WrittenBand, WrittenMass
from pfss_desktop.exchange.written_texts import Id, Line, LineOrEmpty, UpTo20, UpTo100, Written
from pfss_desktop.language import marked


class WrittenEquipment(Written, frozen=True):
    """What the patient has at home."""

    things: UpTo100[Line]
    cuffs: UpTo100[WrittenMass]
    bands: UpTo100[WrittenBand]

    @classmethod
    def of(cls, equipment: HomeEquipment) -> "WrittenEquipment":
        """Return how equipment is written."""
        bands = tuple(WrittenBand(band.colour, band.maker, band.form, band.position) for band in equipment.bands)
        return cls(equipment.things, tuple(map(WrittenMass.of, equipment.cuffs)), bands)

    def value(self) -> HomeEquipment:
        """Return the equipment; raise OutOfBounds."""
        cuffs = tuple(cuff.value() for cuff in self.cuffs)
        return HomeEquipment(self.things, cuffs, tuple(band.value() for band in self.bands))


class WrittenPatient(Written, frozen=True):
    """A patient with all that the program keeps of one."""

    id: Id
    name: Line
    number: LineOrEmpty
    born: date | None
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}(?![\s\S])", description=marked("a tag of two or three small letters"))]
    precautions: UpTo20[Precaution]
    equipment: WrittenEquipment | None

    @classmethod
    def of(cls, patient: Patient) -> "WrittenPatient":
        """Return how a patient is written."""
        return cls(
            patient.id,
            patient.name,
            patient.number,
            patient.born,
            patient.language,
            patient.precautions,
            WrittenEquipment.of(patient.equipment) if patient.equipment else None,
        )

    def value(self) -> Patient:
        """Return the patient; raise OutOfBounds."""
        return Patient(
            self.id,
            self.name,
            self.number,
            self.born,
            self.language,
            self.precautions,
            self.equipment.value() if self.equipment else None,
        )
