"""What is kept of a sheet that was handed out: it comes back as it was, or is refused as damaged."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pfss_desktop.figures.styles import Palette
from pfss_desktop.handout.kept_json import Damaged
from pfss_desktop.handout.layout import Copy, Form, Layout
from pfss_desktop.handout.request import Letterhead, Paper, PhaseChoice
from pfss_desktop.handout.sections import Detail, Section
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.handout.sheet_options import SheetOptions, logo_from, sheet_from, written_logo, written_sheet

ON = date(2026, 3, 9)
stream = BytesIO()
Image.new("RGB", (30, 20), "teal").save(stream, "PNG")
LOGO = stream.getvalue()
FULL = SheetOptions(
    letterhead=Letterhead("Hill “Clinic” ñ", "Kim Doe", "555 0100", LOGO),
    paper=Paper.LETTER,
    phases=("phase-1", "phase-3"),
    language="es",
    layout=Layout(Form.TWO, large=True, ink=True, copy=Copy.THERAPIST),
    palette=Palette.INK,
    sections=(Section.EXERCISES, Section.STOP),
    details=frozenset((Detail.CUE, Detail.TEMPO)),
    defaults=SheetDefaults(21, ("Rest.", "Ice.")),
    is_named=True,
)


@pytest.mark.parametrize(
    "options", [FULL, SheetOptions(), SheetOptions(phases=PhaseChoice.CURRENT, beside="es")], ids=lambda _o: ""
)
def test_what_is_kept_comes_back_as_it_was(options: SheetOptions) -> None:
    kept = sheet_from(written_sheet(options, ON), lambda _digest: LOGO)
    assert (kept.options, kept.on) == (options, ON)


def test_a_logo_is_named_not_repeated() -> None:
    asked: list[str] = []
    text = written_sheet(FULL, ON)
    sheet_from(text, lambda digest: asked.append(digest) or LOGO)
    assert len(text) < 1000
    assert asked[0] in text


def test_what_a_later_release_adds_has_its_default_in_an_old_sheet() -> None:
    kept = sheet_from('{"options": {"paper": "letter"}, "on": "2026-03-09"}', lambda _digest: b"")
    assert kept.options == SheetOptions(paper=Paper.LETTER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"options": {}}',
        '{"options": {"paper": "a5"}, "on": "2026-03-09"}',
        '{"options": {"glitter": true}, "on": "2026-03-09"}',
        '{"options": {"layout": {"form": "6", "large": true}}, "on": "2026-03-09"}',
        '{"options": {"sections": ["stop"]}, "on": "2026-03-09"}',
        '{"options": {"defaults": {"diary_days": 99}}, "on": "2026-03-09"}',
        '{"options": {}, "on": "yesterday"}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_is_damaged(text: str) -> None:
    with pytest.raises(Damaged):
        sheet_from(text, lambda _digest: b"")


@given(st.integers(0, len(written_sheet(FULL, ON)) - 1))
def test_a_cut_sheet_is_damaged(length: int) -> None:
    with pytest.raises(Damaged):
        sheet_from(written_sheet(FULL, ON)[:length], lambda _digest: LOGO)


@pytest.mark.parametrize("found", [b"", LOGO[:-1]])
def test_a_sheet_without_its_very_logo_is_damaged(found: bytes) -> None:
    with pytest.raises(Damaged):
        sheet_from(written_sheet(FULL, ON), lambda _digest: found)


def test_the_logo_is_kept_as_text() -> None:
    assert logo_from(written_logo(LOGO)) == LOGO
    assert logo_from(written_logo(b"")) == b""
    for damaged in ('"###"', '"AAAA"', "7", written_logo(LOGO[:50])):
        with pytest.raises(Damaged):
            logo_from(damaged)
