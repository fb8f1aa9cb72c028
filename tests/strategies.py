"""Hypothesis strategies for every value of a plan: valid by construction, hostile in content.

Texts hold markup, quotes, any script, marks without letters, brackets of format strings. Ids come from a small stock where parts
of two plans should meet. `plan_edits` is one random edit of a plan.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import category

from hypothesis import strategies as st

from pfss_desktop.domain.body import JOINT_BOUNDS, Joint, RangeLimit, Side
from pfss_desktop.domain.bounds import LINE_LIMIT, TEXT_LIMIT
from pfss_desktop.domain.dosage import CountUnit, Dosage, RepRange, Tempo
from pfss_desktop.domain.edits import phases as phase_edits
from pfss_desktop.domain.edits import prescriptions as prescription_edits
from pfss_desktop.domain.edits.ordering import sort_by_position
from pfss_desktop.domain.edits.pasting import paste_exercises, paste_phases
from pfss_desktop.domain.edits.several import change_each
from pfss_desktop.domain.exercise import Laterality, PatientText, PositionGroup
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.intake import Intake, Irritability, RedFlagScreen
from pfss_desktop.domain.patient import HomeEquipment, Patient, Precaution
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.record import DiaryDay, DiaryEntry, MetCriterion, Quality, Response, Score, VisitRecord
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

_UNWANTED = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=_UNWANTED)

HOSTILE_LINES = (
    "<b>bold</b> & <img src='/etc/hostname'/>",
    "do NOT lift <more than 5 kg> today",
    "'; DROP TABLE plans; --",
    "{patient} %s %(name)s {0!r} $HOME `id`",
    'null "quoted" \\ back\\slash',
    "=1+2",
    "Ünïcödé Ж 中文 עברית العربية हिन्दी",
    "🦵🏽 \U0001f9d1\u200d\u2695\ufe0f",
    "\u0301\u0302 marks first",
    "\ufeffmark\u200b\u00a0of order",
    "tab\there",
    "x" * LINE_LIMIT,
    "\U0010fffd" * LINE_LIMIT,
)


def ids() -> st.SearchStrategy[str]:
    """Any id that the domain allows."""
    letters = "abXY019-_"
    return st.text(letters, min_size=1, max_size=64).filter(lambda name: bool(name.strip("-_")))


def lines(*, empty: bool = False) -> st.SearchStrategy[str]:
    """One line of text, hostile now and then."""
    drawn = (
        st.text(_LETTERS, max_size=30)
        .map(lambda text: text.replace("\n", " "))
        .filter(lambda text: empty or any(category(letter) not in ("Zs", "Cf") for letter in text))
    )
    return st.one_of(drawn, st.sampled_from(HOSTILE_LINES))


def texts() -> st.SearchStrategy[str]:
    """A longer text, which may be empty, hold lines and tabs, or be as long as allowed."""
    drawn = st.text(st.one_of(_LETTERS, st.sampled_from("\n\t\u2028\u2029")), max_size=60)
    return st.one_of(drawn, st.sampled_from((*HOSTILE_LINES, "", "\n", "<" * TEXT_LIMIT)))


def some(part: st.SearchStrategy[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """At most so many of these."""
    return st.lists(part, max_size=most).map(tuple)


@st.composite
def pairs(draw: st.DrawFn, low: int, high: int) -> tuple[int, int]:
    """Two numbers within bounds, the lower first; they may be equal."""
    first, second = draw(st.integers(low, high)), draw(st.integers(low, high))
    return min(first, second), max(first, second)


@st.composite
def dosages(draw: st.DrawFn) -> Dosage:
    """Any dosage."""
    reps = draw(st.none() | pairs(1, 500).map(lambda pair: RepRange(*pair)))
    minutes = draw(st.integers(1, 240) if reps is None else st.none() | st.integers(1, 240))
    return Dosage(
        sets=draw(st.integers(1, 20)),
        reps=reps,
        counted=draw(st.sampled_from(CountUnit)),
        hold_seconds=draw(st.integers(0, 600)),
        rest_seconds=draw(st.integers(0, 900)),
        tempo=draw(st.none() | st.builds(Tempo, st.integers(0, 30), st.integers(0, 30))),
        minutes=minutes,
        times_per_day=draw(st.integers(1, 12)),
        days_per_week=draw(st.integers(1, 7)),
    )


def amounts(high: int) -> st.SearchStrategy[Decimal]:
    """Decimal numbers as people type them: with or without trailing noughts, up to three places, never nought."""
    typed = [st.integers(1, high * 10**places).map(lambda n, p=places: Decimal(n).scaleb(-p)) for places in range(4)]
    return st.one_of(*typed, st.sampled_from([Decimal("2.50"), Decimal("0.001"), Decimal(high), Decimal(f"{high}.000")]))


@st.composite
def masses(draw: st.DrawFn, pounds: int = 500, kilograms: int = 500) -> Mass:
    """A mass in either unit, up to these amounts."""
    unit = draw(st.sampled_from(MassUnit))
    return Mass(draw(amounts(pounds if unit is MassUnit.POUND else kilograms)), unit)


def resistances() -> st.SearchStrategy[Resistance]:
    """Any of the five kinds."""
    return st.one_of(
        st.builds(NoResistance),
        st.builds(Bodyweight),
        st.builds(CuffWeight, masses(pounds=50, kilograms=25)),
        st.builds(Band, lines(), lines(empty=True), st.sampled_from(BandForm), st.none() | st.sampled_from(BandPosition)),
        st.builds(Machine, st.none() | masses()),
    )


@st.composite
def range_limits(draw: st.DrawFn) -> RangeLimit:
    """A range limit of any joint."""
    joint = draw(st.sampled_from(Joint))
    low, high = JOINT_BOUNDS[joint]
    first = draw(st.integers(low, high - 1))
    return RangeLimit(joint, first, draw(st.integers(first + 1, high)))


def patient_texts() -> st.SearchStrategy[PatientText]:
    """What a patient reads of an exercise."""
    return st.builds(PatientText, lines(), some(texts(), 8), texts(), texts())


def prescriptions(prescription_ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Prescription]:
    """Any prescription."""
    return st.builds(
        Prescription,
        id=ids() if prescription_ids is None else prescription_ids,
        exercise_id=ids(),
        text=patient_texts(),
        dosage=dosages(),
        laterality=st.sampled_from(Laterality),
        side=st.none() | st.sampled_from(Side),
        resistance=resistances(),
        range_limit=st.none() | range_limits(),
        note=texts(),
        equipment=some(lines(), 3),
    )


def pain_rules() -> st.SearchStrategy[PainRule]:
    """Any pain rule."""
    return pairs(0, 8).map(lambda pair: PainRule(pair[0], pair[1] + 1))


def weeks() -> st.SearchStrategy[Weeks | None]:
    """Weeks of a phase, or none."""
    return st.none() | pairs(1, 104).map(lambda pair: Weeks(*pair))


@st.composite
def plans(draw: st.DrawFn, plan_id: str | None = None, stock: tuple[str, ...] = (), *, whole: bool = False) -> Plan:
    """Any plan of up to four phases and eight prescriptions; ids of its parts come from `stock` where one is given.

    `whole` draws what was asked and recorded at the visit, too.
    """
    names = st.sampled_from(stock) if stock else ids()
    phase_ids = draw(st.lists(names, max_size=4, unique=True))
    held_ids = draw(st.lists(names, max_size=8, unique=True)) if phase_ids else []
    places = [draw(st.sampled_from(phase_ids)) for _ in held_ids]
    held = [draw(prescriptions(st.just(held_id))) for held_id in held_ids]
    return Plan(
        id=plan_id or draw(ids()),
        title=draw(lines()),
        condition=draw(lines(empty=True)),
        affected_side=draw(st.none() | st.sampled_from([Side.LEFT, Side.RIGHT, Side.BOTH])),
        goal=draw(texts()),
        phases=tuple(
            Phase(
                id=phase_id,
                name=draw(lines()),
                goal=draw(texts()),
                weeks=draw(weeks()),
                criteria=draw(some(texts(), 3)),
                prescriptions=tuple(item for item, place in zip(held, places, strict=True) if place == phase_id),
            )
            for phase_id in phase_ids
        ),
        current_phase=draw(st.sampled_from(["", *phase_ids])),
        pain_rule=draw(pain_rules()),
        intake=draw(intakes()) if whole else Intake(),
        education=draw(st.lists(ids(), max_size=3, unique=True).map(tuple)) if whole else (),
        dismissed_checks=draw(some(lines(), 2)) if whole else (),
        record=draw(records(held_ids or ["gone"], phase_ids or ["gone"])) if whole else VisitRecord(),
    )


def intakes() -> st.SearchStrategy[Intake]:
    """Anything asked before a plan."""
    flags = st.lists(ids(), max_size=3, unique=True).map(tuple)
    return st.builds(
        Intake,
        lines(empty=True),
        st.none() | st.sampled_from(Irritability),
        st.none() | st.builds(RedFlagScreen, st.dates(), flags),
        st.none() | st.integers(1, 240),
    )


def records(held_ids: list[str], phase_ids: list[str]) -> st.SearchStrategy[VisitRecord]:
    """Anything a visit records of these prescriptions and phases."""
    held, pain = st.sampled_from(held_ids), st.none() | st.integers(0, 10)
    value = st.one_of(st.integers(-100, 10_000).map(Decimal), amounts(9_999))
    scores = st.builds(Score, ids(), value, st.sampled_from([None, Side.LEFT, Side.RIGHT]), lines(empty=True), lines(empty=True))
    answers = st.builds(
        Response,
        held,
        st.none() | st.integers(0, 500),
        st.none() | st.sampled_from(Quality),
        pain,
        pain,
        st.none() | st.integers(0, 90),
    )
    entries = st.builds(DiaryEntry, held, st.integers(1, 366), st.integers(0, 12))
    met = st.builds(MetCriterion, st.sampled_from(phase_ids), texts())

    def several(part: st.SearchStrategy[Any], key: Callable[[Any], object]) -> st.SearchStrategy[tuple[Any, ...]]:
        return st.lists(part, max_size=3, unique_by=key).map(tuple)  # type: ignore[arg-type,type-var]

    return st.builds(
        VisitRecord,
        several(scores, lambda score: (score.measure, score.side, score.label)),
        several(st.builds(DiaryDay, st.integers(1, 366), pain, pain), lambda day: day.day),
        several(entries, lambda entry: (entry.prescription_id, entry.day)),
        several(answers, lambda answer: answer.prescription_id),
        several(met, lambda criterion: criterion),
    )


def patients(patient_id: str | None = None, *, whole: bool = False) -> st.SearchStrategy[Patient]:
    """Any patient; `whole` draws language, precautions and equipment at home, too."""
    born = st.none() | st.dates(min_value=date(1900, 1, 1))
    known_id = ids() if patient_id is None else st.just(patient_id)
    if not whole:
        return st.builds(Patient, known_id, lines(), lines(empty=True), born)
    precautions = st.lists(st.sampled_from(Precaution), unique=True).map(tuple)
    cuffs = st.lists(masses(), max_size=2).map(tuple)
    bands = st.lists(st.builds(Band, lines(), lines(empty=True), st.sampled_from(BandForm)), max_size=2).map(tuple)
    equipment = st.none() | st.builds(HomeEquipment, some(lines(), 2), cuffs, bands)
    return st.builds(Patient, known_id, lines(), lines(empty=True), born, st.sampled_from(["en", "es"]), precautions, equipment)


@st.composite
def plan_edits(draw: st.DrawFn, plan: Plan) -> Callable[[Plan], Plan]:
    """One edit, in the therapist's words, that this plan allows."""
    choices = [*_whole_plan_edits(draw)]
    if plan.phases:
        choices += _phase_edits(draw, plan)
    if any(plan.prescriptions()):
        choices += _prescription_edits(draw, plan)
    return draw(st.sampled_from(choices))


def _whole_plan_edits(draw: st.DrawFn) -> list[Callable[[Plan], Plan]]:
    return [
        lambda plan: phase_edits.rename_plan(plan, draw(st.sampled_from(HOSTILE_LINES))),
        lambda plan: phase_edits.set_plan_goal(plan, draw(texts())),
        lambda plan: phase_edits.set_pain_rule(plan, draw(pain_rules())),
        lambda plan: phase_edits.set_affected_side(plan, draw(st.sampled_from([None, Side.LEFT, Side.RIGHT]))),
        lambda plan: (
            phase_edits.add_phase(plan, Phase(new_id(), draw(lines())), draw(st.integers(0, 4))) if len(plan.phases) < 6 else plan
        ),
    ]


def _phase_edits(draw: st.DrawFn, held: Plan) -> list[Callable[[Plan], Plan]]:
    phase_id = draw(st.sampled_from([phase.id for phase in held.phases]))
    at = draw(st.integers(0, 5))
    return [
        lambda plan: phase_edits.move_phase(plan, phase_id, at),
        lambda plan: phase_edits.remove_phase(plan, phase_id),
        lambda plan: phase_edits.set_current_phase(plan, phase_id),
        lambda plan: sort_by_position(plan, phase_id, lambda _exercise_id: draw(st.none() | st.sampled_from(PositionGroup))),
        lambda plan: paste_phases(plan, [plan.phase(phase_id)], at, is_own=draw(st.booleans())) if len(plan.phases) < 6 else plan,
        lambda plan: phase_edits.set_phase_weeks(plan, phase_id, draw(weeks())),
        lambda plan: phase_edits.set_phase_criteria(plan, phase_id, draw(some(lines(), 3))),
        lambda plan: prescription_edits.add_exercises(plan, phase_id, [draw(prescriptions(st.builds(new_id)))], at),
        lambda plan: prescription_edits.add_exercises(plan, phase_id, [draw(prescriptions(st.builds(new_id)))], at),
    ]


def _prescription_edits(draw: st.DrawFn, held: Plan) -> list[Callable[[Plan], Plan]]:
    held_ids = [prescription.id for prescription in held.prescriptions()]
    held_id, phase_id = draw(st.sampled_from(held_ids)), draw(st.sampled_from([phase.id for phase in held.phases]))
    several, at = draw(st.sets(st.sampled_from(held_ids), max_size=3)), draw(st.integers(0, 5))
    return [
        lambda plan: prescription_edits.move_exercises(plan, several, phase_id, at),
        lambda plan: prescription_edits.duplicate_exercises(plan, several),
        lambda plan: change_each(plan, several, lambda held: replace(held, side=draw(st.none() | st.sampled_from(Side)))),
        lambda plan: paste_exercises(plan, phase_id, [plan.prescription(held_id)], at, is_own=draw(st.booleans())),
        lambda plan: prescription_edits.remove_exercises(plan, several),
        lambda plan: prescription_edits.set_dosage(plan, held_id, draw(dosages())),
        lambda plan: prescription_edits.set_resistance(plan, held_id, draw(resistances())),
        lambda plan: prescription_edits.set_side(plan, held_id, draw(st.none() | st.sampled_from(Side))),
        lambda plan: prescription_edits.set_range_limit(plan, held_id, draw(st.none() | range_limits())),
        lambda plan: prescription_edits.set_note(plan, held_id, draw(texts())),
        lambda plan: prescription_edits.set_patient_text(plan, held_id, draw(patient_texts())),
    ]
