"""Colours, type and spacing of the window, light and dark. Delegates ask for the theme when they paint."""

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

GAP = 8
"""Pixels between neighbours; all spacing is a multiple of it."""
RADIUS = 8
"""Pixels of rounding of cards."""

_IS_DARK = "isDark"
_CHOICE = "themeChoice"


class ThemeChoice(StrEnum):
    """What the person wants: as the system is, which may change while the program runs, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; every text colour has at least 4.5:1 against the ground it is used on (WCAG 2.2, 1.4.3)."""

    ground: str
    panel: str
    card: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    chosen: str
    good: str
    side: str
    on_side: str
    resistance: str
    on_resistance: str
    warning: str
    on_warning: str


LIGHT = Theme(
    ground="#eef1f4", panel="#ffffff", card="#ffffff", line="#d5dbe1", text="#17212b", muted="#566270", accent="#1c6a84",
    on_accent="#ffffff", chosen="#e3f0f5", good="#2c6e3f", side="#e2e9f8", on_side="#24407a", resistance="#fdeedc",
    on_resistance="#7a430c", warning="#fdf0bf", on_warning="#6b5200",
)  # fmt: skip
DARK = Theme(
    ground="#14191f", panel="#1b2229", card="#222a32", line="#3a4550", text="#e8edf2", muted="#a3b0bc", accent="#58b4d1",
    on_accent="#06222c", chosen="#21404c", good="#7fce96", side="#2b3a5c", on_side="#c4d4fa", resistance="#4a3621",
    on_resistance="#f7cf9f", warning="#4d431c", on_warning="#f5df8d",
)  # fmt: skip


def theme_now() -> Theme:
    """Return the theme that the program is dressed in."""
    application = QApplication.instance()
    return DARK if application is not None and application.property(_IS_DARK) else LIGHT


def dress(application: QApplication) -> None:
    """Give the program its typeface, style and colours, and follow the system when it turns light or dark."""
    if application.property(_IS_DARK) is not None:
        # Dressed already: the font, a step above the system's, must not grow by another step.
        return
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setFont(_program_font())
    _colour(application)
    # A bound method of the application's own would be freed; the hints live as long as the application does.
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: _colour(application))


def choose_theme(application: QApplication, choice: ThemeChoice) -> None:
    """Dress the program as chosen, from now on; the system is asked to draw frames and menus of its own to match."""
    from PySide6.QtCore import Qt

    application.setProperty(_CHOICE, choice.value)
    if choice is ThemeChoice.SYSTEM:
        application.styleHints().unsetColorScheme()
    else:
        is_dark = choice is ThemeChoice.DARK
        application.styleHints().setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
    _colour(application)


def bold(font: QFont, step: float = 0) -> QFont:
    """Return the font in semibold, `step` points larger."""
    louder = QFont(font)
    louder.setWeight(QFont.Weight.DemiBold)
    louder.setPointSizeF(font.pointSizeF() + step)
    return louder


def small(font: QFont) -> QFont:
    """Return the font one point smaller, for chips and second lines."""
    quieter = QFont(font)
    quieter.setPointSizeF(max(7.0, font.pointSizeF() - 1))
    return quieter


def _program_font() -> QFont:
    folder = files("font_source_sans_pro") / "files"
    for cut in ("Regular", "Semibold"):
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{cut}.ttf"))
    font = QFont("Source Sans Pro")
    font.setPointSizeF(max(11.0, QGuiApplication.font().pointSizeF() + 1))
    return font


def _colour(application: QApplication) -> None:
    # The style's own palette follows the system. Asking the system by name would make all enums of the namespace Qt first.
    is_dark = application.style().standardPalette().color(QPalette.ColorRole.Window).lightness() < 128
    if (chosen := application.property(_CHOICE)) in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        is_dark = chosen == ThemeChoice.DARK
    application.setProperty(_IS_DARK, is_dark)
    theme = theme_now()
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in {
        role.Window: theme.ground, role.Base: theme.panel, role.AlternateBase: theme.ground, role.Button: theme.panel,
        role.WindowText: theme.text, role.Text: theme.text, role.ButtonText: theme.text, role.ToolTipText: theme.text,
        role.ToolTipBase: theme.card, role.PlaceholderText: theme.muted, role.Highlight: theme.accent, role.Accent: theme.accent,
        role.HighlightedText: theme.on_accent, role.Link: theme.accent, role.Mid: theme.line,
    }.items():  # fmt: skip
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.muted))
    application.setPalette(palette)
    application.setStyleSheet(_STYLE.format(theme=theme, gap=GAP))


_STYLE = """
QToolTip {{ color: {theme.text}; background: {theme.card}; border: 1px solid {theme.line}; padding: 4px; }}
QPushButton, QToolButton[words="true"] {{
  background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 6px; padding: 5px 12px; }}
QPushButton:hover, QToolButton[words="true"]:hover {{ border-color: {theme.accent}; }}
QPushButton:focus, QToolButton[words="true"]:focus {{ border: 2px solid {theme.accent}; padding: 4px 11px; }}
QPushButton:disabled, QToolButton[words="true"]:disabled {{ color: {theme.muted}; }}
QPushButton[sign="true"], QToolButton[words="true"][sign="true"] {{ padding: 5px 4px; }}
QPushButton[sign="true"]:focus, QToolButton[words="true"][sign="true"]:focus {{ padding: 4px 3px; }}
QPushButton:checked {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
QPushButton[primary="true"], QToolButton[words="true"][primary="true"] {{
  background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}
QPushButton[primary="true"]:focus, QToolButton[words="true"][primary="true"]:focus, QPushButton:checked:focus {{
  border: 3px double {theme.on_accent}; padding: 3px 10px; }}
QPushButton[flat="true"] {{ background: transparent; border-color: transparent; text-align: left; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {theme.accent}; }}
QPushButton[role="intake"] {{ background: {theme.panel}; border: 0; border-bottom: 1px solid {theme.line}; border-radius: 0;
    text-align: left; padding: 3px 16px; color: {theme.muted}; }}
QPushButton[role="intake"]:hover {{ color: {theme.text}; }}
QPushButton[role="intake"]:focus {{ border: 2px solid {theme.accent}; padding: 1px 14px; }}
QPushButton[role="intake"][found="true"] {{ background: {theme.warning}; color: {theme.on_warning}; font-weight: 600; }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: 6px; }}
QPushButton[chip="true"] {{ border-radius: 11px; padding: 2px 9px; background: {theme.ground}; border-color: {theme.ground}; }}
QPushButton[chip="true"]::menu-indicator {{ right: 4px; width: 10px; }}
QPushButton[chip="true"][chosen] {{ padding-left: 3px; padding-right: 9px; }}
QPushButton[chip="true"]:checked, QPushButton[chip="true"][chosen="true"] {{
  background: {theme.chosen}; color: {theme.text}; border-color: {theme.accent}; }}
QPushButton[chip="true"]:focus {{ border: 2px solid {theme.accent}; padding: 1px 8px; }}
QLineEdit, QPlainTextEdit {{
  background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 5px; padding: 3px 6px; min-height: 20px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; padding: 2px 5px; }}
QCheckBox::indicator:unchecked {{
  background: {theme.panel}; border: 1px solid {theme.muted}; border-radius: 3px; width: 12px; height: 12px; }}
QCheckBox[bare="true"] {{ spacing: 0; border: 2px solid transparent; border-radius: 5px; }}
QCheckBox[bare="true"]:focus {{ border-color: {theme.accent}; }}
QComboBox QLineEdit, QSpinBox QLineEdit {{ border: none; padding: 0; }}
QLabel[role="title"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {theme.muted}; }}
QLabel[role="fault"] {{ color: {theme.on_warning}; background: {theme.warning}; border-radius: 4px; padding: 3px 6px; }}
QWidget[role="panel"], QScrollArea[role="panel"], QTabWidget[role="panel"] {{ background: {theme.panel}; }}
QFrame[role="card"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: 8px; }}
QFrame[role="notice"] {{ background: {theme.text}; border-radius: 8px; }}
QFrame[role="notice"] QLabel {{ color: {theme.panel}; }}
QScrollArea {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: {theme.panel}; }}
QTabBar::tab {{ background: {theme.panel}; color: {theme.muted}; padding: 8px 7px; border: none; }}
QTabBar::tab {{ border-bottom: 2px solid {theme.line}; }}
QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
QTabBar::tab:focus {{ color: {theme.accent}; }}
QSplitter::handle {{ background: {theme.line}; }}
"""
