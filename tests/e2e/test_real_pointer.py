"""A real mouse in a real window on a virtual X screen: press, move, release, as a hand does."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30


class Screen:
    """A virtual X screen with a window manager and the program's window on it."""

    def __init__(self, folder: Path) -> None:
        self._processes: list[subprocess.Popen[str]] = []
        reading, writing = os.pipe()
        xvfb = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self._start(xvfb, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self._display = f":{numbers.readline().strip()}"
        self._start(["openbox"])
        self._told: Queue[dict[str, object]] = Queue()
        words = [sys.executable, "-m", "tests.e2e.window_that_tells", str(folder)]
        self._window = self._start(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        threading.Thread(target=self._listen, daemon=True).start()

    def hear(self, key: str) -> dict[str, object]:
        """Return the next thing the window tells that has this key."""
        while True:
            try:
                told = self._told.get(timeout=PATIENCE_S)
            except Empty:
                raise AssertionError(f"the window told nothing of {key}") from None
            if key in told:
                return told

    def drag(self, start: list[int], end: list[int], *, release: bool = True) -> None:
        """Press at the start, move in small steps, and release at the end."""
        moves = [(start[0] + (end[0] - start[0]) * k // 10, start[1] + (end[1] - start[1]) * k // 10) for k in range(1, 11)]
        words = ["mousemove", "--sync", *map(str, start), "mousedown", "1"]
        for x, y in [*moves, end, end]:
            words += ["mousemove", str(x), str(y), "sleep", "0.04"]
        self.point(*words, *(["mouseup", "1"] if release else []))

    def point(self, *words: str) -> None:
        """Let the pointer or the keyboard do this, in xdotool's words."""
        subprocess.run(["xdotool", *words], env=self._environment(), check=True, timeout=PATIENCE_S)

    def end(self) -> None:
        if self._window.stdin is not None:
            self._window.stdin.close()
        try:
            assert self._window.wait(PATIENCE_S) == 0
        finally:
            for process in reversed(self._processes):
                process.kill()
                process.wait()
                if process.stdout is not None:
                    process.stdout.close()

    def _start(self, words: list[str], **how: object) -> "subprocess.Popen[str]":
        process: subprocess.Popen[str] = subprocess.Popen(words, env=self._environment(), text=True, **how)
        self._processes.append(process)
        return process

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
        return {**kept, "DISPLAY": getattr(self, "_display", "")}

    def _listen(self) -> None:
        assert self._window.stdout is not None
        for line in self._window.stdout:
            self._told.put(json.loads(line))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    shown = Screen(tmp_path)
    yield shown
    shown.end()


def test_the_mouse_drags_from_the_catalogue_within_a_phase_and_lets_go_with_escape(screen: Screen) -> None:
    opened = screen.hear("places")
    places, name, before = opened["places"], opened["exercise"], opened["plan"]

    # From the catalogue to the middle of a phase: the exercise is at the phase's end.
    screen.drag(places["exercise"], places["phase"])
    after_first = screen.hear("plan")["plan"]
    assert after_first == with_last_of_first_phase(before, name)
    assert screen.hear("state")["state"] == "saved"

    # From the second row to above the first: the two change places.
    screen.drag(places["row"], places["above first row"])
    lines = screen.hear("plan")["plan"].splitlines()
    was = after_first.splitlines()
    assert lines[1:3] == [was[2], was[1]]

    # Escape in mid-drag: nothing changes, and a later drag works as before.
    screen.drag(places["exercise"], places["phase"], release=False)
    screen.point("key", "Escape", "mouseup", "1")
    screen.drag(places["exercise"], places["outside"])
    screen.drag(places["exercise"], places["phase"])
    assert screen.hear("plan")["plan"].splitlines() == with_last_of_first_phase("\n".join(lines), name).splitlines()


def with_last_of_first_phase(plan: str, name: str) -> str:
    lines = plan.splitlines()
    phases = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    return "\n".join([*lines[: phases[1]], f"  {name}", *lines[phases[1] :]])
