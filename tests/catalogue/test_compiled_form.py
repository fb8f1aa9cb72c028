"""The compiled form is a shortcut: right or wrong, there or not, the catalogue is the same."""

import shutil
from pathlib import Path

import msgspec
import pytest

from pfss_desktop.catalogue.compiled import FORM, compiled_path, read_compiled, written
from pfss_desktop.catalogue.loading import compile_catalogue, load_catalogue
from pfss_desktop.paths import resources

OURS = resources() / "catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(OURS, tmp_path / "catalogue")
    for name in ("sources.toml", "catalogue.compiled.json"):
        shutil.copy(OURS.parent / name, tmp_path)
    return tmp_path / "catalogue"


def test_a_changed_file_is_noticed_and_read_anew(folder: Path) -> None:
    path = folder / "clamshell.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('name = "Clamshell"', 'name = "Oyster"'), encoding="utf-8")
    loaded = load_catalogue(folder)
    clamshell = loaded.catalogue.get("clamshell")
    assert clamshell is not None
    assert clamshell.name == "Oyster"
    assert loaded.faults == ()


def test_a_removed_file_is_gone_although_it_was_compiled(folder: Path) -> None:
    (folder / "plank-side.toml").unlink()
    assert load_catalogue(folder).catalogue.get("plank-side") is None


def test_only_a_changed_file_is_parsed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    from pfss_desktop.catalogue import exercise_file

    real = exercise_file.exercise_in
    monkeypatch.setattr(exercise_file, "exercise_in", lambda content, name: parsed.append(name) or real(content, name))
    with open(folder / "wall-sit.toml", "a", encoding="utf-8") as stream:
        stream.write("# a note\n")
    assert len(load_catalogue(folder).catalogue) == 90
    assert parsed == ["wall-sit.toml"]


def test_files_with_other_line_ends_are_not_stale(folder: Path) -> None:
    path = folder / "clamshell.toml"
    compiled = read_compiled(compiled_path(folder))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert compile_catalogue(folder).exercises["clamshell.toml"] == compiled.exercises["clamshell.toml"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\x00",
        b'{"form": "something else"}',
        b'{"form": "pfss-desktop compiled catalogue 1", "exercises": {"a": 1}}',
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "a list", "binary", "foreign", "wrong inside", "deep"],
)
def test_a_compiled_form_that_cannot_be_used_is_passed_over(folder: Path, content: bytes) -> None:
    whole = load_catalogue(folder)
    compiled_path(folder).write_bytes(content)
    assert load_catalogue(folder) == whole


def test_an_impossible_dosage_in_the_compiled_form_is_never_believed(folder: Path) -> None:
    path = compiled_path(folder)
    whole = load_catalogue(folder)
    data = msgspec.json.decode(path.read_bytes())
    data["exercises"]["clamshell.toml"]["exercise"]["dosage"]["sets"] = 4000
    path.write_bytes(msgspec.json.encode(data))
    assert read_compiled(path).exercises == {}
    assert load_catalogue(folder) == whole


def test_a_missing_compiled_form_costs_time_only(folder: Path) -> None:
    whole = load_catalogue(folder)
    compiled_path(folder).unlink()
    assert load_catalogue(folder) == whole


def test_what_is_written_is_read_back_the_same(folder: Path) -> None:
    compiled = compile_catalogue(folder)
    compiled_path(folder).write_bytes(written(compiled))
    assert read_compiled(compiled_path(folder)) == compiled
    assert compiled.form == FORM
    assert len(compiled.sources.sources) == 66
