"""Kill the process at any moment: what was acknowledged is there, whole, and no file is half made."""

import re
import subprocess
import sys
from pathlib import Path

from tests.storage import saving_until_killed
from tests.storage.house import House

KILLS = 60


def numbers_after(house: House, work: str, *words: object) -> list[int]:
    """Do the work and kill it, again and again; return the numbers in what is told of it."""
    # A process of its own, because this one may run threads, and such a process must not fork.
    root = Path(saving_until_killed.__file__).parents[2]
    command = [sys.executable, "-m", "tests.storage.saving_until_killed", work, house.file, *map(str, words)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [int(number) for number in re.findall(r"\d+", done.stdout)]


def test_no_kill_loses_or_halves_an_acknowledged_save(house: House) -> None:
    killed, torn, saves = numbers_after(house, "saving", KILLS, 20260309)
    assert killed == KILLS
    assert torn > 0
    assert saves > KILLS


def test_no_kill_leaves_half_a_visit_or_two_that_are_open(house: House) -> None:
    killed, torn, visits = numbers_after(house, "beginning", KILLS, 20260309)
    assert killed == KILLS
    assert torn > 0
    assert visits > KILLS


def test_no_kill_leaves_half_a_new_database(house: House) -> None:
    killed, made = numbers_after(house, "starting", KILLS, 20260309)
    assert 0 < made < killed


def test_no_kill_leaves_half_an_update_or_half_a_backup(house: House, next_release: Path) -> None:
    killed, updated = numbers_after(house, "updating", KILLS, 20260309, next_release)
    assert 0 < updated < killed
