"""What can go wrong with the database file, in words for people: what happened, what is safe, what to do.

No text holds anything of a patient; `path` in a text is the file's place on this PC. Which error of SQLite becomes which of
these stands in `sqlite_errors`.
"""

from pathlib import Path

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _


class DiskFull(UserError):
    """No room left: the change was not saved."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The disk is full, so this could not be saved. What was saved before is safe. "
                "Make room on the disk, then try again; until then keep this window open."
            )
        )


class ReadOnlyDatabase(UserError):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The plans can be read but not changed, because {path} or its folder is write-protected. "
                "What was saved before is safe. Allow writing there, then try again."
            ).format(path=path)
        )


class BusyDatabase(UserError):
    """Another program held the file longer than we waited."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Another program is using the plans just now, so this could not be done. What was saved before is safe. "
                "Close the other program or wait a moment, then try again."
            )
        )


class DatabaseGone(UserError):
    """The file was moved, deleted or replaced while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file of plans at {path} was moved, deleted or replaced while it was open, so this could not be done. "
                "Put it back and try again, or start the program again; keep this window open until then."
            ).format(path=path)
        )


class DamagedDatabase(UserError):
    """The file holds something that a whole database cannot hold."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file of plans at {path} seems to be damaged. It was left as it is. "
                "Keep it, and bring back the newest backup from the folder beside it."
            ).format(path=path)
        )


class UnreadableContent(UserError):
    """A plan or patient in the database holds a value that the program does not know."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This entry holds a value that the program does not understand, so it is not shown. It was left as it is. "
                "Look into the newest backup, or ask whoever changed the file by hand."
            )
        )


class NotPlanDatabase(UserError):
    """The file is no SQLite database, or another program's."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file at {path} is not a file of plans: it belongs to another program, or it is badly damaged. "
                "It was left as it is. Move it elsewhere, or choose another data folder."
            ).format(path=path)
        )


class EmptyDatabase(UserError):
    """A file of no bytes stands where the database should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file of plans at {path} is empty: its content was lost, perhaps by a copy that broke off. "
                "It was left as it is. Bring back the newest backup, or move the empty file away to start afresh."
            ).format(path=path)
        )


class NewerDatabase(UserError):
    """A newer release wrote the file; nothing in it was changed."""

    def __init__(self, path: Path, schema: int, known: int) -> None:
        super().__init__(
            _(
                "The plans at {path} were saved by a newer release of this program (format {schema}, known here {known}). "
                "Nothing was changed. Start the newer release."
            ).format(path=path, schema=schema, known=known)
        )


class UnreachableDatabase(UserError):
    """The file or its folder cannot be opened at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file of plans at {path} cannot be opened. Nothing was changed. "
                "Look whether the folder is there and whether you may read and write in it."
            ).format(path=path)
        )


class DiskTrouble(UserError):
    """The disk reported an error; nothing of the change is in the database."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The disk reported an error, so this could not be done. What was saved before is safe. "
                "Try again; if it happens again, have the disk looked at."
            )
        )


class SaveUnknown(UserError):
    """The disk reported an error and did not answer when asked what became of the change."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The disk reported an error, and it is not known whether the last change is saved. "
                "What was saved before is safe. Keep this window open and try again."
            )
        )


class VisitIssued(UserError):
    """The visit was given to the patient and is never written again."""

    def __init__(self) -> None:
        super().__init__(
            _("This visit was already given to the patient and stays as it is. Start a new visit, then make the change there.")
        )


class AlreadyStored(UserError):
    """An entry with this id is in the database already."""

    def __init__(self) -> None:
        super().__init__(_("This entry is already among the plans or patients; nothing was changed."))


class FaultyBackup(UserError):
    """A backup did not pass its checks and was not kept."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The backup just made did not pass its check and was thrown away. Older backups are kept. "
                "Nothing in the plans was changed; try again, and have the disk looked at if it happens again."
            )
        )


class BackupFailed(UserError):
    """A backup could not be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _(
                "No backup could be written to {folder}. The plans and older backups are as they were. "
                "Look whether the disk has room and whether you may write in that folder, then try again."
            ).format(folder=folder)
        )


class NotUpdated(UserError):
    """The database of an older release could not be brought up to date."""

    def __init__(self, path: Path, backup: Path | None) -> None:
        super().__init__(
            _(
                "The plans at {path} come from an older release and could not be brought up to date. They are as they were, "
                "and the older release still opens them. A backup is at {backup}."
            ).format(path=path, backup=backup or _("no place: none was needed"))
        )
