"""Lines in other scripts onto a ReportLab canvas, glyph by glyph."""

from typing import Any

from pfss_desktop.handout.marks import Words


def draw_line(canvas: Any, words: Words, x: float, y: float) -> None:  # noqa: ANN401 - ReportLab has no types
    """Draw a line by itself, its baseline beginning at (x, y)."""
    if words.runs:
        draw_runs(canvas, words, x, y)
        return
    canvas.setFont(words.face, words.size)
    canvas.setFillColorRGB(*words.colour)
    canvas.drawString(x, y, words.text)


def draw_runs(canvas: Any, words: Words, x: float, y: float) -> None:  # noqa: ANN401
    """Draw the runs of a line, its baseline beginning at (x, y)."""
    from pfss_desktop.handout.glyph_fonts import glyph_font

    canvas.setFillColorRGB(*words.colour)
    drawn = [f"1 0 0 1 {x:.2f} {y:.2f} Tm"]
    for run in words.runs:
        font = glyph_font(canvas._doc, run.font, run.weight)  # noqa: SLF001 - the canvas has no public way to its fonts
        codes = "".join(f"{font.code(glyph):04X}" for glyph in run.glyphs)
        drawn.append(f"/{font.name} {words.size:.6g} Tf <{codes}> Tj")
    canvas.addLiteral(f"BT {' '.join(drawn)} ET")
