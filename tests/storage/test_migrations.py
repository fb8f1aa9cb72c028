"""New databases and old ones: what is made afresh equals what is moved up, and a step that fails changes nothing."""

import hashlib
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from pfss_desktop.domain.faults import UserError
from pfss_desktop.storage import migrate as migration
from pfss_desktop.storage.backup import backups_in
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.engine import engine_for
from pfss_desktop.storage.faults import NewerDatabase, NotUpdated
from pfss_desktop.storage.schema import MIGRATIONS, create, prepare
from pfss_desktop.storage.tables import APPLICATION_ID, SCHEMA
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House
from tests.storage.next_release import THIRD, steps_with

GOLDEN = Path(__file__).parent / "golden"

STRAY = f"""{THIRD}
    op.execute("INSERT INTO notes VALUES ('no such visit', 'stray')")
"""


def layout(file: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return sorted((kind, name, re.sub(r"[\s\"]", "", sql)) for kind, name, sql in rows)


def content(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
            for name in tables
            if name != "alembic_version"
        }


def fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_new_database_equals_one_moved_up_from_nothing(tmp_path: Path) -> None:
    create(tmp_path / "new.sqlite")
    (tmp_path / "moved.sqlite").touch()
    engine = engine_for(tmp_path / "moved.sqlite")
    with engine.begin() as connection:
        migration.run_revisions(connection, SCHEMA, MIGRATIONS)
    engine.dispose()
    assert layout(tmp_path / "new.sqlite") == layout(tmp_path / "moved.sqlite")


def test_a_new_database_says_whose_it_is_and_which_tables_it_has(house: House, database: PlanDatabase) -> None:
    assert house.ask("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert house.ask("PRAGMA user_version") == [(SCHEMA,)]
    assert house.ask("SELECT version_num FROM alembic_version") == [(f"{SCHEMA:04}",)]
    newest = max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert newest == f"{SCHEMA:04}"


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_the_database_of_every_release_opens_as_it_was_left(house: House, schema: int) -> None:
    house.root.mkdir()
    shutil.copy(GOLDEN / f"schema-{schema}.sqlite", house.file)
    with house.opened() as database:
        opened = database.open_plan("plan-1")
        assert repr(opened.plan) == repr(SAMPLE_PLAN)
        assert (opened.patient, opened.visit.on, opened.visit.number) == (SAMPLE_PATIENT, DAY, 1)
        assert [line.title for line in database.own_templates()] == ["Own template"]


def test_an_old_database_is_backed_up_and_moved_up(house: House, next_release: Path) -> None:
    house.furnish()
    old = content(house.file)
    prepare(house.file, house.backups, schema=3, migrations=next_release)
    assert house.ask("PRAGMA user_version") == [(3,)]
    assert house.ask("SELECT title, colour FROM plans") == [("RUNNER'S KNEE, RIGHT", "green")]
    assert house.ask("SELECT note FROM notes") == [("In the morning, too",)]
    [backup] = backups_in(house.backups)
    assert backup.name.endswith("-schema2.sqlite")
    assert content(backup) == old
    assert house.left_over() == []


def test_the_second_start_after_an_update_changes_nothing(house: House, next_release: Path) -> None:
    house.furnish()
    prepare(house.file, house.backups, schema=3, migrations=next_release)
    before = house.fingerprint()
    prepare(house.file, house.backups, schema=3, migrations=next_release)
    migration.migrate(house.file, house.backups, 3, next_release)
    assert (house.fingerprint(), len(backups_in(house.backups))) == (before, 1)


def test_an_exception_before_any_step_leaves_the_old_release_whole(
    house: House, next_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.root.mkdir()
    shutil.copy(GOLDEN / "schema-1.sqlite", house.file)
    before = (layout(house.file), content(house.file))
    breaking_at = 0

    def break_at_step(connection: Connection, *rest: object) -> None:
        nonlocal steps
        steps += 1
        if steps == breaking_at:
            raise RuntimeError("pulled the plug")

    real = migration.engine_for

    def breaking_engine(path: Path, **options: bool) -> object:
        engine = real(path, **options)
        event.listen(engine, "before_cursor_execute", break_at_step)
        return engine

    monkeypatch.setattr(migration, "engine_for", breaking_engine)
    while house.ask("PRAGMA user_version") == [(1,)]:
        breaking_at, steps = breaking_at + 1, 0
        try:
            prepare(house.file, house.backups, schema=3, migrations=next_release)
        except NotUpdated:
            assert (layout(house.file), content(house.file)) == before
            assert house.left_over() == []
    assert breaking_at > 8
    assert house.ask("SELECT DISTINCT colour FROM plans") == [("green",)]


def test_an_update_that_leaves_a_row_pointing_to_nothing_is_undone(house: House, tmp_path: Path) -> None:
    house.furnish()
    before = (layout(house.file), content(house.file))
    with pytest.raises(NotUpdated):
        prepare(house.file, house.backups, schema=3, migrations=steps_with(tmp_path / "stray", STRAY))
    assert (layout(house.file), content(house.file)) == before


def test_no_backup_no_update(house: House, next_release: Path) -> None:
    house.furnish()
    house.backups.write_text("not a folder")
    before = house.fingerprint()
    with pytest.raises(UserError, match="backup"):
        prepare(house.file, house.backups, schema=3, migrations=next_release)
    assert house.fingerprint() == before


@pytest.mark.parametrize("ahead", [1, 100])
def test_a_newer_database_is_refused_untouched(house: House, ahead: int) -> None:
    house.furnish()
    house.tamper(f"PRAGMA user_version={SCHEMA + ahead}")
    before = house.fingerprint()
    with pytest.raises(NewerDatabase):
        PlanDatabase.open(house.file, house.backups)
    assert house.fingerprint() == before
    assert [path.name for path in house.root.iterdir()] == ["plans.sqlite"]


def test_a_newer_database_in_the_middle_of_a_save_is_refused_untouched(house: House, tmp_path: Path) -> None:
    house.furnish()
    house.tamper(f"PRAGMA user_version={SCHEMA + 1}")
    torn = House(tmp_path / "torn")
    copy_in_the_middle_of_a_save(house, torn)
    before = (torn.fingerprint(), fingerprint(torn.root / "plans.sqlite-journal"))
    with pytest.raises(NewerDatabase):
        PlanDatabase.open(torn.file, torn.backups)
    assert (torn.fingerprint(), fingerprint(torn.root / "plans.sqlite-journal")) == before


def test_a_save_that_broke_off_is_undone_by_opening(house: House, tmp_path: Path) -> None:
    house.furnish()
    torn = House(tmp_path / "torn")
    copy_in_the_middle_of_a_save(house, torn)
    with torn.opened() as database:
        assert database.open_plan("plan-1").plan == SAMPLE_PLAN
    assert torn.left_over() == []


def test_an_update_that_broke_off_in_its_last_moment_is_done_again(house: House, next_release: Path, tmp_path: Path) -> None:
    house.furnish()
    torn = House(tmp_path / "torn")
    torn.root.mkdir()
    journal = "plans.sqlite-journal"
    with closing(sqlite3.connect(house.file, isolation_level=None)) as writer:
        # Without syncs the journal counts from its first byte on, so it can be copied before the commit, the file after it.
        writer.execute("PRAGMA synchronous=OFF")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("PRAGMA user_version=2")
        writer.execute("UPDATE visits SET title = 'half updated'")
        shutil.copy(house.root / journal, torn.root / journal)
        writer.execute("COMMIT")
    shutil.copy(house.file, torn.file)
    prepare(torn.file, torn.backups, schema=3, migrations=next_release)
    assert torn.ask("SELECT plans.title, visits.title, colour FROM plans JOIN visits ON plan_id = plans.id") == [
        ("RUNNER'S KNEE, RIGHT", "Runner's knee, right", "green")
    ]
    assert len(backups_in(torn.backups)) == 1


def copy_in_the_middle_of_a_save(house: House, torn: House) -> None:
    """Copy file and journal as they lie on the disk while a save is half done."""
    torn.root.mkdir()
    with closing(sqlite3.connect(house.file, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE prescriptions SET note = ?", ["half done " * 2000])
        for name in ("plans.sqlite", "plans.sqlite-journal"):
            shutil.copy(house.root / name, torn.root / name)
        writer.execute("ROLLBACK")
    assert torn.fingerprint() != house.fingerprint()


def test_opening_a_database_of_today_does_not_load_alembic(house: House) -> None:
    program = (
        "import sys; from pathlib import Path; from pfss_desktop.storage.database import PlanDatabase;"
        "PlanDatabase.open(Path(sys.argv[1]), Path(sys.argv[2])); sys.exit('alembic' in sys.modules)"
    )
    for _ in ("new", "again"):
        subprocess.run([sys.executable, "-c", program, house.file, house.backups], check=True)
