"""Templates: ours, read as plans, and broken ones."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.catalogue.templates import LoadedTemplates, load_templates
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.edits.phases import replace_phases
from pfss_desktop.domain.exercise import Laterality
from pfss_desktop.domain.plan import Plan
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, CuffWeight, MassUnit
from pfss_desktop.domain.templates import Template
from pfss_desktop.paths import resources

FOLDER = resources() / "templates"
IDS = sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def catalogue() -> Catalogue:
    return load_catalogue(resources() / "catalogue").catalogue


@cache
def ours() -> LoadedTemplates:
    return load_templates(FOLDER, catalogue())


def template(template_id: str) -> Template:
    return next(held for held in ours().templates if held.plan.id == template_id)


def drawn(plan: Plan) -> str:
    """The plan as text: a line for each phase and each prescription."""
    lines = []
    for phase in plan.phases:
        weeks = f"{phase.weeks.first}-{phase.weeks.last}" if phase.weeks else "-"
        lines.append(f"{phase.name} ({weeks})")
        lines += [f"  {held.exercise_id} {dose(held)}" for held in phase.prescriptions]
    return "\n".join(lines)


def dose(held: Prescription) -> str:
    dosage = held.dosage
    reps = (
        ""
        if dosage.reps is None
        else f"{dosage.sets}x{dosage.reps.low}" + ("" if dosage.reps.is_single else f"-{dosage.reps.high}")
    )
    hold = f" hold {dosage.hold_seconds}" if dosage.hold_seconds else ""
    resistance = held.resistance
    against = f" {resistance.mass.amount}{resistance.mass.unit}" if isinstance(resistance, CuffWeight) else ""
    against += f" {resistance.colour}" if isinstance(resistance, Band) else ""
    return f"{reps}{hold}{against} {dosage.times_per_day}/day {dosage.days_per_week}/week"


def test_all_of_ours_load_without_a_fault_by_title() -> None:
    assert list(map(str, ours().faults)) == []
    assert sorted(held.plan.id for held in ours().templates) == IDS
    assert len(IDS) >= 5
    titles = [held.plan.title for held in ours().templates]
    assert titles == sorted(titles, key=str.casefold)


def test_the_classic_is_the_programme_of_the_first_article_in_its_doses() -> None:
    assert (
        drawn(template("pfss-classic").plan)
        == """\
Thigh muscle and leg raises (1-2)
  quad-set 1x10-15 hold 5 2/day 7/week
  short-arc-quad 1x10-15 hold 5 2/day 7/week
  slr-flexion 2x10-15 hold 3 1/day 7/week
  slr-abduction 2x10-15 hold 3 1/day 7/week
  slr-extension 2x10-15 hold 3 1/day 7/week
Hip muscles (2-4)
  clamshell 2x15-25 hold 3 1/day 7/week
  isometric-hip-abduction-belt 1x10 hold 5 1/day 7/week
  slr-flexion 2x10-15 hold 3 2lb 1/day 4/week
  slr-abduction 2x10-15 hold 3 2lb 1/day 4/week
Bridges and bands (4-7)
  bridge-double 3x10 hold 3 1/day 4/week
  bridge-swiss-ball 3x10 hold 3 1/day 3/week
  clamshell-band 3x12 hold 2 red 1/day 4/week
  standing-hip-abduction-band 3x10 hold 1 red 1/day 3/week
  standing-hip-extension-band 3x10 hold 1 red 1/day 3/week
Balance (6-10)
  single-leg-stance 3x1 hold 30 1/day 7/week
  t-stance 2x8 hold 3 1/day 3/week
  bosu-balance 3x1 hold 30 1/day 4/week
  bridge-pillow 3x10 hold 3 1/day 3/week
  lateral-band-walk 3x10 red 1/day 3/week
Hops (8-16)
  double-leg-hop 2x8 1/day 2/week
  single-leg-hop 2x5 1/day 2/week
  diagonal-hop 2x5 hold 1 1/day 2/week
  single-leg-stance 2x1 hold 30 1/day 3/week"""
    )


def test_the_same_file_is_always_the_same_plan() -> None:
    assert load_templates(FOLDER, catalogue()) == ours()
    plan = template("short-on-time").plan
    assert [phase.id for phase in plan.phases] == ["phase-1", "phase-2", "phase-3"]
    assert [held.id for held in plan.phases[1].prescriptions] == ["phase-2-1", "phase-2-2", "phase-2-3"]


@pytest.mark.parametrize("template_id", IDS)
def test_a_template_is_phased_short_and_says_what_it_rests_on(template_id: str) -> None:
    held = template(template_id)
    assert held.summary
    keys = set(re.findall(r"\b[A-Z]{3,}[0-9]{0,2}\b", held.basis))
    assert keys, "no source named"
    assert keys <= set(catalogue().sources)
    assert "defaults to edit" in held.basis
    assert len(held.plan.phases) >= 3
    for phase in held.plan.phases:
        assert 1 <= len(phase.prescriptions) <= 5
        assert phase.goal
        assert phase.criteria
        assert phase.weeks
        for line in (phase.goal, *phase.criteria):
            assert line.endswith(".")
    starts = [phase.weeks.first for phase in held.plan.phases if phase.weeks]
    assert starts == sorted(starts)


@pytest.mark.parametrize("template_id", IDS)
def test_exercises_get_no_easier_by_phase_and_no_squat_is_deep_before_phase_three(template_id: str) -> None:
    plan = template(template_id).plan
    hardest = 0
    for phase in plan.phases:
        levels = [exercise.phase for held in phase.prescriptions if (exercise := catalogue().get(held.exercise_id))]
        assert max(levels) >= hardest, phase.name
        hardest = max(levels)
        for held in phase.prescriptions:
            limit = held.range_limit
            if held.exercise_id in ("mini-squat", "wall-squat") and limit is not None:
                assert limit.high_degrees <= 45


def test_no_template_names_a_side_that_may_be_the_wrong_one() -> None:
    for held in ours().templates:
        assert held.plan.affected_side is None
        for prescription in held.plan.prescriptions():
            assert prescription.side not in (Side.LEFT, Side.RIGHT)
            if prescription.laterality is Laterality.UNILATERAL:
                assert prescription.side in (None, Side.BOTH)


def test_an_applied_template_takes_the_affected_side_of_the_plan() -> None:
    applied = replace_phases(Plan("mine", "Mine", affected_side=Side.LEFT), template("pfss-classic").plan)
    sides = {held.exercise_id: held.side for held in applied.prescriptions()}
    assert sides["quad-set"] is Side.LEFT
    assert sides["isometric-hip-abduction-belt"] is Side.BOTH
    assert sides["bridge-double"] is Side.BOTH


def test_a_mass_keeps_the_unit_it_was_written_in() -> None:
    cuff = next(
        held.resistance for held in template("pfss-classic").plan.prescriptions() if isinstance(held.resistance, CuffWeight)
    )
    assert (str(cuff.mass.amount), cuff.mass.unit) == ("2", MassUnit.POUND)


def test_the_runner_gets_the_stricter_pain_rule() -> None:
    rule = template("runners-return").plan.pain_rule
    assert (rule.safe_up_to, rule.acceptable_up_to) == (2, 3)


SOUND = """
title = "Mine"
[[phases]]
name = "One"
weeks = "1-3"
[[phases.exercises]]
exercise = "slr-flexion"
"""


def faults_of(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in load_templates(tmp_path, catalogue()).faults]


def test_a_short_template_takes_the_rest_from_the_catalogue(tmp_path: Path) -> None:
    assert faults_of(tmp_path, SOUND) == []
    (mine,) = load_templates(tmp_path, catalogue()).templates
    exercise = catalogue().get("slr-flexion")
    assert exercise is not None
    (held,) = mine.plan.prescriptions()
    assert (held.dosage, held.text) == (exercise.dosage, exercise.for_patient)


def test_every_mistake_is_listed_at_once(tmp_path: Path) -> None:
    text = """
title = ""
author = "me"
pain_rule = { safe_up_to = 5, acceptable_up_to = 3 }
[[phases]]
name = "One"
weeks = "3-1"
colour = "red"
[[phases.exercises]]
exercise = "slr-flexoin"
[[phases.exercises]]
exercise = "slr-flexion"
dosage = { sets = 99, reps = "many", tempo = { out_seconds = 99, back_seconds = 1 } }
resistance = { kind = "cuff", mass = "2 stone" }
side = "alternating"
range = { knee_flexion = "90 to 0" }
[[phases]]
name = ""
weeks = "one"
[[phases.exercises]]
exercise = "clamshell"
resistance = { kind = "band", colour = "red" }
dosage = { setz = 3 }
[[phases.exercises]]
exercise = "clamshell"
resistance = { kind = "none", colour = "red" }
range = { knee_flexion = "0 to 90", hip_flexion = "0 to 9" }
"""
    assert [fault.split(": ")[1] for fault in faults_of(tmp_path, text)] == [
        "author",
        "pain_rule",
        "phases item 1.colour",
        "phases item 1.exercises item 1.exercise",
        "phases item 1.exercises item 2.dosage.reps",
        "phases item 1.exercises item 2.dosage.tempo",
        "phases item 1.exercises item 2.dosage.sets",
        "phases item 1.exercises item 2.resistance.mass",
        "phases item 1.exercises item 2.side",
        "phases item 1.exercises item 2.range",
        "phases item 2.exercises item 1.dosage.setz",
        "phases item 2.exercises item 2.resistance.colour",
        "phases item 2.exercises item 2.range",
        "phases item 2.name",
        "phases item 2.weeks",
        "title",
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (('resistance = "x"', ""), "resistance: must be"),
        (('resistance = "machine"', ""), "resistance: must be one of: none, cuff, band"),
        (('resistance = { kind = "cuff" }', ""), "resistance.mass: must be a number and its unit"),
        (('resistance = { kind = "band" }', ""), "resistance: must be one line of 1 to 200 printable characters"),
        (('resistance = { kind = "cuff", mass = "99 lb" }', ""), "resistance: must be more than 0 and at most 50"),
        (('note = "' + "a" * 5000 + '"', ""), "note: must be printable text of at most 4000 characters"),
        (("exercise = 3", 'exercise = "slr-flexion"'), "exercise: must be a text in quotes"),
    ],
)
def test_a_mistake_in_an_exercise_line_says_what_would_be_right(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    added, removed = change
    text = SOUND.replace(removed, "") if removed else SOUND
    (fault,) = faults_of(tmp_path, text + added + "\n")
    assert f"mine.toml: phases item 1.exercises item 1.{reason}" in fault


@pytest.mark.parametrize(
    "text", ['title = "Mine"', 'title = "Mine"\nphases = []', 'title = "Mine"\nphases = 3', "phases = [3]", "x" * 300_000]
)
def test_a_file_without_phases_is_no_template(tmp_path: Path, text: str) -> None:
    assert faults_of(tmp_path, text)


def test_a_broken_template_disables_only_itself(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "gentle.toml", tmp_path)
    assert faults_of(tmp_path, "title = ") == ["mine.toml: is not valid TOML: Invalid value (at end of document)"]
    (tmp_path / "two words.toml").write_text(SOUND, encoding="utf-8")
    loaded = load_templates(tmp_path, catalogue())
    assert [held.plan.id for held in loaded.templates] == ["gentle"]
    assert "its name must be" in str(loaded.faults[1])


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert [str(fault) for fault in load_templates(tmp_path / "gone", catalogue()).faults] == ["gone: cannot be read"]
