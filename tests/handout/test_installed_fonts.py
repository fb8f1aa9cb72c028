"""Fonts of the PC: found by the letters they have, taken only where they may stand in a document."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from pfss_desktop.handout import fonts_at_hand
from pfss_desktop.handout.fonts_at_hand import font_for, may_be_embedded
from pfss_desktop.handout.render import missing_letters
from tests.handout.plans_at_hand import plan_of, prescription, request_for
from tests.handout.reading_back import squeezed, whole_text

OWN = "\U0010abc1\U0010abc2"
"""Letters for private use, so that no other font of the PC has them."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The one folder that the PC keeps its fonts in."""
    monkeypatch.setattr(fonts_at_hand, "_font_folders", lambda: iter((tmp_path / "fonts",)))
    (tmp_path / "fonts").mkdir()
    font_for.cache_clear()
    yield tmp_path / "fonts"
    font_for.cache_clear()


MakeFont = Callable[..., Path]


@pytest.fixture
def make_font(folder: Path) -> MakeFont:
    """Writes a font with a box for each letter."""

    def made(name: str, letters: str = OWN, **about: int) -> Path:
        pen = TTGlyphPen(None)
        pen.moveTo((50, 0))
        for corner in ((450, 0), (450, 700), (50, 700)):
            pen.lineTo(corner)
        pen.closePath()
        box = pen.glyph()
        order = [".notdef", *(f"box{number}" for number in range(len(letters)))]
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap({ord(letter): f"box{number}" for number, letter in enumerate(letters)})
        builder.setupGlyf(dict.fromkeys(order, box))
        builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 50)))
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": name, "styleName": "Regular"})
        builder.setupOS2(**({"fsType": 0, "fsSelection": 0x40, "usWidthClass": 5} | about))
        builder.setupPost()
        path = folder / f"{name}.ttf"
        builder.save(path)
        return path

    return made


def test_a_letter_is_printed_with_a_font_of_the_pc(make_font: MakeFont) -> None:
    path = make_font("Boxes")
    assert font_for(OWN) is not None
    assert font_for(OWN).path == str(path)  # type: ignore[union-attr]
    request = request_for(plan_of(prescription(note=f"Turn {OWN} round")))
    assert missing_letters(request) == ()
    assert f"Turn{OWN}round" in squeezed(whole_text(request))


@pytest.mark.parametrize(
    "about", [{"fsType": 2}, {"fsType": 0x104}, {"fsType": 0x200}, {"fsSelection": 0x01}, {"usWidthClass": 3}]
)
def test_a_font_that_may_not_or_should_not_be_used_is_passed_over(make_font: MakeFont, about: dict[str, int]) -> None:
    make_font("Locked", **about)
    assert font_for(OWN) is None
    assert missing_letters(request_for(plan_of(prescription(note=OWN)))) == tuple(OWN)


def test_files_that_are_no_fonts_do_no_harm(folder: Path, make_font: MakeFont) -> None:
    (folder / "a.ttf").write_bytes(b"")
    (folder / "b.ttf").write_bytes(b"\x00\x01\x00\x00" + b"\xff" * 200)
    (folder / "c.ttc").write_bytes(b"ttcf" + b"\xff" * 60)
    (folder / "d.ttf").mkdir()
    whole = make_font("Whole").read_bytes()
    (folder / "A.ttf").write_bytes(whole[: len(whole) // 2])
    assert OWN in squeezed(whole_text(request_for(plan_of(prescription(note=OWN)))))


@pytest.mark.parametrize(("rights", "allowed"), [(0, True), (2, False), (4, True), (8, True), (12, True), (0x100, False)])
def test_embedding_rights_are_kept(rights: int, allowed: bool) -> None:
    assert may_be_embedded(rights) is allowed
