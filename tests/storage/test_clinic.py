"""What the clinic has settled stays settled, one text under each name."""

from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import House


def test_nothing_is_kept_under_a_name_at_first(database: PlanDatabase) -> None:
    assert database.kept("stock") == ""


def test_what_is_kept_is_there_after_the_program_was_closed(house: House) -> None:
    with house.opened() as database:
        database.keep("stock", '{"bands": ["red \u2028 <b>"]}')
        database.keep("other", "1")
    with house.opened() as database:
        assert (database.kept("stock"), database.kept("other")) == ('{"bands": ["red \u2028 <b>"]}', "1")


def test_a_later_text_takes_the_place_of_the_former_and_an_empty_one_forgets(database: PlanDatabase) -> None:
    database.keep("stock", "1")
    database.keep("stock", "2")
    assert database.kept("stock") == "2"
    database.keep("stock", "")
    assert database.kept("stock") == ""
