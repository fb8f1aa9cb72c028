"""A prescription and its dosage as they are written into a plan file, and back."""

from typing import Annotated

from msgspec import Meta

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.exchange.written_resistance import WrittenResistance, written_resistance
from pfss_desktop.exchange.written_texts import Id, Line, Text, UpTo8, UpTo100, Written

Reps = Annotated[int, Meta(ge=1, le=500)]
TempoSeconds = Annotated[int, Meta(ge=0, le=30)]
Degrees = Annotated[int, Meta(ge=-60, le=160)]


class WrittenReps(Written, frozen=True):
    """Repetitions from low to high; the same number twice where there is only one."""

    low: Reps
    high: Reps

    def value(self) -> RepRange:
        """Return the range; raise OutOfBounds."""
        return RepRange(self.low, self.high)


class WrittenTempo(Written, frozen=True):
    """Seconds out and back."""

    out_seconds: TempoSeconds
    back_seconds: TempoSeconds

    def value(self) -> Tempo:
        """Return the tempo; raise OutOfBounds."""
        return Tempo(self.out_seconds, self.back_seconds)


class WrittenDosage(Written, frozen=True):
    """Sets, reps, hold, rest, tempo, minutes, times a day, days a week."""

    sets: Annotated[int, Meta(ge=1, le=20)]
    reps: WrittenReps | None
    counted: CountUnit
    hold_seconds: Annotated[int, Meta(ge=0, le=600)]
    rest_seconds: Annotated[int, Meta(ge=0, le=900)]
    tempo: WrittenTempo | None
    minutes: Annotated[int, Meta(ge=1, le=240)] | None
    times_per_day: Annotated[int, Meta(ge=1, le=12)]
    days_per_week: Annotated[int, Meta(ge=1, le=7)]

    @classmethod
    def of(cls, dosage: Dosage) -> "WrittenDosage":
        """Return how a dosage is written."""
        return cls(
            sets=dosage.sets,
            reps=WrittenReps(dosage.reps.low, dosage.reps.high) if dosage.reps else None,
            counted=dosage.counted,
            hold_seconds=dosage.hold_seconds,
            rest_seconds=dosage.rest_seconds,
            tempo=WrittenTempo(dosage.tempo.out_seconds, dosage.tempo.back_seconds) if dosage.tempo else None,
            minutes=dosage.minutes,
            times_per_day=dosage.times_per_day,
            days_per_week=dosage.days_per_week,
        )

    def value(self) -> Dosage:
        """Return the dosage; raise OutOfBounds."""
        return Dosage(
            sets=self.sets,
            reps=self.reps.value() if self.reps else None,
            counted=self.counted,
            hold_seconds=self.hold_seconds,
            rest_seconds=self.rest_seconds,
            tempo=self.tempo.value() if self.tempo else None,
            minutes=self.minutes,
            times_per_day=self.times_per_day,
            days_per_week=self.days_per_week,
        )


class WrittenRangeLimit(Written, frozen=True):
    """How far a joint may go, in degrees."""

    joint: Joint
    low_degrees: Degrees
    high_degrees: Degrees

    def value(self) -> RangeLimit:
        """Return the limit; raise OutOfBounds."""
        return RangeLimit(self.joint, self.low_degrees, self.high_degrees)


class WrittenPatientText(Written, frozen=True):
    """What the patient reads."""

    name: Line
    steps: UpTo8[Text]
    cue: Text
    caution: Text

    def value(self) -> PatientText:
        """Return the text; raise OutOfBounds."""
        return PatientText(self.name, self.steps, self.cue, self.caution)


class WrittenPrescription(Written, frozen=True):
    """An exercise as given to one patient."""

    id: Id
    exercise_id: Id
    text: WrittenPatientText
    laterality: Laterality
    side: Side | None
    dosage: WrittenDosage
    resistance: WrittenResistance
    range_limit: WrittenRangeLimit | None
    note: Text
    equipment: UpTo100[Line]

    @classmethod
    def of(cls, held: Prescription) -> "WrittenPrescription":
        """Return how a prescription is written."""
        limit = held.range_limit
        return cls(
            id=held.id,
            exercise_id=held.exercise_id,
            text=WrittenPatientText(held.text.name, held.text.steps, held.text.cue, held.text.caution),
            laterality=held.laterality,
            side=held.side,
            dosage=WrittenDosage.of(held.dosage),
            resistance=written_resistance(held.resistance),
            range_limit=WrittenRangeLimit(limit.joint, limit.low_degrees, limit.high_degrees) if limit else None,
            note=held.note,
            equipment=held.equipment,
        )

    def value(self) -> Prescription:
        """Return the prescription; raise OutOfBounds."""
        return Prescription(
            id=self.id,
            exercise_id=self.exercise_id,
            text=self.text.value(),
            laterality=self.laterality,
            side=self.side,
            dosage=self.dosage.value(),
            resistance=self.resistance.value(),
            range_limit=self.range_limit.value() if self.range_limit else None,
            note=self.note,
            equipment=self.equipment,
        )
