"""The wheel: the resources travel inside and are found there, and nothing goes along that a clinic has no use for."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pfss_desktop.paths import resources

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the build tool that is installed here; nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    answer = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    [built] = folder.iterdir()
    return built


def test_every_resource_travels_inside_the_package(wheel: Path) -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    packed = {name.removeprefix("pfss_desktop/") for name in zipfile.ZipFile(wheel).namelist()}
    assert kept
    assert sorted(kept - packed) == []


def test_only_the_package_travels(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"pfss_desktop"}
    assert not [name for name in names if "__pycache__" in name]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_resources_are_found_beside_the_package_in_a_checkout() -> None:
    assert resources() == ROOT / "resources"


def test_the_resources_are_found_inside_an_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site-packages"
    zipfile.ZipFile(wheel).extractall(place)
    ask = f"import sys; sys.path.insert(0, {str(place)!r}); from pfss_desktop.paths import resources; print(resources())"
    answer = subprocess.run([sys.executable, "-P", "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(answer.stdout.strip()) == place / "pfss_desktop" / "resources"
    assert Path(answer.stdout.strip(), "README.md").is_file()
