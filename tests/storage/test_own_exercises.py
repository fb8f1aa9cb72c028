"""Own exercises stay as they were kept, go off the lists without being erased, and are stored together or not at all."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from pfss_desktop.domain.library import NotFound
from pfss_desktop.domain.own_exercise import KeptExercise
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import House

STEP_UP = KeptExercise("own-1", "Blanket slide", '{"id": "own-1"}', b"\xff\xd8photo")
BRIDGE = KeptExercise("own-2", "Ármand's bridge", '{"id": "own-2"}')


def test_what_is_kept_is_there_after_the_program_was_closed(house: House) -> None:
    with house.opened() as database:
        assert database.own_exercises() == ()
        database.keep_own_exercises([STEP_UP, BRIDGE])
    with house.opened() as database:
        assert {each.id: each for each in database.own_exercises()} == {"own-1": STEP_UP, "own-2": BRIDGE}


def test_a_changed_one_takes_the_place_of_the_former(database: PlanDatabase) -> None:
    database.keep_own_exercises([STEP_UP])
    changed = replace(STEP_UP, name="Towel slide", photo=b"")
    database.keep_own_exercises([changed])
    assert database.own_exercises() == (changed,)


def test_a_removed_one_is_still_known_and_can_come_back(database: PlanDatabase) -> None:
    database.keep_own_exercises([STEP_UP, BRIDGE])
    database.remove_own_exercise("own-1")
    assert [each.id for each in database.own_exercises() if each.is_removed] == ["own-1"]
    database.restore_own_exercise("own-1")
    assert not any(each.is_removed for each in database.own_exercises())


def test_an_unknown_one_can_neither_go_nor_come_back(database: PlanDatabase) -> None:
    with pytest.raises(NotFound):
        database.remove_own_exercise("own-9")
    with pytest.raises(NotFound):
        database.restore_own_exercise("own-9")


def test_a_row_that_was_damaged_hides_no_other(house: House) -> None:
    with house.opened() as database:
        database.keep_own_exercises([STEP_UP, BRIDGE])
    with closing(sqlite3.connect(house.file)) as raw, raw:
        raw.execute("UPDATE own_exercises SET name = '' WHERE id = 'own-1'")
    with house.opened() as database:
        assert [(each.name, each.definition) for each in database.own_exercises()] == [
            ("?", ""),
            (BRIDGE.name, BRIDGE.definition),
        ]
