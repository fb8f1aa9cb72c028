"""The house's rules as a test: which room imports which, no cycle, telling names, reasons and pins for every dependency.

Also that the checkout says nothing about the machine it was written on.
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import PackageNotFoundError, requires
from itertools import pairwise, product, takewhile
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = ROOT / "packaging" / "constraints.txt"

SUPPORTED = [
    {"python_version": version, "python_full_version": f"{version}.0", "sys_platform": system, "os_name": name, "extra": ""}
    for version, (system, name) in product(
        ("3.11", "3.12", "3.13", "3.14"), (("linux", "posix"), ("darwin", "posix"), ("win32", "nt"))
    )
]
"""The Pythons and systems that a dependency may be needed on."""


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("pfss_desktop", cache_dir=None)


# Rooms


def test_the_import_contracts_hold() -> None:
    contracts = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-logo",
        "--no-cache",
    ]
    answer = subprocess.run(contracts, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})
    assert answer.returncode == 0, "\n".join([*_places(answer.stdout), answer.stdout, answer.stderr])


def test_every_room_has_its_place_in_the_layers(imports: grimp.ImportGraph) -> None:
    [layers] = [contract["layers"] for contract in PROJECT["tool"]["importlinter"]["contracts"] if contract["type"] == "layers"]
    placed = {name.strip(" ()") for layer in layers for name in re.split("[|:]", layer)}
    assert sorted(imports.find_children("pfss_desktop") - placed) == []


def test_no_module_imports_itself_by_way_of_others(imports: grimp.ImportGraph) -> None:
    sorter = TopologicalSorter({module: imports.find_modules_directly_imported_by(module) for module in imports.modules})
    try:
        sorter.prepare()
    except CycleError as error:
        # graphlib names each module before the one that imports it.
        cycle = list(reversed(error.args[1]))
        pytest.fail(
            "an import cycle:\n" + "\n".join(_place(imports, importer, imported) for importer, imported in pairwise(cycle))
        )


def test_modules_are_named_for_what_is_in_them() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
    modules = [*ROOT.glob("pfss_desktop/**/*.py"), *ROOT.glob("packaging/*.py"), *ROOT.glob("tests/**/*.py")]
    parts = {part for module in modules for part in (*module.relative_to(ROOT).parts[:-1], module.stem)}
    assert "plan" in parts
    assert sorted(parts & empty_names) == []


def test_the_folder_packaging_is_no_package() -> None:
    """Else it would stand before the library of the same name, which hatchling and pytest import."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert not (ROOT / "tests" / "packaging" / "__init__.py").exists()


# Dependencies


def test_each_dependency_stands_under_its_reason() -> None:
    lines = [line.strip() for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()]
    for requirement in [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]:
        at = lines.index(f'"{requirement}",')
        companions = list(takewhile(lambda line: line.startswith('"'), reversed(lines[:at])))
        reason = lines[at - len(companions) - 1]
        assert reason.startswith("# "), f"{requirement} has no line of reason above it"
        assert len(companions) < 2, f"{requirement} hides under a reason that already covers two"


def test_the_pins_are_closed_and_hold_nothing_else() -> None:
    """`dev.py` installs the pins and resolves nothing, so each dependency of a dependency needs its pin."""
    pins = _pins()
    reached: set[str] = set()
    waiting = _needed([*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"], *_build_tools()])
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting |= _needed(_requirements_of(name))
    assert sorted(reached - pins.keys()) == [], "needed, but without a pin"
    assert sorted(pins.keys() - reached) == [], "pinned, but nothing needs it"


def test_each_pin_is_one_version_within_the_asked_bounds() -> None:
    pins = _pins()
    for name, pin in pins.items():
        assert [specifier.operator for specifier in pin.specifier] == ["=="], f"{name} is not pinned to one version"
    for requirement in map(Requirement, [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]):
        [pinned] = pins[canonicalize_name(requirement.name)].specifier
        assert requirement.specifier.contains(pinned.version), f"the pin {pinned} is outside of {requirement}"


def test_no_registry_address_and_no_lock_file_is_kept() -> None:
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text, f"{name} names an address"
        assert not re.search("index-url|find-links", text), f"{name} says where packages come from"
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


# The checkout


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    personal = re.compile(r"(?<![\w.])/(?:root|work|home/\w|Users/\w|tmp/\w)|[A-Z]:\\Users\\")
    this_file = Path(__file__).resolve()
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in _own_files()
        if path != this_file
        for number, line in enumerate(_text_of(path).splitlines(), 1)
        if personal.search(line)
    ]
    assert found == []


def test_the_walk_over_our_own_files_leaves_out_what_git_ignores() -> None:
    own = {path.relative_to(ROOT).as_posix() for path in _own_files()}
    assert {"pyproject.toml", ".ci/run", "pfss_desktop/domain/plan.py"} <= own
    assert not [path for path in own if path.startswith((".git/", ".venv/")) or "__pycache__" in path]


def _place(imports: grimp.ImportGraph, importer: str, imported: str) -> str:
    lines = sorted(detail["line_number"] for detail in imports.get_import_details(importer=importer, imported=imported))
    return f"{_file_of(importer)}:{lines[0] if lines else 1} imports {imported}"


def _places(report: str) -> list[str]:
    """File and line of each import that import-linter names as `module -> module (l.3, l.9)`."""
    named = re.findall(r"(pfss_desktop[\w.]*) -> ([\w.]+) \((l\.[^)]*)\)", report)
    return [
        f"{_file_of(importer)}:{line} imports {imported}"
        for importer, imported, lines in named
        for line in re.findall(r"l\.(\d+)", lines)
    ]


def _file_of(module: str) -> str:
    path = Path(*module.split("."))
    return f"{path}.py" if (ROOT / f"{path}.py").exists() else f"{path}/__init__.py"


def _pins() -> dict[str, Requirement]:
    lines = [line for line in PINS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in map(Requirement, lines)}


def _build_tools() -> list[str]:
    return list(PROJECT["build-system"]["requires"])


def _needed(requirements: list[str]) -> set[str]:
    """The names of those requirements that are in force on any supported Python and system."""
    return {
        canonicalize_name(requirement.name)
        for requirement in map(Requirement, requirements)
        if requirement.marker is None or any(requirement.marker.evaluate(place) for place in SUPPORTED)
    }


def _requirements_of(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        # Pinned for another system than this one.
        return []


def _own_files() -> Iterator[Path]:
    """Every file of the checkout that git does not ignore; told without git, which a fresh machine lacks."""
    ignored = [".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").split()]

    def is_ignored(name: str) -> bool:
        return any(fnmatch(name, pattern.rstrip("/")) for pattern in ignored)

    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not is_ignored(name)]
        yield from (Path(folder, name) for name in names if not is_ignored(name))


def _text_of(path: Path) -> str:
    """The text of a text file, nothing of any other."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
