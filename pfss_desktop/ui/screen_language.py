"""The language of the screen: the program's own texts, those of Qt's dialogs, and how numbers and dates are written."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from pfss_desktop.language import speak
from pfss_desktop.translations import SOURCE, best_language, translations_for


def system_language() -> str:
    """Return the language spoken here that the system's person prefers."""
    return best_language(QLocale.system().uiLanguages())


class ScreenLanguage(QObject):
    """Speaks one language at a time; windows made from then on are in it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._qt: QTranslator | None = None

    def speak(self, tag: str) -> None:
        """Speak this language from now on, with the numbers and dates of the system's country."""
        if self._qt is not None:
            self._application.removeTranslator(self._qt)
            self._qt = None
        speak(translations_for(tag))
        QLocale.setDefault(locale_for(tag))
        if tag != SOURCE.tag:
            # English is what Qt's own texts are written in.
            self._qt = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt.load(QLocale(tag), "qtbase", "_", folder):
                self._application.installTranslator(self._qt)


def locale_for(tag: str) -> QLocale:
    """Return how numbers and dates are written in this language, in the system's country where it is spoken there."""
    system = QLocale.system()
    language = QLocale(tag).language()
    if system.language() is language:
        return system
    here = QLocale(language, system.territory())
    return here if here.language() is language and here.territory() is system.territory() else QLocale(tag)
