"""The file of the phase model, ours and broken ones."""

from pathlib import Path

import pytest

from pfss_desktop.catalogue.phase_model import load_usual_criteria
from pfss_desktop.domain.edits.phases import set_phase_criteria
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.paths import resources


def test_our_file_has_criteria_for_four_phases_that_a_plan_takes_as_they_stand() -> None:
    loaded = load_usual_criteria(resources() / "clinical" / "phases.toml")
    assert loaded.faults == ()
    assert [len(criteria) for criteria in loaded.criteria] == [5, 4, 6, 4]
    assert loaded.criteria[1][0] == "3 x 12 of main lifts with pain 3/10 or less and back to baseline by next morning"
    plan = Plan("plan", "Knee plan", phases=(Phase("calm", "Calm"),))
    for criteria in loaded.criteria:
        assert set_phase_criteria(plan, "calm", criteria).phase("calm").criteria == criteria


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ('[[phases]]\nname = "A"\ncriteria = "no list"\n', ["phases item 1.criteria"]),
        ('[[phases]]\nname = ""\n[[phases]]\nname = "B"\n[[phases]]\nname = "\\u202eC"\n', ["phases item 1", "phases item 3"]),
        ("phases = ", [""]),
        ("[[phases]]\nname = 1\nextra = 2\n", ["phases item 1.extra", "phases item 1.name"]),
    ],
)
def test_a_broken_file_gives_nothing_and_every_fault(tmp_path: Path, content: str, faults: list[str]) -> None:
    path = tmp_path / "phases.toml"
    path.write_text(content, encoding="utf-8")
    loaded = load_usual_criteria(path)
    assert loaded.criteria == ()
    assert sorted(fault.fault.field for fault in loaded.faults) == faults
    assert {fault.file for fault in loaded.faults} == {"phases.toml"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    [fault] = load_usual_criteria(tmp_path / "phases.toml").faults
    assert str(fault) == "phases.toml: is not a file"
