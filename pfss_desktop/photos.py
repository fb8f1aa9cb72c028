"""Photos from anywhere made safe to keep: bounded before decoding, turned upright, without metadata, as plain JPEG.

No Qt.
"""

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.outside_pictures import PIXEL_LIMIT, NotAPicture, TooManyPixels, loaded_picture, upright_on_white

if TYPE_CHECKING:
    from PIL.Image import Image

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
    picture = _opened(content)
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
    picture = _opened(content, flat=False)
    plain = picture.format == "JPEG" and picture.info.keys() <= _PLAIN and content.endswith(b"\xff\xd9")
    return plain and max(picture.size) <= LONGEST_SIDE and min(picture.size) >= SMALLEST_SIDE and picture.mode == "RGB"


def _opened(content: bytes, *, flat: bool = True) -> "Image":
    """Return the whole photo in memory, upright and on white if it is to be flat."""
    if len(content) > BYTES_LIMIT:
        raise PhotoRefused(_("This photo's file is larger than {limit} MB.").format(limit=BYTES_LIMIT // 1_000_000))
    try:
        picture = loaded_picture(content, _FORMATS)
        return upright_on_white(picture) if flat else picture
    except NotAPicture:
        raise PhotoRefused(
            _("This file is not a photo that can be read. Take a JPEG, PNG or WebP; HEIC photos must be saved as JPEG first.")
        ) from None
    except TooManyPixels:
        raise PhotoRefused(
            _("This photo has more than {limit} million pixels. Save it smaller first.").format(limit=PIXEL_LIMIT // 1_000_000)
        ) from None
