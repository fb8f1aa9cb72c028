"""The Paper tab: the handout's pages as they will be printed, and the choices that belong to the paper."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.faults import UserError
from pfss_desktop.handout.request import HandoutRequest
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.handout_maker import HandoutMaker, ShownHandout, told_missing
from pfss_desktop.ui.icons import ButtonIcon, Icon
from pfss_desktop.ui.layout_menu import LayoutMenu
from pfss_desktop.ui.live_paper import LivePaper
from pfss_desktop.ui.paper_view import ZOOM_STEP, PaperView
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.settings import Settings
from pfss_desktop.ui.theme import GAP

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
    exercise_chosen = Signal(str)
    """The id of the prescription that was chosen on the paper."""
    exercise_opened = Signal(str)
    """The id of the prescription that is to be worked on in the plan."""
    contents_asked = Signal()
    """What is on the handout is to be changed."""
    shown = Signal()
    """New pages are on the screen."""

    def __init__(self, maker: HandoutMaker, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._maker = maker
        self._page_count = 0
        self._view = PaperView()
        self._live = LivePaper(maker, self._view)
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
        self._lay_out()
        self._live.shown.connect(self._take)
        self._live.failed.connect(self._say_fault)
        self._view.exercise_chosen.connect(self.exercise_chosen)
        self._view.exercise_chosen.connect(self._announce)
        self._view.exercise_opened.connect(self.exercise_opened)
        self.layout_menu.chosen.connect(self._choose)
        self.layout_menu.fit_asked.connect(self._fit)
        self._name_layout()

    @property
    def page_count(self) -> int:
        """Pages on the screen."""
        return self._page_count

    def show_request(self, request: HandoutRequest) -> None:
        """Show the pages of this request, now if the panel is visible, else when it becomes so."""
        self._live.show_request(request)

    def mark(self, prescription_ids: Iterable[str]) -> None:
        """Mark these exercises on the paper and bring them into view."""
        self._view.mark(prescription_ids)

    def show_settings(self) -> None:
        """Show choices that were made elsewhere."""
        self.layout_menu.show_settings()
        self._name_layout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._live.resume()

    def _choose(self) -> None:
        self._fault.hide()
        self._name_layout()
        self.choice_changed.emit()

    def _name_layout(self) -> None:
        summary = self.layout_menu.summary()
        self._layout_button.setText(summary)
        self._layout_button.setAccessibleName(_("Layout: {layout}").format(layout=summary))

    def _fit(self, pages: int) -> None:
        request = self._live.request
        if request is not None:
            self._maker.fit(request, pages, lambda found: self.layout_menu.choose_layout(found.layout), self._say_unfit)

    def _say_unfit(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._say_fault(error)
            return
        self._fault.setText(str(error))
        self._fault.show()

    def _take(self, shown: ShownHandout) -> None:
        self._fault.hide()
        self._page_count = shown.made.page_count
        self._count.setText(ngettext("{count} page", "{count} pages", self._page_count).format(count=self._page_count))
        self._missing.setText(told_missing(shown.missing))
        self._missing.setVisible(bool(shown.missing))
        self._say_own_words(shown.untranslated)
        self.shown.emit()

    def _announce(self, prescription_id: str) -> None:
        """Tell a screen reader which exercise was stepped to."""
        request = self._live.request
        held = request.plan.prescription(prescription_id) if request else None
        if held is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, translated(held.text.name)))

    def _say_own_words(self, texts: tuple[str, ...]) -> None:
        """Name the texts that print in another language than the sheet's, so that they can be put right before printing."""
        told = "; ".join(_short(text) for text in texts[:_OWN_SHOWN]) + ("; …" if len(texts) > _OWN_SHOWN else "")
        self._own_words.setText(_("Not translated, printed as it is: {texts}").format(texts=told))
        self._own_words.setToolTip(plain_tip("\n".join(map(_short, texts[:20]))))
        self._own_words.setVisible(bool(texts))

    def _say_fault(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, UserError) else type(error).__name__
        self._fault.setText(_("The pages could not be made ({reason}). The plan itself is safe.").format(reason=reason))
        self._fault.show()

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
        for which, tip, run in self._zooms():
            choices.addWidget(_small_button(which, tip, run))
        buttons = FlowLayout()
        buttons.setSpacing(GAP // 2)
        for button in (save, printing, contents, letterhead):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addLayout(choices)
        column.addLayout(buttons)
        column.addWidget(self._fault)
        column.addWidget(self._missing)
        column.addWidget(self._own_words)
        column.addWidget(self._view, 1)

    def _zooms(self) -> tuple[tuple[Icon, str, Callable[[], object]], ...]:
        view = self._view
        return (
            (Icon.MINUS, _("Smaller pages (Ctrl+−)"), lambda: view.zoom(1 / ZOOM_STEP)),
            (Icon.PLUS, _("Larger pages (Ctrl++)"), lambda: view.zoom(ZOOM_STEP)),
            (Icon.WIDTH, _("Fit the width (Ctrl+0)"), view.fit_width),
        )


def _small_button(which: Icon, tip: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton()
    ButtonIcon(button, which)
    button.setFixedWidth(4 * GAP)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda: run())
    return button


def _short(text: str) -> str:
    line = " ".join(text[: 2 * _LETTERS_SHOWN].split())
    return line if len(line) <= _LETTERS_SHOWN else line[: _LETTERS_SHOWN - 1] + "…"
