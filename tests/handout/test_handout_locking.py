"""A handout behind a password opens by it only, and is then the handout it was."""

import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from pfss_desktop.handout.locking import UnfitPassword, check_password, locked
from pfss_desktop.handout.render import render_handout
from tests.handout.listening import heard
from tests.handout.plans_at_hand import plan_of, plan_of_phases, prescription, request_for

PASSWORD = "three blue wörds"
CONTENT = render_handout(request_for(plan_of(prescription())))


def opened(content: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content), password=password))
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_it_opens_by_its_password_only() -> None:
    closed = PdfReader(BytesIO(locked(CONTENT, PASSWORD)))
    assert closed.is_encrypted
    assert not closed.decrypt("")
    assert not closed.decrypt("three blue words")
    assert closed.decrypt(PASSWORD)


def test_behind_the_password_it_is_the_same_to_eyes_and_ears() -> None:
    content = render_handout(request_for(plan_of_phases(4, 4)))
    behind = opened(locked(content, PASSWORD), PASSWORD)
    assert heard(behind).outline() == heard(content).outline()
    before, after = PdfReader(BytesIO(content)), PdfReader(BytesIO(behind))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.root_object["/Lang"] == "en"
    assert [entry["/Title"] for entry in after.outline] == [entry["/Title"] for entry in before.outline]  # type: ignore[index]


def test_nothing_of_the_sheet_can_be_read_without_it() -> None:
    closed = locked(CONTENT, PASSWORD)
    for told in (b"Your knee exercise plan", b"Harbour Street", b"Margaret", PASSWORD.encode()):
        assert told not in closed


def test_another_program_finds_aes_256_of_revision_6(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(CONTENT, PASSWORD))
    told = subprocess.run(
        ["qpdf", f"--password={PASSWORD}", "--show-encryption", path], capture_output=True, text=True, check=True
    ).stdout
    assert "R = 6" in told
    assert "stream encryption method: AESv3" in told
    assert "extract for accessibility: allowed" in told
    subprocess.run(["qpdf", f"--password={PASSWORD}", "--check", path], capture_output=True, check=True)


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=30))
def test_every_password_that_can_be_typed_opens_it_however_its_accents_are_written(password: str) -> None:
    try:
        check_password(password)
    except UnfitPassword:
        assert not password.strip() or len(password.encode()) > 60
        return
    closed = PdfReader(BytesIO(locked(CONTENT, password)))
    assert closed.decrypt(unicodedata.normalize("NFKC", password))


@pytest.mark.parametrize("password", ["", "   ", "two\nlines", "bell\x07", "\ud800", "x" * 128, "走" * 43])
def test_a_password_that_some_reader_would_not_take_is_refused(password: str) -> None:
    with pytest.raises(UnfitPassword):
        locked(CONTENT, password)
