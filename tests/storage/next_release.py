"""A made-up next release, whose database has one step more than today's."""

import shutil
from pathlib import Path

from pfss_desktop.storage.schema import MIGRATIONS

THIRD = '''
"""A made-up next release: a plan gets a colour, and notes get a table of their own."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.execute("ALTER TABLE plans ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'")
    op.execute("CREATE TABLE notes (visit_id TEXT NOT NULL REFERENCES visits (id), note TEXT NOT NULL)")
    op.execute("INSERT INTO notes SELECT visit_id, note FROM prescriptions WHERE note <> ''")
    op.execute("UPDATE plans SET title = upper(title)")
'''


def steps_with(folder: Path, third: str = THIRD) -> Path:
    """Return a folder of today's migrations and this step."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0003_made_up.py").write_text(third)
    return folder
