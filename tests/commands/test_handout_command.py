"""`handout` with words for layout, phases, languages, parts and pages, from the command line to the pages."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pfss_desktop.cli import main


def handout(folder: Path, *words: str, template: str = "pfss-classic") -> PdfReader:
    """The handout of a template, opened."""
    target = folder / "knee.pdf"
    assert main(["--data-dir", str(folder / "data"), "handout", f"template:{template}", "-o", str(target), *words]) == 0
    return PdfReader(target)


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def refusal(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    """The one line that refuses these words; nothing is written."""
    target = folder / "knee.pdf"
    assert main(["handout", "template:pfss-classic", "-o", str(target), *words]) == 2
    assert not target.exists()
    return capsys.readouterr().err


def test_layouts_differ_in_their_pages(tmp_path: Path) -> None:
    counts = {form: len(handout(tmp_path, "--layout", form).pages) for form in ("flow", "1", "2", "4", "6", "fridge")}
    assert counts["fridge"] == 1
    assert counts["6"] < counts["4"] < counts["1"]
    assert counts["2"] < counts["1"]


def test_large_print_takes_more_pages(tmp_path: Path) -> None:
    assert len(handout(tmp_path, "--large").pages) > len(handout(tmp_path).pages)


def test_some_phases_by_number(tmp_path: Path) -> None:
    text = text_of(handout(tmp_path, "--phases", "2,4"))
    assert [f"Phase {number}" in text for number in range(1, 6)] == [False, True, False, True, False]


def test_two_languages_side_by_side(tmp_path: Path) -> None:
    text = text_of(handout(tmp_path, "--language", "en+es", "--phases", "current"))
    assert "Quad set" in text
    assert "Contracción de cuádriceps" in text


def test_the_therapists_copy_has_sources(tmp_path: Path) -> None:
    assert "JOSPT 2019" in text_of(handout(tmp_path, "--copy", "therapist"))


def test_each_exercise_tells_its_common_mistake_in_the_languages_of_the_sheet(tmp_path: Path) -> None:
    text = text_of(handout(tmp_path, "--language", "en+es", "--phases", "current"))
    assert "Not like this: Bending the knee as the leg goes up." in text
    assert "Así no: Doblar la rodilla al subir la pierna." in text


def test_only_the_parts_asked_for(tmp_path: Path) -> None:
    text = text_of(handout(tmp_path, "--sections", "stop,exercises"))
    assert text.index("see a doctor right away") < text.index("1. Quad set")
    assert "How much pain is all right?" not in text


def test_fitting_says_what_it_chose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = len(handout(tmp_path, "--fit", "20", "--phases", "current").pages)
    count, words = capsys.readouterr().out.split("\n")[0].split(" ", 1)
    assert int(count) == pages <= 20
    assert "with --layout flow --large" in words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--fit", "1"), "more than the 1 asked for"),
        (("--fit", "none"), "write a number of pages"),
        (("--layout", "3", "--large"), "Large print needs room"),
        (("--phases", "9"), "there is no phase 9; this plan has 5 phases"),
        (("--phases", "first"), "write all, current, or phase numbers"),
        (("--language", "fr"), "write one of en|es|en+es|es+en"),
        (("--language", "en+es", "--layout", "2"), "flowing form"),
        (("--sections", "goal,tea"), "there is no part tea; the parts are summary, goal, changes,"),
        (("--sections", "goal"), "the exercises among them"),
        (("--sections", "exercises,exercises"), "name each part once"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    line = refusal(capsys, tmp_path, *words)
    assert told in line
    assert line.count("\n") == 1
