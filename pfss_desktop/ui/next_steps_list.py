"""The list of next steps: cards to tick, and accepting one, some or all of them at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pfss_desktop.domain.catalogue import Catalogue
from pfss_desktop.domain.comparison import compare
from pfss_desktop.domain.edits.prescriptions import change_prescription
from pfss_desktop.domain.progression.suggesting import Suggestion
from pfss_desktop.domain.stock import ResistanceChoices
from pfss_desktop.language import _, ngettext, translated
from pfss_desktop.ui.change_words import change_lines
from pfss_desktop.ui.follow_up import FollowUp
from pfss_desktop.ui.suggestion_card import SuggestionCard
from pfss_desktop.ui.theme import GAP
from pfss_desktop.ui.wrapped_label import wrapped_label


class NextStepsList(QWidget):
    """Keeps the cards of suggestions that stay as they are, with their ticks."""

    show_asked = Signal(str)
    """Id of the prescription that is to be chosen on the board."""

    def __init__(
        self, follow_up: FollowUp, catalogue: Catalogue, choices: ResistanceChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Next steps"))
        self._follow_up = follow_up
        self._sources = catalogue.sources
        self._choices = choices
        self._cards: dict[str, SuggestionCard] = {}
        self._note = wrapped_label("muted")
        self._some = QPushButton()
        self._some.clicked.connect(self.accept_ticked)
        self._all = QPushButton()
        self._all.clicked.connect(self.accept_all)
        self._recall = QPushButton()
        self._recall.clicked.connect(follow_up.recall)
        row = QHBoxLayout()
        for button in (self._some, self._all, self._recall):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._note)
        self._column.addLayout(row)

    def cards(self) -> tuple[SuggestionCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards.values())

    @property
    def note(self) -> str:
        """What stands above the cards."""
        return self._note.text()

    def start(self) -> QWidget:
        """Put the focus on the first Accept there is, and return what should be seen: its card, else what stands above them."""
        for card in self.cards():
            if card.suggestion.change is not None:
                card.await_answer()
                return card
        # Else Qt would hand the focus on to whatever comes next, and Enter with it.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._note

    def follow(self) -> None:
        """Show what is suggested now; where the card in focus goes, the focus is on the next Accept."""
        found = self._follow_up.suggestions()
        kept, self._cards = self._cards, {}
        for place, suggestion in enumerate(found):
            card = kept.get(suggestion.prescription_id)
            if card is None or card.suggestion != suggestion:
                card = self._new_card(suggestion)
            else:
                del kept[suggestion.prescription_id]
                # Of two equal ones, the one of now knows the plan of now.
                card.suggestion = suggestion
            self._cards[suggestion.prescription_id] = card
            if self._column.indexOf(card) != place + 2:
                self._column.insertWidget(place + 2, card)
        focus = QApplication.focusWidget()
        loses_focus = focus is not None and any(card.isAncestorOf(focus) for card in kept.values())
        for card in kept.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._show_buttons(found)
        if loses_focus:
            self.start()

    def accept_ticked(self) -> None:
        """Accept what is ticked, as one step."""
        self._follow_up.accept([card.suggestion for card in self.cards() if card.is_ticked])

    def accept_all(self) -> None:
        """Accept everything there is to accept, as one step."""
        self._follow_up.accept([card.suggestion for card in self.cards()])

    def _new_card(self, suggestion: Suggestion) -> SuggestionCard:
        plan = self._follow_up.plan
        name = translated(plan.prescription(suggestion.prescription_id).text.name)
        card = SuggestionCard(suggestion, name, self._changes(suggestion), self._sources.get(suggestion.source))
        card.ticked.connect(lambda: self._show_buttons(self._follow_up.suggestions()))
        card.accept_asked.connect(lambda chosen: self._follow_up.accept([chosen]))
        card.aside_asked.connect(self._follow_up.put_aside)
        card.show_asked.connect(self.show_asked)
        return card

    def _changes(self, suggestion: Suggestion) -> str:
        after = suggestion.after
        if after is None:
            return ""
        plan = self._follow_up.plan
        changed = change_prescription(plan, after.id, lambda _held: after)
        return "\n".join(line for change in compare(plan, changed, self._choices).changed for line in change_lines(change))

    def _show_buttons(self, found: tuple[Suggestion, ...]) -> None:
        able = sum(1 for suggestion in found if suggestion.change is not None)
        ticked = sum(1 for card in self.cards() if card.is_ticked)
        aside = self._follow_up.count_aside()
        some = ngettext("Accept {count} ticked", "Accept {count} ticked", ticked) if ticked else _("Accept ticked")
        self._some.setText(some.format(count=ticked))
        self._some.setEnabled(bool(ticked))
        self._all.setText(ngettext("Accept the one", "Accept all {count}", able).format(count=able))
        self._recall.setText(ngettext("Show {count} put aside", "Show {count} put aside", aside).format(count=aside))
        self._some.setVisible(able > 1)
        self._all.setVisible(able > 0)
        self._recall.setVisible(aside > 0)
        self._note.setText(self._words(found))

    def _words(self, found: tuple[Suggestion, ...]) -> str:
        if found:
            return _("Suggestions, not orders: nothing changes before you accept it.")
        if self._follow_up.count_aside():
            return _("Everything is put aside.")
        return _("Key in the diary or say how an exercise went: what it could do next is then suggested here.")
