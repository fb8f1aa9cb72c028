"""The handout's pages on the screen: scrolled, zoomed, and with their exercises at hand by mouse and by keys."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from pfss_desktop.handout.places import ExercisePlace, MadeHandout
from pfss_desktop.language import _
from pfss_desktop.ui.handout_maker import WantedPages
from pfss_desktop.ui.page_stack import PageStack
from pfss_desktop.ui.theme import GAP, LIGHT, theme_now

ZOOM_STEP = 1.2
LEAST_SCALE, MOST_SCALE = 0.25, 4.0
"""Pixels to the point."""
_LINE = 40
"""Pixels of one step of the arrow keys and the wheel."""
_PAPER, _MARK = "#ffffff", LIGHT.accent
"""Paper is white in the dark theme too."""
_NOTHING = MadeHandout(b"", (595.28, 841.89), 0, ())
"""Before the first handout; nobody knows yet how many pages it has."""


class PaperView(QAbstractScrollArea):
    """Shows a handout; a page keeps its old picture until the new one is there. Whoever owns it brings the pictures."""

    pages_wanted = Signal()
    """Pages are in view whose pictures are missing or not sharp."""
    exercise_chosen = Signal(str)
    """The id of the prescription that was clicked or stepped to."""
    exercise_opened = Signal(str)
    """The id of the prescription that is to be worked on in the plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = _NOTHING
        self._pictures: dict[int, QImage] = {}
        self._stale: set[int] = set()
        self._scale: float | None = None
        self._marked: frozenset[str] = frozenset()
        self._seeks_marked = False
        self._hovered = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._ask)
        self.setAccessibleName(_("Pages of the handout"))
        self.setAccessibleDescription(
            _("Ctrl and arrow keys step from exercise to exercise, Enter goes to it in the plan, Ctrl with + and - zooms.")
        )

    # What others call

    def show_handout(self, made: MadeHandout, pictures: Mapping[int, QImage]) -> None:
        """Show another handout at the place and zoom of the former one."""
        self._made = made
        self._pictures |= pictures
        self._stale = self._pictures.keys() - pictures.keys()
        self._fit_bars()
        if self._seeks_marked:
            self._seek_marked()
        self.viewport().update()
        self._ask()

    def take_pictures(self, made: MadeHandout, pictures: Mapping[int, QImage]) -> None:
        """Take pictures of more pages; those of another handout are dropped."""
        if made is self._made:
            self._pictures |= pictures
            self._stale -= pictures.keys()
            self._forget_far()
            self.viewport().update()

    def wanted(self) -> WantedPages:
        """Return the pages to be made pictures of: those in view first, and once they are sharp their neighbours."""
        width = self._picture_width()
        for numbers in (self._in_view(), self._near()):
            missing = tuple(number for number in numbers if not self._is_sharp(number, width))
            if missing:
                return WantedPages(missing, width)
        return WantedPages((), width)

    def pages_in_view(self) -> WantedPages:
        """Return the pages in view whether or not there are pictures of them, for the handout that comes next."""
        numbers = self._in_view() if self._made is not _NOTHING else range(2)
        return WantedPages(tuple(numbers), self._picture_width())

    def mark(self, prescription_ids: Iterable[str]) -> None:
        """Mark these exercises, and bring the first into view unless one is."""
        marked = frozenset(prescription_ids)
        if marked != self._marked:
            self._marked = marked
            self._seek_marked()
            self.viewport().update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by this factor around a point of the view, or around its middle."""
        self._set_scale(min(MOST_SCALE, max(LEAST_SCALE, self._stack().scale * factor)), at)

    def fit_width(self) -> None:
        """Let pages be as wide as the view, now and when it changes its size."""
        self._set_scale(None, None)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_place(self._stack_in(max(1, event.oldSize().width())), QPointF(0, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        hovered = place.prescription_id if place else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(place.prescription_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.exercise_opened.emit(place.prescription_id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._doing(event) is not None:
            # Here these keys are the paper's; elsewhere in the window they may change the plan.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doing = self._doing(event)
        if doing is None:
            super().keyPressEvent(event)
        else:
            doing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_pages(painter, self._stack())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme_now().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    # Private

    def _doing(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here, None where it does nothing of its own."""
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            with_control: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Plus: lambda: self.zoom(ZOOM_STEP),
                Qt.Key.Key_Equal: lambda: self.zoom(ZOOM_STEP),
                Qt.Key.Key_Minus: lambda: self.zoom(1 / ZOOM_STEP),
                Qt.Key.Key_0: self.fit_width,
                Qt.Key.Key_Down: lambda: self._step_exercise(1),
                Qt.Key.Key_Up: lambda: self._step_exercise(-1),
            }
            return with_control.get(event.key())
        alone: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self._step_page(1),
            Qt.Key.Key_PageUp: lambda: self._step_page(-1),
            Qt.Key.Key_Home: lambda: bar.setValue(bar.minimum()),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Return: self._open_marked,
            Qt.Key.Key_Enter: self._open_marked,
        }
        return alone.get(event.key())

    def _open_marked(self) -> None:
        place = self._marked_place()
        if place is not None:
            self.exercise_opened.emit(place.prescription_id)

    def _paint_pages(self, painter: QPainter, stack: PageStack) -> None:
        ratio = self.devicePixelRatioF()
        origin = self._origin()
        for number in self._in_view():
            page = stack.page(number).translated(origin)
            # On whole pixels of the screen, or letters would be smeared over two.
            page.moveTo(round(page.x() * ratio) / ratio, round(page.y() * ratio) / ratio)
            painter.fillRect(page, QColor(_PAPER))
            if (picture := self._pictures.get(number)) is not None:
                self._paint_picture(painter, picture, page, ratio)
            painter.setPen(QColor(theme_now().line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(page)
        for place in self._made.places:
            if place.prescription_id in self._marked or place.prescription_id == self._hovered:
                box = stack.place(place).translated(origin).adjusted(-GAP / 2, -GAP / 2, GAP / 2, GAP / 2)
                self._paint_mark(painter, box, is_marked=place.prescription_id in self._marked)

    def _paint_picture(self, painter: QPainter, picture: QImage, page: QRectF, ratio: float) -> None:
        if picture.width() == self._picture_width():
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(page.topLeft(), picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, picture)

    def _paint_mark(self, painter: QPainter, box: QRectF, *, is_marked: bool) -> None:
        accent = QColor(_MARK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 2.0 if is_marked else 1.0))
        accent.setAlpha(22)
        painter.setBrush(accent if is_marked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, GAP / 2, GAP / 2)

    def _choose(self, prescription_id: str) -> None:
        self.mark([prescription_id])
        self.exercise_chosen.emit(prescription_id)

    def _step_exercise(self, by: int) -> None:
        """Choose the next exercise on paper, or the first one in view where none is marked."""
        ids = list(dict.fromkeys(place.prescription_id for place in self._made.places))
        here = self._marked_place()
        if not ids:
            return
        if here is None:
            stack, top = self._stack(), self.verticalScrollBar().value()
            below = (place for place in self._made.places if stack.place(place).bottom() > top)
            self._choose(next(below, self._made.places[0]).prescription_id)
            return
        self._choose(ids[min(max(0, ids.index(here.prescription_id) + by), len(ids) - 1)])

    def _step_page(self, by: int) -> None:
        stack, bar = self._stack(), self.verticalScrollBar()
        number = bar.value() / stack.step
        target = int(number) + 1 if by > 0 else -int(-number // 1) - 1
        bar.setValue(round(target * stack.step))

    def _marked_place(self) -> ExercisePlace | None:
        return next((place for place in self._made.places if place.prescription_id in self._marked), None)

    def _place_at(self, at: QPointF) -> ExercisePlace | None:
        inside = at - self._origin()
        number, x, y = self._stack().point(inside.x(), inside.y())
        return next((place for place in self._made.places if place.page == number and place.holds(x, y)), None)

    def _seek_marked(self) -> None:
        """Scroll to the first marked exercise unless one of them is in view; later, where the paper has none of them yet."""
        marked = [place for place in self._made.places if place.prescription_id in self._marked]
        self._seeks_marked = bool(self._marked) and not marked
        if not marked:
            return
        stack, bar = self._stack(), self.verticalScrollBar()
        top, bottom = bar.value(), bar.value() + self.viewport().height()
        boxes = [stack.place(place) for place in marked]
        if not any(top <= box.top() and box.bottom() <= bottom for box in boxes):
            bar.setValue(round(boxes[0].top() - 3 * GAP))

    def _stack(self) -> PageStack:
        return self._stack_in(self.viewport().width())

    def _stack_in(self, width: int) -> PageStack:
        """Return the stack as it is in a view of this width."""
        fitting = max(LEAST_SCALE, (width - 2 * GAP) / self._made.size[0])
        return PageStack(self._made.size, self._made.page_count, self._scale or fitting, width)

    def _picture_width(self) -> int:
        return max(1, round(self._stack().page_width * self.devicePixelRatioF()))

    def _is_sharp(self, number: int, width: int) -> bool:
        return number in self._pictures and number not in self._stale and self._pictures[number].width() == width

    def _origin(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack().numbers(top, top + self.viewport().height())

    def _near(self) -> range:
        in_view = self._in_view()
        return range(max(0, in_view.start - 1), min(self._made.page_count, in_view.stop + 1))

    def _forget_far(self) -> None:
        near = set(self._near())
        self._pictures = {number: picture for number, picture in self._pictures.items() if number in near}

    def _ask(self) -> None:
        self._forget_far()
        if self.wanted().numbers:
            self.pages_wanted.emit()

    def _set_scale(self, scale: float | None, at: QPointF | None) -> None:
        before = self._stack()
        self._scale = scale
        self._keep_place(before, at or QPointF(self.viewport().rect().center()))

    def _keep_place(self, before: PageStack, at: QPointF) -> None:
        """Let the spot of the paper that was at this point of the view stay there."""
        spot = at - self._origin()
        number, x, y = before.point(spot.x(), spot.y())
        self._fit_bars()
        page = self._stack().page(number)
        scale = self._stack().scale
        self.horizontalScrollBar().setValue(round(page.x() + x * scale - at.x()))
        self.verticalScrollBar().setValue(round(page.y() + y * scale - at.y()))
        self.viewport().update()
        self._ask()

    def _fit_bars(self) -> None:
        stack, view = self._stack(), self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), stack.width, view.width()),
            (self.verticalScrollBar(), stack.height, view.height()),
        ):
            bar.setRange(0, max(0, round(whole) - part))
            bar.setPageStep(part)
            bar.setSingleStep(_LINE)
