"""Where the program finds its resources and keeps its data. Nothing here creates a folder but `private_folder`."""

from dataclasses import dataclass
from pathlib import Path


def resources() -> Path:
    """Return the folder of resources: inside the package (wheel, frozen build), else beside it (checkout)."""
    package = Path(__file__).resolve().parent
    packed = package / "resources"
    return packed if packed.is_dir() else package.parent / "resources"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds all that the program keeps: database, backups, settings, log."""

    root: Path

    @classmethod
    def usual(cls) -> "DataFolder":
        """Return the folder that this system gives to this program and this person."""
        from platformdirs import user_data_path

        return cls(user_data_path("pfss-desktop", appauthor=False))

    @property
    def database(self) -> Path:
        """The database file."""
        return self.root / "plans.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of database backups."""
        return self.root / "backups"

    @property
    def settings(self) -> Path:
        """The file of window sizes and choices; no patient data."""
        return self.root / "settings.ini"

    @property
    def log(self) -> Path:
        """The log file; no patient data."""
        return self.root / "log.txt"


def private_folder(folder: Path) -> Path:
    """Create the folder where it is missing, readable by its owner only, and return it. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
