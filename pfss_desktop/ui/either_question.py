"""A question with two answers and a way out."""

from PySide6.QtWidgets import QMessageBox, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.plain import plain_labels


def ask_either(title: str, question: str, told: str, answers: tuple[str, str], parent: QWidget) -> int | None:
    """Return which answer was given, 0 or 1; Enter gives the first. None where it was given up."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    plain_labels(box)
    box.setText(question)
    box.setInformativeText(told)
    first = box.addButton(answers[0], QMessageBox.ButtonRole.AcceptRole)
    second = box.addButton(answers[1], QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(first)
    box.setEscapeButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    if pressed is first:
        return 0
    return 1 if pressed is second else None
