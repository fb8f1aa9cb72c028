"""Photos from anywhere: upright, small, without metadata; and whatever is no photo is refused before it takes memory."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from pfss_desktop.photos import LONGEST_SIDE, Part, PhotoRefused, checked_photo, kept_photo


def written(picture: Image.Image, kind: str, **more: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **more)
    return stream.getvalue()


def two_halves(mode: str = "RGB") -> Image.Image:
    """Left red, right blue."""
    picture = Image.new(mode, (80, 40), "red")
    picture.paste("blue", (40, 0, 80, 40))
    return picture


def read(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def is_red(pixel: object) -> bool:
    red, _green, blue = pixel  # type: ignore[misc]
    return bool(red > 150 and blue < 100)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_usual_kind_becomes_a_plain_jpeg(kind: str) -> None:
    kept = read(kept_photo(written(two_halves(), kind)))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (80, 40))
    assert is_red(kept.getpixel((10, 20)))


def test_where_the_phone_was_held_sideways_the_photo_is_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned to the right
    kept = read(kept_photo(written(two_halves(), "JPEG", exif=exif)))
    assert kept.size == (40, 80)
    assert is_red(kept.getpixel((20, 10)))


def test_nothing_of_place_person_and_phone_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Jane Doe, knee"
    exif[0x8825] = {1: "N", 2: (48.0, 12.0, 0.0)}
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Jane Doe")
    for content in (written(two_halves(), "JPEG", exif=exif, comment=b"Jane Doe"), written(two_halves(), "PNG", pnginfo=text)):
        kept = kept_photo(content)
        assert b"Jane" not in kept
        assert not read(kept).getexif()
        assert read(kept).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_transparent_picture_stands_on_white() -> None:
    kept = read(kept_photo(written(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG")))
    assert kept.getpixel((20, 20)) == (255, 255, 255)


def test_a_large_photo_is_made_smaller_and_keeps_its_shape() -> None:
    assert read(kept_photo(written(Image.new("RGB", (4000, 3000)), "JPEG"))).size == (LONGEST_SIDE, 1200)


def test_a_part_is_cut_out() -> None:
    kept = read(kept_photo(written(two_halves(), "PNG"), Part(0.5, 0.0, 1.0, 1.0)))
    assert kept.size == (40, 40)
    assert not is_red(kept.getpixel((5, 20)))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(6000, 4001), (10_000, 9_999), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_photo_of_too_many_pixels_is_refused_by_its_header(width: int, height: int) -> None:
    with pytest.raises(PhotoRefused):
        kept_photo(bomb(width, height))


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", b"\xff\xd8\xff\xe0", written(two_halves(), "JPEG")[:300], b"\0" * 5000]
    + [written(two_halves(), kind) for kind in ("GIF", "BMP", "TIFF", "PPM")],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoRefused):
        kept_photo(content)


def test_a_photo_just_as_it_is_kept_stays_the_same_and_any_other_is_made_anew() -> None:
    kept = kept_photo(written(two_halves(), "PNG"))
    assert checked_photo(kept) is kept
    hidden = kept + b"more than a photo"
    assert b"more than" not in checked_photo(hidden)


@given(st.integers(0, 2000), st.integers(0, 255))
def test_a_damaged_photo_is_refused_or_read_and_nothing_else(at: int, value: int) -> None:
    content = bytearray(written(two_halves(), "JPEG"))
    content[at % len(content)] = value
    try:
        kept = checked_photo(bytes(content))
    except PhotoRefused:
        return
    assert read(kept).format == "JPEG"
