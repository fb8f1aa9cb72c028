"""The end of a sheet: its code in words and as a square of dots, so that the sheet finds its visit when it is brought back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pfss_desktop.domain.visit_code import scanned_text
from pfss_desktop.handout.content import CodePart
from pfss_desktop.handout.galley import Galley, stacked
from pfss_desktop.handout.marks import Figure, Group, Row

SQUARE = 68.0
"""Width of the square of dots with its white edge, 24 mm: a plain webcam reads it from a grey print."""
_GAP = 14.0
_QUIET = 4
"""White modules around the dots, as the standard (ISO/IEC 18004) asks for."""


@dataclass(frozen=True, slots=True)
class DottedCode:
    """Draws a code as a square of dots; two are equal when they draw the same."""

    code: str
    shown: str

    def __call__(self, canvas: Any, x: float, y: float, width: float, height: float) -> str:  # noqa: ANN401 - ReportLab has no types
        """Draw inside the box and return what it shows in words."""
        # Loaded only where a sheet has a code.
        import segno

        rows = segno.make(scanned_text(self.code), error="m", micro=False, boost_error=False).matrix
        module = min(width, height) / (len(rows) + 2 * _QUIET)
        path = canvas.beginPath()
        for at, row in enumerate(rows):
            top = y + height - (at + _QUIET + 1) * module
            for start, length in _runs(row):
                path.rect(x + (start + _QUIET) * module, top, length * module, module)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawPath(path, stroke=0, fill=1)
        return self.shown


def code_group(galley: Galley, part: CodePart) -> Group:
    """Return the square of dots with the code and what it is for beside it."""
    left = SQUARE + _GAP
    rows: list[Row] = []
    for text, style in ((part.title, galley.styles.strong), (part.told, galley.styles.body), (part.code, galley.styles.dosage)):
        rows += galley.setter.rows(text, style, left, galley.width - left)
    marks, end = stacked(rows)
    figure = Figure(DottedCode(part.code, part.shown), part.shown, SQUARE, SQUARE)
    return Group((Row(max(end, SQUARE), tuple(marks)),), gap=16.0, figure=figure)


def _runs(row: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - rows of bytes
    """Yield first place and length of each run of dark modules."""
    start = -1
    for at, dark in enumerate((*row, 0)):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            yield start, at - start
            start = -1
