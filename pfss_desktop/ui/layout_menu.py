"""The menu of the paper tab: how the handout is laid out, each choice remembered for the next plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pfss_desktop.figures.styles import Palette
from pfss_desktop.handout.layout import LARGE_FORMS, Copy, Form, Layout
from pfss_desktop.handout.request import Paper, PhaseChoice
from pfss_desktop.language import _, ngettext
from pfss_desktop.translations import LANGUAGES
from pfss_desktop.ui.settings import Settings

T = TypeVar("T")

MOST_PAGES = 8
"""The largest number of pages in the menu; more is hardly worth fitting."""


class LayoutMenu(QMenu):
    """Shows and changes the settings of the paper; what cannot go together is greyed out."""

    chosen = Signal()
    """Another choice was made and is in the settings."""
    fit_asked = Signal(int)
    """The layout is to be chosen that fits this number of pages."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        self._forms = self._choice(_("Exercises on a page"), _form_names(), self._choose_form)
        self._large = self.addAction(_("Large print"))
        self._large.setCheckable(True)
        self._large.setToolTip(_("18 points, black on white; for one or two exercises a page, the flow and the list"))
        self._large.triggered.connect(self._choose_large)
        self._fit = self.addMenu(_("Fit to pages"))
        for pages in range(1, MOST_PAGES + 1):
            text = ngettext("{count} page", "{count} pages", pages).format(count=pages)
            self._fit.addAction(text).triggered.connect(_with(self.fit_asked.emit, pages))
        self.addSeparator()
        self._phases = self._choice(_("Phases"), _phase_names(), self._choose_phases)
        self._copies = self._choice(_("Copy"), _copy_names(), self._choose_copy)
        self._languages = self._choice(_("Second language beside"), _language_names(), self._choose_language)
        self._palettes = self._choice(_("Figures"), _palette_names(), self._choose_palette)
        self._papers = self._choice(_("Paper"), _paper_names(), self._choose_paper)
        self.show_settings()

    def show_settings(self) -> None:
        """Tick what the settings hold."""
        layout = self._settings.page_layout
        self._forms[layout.form].setChecked(True)
        self._large.setChecked(layout.large)
        self._large.setEnabled(layout.form in LARGE_FORMS)
        self._phases[self._settings.phases].setChecked(True)
        self._copies[layout.copy].setChecked(True)
        second = self._settings.second_language
        self._languages[second if second in self._languages else ""].setChecked(True)
        for tag, action in self._languages.items():
            action.setEnabled(not tag or layout.form is Form.FLOW)
            action.setToolTip("" if action.isEnabled() else _("Only where exercises come one after the other"))
        self._palettes[self._settings.palette].setChecked(True)
        self._papers[self._settings.paper].setChecked(True)

    def choose_layout(self, layout: Layout) -> None:
        """Take a layout as if it had been chosen here."""
        self._settings.page_layout = layout
        self._tell()

    def summary(self) -> str:
        """Return the layout in a few words, such as "Two on a page, large print"."""
        layout = self._settings.page_layout
        name = self._forms[layout.form].text()
        return _("{layout}, large print").format(layout=name) if layout.large else name

    def _choose_form(self, form: Form) -> None:
        layout = self._settings.page_layout
        self.choose_layout(replace(layout, form=form, large=layout.large and form in LARGE_FORMS))

    def _choose_large(self, large: bool) -> None:
        self.choose_layout(replace(self._settings.page_layout, large=large))

    def _choose_copy(self, copy: Copy) -> None:
        self.choose_layout(replace(self._settings.page_layout, copy=copy))

    def _choose_phases(self, phases: PhaseChoice) -> None:
        self._settings.phases = phases
        self._tell()

    def _choose_language(self, tag: str) -> None:
        self._settings.second_language = tag
        self._tell()

    def _choose_palette(self, palette: Palette) -> None:
        self._settings.palette = palette
        self._tell()

    def _choose_paper(self, paper: Paper) -> None:
        self._settings.paper = paper
        self._tell()

    def _tell(self) -> None:
        self.show_settings()
        self.chosen.emit()

    def _choice(self, title: str, names: Iterable[tuple[str, T]], choose: Callable[[T], None]) -> dict[T, QAction]:
        """Add a submenu of which one entry is ticked."""
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        actions: dict[T, QAction] = {}
        for text, value in names:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(_with(choose, value))
            group.addAction(action)
            actions[value] = action
        return actions


def _with(run: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: run(value)


def _form_names() -> list[tuple[str, Form]]:
    return [
        (_("One after the other"), Form.FLOW),
        (_("One on a page"), Form.ONE),
        (_("Two on a page"), Form.TWO),
        (_("Three on a page"), Form.THREE),
        (_("Four on a page"), Form.FOUR),
        (_("Six on a page, short"), Form.SIX),
        (_("List for the fridge door"), Form.FRIDGE),
    ]


def _phase_names() -> list[tuple[str, PhaseChoice]]:
    return [(_("All phases"), PhaseChoice.ALL), (_("Present phase"), PhaseChoice.CURRENT)]


def _copy_names() -> list[tuple[str, Copy]]:
    return [(_("For the patient"), Copy.PATIENT), (_("For the therapist, with sources"), Copy.THERAPIST)]


def _language_names() -> list[tuple[str, str]]:
    return [(_("None"), ""), *((language.own_name, language.tag) for language in LANGUAGES)]


def _palette_names() -> list[tuple[str, Palette]]:
    return [(_("Colour"), Palette.COLOUR), (_("Ink, for black-and-white printers"), Palette.INK)]


def _paper_names() -> list[tuple[str, Paper]]:
    return [("A4", Paper.A4), (_("Letter"), Paper.LETTER)]
