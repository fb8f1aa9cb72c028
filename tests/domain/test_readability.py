"""Syllables, sentences and the two measures of reading ease."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.readability import (
    ENGLISH_GRADE_LIMIT,
    SPANISH_EASE_LIMIT,
    fernandez_huerta,
    flesch_kincaid,
    reading_of,
    sentences_in,
    words_in,
)
from pfss_desktop.domain.syllables import english_syllables, spanish_syllables

EASY = "Sit on a chair. Lift your foot. Hold it. Lower it slowly."
HARD = "Subsequently undertake progressive eccentric strengthening of the quadriceps musculature."


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "knee thigh lift straight bend stretched breathe ache aches shoes stairs weight"),
        (2, "kneecap muscle table rested lifted bridges doing being lying quiet people muscles can't-go sideways"),
        (3, "exercise therapist slippery easier idea radio every-day radiate balanced-on"),
        (4, "exercises activity diabetes medication education"),
    ],
)
def test_english_words_have_the_syllables_that_are_spoken(syllables: int, words: str) -> None:
    for word in words.split():
        assert sum(map(english_syllables, word.split("-"))) == syllables, word


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "pie bien dos hay buey que"),
        (2, "cuando aunque puede guerra día leer viuda ciudad"),
        (3, "rodilla ejerce despacio vergüenza pingüino ahora oíste caía cuídate paraguas"),
        (4, "ejercicio vehículo sentadilla limpiaríais"),
    ],
)
def test_spanish_words_have_the_syllables_that_are_spoken(syllables: int, words: str) -> None:
    for word in words.split():
        assert spanish_syllables(word) == syllables, word


def test_the_formulas_are_those_of_their_papers() -> None:
    # A hundred words in ten sentences: 130 syllables in English, 190 in Spanish.
    assert flesch_kincaid(10, 100, 130) == pytest.approx(3.65)
    assert fernandez_huerta(10, 100, 190) == pytest.approx(82.64)


def test_sentences_end_at_their_stops_and_at_lines_and_not_inside_numbers() -> None:
    assert list(sentences_in("Lift 1.5 kg. Hold (“long!”) Now rest…\nOnce more, e.g. twice")) == [
        "Lift 1.5 kg.",
        "Hold (“long!”)",
        "Now rest…",
        "Once more, e.g. twice",
    ]


def test_words_are_letters_and_numbers_without_signs() -> None:
    assert words_in("Don't bend 10–20° – it's 1.5 × more…") == ["Don't", "bend", "10", "20", "it's", "1.5", "more"]


def test_an_easy_text_is_easy_and_a_hard_one_names_its_sentence() -> None:
    easy = reading_of([EASY], "en")
    assert easy is not None
    assert easy.is_easy
    both = reading_of([EASY, HARD], "en")
    assert both is not None
    assert both.hardest == HARD
    assert both.figure > ENGLISH_GRADE_LIMIT > easy.figure
    assert not both.is_easy


def test_spanish_counts_the_other_way_round() -> None:
    easy = reading_of(["Siéntese en una silla. Suba el pie. Baje el pie."], "es")
    hard = reading_of(["Posteriormente incorporará progresivamente ejercicios excéntricos para el cuádriceps."], "es")
    assert easy is not None
    assert hard is not None
    assert easy.is_easy
    assert not hard.is_easy
    assert hard.figure < SPANISH_EASE_LIMIT < easy.figure


def test_the_language_may_come_with_a_country() -> None:
    assert reading_of([EASY], "en-GB") == reading_of([EASY], "en") == reading_of([EASY], "en_US")


@pytest.mark.parametrize("texts", [[], [""], ["… – 🦵 \n"]])
def test_nothing_is_said_of_a_text_without_words(texts: list[str]) -> None:
    assert reading_of(texts, "en") is None


def test_nothing_is_said_in_a_language_without_a_measure() -> None:
    assert reading_of(["Setzen Sie sich."], "de") is None


@given(st.lists(st.text(max_size=200), max_size=5), st.sampled_from(["en", "es"]))
def test_any_text_is_read_and_its_hardest_sentence_is_one_of_its_own(texts: list[str], language: str) -> None:
    reading = reading_of(texts, language)
    if reading is not None:
        assert any(reading.hardest in text for text in texts)
        assert words_in(reading.hardest)


def test_a_very_long_text_is_read_as_well() -> None:
    assert reading_of(["Bend. " * 700 + "ab" * 50_000], "en") is not None
