"""Fills a database with many made-up patients and plans, fast: for measuring, not for stories.

The rows are those of one real plan of twelve exercises, under new ids, so that a plan from here opens and saves like any other.
"""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Table

from pfss_desktop.domain.edits.prescriptions import duplicate_exercises
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Plan
from pfss_desktop.storage.changes import everything
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.patient_rows import patient_row
from pfss_desktop.storage.rows import Row, list_columns, visit_row
from pfss_desktop.storage.tables import patients, phases, plans, prescriptions, visits
from tests.storage.house import DAY, SAMPLE_PLAN

_SYLLABLES = "an be da el fi go ha in jo ka le mi no or pa qui ra so ta ul vi wen xa yo zu".split()  # noqa: SIM905
_CHUNK = 1000
SOME = 250
"""Plans whose ids are given back, drawn at random."""


def twelve_exercises() -> Plan:
    """Return a plan of the usual size: two phases, twelve exercises."""
    held = [prescription.id for prescription in SAMPLE_PLAN.prescriptions()]
    doubled = duplicate_exercises(SAMPLE_PLAN, held)
    return duplicate_exercises(doubled, held[:2])


def fill(file: Path, count: int, seed: int = 1) -> list[str]:
    """Make a database at `file` with so many plans, each for a patient of its own; return some of the plans' ids."""
    chance = random.Random(seed)
    database = PlanDatabase.open(file, file.parent / "backups")
    names = [(new_id(), new_id(), new_id(), number) for number in range(1, count + 1)]
    source = iter(names)

    def work(connection: Connection) -> None:
        while chunk := list(islice(source, _CHUNK)):
            _insert(connection, patients, [_patient(patient_id, number, chance) for _, _, patient_id, number in chunk])
            _insert(connection, plans, [_plan(*ids) for ids in chunk])
            _insert(connection, visits, [_visit(plan_id, visit_id) for plan_id, visit_id, _, _ in chunk])
            _insert(connection, phases, list(_parts(chunk, list(_CONTENT.phases.added))))
            _insert(connection, prescriptions, list(_parts(chunk, list(_CONTENT.prescriptions.added))))

    database._transactions.write(work, lambda connection: False)
    database._transactions.close()
    return [plan_id for plan_id, *_ in chance.sample(names, min(SOME, count))]


_PLAN = twelve_exercises()
_CONTENT = everything(_PLAN)
_LISTED, _FIELDS = list_columns(_PLAN), visit_row(_PLAN)


def _patient(patient_id: str, number: int, chance: random.Random) -> Row:
    words = ("".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(2))
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(30_000))
    seen = DAY - timedelta(days=chance.randrange(1_000))
    patient = Patient(patient_id, " ".join(words).title(), str(100_000 + number), born)
    unknown = {"archived_at": None, "merged_into": None, "last_visit": seen.isoformat()}
    return {**patient_row(patient), **unknown, "born": born.isoformat()}


def _plan(plan_id: str, visit_id: str, patient_id: str, number: int) -> Row:
    fixed = {"is_template": 0, "removed_at": None, "saved_count": 1, "save_id": visit_id, "visit_number": 1}
    when = datetime.fromtimestamp(1_700_000_000 + number, UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return {"id": plan_id, "patient_id": patient_id, "changed_at": when, "change_order": number, **fixed, **_LISTED}


def _visit(plan_id: str, visit_id: str) -> Row:
    return {"id": visit_id, "plan_id": plan_id, "number": 1, "date": DAY.isoformat(), "issued_at": None, "sheet": None, **_FIELDS}


def _parts(chunk: list[tuple[str, str, str, int]], rows: list[Row]) -> Iterator[Row]:
    for _, visit_id, _, _ in chunk:
        for row in rows:
            yield {**row, "visit_id": visit_id}


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    names = [column.name for column in table.c]
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"
    connection.exec_driver_sql(statement, rows)


if __name__ == "__main__":
    print(*fill(Path(sys.argv[1]), int(sys.argv[2])), sep="\n")
