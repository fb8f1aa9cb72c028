"""Two programs on one database, and two threads in one."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.library import SaveConflict
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.schema import create
from tests.storage.house import DAY, SAMPLE_PLAN, House

ROOT = Path(__file__).parents[2]

SAVER = """
import sys
from pathlib import Path
from pfss_desktop.domain.edits.phases import set_plan_goal
from pfss_desktop.domain.library import SaveConflict
from pfss_desktop.storage.database import PlanDatabase

database = PlanDatabase.open(Path(sys.argv[1]), Path(sys.argv[2]))
database.recent_plans()
print("ready", flush=True)
sys.stdin.readline()
saved = refused = 0
while saved < 40:
    opened = database.open_plan("plan-1")
    try:
        database.save_plan(opened, set_plan_goal(opened.plan, f"{opened.plan.goal}{sys.argv[3]}"))
        saved += 1
    except SaveConflict:
        refused += 1
print(refused)
"""


def start(house: House, *words: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", SAVER, house.file, house.backups, *words]
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def test_of_two_programs_that_save_the_same_plan_none_loses_a_letter(house: House) -> None:
    with house.opened() as database:
        database.add_plan(replace(SAMPLE_PLAN, goal=""), None, DAY)
    programs = [start(house, "a"), start(house, "b")]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.communicate("go\n")[0].strip().isdigit()
        assert program.returncode == 0
    with house.opened() as database:
        opened = database.open_plan("plan-1")
    assert sorted(opened.plan.goal) == ["a"] * 40 + ["b"] * 40
    assert opened.saved_count == 81


def test_programs_that_start_together_make_one_database(house: House) -> None:
    programs = [start(house) for _ in range(4)]
    answers = [program.stdout.readline() for program in programs if program.stdout is not None]
    for program in programs:
        program.kill()
        program.communicate()
    assert answers == ["ready\n"] * 4
    assert house.left_over() == []
    assert [path.name for path in house.root.iterdir()] == ["plans.sqlite"]


def test_who_comes_second_with_a_new_database_leaves_the_first_in_place(house: House) -> None:
    house.furnish()
    before = house.fingerprint()
    create(house.file)
    assert house.fingerprint() == before
    assert house.left_over() == []


def test_threads_take_turns(house: House, database: PlanDatabase) -> None:
    database.add_plan(SAMPLE_PLAN, None, DAY)
    saved: list[str] = []

    def save(name: str) -> None:
        for number in range(20):
            title = f"{name} {number}"
            while title not in saved:
                opened = database.open_plan("plan-1")
                try:
                    database.save_plan(opened, rename_plan(opened.plan, title))
                    saved.append(title)
                except SaveConflict:
                    continue

    threads = [threading.Thread(target=save, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 40
    assert database.open_plan("plan-1").saved_count == 41
