"""Where the parts of a prescription's row lie on the board, and how they are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.prescription_part import Part
from pfss_desktop.domain.workload import minutes_per_day
from pfss_desktop.language import _, translated
from pfss_desktop.ui.board_strokes import card_part, chosen_frame, elided, now_bar, text_right
from pfss_desktop.ui.check_badge import badge_width, paint_badge
from pfss_desktop.ui.chips import Chip, ChipKind, chips_of
from pfss_desktop.ui.theme import GAP, RADIUS, Theme, bold, small

PICTURE = QSize(88, 54)
_GRIP = 3 * GAP
_LEFT = 2 * GAP + _GRIP + PICTURE.width() + GAP
"""Pixels from the row's edge to its words."""
_MINUTES = 7 * GAP
"""Pixels that the minutes at the right take."""
_MORE = Chip("+", ChipKind.MORE, Part.MORE)


@dataclass(frozen=True)
class PlacedChip:
    """A chip and its box."""

    chip: Chip
    box: QRect


def row_height(held: Prescription, font: QFont, width: int) -> int:
    """Return the pixels that a row of this width takes."""
    chips = placed_chips(held, font, QRect(0, 0, width, 0))
    return max(max(placed.box.bottom() for placed in chips) + GAP, PICTURE.height() + GAP)


def placed_chips(held: Prescription, font: QFont, rect: QRect) -> tuple[PlacedChip, ...]:
    """Return the chips of a row in this rectangle, in as many lines as the width asks for.

    The place for more comes last: behind the chips, or where the line is full, above it beside the minutes.
    """
    metrics = QFontMetrics(small(font))
    left = start = rect.left() + _LEFT
    end = rect.right() - 2 * GAP
    top = rect.top() + 2 + GAP // 2 + QFontMetrics(font).height() + GAP // 2
    placed = []
    tall = metrics.height() + GAP // 2
    for chip in chips_of(held):
        wide = metrics.horizontalAdvance(chip.text) + 2 * GAP
        if left > start and left + wide > end:
            left, top = start, top + metrics.height() + GAP
        placed.append(PlacedChip(chip, QRect(left, top, wide, tall)))
        left += wide + GAP
    wide = metrics.horizontalAdvance(_MORE.text) + 2 * GAP
    fits = left + wide <= end
    aside = QRect(end - _MINUTES - wide, rect.top() + GAP // 2 + 1, wide, tall)
    return (*placed, PlacedChip(_MORE, QRect(left, top, wide, tall) if fits else aside))


def part_at(held: Prescription, font: QFont, rect: QRect, point: QPoint) -> Part | None:
    """Return the part whose chip lies under this point, or None."""
    reach = GAP // 4
    placed = placed_chips(held, font, rect)
    return next((held.chip.part for held in placed if held.box.adjusted(-reach, -reach, reach, reach).contains(point)), None)


def box_of(held: Prescription, font: QFont, rect: QRect, part: Part) -> QRect:
    """Return the box of a part's chip; that of the place for more where the part has none."""
    placed = placed_chips(held, font, rect)
    return next((found.box for found in placed if found.chip.part is part), placed[-1].box)


class ExerciseRow:
    """One prescription to be painted into a rectangle."""

    def __init__(
        self, held: Prescription, picture: QPixmap | None, *, is_now: bool, is_chosen: bool, is_last: bool, is_under: bool
    ) -> None:
        self._held = held
        self._picture = picture
        self._is_now = is_now
        self._is_chosen = is_chosen
        self._is_last = is_last
        self._offers_more = is_chosen or is_under

    def paint(self, painter: QPainter, theme: Theme, font: QFont, rect: QRect, check: str) -> None:
        """Draw the row; `check` is what is pointed out about it, empty for nothing."""
        card = rect.adjusted(GAP, 0, -GAP, 0)
        card_part(painter, theme, card, top=False, bottom=self._is_last)
        if self._is_now:
            now_bar(painter, theme, card.adjusted(0, 0, 0, -RADIUS if self._is_last else 0))
        row = card.adjusted(GAP, 2, -GAP, -3 if self._is_last else -1)
        if self._is_chosen:
            chosen_frame(painter, theme, row)
        else:
            painter.setPen(QColor(theme.line))
            painter.drawLine(row.left() + GAP, card.top(), row.right() - GAP, card.top())
        _grip(painter, theme, row)
        if self._picture is not None:
            painter.drawPixmap(row.left() + _GRIP, row.center().y() - PICTURE.height() // 2 + 1, self._picture)
        self._paint_name(painter, theme, font, row, check)
        painter.setFont(small(font))
        for placed in placed_chips(self._held, font, rect):
            if placed.chip.part is not Part.MORE or self._offers_more:
                _paint_chip(painter, theme, placed)

    def _paint_name(self, painter: QPainter, theme: Theme, font: QFont, row: QRect, check: str) -> None:
        left = row.left() + _LEFT - 2 * GAP
        line = QRect(left, row.top() + GAP // 2, row.right() - left - GAP, QFontMetrics(font).height())
        minutes = _("{count} min").format(count=minutes_per_day(self._held))
        line.setRight(line.right() - text_right(painter, theme.muted, small(font), line, minutes) - GAP)
        painter.setFont(bold(font))
        painter.setPen(QColor(theme.text))
        badge = badge_width(check, font)
        line.setRight(line.right() - badge)
        used = elided(painter, line, translated(self._held.text.name))
        paint_badge(painter, theme, font, line.translated(used, 0), badge)


def _paint_chip(painter: QPainter, theme: Theme, placed: PlacedChip) -> None:
    ground, ink = {
        ChipKind.SIDE: (theme.side, theme.on_side),
        ChipKind.RESISTANCE: (theme.resistance, theme.on_resistance),
        ChipKind.MISSING: (theme.warning, theme.on_warning),
    }.get(placed.chip.kind, (theme.card, theme.text))
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(theme.line))
    painter.drawRoundedRect(QRectF(placed.box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(QColor(ink))
    painter.drawText(placed.box, Qt.AlignmentFlag.AlignCenter, placed.chip.text)


def _grip(painter: QPainter, theme: Theme, row: QRect) -> None:
    """Draw the six dots that say "this can be dragged"."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    for across in (0, 5):
        for down in (-5, 0, 5):
            painter.drawEllipse(QPointF(row.left() + GAP + 2 + across, row.center().y() + down), 1.4, 1.4)
