"""`progress` on the command line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from pfss_desktop.cli import main
from pfss_desktop.domain.edits.scores import set_score
from pfss_desktop.domain.patient import Patient
from pfss_desktop.domain.record import Score
from pfss_desktop.paths import DataFolder
from pfss_desktop.storage.database import PlanDatabase
from tests.pictures import planned


def test_a_plan_of_two_visits_becomes_a_page_in_the_patients_language(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    database = PlanDatabase.open(data.database, data.backups)
    database.add_patient(Patient("patient", "Sample Patient", language="es"))
    opened = database.add_plan(planned("Calm\n  quad set"), "patient", date(2026, 1, 5))
    opened = database.save_plan(opened, set_score(opened.plan, Score("nprs-worst", Decimal(7))))
    opened = database.begin_visit(opened, date(2026, 1, 19))
    opened = database.save_plan(opened, set_score(opened.plan, Score("nprs-worst", Decimal(4))))
    database.close()
    for reader, words in (("patient", "7 al inicio, 4 ahora"), ("referrer", "mejor en 3: merece la pena")):
        target = tmp_path / f"{reader}.pdf"
        assert main(["--data-dir", str(data.root), "progress", opened.plan.id, "-o", str(target), "--for", reader]) == 0
        assert words in " ".join(PdfReader(target).pages[0].extract_text().split())


def test_an_unknown_plan_and_a_wrong_ending_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(tmp_path), "progress", "nothing", "-o", str(tmp_path / "page.pdf")]) == 2
    assert main(["--data-dir", str(tmp_path), "progress", "nothing", "-o", str(tmp_path / "page.txt")]) == 2
    assert not list(tmp_path.glob("page.*"))
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
