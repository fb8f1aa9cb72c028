"""What the clinic has settled for all its sheets (logo, diary, flare-up plan), and what was handed out at each visit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from pfss_desktop.document.background import Background
from pfss_desktop.domain.faults import UserError
from pfss_desktop.domain.library import Library
from pfss_desktop.handout.kept_json import decoded, encoded
from pfss_desktop.handout.logo import logo_digest
from pfss_desktop.handout.sheet_defaults import SheetDefaults
from pfss_desktop.handout.sheet_options import KeptSheet, SheetOptions, logo_from, sheet_from, written_logo, written_sheet
from pfss_desktop.language import _

_LOGO, _DEFAULTS, _OLD_LOGO = "logo", "sheet", "logo/{digest}"
"""Names under which the library keeps them; the last one a logo that a former sheet was printed with."""


class ClinicSheet(QObject):
    """A change counts at once and is kept behind the scenes; what goes wrong with that is said by `failed`."""

    changed = Signal()
    """The logo or the defaults are others."""
    failed = Signal(str)
    """Why something could not be read or kept, and what goes on."""

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self.logo = b""
        self.defaults = SheetDefaults()

    def ask(self) -> None:
        """Ask the library for what is kept."""
        kept = self._library.kept
        self._background.run(lambda: logo_from(kept(_LOGO)), self._take_logo, self._say_no_logo)
        self._background.run(lambda: _defaults_from(kept(_DEFAULTS)), self._take_defaults, self._say_no_defaults)

    def keep_logo(self, logo: bytes) -> None:
        """Settle the logo; empty bytes take it away."""
        if logo != self.logo:
            self._take_logo(logo)
            self._background.run(lambda: self._library.keep(_LOGO, written_logo(logo)), _nothing_more, self._say_unkept)

    def keep_defaults(self, defaults: SheetDefaults) -> None:
        """Settle the diary's days and the flare-up plan."""
        if defaults != self.defaults:
            self._take_defaults(defaults)
            written = encoded(defaults) if defaults != SheetDefaults() else ""
            self._background.run(lambda: self._library.keep(_DEFAULTS, written), _nothing_more, self._say_unkept)

    def note(self, visit_id: str, options: SheetOptions, on: date) -> None:
        """Keep with a visit what was handed out at it, dated `on`; its logo is kept once for all sheets that have it."""

        def note() -> None:
            logo = options.letterhead.logo
            name = _OLD_LOGO.format(digest=logo_digest(logo)) if logo else ""
            if name and not self._library.kept(name):
                self._library.keep(name, written_logo(logo))
            self._library.note_sheet(visit_id, written_sheet(options, on))

        self._background.run(note, _nothing_more, self._say_not_noted)

    def ask_sheet(self, visit_id: str, done: Callable[[KeptSheet | None], None], failed: Callable[[Exception], None]) -> None:
        """Read what was handed out at a visit; `done` gets None where nothing is kept, `failed` a UserError."""

        def read() -> KeptSheet | None:
            text = self._library.sheet_of(visit_id)
            return (
                sheet_from(text, lambda digest: logo_from(self._library.kept(_OLD_LOGO.format(digest=digest)))) if text else None
            )

        self._background.run(read, done, failed)

    def _take_logo(self, logo: bytes) -> None:
        self.logo = logo
        self.changed.emit()

    def _take_defaults(self, defaults: SheetDefaults) -> None:
        self.defaults = defaults
        self.changed.emit()

    def _say_no_logo(self, error: Exception) -> None:
        text = _(
            "The clinic’s logo could not be read, so sheets are printed without it. Choose it anew in the letterhead. ({reason})"
        )
        self.failed.emit(text.format(reason=_reason(error)))

    def _say_no_defaults(self, error: Exception) -> None:
        text = _("The clinic’s own diary and flare-up plan could not be read; the program’s own are printed. ({reason})")
        self.failed.emit(text.format(reason=_reason(error)))

    def _say_unkept(self, error: Exception) -> None:
        text = _("It counts until the program is closed, but could not be saved: {reason}")
        self.failed.emit(text.format(reason=_reason(error)))

    def _say_not_noted(self, error: Exception) -> None:
        text = _("The sheet is made, but how it was laid out could not be kept for printing it again: {reason}")
        self.failed.emit(text.format(reason=_reason(error)))


def _defaults_from(text: str) -> SheetDefaults:
    return decoded(text, SheetDefaults) if text else SheetDefaults()


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, UserError) else type(error).__name__


def _nothing_more(_result: None) -> None:
    """Do nothing: what was kept needs no word."""
