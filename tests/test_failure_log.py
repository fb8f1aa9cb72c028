"""The log says where the program failed and never whom it concerned."""

import os
from pathlib import Path

import pytest

from pfss_desktop.failure_log import SIZE_LIMIT, described, note_failure

NAME = "".join(["J", "o"])


def failed() -> ValueError:
    """An error that a person's name is in, raised while another one was handled."""
    try:
        try:
            raise KeyError(f"{NAME} has knee pain")
        except KeyError as error:
            raise ValueError(f"{NAME} again") from error
    except ValueError as error:
        return error


def test_an_error_is_its_types_and_places_without_a_word_of_its_text() -> None:
    told = described(failed())

    first, second = told.split("\nwhich led to\n")
    assert first.endswith("builtins.KeyError")
    assert second.endswith("builtins.ValueError")
    assert told.count("in failed") == 2
    assert NAME not in told


def test_an_error_raised_while_handling_another_names_both_unless_that_was_meant_to_be_forgotten() -> None:
    def fail(*, forget: bool) -> Exception:
        try:
            try:
                raise KeyError
            except KeyError:
                if forget:
                    raise ValueError from None
                int("no number")
        except ValueError as error:
            return error
        raise AssertionError

    assert "builtins.KeyError\nwhich led to\n" in described(fail(forget=False))
    assert "which led to" not in described(fail(forget=True))


def test_entries_are_added_one_after_the_other_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    log = tmp_path / "data" / "log.txt"

    assert note_failure(log, failed())
    assert note_failure(log, failed())

    assert log.read_text(encoding="utf-8").count(" UTC\n") == 2
    if os.name != "nt":
        assert (log.stat().st_mode & 0o777, log.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_log_grown_too_large_is_put_aside_once(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("x" * (SIZE_LIMIT + 1), encoding="utf-8")

    note_failure(log, failed())

    assert log.stat().st_size < 10_000
    assert (tmp_path / "log.old.txt").stat().st_size == SIZE_LIMIT + 1
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("place", ["", "file/log.txt"])
def test_a_log_that_cannot_be_written_is_no_second_failure(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert not note_failure(tmp_path / place, failed())
