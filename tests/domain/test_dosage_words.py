"""What a therapist writes about a dosage is understood, in English and in Spanish, or refused; nothing is guessed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.dosage_words import UnknownDosage, dosage_change
from pfss_desktop.domain.faults import UserError
from tests.strategies import dosages

TEN = RepRange.exactly(10)
START = Dosage(sets=2, reps=TEN, hold_seconds=1, rest_seconds=45, tempo=Tempo(3, 3), times_per_day=3, days_per_week=4)


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("3x12", {"sets": 3, "reps": RepRange.exactly(12)}),
        ("3 x 10-12", {"sets": 3, "reps": RepRange(10, 12)}),
        ("3×10–12 reps.", {"sets": 3, "reps": RepRange(10, 12), "counted": CountUnit.REPS}),
        ("2 sets of 8 to 12", {"sets": 2, "reps": RepRange(8, 12)}),
        ("3x12 hold 5", {"sets": 3, "reps": RepRange.exactly(12), "hold_seconds": 5}),
        ("3 x 30 s", {"sets": 3, "reps": RepRange.exactly(1), "hold_seconds": 30}),
        ("3 x 5 min", {"sets": 3, "reps": None, "minutes": 5}),
        ("4 sets", {"sets": 4}),
        ("12 reps", {"reps": RepRange.exactly(12)}),
        ("20 steps", {"reps": RepRange.exactly(20), "counted": CountUnit.STEPS}),
        ("hold 5", {"hold_seconds": 5}),
        ("HOLD FOR 5 SECONDS", {"hold_seconds": 5}),
        ("30 s", {"hold_seconds": 30}),
        ("no hold, no rest, no tempo", {"hold_seconds": 0, "rest_seconds": 0, "tempo": None}),
        ("rest 60", {"rest_seconds": 60}),
        ("rest 1:30", {"rest_seconds": 90}),
        ("rest 1.5 min", {"rest_seconds": 90}),
        ("rest 1,5 min", {"rest_seconds": 90}),
        ("2x/day", {"times_per_day": 2}),
        ("twice a day", {"times_per_day": 2}),
        ("once daily", {"times_per_day": 1}),
        ("5 days", {"days_per_week": 5}),
        ("3 times a week", {"days_per_week": 3}),
        ("every day", {"days_per_week": 7}),
        ("10 min", {"reps": None, "minutes": 10, "sets": 1}),
        ("tempo 2-1-2", {"tempo": Tempo(2, 2), "hold_seconds": 1}),
        ("tempo 2-4", {"tempo": Tempo(2, 4)}),
        ("2 s out, 3 s back", {"tempo": Tempo(2, 3)}),
        ("3x10, twice a day; 5 days", {"sets": 3, "reps": TEN, "times_per_day": 2, "days_per_week": 5}),
        ("3 series de 12 repeticiones", {"sets": 3, "reps": RepRange.exactly(12)}),
        ("3 por 10 a 12, dos veces al día", {"sets": 3, "reps": RepRange(10, 12), "times_per_day": 2}),
        ("mantener 5 segundos y descanso 60 s", {"hold_seconds": 5, "rest_seconds": 60}),
        ("sin descanso", {"rest_seconds": 0}),
        ("5 días a la semana", {"days_per_week": 5}),
        ("ritmo 2-2, 10 repeticiones", {"tempo": Tempo(2, 2), "reps": TEN}),
        ("10 minutos cada día", {"reps": None, "minutes": 10, "sets": 1, "days_per_week": 7}),
    ],
)
def test_what_a_therapist_writes_is_understood_and_the_rest_stays(words: str, changed: dict[str, object]) -> None:
    assert dosage_change(words).of(START) == replace(START, **changed)


@pytest.mark.parametrize(
    "words",
    [
        "", "12", "x", "3x", "a lot", "3x12, 3x10", "hold 5, 30 s", "2.5 reps", "hold 2,5", "3x12,2x/day", "3x12x5",
        "2 x 3 times a day",
        "3 x 10-12 s", "every other day", "5 kg", "3x12 lb", "0x10", "3x501", "25 sets", "hold 601", "8 days", "13x/day",
        "12-8 reps",
        "241 min", "tempo 31-2", "9" * 100_000, "3x12 " * 50_000,
    ],
)  # fmt: skip
def test_what_is_not_understood_or_cannot_be_is_refused(words: str) -> None:
    with pytest.raises(UserError) as refusal:
        dosage_change(words).of(START)
    assert 0 < len(str(refusal.value)) < 500


def test_a_refusal_names_the_words_and_what_can_be_written() -> None:
    with pytest.raises(UnknownDosage, match="“feeling” was not understood; write for example 3x12, 3 x 10-12, hold 5"):
        dosage_change("3x12, with feeling")
    with pytest.raises(UnknownDosage, match="“3x12, 3x10” says one thing twice"):
        dosage_change("3x12, 3x10")


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["3", "x", "12", "-", "hold", "rest", "s", "min", "day", "a", "/", "tempo", "2", "sets"])).map(
        " ".join
    )
)
def test_any_words_are_understood_or_refused(words: str) -> None:
    try:
        meant = dosage_change(words)
        dosage = meant.of(START)
    except UserError:
        return
    assert dosage_change(f"  {words.upper()} ").of(START) == dosage


@given(dosages(), st.booleans())
def test_a_dosage_written_out_is_read_back_the_same(dosage: Dosage, is_spanish: bool) -> None:
    assert dosage_change(_spanish(dosage) if is_spanish else _english(dosage)).of(START) == _comparable(dosage)


def _comparable(dosage: Dosage) -> Dosage:
    return dosage if dosage.reps else replace(dosage, counted=START.counted)


def _english(dosage: Dosage) -> str:
    reps, tempo = dosage.reps, dosage.tempo
    return ", ".join(
        filter(
            None,
            [
                f"{dosage.sets} sets",
                f"{reps.low}-{reps.high} {dosage.counted.value}" if reps else "",
                f"{dosage.minutes} min" if dosage.minutes else "",
                f"hold {dosage.hold_seconds} s",
                f"rest {dosage.rest_seconds}",
                f"tempo {tempo.out_seconds}-{tempo.back_seconds}" if tempo else "no tempo",
                f"{dosage.times_per_day}x/day",
                f"{dosage.days_per_week} days",
            ],
        )
    )


def _spanish(dosage: Dosage) -> str:
    words = {
        CountUnit.REPS: "repeticiones", CountUnit.HOLDS: "contracciones", CountUnit.STEPS: "pasos",
        CountUnit.CONTACTS: "contactos",
        CountUnit.GLIDES: "deslizamientos", CountUnit.PASSES: "pasadas", CountUnit.BOUTS: "intervalos",
    }  # fmt: skip
    reps, tempo = dosage.reps, dosage.tempo
    return ", ".join(
        filter(
            None,
            [
                f"{dosage.sets} series",
                f"{reps.low} a {reps.high} {words[dosage.counted]}" if reps else "",
                f"{dosage.minutes} minutos" if dosage.minutes else "",
                f"mantener {dosage.hold_seconds} segundos",
                f"descanso de {dosage.rest_seconds} s",
                f"ritmo {tempo.out_seconds}-{tempo.back_seconds}" if tempo else "sin ritmo",
                f"{dosage.times_per_day} veces al día",
                f"{dosage.days_per_week} días a la semana",
            ],
        )
    )
