"""`dev.py run` from a fresh checkout on: installed by the real pip, without any network."""

import ast
import shutil

import pytest
from environment import UNFINISHED
from small_checkout import PYPROJECT, ROOT, Checkout


def test_the_first_run_installs_and_the_second_only_starts(checkout: Checkout) -> None:
    code, lines, errors = checkout.dev("run", "catalogue", "two words", "-o", "x.pdf")
    assert (code, lines[0], errors) == (7, "Making .venv ...", "")
    assert lines[-1] == f"program 1.0 {checkout.desk} ['catalogue', 'two words', '-o', 'x.pdf']"
    assert checkout.environment.is_ready()
    # A Python without a pip of its own leaves one in the environment.
    installed = [name for name in checkout.environment.installed() if not name.startswith("pip-")]
    assert installed == ["pfss_desktop-0.1.0.dist-info", "tiny-1.0.dist-info"]

    (checkout.desk / "tiny.py").write_text("VERSION = 'a file of the same name where the person stands'")
    assert checkout.dev("run", "catalogue") == (7, [f"program 1.0 {checkout.desk} ['catalogue']"], "")


def test_another_pin_is_installed_and_one_that_cannot_be_had_leaves_all_as_it_was(checkout: Checkout) -> None:
    assert checkout.dev("run", "check")[1][-1].startswith("program 1.0 ")

    checkout.pin("2.0")
    assert not checkout.environment.is_ready()
    code, lines, _ = checkout.dev("run", "check")
    assert "Making .venv ..." not in lines, "what is there and fits is kept"
    assert lines[-1].startswith("program 2.0 ")

    checkout.pin("3.0")
    code, lines, errors = checkout.dev("run", "check")
    assert code == 1
    assert "dev.py: the packages could not be installed; is this PC online? pip's last words:" in errors
    assert "tiny==3.0" in errors
    assert "Traceback" not in errors

    checkout.pin("2.0")
    assert checkout.environment.is_ready()


def test_a_killed_installation_is_not_taken_for_a_finished_one(checkout: Checkout) -> None:
    checkout.dev("run", "check")
    checkout.environment.stamp_file.write_text(UNFINISHED)
    [module] = checkout.environment.folder.glob("**/tiny.py")
    module.write_text("")

    code, lines, _ = checkout.dev("run", "check")
    assert (code, lines[0]) == (7, "Making .venv ...")
    assert lines[-1].startswith("program 1.0 ")


def test_what_another_tool_put_into_the_environment_is_put_right(checkout: Checkout) -> None:
    checkout.dev("run", "check")
    [metadata] = checkout.environment.folder.glob("**/tiny-1.0.dist-info")
    [module] = checkout.environment.folder.glob("**/tiny.py")
    shutil.rmtree(metadata)
    module.unlink()
    assert not checkout.environment.is_ready()
    assert checkout.dev("run", "check")[1][-1].startswith("program 1.0 ")


def test_two_at_once_make_one_environment(checkout: Checkout) -> None:
    both = [checkout.start("run", "check"), checkout.start("run", "check")]
    outputs = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [7, 7], outputs
    assert sum(output.count("Making .venv ...") for output, _ in outputs) == 1
    assert checkout.environment.is_ready()


def test_a_place_that_cannot_be_written_is_said_in_one_line(checkout: Checkout) -> None:
    checkout.environment.folder.write_text("a file where the folder should be")
    code, lines, errors = checkout.dev("run", "check")
    assert (code, lines) == (1, [])
    assert errors == f"dev.py: cannot set up {checkout.environment.folder}: File exists\n"


@pytest.mark.parametrize("words", [[], ["walk"], ["--test"]])
def test_other_words_are_answered_with_the_two_commands(checkout: Checkout, words: list[str]) -> None:
    code, lines, errors = checkout.dev(*words)
    assert code == 2
    assert [line.split()[:3] for line in lines] == [
        ["python3", "packaging/dev.py", "run"],
        ["python3", "packaging/dev.py", "test"],
    ]
    assert errors == ""


def test_an_old_python_can_read_as_far_as_the_sentence_for_it() -> None:
    ast.parse((ROOT / "packaging" / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_stamp_follows_pins_and_dependencies_but_not_the_checks_settings(checkout: Checkout) -> None:
    first = checkout.environment.stamp()
    project = checkout.root / "pyproject.toml"

    project.write_text(PYPROJECT.replace("line-length = 130", "line-length = 99"))
    assert checkout.environment.stamp() == first
    project.write_text(PYPROJECT.replace('"tiny"', '"tiny", "other"'))
    assert checkout.environment.stamp() != first
    project.write_text(PYPROJECT)
    checkout.pin("2.0")
    assert checkout.environment.stamp() != first
    checkout.pin("1.0")
    assert checkout.environment.stamp() == first
