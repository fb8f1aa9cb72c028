"""A plan goes into a file and comes back the same; a file that is not whole and right is refused with every fault named."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pfss_desktop.domain.body import Joint, RangeLimit, Side
from pfss_desktop.domain.dosage import Dosage, RepRange, Tempo
from pfss_desktop.domain.edits import prescriptions as edits
from pfss_desktop.domain.edits.phases import set_affected_side, set_phase_weeks
from pfss_desktop.domain.faults import FaultyFile
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.plan import Phase, Plan, Weeks
from pfss_desktop.domain.resistance import Band, CuffWeight, Mass, MassUnit
from pfss_desktop.domain.visits import DatedPlan
from pfss_desktop.exchange.plan_file import PlanFile, decode_plan, encode_plan
from tests.pictures import planned, prescribed
from tests.strategies import patients, plans

PATIENT = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31))


def small() -> Plan:
    plan = set_affected_side(planned("Calm *\n  Quad set\n  Clamshell\nStrength\n  Bridge"), Side.LEFT)
    plan = set_phase_weeks(plan, "Calm", Weeks(1, 2))
    plan = edits.set_dosage(plan, "Quad-set", Dosage(3, RepRange(8, 12), hold_seconds=5, tempo=Tempo(2, 3)))
    plan = edits.set_side(plan, "Quad-set", Side.LEFT)
    plan = edits.set_range_limit(plan, "Quad-set", RangeLimit(Joint.KNEE_FLEXION, 0, 45))
    plan = edits.set_resistance(plan, "Quad-set", CuffWeight(Mass(Decimal("2.50"), MassUnit.POUND)))
    return edits.set_resistance(plan, "Clamshell", Band("red", "TheraBand"))


def faults_of(content: bytes) -> list[str]:
    with pytest.raises(FaultyFile) as refused:
        decode_plan(content)
    return [str(fault) for fault in refused.value.faults]


def changed(change: Callable[[dict[str, Any]], object], patient: Patient | None = PATIENT) -> bytes:
    """The small plan's file with something changed in it."""
    data = json.loads(encode_plan(small(), patient))
    change(data)
    return json.dumps(data).encode()


def calm(data: dict[str, Any]) -> dict[str, Any]:
    return data["plan"]["phases"][0]  # type: ignore[no-any-return]


def quad_set(data: dict[str, Any]) -> dict[str, Any]:
    return calm(data)["prescriptions"][0]  # type: ignore[no-any-return]


@settings(deadline=None)
@given(plans(whole=True), st.none() | patients(whole=True))
def test_every_plan_comes_back_the_same(plan: Plan, patient: Patient | None) -> None:
    content = encode_plan(plan, patient)

    assert decode_plan(content) == PlanFile(plan, patient)
    assert _encoded(decode_plan(content)) == content


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(plans("same", whole=True), st.dates(), st.lists(st.tuples(st.dates(), plans("same", whole=True)), max_size=2))
def test_a_plan_comes_back_with_all_its_visits(plan: Plan, on: date, former: list[tuple[date, Plan]]) -> None:
    visits = tuple(DatedPlan(*visit) for visit in former)
    content = encode_plan(plan, None, on, visits)

    assert decode_plan(content) == PlanFile(plan, None, on, visits)
    assert _encoded(decode_plan(content)) == content


def _encoded(held: PlanFile) -> bytes:
    return encode_plan(held.plan, held.patient, held.on, held.former_visits)


def test_a_former_visit_of_another_plan_is_refused() -> None:
    def mix(data: dict[str, Any]) -> None:
        data["former_visits"] = [{"on": "2026-03-09", "plan": {**data["plan"], "id": "another"}}]

    assert faults_of(changed(mix)) == ["former_visits: holds the visit of another plan"]


def test_faults_of_a_former_visit_name_it() -> None:
    def spoil(data: dict[str, Any]) -> None:
        visit = json.loads(json.dumps(data["plan"]))
        visit["phases"].append(visit["phases"][1])
        visit["record"]["scores"] = [{"measure": "akps", "side": "both", "label": "", "amount": "1e3", "unit": ""}]
        data["former_visits"] = [{"on": "9 March", "plan": visit}]

    at = "former_visits item 1"
    assert faults_of(changed(spoil)) == [
        f"{at}.on: must be a date such as 2026-03-31",
        f"{at}.plan.record.scores item 1.side: is not one of: left, right",
        f'{at}.plan.record.scores item 1.amount: must be a number in quotes with at most 3 decimal places, such as "2.5"',
        f"{at}.plan.phases item 3.id: is the same as in {at}.plan.phases item 2",
        f"{at}.plan.phases item 3.prescriptions item 1.id: is the same as in {at}.plan.phases item 2.prescriptions item 1",
    ]


def test_the_file_is_readable_json_in_a_fixed_order() -> None:
    lines = encode_plan(small(), PATIENT).decode().splitlines()

    assert lines[:9] == [
        "{",
        '  "format": "pfss-plan",',
        '  "version": 2,',
        '  "patient": {',
        '    "id": "jo",',
        '    "name": "Jo Ünver",',
        '    "number": "A-17",',
        '    "born": "1999-01-31",',
        '    "language": "en",',
    ]
    assert '              "mass": {' in lines
    assert '                "amount": "2.50",' in lines
    assert encode_plan(small(), PATIENT).endswith(b"}\n")


def test_the_patient_stays_at_home_unless_sent_along() -> None:
    content = encode_plan(small())

    assert b"Jo" not in content
    assert decode_plan(content) == PlanFile(small(), None)


def test_a_mass_comes_back_with_every_place_that_was_typed() -> None:
    for typed in ("2.5", "2.50", "2.500", "0.001", "10"):
        plan = edits.set_resistance(small(), "Bridge", CuffWeight(Mass(Decimal(typed), MassUnit.POUND)))
        resistance = decode_plan(encode_plan(plan)).plan.prescription("Bridge").resistance
        assert isinstance(resistance, CuffWeight)
        assert str(resistance.mass.amount) == typed


def test_a_file_with_the_mark_of_windows_editors_and_line_ends_is_read() -> None:
    content = b"\xef\xbb\xbf" + encode_plan(small()).replace(b"\n", b"\r\n")

    assert decode_plan(content).plan == small()


def test_every_fault_is_listed_with_its_place() -> None:
    def spoil(data: dict[str, Any]) -> None:
        held = quad_set(data)
        data["patient"]["born"] = "31.1.1999"
        data["plan"]["affected_side"] = "alternating"
        data["plan"]["current_phase"] = "nowhere"
        calm(data)["weeks"] = 2
        held["text"]["name"] = " "
        held["text"]["steps"] = "Lie down"
        held["side"] = "LEFT"
        held["dosage"]["sets"] = 99
        held["dosage"]["reps"] = {"low": 12, "high": 8}
        held["resistance"]["mass"]["amount"] = "60"
        held["range_limit"]["high_degrees"] = 159.5
        held["noet"] = held.pop("note")
        calm(data)["prescriptions"][1]["resistance"] = {"kind": "rope"}
        calm(data)["prescriptions"][1]["id"] = "Quad-set"

    held = "plan.phases item 1.prescriptions item 1"
    known = "dosage, equipment, exercise_id, id, laterality, note, range_limit, resistance, side, text"
    assert faults_of(changed(spoil)) == [
        "patient.born: must be a date such as 2026-03-31",
        "plan.affected_side: is not one of: left, right, both",
        "plan.phases item 1.weeks: must be a table",
        f"{held}.noet: no such field; known are {known}",
        f"{held}.text.name: must be one line of 1 to 200 printable characters",
        f"{held}.text.steps: must be a list of at most 8 entries",
        f"{held}.side: is not one of: left, right, both, alternating",
        f"{held}.dosage.sets: must be a whole number from 1 to 20",
        f"{held}.dosage.reps: must be a range from the lower to the higher number",
        f"{held}.resistance.mass: must be more than 0 and at most 50, with at most 3 decimal places",
        f"{held}.range_limit.high_degrees: must be a whole number from -60 to 160",
        f"{held}.note: is missing",
        "plan.phases item 1.prescriptions item 2.resistance.kind: is not one of: none, bodyweight, cuff, band, machine",
        f"plan.phases item 1.prescriptions item 2.id: is the same as in {held}",
        "plan.current_phase: is not the id of any of the phases",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda data: quad_set(data)["dosage"].update(sets=3.0), "dosage.sets: must be a whole number from 1 to 20"),
        (lambda data: quad_set(data)["dosage"].update(sets="3"), "dosage.sets: must be a whole number from 1 to 20"),
        (lambda data: quad_set(data)["dosage"].update(sets=True), "dosage.sets: must be a whole number from 1 to 20"),
        (lambda data: quad_set(data)["dosage"].update(sets=None), "dosage.sets: must be a whole number from 1 to 20"),
        (lambda data: quad_set(data)["dosage"].pop("sets"), "dosage.sets: is missing"),
        (lambda data: quad_set(data)["dosage"].update(reps=None), "dosage.reps: must be given, unless minutes are"),
        (lambda data: quad_set(data).pop("side"), "side: is missing"),
        (lambda data: quad_set(data)["resistance"].pop("kind"), "resistance.kind: is missing"),
        (
            lambda data: quad_set(data)["resistance"].update(kind=["cuff"]),
            "resistance.kind: is not one of: none, bodyweight, cuff, band, machine",
        ),
        (lambda data: quad_set(data).update(resistance="cuff"), "resistance: must be a table"),
        (lambda data: quad_set(data)["resistance"]["mass"].update(unit="stone"), "resistance.mass.unit: is not one of: lb, kg"),
        (
            lambda data: quad_set(data)["range_limit"].update(low_degrees=45),
            "range_limit: must be from the lower to the higher angle",
        ),
        (
            lambda data: quad_set(data)["range_limit"].update(joint="elbow"),
            "range_limit.joint: is not one of: hip_flexion, hip_abduction, hip_rotation, knee_flexion, ankle_dorsiflexion",
        ),
    ],
)
def test_one_wrong_field_is_one_fault(change: Callable[[dict[str, Any]], object], fault: str) -> None:
    assert faults_of(changed(change)) == [f"plan.phases item 1.prescriptions item 1.{fault}"]


@pytest.mark.parametrize(
    "amount", [2.5, 2, "2,5", "2.5 ", "+2.5", "2.5\n", "1e1", "007", "2.5000", "NaN", "Infinity", "", "２", "-1", ".5"]
)
def test_a_mass_in_any_odd_form_is_refused(amount: object) -> None:
    assert faults_of(changed(lambda data: quad_set(data)["resistance"]["mass"].update(amount=amount))) == [
        "plan.phases item 1.prescriptions item 1.resistance.mass.amount: "
        'must be a number in quotes with at most 3 decimal places, such as "2.5"'
    ]


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[2J", "a\u202eb", "a" * 4001])
def test_a_text_that_could_deceive_is_refused(text: str) -> None:
    assert faults_of(changed(lambda data: quad_set(data).update(note=text))) == [
        "plan.phases item 1.prescriptions item 1.note: must be printable text of at most 4000 characters"
    ]


def test_a_title_that_nobody_can_see_is_refused() -> None:
    assert faults_of(changed(lambda data: data["plan"].update(title="\u200b"))) == [
        "plan: plan title: must be one line of 1 to 200 printable characters"
    ]


def test_half_a_letter_is_refused() -> None:
    assert faults_of(changed(lambda data: data["plan"].update(title="a\ud800"))) == ["holds a letter that cannot be written"]


@pytest.mark.parametrize(
    ("version", "fault"),
    [
        (3, "was made by a newer version of the program: nothing was read"),
        (10**30, "was made by a newer version of the program: nothing was read"),
        (0, "version: is not one of: 2"),
        ("1", "version: is not one of: 2"),
        (1.0, "version: is not one of: 2"),
        (True, "version: is not one of: 2"),
        (None, "version: is not one of: 2"),
    ],
)
def test_another_version_is_refused(version: object, fault: str) -> None:
    assert faults_of(changed(lambda data: data.update(version=version))) == [fault]


def test_of_a_newer_version_nothing_is_judged_at_all() -> None:
    assert faults_of(b'{"format": "pfss-plan", "version": 3, "plans": []}') == [
        "was made by a newer version of the program: nothing was read"
    ]


@pytest.mark.parametrize(
    "content", [b"null", b"[]", b"5", b'"pfss-plan"', b"{}", b'{"format": "other", "version": 1}', b'{"format": ["pfss-plan"]}']
)
def test_another_format_is_refused(content: bytes) -> None:
    assert faults_of(content) == ["is not a plan file of this program"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe{\x00}\x00", "is not a text file in UTF-8"),
        (b"%PDF-1.7\n", "line 1, column 1: the file is cut short or is not JSON"),
        (b'{"format": "pfss-plan"', "line 1, column 23: the file is cut short or is not JSON"),
        (b"[" * 1_000_000, "is nested too deep to be a plan"),
        (b'{"a":' * 800_000, "is nested too deep to be a plan"),
        (b'{"format": "pfss-plan", "version": NaN}', "holds a number that no plan can hold"),
        (b'{"format": "pfss-plan", "version": -Infinity}', "holds a number that no plan can hold"),
        (b'{"format": "pfss-plan", "version": ' + b"9" * 5000 + b"}", "holds a number that no plan can hold"),
        (b" " * 5_000_000, "is empty"),
        (b" " * 5_000_001, "is larger than 5 MB, too large for a plan file"),
    ],
)
def test_a_file_that_is_no_whole_json_is_refused(content: bytes, fault: str) -> None:
    assert faults_of(content) == [fault]


def test_a_file_cut_anywhere_is_refused() -> None:
    content = encode_plan(small(), PATIENT)

    for length in range(0, len(content) - 2, 7):
        assert len(faults_of(content[:length])) == 1


def test_a_dose_written_twice_is_refused() -> None:
    content = encode_plan(small()).replace(b'"sets": 3,', b'"sets": 3, "sets": 5, "hold_seconds": 5, "hold_seconds": 5,', 1)

    assert faults_of(content) == ["sets: is written twice in one place", "hold_seconds: is written twice in one place"]


def test_a_hostile_file_cannot_flood_the_list_of_faults() -> None:
    doubled = b",".join(b'"x%d": 1, "x%d": 2' % (number, number) for number in range(5_000))
    assert len(faults_of(b"{" + doubled + b"}")) == 200
    assert len(faults_of(changed(lambda data: data["plan"].update(phases=data["plan"]["phases"] * 1_000)))) == 201


def test_ids_that_stand_twice_are_all_told() -> None:
    def repeat(data: dict[str, Any]) -> None:
        phases = data["plan"]["phases"]
        phases.append(phases[1])

    assert faults_of(changed(repeat)) == [
        "plan.phases item 3.id: is the same as in plan.phases item 2",
        "plan.phases item 3.prescriptions item 1.id: is the same as in plan.phases item 2.prescriptions item 1",
    ]


def test_a_fault_never_tells_what_a_patient_is_called_or_was_told() -> None:
    def spoil(data: dict[str, Any]) -> None:
        data["patient"] |= {"name": "Secret\nName", "born": "Secret", "number": 17, "id": "Sec ret"}
        data["plan"]["affected_side"] = "Secret"
        quad_set(data) | {"note": ["Secret"], "side": "Secret"}
        quad_set(data)["resistance"]["kind"] = "Secret"
        quad_set(data)["dosage"]["counted"] = "Secret"

    faults = faults_of(changed(spoil))

    assert len(faults) == 7
    assert "Sec" not in " ".join(faults)


def test_a_field_name_of_any_length_is_shown_shortened_and_tidy() -> None:
    (fault,) = faults_of(changed(lambda data: data.update({"x\x1b\n" * 100_000: 1})))

    assert len(fault) < 200
    assert fault.isprintable()


def test_a_plan_too_long_to_be_read_again_is_not_written() -> None:
    long = "膝" * 4000
    phases = tuple(
        Phase(
            f"p{phase}",
            "P",
            prescriptions=tuple(replace(prescribed("x", f"{phase}-{number}"), note=long) for number in range(100)),
        )
        for phase in range(5)
    )

    with pytest.raises(FaultyFile, match="is larger than 5 MB"):
        encode_plan(Plan("p", "t", phases=phases))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def spoiled_files(draw: st.DrawFn) -> bytes:
    """The small plan's file with one value anywhere in it replaced by any other."""
    data = json.loads(encode_plan(small(), PATIENT))
    place: Any = data
    while True:
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not place[key] or not isinstance(place[key], dict | list) or draw(st.integers(0, 4)) == 0:
            break
        place = place[key]
    place[key] = draw(JSON_VALUES)
    return json.dumps(data).encode()


@settings(max_examples=300)
@given(spoiled_files())
def test_any_value_anywhere_is_read_or_refused_as_a_fault_but_never_breaks_the_reader(content: bytes) -> None:
    try:
        held = decode_plan(content)
    except FaultyFile:
        assert all(faults_of(content))
    else:
        assert decode_plan(encode_plan(held.plan, held.patient)) == held


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_as_a_fault(content: bytes) -> None:
    assert faults_of(content)
