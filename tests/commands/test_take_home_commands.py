"""`webpage` and `calendar` through the real `main`: what they write, and how they refuse."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from pfss_desktop.cli import main
from pfss_desktop.domain.patient import Patient
from pfss_desktop.exchange.plan_file import encode_plan
from tests.handout.plans_at_hand import plan_of, prescription


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / "plan.pfss"
    file.write_bytes(
        encode_plan(plan_of(prescription(exercise_id="slr-seated")), Patient("jo", "Jo Ünver", "A-17", date(1999, 1, 31)))
    )
    return file


def test_a_plan_file_becomes_a_web_page_in_the_language_asked_for(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "page.html"
    assert (
        main(["webpage", str(plan_file), "-o", str(target), "--sections", "exercises,stop", "--phases", "1", "--language", "es"])
        == 0
    )
    assert capsys.readouterr().out == f"{target} is written\n"
    page = target.read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert 'class="film"' in page
    assert "Jo Ünver" in page
    assert main(["webpage", "template:pfss-classic", "-o", str(target), "--language", "en", "--style", "ink"]) == 0
    assert '<html lang="en">' in target.read_text(encoding="utf-8")


def test_a_plan_file_becomes_a_calendar(plan_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "sessions.ics"
    words = ["--from", "2026-11-23", "--until", "2026-12-06", "--hours", "09:30-18:00", "--remind", "10", "--language", "es"]
    assert main(["calendar", str(plan_file), "-o", str(target), *words]) == 0
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert [event.decoded("DTSTART").isoformat() for event in events] == ["2026-11-23T09:30:00", "2026-11-23T18:00:00"]
    assert "Ejercicios" in str(events[0]["SUMMARY"])
    assert all(event.walk("VALARM") for event in events)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["webpage", "FILE", "-o", "x.pdf"], "must end in .html"),
        (["webpage", "FILE", "-o", "x.html", "--layout", "4"], "unrecognized arguments"),
        (["calendar", "FILE", "-o", "x.html"], "must end in .ics"),
        (["calendar", "FILE", "-o", "x.ics", "--from", "tomorrow"], "write a date such as 2026-11-22"),
        (["calendar", "FILE", "-o", "x.ics", "--from", "9999-12-31"], "write a date such as 2026-11-22"),
        (["calendar", "FILE", "-o", "x.ics", "--hours", "8-20"], "write two times of day"),
        (["calendar", "FILE", "-o", "x.ics", "--hours", "25:00-26:00"], "write two times of day"),
        (["calendar", "FILE", "-o", "x.ics", "--hours", "20:00-08:00"], "later than the first session"),
        (["calendar", "FILE", "-o", "x.ics", "--remind", "soon"], "a number of minutes"),
        (["calendar", "FILE", "-o", "x.ics", "--until", "2020-01-01"], "last day"),
        (["calendar", "template:none", "-o", "x.ics"], "there is no such template"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    words: list[str],
    told: str,
    plan_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([str(plan_file) if word == "FILE" else word for word in words]) == 2
    complaint = capsys.readouterr().err
    assert told in complaint
    assert complaint.count("\n") == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["plan.pfss"]
