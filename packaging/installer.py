"""Which pip fills `.venv`, and what it is told. A person's own pip settings (index, proxy, certificates) are left to hold."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from trouble import Trouble

BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)
"""The Python that environments are made from; the one running now may itself live in `.venv`, which has no pip."""

LAST_WORDS = 6
"""Lines of a failed pip that are shown."""


def is_at_hand() -> bool:
    """Return whether this Python can fill an environment: by its own ensurepip, or by a pip that reaches into others."""
    return _has_ensurepip() or _host_pip_reaches_out()


def install_pinned(python: Path, pins: Path, project: Path) -> None:
    """Install exactly the pinned wheels and the project itself, editable, for the Python of an environment; raise Trouble.

    Nothing is resolved and nothing is built but the project, so no package can come along that no pin names.
    """
    pip = _pip_for(python)
    print("Installing the pinned packages; the first time takes a minute or two ...", flush=True)
    _run([*pip, "install", "--no-deps", "--only-binary", ":all:", "-r", str(pins)])
    _run([*pip, "install", "--no-deps", "--no-build-isolation", "--editable", str(project)])


def _pip_for(python: Path) -> list[str]:
    """Return the words that start a pip: the host's, so that only pinned packages are in the environment, else its own."""
    if _host_pip_reaches_out():
        return [BASE_PYTHON, "-m", "pip", "--python", str(python)]
    if not _has_ensurepip():
        raise Trouble("this Python has neither pip 22.3 or newer nor ensurepip; install one of them and try again")
    own = [str(python), "-m", "pip"]
    _run([str(python), "-m", "ensurepip"])
    # Python 3.11 brings setuptools along, which would hide that something needs it.
    _run([*own, "uninstall", "--yes", "setuptools"])
    return own


def _host_pip_reaches_out() -> bool:
    """Whether the base Python's pip knows `--python`, that is, is 22.3 or newer."""
    answer = subprocess.run([BASE_PYTHON, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    words = answer.stdout.split()
    numbers = words[1].split(".")[:2] if len(words) > 1 else []
    return all(number.isdigit() for number in numbers) and tuple(map(int, numbers)) >= (22, 3)


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _run(command: list[str]) -> None:
    # Of a person's settings only `user` is set aside, for no environment can obey it.
    settings = {**os.environ, "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        lines = list(_shown_as_they_come(process))
    if process.returncode:
        last = "\n".join([line for line in lines if line.strip()][-LAST_WORDS:])
        raise Trouble(f"the packages could not be installed; is this PC online? pip's last words:\n{last}")


def _shown_as_they_come(process: "subprocess.Popen[str]") -> Iterator[str]:
    """Yield the lines of a running pip; on a terminal, let each "Collecting ..." show in one line that is wiped at the end."""
    live = sys.stdout.isatty()
    for line in process.stdout or ():
        if live and line.startswith(("Collecting", "Installing")):
            print(f"\r\033[K{line.strip()[:76]}", end="", flush=True)
        yield line.rstrip()
    if live:
        print("\r\033[K", end="", flush=True)
