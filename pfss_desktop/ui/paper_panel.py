"""The Paper tab: the handout's pages as they will be printed, and the choices that belong to the paper."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import UserError
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.handout.untranslated import untranslated_texts
from pfss_desktop.language import _, ngettext
from pfss_desktop.ui.handout_maker import HandoutMaker, ShownHandout, told_missing
from pfss_desktop.ui.layout_menu import LayoutMenu
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.theme import GAP

REFRESH_MS = 60
"""Milliseconds after an edit until the pages are made anew."""
_OWN_SHOWN = 3
"""Texts in another language than the sheet's that are named; the tool tip has more."""
_LETTERS_SHOWN = 60
"""Letters of such a text that are shown."""


class PaperPanel(QWidget):
    """Shows the pages of `request` while it is visible; the same bytes go to the file and to the printer."""

    choice_changed = Signal()
    """Another layout, paper or choice of phases."""
    save_asked = Signal()
    """The PDF is to be saved."""
    print_asked = Signal()
    """The pages are to be printed."""
    letterhead_asked = Signal()
    """The clinic's letterhead is to be changed."""
    contents_asked = Signal()
    """What is on the handout is to be changed."""
    shown = Signal()
    """New pages are on the screen."""

    def __init__(self, maker: HandoutMaker, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._maker = maker
        self._request: HandoutRequest | None = None
        self._drawn: HandoutRequest | None = None
        self._pictures: tuple[QImage, ...] = ()
        self._is_drawing = False
        self.layout_menu = LayoutMenu(settings, self)
        self._layout_button = QPushButton()
        self._layout_button.setMenu(self.layout_menu)
        self._layout_button.setToolTip(_("How the handout is laid out: exercises on a page, size of the print, phases, paper"))
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._fault = QLabel()
        self._fault.setProperty("role", "fault")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._own_words = QLabel()
        self._own_words.setProperty("role", "muted")
        self._own_words.setTextFormat(Qt.TextFormat.PlainText)
        self._own_words.setWordWrap(True)
        self._own_words.hide()
        self._missing = QLabel()
        self._missing.setProperty("role", "fault")
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        self._missing.setWordWrap(True)
        self._missing.hide()
        self._pages = QVBoxLayout()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_MS)
        self._soon.timeout.connect(self._draw)
        self.layout_menu.chosen.connect(self._choose)
        self.layout_menu.fit_asked.connect(self._fit)
        self._name_layout()

    @property
    def page_count(self) -> int:
        """Pages on the screen."""
        return len(self._pictures)

    def show_request(self, request: HandoutRequest) -> None:
        """Show the pages of this request, now if the panel is visible, else when it becomes so."""
        self._request = request
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pictures()

    def _choose(self) -> None:
        self._fault.hide()
        self._name_layout()
        self.choice_changed.emit()

    def _name_layout(self) -> None:
        summary = self.layout_menu.summary()
        self._layout_button.setText(summary)
        self._layout_button.setAccessibleName(_("Layout: {layout}").format(layout=summary))

    def _fit(self, pages: int) -> None:
        if self._request is not None:
            self._maker.fit(self._request, pages, lambda found: self.layout_menu.choose_layout(found.layout), self._say_unfit)

    def _say_unfit(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._say_fault(error)
            return
        self._fault.setText(str(error))
        self._fault.show()

    def _draw(self) -> None:
        if self._request is None or self._request == self._drawn or self._is_drawing:
            return
        self._is_drawing = True
        self._drawn = self._request
        self._maker.show_pages(self._request, 110 * self.devicePixelRatio(), self._take, self._say_fault)

    def _take(self, shown: ShownHandout) -> None:
        self._is_drawing = False
        self._fault.hide()
        self._pictures = shown.pages
        count = len(shown.pages)
        self._count.setText(ngettext("{count} page", "{count} pages", count).format(count=count))
        self._missing.setText(told_missing(shown.missing))
        self._missing.setVisible(bool(shown.missing))
        self._say_own_words()
        self._place_pictures()
        self.shown.emit()
        if self.isVisible() and self._request != self._drawn:
            self._soon.start()

    def _say_own_words(self) -> None:
        """Name the texts that print in another language than the sheet's, so that they can be put right before printing."""
        texts = untranslated_texts(self._drawn) if self._drawn else ()
        told = "; ".join(_short(text) for text in texts[:_OWN_SHOWN]) + ("; …" if len(texts) > _OWN_SHOWN else "")
        self._own_words.setText(_("Not translated, printed as it is: {texts}").format(texts=told))
        self._own_words.setToolTip(plain_tip("\n".join(map(_short, texts[:20]))))
        self._own_words.setVisible(bool(texts))

    def _say_fault(self, error: Exception) -> None:
        self._is_drawing = False
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        self._fault.setText(_("The pages could not be made ({reason}). The plan itself is safe.").format(reason=reason))
        self._fault.show()

    def _place_pictures(self) -> None:
        while self._pages.count() > len(self._pictures):
            item = self._pages.takeAt(self._pages.count() - 1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        while self._pages.count() < len(self._pictures):
            label = QLabel()
            label.setAccessibleName(_("Page {number}").format(number=self._pages.count() + 1))
            self._pages.addWidget(label)
        ratio = self.devicePixelRatio()
        width = max(100, self.width() - 6 * GAP)
        for number, picture in enumerate(self._pictures):
            item = self._pages.itemAt(number)
            page = item.widget() if item else None
            height = round(width * picture.height() / picture.width())
            size = QSize(round(width * ratio), round(height * ratio))
            fitted = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            fitted.setDevicePixelRatio(ratio)
            if isinstance(page, QLabel):
                page.setPixmap(QPixmap.fromImage(fitted))

    def _lay_out(self) -> None:
        save = QPushButton(_("Save PDF…"))
        save.clicked.connect(self.save_asked)
        printing = QPushButton(_("Print…"))
        printing.clicked.connect(self.print_asked)
        contents = QPushButton(_("Contents…"))
        contents.setToolTip(_("Choose the parts of the handout, their order and the topics for this patient"))
        contents.clicked.connect(self.contents_asked)
        letterhead = QPushButton(_("Letterhead…"))
        letterhead.clicked.connect(self.letterhead_asked)
        choices = QHBoxLayout()
        choices.addWidget(self._layout_button)
        choices.addWidget(self._count)
        choices.addStretch(1)
        buttons = QHBoxLayout()
        for button in (save, printing, contents, letterhead):
            buttons.addWidget(button)
        buttons.addStretch(1)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.setContentsMargins(GAP, GAP, GAP, GAP)
        self._pages.setSpacing(2 * GAP)
        around.addLayout(self._pages)
        around.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setAccessibleName(_("Pages of the handout"))
        scroll.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addLayout(choices)
        column.addLayout(buttons)
        column.addWidget(self._fault)
        column.addWidget(self._missing)
        column.addWidget(self._own_words)
        column.addWidget(scroll, 1)


def _short(text: str) -> str:
    line = " ".join(text[: 2 * _LETTERS_SHOWN].split())
    return line if len(line) <= _LETTERS_SHOWN else line[: _LETTERS_SHOWN - 1] + "…"
