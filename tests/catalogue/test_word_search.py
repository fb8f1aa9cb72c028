"""Finding an exercise by what a therapist types, on our own catalogue."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.catalogue.search import WordSearch
from pfss_desktop.catalogue.words import SYNONYMS, told_beside_name, words_beside_name, words_of
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.exercise import Exercise
from pfss_desktop.paths import resources


@cache
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


@cache
def search() -> WordSearch:
    return WordSearch(catalogue())


def names_for(text: str) -> list[str]:
    found = [catalogue().get(exercise_id) for exercise_id in search().find(text)]
    return [exercise.name for exercise in found if exercise is not None]


def test_an_empty_field_lists_everything_by_phase() -> None:
    everything = [exercise.id for exercise in catalogue()]
    assert list(search().find("")) == everything
    assert list(search().find("  \t ")) == everything


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("quad", "quad-set"),
        ("glute", "clamshell"),
        ("hams", "hamstring-curl-prone"),
        ("SLR", "slr-flexion"),
        ("slr", "slr-abduction"),
        ("TKE", "terminal-knee-extension-band"),
        ("ITB", "stretch-itb-tfl-standing"),
        ("VMO", "slr-external-rotation"),
        ("clam", "clamshell"),
        ("abd", "slr-abduction"),
        ("saq", "short-arc-quad"),
        ("supine", "slr-flexion"),
        ("sidelying", "clamshell"),
        ("prone", "stretch-quad-prone"),
        ("swiss", "bridge-swiss-ball"),
        ("gym ball", "bridge-swiss-ball"),
        ("theraband", "clamshell-band"),
        ("inner thigh", "slr-adduction"),
        ("arabesque", "t-stance"),
        ("chair stretch", "stretch-hamstring-seated"),
        ("kneecap", "patellar-mobilisation-self"),
        ("plyo", "double-leg-hop"),
        ("calf", "calf-raise-single"),
    ],
)
def test_what_therapists_type_finds_what_they_mean(typed: str, found: str) -> None:
    assert found in search().find(typed)


def test_every_word_must_match_wherever_it_stands() -> None:
    assert search().find("belt side")[0] == "isometric-hip-abduction-belt"
    assert set(search().find("bridge ball")) == {"bridge-swiss-ball", "hamstring-curl-swiss-ball"}
    assert search().find("bridge ball swimming") == ()


def test_names_that_begin_so_come_first_then_names_with_the_word_then_the_rest() -> None:
    assert names_for("bridge") == [
        "Bridge",
        "Bridge with feet on a pillow",
        "Bridge on Swiss ball",
        "Marching bridge",
        "Single-leg bridge",
        "Swiss ball hamstring curl",  # it starts from a bridge
    ]


def test_small_misspellings_are_forgiven_while_typing_and_after() -> None:
    assert search().find("brigde")[0] == "bridge-double"
    assert "stretch-hamstring-strap" in search().find("strech hamsting")
    assert "quad-set" in search().find("quadrcep")
    assert "clamshell" in search().find("glutues")


def test_a_word_that_is_there_hides_what_is_only_spelled_alike() -> None:
    assert "wall-sit" in search().find("wall")
    assert all("wall" in words(exercise_id) for exercise_id in search().find("wall"))


def words(exercise_id: str) -> set[str]:
    exercise = catalogue().get(exercise_id)
    assert exercise is not None
    return words_beside_name(exercise).union(words_of(exercise.name))


def test_case_accents_and_punctuation_do_not_matter() -> None:
    assert search().find("CLÁMSHELL!") == search().find("clamshell")
    assert search().find("side-lying") == search().find("side lying")


@pytest.mark.parametrize(
    "hostile", ["a" * 100_000, "hip " * 50_000, "\x00\x01\ufffe", "(.*+?[\\", "%_';--", "\ud800hip", "ﷺ" * 1000]
)
def test_a_hostile_query_is_answered(hostile: str) -> None:
    assert isinstance(search().find(hostile), tuple)


def test_an_empty_catalogue_finds_nothing() -> None:
    nothing = WordSearch(Catalogue())
    assert nothing.find("") == nothing.find("squat") == nothing.find("sqaut") == ()


@given(st.text(max_size=60))
def test_any_text_finds_known_exercises_at_most_once(typed: str) -> None:
    found = search().find(typed)
    assert len(set(found)) == len(found)
    assert set(found) <= {exercise.id for exercise in catalogue()}


@given(st.data())
def test_more_letters_never_find_more(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted({word for exercise in catalogue() for word in words(exercise.id)})))
    end = data.draw(st.integers(1, len(word)))
    assert set(search().find(word)) <= set(search().find(word[:end]))


@pytest.mark.parametrize("exercise", list(catalogue()), ids=lambda exercise: exercise.id)
def test_a_full_name_finds_its_exercise_first(exercise: Exercise) -> None:
    assert search().find(exercise.name)[0] == exercise.id


def misspelled(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def test_a_dropped_or_swapped_letter_in_a_long_word_still_finds_it() -> None:
    known = {word for exercise in catalogue() for word in words(exercise.id)}
    lost = []
    for exercise in catalogue():
        for word in {word for word in words_of(exercise.name) if len(word) >= 5}:
            for typed in misspelled(word):
                another_word = any(other.startswith(typed) for other in known)
                if not another_word and exercise.id not in search().find(typed):
                    lost.append((exercise.id, typed))
    assert lost == []


def test_every_synonym_leads_to_an_exercise_of_ours() -> None:
    for _phrase, also in SYNONYMS:
        for word in also.split():
            assert any(word in words(exercise.id) for exercise in catalogue()), word
    texts = [" ".join((*words_of(exercise.name), *words_of(told_beside_name(exercise)))) for exercise in catalogue()]
    assert [phrase for phrase, _also in SYNONYMS if not any(phrase in text for text in texts)] == []
