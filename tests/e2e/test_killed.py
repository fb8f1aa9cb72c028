"""The process is killed while it saves: what the window had shown as saved is there, and the plan opens."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from pfss_desktop.storage.database import PlanDatabase

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(4))
def test_what_was_shown_as_saved_is_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    words = [sys.executable, "-m", "tests.e2e.window_that_edits", str(tmp_path)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    for _line in range(chance.randint(1, 30)):
        told = json.loads(process.stdout.readline())
    # The next edit and its save are under way by now, at no moment of anybody's choice.
    process.kill()
    rest, _errors = process.communicate()
    whole = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    told = json.loads(whole[-1]) if whole else told

    database = PlanDatabase.open(tmp_path / "plans.sqlite", tmp_path / "backups")
    try:
        note = next(database.open_plan(told["plan"]).plan.prescriptions()).note
    finally:
        database.close()

    # The save that was under way may have got there, one after the last that was told; nothing older may be found.
    assert int(note.split()[1]) - int(told["note"].split()[1]) in (0, 1)
