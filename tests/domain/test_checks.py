"""What is pointed out in a plan: pictures of plans beside their checks, and every remedy as an edit that settles its check."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pfss_desktop.catalogue.loading import load_catalogue
from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.checks.check import Check, CheckSettings, Rule
from pfss_desktop.domain.checks.every_check import checks_of
from pfss_desktop.domain.plan import Phase, Plan
from pfss_desktop.domain.prescription import Prescription, prescribe
from pfss_desktop.domain.resistance import CuffWeight, Mass, MassUnit
from pfss_desktop.paths import resources
from tests.pictures import drawing, prescribed
from tests.strategies import plans

CATALOGUE = load_catalogue(resources() / "catalogue").catalogue
AMPLE = CheckSettings(minutes_per_day=10_000)
"""Settings under which no day is too long, for the cases that are not about minutes."""
MODEL = (("no pain",), ("3 x 12",), ("ten step-downs", "no limp"), ("hop at 90 percent",))
"""Criteria of the phase model, shortened."""
SIDES = {side.value: side for side in Side}


def drawn(picture: str) -> Plan:
    """Make a plan of its picture: affected side, phases, `until` a criterion, exercises of the catalogue with what differs."""
    phases: list[Phase] = []
    affected = None
    for line in dedent(picture).strip("\n").splitlines():
        words = [word.strip() for word in line.split(",")]
        if line.endswith(" knee") and not phases:
            affected = SIDES[line.removesuffix(" knee")]
        elif not line.startswith(" "):
            phases.append(Phase(line.replace(" ", "-"), line))
        elif words[0].startswith("until "):
            phases[-1] = replace(phases[-1], criteria=(*phases[-1].criteria, words[0].removeprefix("until ")))
        else:
            number = sum(len(phase.prescriptions) for phase in phases) + 1
            held = _held(words, f"{words[0].replace(' ', '-')}-{number}", affected)
            phases[-1] = replace(phases[-1], prescriptions=(*phases[-1].prescriptions, held))
    return Plan("plan", "Knee plan", affected_side=affected, phases=tuple(phases))


def _held(words: list[str], held_id: str, affected: Side | None) -> Prescription:
    exercise = CATALOGUE.get(words[0])
    held = prescribe(exercise, held_id, affected) if exercise else prescribed(words[0], held_id)
    for word in words[1:]:
        if word == "no side":
            held = replace(held, side=None)
        elif word == "cuff":
            held = replace(held, resistance=CuffWeight(Mass(Decimal(2), MassUnit.POUND)))
        elif word.startswith(("knee ", "hip ")):
            joint = Joint.KNEE_FLEXION if word.startswith("knee") else Joint.HIP_FLEXION
            low, high = map(int, word.split()[1].split("-"))
            held = replace(held, range_limit=RangeLimit(joint, low, high))
        else:
            held = replace(held, side=SIDES[word])
    return held


def told(checks: tuple[Check, ...]) -> str:
    """Draw checks: what each says and, behind an arrow, what its remedy does."""
    return "\n".join(check.text + (f" -> {check.remedy.text}" if check.remedy else "") for check in checks)


CASES = {
    "a plan as it should be": (
        """
        right knee
        Calm
          until no pain
          quad-set
          slr-flexion, cuff
          short-arc-quad
        Strengthen
          until 3 x 12
          mini-squat
          bridge-double
        Hops
          until no pain in hops
          double-leg-hop
        """,
        "",
    ),
    "a plan without phases": ("left knee", ""),
    "five exercises are fine, six are many": (
        """
        right knee
        Calm
          until no pain
          quad-set
          slr-flexion
          slr-abduction
          slr-extension
          clamshell
        Strengthen
          until 3 x 12
          quad-set
          slr-flexion
          slr-abduction
          slr-extension
          clamshell
          heel-slide
        """,
        "“Strengthen” has 6 exercises.",
    ),
    "an empty phase, said once": (
        """
        Calm
        """,
        "“Calm” has no exercises. -> Take the phase out",
    ),
    "no criteria to move on, and none to finish": (
        """
        right knee
        Calm
          quad-set
        Strengthen
          squat-full, knee 0-45
          step-up-lateral
        """,
        """
        “Calm” has no criteria to move on. -> Put in the usual criteria (1)
        “Strengthen” has no criteria to finish. -> Put in the usual criteria (2)
        """,
    ),
    "jumps in the first phases go behind a gate": (
        """
        right knee
        Calm
          until no pain
          double-leg-hop
        Strengthen
          until 3 x 12
          skipping
        Squats
          mini-squat
        Hops
          until no pain in hops
          double-leg-hop
        """,
        """
        “Double-leg hop” comes early: phase 1. -> Move to phase 3
        “Skipping drill (A-skip)” comes early: phase 2. -> Move to phase 3
        “Squats” has no criteria to move on. -> Put in the usual criteria (1)
        Jumps in “Hops” have no gate. -> Put in the usual criteria (1)
        """,
    ),
    "jumps go where the jumps are": (
        """
        right knee
        Calm
          until no pain
          double-leg-hop
        Strengthen
          until 3 x 12
          quad-set
        Squats
          until ten squats
          mini-squat
        Balance
          until 30 seconds
          t-stance
        Hops
          until no pain in hops
          single-leg-hop
        """,
        "“Double-leg hop” comes early: phase 1. -> Move to phase 5",
    ),
    "without jumps elsewhere they go as late as the catalogue has them": (
        """
        right knee
        Calm
          until no pain
          double-leg-hop
        Strengthen
          until 3 x 12
          quad-set
        Squats
          until ten squats
          mini-squat
        Balance
          until 30 seconds
          t-stance
        """,
        "“Double-leg hop” comes early: phase 1. -> Move to phase 4",
    ),
    "jumps in a plan that ends early": (
        """
        right knee
        Calm
          until no pain
          single-leg-hop
        """,
        "“Single-leg hop” comes early: phase 1. -> Take it out",
    ),
    "squats to 45 degrees in the first two phases, deeper in the third": (
        """
        right knee
        Calm
          until no pain
          squat-full
          mini-squat
          bridge-double
        Strengthen
          until 3 x 12
          mini-squat, knee 20-60
          squat-full, knee 0-45
          split-squat, hip 0-60
        Squats
          until ten squats
          squat-full
        """,
        """
        “Squat, progressive depth (to 90 degrees)” bends the knee to 90° in phase 1. -> Limit the knee to 0–45°
        “Mini squat (0 to 45 degrees)” bends the knee to 60° in phase 2. -> Limit the knee to 20–45°
        “Split squat” bends the knee to 70° in phase 2.
        """,
    ),
    "a cuff on the short arc, in whatever phase": (
        """
        right knee
        Calm
          until no pain
          short-arc-quad, cuff
          slr-flexion, cuff
        """,
        "“Short arc quad” has a cuff weight. -> Take the cuff off",
    ),
    "a side that is missing, of a known knee": (
        """
        left knee
        Calm
          until no pain
          clamshell, no side
          bridge-double, no side
        """,
        "“Clamshell” has no side. -> Set to left",
    ),
    "a side that is missing, of both knees": (
        """
        both knee
        Calm
          until no pain
          clamshell, no side
        """,
        "“Clamshell” has no side.",
    ),
    "sides that are missing while the plan has none either, said once": (
        """
        Calm
          until no pain
          clamshell
          slr-flexion
        Strengthen
          until 3 x 12
          slr-abduction
          bridge-double
          quad-set, left
        """,
        "3 exercises have no side.",
    ),
    "the other leg": (
        """
        left knee
        Calm
          until no pain
          clamshell, right
          slr-flexion, both
          slr-abduction, left
        """,
        "“Clamshell” is for the right leg. -> Set to left",
    ),
    "twice for the same leg; once for each leg, with a cuff, or in another phase is not twice": (
        """
        both knee
        Calm
          until no pain
          clamshell, left
          clamshell, right
          slr-flexion, left
          slr-flexion, left, cuff
          slr-flexion, both
        Strengthen
          until 3 x 12
          clamshell, left
        """,
        "“Straight leg raise, lying on your back” is in this phase twice. -> Take the second one out",
    ),
    "an exercise of a former catalogue": (
        """
        right knee
        Calm
          until no pain
          old exercise, right
        """,
        "“old exercise” is not in the catalogue.",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_pointed_out(case: tuple[str, str]) -> None:
    picture, expected = case
    settings = replace(AMPLE, usual_criteria=MODEL)
    assert told(checks_of(drawn(picture), CATALOGUE, settings)) == drawing(expected)


def test_a_day_over_the_budget() -> None:
    plan = drawn("""
        right knee
        Calm
          until no pain
          quad-set
    """)
    [held] = plan.prescriptions()
    longer = replace(held, dosage=replace(held.dosage, reps=None, minutes=21, times_per_day=1))
    changed = replace(plan, phases=(replace(plan.phases[0], prescriptions=(longer,)),))

    assert told(checks_of(changed, CATALOGUE, CheckSettings())) == "“Calm” takes 21 min a day."
    assert checks_of(changed, CATALOGUE, CheckSettings(minutes_per_day=21)) == ()


def test_the_numbers_are_settings() -> None:
    plan = drawn("""
        right knee
        Calm
          until no pain
          quad-set
          squat-full
    """)
    strict = replace(AMPLE, exercises_in_phase=1, early_squat_degrees=30)
    assert told(checks_of(plan, CATALOGUE, strict)) == drawing("""
        “Calm” has 2 exercises.
        “Squat, progressive depth (to 90 degrees)” bends the knee to 90° in phase 1. -> Limit the knee to 0–30°
    """)
    assert checks_of(plan, CATALOGUE, replace(AMPLE, early_phases=0)) == ()


HARD = (
    "Subsequently undertake the progressive eccentric strengthening of your quadriceps musculature, unless it is contraindicated."
)
HARD_IN_SPANISH = (
    "Posteriormente incorporará progresivamente ejercicios excéntricos para el fortalecimiento adecuado de todos los músculos."
)


def with_words(plan: Plan, **changed: str | tuple[str, ...]) -> Plan:
    """The plan with other words for its first exercise, or with a note of the therapist's."""
    phase, *others = plan.phases
    held, *rest = phase.prescriptions
    note = str(changed.pop("note", ""))
    held = replace(held, note=note, text=replace(held.text, **changed))
    return replace(plan, phases=(replace(phase, prescriptions=(held, *rest)), *others))


@pytest.mark.parametrize("words", [{"note": HARD}, {"cue": HARD}, {"caution": HARD}, {"steps": ("Sit down.", HARD)}], ids=list)
def test_hard_words_of_the_therapist_are_told_with_their_sentence(words: dict[str, str | tuple[str, ...]]) -> None:
    plan = drawn(CASES["a plan as it should be"][0])
    (check,) = checks_of(with_words(plan, **words), CATALOGUE, AMPLE)
    assert check.rule is Rule.HARD_TO_READ
    assert check.subject_id == plan.phases[0].prescriptions[0].id
    assert check.text == "Words of “Quad set” are hard to read."
    assert HARD in check.reason
    assert "School grade" in check.reason


def test_of_several_hard_texts_the_hardest_is_told() -> None:
    plan = drawn(CASES["a plan as it should be"][0])
    milder = "Continue the exercise every morning and every evening after your breakfast and your dinner."
    (check,) = checks_of(with_words(plan, note=milder, cue=HARD), CATALOGUE, AMPLE)
    assert HARD in check.reason


def test_hard_aims_and_goals_are_told_where_they_stand() -> None:
    plan = drawn(CASES["a plan as it should be"][0])
    phases = (replace(plan.phases[0], goal=HARD), *plan.phases[1:])
    checks = checks_of(replace(plan, goal=HARD, phases=phases), CATALOGUE, AMPLE)
    assert [(check.subject_id, check.text) for check in checks] == [
        ("", "The goal is hard to read."),
        ("Calm", "The aim of “Calm” is hard to read."),
    ]


def test_short_words_and_easy_words_are_left_alone() -> None:
    plan = drawn(CASES["a plan as it should be"][0])
    assert checks_of(with_words(plan, note="Ice afterwards, occasionally."), CATALOGUE, AMPLE) == ()
    easy = "Do it in bed when you wake up. Stop if your knee hurts."
    assert checks_of(with_words(plan, note=easy, cue=easy, steps=(easy,)), CATALOGUE, AMPLE) == ()


def test_words_are_judged_in_the_language_the_patient_reads() -> None:
    plan = with_words(drawn(CASES["a plan as it should be"][0]), note=HARD_IN_SPANISH)
    (check,) = checks_of(plan, CATALOGUE, replace(AMPLE, language="es"))
    assert "Ease" in check.reason
    assert HARD_IN_SPANISH in check.reason
    easy = with_words(plan, note="Hágalo en la cama por la mañana. Pare si le duele la rodilla.")
    assert checks_of(easy, CATALOGUE, replace(AMPLE, language="es")) == ()


def test_a_text_that_the_program_translates_is_not_the_therapists_own() -> None:
    plan = with_words(drawn(CASES["a plan as it should be"][0]), note=HARD)
    settings = replace(AMPLE, language="es", on_paper=lambda text: {HARD: HARD_IN_SPANISH}.get(text, text))
    assert checks_of(plan, CATALOGUE, settings) == ()


def test_words_without_a_measure_are_left_alone() -> None:
    plan = with_words(drawn(CASES["a plan as it should be"][0]), note=HARD)
    assert checks_of(plan, CATALOGUE, replace(AMPLE, language="de")) == ()


def test_a_template_may_leave_sides_open() -> None:
    plan = drawn("""
        Calm
          until no pain
          clamshell
    """)
    assert told(checks_of(plan, CATALOGUE, AMPLE)) == "1 exercise has no side."
    assert checks_of(plan, CATALOGUE, replace(AMPLE, sides_may_be_open=True)) == ()


def test_without_a_phase_model_criteria_have_no_remedy() -> None:
    plan = drawn("""
        right knee
        Calm
          quad-set
    """)
    assert told(checks_of(plan, CATALOGUE, AMPLE)) == "“Calm” has no criteria to finish."


@pytest.mark.parametrize("case", [case for case in CASES.values() if "->" in case[1]])
def test_a_check_is_gone_after_its_remedy(case: tuple[str, str]) -> None:
    plan = drawn(case[0])
    settings = replace(AMPLE, usual_criteria=MODEL)
    mended = 0
    for check in checks_of(plan, CATALOGUE, settings):
        if check.remedy is not None:
            after = checks_of(check.remedy.change(plan), CATALOGUE, settings)
            assert (check.rule, check.subject_id) not in {(now.rule, now.subject_id) for now in after}
            mended += 1
    assert mended


def test_every_source_is_one_of_the_catalogue_or_plain_words() -> None:
    sources = {check.source for picture, _told in CASES.values() for check in checks_of(drawn(picture), CATALOGUE, AMPLE)}
    keys = {source for source in sources if source and " " not in source}
    assert keys == {"POWERS14", "DAVIES15"}
    assert keys <= CATALOGUE.sources.keys()


@st.composite
def known_plans(draw: st.DrawFn) -> Plan:
    """Any plan, its exercises such as rules speak of."""
    spoken_of = st.sampled_from(("short-arc-quad", "squat-full", "double-leg-hop", "clamshell", "unknown"))
    plan = draw(plans())
    known = {held.id: replace(held, exercise_id=draw(spoken_of)) for held in plan.prescriptions()}
    phases = (replace(phase, prescriptions=tuple(known[held.id] for held in phase.prescriptions)) for phase in plan.phases)
    return replace(plan, phases=tuple(phases))


@given(known_plans())
def test_any_plan_is_looked_at_and_any_remedy_settles_its_check(plan: Plan) -> None:
    settings = CheckSettings(usual_criteria=MODEL)
    checks = checks_of(plan, CATALOGUE, settings)

    assert all(one.rule != other.rule or one.subject_id != other.subject_id for one, other in combinations(checks, 2))
    assert all(check.text and check.reason for check in checks)
    for check in checks:
        if check.remedy is not None:
            after = check.remedy.change(plan)
            assert after != plan
            assert (check.rule, check.subject_id) not in _keys(checks_of(after, CATALOGUE, settings))


@given(known_plans())
def test_taking_every_remedy_in_turn_comes_to_an_end(plan: Plan) -> None:
    settings = CheckSettings(usual_criteria=MODEL)
    for _step in range(100):
        remedies = [check.remedy for check in checks_of(plan, CATALOGUE, settings) if check.remedy is not None]
        if not remedies:
            break
        plan = remedies[0].change(plan)
    else:
        pytest.fail("remedies call for each other without end")


@given(plans())
def test_without_a_catalogue_nothing_but_the_plan_itself_speaks(plan: Plan) -> None:
    rules = {check.rule for check in checks_of(plan, Catalogue(), CheckSettings())}
    assert not rules & {Rule.JUMP_TOO_EARLY, Rule.JUMP_WITHOUT_GATE, Rule.DEEP_SQUAT}


def _keys(checks: tuple[Check, ...]) -> set[tuple[Rule, str]]:
    return {(check.rule, check.subject_id) for check in checks}
