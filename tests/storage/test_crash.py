"""Kill the process at any moment: what was acknowledged is there, whole."""

import re
import subprocess
import sys
from pathlib import Path

from tests.storage import saving_until_killed
from tests.storage.house import House

KILLS = 60


def test_no_kill_loses_or_halves_an_acknowledged_save(house: House) -> None:
    # A process of its own, because this one may run threads, and such a process must not fork.
    root = Path(saving_until_killed.__file__).parents[2]
    command = [sys.executable, "-m", "tests.storage.saving_until_killed", house.file, str(KILLS), "20260309"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    killed, torn, saves = map(int, re.findall(r"\d+", done.stdout))
    assert killed == KILLS
    assert torn > 0
    assert saves > KILLS
