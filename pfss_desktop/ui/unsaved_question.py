"""What to do with a plan that is to be left and could not be saved."""

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from pfss_desktop.language import _
from pfss_desktop.ui.plain import plain_labels


class Answer(Enum):
    """What the person wants."""

    STAY = "stay"
    SAVE_COPY = "save a copy"
    GIVE_UP = "give up"


def ask_about_unsaved(reason: str, parent: QWidget) -> Answer:
    """Ask whether to stay, to save a copy as a file, or to leave without saving; closing the question is staying."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Not saved"))
    plain_labels(box)
    box.setText(_("The plan could not be saved. {reason}").format(reason=reason))
    box.setInformativeText(_("Stay and try again, or save a copy as a file that can be opened later."))
    stay = box.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
    copy = box.addButton(_("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
    give_up = box.addButton(_("Leave without saving"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    if pressed is copy:
        return Answer.SAVE_COPY
    return Answer.GIVE_UP if pressed is give_up else Answer.STAY
