"""Backups: whole, checked, private, and the newest twenty of them."""

import os
import shutil
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.storage.backup import KEPT, STALE_SECONDS, back_up, backups_in, is_backed_up
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.faults import BackupFailed, BusyDatabase, FaultyBackup
from tests.storage.house import SAMPLE_PLAN, House


@pytest.fixture
def furnished(house: House) -> House:
    house.furnish()
    return house


def change(house: House, title: str) -> None:
    with house.opened() as database:
        opened = database.open_plan("plan-1")
        database.save_plan(opened, rename_plan(opened.plan, title))


def test_a_backup_is_a_database_like_any_other(furnished: House, tmp_path: Path) -> None:
    with furnished.opened() as database:
        copy = database.back_up()
        opened = database.open_plan("plan-1")
    restored = PlanDatabase.open(copy, tmp_path / "elsewhere")
    assert restored.open_plan("plan-1") == opened
    restored.close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [path.name for path in furnished.backups.iterdir()] == [copy.name]


def test_closing_backs_up_what_changed_and_only_then(furnished: House) -> None:
    for expected in (1, 1):
        PlanDatabase.open(furnished.file, furnished.backups).close()
        assert len(backups_in(furnished.backups)) == expected
    change(furnished, "Changed")
    assert not is_backed_up(furnished.file, furnished.backups)
    PlanDatabase.open(furnished.file, furnished.backups).close()
    assert len(backups_in(furnished.backups)) == 2
    assert is_backed_up(furnished.file, furnished.backups)


def test_the_newest_twenty_are_kept(furnished: House) -> None:
    made = [back_up(furnished.file, furnished.backups) for _ in range(KEPT + 3)]
    assert backups_in(furnished.backups) == made[-KEPT:]


def test_a_backup_of_a_day_when_the_clock_was_wrong_is_not_thrown_away_at_once(furnished: House) -> None:
    furnished.backups.mkdir()
    for number in range(KEPT + 2):
        (furnished.backups / f"plans-2099{number:04}T000000000000Z-schema1.sqlite").write_bytes(b"from the future")
    made = back_up(furnished.file, furnished.backups)
    kept = backups_in(furnished.backups)
    assert made in kept
    assert len(kept) == KEPT


def test_a_failed_backup_takes_no_older_one_with_it(furnished: House) -> None:
    made = [back_up(furnished.file, furnished.backups) for _ in range(KEPT)]
    furnished.tamper("UPDATE prescriptions SET phase_id = 'no such phase'")
    with pytest.raises(FaultyBackup):
        back_up(furnished.file, furnished.backups)
    assert backups_in(furnished.backups) == made
    assert furnished.left_over() == []


def test_a_backup_never_fills_the_disk(furnished: House, monkeypatch: pytest.MonkeyPatch) -> None:
    size = furnished.file.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=2 * size - 1))
    with pytest.raises(BackupFailed):
        back_up(furnished.file, furnished.backups)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=2 * size))
    assert back_up(furnished.file, furnished.backups).exists()


def test_copies_that_were_killed_are_cleared_away_and_those_under_way_are_not(furnished: House) -> None:
    furnished.backups.mkdir()
    for name, age in ((".killed.part", STALE_SECONDS + 60), (".underway.part", 60)):
        (furnished.backups / name).write_bytes(b"half a copy")
        os.utime(furnished.backups / name, (time.time() - age,) * 2)
    made = back_up(furnished.file, furnished.backups)
    assert {path.name for path in furnished.backups.iterdir()} == {".underway.part", made.name}


def test_damage_that_does_not_show_yet_is_found_by_the_backup(furnished: House) -> None:
    with furnished.file.open("rb+") as stream:
        stream.seek(36)
        stream.write((5).to_bytes(4, "big"))
    with furnished.opened() as database:
        assert database.open_plan("plan-1").plan == SAMPLE_PLAN
        with pytest.raises(FaultyBackup):
            database.back_up()
    assert backups_in(furnished.backups) == []


def test_closing_closes_also_where_the_backup_fails(furnished: House) -> None:
    furnished.backups.write_text("not a folder")
    database = PlanDatabase.open(furnished.file, furnished.backups)
    with pytest.raises(BackupFailed):
        database.close()
    os.rename(furnished.file, furnished.root / "moved")
    assert not list(furnished.root.glob("*-journal"))


def test_other_files_in_the_folder_stay(furnished: House) -> None:
    furnished.backups.mkdir()
    (furnished.backups / "my own copy.sqlite").write_bytes(b"mine")
    for _ in range(KEPT + 1):
        back_up(furnished.file, furnished.backups)
    assert (furnished.backups / "my own copy.sqlite").read_bytes() == b"mine"


def test_a_backup_shows_what_is_saved_and_not_what_another_program_is_writing(furnished: House) -> None:
    with closing(sqlite3.connect(furnished.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE visits SET title = 'half done'")
        copy = back_up(furnished.file, furnished.backups)
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT title FROM visits").fetchall() == [(SAMPLE_PLAN.title,)]


def test_closing_while_another_program_holds_the_file_tells_so(furnished: House) -> None:
    database = PlanDatabase.open(furnished.file, furnished.backups, patience_ms=30)
    with closing(sqlite3.connect(furnished.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyDatabase):
            database.close()
        other.execute("ROLLBACK")
    database.close()
    assert len(backups_in(furnished.backups)) == 1
