"""A database in a folder of its own for each story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import House
from tests.storage.next_release import steps_with


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return the places of a database that is not there yet, in a folder with a troublesome name."""
    return House(tmp_path / "Zoë's data #1, 100%")


@pytest.fixture
def database(house: House) -> Iterator[PlanDatabase]:
    """Give a new database."""
    with house.opened() as opened:
        yield opened


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """Return the migrations of a release that knows one step more, in a folder with a troublesome name."""
    return steps_with(tmp_path / "next release, 100%")
