"""`.venv` in the checkout: made once, filled with exactly the pinned packages and the project itself, known by a stamp.

One environment serves both commands. The tools for the checks are a quarter of the download, and with them in it `test` can never
meet other versions than `run`. What the system itself must provide lives in `system`.
"""

import hashlib
import importlib.util
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
from pathlib import Path

from locking import only_one
from trouble import Trouble

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PINS = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / "dev-stamp.txt"
LOCK = VENV / "dev-lock"
UNFINISHED = "unfinished"


def prepare() -> None:
    """Make `.venv` whole unless it is; raise Trouble. Looks at a few files only when it is."""
    if is_ready():
        return
    try:
        VENV.mkdir(exist_ok=True)
        with only_one(LOCK):
            if not is_ready():
                _build()
    except OSError as error:
        raise Trouble(f"cannot set up {VENV}: {error.strerror or error}") from error


def is_ready() -> bool:
    """Return whether the stamp says that all was installed, and nothing was changed since."""
    try:
        return STAMP.read_text(encoding="utf-8") == stamp() and script("python").exists()
    except OSError:
        return False


def stamp() -> str:
    """Return what a whole `.venv` is known by: what was asked for, for which Python and place, and what is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [project["build-system"], project["project"], project["dependency-groups"], project["tool"]["hatch"]]
    wanted = [json.dumps(asked, sort_keys=True), PINS.read_text(encoding="utf-8"), *_interpreter(), str(ROOT)]
    return f"{_digest(wanted)} {_digest(installed())}\n"


def installed() -> list[str]:
    """Return the installed packages with their versions, as the names of their folders of metadata."""
    try:
        return sorted(name for name in os.listdir(_place("purelib")) if name.endswith(".dist-info"))
    except OSError:
        return []


def script(name: str) -> Path:
    """Return the path of a program inside `.venv`, wherever this system keeps them."""
    return _place("scripts") / (f"{name}.exe" if os.name == "nt" else name)


def start_program(words: Sequence[str]) -> int:
    """Become the program, in the folder where the person stands; Windows cannot become, so there it is waited for."""
    # -P: a file in that folder named like a module of ours must not be taken for it.
    command = [str(script("python")), "-P", "-m", "pfss_desktop", *words]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def has_installer() -> bool:
    """Return whether this Python can fill an environment: by its own ensurepip, or by a pip that reaches into others."""
    return _has_ensurepip() or _host_pip_reaches_out()


def _build() -> None:
    before = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if before == UNFINISHED or not _fits():
        before = ""
        _make_anew()
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    try:
        _fill()
    except Trouble:
        # pip downloads all before it changes anything, and takes back what it could not finish.
        STAMP.write_text(before, encoding="utf-8")
        raise
    STAMP.write_text(stamp(), encoding="utf-8")


def _fits() -> bool:
    """Whether there is an environment here that belongs to the Python running now."""
    ask = "import platform, sys; print(sys.version, sys.base_prefix, platform.machine(), sep='\\n')"
    try:
        answer = subprocess.run([script("python"), "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == "\n".join(_interpreter())


def _make_anew() -> None:
    print("Making .venv ...", flush=True)
    for entry in VENV.iterdir():
        if entry == LOCK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(VENV)


def _fill() -> None:
    pip = _pip()
    print("Installing the pinned packages; the first time takes a minute or two ...", flush=True)
    _run_pip([*pip, "install", "--no-deps", "--only-binary", ":all:", "-r", str(PINS)])
    _run_pip([*pip, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def _pip() -> list[str]:
    """Return the words that start a pip for `.venv`: the host's, so that only pinned packages are in it, else one of its own."""
    python = str(script("python"))
    if _host_pip_reaches_out():
        return [sys.executable, "-m", "pip", "--python", python]
    if not _has_ensurepip():
        raise Trouble("this Python has neither pip 22.3 or newer nor ensurepip; install one of them and try again")
    own = [python, "-m", "pip"]
    _run_pip([python, "-m", "ensurepip"])
    # Python 3.11 brings setuptools along, which would hide that something needs it.
    _run_pip([*own, "uninstall", "--yes", "setuptools"])
    return own


def _run_pip(command: list[str]) -> None:
    # A person's pip settings (index, proxy, certificates) hold; only `user`, which no environment can obey, does not.
    environment = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if answer.returncode:
        raise Trouble(f"the installation failed; nothing was started. pip's last words:\n{_last_lines(answer.stdout, 6)}")


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _host_pip_reaches_out() -> bool:
    """Whether this Python's pip knows `--python`, that is, is 22.3 or newer."""
    answer = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    words = answer.stdout.split()
    numbers = words[1].split(".")[:2] if len(words) > 1 else []
    return all(number.isdigit() for number in numbers) and tuple(map(int, numbers)) >= (22, 3)


def _interpreter() -> list[str]:
    return [sys.version, sys.base_prefix, platform.machine()]


def _place(kind: str) -> Path:
    here = str(VENV)
    return Path(sysconfig.get_path(kind, "venv", {"base": here, "platbase": here, "installed_base": here}))


def _digest(texts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _last_lines(text: str, count: int) -> str:
    return "\n".join(line for line in text.strip().splitlines()[-count:] if line.strip())
