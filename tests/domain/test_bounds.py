"""Every constructor at the edge of what it accepts: just inside is fine, just outside is refused with field and bounds named."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pfss_desktop.domain.body import JOINT_BOUNDS, Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.exercise import Equipment, Motion, PatientText, Position, PositionGroup
from pfss_desktop.domain.faults import OutOfBounds, UserError
from pfss_desktop.domain.identity import new_id
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import PainRule, Phase, Plan, Weeks
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.resistance import Band, CuffWeight, Mass, MassUnit
from pfss_desktop.domain.visits import Visit
from tests.pictures import prescribed

ONE = RepRange.exactly(1)


def dosage(**fields: Any) -> Dosage:
    return Dosage(**({"reps": ONE} | fields))


def given(**fields: Any) -> Prescription:
    return Prescription(**({"id": "a", "exercise_id": "a", "text": PatientText("A"), "dosage": dosage()} | fields))


WHOLE_NUMBERS: list[tuple[str, Callable[[Any], object], int, int]] = [
    ("sets", lambda value: dosage(sets=value), 1, 20),
    ("hold_seconds", lambda value: dosage(hold_seconds=value), 0, 600),
    ("rest_seconds", lambda value: dosage(rest_seconds=value), 0, 900),
    ("minutes", lambda value: dosage(minutes=value), 1, 240),
    ("times_per_day", lambda value: dosage(times_per_day=value), 1, 12),
    ("days_per_week", lambda value: dosage(days_per_week=value), 1, 7),
    ("reps", RepRange.exactly, 1, 500),
    ("reps", lambda value: RepRange(1, value), 1, 500),
    ("reps", lambda value: RepRange(value, 500), 1, 500),
    ("tempo out_seconds", lambda value: Tempo(value, 0), 0, 30),
    ("tempo back_seconds", lambda value: Tempo(0, value), 0, 30),
    ("weeks", lambda value: Weeks(1, value), 1, 104),
    ("weeks", lambda value: Weeks(value, 104), 1, 104),
    ("pain safe_up_to", lambda value: PainRule(value, 9), 0, 8),
    ("pain acceptable_up_to", lambda value: PainRule(0, value), 1, 9),
    ("visit number", lambda value: Visit("v", value, date(2026, 1, 1)), 1, 10_000),
    ("motion.knee_flexion_max", lambda value: Motion(value), 0, 160),
]


@pytest.mark.parametrize(("field", "make", "low", "high"), WHOLE_NUMBERS)
def test_a_whole_number_is_fine_from_low_to_high_and_refused_beyond(
    field: str, make: Callable[[Any], object], low: int, high: int
) -> None:
    make(low)
    make(high)
    for wrong in (low - 1, high + 1, 10**400, str(low), float(high), True, None if field != "minutes" else "1"):
        with pytest.raises(OutOfBounds) as refused:
            make(wrong)
        assert str(refused.value) == f"{field}: must be a whole number from {low} to {high}"
        assert (refused.value.field, refused.value.bounds) == (field, f"a whole number from {low} to {high}")


@pytest.mark.parametrize("joint", Joint)
def test_a_range_limit_lies_within_its_joint_s_bounds(joint: Joint) -> None:
    low, high = JOINT_BOUNDS[joint]
    RangeLimit(joint, low, high)
    for wrong in ((low - 1, high), (low, high + 1)):
        with pytest.raises(
            OutOfBounds, match=f"range limit of {joint.value.replace('_', ' ')}: must be a whole number from {low} to {high}"
        ):
            RangeLimit(joint, *wrong)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: RepRange(2, 1), "reps: must be a range from the lower to the higher number"),
        (lambda: Weeks(3, 2), "weeks: must be from the earlier to the later week"),
        (lambda: PainRule(5, 5), "pain rule: must be safe below acceptable"),
        (lambda: RangeLimit(Joint.KNEE_FLEXION, 45, 45), "range limit: must be from the lower to the higher angle"),
        (lambda: Dosage(), "reps: must be given, unless minutes are"),
        (lambda: Plan("p", "t", affected_side=Side.ALTERNATING), "affected side: must be left, right or both"),
        (lambda: Plan("p", "t", current_phase="x"), "current phase: must be one of the plan's phases"),
        (lambda: Plan("p", "t", phases=(Phase("a", "A"), Phase("a", "B"))), "phase id: must be unique within the plan"),
        (lambda: Patient("p", "Jo", born=date(1899, 12, 31)), "date of birth: must be 1900 or later"),
        (lambda: Equipment("chair", ()), "equipment.any_of: must be at least one thing"),
    ],
)
def test_values_that_do_not_fit_together_are_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(OutOfBounds) as refused:
        make()
    assert str(refused.value) == said


def test_steady_work_needs_no_reps() -> None:
    assert Dosage(minutes=20).reps is None


def test_the_same_exercise_id_twice_is_fine_but_not_the_same_prescription() -> None:
    phases = (Phase("a", "A", prescriptions=(prescribed("x", "1"),)), Phase("b", "B", prescriptions=(prescribed("x", "1"),)))

    with pytest.raises(OutOfBounds, match="prescription id: must be unique within the plan"):
        Plan("p", "t", phases=phases)
    Plan("p", "t", phases=(phases[0], Phase("b", "B", prescriptions=(prescribed("x", "2"),))))


LINES: list[tuple[str, Callable[[Any], object], bool]] = [
    ("plan title", lambda text: Plan("p", text), False),
    ("condition", lambda text: Plan("p", "t", condition=text), True),
    ("phase name", lambda text: Phase("p", text), False),
    ("patient name", lambda text: Patient("p", text), False),
    ("patient number", lambda text: Patient("p", "Jo", text), True),
    ("name", PatientText, False),
    ("band colour", Band, False),
    ("band maker", lambda text: Band("red", text), True),
    ("equipment", lambda text: given(equipment=(text,)), False),
    ("position.text", lambda text: Position(PositionGroup.SITTING, text), False),
    ("equipment.text", lambda text: Equipment(text, ("chair",)), False),
    ("equipment.any_of", lambda text: Equipment("chair", (text,)), False),
]
TEXTS: list[tuple[str, Callable[[Any], object]]] = [
    ("goal", lambda text: Plan("p", "t", goal=text)),
    ("phase goal", lambda text: Phase("p", "A", text)),
    ("phase criteria", lambda text: Phase("p", "A", criteria=(text,))),
    ("note", lambda text: given(note=text)),
    ("steps", lambda text: PatientText("A", (text,))),
    ("cue", lambda text: PatientText("A", cue=text)),
    ("caution", lambda text: PatientText("A", caution=text)),
]
UNPRINTABLE = ("a\x00b", "a\x1b[2Jb", "a\rb", "a\x85b", "a\u202eb", "a\u2066b", "a\ud800b", "a\uffffb", b"bytes", None, 5)


@pytest.mark.parametrize(("field", "make", "empty"), LINES)
def test_a_line_holds_up_to_200_printable_letters(field: str, make: Callable[[Any], object], empty: bool) -> None:
    for fine in ("a", "é" * 200, "مرحبا", "膝", "<b>5 > 3 & 2</b>", "👩\u200d🦽", *([""] if empty else [])):
        make(fine)
    bounds = f"one line of {'at most' if empty else '1 to'} 200 printable characters"
    for wrong in ("a" * 201, "a\nb", *UNPRINTABLE, *(["", "  ", "\u3000", "\u200b", "\ufeff\u00ad "] if not empty else [])):
        with pytest.raises(OutOfBounds) as refused:
            make(wrong)
        assert str(refused.value) == f"{field}: must be {bounds}"


@pytest.mark.parametrize(("field", "make"), TEXTS)
def test_a_text_holds_up_to_4000_printable_letters(field: str, make: Callable[[Any], object]) -> None:
    for fine in ("", "é" * 4000, "one\ntwo\tthree"):
        make(fine)
    for wrong in ("a" * 4001, *UNPRINTABLE):
        with pytest.raises(OutOfBounds) as refused:
            make(wrong)
        assert str(refused.value) == f"{field}: must be printable text of at most 4000 characters"


IDS: list[tuple[str, Callable[[Any], object]]] = [
    ("plan id", lambda name: Plan(name, "t")),
    ("phase id", lambda name: Phase(name, "A")),
    ("prescription id", lambda name: given(id=name)),
    ("exercise id", lambda name: given(exercise_id=name)),
    ("patient id", lambda name: Patient(name, "Jo")),
    ("visit id", lambda name: Visit(name, 1, date(2026, 1, 1))),
]


@pytest.mark.parametrize(("field", "make"), IDS)
def test_an_id_is_letters_digits_hyphens_and_underscores(field: str, make: Callable[[Any], object]) -> None:
    for fine in ("a", "quad-set_2", "x" * 64, new_id()):
        make(fine)
    for wrong in ("", "x" * 65, "a b", "a/b", "../a", "ä", "a\n", "-_", "'", 7, None):
        with pytest.raises(OutOfBounds) as refused:
            make(wrong)
        assert str(refused.value) == f"{field}: must be 1 to 64 letters, digits, hyphens or underscores"


COUNTS: list[tuple[str, Callable[[Any], object], int, object]] = [
    ("phases", lambda some: Plan("p", "t", phases=some), 20, None),
    ("phase prescriptions", lambda some: Phase("p", "A", prescriptions=some), 100, prescribed("a")),
    ("phase criteria", lambda some: Phase("p", "A", criteria=some), 20, "c"),
    ("steps", lambda some: PatientText("A", some), 8, "s"),
    ("equipment", lambda some: given(equipment=some), 100, "e"),
    ("equipment.any_of", lambda some: Equipment("e", some), 8, "e"),
]


@pytest.mark.parametrize(("field", "make", "high", "entry"), COUNTS)
def test_a_list_is_a_tuple_up_to_its_limit(field: str, make: Callable[[Any], object], high: int, entry: object) -> None:
    def entries(count: int) -> tuple[object, ...]:
        return tuple(Phase(f"p{number}", "A") if entry is None else entry for number in range(count))

    make(entries(high))
    for wrong in (entries(high + 1), list(entries(1))):
        with pytest.raises(OutOfBounds) as refused:
            make(wrong)
        assert str(refused.value) == f"{field}: must be at most {high} entries"


def mass(amount: str, unit: MassUnit = MassUnit.POUND) -> Mass:
    return Mass(Decimal(amount), unit)


def test_a_mass_is_more_than_nothing_and_at_most_500_with_three_places() -> None:
    for fine in ("0.001", "500", "2.5", "2.50"):
        mass(fine)
    for wrong in ("0", "-1", "500.001", "2.0001", "NaN", "sNaN", "Infinity", "-Infinity", "1E-9", "1E+9", "1E+1"):
        with pytest.raises(OutOfBounds, match="mass: must be more than 0 and at most 500, with at most 3 decimal places"):
            mass(wrong)
    with pytest.raises(OutOfBounds, match="mass"):
        Mass(2.5, MassUnit.POUND)  # type: ignore[arg-type]


def test_a_cuff_is_at_most_50_pounds_or_25_kilograms() -> None:
    CuffWeight(mass("50"))
    CuffWeight(mass("25", MassUnit.KILOGRAM))
    with pytest.raises(OutOfBounds, match="cuff mass: must be more than 0 and at most 50, "):
        CuffWeight(mass("50.001"))
    with pytest.raises(OutOfBounds, match="cuff mass: must be more than 0 and at most 25, "):
        CuffWeight(mass("25.5", MassUnit.KILOGRAM))


def test_a_mass_stays_as_it_was_typed_and_converts_exactly() -> None:
    assert str(mass("2.50").amount) == "2.50"
    assert mass("2.50").kilograms == Decimal("1.133980925")
    assert mass("2.50", MassUnit.KILOGRAM).kilograms == Decimal("2.50")
    assert mass("499.999").kilograms == Decimal("226.79573140763")


def test_an_error_of_bounds_is_one_a_person_may_read() -> None:
    assert issubclass(OutOfBounds, UserError)
    assert issubclass(OutOfBounds, ValueError)
