"""Saves in child processes that are killed at random moments; run by `test_crash`, prints one line of what it found.

A child changes one exercise again and again and says so after each save. What it said last must be in the database, the save
that was under way whole or not at all, and the file sound.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import duplicate_exercises, remove_exercises, set_note
from pfss_desktop.domain.plan import Plan
from pfss_desktop.storage.database import PlanDatabase
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


def kill_one(file: Path, patience: float) -> int:
    """Start a child, kill it after so many seconds from its first save on, and return what it said last."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hears)
        save_on_and_on(file, says)
    os.close(says)
    with open(hears, "rb", buffering=0) as stream:
        heard = stream.read(64)
        time.sleep(patience)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard += stream.read()
    return int(heard.split(b"\n")[-2])


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


def main(file: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    database = PlanDatabase.open(file, file.parent / "backups")
    database.add_plan(replace(SAMPLE_PLAN), None, DAY)
    database._transactions.close()
    journals = 0
    for _ in range(kills):
        acknowledged = kill_one(file, chance.uniform(0, 0.02))
        journals += file.with_name(f"{file.name}-journal").exists()
        check(file, acknowledged)
    print(f"killed {kills}, {journals} in the middle of a write, {acknowledged} saves")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
