"""Work in child processes that are killed at random moments; run by `test_crash`, prints one line of what it found.

`saving`: a child changes a plan again and again and says so after each save. What it said last must be in the database, the save
that was under way whole or not at all, and the file sound. `beginning`: it begins one visit after the other. `starting`: a child
makes a new database. `updating`: it moves an old one up, with a backup. What is there afterwards must be whole, old or new.
"""

import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import duplicate_exercises, remove_exercises, set_note
from pfss_desktop.domain.plan import Plan
from pfss_desktop.storage import migrate  # noqa: F401 - loaded here, so that no child has to
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.schema import create, prepare
from tests.storage.house import DAY, SAMPLE_PLAN


def step(plan: Plan, number: int) -> Plan:
    """Return the plan after its save with this number: the number in three places, and a copy or none."""
    plan = set_note(rename_plan(plan, f"save {number}"), "given-4", f"note {number} " * 200)
    copies = [held.id for held in plan.prescriptions() if not held.id.startswith("given")]
    return remove_exercises(plan, copies) if copies else duplicate_exercises(plan, ["given-1", "given-4"])


def save_on_and_on(file: Path, said: int) -> None:
    database = PlanDatabase.open(file, file.parent / "backups")
    opened = database.open_plan(SAMPLE_PLAN.id)
    while True:
        number = opened.saved_count + 1
        opened = database.save_plan(opened, step(opened.plan, number))
        os.write(said, b"%d\n" % number)


def begin_on_and_on(file: Path, said: int) -> None:
    database = PlanDatabase.open(file, file.parent / "backups")
    opened = database.open_plan(SAMPLE_PLAN.id)
    while True:
        opened = database.begin_visit(opened, DAY)
        os.write(said, b"%d\n" % opened.visit.number)


def child_doing(work: Callable[[int], object], says: int) -> int:
    """Start a child that does the work and can say something by the descriptor `says`; return its process id."""
    child = os.fork()
    if child:
        return child
    try:
        work(says)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def killed(work: Callable[[int], object], chance: random.Random, most_seconds: float) -> bytes:
    """Do the work in a child, kill it within so many seconds after it first said something; return all that it said."""
    hears, says = os.pipe()
    child = child_doing(work, says)
    os.close(says)
    with open(hears, "rb", buffering=0) as stream:
        heard = stream.read(64)
        time.sleep(chance.uniform(0, most_seconds))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
        return heard + stream.read()


def unhurried(work: Callable[[int], object]) -> float:
    """Do the work in a child that nobody kills; return how many seconds it takes on this machine today."""
    started = time.perf_counter()
    child = child_doing(work, os.open(os.devnull, os.O_WRONLY))
    assert os.waitpid(child, 0)[1] == 0, "the child failed by itself"
    return time.perf_counter() - started


def check(file: Path, acknowledged: int) -> None:
    database = PlanDatabase.open(file, file.parent / "backups")
    opened = database.open_plan(SAMPLE_PLAN.id)
    assert opened.saved_count in (acknowledged, acknowledged + 1), "an acknowledged save is lost"
    number = opened.saved_count
    assert opened.plan.title == f"save {number}", "half a save"
    assert opened.plan.prescription("given-4").note == f"note {number} " * 200, "half a save"
    [line] = database.recent_plans()
    assert line.exercise_count == len(list(opened.plan.prescriptions())), "half a save"
    database._transactions.close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def saving(file: Path, kills: int, chance: random.Random) -> str:
    database = PlanDatabase.open(file, file.parent / "backups")
    database.add_plan(replace(SAMPLE_PLAN), None, DAY)
    database._transactions.close()
    journals = acknowledged = 0
    for _ in range(kills):
        heard = killed(lambda says: save_on_and_on(file, says), chance, 0.02)
        acknowledged = int(heard.split(b"\n")[-2])
        journals += file.with_name(f"{file.name}-journal").exists()
        check(file, acknowledged)
    return f"killed {kills}, {journals} in the middle of a write, {acknowledged} saves"


def check_visits(file: Path, acknowledged: int) -> None:
    database = PlanDatabase.open(file, file.parent / "backups")
    opened, listed = database.open_plan(SAMPLE_PLAN.id), database.visits(SAMPLE_PLAN.id)
    database._transactions.close()
    number = opened.visit.number
    assert number in (acknowledged, acknowledged + 1), "an acknowledged visit is lost"
    assert (opened.plan, opened.saved_count) == (SAMPLE_PLAN, number), "half a visit"
    assert [line.visit.number for line in listed] == list(range(number, 0, -1)), "half a visit"
    assert {line.exercise_count for line in listed} == {5}, "half a visit"
    assert [line.visit.issued for line in listed] == [False] + [True] * (number - 1), "two visits are open, or none"


def beginning(file: Path, kills: int, chance: random.Random) -> str:
    database = PlanDatabase.open(file, file.parent / "backups")
    database.add_plan(SAMPLE_PLAN, None, DAY)
    database._transactions.close()
    journals = acknowledged = 0
    for _ in range(kills):
        heard = killed(lambda says: begin_on_and_on(file, says), chance, 0.02)
        acknowledged = int(heard.split(b"\n")[-2])
        journals += file.with_name(f"{file.name}-journal").exists()
        check_visits(file, acknowledged)
    return f"killed {kills}, {journals} in the middle of a write, {acknowledged} visits"


def starting(file: Path, kills: int, chance: random.Random) -> str:
    def start(says: int) -> None:
        os.write(says, b"now\n")
        create(file)

    made = 0
    usual = unhurried(start)
    file.unlink()
    for _ in range(kills):
        killed(start, chance, 2 * usual)
        if file.exists():
            made += 1
            database = PlanDatabase.open(file, file.parent / "backups")
            assert database.recent_plans() == [], "half a database"
            database._transactions.close()
            file.unlink()
    return f"killed {kills}, {made} made"


def updating(file: Path, kills: int, chance: random.Random, migrations: Path) -> str:
    backups = file.parent / "backups"
    database = PlanDatabase.open(file, backups)
    database.add_plan(SAMPLE_PLAN, None, DAY)
    database._transactions.close()
    old = file.read_bytes()

    def update(says: int) -> None:
        os.write(says, b"now\n")
        prepare(file, backups, schema=3, migrations=migrations)

    updated = 0
    usual = unhurried(update)
    for _ in range(kills):
        file.write_bytes(old)
        killed(update, chance, 2 * usual)
        with closing(sqlite3.connect(file)) as connection:
            [schema] = connection.execute("PRAGMA user_version").fetchone()
            columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(plans)")}
            assert (schema == 3) == ("colour" in columns), "half an update"
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            updated += schema == 3
        for backup in backups.glob("plans-*.sqlite"):
            with closing(sqlite3.connect(backup)) as connection:
                assert connection.execute("SELECT count(*) FROM prescriptions").fetchall() == [(5,)], "half a backup"
    return f"killed {kills}, {updated} updated"


def main(work: str, file: Path, kills: int, seed: int, *rest: str) -> None:
    chance = random.Random(seed)
    if work == "updating":
        print(updating(file, kills, chance, Path(*rest)))
    else:
        print({"saving": saving, "beginning": beginning, "starting": starting}[work](file, kills, chance))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:])
