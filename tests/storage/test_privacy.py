"""Nobody else reads the files, nothing is written elsewhere, and what was erased is gone from the file."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from pfss_desktop.domain.edits.prescriptions import remove_exercises, set_note
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.engine import connect
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House

SECRET = "ZEBRA told me in confidence"


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids="umask {:03o}".format)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_files_are_for_their_owner_only_whatever_the_umask(house: House) -> None:
    database = PlanDatabase.open(house.file, house.backups)
    modes: dict[str, int] = {}

    def look() -> None:
        for path in (house.root, *house.root.rglob("*")):
            modes["data" if path == house.root else path.suffix or path.name] = stat.S_IMODE(path.stat().st_mode)

    def look_while_saving(*rest: object) -> None:
        look()

    database.add_patient(SAMPLE_PATIENT)
    connection = database._transactions._engine.raw_connection()
    connection.driver_connection.set_trace_callback(look_while_saving)
    connection.close()
    database.add_plan(SAMPLE_PLAN, SAMPLE_PATIENT.id, DAY)
    database.close()
    look()
    assert modes == {"data": 0o700, "backups": 0o700, ".sqlite": 0o600, ".sqlite-journal": 0o600}


def test_a_file_that_was_copied_back_by_hand_is_made_private_again(house: House) -> None:
    house.furnish()
    house.file.chmod(0o644)
    with house.opened():
        assert stat.S_IMODE(house.file.stat().st_mode) == 0o600


def test_an_erased_note_is_gone_from_the_file(house: House) -> None:
    with house.opened() as database:
        opened = database.add_plan(set_note(SAMPLE_PLAN, "given-1", SECRET * 40), None, DAY)
        assert SECRET.encode() in house.file.read_bytes()
        opened = database.save_plan(opened, set_note(opened.plan, "given-1", "nothing"))
        assert SECRET.encode() not in house.file.read_bytes()
        opened = database.save_plan(opened, set_note(opened.plan, "given-2", SECRET))
        database.save_plan(opened, remove_exercises(opened.plan, ["given-2"]))
    assert b"ZEBRA" not in house.file.read_bytes()
    assert house.left_over() == []


def test_nothing_is_written_outside_the_data_folder(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(elsewhere))
    monkeypatch.chdir(elsewhere)
    opened_files: set[str] = set()

    def look(*rest: object) -> None:
        opened_files.update(os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink())

    before = {os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.exists()}
    with house.opened() as database:
        database.patients()
        connection = database._transactions._engine.raw_connection()
        connection.driver_connection.set_progress_handler(look, 50)
        connection.close()
        for number in range(20):
            database.add_plan(replace(SAMPLE_PLAN, id=f"plan-{number}"), None, DAY)
        database.recent_plans()
        database.back_up()
    written = {name for name in opened_files - before if not name.startswith(("/proc", "/dev", "pipe:", "socket:"))}
    assert str(house.file) in written
    assert {name for name in written if not name.startswith(str(house.root))} == set()
    assert list(elsewhere.iterdir()) == []


def test_a_mistake_of_the_program_is_reported_without_values(database: PlanDatabase) -> None:
    """Errors that are not for people may end in a log; they must not carry what was to be stored."""
    from sqlalchemy import insert

    from pfss_desktop.storage.tables import plans

    with pytest.raises(IntegrityError) as caught:
        database._transactions.write(lambda connection: connection.execute(insert(plans), {"id": SECRET}), lambda _: False)
    assert "ZEBRA" not in str(caught.value)


def test_every_connection_has_the_pragmas_that_keep_plans_safe(house: House) -> None:
    house.furnish()
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "fullfsync": 1,
    }
    with house.opened() as database:
        found = database._transactions.read(
            lambda reader: {name: reader.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
        )
    assert found == expected


def test_a_file_that_is_not_there_is_never_made_by_connecting(house: House) -> None:
    house.root.mkdir()
    with pytest.raises(Exception, match="unable to open"):
        connect(house.file)
    assert list(house.root.iterdir()) == []
