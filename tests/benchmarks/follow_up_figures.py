"""What a follow-up waits for: comparing two visits of 40 prescriptions, saving what a visit records, opening by a sheet's code.

Run alone: `python -m tests.benchmarks.follow_up_figures [PLANS]`, PLANS being 100,000 by default.
"""

import sys
import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median

from pfss_desktop.catalogue.stock import load_resistance_choices
from pfss_desktop.domain.comparison import compare
from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.prescriptions import duplicate_exercises, move_exercises, remove_exercises, set_dosage
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.record import DiaryEntry, Score, VisitRecord
from pfss_desktop.domain.visit_code import code_of
from pfss_desktop.paths import resources
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.engine import connect
from tests.benchmarks.figure import Figure, in_turns
from tests.benchmarks.many_plans import fill, twelve_exercises

_COMPARED = 40
_DAYS = 14


def compare_figures(rounds: int = 200) -> list[Figure]:
    """Compare two visits of 40 prescriptions: every third changed, four moved, one stopped, one added."""
    choices = load_resistance_choices(resources() / "resistance.toml")
    before = _of_many(_COMPARED)
    held = [each.id for each in before.prescriptions()]
    after = before
    for given in held[::3]:
        after = set_dosage(after, given, Dosage(4, RepRange(6, 9)))
    after = move_exercises(after, held[-4:], after.phases[0].id, 0)
    after = duplicate_exercises(remove_exercises(after, held[5:6]), held[7:8])
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        compare(before, after, choices)
        times.append((time.perf_counter() - start) * 1000)
    return [
        Figure(f"compare two visits of {_COMPARED} prescriptions, median", median(times), None, 5),
        Figure(f"compare two visits of {_COMPARED} prescriptions, worst", max(times), None, None),
    ]


def record_figure(file: Path, plan_id: str) -> Figure:
    """One more key in a diary of two weeks against one updated row by plain sqlite3 with the same pragmas."""
    database, raw = PlanDatabase.open(file, file.parent / "backups"), connect(file)
    opened = database.open_plan(plan_id)
    held = [each.id for each in opened.plan.prescriptions()]
    entries = tuple(DiaryEntry(given, day, 1) for given in held for day in range(1, _DAYS + 1))
    scores = (Score("nprs-worst", Decimal(4)), Score("nprs-usual", Decimal(2)))
    opened = database.save_plan(opened, replace(opened.plan, record=VisitRecord(scores, diary_entries=entries)))

    def save(number: int) -> None:
        nonlocal opened
        keyed = (*entries[:-1], replace(entries[-1], times=number % 10))
        record = replace(opened.plan.record, diary_entries=keyed)
        opened = database.save_plan(opened, replace(opened.plan, record=record))

    def update(number: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        statement = "UPDATE prescriptions SET reps_high = ? WHERE visit_id = ? AND id = ?"
        raw.execute(statement, (100 + number, opened.visit.id, held[7]))
        raw.execute("COMMIT")

    ours, bare = in_turns(save, update)
    raw.close()
    database._transactions.close()
    return Figure("save a visit's record, against one raw commit", ours, bare, 2)


def code_figure(file: Path, plan_ids: list[str]) -> Figure:
    """Find a visit by its sheet's code, a different one each time."""
    database = PlanDatabase.open(file, file.parent / "backups")
    codes = [code_of(database.open_plan(plan_id).visit.id) for plan_id in plan_ids[:50]]
    ours, _ = in_turns(lambda number: database.visits_with_code(codes[number % len(codes)]), lambda _number: None)
    database._transactions.close()
    return Figure("find a visit by the code of its sheet", ours, None, 16)


def _of_many(count: int) -> Plan:
    """Return a plan with so many prescriptions."""
    plan = twelve_exercises()
    while (held := [each.id for each in plan.prescriptions()]) and len(held) < count:
        plan = duplicate_exercises(plan, held[: count - len(held)])
    return plan


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.sqlite"
        plan_ids = fill(file, count)
        print(*compare_figures(), record_figure(file, plan_ids[0]), code_figure(file, plan_ids[1:]), sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
