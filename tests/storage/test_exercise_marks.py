"""Favourites, hidden exercises and what was used of late are there again after a restart."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.exercise_marks import RECENT_COUNT, ExerciseMarks
from pfss_desktop.storage.database import PlanDatabase
from tests.storage.house import House


def test_nothing_is_marked_at_first(database: PlanDatabase) -> None:
    assert database.exercise_marks() == ExerciseMarks()


def test_marks_outlive_the_program_and_can_be_taken_back(house: House) -> None:
    with house.opened() as database:
        database.mark_favourite("clamshell", on=True)
        database.mark_favourite("quad-set", on=True)
        database.mark_hidden("skipping", on=True)
        database.note_used(["quad-set", "clamshell"])
    with house.opened() as database:
        marks = database.exercise_marks()
        assert marks == ExerciseMarks(frozenset({"clamshell", "quad-set"}), frozenset({"skipping"}), ("clamshell", "quad-set"))
        database.mark_favourite("clamshell", on=False)
        database.mark_hidden("skipping", on=False)
        assert database.exercise_marks() == ExerciseMarks(frozenset({"quad-set"}), frozenset(), ("clamshell", "quad-set"))


def test_the_last_used_comes_first_and_few_are_listed(database: PlanDatabase) -> None:
    database.note_used([f"exercise-{number}" for number in range(RECENT_COUNT + 6)])
    database.note_used(["exercise-0"])
    recent = database.exercise_marks().recent
    assert len(recent) == RECENT_COUNT
    assert recent[:2] == ("exercise-0", f"exercise-{RECENT_COUNT + 5}")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["favourite", "hidden", "used"]), st.sampled_from("abcd"), st.booleans()), max_size=8))
def test_the_database_and_the_value_agree(database: PlanDatabase, steps: list[tuple[str, str, bool]]) -> None:
    marks = database.exercise_marks()
    for kind, name, on in steps:
        if kind == "favourite":
            marks = marks.with_favourite(name, on=on)
            database.mark_favourite(name, on=on)
        elif kind == "hidden":
            marks = marks.with_hidden(name, on=on)
            database.mark_hidden(name, on=on)
        else:
            marks = marks.with_used([name, "a"])
            database.note_used([name, "a"])
    assert database.exercise_marks() == marks
