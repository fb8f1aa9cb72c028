"""A handout behind a password: AES-256 as in PDF 2.0 (ISO 32000-2, 7.6.4, revision 6). Its libraries load only when asked for.

ReportLab's own encryption ends at revision 5, whose passwords are a thousand times quicker to guess.
"""

import unicodedata
from io import BytesIO

from pfss_desktop.domain.faults import UserError
from pfss_desktop.language import _

PASSWORD_BYTES = 127
"""What the standard takes of a password, in UTF-8."""


class UnfitPassword(UserError):
    """A password that not every reader would take."""


def check_password(password: str) -> None:
    """Raise UnfitPassword for one that is empty, too long, or holds letters that cannot be typed."""
    written = _written(password)
    if not written.strip():
        raise UnfitPassword(_("The password is empty."))
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs") for letter in written):
        raise UnfitPassword(_("The password holds a sign that cannot be typed. Please choose another one."))
    if len(written.encode()) > PASSWORD_BYTES:
        raise UnfitPassword(_("The password is too long: please choose one of at most 60 letters."))


def locked(content: bytes, password: str) -> bytes:
    """Return the PDF so that it opens with this password only; its structure and metadata stay, behind the password too.

    Every call gives other bytes, as encryption must. Readers for blind people may read all of it. Raises UnfitPassword.
    """
    check_password(password)
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(content))
    writer.pdf_header = "%PDF-2.0"
    writer.encrypt(_written(password), algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _written(password: str) -> str:
    """Return the password in the one way in which readers write letters that can be written in several (RFC 4013)."""
    return unicodedata.normalize("NFKC", password)
