"""What was asked and recorded at a visit, as a plan file of version 2 holds it, and the way to the domain's values and back."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from pfss_desktop.domain.body import Side
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.record import DiaryDay, DiaryEntry, MetCriterion, Quality, Response, Score, VisitRecord
from pfss_desktop.exchange.written_texts import Id, LineOrEmpty, Text, Written
from pfss_desktop.language import marked

Pain = Annotated[int, Meta(ge=0, le=10)] | None
Day = Annotated[int, Meta(ge=1, le=366)]
Value = Annotated[
    str,
    Meta(
        pattern=r"^-?(0|[1-9][0-9]{0,4})(\.[0-9]{1,3})?(?![\s\S])",
        description=marked('a number in quotes with at most 3 decimal places, such as "2.5"'),
    ),
]


class WrittenRedFlags(Written, frozen=True):
    """When the red flags were asked, and the ids of those found."""

    on: date
    found: Annotated[tuple[Id, ...], Meta(max_length=40, description=marked("a list of at most 40 entries"))]

    def value(self) -> RedFlagScreen:
        """Return the screen; raise OutOfBounds."""
        return RedFlagScreen(self.on, self.found)


class WrittenIntake(Written, frozen=True):
    """What was asked before the plan."""

    diagnosis_code: LineOrEmpty
    irritability: Literal["low", "moderate", "high"] | None
    red_flags: WrittenRedFlags | None
    minutes_a_day: Annotated[int, Meta(ge=1, le=240)] | None

    @classmethod
    def of(cls, intake: Intake) -> "WrittenIntake":
        """Return how an intake is written."""
        flags = WrittenRedFlags(intake.red_flags.on, intake.red_flags.found) if intake.red_flags else None
        irritability = intake.irritability.value if intake.irritability else None
        return cls(intake.diagnosis_code, irritability, flags, intake.minutes_a_day)  # type: ignore[arg-type]

    def value(self) -> Intake:
        """Return the intake; raise OutOfBounds."""
        irritability = Irritability(self.irritability) if self.irritability else None
        return Intake(self.diagnosis_code, irritability, self.red_flags.value() if self.red_flags else None, self.minutes_a_day)


class WrittenScore(Written, frozen=True):
    """One measured value."""

    measure: Id
    side: Literal["left", "right"] | None
    label: LineOrEmpty
    amount: Value
    unit: LineOrEmpty

    @classmethod
    def of(cls, score: Score) -> "WrittenScore":
        """Return how a score is written."""
        side = score.side.value if score.side else None
        return cls(score.measure, side, score.label, format(score.value, "f"), score.unit)  # type: ignore[arg-type]

    def value(self) -> Score:
        """Return the score; raise OutOfBounds."""
        return Score(self.measure, Decimal(self.amount), Side(self.side) if self.side else None, self.label, self.unit)


class WrittenDiaryDay(Written, frozen=True):
    """Pain of a day of the diary."""

    day: Day
    pain_during: Pain
    pain_next_morning: Pain

    def value(self) -> DiaryDay:
        """Return the day; raise OutOfBounds."""
        return DiaryDay(self.day, self.pain_during, self.pain_next_morning)


class WrittenDiaryEntry(Written, frozen=True):
    """How often an exercise was done on a day."""

    prescription_id: Id
    day: Day
    times: Annotated[int, Meta(ge=0, le=12)]

    def value(self) -> DiaryEntry:
        """Return the entry; raise OutOfBounds."""
        return DiaryEntry(self.prescription_id, self.day, self.times)


class WrittenResponse(Written, frozen=True):
    """How one prescription went."""

    prescription_id: Id
    reps_reached: Annotated[int, Meta(ge=0, le=500)] | None
    quality: Literal["good", "fair", "poor"] | None
    pain_during: Pain
    pain_next_morning: Pain
    sessions: Annotated[int, Meta(ge=0, le=4392)] | None

    @classmethod
    def of(cls, given: Response) -> "WrittenResponse":
        """Return how a response is written."""
        quality = given.quality.value if given.quality else None
        return cls(
            given.prescription_id,
            given.reps_reached,
            quality,  # type: ignore[arg-type]
            given.pain_during,
            given.pain_next_morning,
            given.sessions,
        )

    def value(self) -> Response:
        """Return the response; raise OutOfBounds."""
        quality = Quality(self.quality) if self.quality else None
        pain = (self.pain_during, self.pain_next_morning)
        return Response(self.prescription_id, self.reps_reached, quality, *pain, self.sessions)


class WrittenMetCriterion(Written, frozen=True):
    """A criterion found met."""

    phase_id: Id
    criterion: Text

    def value(self) -> MetCriterion:
        """Return the criterion; raise OutOfBounds."""
        return MetCriterion(self.phase_id, self.criterion)


class WrittenRecord(Written, frozen=True):
    """All that a visit records."""

    scores: Annotated[tuple[WrittenScore, ...], Meta(max_length=200, description=marked("a list of at most 200 entries"))]
    diary_days: Annotated[tuple[WrittenDiaryDay, ...], Meta(max_length=366, description=marked("a list of at most 366 entries"))]
    diary_entries: Annotated[
        tuple[WrittenDiaryEntry, ...], Meta(max_length=20_000, description=marked("a list of at most 20000 entries"))
    ]
    responses: Annotated[
        tuple[WrittenResponse, ...], Meta(max_length=2_000, description=marked("a list of at most 2000 entries"))
    ]
    met_criteria: Annotated[
        tuple[WrittenMetCriterion, ...], Meta(max_length=400, description=marked("a list of at most 400 entries"))
    ]

    @classmethod
    def of(cls, record: VisitRecord) -> "WrittenRecord":
        """Return how a record is written."""
        return cls(
            scores=tuple(map(WrittenScore.of, record.scores)),
            diary_days=tuple(WrittenDiaryDay(day.day, day.pain_during, day.pain_next_morning) for day in record.diary_days),
            diary_entries=tuple(WrittenDiaryEntry(done.prescription_id, done.day, done.times) for done in record.diary_entries),
            responses=tuple(map(WrittenResponse.of, record.responses)),
            met_criteria=tuple(WrittenMetCriterion(met.phase_id, met.criterion) for met in record.met_criteria),
        )

    def value(self) -> VisitRecord:
        """Return the record; raise OutOfBounds."""
        return VisitRecord(
            scores=tuple(score.value() for score in self.scores),
            diary_days=tuple(day.value() for day in self.diary_days),
            diary_entries=tuple(entry.value() for entry in self.diary_entries),
            responses=tuple(given.value() for given in self.responses),
            met_criteria=tuple(met.value() for met in self.met_criteria),
        )
