"""Packs from the command line: written on one PC, looked at, and taken over on another."""

from dataclasses import replace
from pathlib import Path

import pytest

from pfss_desktop.catalogue.own_entry import EntryForm
from pfss_desktop.cli import main
from pfss_desktop.domain.exercise import PatientText
from pfss_desktop.domain.own_exercise import OwnExercise, blank_exercise, kept
from pfss_desktop.exchange.clinic_texts import texts_from, written_texts
from pfss_desktop.paths import DataFolder
from pfss_desktop.storage.database import PlanDatabase

SLIDE = OwnExercise(replace(blank_exercise(), id="own-slide", for_patient=PatientText("Slide", ("Slide.",))))
WORDS = {"clamshell": PatientText("Open the clam")}


def opened(folder: Path) -> PlanDatabase:
    folder.mkdir(exist_ok=True)
    data = DataFolder(folder)
    return PlanDatabase.open(data.database, data.backups)


def test_a_pack_travels_from_one_pc_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here, there, pack = tmp_path / "here", tmp_path / "there", tmp_path / "all.pfsspack"
    database = opened(here)
    database.keep_own_exercises([kept(SLIDE, EntryForm())], {"texts": written_texts(WORDS)})
    database.close()
    assert main(["--data-dir", str(here), "pack", "export", "-o", str(pack)]) == 0
    assert main(["pack", "check", str(pack)]) == 0
    assert "own-slide  Slide" in capsys.readouterr().out
    for _time in range(2):
        assert main(["--data-dir", str(there), "pack", "import", str(pack)]) == 0
    database = opened(there)
    assert [each.name for each in database.own_exercises()] == ["Slide"]
    assert texts_from(database.kept("texts")) == WORDS
    database.close()


def test_a_bad_pack_is_told_with_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "bad.pfsspack"
    pack.write_bytes(b"PK\x03\x04 cut")
    assert main(["pack", "check", str(pack)]) == 2
    assert "damaged zip" in capsys.readouterr().err
    assert main(["--data-dir", str(tmp_path / "there"), "pack", "import", str(pack)]) == 2
    assert not (tmp_path / "there" / "plans.sqlite").exists()


def test_an_unknown_exercise_writes_nothing(tmp_path: Path) -> None:
    opened(tmp_path / "here").close()
    target = tmp_path / "x.pfsspack"
    assert main(["--data-dir", str(tmp_path / "here"), "pack", "export", "own-9", "-o", str(target)]) == 2
    assert not target.exists()
