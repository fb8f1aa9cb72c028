"""The benchmark's baseline is honest: it writes the very same document."""

from pfss_desktop.handout.render import render_handout
from tests.benchmarks.bare_handout import recording_of, replayed, twelve_exercises
from tests.handout.plans_at_hand import plan_of_phases


def test_the_bare_calls_write_the_same_bytes() -> None:
    request = twelve_exercises()
    assert len(list(request.plan.prescriptions())) == 12
    assert request.plan == plan_of_phases(4, 4, 4)
    assert replayed(recording_of(request)) == render_handout(request)
