"""The moving figure keeps the prescribed time: out, hold, back, again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.figures.tempo import Pace


def pace(hold: int = 3, tempo: Tempo | None = None) -> Pace:
    return Pace.of(Dosage(reps=RepRange.exactly(10), hold_seconds=hold, tempo=tempo))


def test_one_repetition_goes_out_holds_and_comes_back() -> None:
    own = pace(hold=3, tempo=Tempo(out_seconds=2, back_seconds=4))
    assert [own.part_at(second) for second in (0, 1, 2, 4.9, 7, 9, 9.5)] == [0.0, 0.5, 1.0, 1.0, 0.5, 0.0, 0.0]


def test_it_starts_again_after_a_short_rest() -> None:
    own = pace()
    assert own.part_at(own.seconds + 0.7) == pytest.approx(own.part_at(0.7))


def test_a_long_hold_is_shortened_and_no_tempo_means_two_seconds_each_way() -> None:
    own = pace(hold=60)
    assert (own.out, own.hold, own.back) == (2.0, 5.0, 2.0)


def test_a_tempo_of_nothing_still_moves() -> None:
    assert pace(hold=0, tempo=Tempo(out_seconds=0, back_seconds=0)).seconds > 0.5


@given(st.floats(0, 1000))
def test_the_part_is_always_on_the_way(seconds: float) -> None:
    assert 0.0 <= pace().part_at(seconds) <= 1.0
