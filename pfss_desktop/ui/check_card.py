"""One check on the screen: what it says, why, where that comes from, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.checks.check import Check
from pfss_desktop.language import _
from pfss_desktop.ui.flow_layout import FlowLayout
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, small
from pfss_desktop.ui.wrapped_label import wrapped_label


class CheckCard(QFrame):
    """Keeps its place while its check changes its words."""

    show_asked = Signal(str)
    """Id of the phase or prescription that is to be chosen on the board."""
    remedy_asked = Signal(object)
    """The check whose remedy is to be applied."""
    aside_asked = Signal(object)
    """The check that is to be put aside for this plan."""

    def __init__(self, check: Check, source: Source | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._check = check
        self._text = wrapped_label("title")
        self._reason = wrapped_label("")
        self._source = wrapped_label("muted")
        self._show = QPushButton(_("Show"))
        self._remedy = QPushButton()
        self._aside = QPushButton(_("Not for this plan"))
        self._aside.setProperty("flat", "true")
        for label in (self._reason, self._source):
            label.setFont(small(self.font()))
        for button in (self._show, self._remedy, self._aside):
            button.setAutoDefault(True)
        buttons = FlowLayout()
        buttons.setSpacing(GAP // 2)
        for button in (self._show, self._remedy, self._aside):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP // 2, GAP, GAP + GAP // 2, GAP + GAP // 2)
        column.setSpacing(GAP // 2)
        for label in (self._text, self._reason, self._source):
            column.addWidget(label)
        column.addSpacing(GAP // 2)
        column.addLayout(buttons)
        self._show.clicked.connect(lambda: self.show_asked.emit(self._check.subject_id))
        self._remedy.clicked.connect(lambda: self.remedy_asked.emit(self._check))
        self._aside.clicked.connect(lambda: self.aside_asked.emit(self._check))
        self.show_check(check, source)

    @property
    def check(self) -> Check:
        """The check on show."""
        return self._check

    def show_check(self, check: Check, source: Source | None) -> None:
        """Show a check; `source` is the entry of the catalogue's sources that it names, None for plain words."""
        self._check = check
        self._text.setText(check.text)
        self._reason.setText(check.reason)
        words = source.citation if source else check.source
        self._source.setText(_("Source: {source}").format(source=words or _("the plan itself")))
        self._source.setToolTip(plain_tip(_("Read as: {how}").format(how=source.read_as)) if source else "")
        self.setAccessibleName(check.text)
        self.setAccessibleDescription(f"{check.reason} {self._source.text()}")
        self._show.setAccessibleName(_("Show in the plan: {text}").format(text=check.text))
        self._show.setAccessibleDescription(self.accessibleDescription())
        self._aside.setAccessibleName(_("Not for this plan: {text}").format(text=check.text))
        self._show.setVisible(bool(check.subject_id))
        self._remedy.setVisible(check.remedy is not None)
        if check.remedy is not None:
            # An ampersand would become a key's underline.
            self._remedy.setText(check.remedy.text.replace("&", "&&"))
            self._remedy.setAccessibleName(_("{remedy}: {text}").format(remedy=check.remedy.text, text=check.text))
            self._remedy.setAccessibleDescription(self.accessibleDescription())

    def take_focus(self) -> None:
        """Put the focus on the remedy, else on Show; nowhere else where the card has neither."""
        at_hand = [button for button in (self._remedy, self._show) if not button.isHidden()]
        if at_hand:
            at_hand[0].setFocus(Qt.FocusReason.OtherFocusReason)
