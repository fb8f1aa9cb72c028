"""`handout --password`: asked for at the terminal or taken from the environment, never from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from pfss_desktop.__main__ import main
from pfss_desktop.commands import password

Target = Path


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return tmp_path / "knee.pdf"


def write(target: Target, *words: str) -> int:
    data = target.parent / "data"
    return main(["--data-dir", str(data), "handout", "template:gentle", "-o", str(target), "--password", *words])


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """What the person types when the terminal asks, without its being shown."""
    coming: Iterator[str] = iter(answers)
    monkeypatch.delenv(password.PASSWORD_VARIABLE, raising=False)
    monkeypatch.setattr(password, "getpass", lambda _question: next(coming))


def test_typed_twice_it_locks_the_file(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "blue door", "blue door")
    assert write(target) == 0
    reader = PdfReader(target)
    assert reader.is_encrypted
    assert reader.decrypt("blue door")
    assert "Your knee exercise plan" in reader.pages[0].extract_text()


def test_the_environment_may_hold_it(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(password.PASSWORD_VARIABLE, "blue door")
    assert write(target) == 0
    assert PdfReader(target).decrypt("blue door")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("blue door", "blue dor"), "the two passwords are not the same; nothing was written"),
        (("", ""), "The password is empty."),
        (("x" * 200, "x" * 200), "The password is too long: please choose one of at most 60 letters."),
    ],
)
def test_a_slip_writes_nothing(
    target: Target,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: tuple[str, ...],
    told: str,
) -> None:
    typed(monkeypatch, *answers)
    assert write(target) == 2
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_where_no_one_can_be_asked_nothing_is_written(
    target: Target, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_terminal(_question: str) -> str:
        raise EOFError

    typed(monkeypatch)
    monkeypatch.setattr(password, "getpass", no_terminal)
    assert write(target) == 2
    assert "no password was typed; nothing was written" in capsys.readouterr().err
    assert not target.exists()


def test_the_command_line_itself_takes_none(target: Target, capsys: pytest.CaptureFixture[str]) -> None:
    assert write(target, "blue door") == 2
    assert "blue door" in capsys.readouterr().err
    assert not target.exists()
