"""Every dosage, side, resistance and range has its words."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Weeks
from pfss_desktop.domain.resistance import (
    Band,
    BandForm,
    BandPosition,
    Bodyweight,
    CuffWeight,
    Machine,
    Mass,
    MassUnit,
    NoResistance,
    Resistance,
)
from pfss_desktop.handout.dosage_words import amount_words, duration_words, often_words
from pfss_desktop.handout.words import (
    code_words,
    date_words,
    knee_words,
    range_words,
    resistance_words,
    side_words,
    weeks_words,
)
from tests.handout.plans_at_hand import plan_of, prescription

TWELVE = RepRange.exactly(12)
ONE = RepRange.exactly(1)
TWO = RepRange.exactly(2)


@pytest.mark.parametrize(
    ("dosage", "said"),
    [
        (Dosage(sets=3, reps=TWELVE), "3 sets of 12"),
        (Dosage(sets=3, reps=RepRange(10, 15)), "3 sets of 10 to 15"),
        (Dosage(sets=1, reps=TWELVE), "12 times"),
        (Dosage(sets=1, reps=RepRange(10, 15)), "10 to 15 times"),
        (Dosage(sets=1, reps=ONE), "1 time"),
        (Dosage(sets=3, reps=ONE), "3 times"),
        (Dosage(sets=3, reps=ONE, hold_seconds=30, rest_seconds=15), "3 times · hold 30 seconds · rest 15 seconds in between"),
        (Dosage(sets=3, reps=TWELVE, hold_seconds=5), "3 sets of 12 · hold 5 seconds"),
        (Dosage(sets=3, reps=TWELVE, hold_seconds=1), "3 sets of 12 · hold 1 second"),
        (Dosage(sets=3, reps=TWELVE, rest_seconds=60), "3 sets of 12 · rest 1 minute between sets"),
        (Dosage(sets=3, reps=TWELVE, rest_seconds=45), "3 sets of 12 · rest 45 seconds between sets"),
        (Dosage(sets=1, reps=TWELVE, rest_seconds=30), "12 times"),
        (Dosage(sets=3, reps=TWELVE, tempo=Tempo(3, 1)), "3 sets of 12 · 3 seconds one way, 1 second back"),
        (Dosage(sets=3, reps=TWELVE, tempo=Tempo(0, 4)), "3 sets of 12 · go fast, take 4 seconds to come back"),
        (Dosage(sets=3, reps=TWELVE, tempo=Tempo(2, 0)), "3 sets of 12 · take 2 seconds to go, come back fast"),
        (Dosage(sets=3, reps=TWELVE, tempo=Tempo(0, 0)), "3 sets of 12 · move fast both ways"),
        (Dosage(sets=1, reps=TWO, counted=CountUnit.HOLDS, hold_seconds=30), "2 holds · 30 seconds each"),
        (
            Dosage(sets=1, reps=TWO, counted=CountUnit.HOLDS, hold_seconds=30, rest_seconds=15),
            "2 holds · 30 seconds each · rest 15 seconds between holds",
        ),
        (Dosage(sets=3, reps=TWO, counted=CountUnit.HOLDS, hold_seconds=30), "3 sets of 2 holds · 30 seconds each"),
        (Dosage(sets=3, reps=ONE, counted=CountUnit.HOLDS, hold_seconds=30), "3 holds · 30 seconds each"),
        (Dosage(sets=1, reps=ONE, counted=CountUnit.HOLDS, hold_seconds=60), "1 hold · 1 minute each"),
        (Dosage(sets=3, reps=RepRange.exactly(10), counted=CountUnit.STEPS), "3 sets of 10 steps"),
        (Dosage(sets=1, reps=RepRange(10, 30), counted=CountUnit.STEPS), "10 to 30 steps"),
        (Dosage(sets=2, reps=RepRange.exactly(8), counted=CountUnit.CONTACTS), "2 sets of 8 landings"),
        (
            Dosage(sets=2, reps=RepRange.exactly(6), counted=CountUnit.CONTACTS, hold_seconds=2),
            "2 sets of 6 landings · hold 2 seconds",
        ),
        (Dosage(sets=1, reps=RepRange.exactly(10), counted=CountUnit.GLIDES), "10 glides"),
        (Dosage(sets=1, reps=ONE, counted=CountUnit.PASSES, hold_seconds=60), "1 pass · 1 minute each"),
        (Dosage(sets=4, reps=ONE, counted=CountUnit.BOUTS), "4 rounds"),
        (Dosage(sets=4, reps=ONE, counted=CountUnit.BOUTS, minutes=10), "4 rounds · 10 minutes in all"),
        (Dosage(sets=1, reps=ONE, counted=CountUnit.BOUTS, minutes=20), "20 minutes"),
        (Dosage(minutes=15), "15 minutes"),
        (Dosage(minutes=1), "1 minute"),
        (Dosage(sets=3, minutes=15), "3 sets · 15 minutes in all"),
    ],
)
def test_an_amount_is_said_in_full(dosage: Dosage, said: str) -> None:
    assert " · ".join(amount_words(prescription(dosage=dosage))) == said


@pytest.mark.parametrize(
    ("times", "days", "said"),
    [
        (1, 7, "once a day · every day"),
        (2, 5, "twice a day · 5 days a week"),
        (3, 1, "3 times a day · 1 day a week"),
        (12, 2, "12 times a day · 2 days a week"),
    ],
)
def test_frequency_is_said_by_day_and_by_week(times: int, days: int, said: str) -> None:
    assert " · ".join(often_words(Dosage(reps=TWELVE, times_per_day=times, days_per_week=days))) == said


@pytest.mark.parametrize(
    ("laterality", "side", "side_said", "amount_said"),
    [
        (Laterality.UNILATERAL, Side.LEFT, "Left leg", "3 sets of 12"),
        (Laterality.UNILATERAL, Side.RIGHT, "Right leg", "3 sets of 12"),
        (Laterality.UNILATERAL, Side.BOTH, "Left, then right leg", "3 sets of 12 for each leg"),
        (Laterality.UNILATERAL, Side.ALTERNATING, "Switch legs each time", "3 sets of 12 for each leg"),
        (Laterality.UNILATERAL, None, "Leg: ________", "3 sets of 12"),
        (Laterality.BILATERAL, Side.BOTH, "Both legs together", "3 sets of 12"),
        (Laterality.BILATERAL, Side.LEFT, "Left leg", "3 sets of 12"),
        (Laterality.BILATERAL, Side.RIGHT, "Right leg", "3 sets of 12"),
        (Laterality.BILATERAL, Side.ALTERNATING, "Switch legs each time", "3 sets of 12"),
        (Laterality.BILATERAL, None, "Both legs together", "3 sets of 12"),
        (Laterality.ALTERNATING, Side.ALTERNATING, "Switch legs each time", "3 sets of 12 for each leg"),
        (Laterality.ALTERNATING, Side.BOTH, "Left, then right leg", "3 sets of 12 for each leg"),
        (Laterality.ALTERNATING, Side.LEFT, "Left leg", "3 sets of 12 for each leg"),
        (Laterality.ALTERNATING, None, "Switch legs each time", "3 sets of 12 for each leg"),
    ],
)
def test_a_side_is_said_and_never_guessed(laterality: Laterality, side: Side | None, side_said: str, amount_said: str) -> None:
    held = prescription(laterality=laterality, side=side, dosage=Dosage(sets=3, reps=TWELVE))
    assert side_words(held) == side_said
    assert amount_words(held) == (amount_said,)


def test_a_walk_has_no_side_but_a_one_legged_hold_by_the_minute_has() -> None:
    walk = prescription(laterality=Laterality.ALTERNATING, side=Side.ALTERNATING, dosage=Dosage(minutes=15))
    assert side_words(walk) == ""
    one_leg = prescription(laterality=Laterality.UNILATERAL, side=Side.RIGHT, dosage=Dosage(minutes=2))
    assert side_words(one_leg) == "Right leg"
    not_set = prescription(laterality=Laterality.UNILATERAL, side=None, dosage=Dosage(minutes=2))
    assert side_words(not_set) == "Leg: ________"


@pytest.mark.parametrize(
    ("resistance", "said"),
    [
        (NoResistance(), ""),
        (Bodyweight(), ""),
        (CuffWeight(Mass(Decimal("2"), MassUnit.POUND)), "2 lb ankle cuff"),
        (CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND)), "2.50 lb ankle cuff"),
        (CuffWeight(Mass(Decimal("0.75"), MassUnit.KILOGRAM)), "0.75 kg ankle cuff"),
        (Band("red", "TheraBand", BandForm.LOOP, BandPosition.ABOVE_KNEES), "red loop band above the knees (TheraBand)"),
        (Band("green", "CanDo"), "green band (CanDo)"),
        (Band("lime"), "lime band"),
        (Band("blue", "", BandForm.FLAT, BandPosition.BELOW_KNEES), "blue band below the knees"),
        (Band("blue", "", BandForm.LOOP, BandPosition.ANKLES), "blue loop band at the ankles"),
        (Band("blue", "", BandForm.LOOP, BandPosition.FOREFEET), "blue loop band around the front of the feet"),
        (Band("blue", "", BandForm.FLAT, BandPosition.BEHIND_KNEE), "blue band behind the knee"),
        (Band("blue", "", BandForm.FLAT, BandPosition.ANCHORED), "blue band fixed to an anchor"),
        (Band("{colour}", "{maker}"), "{colour} band ({maker})"),
        (Machine(), "machine"),
        (Machine(Mass(Decimal("20"), MassUnit.KILOGRAM)), "machine set to 20 kg"),
    ],
)
def test_resistance_is_said_as_it_was_typed(resistance: Resistance, said: str) -> None:
    assert resistance_words(resistance) == said


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (None, ""),
        (RangeLimit(Joint.KNEE_FLEXION, 0, 45), "bend your knee no more than 45°"),
        (RangeLimit(Joint.KNEE_FLEXION, -5, 60), "bend your knee no more than 60°"),
        (RangeLimit(Joint.KNEE_FLEXION, 45, 90), "keep your knee bend between 90° and 45°"),
        (RangeLimit(Joint.HIP_FLEXION, 0, 90), "bend your hip no more than 90°"),
        (RangeLimit(Joint.HIP_FLEXION, 30, 90), "keep your hip bend between 90° and 30°"),
        (RangeLimit(Joint.HIP_FLEXION, -20, 0), "keep your hip bend between 0° and −20°"),
        (RangeLimit(Joint.HIP_ABDUCTION, 0, 30), "move your leg out to the side no more than 30°"),
        (RangeLimit(Joint.HIP_ABDUCTION, 10, 30), "keep your leg between 30° and 10° out to the side"),
        (RangeLimit(Joint.HIP_ROTATION, 0, 30), "turn your leg out no more than 30°"),
        (RangeLimit(Joint.HIP_ROTATION, 10, 30), "keep your leg turned out between 30° and 10°"),
        (RangeLimit(Joint.ANKLE_DORSIFLEXION, 0, 10), "pull your toes up no more than 10°"),
        (RangeLimit(Joint.ANKLE_DORSIFLEXION, 5, 10), "keep your toes pulled up between 10° and 5°"),
    ],
)
def test_a_range_is_said_by_what_the_patient_does(limit: RangeLimit | None, said: str) -> None:
    assert range_words(limit) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (90, "90 seconds"),
        (120, "2 minutes"),
        (150, "2 minutes 30 seconds"),
    ],
)
def test_seconds_become_minutes_where_people_say_so(seconds: int, said: str) -> None:
    assert duration_words(seconds) == said


def test_minutes_for_one_leg_after_the_other_are_said_to_be_all_there_is() -> None:
    assert amount_words(prescription(side=Side.BOTH, dosage=Dosage(minutes=2))) == ("2 minutes in all",)
    walk = prescription(laterality=Laterality.ALTERNATING, side=None, dosage=Dosage(minutes=15))
    assert amount_words(walk) == ("15 minutes",)


DOSAGES = st.builds(
    Dosage,
    sets=st.integers(1, 20),
    reps=st.tuples(st.integers(1, 500), st.integers(1, 500)).map(lambda pair: RepRange(min(pair), max(pair))),
    counted=st.sampled_from(CountUnit),
    hold_seconds=st.integers(0, 600),
    rest_seconds=st.integers(0, 900),
    tempo=st.none() | st.builds(Tempo, st.integers(0, 30), st.integers(0, 30)),
    minutes=st.none() | st.integers(1, 240),
    times_per_day=st.integers(1, 12),
    days_per_week=st.integers(1, 7),
)


@given(DOSAGES)
def test_no_number_of_a_dosage_is_left_unsaid(dosage: Dosage) -> None:
    said = " · ".join((*amount_words(prescription(dosage=dosage)), *often_words(dosage)))
    numbers = re.findall(r"\d+", said)
    spoken = {1: "once a day", 2: "twice a day"}
    one_go = dosage.minutes is not None and dosage.sets == dosage.reps.high == 1  # type: ignore[union-attr]
    expected = [
        *([] if one_go else [number for number in (dosage.reps.low, dosage.reps.high) if number > 1]),  # type: ignore[union-attr]
        *([dosage.sets] if dosage.sets > 1 else []),
        *([dosage.minutes] if dosage.minutes else []),
        *([dosage.times_per_day] if dosage.times_per_day > 2 else []),
        *([dosage.days_per_week] if dosage.days_per_week < 7 else []),
    ]
    assert all(str(number) in numbers for number in expected)
    assert spoken.get(dosage.times_per_day, "") in said
    assert not dosage.hold_seconds or duration_words(dosage.hold_seconds) in said
    assert not dosage.rest_seconds or dosage.sets == 1 or duration_words(dosage.rest_seconds) in said
    if dosage.tempo:
        for seconds in (dosage.tempo.out_seconds, dosage.tempo.back_seconds):
            assert duration_words(seconds) in said if seconds else "fast" in said


def test_weeks_knees_dates_and_codes() -> None:
    assert (weeks_words(None), weeks_words(Weeks(2, 2)), weeks_words(Weeks(3, 6))) == ("", "week 2", "weeks 3–6")
    assert [knee_words(side) for side in (None, Side.LEFT, Side.RIGHT, Side.BOTH)] == [
        "",
        "left knee",
        "right knee",
        "both knees",
    ]
    assert date_words(date(2026, 5, 3)) == "3 May 2026"
    assert code_words(plan_of(), 2) == "3F2A9C1E-2"
    assert code_words(plan_of(), None) == "3F2A9C1E"
