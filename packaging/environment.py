"""`.venv` in the checkout: made once, filled with exactly the pinned packages and the project itself, known by a stamp.

One environment serves both commands. The tools for the checks are a small part of the download, and with them in it `test` can
never meet other versions than `run`. What the system itself must provide lives in `system`.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import installer
from locking import only_one
from trouble import Trouble

UNFINISHED = "unfinished"
"""What the stamp says while an installation runs, and so after one that was killed."""


@dataclass(frozen=True)
class Environment:
    """The virtual environment of the checkout at `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        """The environment's folder."""
        return self.root / ".venv"

    @property
    def pins(self) -> Path:
        """The file that names the one version of each package."""
        return self.root / "packaging" / "constraints.txt"

    @property
    def stamp_file(self) -> Path:
        """The file that tells a whole environment from a half-finished or outdated one."""
        return self.folder / "dev-stamp.txt"

    @property
    def lock(self) -> Path:
        """The file that is locked while the environment is made."""
        return self.folder / "dev-lock"

    def script(self, name: str) -> Path:
        """Return the path of a program inside the environment, wherever this system keeps them."""
        return self._place("scripts") / (f"{name}.exe" if os.name == "nt" else name)

    def is_ready(self) -> bool:
        """Return whether the stamp says that all was installed, and nothing has changed since."""
        try:
            return self.stamp_file.read_text(encoding="utf-8") == self.stamp() and self.script("python").exists()
        except OSError:
            return False

    def stamp(self) -> str:
        """Return what a whole environment is known by: what was asked for, for which Python and place, and what is installed."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        asked = [project.get("build-system"), project.get("project"), project.get("tool", {}).get("hatch")]
        wanted = [json.dumps(asked, sort_keys=True), self.pins.read_text(encoding="utf-8"), *_interpreter(), str(self.root)]
        return f"{_digest(wanted)} {_digest(self.installed())}\n"

    def installed(self) -> list[str]:
        """Return the installed packages with their versions, as the names of their folders of metadata."""
        try:
            return sorted(name for name in os.listdir(self._place("purelib")) if name.endswith(".dist-info"))
        except OSError:
            return []

    def prepare(self) -> None:
        """Make the environment whole unless it is; raise Trouble. Only looks at a few files when it is."""
        if self.is_ready():
            return
        try:
            self.folder.mkdir(exist_ok=True)
            with only_one(self.lock):
                if not self.is_ready():
                    self._build()
        except OSError as error:
            raise Trouble(f"cannot set up {self.folder}: {error.strerror or error}") from error

    def start_program(self, words: Sequence[str]) -> int:
        """Become the program, in the folder where the person stands; Windows cannot become, so there it is waited for."""
        # -P: a file in that folder named like a module of ours must not be taken for it.
        command = [str(self.script("python")), "-P", "-m", "pfss_desktop", *words]
        sys.stdout.flush()
        if os.name != "nt":
            os.execv(command[0], command)
        return subprocess.call(command)

    def _build(self) -> None:
        before = self.stamp_file.read_text(encoding="utf-8") if self.stamp_file.exists() else ""
        if before == UNFINISHED or not self._fits():
            before = UNFINISHED
            self._make_anew()
        self._write_stamp(UNFINISHED)
        try:
            installer.install_pinned(self.script("python"), self.pins, self.root)
        except Trouble:
            # pip downloads all before it changes anything, and takes back what it could not finish.
            self._write_stamp(before)
            raise
        self._write_stamp(self.stamp())

    def _fits(self) -> bool:
        """Whether there is an environment here that belongs to the Python running now, whoever made it."""
        ask = "import platform, sys; print(sys.version, sys.base_prefix, platform.machine(), sep='\\n')"
        try:
            answer = subprocess.run([self.script("python"), "-c", ask], capture_output=True, text=True, check=False)
        except OSError:
            return False
        return answer.stdout.strip() == "\n".join(_interpreter())

    def _make_anew(self) -> None:
        print("Making .venv ...", flush=True)
        for entry in self.folder.iterdir():
            if entry == self.lock:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        self._write_stamp(UNFINISHED)
        venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(self.folder)

    def _write_stamp(self, text: str) -> None:
        self.stamp_file.write_text(text, encoding="utf-8")

    def _place(self, kind: str) -> Path:
        here = str(self.folder)
        return Path(sysconfig.get_path(kind, "venv", {"base": here, "platbase": here, "installed_base": here}))


def _interpreter() -> list[str]:
    return [sys.version, sys.base_prefix, platform.machine()]


def _digest(texts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
