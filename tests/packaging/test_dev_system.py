"""What Debian must provide: found by trying, installed by root, told to anyone else."""

import os
import sys
from pathlib import Path

import pytest
import system
from small_checkout import put_program
from trouble import Trouble


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian whose apt-get only writes down what it was told; the file that it writes."""
    told = tmp_path / "told.txt"
    put_program(tmp_path / "bin", "apt-get", f'echo "$DEBIAN_FRONTEND: $@" >> {told}')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    return told


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ([], True),
        (["--self-test"], True),
        (["--data-dir", "catalogue"], True),
        (["--data-dir=d"], True),
        (["catalogue", "--json"], False),
        (["handout", "template:seed", "-o", "x.pdf"], False),
        (["--data-dir", "d", "plan", "export", "1", "-o", "x.pfss"], False),
        (["--data-dir=d", "check", "x.pfss"], False),
        (["--help"], False),
    ],
)
def test_only_what_opens_a_window_needs_qts_libraries(words: list[str], screen: bool) -> None:
    assert system.needs_screen(words) is screen


def test_a_library_that_does_not_load_is_named_by_its_package(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(system.LIBRARIES, "libno-such-thing.so.9", "libno-such-thing9")
    assert "libno-such-thing9" in system.missing_packages("run", [], installer=True)
    assert "libno-such-thing9" in system.missing_packages("test", ["-q"], installer=True)
    assert system.missing_packages("run", ["catalogue"], installer=True) == []


def test_the_tests_need_programs_that_the_window_does_not(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(system.TOOLS, "no-such-program", "no-such-package")
    assert "no-such-package" in system.missing_packages("test", [], installer=True)
    assert "no-such-package" not in system.missing_packages("run", [], installer=True)


def test_a_python_that_can_install_nothing_lacks_debians_venv_package(debian: Path) -> None:
    assert system.missing_packages("run", ["catalogue"], installer=False) == [system.INSTALLER_PACKAGE]
    assert system.INSTALLER_PACKAGE.removeprefix("python") == f"3.{sys.version_info.minor}-venv"


def test_without_apt_get_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.missing_packages("test", [], installer=False) == []


def test_root_has_them_installed(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.provide(["libegl1", "libgl1"])
    wait = "-o DPkg::Lock::Timeout=300"
    assert debian.read_text().splitlines() == [
        f"noninteractive: --quiet {wait} install --yes --no-install-recommends libegl1 libgl1"
    ]


def test_old_package_lists_are_fetched_and_a_second_failure_is_told(
    debian: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    put_program(tmp_path / "bin", "apt-get", f'echo "$4" >> {debian}; echo "E: Unable to locate package"; [ "$4" = update ]')
    with pytest.raises(Trouble, match="E: Unable to locate package"):
        system.provide(["libegl1"])
    assert debian.read_text().split() == ["install", "update", "install"]


def test_anyone_else_is_told_the_one_line(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Trouble) as caught:
        system.provide(["libegl1", "libgl1"])
    assert str(caught.value).splitlines()[-1] == "sudo apt-get install --no-install-recommends libegl1 libgl1"
    assert not debian.exists()


def test_a_comfort_alone_holds_nobody_up(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system.provide(["libcups2"])
    assert capsys.readouterr().err.endswith("sudo apt-get install --no-install-recommends libcups2\n")
    with pytest.raises(Trouble, match="libcups2 libegl1"):
        system.provide(["libcups2", "libegl1"])
