"""What a sheet depends on beside plan, visit and resources; kept with the visit it was handed out at, to print it again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pfss_desktop.figures.styles import Palette
from pfss_desktop.handout.kept_json import Damaged, decoded, encoded
from pfss_desktop.handout.layout import Layout
from pfss_desktop.handout.logo import LogoRefused, logo_digest, logo_size
from pfss_desktop.handout.request import Letterhead, Paper, PhaseChoice
from pfss_desktop.handout.sections import ALL_DETAILS, DEFAULT_SECTIONS, Detail, Section, check_sections
from pfss_desktop.handout.sheet_defaults import SheetDefaults


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """The choices of one sheet, each as `HandoutRequest` has it; `palette` is that of its figures. Raises OutOfBounds."""

    letterhead: Letterhead = Letterhead()
    paper: Paper = Paper.A4
    phases: PhaseChoice | tuple[str, ...] = PhaseChoice.ALL
    language: str = "en"
    beside: str = ""
    layout: Layout = Layout()
    palette: Palette = Palette.COLOUR
    sections: tuple[Section, ...] = DEFAULT_SECTIONS
    details: frozenset[Detail] = ALL_DETAILS
    defaults: SheetDefaults = SheetDefaults()
    is_named: bool = False

    def __post_init__(self) -> None:
        check_sections(self.sections)


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """The options of a sheet that was handed out, and the date printed on it; of its logo `logo` is the digest, or empty."""

    options: SheetOptions
    on: date
    logo: str = ""


def written_sheet(options: SheetOptions, on: date) -> str:
    """Return a sheet as a visit keeps it: JSON with the logo's digest in place of the logo."""
    logo = options.letterhead.logo
    bare = replace(options, letterhead=replace(options.letterhead, logo=b""))
    return encoded(KeptSheet(bare, on, logo_digest(logo) if logo else ""))


def sheet_from(text: str, kept_logo: Callable[[str], bytes]) -> KeptSheet:
    """Return the sheet in a kept text, with the logo that `kept_logo` returns for its digest; raise Damaged."""
    sheet = decoded(text, KeptSheet)
    if not sheet.logo:
        return sheet
    logo = kept_logo(sheet.logo)
    if logo_digest(logo) != sheet.logo:
        raise Damaged
    letterhead = replace(sheet.options.letterhead, logo=logo)
    return replace(sheet, options=replace(sheet.options, letterhead=letterhead))


def written_logo(logo: bytes) -> str:
    """Return a logo as the clinic keeps it: its base64 as JSON, an empty text for none."""
    return encoded(logo) if logo else ""


def logo_from(text: str) -> bytes:
    """Return the logo in a kept text, none for an empty one; raise Damaged."""
    if not text:
        return b""
    logo = decoded(text, bytes)
    try:
        logo_size(logo)
    except LogoRefused:
        raise Damaged from None
    return logo
