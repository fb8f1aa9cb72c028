"""Paints a phase as the head of a card: its name, weeks and criteria, its goal, and where it is empty, a place to drop."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.workload import phase_minutes_per_day
from pfss_desktop.language import _, translated
from pfss_desktop.ui.board_strokes import card_part, chosen_frame, elided, now_bar, text_right
from pfss_desktop.ui.check_badge import badge_width, paint_badge
from pfss_desktop.ui.theme import GAP, RADIUS, Theme, bold, small

_INSET = 2 * GAP


def phase_heading(number: int, name: str) -> str:
    """Return a phase's number and name, the number once only where the name is nothing but that."""
    numbered = _("Phase {number}").format(number=number)
    return name if name == numbered else f"{numbered} · {name}"


def phase_height(phase: Phase, font: QFont) -> int:
    """Return the pixels that the head of this phase takes."""
    line = QFontMetrics(font).height()
    empty = 0 if phase.prescriptions else line + 4 * GAP
    return line + (line if phase.goal else 0) + empty + 4 * GAP


class PhaseHead:
    """One phase to be painted into a rectangle."""

    def __init__(self, phase: Phase, number: int, *, is_now: bool, is_chosen: bool, check: str) -> None:
        self._phase = phase
        self._heading = phase_heading(number, translated(phase.name))
        self._is_now = is_now
        self._is_chosen = is_chosen
        self._check = check

    def paint(self, painter: QPainter, theme: Theme, font: QFont, rect: QRect) -> None:
        """Draw the head."""
        phase = self._phase
        card = rect.adjusted(GAP, GAP, -GAP, 0)
        card_part(painter, theme, card, top=True, bottom=not phase.prescriptions)
        if self._is_now:
            now_bar(painter, theme, card.adjusted(0, RADIUS, 0, -RADIUS if not phase.prescriptions else 0))
        if self._is_chosen:
            chosen_frame(painter, theme, card.adjusted(3, 3, -3, -3))
        inner = card.adjusted(_INSET, GAP, -_INSET, -GAP)
        line = QRect(inner.left(), inner.top() + GAP // 2, inner.width(), QFontMetrics(bold(font, 1)).height())
        self._paint_line(painter, theme, font, QRect(line))
        below = line.bottom() + GAP // 2
        if phase.goal:
            painter.setFont(small(font))
            painter.setPen(QColor(theme.muted))
            goal = QRect(inner.left(), below, inner.width(), QFontMetrics(font).height())
            elided(painter, goal, " ".join(translated(phase.goal).split()))
            below = goal.bottom()
        if not phase.prescriptions:
            painter.setFont(small(font))
            _drop_place(painter, theme, QRect(inner.left(), below + GAP, inner.width(), inner.bottom() - below - GAP))

    def _paint_line(self, painter: QPainter, theme: Theme, font: QFont, line: QRect) -> None:
        phase = self._phase
        minutes = phase_minutes_per_day(phase)
        right = _("{count} min a day").format(count=minutes) if minutes else ""
        line.setRight(line.right() - text_right(painter, theme.muted, small(font), line, right) - GAP)
        painter.setFont(bold(font, 1))
        painter.setPen(QColor(theme.text))
        badge = badge_width(self._check, font)
        line.setRight(line.right() - badge)
        used = elided(painter, line, self._heading)
        paint_badge(painter, theme, font, line.translated(used, 0), badge)
        used += badge
        line.setRight(line.right() + badge)
        painter.setFont(small(font))
        for colour, text in self._remarks(theme):
            line.setLeft(line.left() + used + 2 * GAP)
            painter.setPen(QColor(colour))
            used = elided(painter, line, text)

    def _remarks(self, theme: Theme) -> list[tuple[str, str]]:
        """Return what stands behind the name, each with its colour."""
        phase = self._phase
        remarks = [(theme.accent, _("now"))] if self._is_now else []
        if phase.weeks is not None:
            weeks = _("weeks {first}–{last}").format(first=phase.weeks.first, last=phase.weeks.last)
            remarks.append((theme.muted, weeks))
        if phase.criteria:
            remarks.append(
                (theme.good, _("Move on when: {criteria}").format(criteria="; ".join(map(translated, phase.criteria))))
            )
        return remarks


def _drop_place(painter: QPainter, theme: Theme, box: QRect) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(QColor(theme.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("Drag exercises here, or choose one and press Enter"))
