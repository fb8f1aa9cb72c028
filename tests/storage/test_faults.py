"""Everything that can go wrong with the file, told as a story each: what happened, what a person reads, what is still safe."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from pfss_desktop.domain.edits.phases import rename_plan
from pfss_desktop.domain.edits.prescriptions import set_note
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import SaveConflict
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.storage import faults
from pfss_desktop.storage.database import PlanDatabase
from pfss_desktop.storage.engine import engine_for
from pfss_desktop.storage.schema import MIGRATIONS, prepare
from pfss_desktop.storage.tables import SCHEMA
from pfss_desktop.storage.transactions import Transactions
from tests.storage.house import DAY, SAMPLE_PATIENT, SAMPLE_PLAN, House

NOBODY = 65534
TITLE = "ZEBRA knee"
"""A word of a patient's plan that no error may repeat."""

Story = Callable[[House], None]


@dataclass(frozen=True)
class Told:
    """A story, the error it ends in, and whether it spoils the file itself."""

    kind: type[UserError]
    story: Story
    spoils: bool


stories: list[Told] = []


def ends_in(kind: type[UserError], *, spoils: bool = False) -> Callable[[Story], Story]:
    def told(story: Story) -> Story:
        stories.append(Told(kind, story, spoils))
        return story

    return told


def refused(house: House) -> None:
    """Try to open the file, and see that not one byte of it is changed."""
    before = house.fingerprint()
    try:
        prepare(house.file, house.backups)
    finally:
        assert house.fingerprint() == before


def longer(plan: Plan) -> Plan:
    """Return the plan with so long a note that the file must grow."""
    return set_note(rename_plan(plan, TITLE), "given-1", "note " * 800)


def save_longer(database: PlanDatabase) -> None:
    opened = database.open_plan("plan-1")
    database.save_plan(opened, longer(opened.plan))


@ends_in(faults.DiskFull)
def the_disk_is_full(house: House) -> None:
    with house.opened() as database:
        database.recent_plans()
        with database._transactions._readers.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        save_longer(database)


@ends_in(faults.DiskTrouble)
def the_disk_fails_while_writing(house: House) -> None:
    with house.opened() as database:
        database.recent_plans()
        with no_file_grows_beyond(house.file.stat().st_size):
            save_longer(database)


@ends_in(faults.ReadOnlyDatabase)
def the_file_is_write_protected(house: House) -> None:
    house.file.chmod(0o400)
    with protection_holds(house.root), house.opened() as database:
        assert database.open_plan("plan-1").plan == SAMPLE_PLAN
        save_longer(database)


@ends_in(faults.ReadOnlyDatabase)
def the_folder_is_write_protected(house: House) -> None:
    house.root.chmod(0o500)
    try:
        with protection_holds(house.root), house.opened() as database:
            assert database.open_plan("plan-1").plan == SAMPLE_PLAN
            save_longer(database)
    finally:
        house.root.chmod(0o700)


@ends_in(faults.UnreachableDatabase)
def the_file_may_not_be_read(house: House) -> None:
    house.file.chmod(0)
    try:
        with protection_holds(house.root):
            prepare(house.file, house.backups)
    finally:
        house.file.chmod(0o600)


@ends_in(faults.UnreachableDatabase)
def the_folder_cannot_be_made(house: House) -> None:
    (house.root / "a file").write_text("not a folder")
    prepare(house.root / "a file" / "plans.sqlite", house.backups)


@ends_in(faults.BusyDatabase)
def another_program_writes_for_long(house: House) -> None:
    with house.opened(patience_ms=30) as database, closing(sqlite3.connect(house.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        save_longer(database)


@ends_in(faults.BusyDatabase)
def another_program_reads_for_long(house: House) -> None:
    with house.opened(patience_ms=30) as database, closing(sqlite3.connect(house.file)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM plans").fetchone()
        save_longer(database)


@ends_in(faults.DatabaseGone)
def the_file_is_deleted_while_open(house: House) -> None:
    with house.opened() as database:
        opened, kept = database.open_plan("plan-1"), house.root / "kept"
        os.link(house.file, kept)
        house.file.unlink()
        try:
            database.save_plan(opened, longer(opened.plan))
        finally:
            os.rename(kept, house.file)


@ends_in(faults.DatabaseGone)
def the_file_is_moved_while_open(house: House) -> None:
    with house.opened() as database, house_moved(house.file):
        database.recent_plans()


@ends_in(faults.DatabaseGone)
def the_folder_is_moved_while_open(house: House) -> None:
    with house.opened() as database, house_moved(house.root):
        database.recent_plans()


@ends_in(faults.DatabaseGone)
def the_file_is_replaced_by_a_copy_while_open(house: House) -> None:
    with house.opened() as database:
        opened = database.open_plan("plan-1")
        copy = house.root / "copy"
        shutil.copy(house.file, copy)
        os.replace(copy, house.file)
        database.save_plan(opened, longer(opened.plan))


@ends_in(faults.DatabaseGone)
def the_file_is_away_when_a_backup_is_due(house: House) -> None:
    with house.opened() as database, house_moved(house.file):
        database.back_up()


@ends_in(faults.DamagedDatabase, spoils=True)
def the_file_was_cut_short(house: House) -> None:
    os.truncate(house.file, house.file.stat().st_size - 5000)
    refused(house)


@ends_in(faults.DamagedDatabase, spoils=True)
def a_page_was_overwritten(house: House) -> None:
    size = house.file.stat().st_size
    with house.file.open("rb+") as stream:
        stream.seek(4096)
        stream.write(b"\xa5" * (size - 4096))
    with house.opened() as database:
        database.open_plan("plan-1")


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_an_impossible_number(house: House) -> None:
    house.tamper("UPDATE prescriptions SET sets = 99")
    with house.opened() as database:
        database.open_plan("plan-1")


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_an_unknown_side(house: House) -> None:
    house.tamper("UPDATE prescriptions SET side = 'middle' WHERE id = 'given-1'")
    with house.opened() as database:
        database.open_plan("plan-1")


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_a_date_in_words(house: House) -> None:
    house.tamper("UPDATE visits SET date = 'ninth of March'")
    with house.opened() as database:
        database.open_plan("plan-1")


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_a_time_in_words(house: House) -> None:
    house.tamper("UPDATE plans SET changed_at = 'yesterday'")
    with house.opened() as database:
        database.recent_plans()


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_a_birthday_in_words(house: House) -> None:
    house.tamper("UPDATE patients SET born = 'in May'")
    with house.opened() as database:
        database.patients()


@ends_in(faults.UnreadableContent, spoils=True)
def somebody_wrote_a_mass_in_words(house: House) -> None:
    house.tamper("UPDATE prescriptions SET mass = 'two pounds' WHERE mass IS NOT NULL")
    with house.opened() as database:
        database.open_plan("plan-1")


@ends_in(faults.NotPlanDatabase, spoils=True)
def a_text_stands_in_its_place(house: House) -> None:
    house.file.write_text("Dear diary, " * 100)
    refused(house)


@ends_in(faults.NotPlanDatabase, spoils=True)
def another_programs_database_stands_in_its_place(house: House) -> None:
    house.file.unlink()
    with closing(sqlite3.connect(house.file)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    refused(house)


@ends_in(faults.EmptyDatabase, spoils=True)
def a_copy_broke_off_at_once(house: House) -> None:
    os.truncate(house.file, 0)
    refused(house)


@ends_in(faults.NewerDatabase, spoils=True)
def a_newer_release_was_here(house: House) -> None:
    house.tamper(f"PRAGMA user_version={SCHEMA + 1}")
    refused(house)


@ends_in(faults.VisitIssued)
def the_visit_was_issued(house: House) -> None:
    house.tamper("UPDATE visits SET issued_at = '2026-03-09 12:00:00.000000'")
    with house.opened() as database:
        save_longer(database)


@ends_in(faults.AlreadyStored)
def the_plan_is_there_already(house: House) -> None:
    with house.opened() as database:
        database.add_plan(replace(SAMPLE_PLAN, title=TITLE), None, DAY)


@ends_in(SaveConflict)
def another_window_saved_first(house: House) -> None:
    with house.opened() as database:
        opened = database.open_plan("plan-1")
        database.save_plan(opened, rename_plan(opened.plan, "First"))
        try:
            database.save_plan(opened, longer(opened.plan))
        finally:
            second = database.open_plan("plan-1")
            database.save_plan(second, SAMPLE_PLAN)


@ends_in(faults.FaultyBackup, spoils=True)
def the_backup_does_not_pass_its_check(house: House) -> None:
    house.tamper("UPDATE prescriptions SET phase_id = 'no such phase' WHERE id = 'given-1'")
    with house.opened() as database:
        database.back_up()


@ends_in(faults.BackupFailed)
def there_is_no_folder_for_backups(house: House) -> None:
    house.backups.write_text("not a folder")
    with house.opened() as database:
        database.back_up()


@ends_in(faults.BackupFailed)
def the_disk_is_full_before_the_backup_is_whole(house: House) -> None:
    with house.opened() as database, no_file_grows_beyond(8192):
        database.back_up()


@ends_in(faults.NotUpdated)
def a_step_of_the_update_fails(house: House) -> None:
    steps = house.root / "migrations"
    shutil.copytree(MIGRATIONS, steps)
    (steps / "versions" / "0003_faulty.py").write_text(
        f'revision = "0003"\ndown_revision = "0002"\ndef upgrade():\n    raise RuntimeError("{TITLE}")\n'
    )
    prepare(house.file, house.backups, schema=3, migrations=steps)


class CommitThatFails(sqlite3.Connection):
    """A disk that reports an error at every commit of a save, before or after it is done."""

    is_done_before = True

    def commit(self) -> None:
        if self.in_transaction and self.total_changes:
            if self.is_done_before:
                super().commit()
            else:
                super().rollback()
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
            raise error
        super().commit()


class CommitThatFailsBefore(CommitThatFails):
    """The error comes first, and nothing is on the disk."""

    is_done_before = False


class LastCommit(CommitThatFails):
    """The disk is not there any more after the commit."""

    def commit(self) -> None:
        place = Path(self.execute("PRAGMA database_list").fetchone()[2])
        try:
            super().commit()
        except sqlite3.OperationalError:
            os.rename(place, place.with_name("gone"))
            raise


@contextmanager
def on_a_failing_disk(house: House, kind: type[sqlite3.Connection]) -> Iterator[PlanDatabase]:
    transactions = Transactions(engine_for(house.file, connection_class=kind), house.file)
    try:
        yield PlanDatabase(house.file, house.backups, transactions)
    finally:
        transactions.close()


class ReadThatFails(sqlite3.Connection):
    """A disk of which reads fail, as often as `failures` says, with the error SQLite gives for a failed read."""

    failures = 0

    def cursor(self, *rest: Any, **options: Any) -> sqlite3.Cursor:
        if type(self).failures:
            type(self).failures -= 1
            error = sqlite3.DatabaseError("database disk image is malformed")
            error.sqlite_errorname = "SQLITE_CORRUPT"
            raise error
        return super().cursor(*rest, **options)


def reading_fails(house: House, failures: int) -> OpenPlan:
    with on_a_failing_disk(house, ReadThatFails) as database:
        database.recent_plans()
        ReadThatFails.failures = failures
        try:
            return database.open_plan("plan-1")
        finally:
            ReadThatFails.failures = 0


@ends_in(faults.DamagedDatabase)
def reading_fails_twice(house: House) -> None:
    reading_fails(house, 2)


def test_a_read_that_fails_once_is_tried_again_before_anybody_is_alarmed(furnished: House) -> None:
    assert reading_fails(furnished, 1).plan == SAMPLE_PLAN


@ends_in(faults.DiskTrouble)
def the_commit_fails_before_it_is_done(house: House) -> None:
    with on_a_failing_disk(house, CommitThatFailsBefore) as database:
        save_longer(database)


@ends_in(faults.SaveUnknown, spoils=True)
def the_commit_fails_and_the_disk_is_gone(house: House) -> None:
    try:
        with on_a_failing_disk(house, LastCommit) as database:
            save_longer(database)
    finally:
        os.rename(house.root / "gone", house.file)


def test_a_commit_that_fails_after_it_is_done_counts_as_saved(furnished: House) -> None:
    with on_a_failing_disk(furnished, CommitThatFails) as database:
        opened = database.open_plan("plan-1")
        saved = database.save_plan(opened, rename_plan(opened.plan, "Saved all the same"))
        database.add_patient(replace(SAMPLE_PATIENT, id="patient-2"))
        database.change_patient(replace(SAMPLE_PATIENT, name="Renamed Person"))
        database.remove_plan("plan-1")
        database.restore_plan("plan-1")
        database.add_plan(replace(SAMPLE_PLAN, id="plan-2"), "patient-2", DAY)
        given = database.assign_patient(saved, "patient-2")
    with furnished.opened() as reopened:
        assert reopened.open_plan("plan-1") == given
        assert reopened.open_plan("plan-2").patient == replace(SAMPLE_PATIENT, id="patient-2")


def a_disk_that_comes_back(furnished: House, kind: type[CommitThatFails]) -> type[CommitThatFails]:
    class DiskThatComesBack(kind):
        """A disk that is away at the moment when it is asked what became of the save."""

        is_away = True

        def commit(self) -> None:
            if not DiskThatComesBack.is_away:
                return sqlite3.Connection.commit(self)
            try:
                return super().commit()
            except sqlite3.OperationalError:
                os.rename(furnished.file, furnished.root / "away")
                raise

    return DiskThatComesBack


@pytest.mark.parametrize("kind", [CommitThatFails, CommitThatFailsBefore])
def test_who_tries_again_after_an_unsure_new_visit_gets_one_visit_only(furnished: House, kind: type[CommitThatFails]) -> None:
    disk = a_disk_that_comes_back(furnished, kind)
    with on_a_failing_disk(furnished, disk) as database:
        opened = database.open_plan("plan-1")
        with pytest.raises(faults.SaveUnknown):
            database.begin_visit(opened, DAY)
        os.rename(furnished.root / "away", furnished.file)
        disk.is_away = False
        begun = database.begin_visit(opened, DAY)
        assert begun.visit.number == 2
        assert database.open_plan("plan-1") == begun
        assert len(database.visits("plan-1")) == 2


@pytest.mark.parametrize("kind", [CommitThatFails, CommitThatFailsBefore])
def test_who_tries_again_after_an_unsure_save_is_not_taken_for_somebody_else(
    furnished: House, kind: type[CommitThatFails]
) -> None:
    disk = a_disk_that_comes_back(furnished, kind)
    with on_a_failing_disk(furnished, disk) as database:
        opened = database.open_plan("plan-1")
        with pytest.raises(faults.SaveUnknown):
            database.save_plan(opened, longer(opened.plan))
        os.rename(furnished.root / "away", furnished.file)
        disk.is_away = False
        saved = database.save_plan(opened, rename_plan(longer(opened.plan), "Typed on meanwhile"))
        assert database.open_plan("plan-1") == saved
        assert saved.plan.title == "Typed on meanwhile"
        with pytest.raises(SaveConflict):
            database.save_plan(replace(opened), rename_plan(opened.plan, "Another window"))


@pytest.mark.parametrize("told", stories, ids=lambda told: told.story.__name__)
def test_a_person_reads_what_happened_and_nothing_of_a_patient(furnished: House, told: Told) -> None:
    with pytest.raises(UserError) as caught:
        told.story(furnished)
    assert type(caught.value) is told.kind
    text = str(caught.value)
    assert text.endswith(".")
    assert not any(word in text for word in ("sqlite3", "sqlalchemy", "{", "Error"))
    assert not any(word in text for word in ("ZEBRA", "Sample Patient", "knee", "plan-1", "patient-1"))


@pytest.mark.parametrize("told", [told for told in stories if not told.spoils], ids=lambda told: told.story.__name__)
def test_what_was_stored_stays_and_can_be_saved_again(furnished: House, told: Told) -> None:
    before = furnished.ask("SELECT id, sets, note FROM prescriptions ORDER BY id")
    with pytest.raises(UserError):
        told.story(furnished)
    assert furnished.left_over() == []
    furnished.file.chmod(0o600)
    furnished.tamper("UPDATE visits SET issued_at = NULL")
    assert furnished.ask("SELECT id, sets, note FROM prescriptions ORDER BY id") == before
    with furnished.opened() as database:
        assert database.open_plan("plan-1").plan.phases == SAMPLE_PLAN.phases
        save_longer(database)
        assert database.open_plan("plan-1").plan == longer(SAMPLE_PLAN)


def test_the_same_window_saves_again_once_the_trouble_is_over(furnished: House) -> None:
    with furnished.opened(patience_ms=30) as database, closing(sqlite3.connect(furnished.file)) as other:
        opened = database.open_plan("plan-1")
        for statements in (["BEGIN IMMEDIATE"], ["BEGIN", "SELECT * FROM plans"]):
            for statement in statements:
                other.execute(statement).fetchone()
            with pytest.raises(faults.BusyDatabase):
                database.save_plan(opened, longer(opened.plan))
            other.rollback()
        with no_file_grows_beyond(furnished.file.stat().st_size), pytest.raises(faults.DiskTrouble):
            database.save_plan(opened, longer(opened.plan))
        with house_moved(furnished.file), pytest.raises(faults.DatabaseGone):
            database.save_plan(opened, longer(opened.plan))
        saved = database.save_plan(opened, longer(opened.plan))
        assert database.open_plan("plan-1") == saved


def test_every_fault_has_its_story() -> None:
    defined = {kind for kind in vars(faults).values() if isinstance(kind, type) and issubclass(kind, UserError)}
    assert defined - {UserError} <= {told.kind for told in stories}


@pytest.fixture
def furnished() -> Iterator[House]:
    """Give a database with a plan, in a folder that anybody may reach."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        house = House(Path(folder) / "data")
        house.furnish()
        yield house


@contextmanager
def protection_holds(root: Path) -> Iterator[None]:
    """Be a person whom write protection stops, also where the tests run as the superuser."""
    if os.geteuid() != 0:
        yield
        return
    for path in (root, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def house_moved(path: Path) -> Iterator[None]:
    elsewhere = path.with_name("elsewhere")
    os.rename(path, elsewhere)
    try:
        yield
    finally:
        os.rename(elsewhere, path)
