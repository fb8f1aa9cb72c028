"""A fresh checkout as small as can be, for the tests of `dev.py`; no test is in here."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from environment import Environment

ROOT = Path(__file__).resolve().parent.parent.parent

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "pfss-desktop"
version = "0.1.0"
dependencies = ["tiny"]

[tool.ruff]
line-length = 130
"""

BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(pathlib.Path(folder, "pfss_desktop-0.1.0-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("pfss.pth", str(pathlib.Path.cwd()))
        wheel.writestr("pfss_desktop-0.1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: pfss-desktop\\nVersion: 0.1.0\\n")
        wheel.writestr("pfss_desktop-0.1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("pfss_desktop-0.1.0.dist-info/RECORD", "")
    return "pfss_desktop-0.1.0-py3-none-any.whl"
"""

PROGRAM = """
import os, sys, tiny
print("program", tiny.VERSION, os.getcwd(), sys.argv[1:], flush=True)
sys.exit(7)
"""


def write_tiny_wheel(folder: Path, version: str) -> None:
    """A wheel of one module that knows its version: the whole registry of these tests."""
    info = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tiny-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", f"VERSION = {version!r}\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


class Checkout:
    """A program of one module with the real `packaging/*.py`, a folder of wheels, and a person who stands at a desk elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a checkout"
        self.desk = folder / "desk"
        self.wheels = folder / "wheels"
        for made in (self.root / "packaging", self.root / "pfss_desktop", self.desk, self.wheels):
            made.mkdir(parents=True)
        for module in (ROOT / "packaging").glob("*.py"):
            shutil.copy(module, self.root / "packaging")
        (self.root / "pyproject.toml").write_text(PYPROJECT)
        (self.root / "backend.py").write_text(BACKEND)
        (self.root / "pfss_desktop" / "__main__.py").write_text(PROGRAM)
        write_tiny_wheel(self.wheels, "1.0")
        write_tiny_wheel(self.wheels, "2.0")
        self.pin("1.0")

    @property
    def environment(self) -> Environment:
        return Environment(self.root)

    def pin(self, version: str) -> None:
        self.environment.pins.write_text(f"# the only pin\ntiny=={version}\n")

    def start(self, *words: str) -> "subprocess.Popen[str]":
        quiet = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        return subprocess.Popen(
            [sys.executable, str(self.root / "packaging" / "dev.py"), *words],
            cwd=self.desk,
            env=kept | quiet,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def dev(self, *words: str) -> tuple[int, list[str], str]:
        """Run `dev.py` with these words; return its exit code, its output's lines and its error output."""
        process = self.start(*words)
        output, errors = process.communicate(timeout=120)
        return process.returncode, output.splitlines(), errors


def put_program(folder: Path, name: str, script: str) -> None:
    """An executable shell script under this name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
