"""What the window remembers between two starts: sizes, folders, the clinic's letterhead. No patient data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QSettings

from pfss_desktop.domain.bounds import LINE_LIMIT, tidy_line
from pfss_desktop.domain.faults import OutOfBounds
from pfss_desktop.translations import best_language
from pfss_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from pfss_desktop.domain.sessions import WakingHours
    from pfss_desktop.figures.styles import Palette
    from pfss_desktop.handout.layout import Layout
    from pfss_desktop.handout.request import Letterhead, Paper, PhaseChoice
    from pfss_desktop.handout.sections import Detail, Section

DAY_MINUTES = 24 * 60


class Settings:
    """Reads and writes one settings file; an unreadable value counts as not set."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The screen's language, at first the system's where it is spoken here."""
        from pfss_desktop.ui.screen_language import system_language

        stored = self._line("language")
        return best_language([stored]) if stored else system_language()

    @language.setter
    def language(self, tag: str) -> None:
        self._store.setValue("language", tag)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system is, which it is at first."""
        stored = self._line("theme")
        return ThemeChoice(stored) if stored in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def letterhead(self) -> Letterhead:
        """The clinic's letterhead as last typed; its logo is in the database."""
        from pfss_desktop.handout.request import Letterhead

        return Letterhead(self._line("letterhead/clinic"), self._line("letterhead/therapist"), self._line("letterhead/phone"))

    @letterhead.setter
    def letterhead(self, letterhead: Letterhead) -> None:
        self._store.setValue("letterhead/clinic", letterhead.clinic)
        self._store.setValue("letterhead/therapist", letterhead.therapist)
        self._store.setValue("letterhead/phone", letterhead.phone)

    @property
    def paper(self) -> Paper:
        """The paper last chosen, at first the country's own."""
        from pfss_desktop.handout.request import Paper

        stored = self._line("handout/paper")
        if stored in set(Paper):
            return Paper(stored)
        is_letter = QLocale.system().territory() in (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico)
        return Paper.LETTER if is_letter else Paper.A4

    @paper.setter
    def paper(self, paper: Paper) -> None:
        self._store.setValue("handout/paper", paper.value)

    @property
    def phases(self) -> PhaseChoice:
        """Whether the handout shows all phases or the present one."""
        from pfss_desktop.handout.request import PhaseChoice

        return PhaseChoice.CURRENT if self._line("handout/phases") == PhaseChoice.CURRENT.value else PhaseChoice.ALL

    @phases.setter
    def phases(self, phases: PhaseChoice) -> None:
        self._store.setValue("handout/phases", phases.value)

    @property
    def second_language(self) -> str:
        """The tag of the language that stands beside the patient's on the handout; empty for none."""
        return self._line("handout/second_language")

    @second_language.setter
    def second_language(self, tag: str) -> None:
        self._store.setValue("handout/second_language", tag)

    @property
    def palette(self) -> Palette:
        """How figures are printed: in colour, or in ink for mono printers and photocopies."""
        from pfss_desktop.figures.styles import Palette

        return Palette.INK if self._line("handout/palette") == Palette.INK.value else Palette.COLOUR

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._store.setValue("handout/palette", palette.value)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of every handout in their order; parts that this version does not know are passed over."""
        from pfss_desktop.handout.sections import DEFAULT_SECTIONS, Section

        names = dict.fromkeys(self._line("handout/sections").split())
        kept = tuple(Section(name) for name in names if name in set(Section))
        return kept if Section.EXERCISES in kept else DEFAULT_SECTIONS

    @sections.setter
    def sections(self, sections: tuple[Section, ...]) -> None:
        self._store.setValue("handout/sections", " ".join(sections))

    @property
    def details(self) -> frozenset[Detail]:
        """What every handout tells of an exercise: all but what was left out."""
        from pfss_desktop.handout.sections import ALL_DETAILS

        left_out = self._line("handout/left_out").split()
        return frozenset(detail for detail in ALL_DETAILS if detail.value not in left_out)

    @details.setter
    def details(self, details: frozenset[Detail]) -> None:
        from pfss_desktop.handout.sections import Detail

        self._store.setValue("handout/left_out", " ".join(detail for detail in Detail if detail not in details))

    @property
    def page_layout(self) -> Layout:
        """How the handout is laid out; its ink follows the palette of the figures."""
        from pfss_desktop.figures.styles import Palette
        from pfss_desktop.handout.layout import LARGE_FORMS, Copy, Form, Layout

        stored = self._line("handout/layout")
        form = Form(stored) if stored in set(Form) else Form.FLOW
        large = self._line("handout/print") == "large" and form in LARGE_FORMS
        copy = Copy.THERAPIST if self._line("handout/copy") == Copy.THERAPIST.value else Copy.PATIENT
        return Layout(form, large, self.palette is Palette.INK, copy)

    @page_layout.setter
    def page_layout(self, layout: Layout) -> None:
        self._store.setValue("handout/layout", layout.form.value)
        self._store.setValue("handout/print", "large" if layout.large else "usual")
        self._store.setValue("handout/copy", layout.copy.value)

    @property
    def session_hours(self) -> WakingHours:
        """The hours last chosen for a patient's calendar, at first the usual ones."""
        from pfss_desktop.domain.sessions import WakingHours

        try:
            return WakingHours(int(self._line("calendar/first")), int(self._line("calendar/last")))
        except (ValueError, OutOfBounds):
            return WakingHours()

    @session_hours.setter
    def session_hours(self, hours: WakingHours) -> None:
        self._store.setValue("calendar/first", hours.first)
        self._store.setValue("calendar/last", hours.last)

    @property
    def reminder(self) -> int | None:
        """Minutes before a session that the calendar reminds of it, None for no reminder."""
        stored = self._line("calendar/reminder")
        return int(stored) if stored.isascii() and stored.isdigit() and int(stored) <= DAY_MINUTES else None

    @reminder.setter
    def reminder(self, minutes: int | None) -> None:
        self._store.setValue("calendar/reminder", "" if minutes is None else minutes)

    @property
    def printer(self) -> str:
        """The name of the printer last printed on; empty where there was none."""
        return self._line("handout/printer")

    @printer.setter
    def printer(self, name: str) -> None:
        self._store.setValue("handout/printer", name)

    @property
    def folder(self) -> Path:
        """The folder files were last saved to or opened from; at first the person's own."""
        stored = self._line("folder")
        return Path(stored) if stored and Path(stored).is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def layout(self, key: str) -> QByteArray:
        """Return the remembered sizes of a window or splitter, empty where there are none."""
        stored = self._store.value(f"layout/{key}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_layout(self, key: str, state: QByteArray) -> None:
        """Remember the sizes of a window or splitter."""
        self._store.setValue(f"layout/{key}", state)

    def _line(self, key: str) -> str:
        return tidy_line(str(self._store.value(key, "")))[:LINE_LIMIT]
