"""The command line speaks the language its environment asks for; the handout the one its patient reads."""

from contextvars import copy_context
from pathlib import Path

import pytest
from pypdf import PdfReader

from pfss_desktop.cli import main


def test_lists_are_in_the_language_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    # In a context of its own, as a process of its own would have.
    assert copy_context().run(main, ["catalogue"]) == 0
    told = capsys.readouterr().out
    assert "quad-set " in told
    assert "Contracción de cuádriceps" in told
    assert copy_context().run(main, ["handout", "nothing.pfss", "-o", "x.pdf"]) == 2
    assert "no existe ese archivo o carpeta" in capsys.readouterr().err


def test_a_handout_comes_in_the_language_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "sheet.pdf"
    assert main(["handout", "template:hip-first", "-o", str(target), "--language", "es"]) == 0
    assert "Su plan de ejercicios" in PdfReader(target).pages[0].extract_text()
    answer = capsys.readouterr()
    # Every text of the built-in templates and exercises has its Spanish, so there is nothing to point out.
    assert (answer.out.count("is written"), answer.err) == (1, "")
