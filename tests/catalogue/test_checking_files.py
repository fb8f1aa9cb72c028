"""Checking one file for the command line."""

import contextlib
from pathlib import Path

import pytest

from pfss_desktop.catalogue.checking import FileKind, check_exercise_file, check_template_file, kind_of
from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.paths import resources

EXERCISE = resources() / "catalogue" / "clamshell.toml"
TEMPLATE = resources() / "templates" / "gentle.toml"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


def test_our_files_are_what_they_are_and_have_no_faults(catalogue: Catalogue) -> None:
    assert kind_of(EXERCISE) is FileKind.EXERCISE
    assert kind_of(TEMPLATE) is FileKind.TEMPLATE
    assert kind_of(resources() / "resistance.toml") is None
    assert check_exercise_file(EXERCISE) == ()
    assert check_template_file(TEMPLATE, catalogue) == ()


def test_a_file_checked_as_the_wrong_kind_has_faults(catalogue: Catalogue) -> None:
    assert check_exercise_file(TEMPLATE)
    assert check_template_file(EXERCISE, catalogue)


def test_the_faults_of_a_file_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "clamshell.toml"
    path.write_text(
        EXERCISE.read_text(encoding="utf-8").replace("sets = 2", "sets = 21").replace("phase = 1", "phase = 5"), encoding="utf-8"
    )
    assert list(map(str, check_exercise_file(path))) == [
        "dosage.sets: must be a whole number from 1 to 20",
        "facts.phase: must be a whole number from 1 to 4",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x7fELF\x00\xff",
        b"a = " + b"[" * 200_000,
        b"x" * 10_000_000,
        b'a = "' + b"b" * 10_000,
        b"a" + b".a" * 100_000 + b" = 1",
    ],
    ids=["empty", "binary", "deep", "ten megabytes", "open text", "deep key"],
)
def test_a_hostile_file_has_faults_and_is_no_kind(tmp_path: Path, content: bytes, catalogue: Catalogue) -> None:
    path = tmp_path / "hostile.toml"
    path.write_bytes(content)
    assert check_exercise_file(path)
    assert check_template_file(path, catalogue)
    with contextlib.suppress(FaultyFile):
        assert kind_of(path) is None


def test_a_file_that_is_not_there_is_said(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(FaultyFile, match="is not a file"):
        kind_of(tmp_path / "gone.toml")
    assert [str(fault) for fault in check_template_file(tmp_path, catalogue)] == ["is not a file"]
