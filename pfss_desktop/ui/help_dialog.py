"""A short help, inside the program and without the net: how to build, to print, to follow up, and where the data are."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from pfss_desktop.language import _


class HelpDialog(QDialog):
    """One page to read; arrow keys and Page Down scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How it works"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 620)
        self.page = QTextBrowser()
        self.page.setAccessibleName(_("How it works"))
        self.page.setHtml(help_html())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.page.setFocus()


def help_html() -> str:
    """Return the help as HTML; every text is escaped."""
    return "".join(
        f"<h3>{escape(title)}</h3><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" for title, lines in _parts()
    )


def _parts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (_building(), _dosing(), _printing(), _following_up(), _keeping())


def _building() -> tuple[str, tuple[str, ...]]:
    return (
        _("Build a plan"),
        (
            _("Start with New plan, with a template, or from a patient's page."),
            _("Find an exercise: Ctrl+K, type a word, press Enter. It goes into the chosen phase. Dragging works too."),
            _("Add phase puts a new phase behind the chosen one. Its form holds goal, weeks and the criteria to move on."),
            _("Alt and the arrow keys move what is chosen. Delete takes it out. Ctrl+Z brings it back."),
            _("A yellow “Side?” asks for the leg. The Checks tab tells what else to look at; it never blocks anything."),
        ),
    )


def _dosing() -> tuple[str, tuple[str, ...]]:
    return (
        _("Dosage, side and resistance"),
        (
            _("Click a value on the board, or press F2, and type: 3x12, hold 5, 2 lb, red band, left."),
            _("The form beside the plan holds every value, the patient's words and a note."),
            _("Choose several exercises to change them all at once."),
            _("Plan, What we have here lists the clinic's bands and cuffs. What is on hand is then offered first."),
        ),
    )


def _printing() -> tuple[str, tuple[str, ...]]:
    return (
        _("Give it to the patient"),
        (
            _("The Paper tab shows the pages as they will print. Its first button sets the layout, large print and paper."),
            _("Ctrl+P prints. Ctrl+Shift+E saves a PDF. File has a web page and a calendar for the patient's phone, too."),
            _("The handout is in the patient's language; the screen is in yours."),
        ),
    )


def _following_up() -> tuple[str, tuple[str, ...]]:
    return (
        _("At the next visit"),
        (
            _("Open the plan by the patient's name, or type or scan the code of the sheet (Ctrl+G)."),
            _("The visit button begins a new visit. The former one stays as it was and can be compared or brought back."),
            _("Write down how each exercise went, adjust, and print again. The Changes tab lists what is different."),
        ),
    )


def _keeping() -> tuple[str, tuple[str, ...]]:
    return (
        _("Where the data are"),
        (
            _("Every change is saved at once in a database on this PC. Nothing is sent anywhere."),
            _("The line at the bottom says whether the plan is saved. If it is not, it says why."),
            _("F1 lists all keys. F6 goes from panel to panel."),
        ),
    )
