"""Moves a database of an older release up to today's tables: backup, every step in one transaction, check, commit.

Loaded only when such a database was found, because Alembic is slow to import.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from pfss_desktop.domain.faults import UserError
from pfss_desktop.storage.backup import back_up
from pfss_desktop.storage.engine import engine_for
from pfss_desktop.storage.faults import NewerDatabase, NotUpdated
from pfss_desktop.storage.sqlite_errors import in_plain_words


def migrate(path: Path, backups: Path, schema: int, migrations: Path) -> None:
    """Bring the database at `path` to this schema with the revisions in the folder `migrations`, after a checked backup.

    The file is locked from before the backup until the end, so that nothing saved in between is missing from either. Raises
    UserError; then the file holds what it held.
    """
    engine = engine_for(path, foreign_keys=False)
    backup: Path | None = None
    try:
        with in_plain_words(path), engine.begin() as connection:
            found = schema_of(connection)
            if found > schema:
                raise NewerDatabase(path, found, schema)
            if found < schema:
                backup = back_up(path, backups)
                _upgrade(connection, schema, migrations)
    except UserError:
        raise
    except Exception as error:
        raise NotUpdated(path, backup) from error
    finally:
        engine.dispose()


def schema_of(connection: Connection) -> int:
    """Return the schema number in the database."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def run_revisions(connection: Connection, schema: int, migrations: Path) -> None:
    """Run the revisions up to this schema inside the connection's open transaction."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{schema:04}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema}")


def _upgrade(connection: Connection, schema: int, migrations: Path) -> None:
    run_revisions(connection, schema, migrations)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RuntimeError("a row points to nothing after the migration")
