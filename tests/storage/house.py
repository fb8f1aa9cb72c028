"""What the stories of storage share: a data folder with its database, and people and plans that are made up."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality, PatientText
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, BandForm, BandPosition, Bodyweight, CuffWeight, Machine, Mass, MassUnit
from pfss_desktop.storage.database import PlanDatabase

DAY = date(2026, 3, 9)

SAMPLE_PATIENT = Patient("patient-1", "Sample Patient", "P-0001", date(1990, 5, 17))

SAMPLE_PLAN = Plan(
    id="plan-1",
    title="Runner's knee, right",
    condition="Patellofemoral stress syndrome",
    affected_side=Side.RIGHT,
    goal="Walk down the stairs\nwithout holding on",
    phases=(
        Phase(
            id="phase-1",
            name="Calm and activate",
            goal="Less pain at rest",
            weeks=Weeks(1, 2),
            criteria=("No swelling", "20 straight leg raises without lag"),
            prescriptions=(
                Prescription(
                    id="given-1",
                    exercise_id="quad-set",
                    text=PatientText(
                        "Quad set", ("Sit with the leg straight.", "Press the knee down."), "Kneecap up", "No pain above 3"
                    ),
                    dosage=Dosage(3, RepRange(8, 12), CountUnit.HOLDS, hold_seconds=6, rest_seconds=30, times_per_day=2),
                    laterality=Laterality.UNILATERAL,
                    side=Side.RIGHT,
                    note="In the morning, too",
                    equipment=("rolled towel",),
                ),
                Prescription(
                    id="given-2",
                    exercise_id="straight-leg-raise",
                    text=PatientText("Straight leg raise"),
                    dosage=Dosage(2, RepRange.exactly(10), tempo=Tempo(2, 3), days_per_week=5),
                    laterality=Laterality.UNILATERAL,
                    side=Side.RIGHT,
                    resistance=CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND)),
                    range_limit=RangeLimit(Joint.HIP_FLEXION, 0, 45),
                ),
            ),
        ),
        Phase(
            id="phase-2",
            name="Strengthen",
            prescriptions=(
                Prescription(
                    id="given-3",
                    exercise_id="clamshell",
                    text=PatientText("Clamshell"),
                    dosage=Dosage(3, RepRange.exactly(15)),
                    resistance=Band("green", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES),
                ),
                Prescription(
                    id="given-4",
                    exercise_id="leg-press",
                    text=PatientText("Leg press"),
                    dosage=Dosage(3, RepRange.exactly(8)),
                    resistance=Machine(Mass(Decimal("40"), MassUnit.KILOGRAM)),
                ),
                Prescription(
                    id="given-5",
                    exercise_id="bike",
                    text=PatientText("Bike"),
                    dosage=Dosage(minutes=15),
                    laterality=Laterality.ALTERNATING,
                    side=Side.ALTERNATING,
                    resistance=Bodyweight(),
                ),
            ),
        ),
    ),
    current_phase="phase-2",
    pain_rule=PainRule(2, 4),
)


@dataclass(frozen=True)
class House:
    """A data folder: where its database and backups are, and ways to look at the file past the program."""

    root: Path

    @property
    def file(self) -> Path:
        return self.root / "plans.sqlite"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @contextmanager
    def opened(self, patience_ms: int = 5000) -> Iterator[PlanDatabase]:
        """Give the database open for the block; closed without its parting backup."""
        database = PlanDatabase.open(self.file, self.backups, patience_ms=patience_ms)
        try:
            yield database
        finally:
            database._transactions.close()

    def furnish(self) -> None:
        """Make a database with the sample patient and plan."""
        with self.opened() as database:
            database.add_patient(SAMPLE_PATIENT)
            database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """Return what a person gets who queries the file with another program."""
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query).fetchall()

    def tamper(self, statement: str) -> None:
        """Change the file past the program and its rules."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            connection.execute(statement)

    def fingerprint(self) -> str:
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def left_over(self) -> list[str]:
        """Return the names of files that should not be beside a closed database."""
        return [path.name for path in self.root.rglob("*") if path.name.endswith((".part", "-journal", "-wal", "-shm"))]
