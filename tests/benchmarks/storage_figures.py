"""Measures storage against bare baselines in the same run; prints a table. Run: `python -m tests.benchmarks.storage_figures`.

Every figure is the median of many; compared figures are taken in turns, so that a busy machine spoils both alike.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pfss_desktop.domain.dosage import Dosage, RepRange
from pfss_desktop.domain.edits.prescriptions import set_dosage
from pfss_desktop.domain.library import PatientOrder
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.engine import connect
from tests.benchmarks.figure import Figure, in_turns
from tests.benchmarks.many_plans import fill


def save_figure(file: Path, plan_id: str, place: str) -> Figure:
    """One changed dosage in a plan of twelve against one updated row by plain sqlite3 with the same pragmas."""
    database, raw = PlanDatabase.open(file, file.parent / "backups"), connect(file)
    opened = database.open_plan(plan_id)
    held = [prescription.id for prescription in opened.plan.prescriptions()]

    def save(number: int) -> None:
        nonlocal opened
        opened = database.save_plan(opened, set_dosage(opened.plan, held[5], Dosage(3, RepRange(5, 10 + number))))

    def update(number: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        statement = "UPDATE prescriptions SET reps_high = ? WHERE visit_id = ? AND id = ?"
        raw.execute(statement, (100 + number, opened.visit.id, held[7]))
        raw.execute("COMMIT")

    ours, bare = in_turns(save, update)
    raw.close()
    database._transactions.close()
    return Figure(f"save one dosage, {place}, against one raw commit", ours, bare, 2)


def open_figure(small: tuple[Path, list[str]], large: tuple[Path, list[str]]) -> Figure:
    """Opening one plan in the large database against opening one in the small one."""
    many, few = (PlanDatabase.open(file, file.parent / "backups") for file, _ in (large, small))
    ours, bare = in_turns(lambda n: many.open_plan(large[1][n]), lambda n: few.open_plan(small[1][n % len(small[1])]))
    many._transactions.close()
    few._transactions.close()
    return Figure("open one plan of 12, large against small", ours, bare, 1.1)


def list_figures(file: Path) -> list[Figure]:
    """Lists of the large database: recent plans, and patients as they are typed, from the most to the least found."""
    database = PlanDatabase.open(file, file.parent / "backups")

    def timed(name: str, ask: Callable[[], object]) -> Figure:
        ours, _ = in_turns(lambda _: ask(), lambda _: None, rounds=20)
        return Figure(name, ours, None, 16)

    figures = [timed("20 recent plans", database.recent_plans)]
    for text in ("", "a", "an", "anbe", "anbe da", "199", "nobody at all"):
        found = len(database.patients(text))
        figures.append(timed(f"patients by {text!r} ({found} found)", lambda text=text: database.patients(text)))
    for text in ("", "an", "1990", "17.5.1990", "3/4/19", "nobody at all"):
        found = len(database.patients(text))
        ask = partial(database.patients, text, order=PatientOrder.LAST_VISIT)
        figures.append(timed(f"patients by {text!r}, last visit first ({found})", ask))
    figures.append(timed("the last patients of the list", partial(database.patients, skip=99_800)))
    database._transactions.close()
    return figures


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small" / "plans.sqlite", Path(folder) / "large" / "plans.sqlite"
        started = time.perf_counter()
        few, many = fill(small, 100), fill(large, count)
        print(f"100 and {count} plans made in {time.perf_counter() - started:.1f} s, {large.stat().st_size / 1e6:.0f} MB")
        print(open_figure((small, few), (large, many)))
        print(save_figure(small, few[0], "100 plans"))
        print(save_figure(large, many[0], f"{count} plans"))
        for figure in list_figures(large):
            print(figure)
        backup = time.perf_counter()
        database = PlanDatabase.open(large, large.parent / "backups")
        database.close()
        print(Figure("close with a checked backup of all", (time.perf_counter() - backup) * 1000, None, None))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
