"""`dev.py test`: every check in its order, and pytest's closing line last."""

import checks
import pytest
from small_checkout import ROOT, Checkout, put_program


def test_every_check_runs_after_one_that_failed_and_pytest_has_the_last_word(
    checkout: Checkout, capfd: pytest.CaptureFixture[str]
) -> None:
    programs = checkout.environment.script("python").parent
    put_program(programs, "ruff", 'echo "a long line in plan.py"; [ "$1" = format ]')
    put_program(programs, "mypy", "echo 'Success: no issues found'")
    put_program(programs, "lint-imports", "echo BROKEN; exit 3")
    put_program(programs, "python", 'echo "$@"; echo "1 passed in 0.01s"')

    assert checks.run_all(checkout.environment, ["-k", "drag and drop"]) == 1
    output, errors = capfd.readouterr()
    said = [line.split(" (")[0] for line in output.splitlines()]
    assert said == [
        "ruff check ... FAILED",
        "a long line in plan.py",
        "ruff format ... ok",
        "mypy ... ok",
        "lint-imports ... FAILED",
        "BROKEN",
        "pytest ...",
        "-m pytest -k drag and drop",
        "1 passed in 0.01s",
    ]
    assert errors == ""


def test_the_exit_code_is_pytests_own_when_all_else_is_well(checkout: Checkout, capfd: pytest.CaptureFixture[str]) -> None:
    programs = checkout.environment.script("python").parent
    for name in ("ruff", "mypy", "lint-imports"):
        put_program(programs, name, "exit 0")
    put_program(programs, "python", "exit 0")
    assert checks.run_all(checkout.environment, []) == 0
    put_program(programs, "python", "echo 'no tests ran in 0.01s'; exit 5")
    assert checks.run_all(checkout.environment, []) == 5
    assert capfd.readouterr().out.endswith("no tests ran in 0.01s\n")


def test_ci_types_what_the_readme_says() -> None:
    command = "python3 packaging/dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert f"exec {command}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
