"""Pictures from outside, opened with care: bounded by their own header before anything is decoded, upright, on white.

What they are then good for, and what is said of those that are refused, is for those who ask. No Qt. Pillow is loaded only
when there is a picture.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

PIXEL_LIMIT = 24_000_000
"""Pixels by the file's own header: a present phone's photo has 12 to 24 million, and these take 100 MB of memory."""


class NotAPicture(Exception):
    """A content that is cut, forged or of another kind than those asked for."""


class TooManyPixels(Exception):
    """A picture whose header tells of more than PIXEL_LIMIT; nothing of it was decoded."""


def loaded_picture(content: bytes, formats: tuple[str, ...]) -> "Image":
    """Return the whole picture in memory, just as it is, of one of Pillow's formats; raise NotAPicture or TooManyPixels."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture: Image.Image = Image.open(BytesIO(content), formats=formats)
            wide, high = picture.size
            if wide * high <= PIXEL_LIMIT:
                picture.load()
                return picture
    except Image.DecompressionBombError:
        pass
    except Exception:
        # A hostile file can make a decoder raise anything; which it was tells a person nothing.
        raise NotAPicture from None
    raise TooManyPixels


def upright_on_white(picture: "Image") -> "Image":
    """Return the picture as it is looked at, in plain colours and without metadata; what is transparent shows white paper.

    Raises NotAPicture for one whose metadata or palette are found forged only now.
    """
    try:
        return _on_white(_upright(picture))
    except Exception:
        raise NotAPicture from None


def _upright(picture: "Image") -> "Image":
    from PIL import ImageOps

    return ImageOps.exif_transpose(picture)


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    if picture.mode.startswith("I"):
        # Sixteen bits of grey.
        picture = picture.convert("I").point(lambda level: level / 256).convert("L")
    if picture.has_transparency_data:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        picture = ground
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    return plain
