"""The clinic's logo: a picture from anywhere becomes a small one of ours, without metadata, or a plain text why it cannot."""

import os
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from stat import S_ISREG

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _
from pfss_desktop.outside_pictures import PIXEL_LIMIT, NotAPicture, TooManyPixels, loaded_picture, upright_on_white

FILE_LIMIT = 32 * 1024 * 1024
"""Bytes of a picture file; a photo of 24 megapixels has about half."""
SIDE_LIMIT = 600
"""Pixels of a kept logo's longer side: 15 mm high at 300 dots per inch and three times as wide."""
_FORMS = ("PNG", "JPEG")
_JPEG_QUALITY = 90


class LogoRefused(UserError):
    """A picture that cannot be the logo: says why, and what can."""


def read_logo(path: Path) -> bytes:
    """Return the logo in a picture file, as `logo_from_picture` does; raise LogoRefused."""
    try:
        # Without waiting: a pipe that nobody writes to would never open.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as stream:
            content = stream.read(FILE_LIMIT + 1) if S_ISREG(os.fstat(descriptor).st_mode) else None
    except (OSError, ValueError):
        content = None
    if content is None:
        raise LogoRefused(_("The file could not be read. Choose a picture on this PC. The letterhead is as it was."))
    if len(content) > FILE_LIMIT:
        raise LogoRefused(_too_large())
    return logo_from_picture(content)


def logo_from_picture(content: bytes) -> bytes:
    """Return a PNG or JPEG as one of at most SIDE_LIMIT pixels, on white, upright and without metadata; raise LogoRefused.

    The same picture gives the same bytes.
    """
    try:
        picture = loaded_picture(content, _FORMS)
        flat = upright_on_white(picture)
    except TooManyPixels:
        raise LogoRefused(_too_large()) from None
    except NotAPicture:
        raise LogoRefused(_("This is not a picture that can be used. Choose a PNG or JPEG file.")) from None
    flat.thumbnail((SIDE_LIMIT, SIDE_LIMIT))
    stream = BytesIO()
    if picture.format == "JPEG":
        flat.save(stream, "JPEG", quality=_JPEG_QUALITY)
    else:
        flat.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def logo_size(logo: bytes) -> tuple[int, int]:
    """Return width and height of a kept logo in pixels; raise LogoRefused where it is damaged or none of ours."""
    try:
        size = loaded_picture(logo, _FORMS).size
    except (NotAPicture, TooManyPixels):
        raise LogoRefused(_("The logo is damaged. Choose it anew in the letterhead.")) from None
    if max(size) > SIDE_LIMIT:
        raise LogoRefused(_("The logo is damaged. Choose it anew in the letterhead."))
    return size


def logo_digest(logo: bytes) -> str:
    """Return 16 bytes of BLAKE2b over a logo as hexadecimal letters: the name by which sheets remember it."""
    return blake2b(logo, digest_size=16).hexdigest()


def _too_large() -> str:
    told = _("The picture is too large: at most {pixels} million pixels and {size} MB. Make it smaller, or choose another one.")
    return told.format(pixels=PIXEL_LIMIT // 1_000_000, size=FILE_LIMIT // 1024 // 1024)
