"""What the therapist's copy adds, in small letters behind a dark edge."""

from pfss_desktop.handout.content import Labelled
from pfss_desktop.handout.galley import Galley
from pfss_desktop.handout.marks import BLACK, Group, Row, Rule

EDGE = 8.0
"""From the edge to the letters."""


def reference_rows(galley: Galley, parts: tuple[Labelled, ...], x: float, width: float) -> list[Row]:
    """Return labelled lines from `x` on and this wide; none without parts."""
    small = galley.styles.small
    strong = small._replace(face=galley.styles.strong.face)
    rows: list[Row] = []
    for part in parts:
        rows += galley.setter.labelled(part.label, part.text, (strong, small), x + EDGE, width - EDGE)
    edged = [Row(row.height, (*row.marks, Rule(x + 1, 0.0, x + 1, row.height, BLACK, 1.5))) for row in rows]
    return [Row(5.0), *edged] if edged else []


def reference_group(galley: Galley, parts: tuple[Labelled, ...]) -> Group | None:
    """Return the lines at the end of the sheet, or None where there are none."""
    rows = reference_rows(galley, parts, 0.0, galley.width)
    return Group(tuple(rows), gap=12.0) if rows else None
