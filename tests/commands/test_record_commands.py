"""A plan's whole history as a file, as a FHIR bundle and as a table of scores, through the real `main`."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pfss_desktop.cli import main
from pfss_desktop.domain.body import Side
from pfss_desktop.domain.edits.visits import set_record
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.record import Score, VisitRecord
from pfss_desktop.domain.visits import OpenPlan
from pfss_desktop.exchange.plan_file import decode_plan
from pfss_desktop.paths import DataFolder
from pfss_desktop.storage.database import PlanDatabase
from tests.handout.plans_at_hand import plan_of, prescription

JO = Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31), language="es")
DAYS = (date(2026, 3, 9), date(2026, 3, 23), date(2026, 4, 6))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def opened(folder: Path) -> OpenPlan:
    """A plan of three visits with a score at each, in a database that is closed again."""
    data = DataFolder(folder)
    folder.mkdir()
    database = PlanDatabase.open(data.database, data.backups)
    database.add_patient(JO)
    opened = database.add_plan(scored(plan_of(prescription()), 7), JO.id, DAYS[0])
    for worst, on in zip((5, 3), DAYS[1:], strict=True):
        begun = database.begin_visit(opened, on)
        opened = database.save_plan(begun, scored(begun.plan, worst))
    database.close()
    return opened


def scored(plan: object, worst: int) -> object:
    record = VisitRecord((Score("nprs-worst", Decimal(worst)), Score("psfs", Decimal(4), Side.LEFT, "=stairs")))
    return set_record(plan, record)  # type: ignore[arg-type]


def run(folder: Path, *words: object) -> int:
    return main(["--data-dir", str(folder), *map(str, words)])


def test_a_history_goes_to_another_pc_and_arrives_whole(
    folder: Path, opened: OpenPlan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "plan.pfss", tmp_path / "other"
    assert run(folder, "plan", "export", opened.plan.id, "-o", file, "--history", "--with-patient") == 0
    assert [visit.on for visit in decode_plan(file.read_bytes()).former_visits] == [*DAYS[:2]]
    assert run(other, "plan", "import", file) == 0
    plan_id = capsys.readouterr().out.split()[-1]
    data = DataFolder(other)
    database = PlanDatabase.open(data.database, data.backups)
    history = database.history(plan_id)
    database.close()
    assert [(held.visit.on, held.visit.issued) for held in history] == [(DAYS[0], True), (DAYS[1], True), (DAYS[2], False)]
    assert [held.plan.record.scores[0].value for held in history] == [7, 5, 3]
    assert replace(history[-1].plan, id=opened.plan.id) == opened.plan
    assert history[-1].patient is not None
    assert history[-1].patient.name == JO.name


def test_without_its_history_a_plan_arrives_as_of_today(folder: Path, opened: OpenPlan, tmp_path: Path) -> None:
    file = tmp_path / "plan.pfss"
    assert run(folder, "plan", "export", opened.plan.id, "-o", file) == 0
    held = decode_plan(file.read_bytes())
    assert (held.on, held.former_visits, held.patient) == (None, (), None)


def test_a_record_system_gets_a_bundle_with_the_scores_of_all_visits(folder: Path, opened: OpenPlan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert run(folder, "plan", "export", opened.plan.id, "-o", file, "--format", "fhir") == 0
    text = file.read_text(encoding="utf-8")
    assert JO.name not in text
    found = [entry["resource"] for entry in json.loads(text)["entry"]]
    values = [each["valueQuantity"]["value"] for each in found if each["resourceType"] == "Observation"]
    assert values == [7, 4, 5, 4, 3, 4]
    [request] = [each for each in found if each["resourceType"] == "ServiceRequest"]
    # The patient's own language, though the name does not go along.
    assert request["patientInstruction"].startswith("Pierna derecha\n3 series de 12, ")
    assert run(folder, "plan", "export", opened.plan.id, "-o", file, "--format", "fhir", "--with-patient") == 0
    assert JO.name in file.read_text(encoding="utf-8")


def test_scores_become_a_table_without_names_or_formulas(folder: Path, opened: OpenPlan, tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    assert run(folder, "scores", opened.plan.id, "-o", file) == 0
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "visit,date,phase,measure,side,label,value,unit"
    assert len(lines) == 7
    assert lines[2].startswith("1,2026-03-09,")
    assert ",left,'=stairs,4," in lines[2]
    assert "nver" not in "".join(lines)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["plan", "export", "PLAN", "-o", "x.pfss", "--format", "fhir"], "must end in .json"),
        (["plan", "export", "PLAN", "-o", "x.json"], "must end in .pfss"),
        (["plan", "export", "nobody", "-o", "x.json", "--format", "fhir"], "not in the database"),
        (["scores", "PLAN", "-o", "x.pfss"], "must end in .csv"),
        (["scores", "nobody", "-o", "x.csv"], "not in the database"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_written(
    words: list[str],
    told: str,
    folder: Path,
    opened: OpenPlan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(folder, *(opened.plan.id if word == "PLAN" else word for word in words)) == 2
    assert told in capsys.readouterr().err
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("x.")]
