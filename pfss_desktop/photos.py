"""Photos from anywhere made safe to keep: bounded before decoding, turned upright, without metadata, as plain JPEG.

No Qt. Pillow is loaded only when there is a photo.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

if TYPE_CHECKING:
    from PIL.Image import Image

PIXEL_LIMIT = 24_000_000
"""Pixels of a photo, by its header; a present phone's photo has 12 to 24 million."""
BYTES_LIMIT = 60_000_000
"""Bytes of a photo's file."""
LONGEST_SIDE = 1600
"""Pixels of a kept photo's longer side: sharp over half a page of paper."""
SMALLEST_SIDE = 16
"""Pixels; less is no photo of anybody."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_QUALITY = 88
_PLAIN = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
"""What a JPEG says of itself that is no metadata of the photo."""


class PhotoRefused(UserError):
    """A file that is no photo that can be kept; the text says why and what to do."""


class Part(NamedTuple):
    """A part of a photo, as fractions of its width and height from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


def kept_photo(content: bytes, part: Part | None = None) -> bytes:
    """Return a photo as it is kept: the part of it, upright, at most LONGEST_SIDE pixels long, JPEG without metadata.

    Raises PhotoRefused.
    """
    picture = _decoded(content)
    if part is not None:
        wide, high = picture.size
        left, top, right, bottom = part
        picture = picture.crop((round(left * wide), round(top * high), round(right * wide), round(bottom * high)))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if min(picture.size) < SMALLEST_SIDE:
        raise PhotoRefused(_("This part of the photo is too small to show anything. Choose a larger one."))
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()


def checked_photo(content: bytes) -> bytes:
    """Return a photo that comes from another PC: as it is where it is just as it is kept here, else made anew.

    Raises PhotoRefused.
    """
    return content if _is_as_kept(content) else kept_photo(content)


def _is_as_kept(content: bytes) -> bool:
    picture = _decoded(content, upright=False)
    plain = picture.format == "JPEG" and picture.info.keys() <= _PLAIN and content.endswith(b"\xff\xd9")
    return plain and max(picture.size) <= LONGEST_SIDE and min(picture.size) >= SMALLEST_SIDE and picture.mode == "RGB"


def _decoded(content: bytes, *, upright: bool = True) -> "Image":
    """Return the whole photo in memory, on white where it is transparent."""
    from PIL import Image

    if len(content) > BYTES_LIMIT:
        raise PhotoRefused(_("This photo's file is larger than {limit} MB.").format(limit=BYTES_LIMIT // 1_000_000))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture: Image.Image = Image.open(BytesIO(content), formats=_FORMATS)
            wide, high = picture.size
            if wide * high <= PIXEL_LIMIT:
                picture.load()
                return _upright(picture) if upright else picture
    except Image.DecompressionBombError:
        pass
    except Exception:
        # A hostile file can make a decoder raise anything; which it was tells a person nothing.
        raise PhotoRefused(
            _("This file is not a photo that can be read. Take a JPEG, PNG or WebP; HEIC photos must be saved as JPEG first.")
        ) from None
    raise PhotoRefused(
        _("This photo has more than {limit} million pixels. Save it smaller first.").format(limit=PIXEL_LIMIT // 1_000_000)
    )


def _upright(picture: "Image") -> "Image":
    from PIL import Image, ImageOps

    turned = ImageOps.exif_transpose(picture)
    if turned.has_transparency_data:
        ground = Image.new("RGBA", turned.size, "white")
        ground.alpha_composite(turned.convert("RGBA"))
        turned = ground
    plain = Image.new("RGB", turned.size)
    plain.paste(turned.convert("RGB"))
    return plain
