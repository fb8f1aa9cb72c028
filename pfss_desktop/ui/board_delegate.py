"""Paints the plan board: phases as cards, prescriptions as rows with chips. It reads values only and changes nothing."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pfss_desktop.domain.plan import Phase
from pfss_desktop.domain.prescription import Prescription
from pfss_desktop.domain.workload import minutes_per_day, phase_minutes_per_day
from pfss_desktop.language import _, translated
from pfss_desktop.ui.check_badge import badge_width, paint_badge
from pfss_desktop.ui.chips import Chip, ChipKind, chips_of
from pfss_desktop.ui.plan_model import PlanModel
from pfss_desktop.ui.theme import GAP, RADIUS, Theme, bold, small, theme_now
from pfss_desktop.ui.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
_INSET = 2 * GAP
_GRIP = 3 * GAP
_PICTURE = QSize(88, 54)


class BoardDelegate(QStyledItemDelegate):
    """Draws a phase as the head of a card, its prescriptions as the card's rows, an empty phase with a place to drop."""

    def __init__(self, view: QAbstractItemView, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(PlanModel.ItemRole)
        width = self._view.viewport().width()
        line = QFontMetrics(option.font).height()
        if isinstance(item, Phase):
            empty = 0 if item.prescriptions else line + 4 * GAP
            goal = line if item.goal else 0
            return QSize(width, line + goal + empty + 4 * GAP)
        if isinstance(item, Prescription):
            metrics = QFontMetrics(small(option.font))
            rows = _flow(chips_of(item), metrics, _chip_width(width))
            return QSize(width, max(line + len(rows) * (metrics.height() + GAP) + 2 * GAP, _PICTURE.height() + GAP))
        return QSize(width, line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(PlanModel.ItemRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        if isinstance(item, Phase):
            self._paint_phase(painter, option, index, item)
        elif isinstance(item, Prescription):
            self._paint_row(painter, option, index, item)
        painter.restore()

    def _paint_phase(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, phase: Phase) -> None:
        theme = theme_now()
        card = option.rect.adjusted(GAP, GAP, -GAP, 0)
        _card_part(painter, theme, card, top=True, bottom=not phase.prescriptions)
        is_now = bool(index.data(PlanModel.IsNowRole))
        if is_now:
            _now_bar(painter, theme, card.adjusted(0, RADIUS, 0, -RADIUS if not phase.prescriptions else 0))
        if _is_chosen(option):
            _chosen_frame(painter, theme, card.adjusted(3, 3, -3, -3))
        inner = card.adjusted(_INSET, GAP, -_INSET, -GAP)
        font = option.font
        line = QRect(inner.left(), inner.top() + GAP // 2, inner.width(), QFontMetrics(bold(font, 1)).height())
        minutes = phase_minutes_per_day(phase)
        right = _("{count} min a day").format(count=minutes) if minutes else ""
        taken = _text_right(painter, theme.muted, small(font), line, right)
        line.setRight(line.right() - taken - GAP)
        heading = phase_heading(index.row() + 1, translated(phase.name))
        painter.setFont(bold(font, 1))
        painter.setPen(QColor(theme.text))
        badge = badge_width(index.data(PlanModel.CheckRole), font)
        line.setRight(line.right() - badge)
        used = _elided(painter, line, heading)
        paint_badge(painter, theme, font, line.translated(used, 0), badge)
        used += badge
        line.setRight(line.right() + badge)
        painter.setFont(small(font))
        if is_now:
            line.setLeft(line.left() + used + 2 * GAP)
            painter.setPen(QColor(theme.accent))
            used = _elided(painter, line, _("now"))
        if phase.weeks is not None:
            line.setLeft(line.left() + used + 2 * GAP)
            painter.setPen(QColor(theme.muted))
            used = _elided(painter, line, _("weeks {first}–{last}").format(first=phase.weeks.first, last=phase.weeks.last))
        if phase.criteria:
            line.setLeft(line.left() + used + 2 * GAP)
            painter.setPen(QColor(theme.good))
            _elided(painter, line, _("Move on when: {criteria}").format(criteria="; ".join(map(translated, phase.criteria))))
        below = line.bottom() + GAP // 2
        if phase.goal:
            painter.setPen(QColor(theme.muted))
            goal = QRect(inner.left(), below, inner.width(), QFontMetrics(font).height())
            _elided(painter, goal, " ".join(translated(phase.goal).split()))
            below = goal.bottom()
        if not phase.prescriptions:
            _drop_place(painter, theme, QRect(inner.left(), below + GAP, inner.width(), inner.bottom() - below - GAP))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, held: Prescription) -> None:
        theme = theme_now()
        is_last = index.row() == index.model().rowCount(index.parent()) - 1
        card = option.rect.adjusted(GAP, 0, -GAP, 0)
        _card_part(painter, theme, card, top=False, bottom=is_last)
        if index.data(PlanModel.IsNowRole):
            _now_bar(painter, theme, card.adjusted(0, 0, 0, -RADIUS if is_last else 0))
        row = card.adjusted(GAP, 2, -GAP, -3 if is_last else -1)
        if _is_chosen(option):
            _chosen_frame(painter, theme, row)
        else:
            painter.setPen(QColor(theme.line))
            painter.drawLine(row.left() + GAP, card.top(), row.right() - GAP, card.top())
        _grip(painter, theme, row)
        font = option.font
        line_height = QFontMetrics(font).height()
        picture = self._thumbnails.of_prescription(held, _PICTURE, self._view.devicePixelRatio())
        if picture is not None:
            painter.drawPixmap(row.left() + _GRIP, row.center().y() - _PICTURE.height() // 2 + 1, picture)
        left = row.left() + _GRIP + _PICTURE.width() + GAP
        line = QRect(left, row.top() + GAP // 2, row.right() - left - GAP, line_height)
        taken = _text_right(painter, theme.muted, small(font), line, _("{count} min").format(count=minutes_per_day(held)))
        line.setRight(line.right() - taken - GAP)
        painter.setFont(bold(font))
        painter.setPen(QColor(theme.text))
        badge = badge_width(index.data(PlanModel.CheckRole), font)
        line.setRight(line.right() - badge)
        used = _elided(painter, line, translated(held.text.name))
        paint_badge(painter, theme, font, line.translated(used, 0), badge)
        self._paint_chips(painter, theme, option, held, line)

    def _paint_chips(
        self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, held: Prescription, line: QRect
    ) -> None:
        font = small(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        top = line.bottom() + GAP // 2 + 1
        for row in _flow(chips_of(held), metrics, _chip_width(self._view.viewport().width())):
            left = line.left()
            for chip in row:
                box = QRect(left, top, metrics.horizontalAdvance(chip.text) + 2 * GAP, metrics.height() + GAP // 2)
                _paint_chip(painter, theme, chip, box)
                left = box.right() + GAP
            top += metrics.height() + GAP


def phase_heading(number: int, name: str) -> str:
    """Return a phase's number and name, the number once only where the name is nothing but that."""
    numbered = _("Phase {number}").format(number=number)
    return name if name == numbered else f"{numbered} · {name}"


def _chip_width(width: int) -> int:
    """Return the pixels that a row of chips has, in a view of this width."""
    return width - 2 * GAP - _GRIP - _PICTURE.width() - 4 * GAP


def _flow(chips: tuple[Chip, ...], metrics: QFontMetrics, width: int) -> list[list[Chip]]:
    """Return the chips in as many rows as the width asks for, at least one."""
    rows: list[list[Chip]] = [[]]
    left = 0
    for chip in chips:
        needs = metrics.horizontalAdvance(chip.text) + 3 * GAP
        if rows[-1] and left + needs > width:
            rows.append([])
            left = 0
        rows[-1].append(chip)
        left += needs
    return rows


def _paint_chip(painter: QPainter, theme: Theme, chip: Chip, box: QRect) -> None:
    ground, ink = {
        ChipKind.SIDE: (theme.side, theme.on_side),
        ChipKind.RESISTANCE: (theme.resistance, theme.on_resistance),
        ChipKind.MISSING: (theme.warning, theme.on_warning),
    }.get(chip.kind, (theme.card, theme.text))
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(theme.line))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)


def _card_part(painter: QPainter, theme: Theme, part: QRect, *, top: bool, bottom: bool) -> None:
    """Draw this slice of a card: the rounding of ends that are not its own lies outside the clipped row."""
    box = QRectF(part).adjusted(0.5, 0.5 if top else -3 * RADIUS, -0.5, -1.5 if bottom else 3 * RADIUS)
    painter.setBrush(QColor(theme.card))
    painter.setPen(QColor(theme.line))
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def _now_bar(painter: QPainter, theme: Theme, part: QRect) -> None:
    """Draw the bar at the left of the phase that the patient is in; the word "now" says the same."""
    painter.fillRect(QRect(part.left(), part.top(), 4, part.height()), QColor(theme.accent))


def _chosen_frame(painter: QPainter, theme: Theme, box: QRect) -> None:
    painter.setBrush(QColor(theme.chosen))
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)


def _grip(painter: QPainter, theme: Theme, row: QRect) -> None:
    """Draw the six dots that say "this can be dragged"."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    for across in (0, 5):
        for down in (-5, 0, 5):
            painter.drawEllipse(QPointF(row.left() + GAP + 2 + across, row.center().y() + down), 1.4, 1.4)


def _drop_place(painter: QPainter, theme: Theme, box: QRect) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(QColor(theme.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("Drag exercises here, or choose one and press Enter"))


def _elided(painter: QPainter, box: QRect, text: str) -> int:
    """Draw one line of text, cut with dots where it does not fit, and return the pixels it took."""
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
    return metrics.horizontalAdvance(fitting)


def _text_right(painter: QPainter, colour: str, font: QFont, box: QRect, text: str) -> int:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    return painter.fontMetrics().horizontalAdvance(text)


def _is_chosen(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)
