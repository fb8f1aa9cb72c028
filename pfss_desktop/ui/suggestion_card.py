"""One next step on the screen: what it says, what would change, why, where that comes from; and taking it or leaving it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from pfss_desktop.domain.catalogue import Source
from pfss_desktop.domain.progression.judging import NextStep
from pfss_desktop.domain.progression.suggesting import Suggestion
from pfss_desktop.language import _
from pfss_desktop.ui.plain import plain_tip
from pfss_desktop.ui.theme import GAP, small
from pfss_desktop.ui.wrapped_check import WrappedCheck
from pfss_desktop.ui.wrapped_label import wrapped_label


class SuggestionCard(QFrame):
    """Can be ticked where there is something to accept; nothing happens before a button is pressed."""

    ticked = Signal()
    """The tick was set or taken away."""
    accept_asked = Signal(object)
    """The Suggestion that is to be carried out."""
    aside_asked = Signal(object)
    """The Suggestion that is not to be shown again at this visit."""
    show_asked = Signal(str)
    """Id of the prescription that is to be chosen on the board."""

    def __init__(self, suggestion: Suggestion, name: str, changes: str, source: Source | None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.suggestion = suggestion
        heading = _HEADINGS[suggestion.next_step]().format(name=name)
        self._tick = WrappedCheck(heading, "title")
        self._title = wrapped_label("title", heading)
        can_accept = suggestion.change is not None
        self._tick.setVisible(can_accept)
        self._title.setVisible(not can_accept)
        change = wrapped_label("", changes)
        change.setVisible(bool(changes))
        reason = wrapped_label("", suggestion.reason)
        words = source.citation if source else suggestion.source
        origin = wrapped_label("muted", _("Source: {source}").format(source=words))
        origin.setToolTip(plain_tip(_("Read as: {how}").format(how=source.read_as)) if source else "")
        for label in (reason, origin):
            label.setFont(small(self.font()))
        accept, aside, show = QPushButton(_("Accept")), QPushButton(_("Put aside")), QPushButton(_("Show"))
        self._accept = accept
        accept.setVisible(can_accept)
        buttons = QHBoxLayout()
        for button, told in (
            (accept, _("Accept: {text}")),
            (aside, _("Put aside: {text}")),
            (show, _("Show in the plan: {text}")),
        ):
            button.setAutoDefault(True)
            button.setAccessibleName(told.format(text=heading))
            button.setAccessibleDescription(f"{changes} {suggestion.reason}".strip())
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP // 2, GAP, GAP + GAP // 2, GAP + GAP // 2)
        column.setSpacing(GAP // 2)
        for widget in (self._tick, self._title, change, reason, origin):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(f"{changes} {suggestion.reason} {origin.text()}".strip())
        self._tick.box.setAccessibleDescription(self.accessibleDescription())
        self._tick.toggled.connect(lambda _on: self.ticked.emit())
        accept.clicked.connect(lambda: self.accept_asked.emit(self.suggestion))
        aside.clicked.connect(lambda: self.aside_asked.emit(self.suggestion))
        show.clicked.connect(lambda: self.show_asked.emit(self.suggestion.prescription_id))

    @property
    def is_ticked(self) -> bool:
        """Whether it is chosen to be accepted with others."""
        return self._tick.is_ticked

    def await_answer(self) -> None:
        """Put the focus on Accept, so that Enter accepts."""
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_ticked(self, on: bool) -> None:
        """Choose it, or not; one without anything to accept is never chosen."""
        self._tick.box.setChecked(on and self.suggestion.change is not None)


_HEADINGS = {
    NextStep.PROGRESS: lambda: _("{name}: go on"),
    NextStep.HOLD: lambda: _("{name}: stay"),
    NextStep.STEP_BACK: lambda: _("{name}: one step back"),
}
