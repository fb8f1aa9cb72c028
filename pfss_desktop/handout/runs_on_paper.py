"""Lines in other scripts onto a ReportLab canvas, glyph by glyph."""

from typing import Any

from pfss_desktop.handout.marks import Words


def draw_runs(canvas: Any, words: Words, left: float, top: float) -> None:  # noqa: ANN401 - ReportLab has no types
    """Draw the runs of a line; `left` and `top` are where its row begins on the page."""
    from pfss_desktop.handout.glyph_fonts import glyph_font

    canvas.setFillColorRGB(*words.colour)
    drawn = [f"1 0 0 1 {left + words.x:.2f} {top - words.y:.2f} Tm"]
    for run in words.runs:
        font = glyph_font(canvas._doc, run.font, run.weight)  # noqa: SLF001 - the canvas has no public way to its fonts
        codes = "".join(f"{font.code(glyph):04X}" for glyph in run.glyphs)
        drawn.append(f"/{font.name} {words.size:.6g} Tf <{codes}> Tj")
    canvas.addLiteral(f"BT {' '.join(drawn)} ET")
