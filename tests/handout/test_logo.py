"""The clinic's logo: any picture becomes a small clean one or a plain word, and stands at the head of every first page."""

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, PngImagePlugin

from pfss_desktop.handout.layout import Form, Layout
from pfss_desktop.handout.logo import FILE_LIMIT, LogoRefused, logo_from_picture, logo_size, read_logo
from pfss_desktop.handout.render import render_handout
from pfss_desktop.handout.request import HandoutRequest, Paper
from tests.handout.plans_at_hand import LETTERHEAD, plan_of, prescription, request_for

RED = (200, 40, 30)


def picture(size: tuple[int, int] = (900, 600), form: str = "PNG", mode: str = "RGBA", **saved: Any) -> bytes:
    """A red disc; where the mode allows it, on nothing."""
    made = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(made).ellipse((0, 0, size[1] - 1, size[1] - 1), fill=(*RED, 255))
    stream = BytesIO()
    made.convert(mode).save(stream, form, **saved)
    return stream.getvalue()


def opened(logo: bytes) -> Image.Image:
    return Image.open(BytesIO(logo))


def with_logo(logo: bytes, **changed: Any) -> HandoutRequest:
    return request_for(plan_of(prescription()), letterhead=replace(LETTERHEAD, logo=logo), **changed)


def pictures_on(content: bytes) -> list[list[Any]]:
    """The pictures of each page."""
    return [[image.image for image in page.images] for page in pypdf.PdfReader(BytesIO(content)).pages]


def forged_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_becomes_small_opaque_and_plain() -> None:
    logo = logo_from_picture(picture((1800, 900)))
    assert logo_size(logo) == (600, 300)
    assert opened(logo).mode == "RGB"
    assert opened(logo).getpixel((150, 150)) == RED
    assert opened(logo).getpixel((599, 299)) == (255, 255, 255)
    assert logo == logo_from_picture(picture((1800, 900)))


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_every_kind_of_png_and_jpeg_is_taken(form: str, mode: str) -> None:
    if mode == "I;16":
        stream = BytesIO()
        Image.new("I;16", (40, 30), 128 * 256).save(stream, "PNG")
        assert opened(logo_from_picture(stream.getvalue())).getpixel((3, 3)) == (128, 128, 128)
        return
    logo = logo_from_picture(picture((400, 300), form, mode))
    assert opened(logo).mode == "RGB"
    assert logo_size(logo) == (400, 300)


def test_what_a_camera_wrote_into_the_file_is_left_behind() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Sample Patient")
    place = Image.Exif()
    place[0x010E] = "Sample Patient"
    place[0x0112] = 6
    for content in (picture(pnginfo=words, dpi=(72, 72)), picture((400, 300), "JPEG", "RGB", exif=place)):
        assert b"Sample Patient" in content
        logo = logo_from_picture(content)
        assert b"Sample Patient" not in logo
        assert not opened(logo).getexif()
    assert logo_size(logo) == (300, 400), "turned upright"


@pytest.mark.parametrize("size", [(60_000, 60_000), (6_000, 4_001), (10_000, 9_500)])
def test_a_huge_picture_is_refused_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(LogoRefused, match="too large: at most 24 million pixels"):
        logo_from_picture(forged_png(*size))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PNG",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture()[:300],
        forged_png(10, 10),
        forged_png(0, 5),
        b"GIF89a" * 9,
    ],
)
def test_what_is_no_sound_picture_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(LogoRefused, match="Choose a PNG or JPEG file"):
        logo_from_picture(content)


@given(st.data())
def test_a_damaged_picture_is_taken_or_refused_and_never_more(data: st.DataObject) -> None:
    form, mode = data.draw(st.sampled_from([("PNG", "RGBA"), ("JPEG", "RGB")]))
    content = bytearray(picture((60, 40), form, mode))
    for _change in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        logo = logo_from_picture(bytes(content))
    except LogoRefused:
        return
    assert max(logo_size(logo)) <= 600


def test_a_file_is_read_once_and_a_folder_or_a_giant_is_none(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    assert read_logo(tmp_path / "logo.png") == logo_from_picture(picture())
    for path in (tmp_path, tmp_path / "missing.png"):
        with pytest.raises(LogoRefused, match="could not be read"):
            read_logo(path)
    with open(tmp_path / "giant.png", "wb") as stream:
        stream.truncate(FILE_LIMIT + 1)
    with pytest.raises(LogoRefused, match="too large"):
        read_logo(tmp_path / "giant.png")


@pytest.mark.parametrize("size", [(500, 500), (1600, 300), (300, 1600), (1, 1)])
@pytest.mark.parametrize(
    "choices",
    [{"layout": Layout(form)} for form in Form]
    + [{"layout": Layout(large=True)}, {"layout": Layout(Form.FRIDGE, large=True)}, {"paper": Paper.LETTER}, {"beside": "es"}],
    ids=str,
)
def test_the_logo_is_on_every_layouts_first_page_and_no_other(size: tuple[int, int], choices: dict[str, Any]) -> None:
    content = render_handout(with_logo(logo_from_picture(picture(size)), **choices))
    first, *others = pictures_on(content)
    assert len(first) == 1
    assert others == [[]] * len(others)


def test_equal_logos_give_equal_sheets_and_none_leaves_the_sheet_as_it_was() -> None:
    logo = logo_from_picture(picture())
    assert render_handout(with_logo(logo)) == render_handout(with_logo(bytes(bytearray(logo))))
    assert render_handout(with_logo(b"")) == render_handout(request_for(plan_of(prescription())))
    assert render_handout(with_logo(b"damaged")) == render_handout(with_logo(b""))


def test_ink_prints_the_logo_grey() -> None:
    logo = logo_from_picture(picture())
    [coloured], *_others = pictures_on(render_handout(with_logo(logo)))
    [grey], *_others = pictures_on(render_handout(with_logo(logo, layout=Layout(ink=True))))
    assert coloured.convert("RGB").getpixel((100, 100)) == RED
    red, green, blue = grey.convert("RGB").getpixel((100, 100))
    assert red == green == blue


@pytest.mark.parametrize(("clinic", "told"), [("Hill Clinic", "Hill Clinic"), ("", "Logo")])
def test_a_listener_is_told_whose_logo_it_is(clinic: str, told: str) -> None:
    letterhead = replace(LETTERHEAD, clinic=clinic, logo=logo_from_picture(picture()))
    reader = pypdf.PdfReader(BytesIO(render_handout(request_for(plan_of(prescription()), letterhead=letterhead))))
    document = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    first = document.get_object()["/K"][0].get_object()
    assert (first["/S"], first["/Alt"]) == ("/Figure", told)
