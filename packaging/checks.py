"""Every check in its order: style, layout, types, which room imports which, and the tests last, with their closing line last."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from environment import Environment

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "lint-imports": ["lint-imports", "--no-logo"],
}
"""The checks before the tests, by the name that is printed; the first word is a program in `.venv`."""


def run_all(environment: Environment, pytest_words: Sequence[str]) -> int:
    """Run every check, also after one that failed, and return 0 if none did, else the first failure's exit code."""
    codes = [_run(environment, name, words) for name, words in CHECKS.items()]
    print("pytest ...", flush=True)
    codes.append(subprocess.call([environment.script("python"), "-m", "pytest", *pytest_words], cwd=environment.root))
    return next((code for code in codes if code), 0)


def _run(environment: Environment, name: str, words: Sequence[str]) -> int:
    """Run one check, print its name with the outcome in a line, and what it has to say only if it failed."""
    print(f"{name} ... ", end="", flush=True)
    start = time.monotonic()
    answer = subprocess.run(
        [environment.script(words[0]), *words[1:]],
        cwd=environment.root,
        # Else lint-imports breaks its lines where no one looks.
        env={**os.environ, "COLUMNS": "160"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(f"{'FAILED' if answer.returncode else 'ok'} ({time.monotonic() - start:.1f} s)", flush=True)
    if answer.returncode:
        sys.stdout.write(answer.stdout.rstrip() + "\n")
        sys.stdout.flush()
    return answer.returncode
